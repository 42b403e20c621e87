/* The fast half of a search.  Nearly every byte of nearly every text has nothing
 * to do with the needle; thirty-two of them at a time are passed over by
 * filter.c.  We stop only where the anchor (match_anchor.c) could be
 *
 *	needle  "tax i"   anchor "ax"
 *
 *	at "ax", "aX", "Ax" or "AX" … T[ax]I …, if the bytes around it agree;
 *	at a character that is not ASCII, if its fold has an "a" in it.
 *
 * Most hits are plain ASCII in plain ASCII, and are known by comparing a few
 * bytes.  Everything else is done exactly by match.c around the few places left
 * over. */
#include "match_scan.h"

#include "dateline/text/fold.h"

enum {
	LOOK = 16, /* bytes, or characters, compared on each side of the anchor */
	REACH = (LOOK + 1) * UTF8_MAX, /* as bytes */
};

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

static uint64_t
load_8(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return word;
}

/* Whether a needle in ASCII stands in plain view around the anchor at `at`,
 * without a mark after it.  False says nothing. */
static bool
is_sure(const struct scan *s, struct scanning *w, struct str text, size_t at)
{
	const struct quick *q = &s->quick;
	size_t start = at - s->anchor;
	const char *p;

	if (q->len == 0 || at < s->anchor || text.len - start <= QUICK_MAX)
		return false;
	p = text.ptr + start;
	for (size_t i = 0; i < QUICK_MAX / 8 && q->mask[i] != 0; i++)
		if ((load_8(p + 8 * i) & q->mask[i]) != q->bytes[i])
			return false;
	w->start = start;
	return is_ascii(p[q->len]);
}

static bool
is_first(const struct scan *s, char c)
{
	return c == s->first[0] || c == s->first[1];
}

/* Whether `c` is neither white space nor anything that could stand in it. */
static bool
is_solid(char c)
{
	return is_ascii(c) && fold_ascii(c) != ' ';
}

/* Whether the bytes on one side of the anchor at `at` let it be part of a hit:
 * as far as a run of white space or what is not ASCII, and not too far.  A `step` of
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
		if (s->needle.ptr[k] == ' ' &&
		    (j + step >= text.len || !is_solid(text.ptr[j + step])))
			return true;
	}
	return true;
}

/* Whether the characters from `at` on let the needle go on at `k`: they are
 * folded as far as white space, and not too far. */
static bool
goes_on(const struct scan *s, struct str text, size_t at, size_t k)
{
	char room[FOLD_MAX];
	struct str fold, rest;
	uint32_t cp;

	for (size_t i = 0, n; i < LOOK && k < s->needle.len; i++, at += n) {
		n = fold_next(text, at, &cp, &fold, room);
		rest = str_skip(s->needle, k);
		if (n == 0)
			return false;
		if (fold.len == 0)
			continue;
		if (rest.ptr[0] == ' ')
			return true;
		if (!str_eq(str_head(fold, rest.len), str_head(rest, fold.len)))
			return false;
		k += fold.len;
	}
	return true;
}

/* An ASCII byte that may be the anchor's. */
static bool
is_anchor(const struct scan *s, struct str text, size_t at)
{
	if (!is_first(s, text.ptr[at]) || !side_agrees(s, text, at, 1) ||
	    !side_agrees(s, text, at, SIZE_MAX))
		return false;
	return !s->pair || (at + 1 < text.len && is_ascii(text.ptr[at + 1])) ||
	    goes_on(s, text, at, s->anchor);
}

/* Whether the fold of what is not ASCII at `at` has the anchor in it. */
static bool
gives_anchor(const struct scan *s, struct str text, size_t at, struct str fold)
{
	const char *p = fold.len > 0
	    ? memchr(fold.ptr, s->letter.ptr[0], fold.len)
	    : NULL;

	if (!p)
		return false;
	if (p == fold.ptr && str_starts(fold, s->letter))
		return goes_on(s, text, at, s->anchor) || fold.len > s->letter.len;
	return true;
}

/* The character that the byte at `at` is in, which is not ASCII. */
static size_t
start_of_wide(struct str text, size_t from, size_t at)
{
	size_t start = at, n;
	uint32_t cp;

	while (start > from && at - start < UTF8_MAX - 1 &&
	    ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
		start--;
	n = utf8_next(text, start, &cp);
	return start + n > at ? start : at;
}

/* As scan_next() would judge it. */
bool
scan_may(const void *scan, struct str text, size_t at)
{
	const struct scan *s = scan;
	struct scanning w;
	char room[FOLD_MAX];
	struct str fold;
	size_t start;
	uint32_t cp;

	if (s->is_bad || at < REACH || text.len - at < REACH)
		return true;
	if (is_ascii(text.ptr[at]))
		return is_sure(s, &w, text, at) || is_anchor(s, text, at);
	start = start_of_wide(text, 0, at);
	fold_next(text, start, &cp, &fold, room);
	return gives_anchor(s, text, start, fold);
}

size_t
scan_next(const struct scan *s, struct scanning *w, struct str text,
    size_t from)
{
	char room[FOLD_MAX];
	struct str fold;
	uint32_t cp;
	size_t at = from, start, n;

	w->sure = false;
	while ((at = filter_next(&s->filter, text, at, &w->places)) <
	    text.len) {
		if (is_ascii(text.ptr[at])) {
			w->sure = is_sure(s, w, text, at);
			if (w->sure || is_anchor(s, text, at))
				return at;
			at++;
			continue;
		}
		start = start_of_wide(text, from, at);
		n = fold_next(text, start, &cp, &fold, room);
		if (gives_anchor(s, text, start, fold))
			return start;
		at = start + n;
	}
	return at;
}
