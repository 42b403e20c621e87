#ifndef DATELINE_MATCH_JUDGE_H
#define DATELINE_MATCH_JUDGE_H

/* The slow, obviously right version of text/match.h: fold everything into one
 * long row of letters, each with the character it came from, and compare the
 * needle at every place.  No scan, no automaton, no windows. */

#include <unigbrk.h>

#include "dateline/base/arena.h"
#include "dateline/text/fold.h"

struct judge_char {
	size_t off, end;
	uint32_t cp;
};

struct judge_letter {
	uint32_t cp; /* folded; ' ' for white space, '\n' for an empty line */
	bool capital;
	size_t owner; /* the character it came from */
};

struct judge_accent {
	size_t letter; /* SIZE_MAX: nobody's, it stands after white space */
	uint32_t cp;
};

struct judge_row {
	struct judge_char *chars;
	struct judge_letter *letters;
	struct judge_accent *accents;
	size_t char_n, letter_n, accent_n;
};

static inline bool
judge_is_white(uint32_t cp)
{
	char fold[FOLD_MAX];

	return fold_char(cp, fold) == 1 && fold[0] == ' ';
}

static inline bool
judge_is_nothing(uint32_t cp)
{
	char fold[FOLD_MAX];

	return fold_char(cp, fold) == 0;
}

static inline void
judge_add_chars(struct judge_row *r, struct str text)
{
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(text, at, &cp)) > 0; at += n)
		r->chars[r->char_n++] =
		    (struct judge_char){ at, at + n, cp };
}

static inline size_t
judge_bearer(const struct judge_row *r)
{
	uint32_t before = r->letter_n ? r->letters[r->letter_n - 1].cp : ' ';

	return before == ' ' || before == '\n' ? SIZE_MAX : r->letter_n - 1;
}

/* The letters and accents of the character `owner`. */
static inline void
judge_add_letters(struct judge_row *r, size_t owner)
{
	char kept[FOLD_MAX], fold[FOLD_MAX];
	struct str s = { kept, fold_keep(r->chars[owner].cp, kept) };
	uint32_t part, folded;

	for (size_t at = 0, n; (n = utf8_next(s, at, &part)) > 0; at += n) {
		struct str f = { fold, fold_char(part, fold) };

		if (utf8_next(f, 0, &folded) > 0)
			r->letters[r->letter_n++] = (struct judge_letter){
				folded, folded != part, owner
			};
		else
			r->accents[r->accent_n++] =
			    (struct judge_accent){ judge_bearer(r), part };
	}
}

/* A carriage return that is only the beginning of a line end. */
static inline bool
judge_goes_on(const struct judge_row *r, size_t i)
{
	if (i + 1 < r->char_n && r->chars[i + 1].cp == '\n')
		return true;
	return i + 2 < r->char_n && r->chars[i + 1].cp == '\r' &&
	    r->chars[i + 2].cp == '\n';
}

/* A run of white space, hidden characters in it, from the character `i`;
 * returns the one behind it. */
static inline size_t
judge_add_white(struct judge_row *r, size_t i)
{
	struct judge_letter *white = &r->letters[r->letter_n++];
	int ends = 0;

	*white = (struct judge_letter){ ' ', false, i };
	for (; i < r->char_n; i++) {
		uint32_t cp = r->chars[i].cp;

		if (!judge_is_white(cp) && !judge_is_nothing(cp))
			break;
		if (judge_is_nothing(cp))
			judge_add_letters(r, i);
		if (cp == '\r' && judge_goes_on(r, i))
			continue;
		ends += cp == '\n' || cp == '\r' || cp == '\v' || cp == '\f' ||
		    cp == 0x85 || cp == 0x2028 || cp == 0x2029;
	}
	white->cp = ends > 1 ? '\n' : ' ';
	return i;
}

static inline struct judge_row
judge_fold(struct arena *a, struct str text)
{
	struct judge_row r = {
		.chars = arena_array(a, struct judge_char, text.len),
		.letters =
		    arena_array(a, struct judge_letter, text.len * FOLD_MAX),
		.accents =
		    arena_array(a, struct judge_accent, text.len * FOLD_MAX),
	};

	judge_add_chars(&r, text);
	for (size_t i = 0; i < r.char_n;) {
		if (judge_is_white(r.chars[i].cp))
			i = judge_add_white(&r, i);
		else
			judge_add_letters(&r, i++);
	}
	return r;
}

/* The needle: white space at its ends is gone, an empty line is a space, and
 * only its first seven different accents count, or six; a line under a letter
 * does not. */
static inline struct judge_row
judge_needle(struct arena *a, struct str needle, bool exact)
{
	struct judge_row r = judge_fold(a, needle);
	size_t most = exact ? 6 : 7, seen_n = 0, kept = 0, first = 0;
	uint32_t seen[7];

	while (r.letter_n > 0 && (r.letters[r.letter_n - 1].cp == ' ' ||
	    r.letters[r.letter_n - 1].cp == '\n'))
		r.letter_n--;
	while (first < r.letter_n && (r.letters[first].cp == ' ' ||
	    r.letters[first].cp == '\n'))
		first++;
	r.letters += first;
	r.letter_n -= first;
	for (size_t i = 0; i < r.letter_n; i++)
		if (r.letters[i].cp == '\n')
			r.letters[i].cp = ' ';
	for (size_t i = 0; i < r.accent_n; i++) {
		uint32_t cp = r.accents[i].cp;
		size_t k = 0;

		while (k < seen_n && seen[k] != cp)
			k++;
		if (cp == 0x332 || (k == most && !exact))
			continue;
		if (k == seen_n && seen_n < most)
			seen[seen_n++] = cp;
		if (r.accents[i].letter == SIZE_MAX)
			continue;
		r.accents[i].letter -= first;
		r.accents[kept++] = r.accents[i];
	}
	r.accent_n = kept;
	return r;
}

static inline bool
judge_has_accent(const struct judge_row *r, size_t letter, uint32_t cp)
{
	for (size_t i = 0; i < r->accent_n; i++)
		if (r->accents[i].letter == letter && r->accents[i].cp == cp)
			return true;
	return false;
}

/* No accent that the needle has not, and no capital. */
static inline bool
judge_is_exact(
    const struct judge_row *needle, const struct judge_row *text, size_t at)
{
	for (size_t i = 0; i < needle->letter_n; i++)
		if (needle->letters[i].capital != text->letters[at + i].capital)
			return false;
	for (size_t i = 0; i < text->accent_n; i++) {
		size_t letter = text->accents[i].letter;

		if (letter == SIZE_MAX || letter < at ||
		    letter >= at + needle->letter_n)
			continue;
		if (text->accents[i].cp != 0x332 &&
		    !judge_has_accent(
			needle, letter - at, text->accents[i].cp))
			return false;
	}
	return true;
}

static inline bool
judge_matches(
    const struct judge_row *needle, const struct judge_row *text, size_t at)
{
	for (size_t i = 0; i < needle->letter_n; i++) {
		const struct judge_letter *want = &needle->letters[i];
		const struct judge_letter *have = &text->letters[at + i];

		if (want->cp != have->cp || (want->capital && !have->capital))
			return false;
	}
	for (size_t i = 0; i < needle->accent_n; i++)
		if (!judge_has_accent(text, at + needle->accents[i].letter,
		        needle->accents[i].cp))
			return false;
	return true;
}

static inline bool
judge_is_trailing(uint32_t cp)
{
	int gcb = uc_graphemeclusterbreak_property(cp);

	return cp >= 0x80 &&
	    (judge_is_nothing(cp) || gcb == GBP_EXTEND ||
	        gcb == GBP_SPACINGMARK || gcb == GBP_V || gcb == GBP_T);
}

/* Every hit, as match_all(), of a needle that may be exact. */
static inline size_t
judge_each(struct arena *a, struct str needle, bool exact, struct str text,
    struct span **hits)
{
	struct judge_row n = judge_needle(a, needle, exact);
	struct judge_row t = judge_fold(a, text);
	size_t hit_n = 0, done = 0;

	*hits = arena_array(a, struct span, text.len);
	if (n.letter_n == 0)
		return 0;
	for (size_t at = 0; at + n.letter_n <= t.letter_n; at++) {
		size_t first = t.letters[at].owner;
		size_t last = t.letters[at + n.letter_n - 1].owner + 1;

		if (first < done || !judge_matches(&n, &t, at) ||
		    (exact && !judge_is_exact(&n, &t, at)))
			continue;
		while (last < t.char_n && judge_is_trailing(t.chars[last].cp))
			last++;
		while (first > done && judge_is_trailing(t.chars[first].cp) &&
		    !judge_is_white(t.chars[first - 1].cp))
			first--;
		(*hits)[hit_n++] =
		    span_of(t.chars[first].off, t.chars[last - 1].end);
		done = last;
	}
	return hit_n;
}

static inline size_t
judge_all(struct arena *a, struct str needle, struct str text,
    struct span **hits)
{
	return judge_each(a, needle, false, text, hits);
}

#endif
