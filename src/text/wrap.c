/* Lines are filled greedily.  We walk over the paragraph once, atom by atom (an
 * atom is what one cell draws, or one white space), and remember the last place
 * where the line may be cut:
 *
 *	the quick brown fox jumps over the lazy dog
 *	^start        ^end ^next ^at
 *	|<--- `used` columns --->|
 *
 * When the atom at `at` does not fit, the line is [start, end) and the next one
 * begins at `next`.  If there was no such place the word is longer than a line,
 * and is cut before the whole character at `at`. */
#include "dateline/text/wrap.h"

#include <unilbrk.h>
#include <wchar.h>

#include "dateline/text/glyph.h"
#include "dateline/text/letter.h"

enum {
	WINDOW = 16 * 1024, /* bytes the library is given at once */
	ATOM = 256,	    /* bytes of the longest atom */
};

#define NOWHERE SIZE_MAX

/* Where the library would break `s`, a window at a time.  No rule of UAX #14
 * looks over a break behind a space, so windows that meet there give the
 * answers for the whole. */
struct breaks {
	struct str s;
	size_t from, to; /* the window */
	char at_to;	 /* the answer for `to` */
	char *kind;	 /* WINDOW answers, UC_BREAK_* */
};

/* The last place where the line may be cut. */
struct cut {
	size_t end;  /* of the line, white space left out */
	size_t next; /* where the next line begins, or NOWHERE */
	size_t used; /* columns from the start of the line to `next` */
};

struct wrap {
	struct arena *in;
	struct span *lines;
	size_t n, cap;
	size_t cols;
	struct str s; /* the paragraph, or what lies between two '\n' in it … */
	size_t base;  /* … and where it lies in the text */
	struct breaks breaks;
	size_t url_end; /* no URL goes beyond */

	size_t start; /* of the line, or NOWHERE before its first character */
	size_t end;   /* of the last atom on it that is no white space */
	size_t used;  /* columns from `start` to where we are */
	struct cut cut;
};

struct atom {
	size_t len;
	size_t cols;
	bool white;
};

/* Where a window is best ended: at its last break behind a space, at its last
 * break, or nowhere (0). */
static size_t
last_break(struct str window, const char *kind)
{
	size_t any = 0;

	for (size_t i = window.len; i-- > 1;) {
		if (kind[i] != UC_BREAK_POSSIBLE)
			continue;
		if (window.ptr[i - 1] == ' ')
			return i;
		if (any == 0)
			any = i;
	}
	return any;
}

static void
breaks_fill(struct breaks *b)
{
	struct str rest = str_skip(b->s, b->to);
	struct str window = str_head(rest, utf8_floor(rest, WINDOW));
	size_t end = 0;

	u8_possible_linebreaks((const uint8_t *)window.ptr, window.len,
	    "UTF-8", b->kind);
	b->kind[0] = b->at_to;
	if (window.len < rest.len)
		end = last_break(window, b->kind);
	b->at_to = end ? UC_BREAK_POSSIBLE : UC_BREAK_PROHIBITED;
	b->from = b->to;
	b->to += end ? end : window.len;
}

/* `at` must not be less than the one asked for before. */
static bool
breaks_at(struct breaks *b, size_t at)
{
	while (at >= b->to && b->to < b->s.len)
		breaks_fill(b);
	return at < b->to && b->kind[at - b->from] == UC_BREAK_POSSIBLE;
}

static bool
is_white(uint32_t cp)
{
	bool no_break = cp == 0xA0 || cp == 0x2007 || cp == 0x202F;

	return letter_is_space(cp) && !no_break;
}

/* Class IS of UAX #14. */
static bool
is_infix(uint32_t cp)
{
	switch (cp) {
	case ',': case '.': case ':': case ';':
	case 0x037E: case 0x0589: case 0x060C: case 0x060D: case 0x07F8:
	case 0x2044: case 0xFE10: case 0xFE13: case 0xFE14:
		return true;
	default:
		return false;
	}
}

/* A letter of a script that has spaces between its words. */
static bool
is_narrow_letter(uint32_t cp)
{
	return letter_is_alpha(cp) && (cp < 0x80 || wcwidth((wchar_t)cp) < 2);
}

/* Rule 9: what the library would tear apart.  "U.|S." and "e.|g." (LB29, which
 * it does not know), and a dash from the word before it. */
static bool
is_glued(struct str s, size_t at)
{
	uint32_t before, after;

	if (s.ptr[at - 1] == ' ')
		return false;
	utf8_next(s, utf8_prev(s, at), &before);
	utf8_next(s, at, &after);
	if (after == 0x2014 || after == 0x2E3A || after == 0x2E3B)
		return !is_white(before);
	return is_infix(before) && is_narrow_letter(after);
}

static bool
is_ascii_alnum(char c)
{
	return !(c & 0x80) &&
	    (letter_is_alpha((uint32_t)c) || letter_is_digit((uint32_t)c));
}

static bool
is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* The length of a URL that begins at `at`; 0 when there is none. */
static size_t
url_length(struct str s, size_t at)
{
	struct str rest = str_skip(s, at);
	size_t n = 0;

	if (rest.ptr[0] != 'h' && rest.ptr[0] != 'w')
		return 0;
	if (at > 0 && is_ascii_alnum(s.ptr[at - 1]))
		return 0;
	if (!str_starts(rest, STR("http://")) &&
	    !str_starts(rest, STR("https://")) &&
	    !str_starts(rest, STR("www.")))
		return 0;
	while (n < rest.len && rest.ptr[n] > ' ' && rest.ptr[n] < 0x7F &&
	    !is_one_of(rest.ptr[n], "<>\""))
		n++;
	return n;
}

/* Whether a URL may be cut at `at`: behind a separator, but not in a row of
 * them and not before what may be the punctuation of the sentence. */
static bool
url_breaks_at(struct str s, size_t at)
{
	return is_one_of(s.ptr[at - 1], "/.-?&=;") &&
	    (is_ascii_alnum(s.ptr[at]) || is_one_of(s.ptr[at], "_%#~@+")) &&
	    !(at > 1 && s.ptr[at - 1] == '/' && s.ptr[at - 2] == '/');
}

static bool
may_break(struct wrap *w, size_t at)
{
	if (at < w->url_end)
		return url_breaks_at(w->s, at);
	return breaks_at(&w->breaks, at) && !is_glued(w->s, at);
}

/* A space, or printable ASCII that only ASCII follows. */
static bool
is_simple(struct str s, size_t at)
{
	char c = s.ptr[at];

	return c == ' ' || (c > ' ' && c < 0x7F && at + 1 < s.len &&
	    !(s.ptr[at + 1] & 0x80));
}

/* White space goes alone, for marks and hidden characters behind it may begin
 * a line.  More marks than anybody writes count as if on a space of their own:
 * a line of them ends, too. */
static struct atom
atom_at(struct str s, size_t at)
{
	uint32_t cp;
	size_t n;
	bool white;
	int cols;

	if (is_simple(s, at))
		return (struct atom){ 1, 1, s.ptr[at] == ' ' };
	n = utf8_next(s, at, &cp);
	white = is_white(cp);
	n = glyph_measure(str_head(s, at + (white ? n : ATOM)), at, &cols);
	return (struct atom){ n, (size_t)cols, white };
}

/* The same, and ends where the line may be cut: behind a ZWSP, say, which the
 * glyph before it would have taken with all that is hidden behind it. */
static struct atom
next_atom(struct wrap *w, size_t at)
{
	struct atom atom = atom_at(w->s, at);

	if (at >= w->url_end)
		w->url_end = at + url_length(w->s, at);
	for (size_t i = 1; i < atom.len; i++)
		if (may_break(w, at + i))
			atom.len = i;
	return atom;
}

/* What must not be parted where a word is cut: a grapheme cluster, in whole
 * atoms. */
static size_t
unit_length(struct str s, size_t at)
{
	size_t cluster = glyph_cluster(s, at), n = 0;

	do
		n += atom_at(s, at + n).len;
	while (n < cluster);
	return n;
}

static void
add_line(struct wrap *w, size_t from, size_t to)
{
	*arena_push(w->in, struct span, w->lines, w->n, w->cap) =
	    span_of(w->base + from, w->base + to);
}

static void
open_line(struct wrap *w, size_t at, size_t used)
{
	w->start = at;
	w->used = used;
	w->cut.next = NOWHERE;
}

static size_t
trim_end(struct str s, size_t from, size_t to)
{
	uint32_t cp;

	while (to > from) {
		size_t at = utf8_prev(s, to);

		utf8_next(s, at, &cp);
		if (!is_white(cp))
			break;
		to = at;
	}
	return to;
}

/* Cuts the line in a word that is too long for it: before the unit at `at`, or
 * behind it when that is all there is.  Returns where to go on. */
static size_t
split_word(struct wrap *w, size_t at)
{
	size_t unit = w->start, n;
	struct atom atom;

	while (unit + (n = unit_length(w->s, unit)) <= at)
		unit += n;
	if (unit == w->start) {
		add_line(w, unit, trim_end(w->s, unit, unit + n));
		open_line(w, NOWHERE, 0);
		return unit + n;
	}
	add_line(w, w->start, trim_end(w->s, w->start, unit));
	while (unit < at && (atom = atom_at(w->s, unit)).white)
		unit += atom.len;
	open_line(w, unit,
	    (size_t)glyph_columns(str_skip(str_head(w->s, at), unit)));
	return at;
}

static void
cut_line(struct wrap *w)
{
	add_line(w, w->start, w->cut.end);
	open_line(w, w->cut.next, w->used - w->cut.used);
}

static size_t
take_white(struct wrap *w, size_t at, struct atom white)
{
	size_t next = at + white.len;

	if (w->start == NOWHERE)
		return next;
	w->used += white.cols;
	if (w->cut.next == at) {
		w->cut.next = next;
		w->cut.used = w->used;
	}
	return next;
}

static size_t
take_ink(struct wrap *w, size_t at, struct atom ink)
{
	if (w->start == NOWHERE)
		open_line(w, at, 0);
	while (w->used > 0 && w->used + ink.cols > w->cols) {
		size_t next;

		if (w->cut.next != NOWHERE)
			cut_line(w);
		else if ((next = split_word(w, at)) > at)
			return next;
	}
	w->used += ink.cols;
	w->end = at + ink.len;
	return w->end;
}

/* One '\n' to the next. */
static void
wrap_stretch(struct wrap *w)
{
	size_t at = 0, n = w->n;

	open_line(w, NOWHERE, 0);
	while (at < w->s.len) {
		struct atom atom = next_atom(w, at);

		at = atom.white ? take_white(w, at, atom)
				: take_ink(w, at, atom);
		if (at < w->s.len && w->start != NOWHERE && may_break(w, at))
			w->cut = (struct cut){ w->end, at, w->used };
	}
	if (w->start != NOWHERE)
		add_line(w, w->start, w->end);
	else if (w->n == n)
		add_line(w, 0, 0);
}

size_t
wrap_lines(struct arena *a, struct str text, struct span para, int cols,
    struct span **lines)
{
	char kind[WINDOW];
	struct wrap w = { .in = a, .cols = cols > 0 ? (size_t)cols : 1 };
	struct str rest = str_of(text, para);

	w.base = (size_t)(rest.ptr - text.ptr);
	do {
		const char *nl = rest.len ? memchr(rest.ptr, '\n', rest.len)
					  : NULL;
		size_t n = nl ? (size_t)(nl - rest.ptr) : rest.len;

		w.s = str_head(rest, n);
		w.breaks = (struct breaks){ .s = w.s, .kind = kind };
		w.url_end = 0;
		wrap_stretch(&w);
		rest = str_skip(rest, n + (nl ? 1 : 0));
		w.base += n + (nl ? 1 : 0);
	} while (rest.len > 0);
	*lines = w.lines;
	return w.n;
}
