#ifndef DATELINE_BASE_SIXTEEN_H
#define DATELINE_BASE_SIXTEEN_H

#include "dateline/base/eight.h"

/* Sixteen bytes of a text at once: in a register of their own where the
 * compiler may count on one, else as two eights.  An answer is the highest bit of
 * each byte, so bytes that are not ASCII say yes by themselves; sixteen_bits()
 * puts them side by side, that of the first byte lowest.
 *
 * SIXTEEN_PORTABLE, defined by a test, takes two eights everywhere. */

#if defined(__SSE2__) && !defined(SIXTEEN_PORTABLE)

#include <emmintrin.h>

struct sixteen {
	__m128i bytes;
};

static inline struct sixteen
sixteen_at(const char *s)
{
	return (struct sixteen){ _mm_loadu_si128((const void *)s) };
}

/* Every byte with the bits of `byte` set. */
static inline struct sixteen
sixteen_with(struct sixteen x, char byte)
{
	return (struct sixteen){ _mm_or_si128(x.bytes, _mm_set1_epi8(byte)) };
}

/* Which bytes are ASCII between `low` and `high`, both among them. */
static inline struct sixteen
sixteen_between(struct sixteen x, char low, char high)
{
	__m128i above = _mm_sub_epi8(x.bytes, _mm_set1_epi8(low));
	__m128i most = _mm_set1_epi8((char)(high - low));

	return (struct sixteen){ _mm_cmpeq_epi8(
	    _mm_min_epu8(above, most), above) };
}

/* Which bytes are `byte`; of those behind the first of them others may be said
 * to be. */
static inline struct sixteen
sixteen_is(struct sixteen x, char byte)
{
	return (struct sixteen){ _mm_cmpeq_epi8(
	    x.bytes, _mm_set1_epi8(byte)) };
}

/* Yes where one of two answers is. */
static inline struct sixteen
sixteen_either(struct sixteen a, struct sixteen b)
{
	return (struct sixteen){ _mm_or_si128(a.bytes, b.bytes) };
}

static inline unsigned
sixteen_bits(struct sixteen answer)
{
	return (unsigned)_mm_movemask_epi8(answer.bytes);
}

#else

struct sixteen {
	uint64_t half[2];
};

static inline struct sixteen
sixteen_at(const char *s)
{
	return (struct sixteen){ { eight_at(s), eight_at(s + 8) } };
}

static inline struct sixteen
sixteen_with(struct sixteen x, char byte)
{
	return (struct sixteen){ { x.half[0] | EIGHT_TIMES(byte),
	    x.half[1] | EIGHT_TIMES(byte) } };
}

static inline struct sixteen
sixteen_between(struct sixteen x, char low, char high)
{
	return (struct sixteen){ { eight_between(x.half[0], low, high),
	    eight_between(x.half[1], low, high) } };
}

static inline struct sixteen
sixteen_is(struct sixteen x, char byte)
{
	return (struct sixteen){ { eight_zero(x.half[0] ^ EIGHT_TIMES(byte)),
	    eight_zero(x.half[1] ^ EIGHT_TIMES(byte)) } };
}

static inline struct sixteen
sixteen_either(struct sixteen a, struct sixteen b)
{
	return (struct sixteen){ { a.half[0] | b.half[0],
	    a.half[1] | b.half[1] } };
}

/* The highest bits of eight bytes, side by side. */
static inline unsigned
eight_bits(uint64_t answer)
{
	return (unsigned)((answer >> 7 & EIGHT_TIMES(1)) *
	    UINT64_C(0x0102040810204080) >> 56);
}

static inline unsigned
sixteen_bits(struct sixteen answer)
{
	return eight_bits(answer.half[0]) | eight_bits(answer.half[1]) << 8;
}

#endif

/* The first byte that is among `bits`; 16 when none is. */
static inline size_t
sixteen_first(unsigned bits)
{
	return (size_t)__builtin_ctz(bits | 1u << 16);
}

/* The first byte that is not; 16 when all are. */
static inline size_t
sixteen_first_other(unsigned bits)
{
	return (size_t)__builtin_ctz(~bits);
}

#endif
