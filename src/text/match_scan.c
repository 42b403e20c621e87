/* The fast half of a search.  Nearly every byte of nearly every text is ASCII
 * that has nothing to do with the needle; sixteen of them at a time are passed
 * over here.  We stop only
 *
 *	needle  "tax i"   anchor "ax"
 *
 *	at "ax", "aX", "Ax" or "AX" … T[ax]I …, if the ASCII around it agrees;
 *	at a character that is not ASCII, if its fold could give "a" or "x".
 *
 * Everything exact is done by match.c around the few places left over. */
#include "match_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "dateline/text/fold.h"

enum {
	LOOK = 8, /* bytes compared on each side of the anchor */
	BLOCK = 16,
	OTHER = 7,	 /* digits and signs: as common as a p */
	NOT_ASCII = 100, /* only where there is nothing else */
};

/* The other ASCII byte that folds to `c`, or `c` itself. */
static char
other_case(char c)
{
	if (c >= 'a' && c <= 'z')
		return (char)(c - 'a' + 'A');
	return c == '\'' ? '`' : c;
}

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* How often a byte of a fold turns up in prose, roughly. */
static int
commonness(char c)
{
	static const char rising[] = "zqxjkvbpgywfmculdhrsinoate";
	const char *at = memchr(rising, c, sizeof(rising) - 1);

	return at ? (int)(at - rising) + 1 : OTHER;
}

static bool
can_anchor(char c)
{
	return is_ascii(c) && c != ' ';
}

/* The last byte of a character tells more than its first. */
static bool
ends_character(struct str s, size_t at)
{
	return !is_ascii(s.ptr[at]) &&
	    (at + 1 == s.len || (s.ptr[at + 1] & 0xC0) != 0x80);
}

static bool
find_pair(struct scan *s)
{
	const char *p = s->needle.ptr;
	int best = INT32_MAX;

	for (size_t i = 0; i + 1 < s->needle.len; i++) {
		int both = commonness(p[i]) * commonness(p[i + 1]);

		if (!can_anchor(p[i]) || !can_anchor(p[i + 1]) || both >= best)
			continue;
		best = both;
		s->anchor = i;
	}
	return best < INT32_MAX;
}

static void
find_single(struct scan *s)
{
	const char *p = s->needle.ptr;
	int best = INT32_MAX;

	for (size_t i = 0; i < s->needle.len; i++) {
		int rank = can_anchor(p[i]) ? commonness(p[i])
					       : NOT_ASCII;

		if ((rank == NOT_ASCII && !ends_character(s->needle, i)) ||
		    rank >= best)
			continue;
		best = rank;
		s->anchor = i;
	}
}

struct scan
scan_new(struct str needle)
{
	struct scan s = { .needle = needle };
	const char *at;

	s.pair = find_pair(&s);
	if (!s.pair)
		find_single(&s);
	at = needle.ptr + s.anchor;
	s.first[0] = at[0];
	s.first[1] = other_case(at[0]);
	if (s.pair) {
		s.second[0] = at[1];
		s.second[1] = other_case(at[1]);
	}
	return s;
}

static bool
is_first(const struct scan *s, char c)
{
	return c == s->first[0] || c == s->first[1];
}

static bool
is_second(const struct scan *s, char c)
{
	return c == s->second[0] || c == s->second[1];
}

/* The next byte that is not ASCII or begins the anchor, one at a time. */
static size_t
next_stop_bytewise(const struct scan *s, struct str text, size_t at)
{
	for (; at < text.len; at++) {
		if (!is_ascii(text.ptr[at]))
			break;
		if (is_first(s, text.ptr[at]) &&
		    (!s->pair ||
		        (at + 1 < text.len && is_second(s, text.ptr[at + 1]))))
			break;
	}
	return at;
}

#ifdef __SSE2__

/* The anchor, sixteen times over. */
struct lanes {
	__m128i first[2], second[2], any_second;
};

static struct lanes
lanes_of(const struct scan *s)
{
	return (struct lanes){
		{ _mm_set1_epi8(s->first[0]), _mm_set1_epi8(s->first[1]) },
		{ _mm_set1_epi8(s->second[0]), _mm_set1_epi8(s->second[1]) },
		_mm_set1_epi8(s->pair ? 0 : -1),
	};
}

static inline __m128i
load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

static inline __m128i
equal_any(__m128i bytes, const __m128i any[2])
{
	return _mm_or_si128(
	    _mm_cmpeq_epi8(bytes, any[0]), _mm_cmpeq_epi8(bytes, any[1]));
}

static inline size_t
next_stop(const struct scan *s, const struct lanes *lanes, struct str text,
    size_t at)
{
	for (; text.len - at > BLOCK; at += BLOCK) {
		__m128i here = load(text.ptr + at);
		__m128i next = load(text.ptr + at + 1);
		__m128i both = _mm_and_si128(equal_any(here, lanes->first),
		    _mm_or_si128(
		        equal_any(next, lanes->second), lanes->any_second));
		/* The top bit of a byte that is not ASCII is set already. */
		int stops = _mm_movemask_epi8(_mm_or_si128(here, both));

		if (stops)
			return at + (size_t)__builtin_ctz((unsigned)stops);
	}
	return next_stop_bytewise(s, text, at);
}

#else

struct lanes {
	char none;
};

static struct lanes
lanes_of(const struct scan *s)
{
	return (struct lanes){ s->first[0] };
}

static inline size_t
next_stop(const struct scan *s, const struct lanes *lanes, struct str text,
    size_t at)
{
	(void)lanes;
	return next_stop_bytewise(s, text, at);
}

#endif

/* Whether the bytes on one side of the anchor at `at` let it be part of a hit:
 * as far as white space or what is not ASCII, and not too far.  A `step` of
 * minus one makes offsets before the start very large, too. */
static bool
side_agrees(const struct scan *s, struct str text, size_t at, size_t step)
{
	for (size_t i = 1; i < LOOK; i++) {
		size_t k = s->anchor + i * step;
		size_t j = at + i * step;

		if (k >= s->needle.len)
			return true;
		if (j >= text.len)
			return false;
		if (!is_ascii(text.ptr[j]))
			return true;
		if (fold_ascii(text.ptr[j]) != s->needle.ptr[k])
			return false;
		if (s->needle.ptr[k] == ' ')
			return true;
	}
	return true;
}

/* Whether what folds to `fold` at `at` could give a part of the anchor, or hide
 * between its two bytes. */
static inline bool
gives_anchor(const struct scan *s, struct str text, size_t at, struct str fold)
{
	bool after_first = s->pair && at > 0 && is_first(s, text.ptr[at - 1]);

	if (fold.len == 0)
		return after_first;
	for (size_t i = 0; i < fold.len; i++)
		if (fold.ptr[i] == s->first[0])
			return true;
	return after_first && fold.ptr[0] == s->second[0];
}

/* Whether an ASCII byte, the space in a text of another script, stands alone
 * and is not the anchor. */
static inline bool
is_gap(const struct scan *s, struct str text, size_t at)
{
	return at + 1 < text.len && !is_ascii(text.ptr[at + 1]) &&
	    (s->pair || !is_first(s, text.ptr[at]));
}

/* The first character that could give a part of the anchor in a row of them
 * that are not ASCII; `*stop` says whether there is one. */
static size_t
pass_wide(const struct scan *s, struct str text, size_t at, bool *stop)
{
	char room[FOLD_MAX];
	struct str fold;
	uint32_t cp;

	for (size_t n; at < text.len; at += n) {
		n = 1;
		if (is_ascii(text.ptr[at])) {
			if (!is_gap(s, text, at))
				break;
			continue;
		}
		n = fold_next(text, at, &cp, &fold, room);
		*stop = gives_anchor(s, text, at, fold);
		if (*stop)
			break;
	}
	return at;
}

size_t
scan_next(const struct scan *s, struct str text, size_t from)
{
	struct lanes lanes = lanes_of(s);
	size_t at = from;
	bool stop = false;

	for (;;) {
		at = next_stop(s, &lanes, text, at);
		if (at == text.len)
			return at;
		if (!is_ascii(text.ptr[at]))
			at = pass_wide(s, text, at, &stop);
		else if (side_agrees(s, text, at, 1) &&
		    side_agrees(s, text, at, SIZE_MAX))
			return at;
		else
			at++;
		if (stop)
			return at;
	}
}
