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

/* Bytes may be far away, and a processor fetches them ahead by itself only up to
 * the end of a page.  So those that lie some way behind are asked for, 64 while 64
 * are looked at; it does no harm if there are none. */
static inline void
ask_behind(const char *text)
{
	enum { AHEAD = 4096 };

	__builtin_prefetch((const void *)((uintptr_t)text + AHEAD));
}

/* A bit for each of `words` times 64 places.  Another byte follows them. */
static void
map_bytewise(
    const struct filter *f, const char *text, size_t words, uint64_t *map)
{
	const uint8_t *p = (const uint8_t *)text;

	for (; words > 0; words--, p += 64) {
		uint64_t bits = 0;

		for (int i = 0; i < 64; i++)
			if (f->byte[0][p[i]] & f->byte[1][p[i + 1]])
				bits |= UINT64_C(1) << i;
		*map++ = bits;
	}
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

__attribute__((target("ssse3"))) static inline uint64_t
places_16(const struct filter *f, const char *at)
{
	__m128i both = _mm_and_si128(buckets_16(f, 0, load_16(at)),
	    buckets_16(f, 1, load_16(at + 1)));

	return ~(unsigned)_mm_movemask_epi8(
		   _mm_cmpeq_epi8(both, _mm_setzero_si128())) &
	    0xFFFF;
}

__attribute__((target("ssse3"))) static void
map_ssse3(
    const struct filter *f, const char *text, size_t words, uint64_t *map)
{
	for (; words > 0; words--, text += 64) {
		ask_behind(text);
		*map++ = places_16(f, text) | places_16(f, text + 16) << 16 |
		    places_16(f, text + 32) << 32 |
		    places_16(f, text + 48) << 48;
	}
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

__attribute__((target("avx2"))) static inline uint64_t
places_32(const struct table_32 *first, const struct table_32 *second,
    const char *at)
{
	__m256i both = _mm256_and_si256(
	    buckets_32(first, at), buckets_32(second, at + 1));

	return ~(uint32_t)_mm256_movemask_epi8(
	    _mm256_cmpeq_epi8(both, _mm256_setzero_si256()));
}

__attribute__((target("avx2"))) static void
map_avx2(
    const struct filter *f, const char *text, size_t words, uint64_t *map)
{
	struct table_32 first = table_32(f, 0), second = table_32(f, 1);

	for (; words > 0; words--, text += 64) {
		ask_behind(text);
		*map++ = places_32(&first, &second, text) |
		    places_32(&first, &second, text + 32) << 32;
	}
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

__attribute__((target("avx512bw"))) static void
map_avx512(
    const struct filter *f, const char *text, size_t words, uint64_t *map)
{
	__m512i low[2] = { table_64(f->low[0]), table_64(f->low[1]) };
	__m512i high[2] = { table_64(f->high[0]), table_64(f->high[1]) };

	for (; words > 0; words--, text += 64) {
		ask_behind(text);
		*map++ = _mm512_test_epi8_mask(
		    buckets_64(low[0], high[0], text),
		    buckets_64(low[1], high[1], text + 1));
	}
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

/* A bit of its own in each byte that is a place, for adding up. */
static inline uint8x16_t
places_neon(const struct filter *f, const char *at)
{
	static const uint8_t bit[16] = { 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4,
		8, 16, 32, 64, 128 };

	return vandq_u8(vtstq_u8(buckets_neon(f, 0, at),
			    buckets_neon(f, 1, at + 1)),
	    vld1q_u8(bit));
}

static void
map_neon(
    const struct filter *f, const char *text, size_t words, uint64_t *map)
{
	for (; words > 0; words--, text += 64) {
		uint8x16_t a = vpaddq_u8(
		    places_neon(f, text), places_neon(f, text + 16));
		uint8x16_t b = vpaddq_u8(
		    places_neon(f, text + 32), places_neon(f, text + 48));

		ask_behind(text);
		a = vpaddq_u8(a, b);
		a = vpaddq_u8(a, a);
		*map++ = vgetq_lane_u64(vreinterpretq_u64_u8(a), 0);
	}
}

#endif

bool
filter_choose(struct filter *f, enum filter_way way)
{
	f->map = map_bytewise;
#ifdef HAVE_X86
	if (way == FILTER_SSSE3 && __builtin_cpu_supports("ssse3"))
		f->map = map_ssse3;
	if (way == FILTER_AVX2 && __builtin_cpu_supports("avx2"))
		f->map = map_avx2;
	if (way == FILTER_AVX512 && __builtin_cpu_supports("avx512bw"))
		f->map = map_avx512;
#endif
#ifdef HAVE_NEON
	if (way == FILTER_NEON)
		f->map = map_neon;
#endif
	return way == FILTER_BYTEWISE || f->map != map_bytewise;
}

struct filter
filter_new(void)
{
	struct filter f = { .map = NULL };

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
		f->only[which][b] |= bit;
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

void
filter_unite(struct filter *f, const struct filter *other)
{
	for (int which = 0; which < 2; which++)
		for (int i = 0; i < 16; i++) {
			f->low[which][i] |= other->low[which][i];
			f->high[which][i] |= other->high[which][i];
		}
	filter_seal(f);
}

/* Passes over a part of the text from `from` on. */
static void
look_ahead(
    const struct filter *f, struct str text, size_t from, struct places *p)
{
	struct str s = str_head(str_skip(text, from), PLACES_AHEAD);
	size_t words = s.len / 64 - (from + s.len == text.len && s.len % 64 == 0);

	p->from = from;
	p->to = from + s.len;
	f->map(f, s.ptr, words, p->own);
	if (words == PLACES_AHEAD / 64)
		return;
	p->own[words] = 0;
	for (size_t i = words * 64; i < s.len; i++)
		if (filter_passes(f, s, i))
			p->own[words] |= UINT64_C(1) << i % 64;
}

/* The next place from `from` on that is known; `p->to` if there is none. */
static size_t
next_known(const struct places *p, size_t from)
{
	size_t bit = from - p->from, word = bit / 64;
	size_t words = (p->to - p->from + 63) / 64;
	uint64_t bits = p->own[word] >> bit % 64 << bit % 64;

	while (bits == 0 && ++word < words)
		bits = p->own[word];
	return bits != 0 ? p->from + word * 64 + (size_t)__builtin_ctzll(bits)
			 : p->to;
}

/* The bytes there are in the cache of another processor, perhaps: those of the
 * place after the next ones are asked for by now. */
static size_t
next_listed(struct places *p, struct str text, size_t from)
{
	enum { SOON = 4 };
	size_t want = from - p->listed + p->first, at;

	while (p->next > 0 && p->list[p->next - 1] >= want)
		p->next--;
	while (p->next < p->n && p->list[p->next] < want)
		p->next++;
	if (p->next == p->n)
		return text.len;
	at = p->list[p->next] - p->first + p->listed;
	if (p->next + SOON < p->n)
		__builtin_prefetch(
		    text.ptr + at + p->list[p->next + SOON] - p->list[p->next]);
	return at < text.len ? at : text.len;
}

size_t
filter_next(const struct filter *f, struct str text, size_t from,
    struct places *p)
{
	struct str own = p->list ? str_head(text, p->listed) : text;

	while (from < own.len) {
		if (from < p->from || from >= p->to)
			look_ahead(f, own, from, p);
		from = next_known(p, from);
		if (from < p->to)
			return from;
	}
	return p->list && from < text.len ? next_listed(p, text, from)
					   : text.len;
}
