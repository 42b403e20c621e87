/* The inner loop of a search, in each dialect that a processor may speak.  All
 * do the same as next_bytewise(), for 16 to 64 places at a time:
 *
 *	buckets of the first byte    low[0][b & 15] & high[0][b >> 4]
 *	and of the byte behind it  & low[1][c & 15] & high[1][c >> 4]
 *	is not nothing
 *
 * Which of them is taken is decided when the program runs, so one program is
 * right everywhere and fast nearly everywhere. */
#include "dateline/text/filter.h"

#if defined(__x86_64__) || defined(__i386__)
#define HAVE_X86 1
#include <immintrin.h>
#elif defined(__aarch64__)
#define HAVE_NEON 1
#include <arm_neon.h>
#endif

/* The next block that has a place at or after `from` and before `to`, and a bit
 * for each of its places; `to` if there is none.  Another byte follows `to`. */
static size_t
next_bytewise(const struct filter *f, const char *text, size_t from, size_t to,
    uint64_t *places)
{
	const uint8_t *p = (const uint8_t *)text;

	while (from < to && !(f->byte[0][p[from]] & f->byte[1][p[from + 1]]))
		from++;
	*places = from < to;
	return from;
}

#ifdef HAVE_X86

__attribute__((target("ssse3"))) static inline __m128i
load_16(const void *p)
{
	return _mm_loadu_si128(p);
}

__attribute__((target("ssse3"))) static inline __m128i
buckets_16(const struct filter *f, int which, __m128i bytes)
{
	const __m128i half = _mm_set1_epi8(15);
	__m128i low = _mm_and_si128(bytes, half);
	__m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), half);

	return _mm_and_si128(_mm_shuffle_epi8(load_16(f->low[which]), low),
	    _mm_shuffle_epi8(load_16(f->high[which]), high));
}

__attribute__((target("ssse3"))) static size_t
next_ssse3(const struct filter *f, const char *text, size_t from, size_t to,
    uint64_t *places)
{
	for (; to - from >= 16; from += 16) {
		__m128i both =
		    _mm_and_si128(buckets_16(f, 0, load_16(text + from)),
			buckets_16(f, 1, load_16(text + from + 1)));
		int none = _mm_movemask_epi8(
		    _mm_cmpeq_epi8(both, _mm_setzero_si128()));

		*places = ~(unsigned)none & 0xFFFF;
		if (*places)
			return from;
	}
	return next_bytewise(f, text, from, to, places);
}

/* A table in both halves of a register. */
struct table_32 {
	__m256i low, high;
};

__attribute__((target("avx2"))) static inline struct table_32
table_32(const struct filter *f, int which)
{
	return (struct table_32){
		_mm256_broadcastsi128_si256(load_16(f->low[which])),
		_mm256_broadcastsi128_si256(load_16(f->high[which])),
	};
}

__attribute__((target("avx2"))) static inline __m256i
buckets_32(const struct table_32 *t, const char *at)
{
	const __m256i half = _mm256_set1_epi8(15);
	__m256i bytes = _mm256_loadu_si256((const void *)at);
	__m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);

	return _mm256_and_si256(
	    _mm256_shuffle_epi8(t->low, _mm256_and_si256(bytes, half)),
	    _mm256_shuffle_epi8(t->high, high));
}

__attribute__((target("avx2"))) static inline __m256i
both_32(const struct table_32 *first, const struct table_32 *second,
    const char *at)
{
	return _mm256_and_si256(
	    buckets_32(first, at), buckets_32(second, at + 1));
}

__attribute__((target("avx2"))) static inline uint32_t
places_32(__m256i both)
{
	return ~(uint32_t)_mm256_movemask_epi8(
	    _mm256_cmpeq_epi8(both, _mm256_setzero_si256()));
}

__attribute__((target("avx2"))) static size_t
next_avx2(const struct filter *f, const char *text, size_t from, size_t to,
    uint64_t *places)
{
	struct table_32 first = table_32(f, 0), second = table_32(f, 1);

	for (; to - from >= 64; from += 64) {
		__m256i a = both_32(&first, &second, text + from);
		__m256i b = both_32(&first, &second, text + from + 32);
		__m256i any = _mm256_or_si256(a, b);

		if (_mm256_testz_si256(any, any))
			continue;
		*places = places_32(a) | (uint64_t)places_32(b) << 32;
		return from;
	}
	return next_bytewise(f, text, from, to, places);
}

__attribute__((target("avx512bw"))) static inline __m512i
table_64(const uint8_t *row)
{
	return _mm512_broadcast_i32x4(load_16(row));
}

__attribute__((target("avx512bw"))) static inline __m512i
buckets_64(__m512i low, __m512i high, const char *at)
{
	const __m512i half = _mm512_set1_epi8(15);
	__m512i bytes = _mm512_loadu_si512(at);

	return _mm512_and_si512(
	    _mm512_shuffle_epi8(low, _mm512_and_si512(bytes, half)),
	    _mm512_shuffle_epi8(high,
		_mm512_and_si512(_mm512_srli_epi16(bytes, 4), half)));
}

__attribute__((target("avx512bw"))) static size_t
next_avx512(const struct filter *f, const char *text, size_t from, size_t to,
    uint64_t *places)
{
	__m512i low[2] = { table_64(f->low[0]), table_64(f->low[1]) };
	__m512i high[2] = { table_64(f->high[0]), table_64(f->high[1]) };

	for (; to - from >= 64; from += 64) {
		*places = _mm512_test_epi8_mask(
		    buckets_64(low[0], high[0], text + from),
		    buckets_64(low[1], high[1], text + from + 1));
		if (*places)
			return from;
	}
	return next_bytewise(f, text, from, to, places);
}

#endif

#ifdef HAVE_NEON

static inline uint8x16_t
buckets_neon(const struct filter *f, int which, const char *at)
{
	uint8x16_t bytes = vld1q_u8((const uint8_t *)at);

	return vandq_u8(vqtbl1q_u8(vld1q_u8(f->low[which]),
			    vandq_u8(bytes, vdupq_n_u8(15))),
	    vqtbl1q_u8(vld1q_u8(f->high[which]), vshrq_n_u8(bytes, 4)));
}

/* It has no way to make bits of bytes at once. */
static size_t
next_neon(const struct filter *f, const char *text, size_t from, size_t to,
    uint64_t *places)
{
	for (; to - from >= 16; from += 16)
		if (vmaxvq_u8(vandq_u8(buckets_neon(f, 0, text + from),
			buckets_neon(f, 1, text + from + 1))) != 0)
			break;
	return next_bytewise(f, text, from, to, places);
}

#endif

bool
filter_choose(struct filter *f, enum filter_way way)
{
	f->next = next_bytewise;
#ifdef HAVE_X86
	if (way == FILTER_SSSE3 && __builtin_cpu_supports("ssse3"))
		f->next = next_ssse3;
	if (way == FILTER_AVX2 && __builtin_cpu_supports("avx2"))
		f->next = next_avx2;
	if (way == FILTER_AVX512 && __builtin_cpu_supports("avx512bw"))
		f->next = next_avx512;
#endif
#ifdef HAVE_NEON
	if (way == FILTER_NEON)
		f->next = next_neon;
#endif
	return way == FILTER_BYTEWISE || f->next != next_bytewise;
}

struct filter
filter_new(void)
{
	struct filter f = { .next = NULL };

	for (int way = FILTER_WAYS - 1; way >= 0; way--)
		if (filter_choose(&f, (enum filter_way)way))
			break;
	return f;
}

void
filter_add(struct filter *f, unsigned bucket, int which, int from, int to)
{
	uint8_t bit = (uint8_t)(1u << bucket);

	for (int b = from; b <= to; b++) {
		f->low[which][b & 15] |= bit;
		f->high[which][b >> 4] |= bit;
	}
}

void
filter_seal(struct filter *f)
{
	for (int which = 0; which < 2; which++)
		for (int b = 0; b < 256; b++)
			f->byte[which][b] =
			    f->low[which][b & 15] & f->high[which][b >> 4];
}

/* The next bit of a map. */
static size_t
next_found(const struct places *p, size_t from, size_t len)
{
	size_t bit = p->first + from, end = p->first + len;
	uint64_t bits;

	if (from >= len)
		return len;
	bits = p->map[bit / 64] >> bit % 64 << bit % 64;
	for (bit -= bit % 64; bits == 0 && bit + 64 < end; bit += 64)
		bits = p->map[bit / 64 + 1];
	if (bits != 0)
		bit += (size_t)__builtin_ctzll(bits);
	return bits != 0 && bit < end ? bit - p->first : len;
}

size_t
filter_next(const struct filter *f, struct str text, size_t from,
    struct places *p)
{
	size_t last = text.len ? text.len - 1 : 0;

	if (p->map)
		return next_found(p, from, text.len);
	if (p->bits && from >= p->at) {
		p->bits &= from - p->at < 64 ? UINT64_MAX << (from - p->at) : 0;
		if (p->bits)
			return p->at + (size_t)__builtin_ctzll(p->bits);
	}
	if (from >= text.len)
		return text.len;
	p->at = f->next(f, text.ptr, from, last, &p->bits);
	if (p->bits)
		return p->at + (size_t)__builtin_ctzll(p->bits);
	return f->byte[0][(uint8_t)text.ptr[last]] ? last : text.len;
}

/* A block of bits may lie across two words; behind its last place there are
 * none. */
static void
set_bits(uint64_t *map, size_t at, uint64_t bits)
{
	map[at / 64] |= bits << at % 64;
	if (at % 64 > 0 && bits >> (64 - at % 64) != 0)
		map[at / 64 + 1] |= bits >> (64 - at % 64);
}

void
filter_map(
    const struct filter *f, struct str text, uint64_t *map, size_t first)
{
	size_t last = text.len ? text.len - 1 : 0, at = 0;
	size_t words = (first + text.len + 63) / 64 - first / 64;
	uint64_t bits;

	if (text.len == 0)
		return;
	map += first / 64;
	first %= 64;
	map[0] &= first > 0 ? UINT64_MAX >> (64 - first) : 0;
	memset(map + 1, 0, (words - 1) * sizeof(*map));
	while ((at = f->next(f, text.ptr, at, last, &bits)) < last) {
		set_bits(map, first + at, bits);
		at += 64 - (size_t)__builtin_clzll(bits);
	}
	if (f->byte[0][(uint8_t)text.ptr[last]])
		set_bits(map, first + last, 1);
}
