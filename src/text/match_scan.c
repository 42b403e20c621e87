/* The fast half of a search.  Nearly every byte of nearly every text has nothing
 * to do with the needle; thirty-two of them at a time are passed over by
 * match_filter.c.  We stop only where the anchor (match_anchor.c) could be
 *
 *	needle  "tax i"   anchor "ax"
 *
 *	at "ax", "aX", "Ax" or "AX" … T[ax]I …, if the bytes around it agree;
 *	at a character that is not ASCII, if its fold has an "a" in it.
 *
 * Everything exact is done by match.c around the few places left over. */
#include "match_scan.h"

#include "dateline/text/fold.h"

enum { LOOK = 8 }; /* bytes compared on each side of the anchor */

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

static bool
is_first(const struct scan *s, char c)
{
	return c == s->first[0] || c == s->first[1];
}

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

/* A character that is not ASCII: whether its fold has the anchor in it. */
static bool
gives_anchor(const struct scan *s, struct str text, size_t at, struct str fold)
{
	size_t last;

	if (fold.len < s->letter.len)
		return false;
	last = fold.len - s->letter.len;
	if (str_starts(fold, s->letter) && goes_on(s, text, at, s->anchor))
		return true;
	for (size_t i = 1; i <= last; i++)
		if (str_starts(str_skip(fold, i), s->letter))
			return true;
	return false;
}

size_t
scan_next(const struct scan *s, struct str text, size_t from)
{
	char room[FOLD_MAX];
	struct str fold;
	uint32_t cp;
	size_t at, n;

	for (at = from;; at += n) {
		at = filter_next(&s->filter, text, at);
		if (at == text.len)
			return at;
		n = 1;
		if (is_ascii(text.ptr[at])) {
			if (is_anchor(s, text, at))
				return at;
			continue;
		}
		n = fold_next(text, at, &cp, &fold, room);
		if (gives_anchor(s, text, at, fold))
			return at;
	}
}
