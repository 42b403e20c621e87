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

#include "dateline/text/glyph.h"
#include "wrap_breaks.h"

enum {
	ATOM = 256, /* bytes of the longest atom */
};

#define NOWHERE SIZE_MAX

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
	struct str soft; /* the same with its '\n', of a text that flows */
	struct breaks *breaks;

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
	white = breaks_is_white(cp);
	n = glyph_measure(str_head(s, at + (white ? n : ATOM)), at, &cols);
	return (struct atom){ n, (size_t)cols, white };
}

/* The same, and ends where the line may be cut: behind a ZWSP, say, which the
 * glyph before it would have taken with all that is hidden behind it. */
static struct atom
next_atom(struct wrap *w, size_t at)
{
	size_t soft = wrap_soft_end(w->soft, at);
	struct atom atom;

	breaks_enter(w->breaks, at);
	if (soft > 0)
		return (struct atom){ soft, 1, true };
	atom = atom_at(w->s, at);
	for (size_t i = 1; i < atom.len; i++)
		if (breaks_at(w->breaks, at + i))
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
		if (!breaks_is_white(cp))
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
		if (at < w->s.len && w->start != NOWHERE &&
		    breaks_at(w->breaks, at))
			w->cut = (struct cut){ w->end, at, w->used };
	}
	if (w->start != NOWHERE)
		add_line(w, w->start, w->end);
	else if (w->n == n)
		add_line(w, 0, 0);
}

size_t
wrap_soft_end(struct str text, size_t at)
{
	size_t n = 0;

	if (at >= text.len || text.ptr[at] != '\n')
		return 0;
	do
		n++;
	while (at + n < text.len &&
	    (text.ptr[at + n] == ' ' || text.ptr[at + n] == '\t'));
	return n;
}

/* Lines are cut in a copy that has spaces where the text has line ends, so that
 * nobody else needs to know of the difference. */
size_t
wrap_flow(struct arena *a, struct str text, struct span para, int cols,
    struct span **lines)
{
	struct breaks breaks;
	struct str s = str_of(text, para);
	struct wrap w = { .in = a, .breaks = &breaks, .soft = s, .base = (size_t)(s.ptr - text.ptr),
		.cols = cols > 0 ? (size_t)cols : 1 };
	char *copy = arena_array(a, char, s.len + 1);
	size_t i;

	for (i = 0; i < s.len; i++)
		copy[i] = s.ptr[i] == '\n' ? ' ' : s.ptr[i];
	w.s = (struct str){ copy, s.len };
	breaks_start(&breaks, w.s);
	wrap_stretch(&w);
	*lines = w.lines;
	return w.n;
}

size_t
wrap_lines(struct arena *a, struct str text, struct span para, int cols,
    struct span **lines)
{
	struct breaks breaks;
	struct wrap w = { .in = a, .breaks = &breaks,
		.cols = cols > 0 ? (size_t)cols : 1 };
	struct str rest = str_of(text, para);

	w.base = (size_t)(rest.ptr - text.ptr);
	do {
		const char *nl = rest.len ? memchr(rest.ptr, '\n', rest.len)
					  : NULL;
		size_t n = nl ? (size_t)(nl - rest.ptr) : rest.len;
		size_t step = nl ? n + 1 : n;

		w.s = str_head(rest, n);
		breaks_start(&breaks, w.s);
		wrap_stretch(&w);
		w.base += step;
		rest = str_skip(rest, step);
	} while (rest.len > 0);
	*lines = w.lines;
	return w.n;
}
