#ifndef DATELINE_BASE_SIXTEEN_H
#define DATELINE_BASE_SIXTEEN_H

#include "dateline/base/eight.h"
#include "dateline/base/span.h"

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

/* Which bytes are `byte`, which is ASCII. */
static inline struct sixteen
sixteen_is(struct sixteen x, char byte)
{
	return (struct sixteen){ _mm_cmpeq_epi8(
	    x.bytes, _mm_set1_epi8(byte)) };
}

/* Which bytes begin a character of several, if they are UTF-8: 0xC0 and above. */
static inline struct sixteen
sixteen_leads(struct sixteen x)
{
	return (struct sixteen){ _mm_and_si128(
	    x.bytes, _mm_slli_epi16(x.bytes, 1)) };
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
	struct sixteen other = { { x.half[0] ^ EIGHT_TIMES(byte),
	    x.half[1] ^ EIGHT_TIMES(byte) } };

	return sixteen_between(other, 0, 0);
}

static inline struct sixteen
sixteen_leads(struct sixteen x)
{
	return (struct sixteen){ { x.half[0] & x.half[0] << 1,
	    x.half[1] & x.half[1] << 1 } };
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

/* What `ask` says of each of the first `len` bytes, 64 at most, of a text that goes on
 * for `room`: a bit each, so that a loop need not guess where the next one is. */
static inline uint64_t
sixteen_bits_of(unsigned (*ask)(struct sixteen), const char *s, size_t len,
    size_t room)
{
	char own[64] = { 0 };
	uint64_t bits;

	if (room < sizeof(own)) {
		memcpy(own, s, len);
		s = own;
	}
	bits = (uint64_t)ask(sixteen_at(s)) |
	    (uint64_t)ask(sixteen_at(s + 16)) << 16 |
	    (uint64_t)ask(sixteen_at(s + 32)) << 32 |
	    (uint64_t)ask(sixteen_at(s + 48)) << 48;
	return len < 64 ? bits & ~(UINT64_MAX << len) : bits;
}

/* The first byte that is not; 16 when all are. */
static inline size_t
sixteen_first_other(unsigned bits)
{
	return (size_t)__builtin_ctz(~bits);
}

#endif
