/* A search in two halves.  The scan (match_scan.c) passes over raw bytes until
 * something could be part of a hit.  There we go back as far as a hit around it
 * could reach, and from there on every character is folded and its bytes given
 * to an automaton (Knuth, Morris and Pratt) that knows how much of the needle
 * they end with.  When that is nothing, no hit is under way, and the scan goes
 * on: no byte is looked at more than a few times, and nothing is copied.
 *
 *	 floor          back     stop            floor
 *	   |--- scan ---->|<------|                |--- scan ...
 *	                  |------- automaton ----->|
 *
 * White space is given on late, when its run is over: as one space, or as
 * EMPTY_LINE, which no needle has in it.
 *
 * Where the scan is sure of a hit, the automaton is not asked. */
#include "dateline/text/match.h"

#include <unigbrk.h>

#include "match_needle.h"

enum { EMPTY_LINE = '\n' };

/* A text on its way through the automaton. */
struct flow {
	const struct match *m;
	struct str text;
	size_t floor; /* no hit to come reaches back before it … */
	size_t done;  /* … but for the letter of a mark; the last hit's end */
	size_t at;    /* the next character */
	size_t got;   /* how much of the needle the bytes so far end with */
	bool space;   /* white space is waiting … */
	int ends;     /* … with so many line ends in it */

	/* Where something is asked for: what the latest letters have, by the
	 * number of their bytes in the flow. */
	uint8_t *has;
	size_t out;  /* bytes given to the automaton */
	size_t last; /* the latest letter; SIZE_MAX for none */
};

static uint8_t *
has_at(const struct flow *f, size_t byte)
{
	return &f->has[byte & (f->m->ring - 1)];
}

/* True when the bytes so far end with the whole needle. */
static bool
feed(struct flow *f, char byte)
{
	const struct match *m = f->m;

	f->out++;
	while (f->got > 0 &&
	    (f->got == m->needle.len || m->needle.ptr[f->got] != byte))
		f->got = m->border[f->got];
	if (m->needle.ptr[f->got] == byte)
		f->got++;
	return f->got == m->needle.len;
}

static bool
is_white(struct str fold)
{
	return fold.len > 0 && fold.ptr[0] == ' ';
}

static bool
is_line_end(uint32_t cp)
{
	return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 ||
	    cp == 0x2029;
}

/* White space at `at`: CR LF and CR CR LF are one line end (R0). */
static void
wait_with_space(struct flow *f, size_t at, uint32_t cp)
{
	struct str rest = str_skip(f->text, at);
	bool goes_on = str_starts(rest, STR("\r\n")) ||
	    str_starts(rest, STR("\r\r\n"));

	f->space = true;
	f->last = SIZE_MAX;
	if (is_line_end(cp) && !goes_on && f->ends < 2)
		f->ends++;
}

static void
end_space(struct flow *f)
{
	if (!f->space)
		return;
	if (f->m->need)
		*has_at(f, f->out) = 0;
	feed(f, f->ends > 1 ? EMPTY_LINE : ' ');
	f->space = false;
	f->ends = 0;
}

/* What the letters of `cp` have, before they are given on. */
static void
note_character(struct flow *f, uint32_t cp)
{
	struct letters l;

	needle_take_apart(f->m, cp, &l);
	for (size_t i = 0; i < l.n; i++)
		*has_at(f, f->out + i) = l.has[i];
	f->last = f->out + l.last;
}

/* The letter before it has this accent, too.  False when `cp` is none. */
static bool
note_accent(struct flow *f, uint32_t cp)
{
	struct letters l;

	needle_take_apart(f->m, cp, &l);
	if (l.accent && f->last != SIZE_MAX)
		*has_at(f, f->last) |= l.accent;
	return l.n == 0;
}

/* Whether the letters that match also have what the needle asks for. */
static bool
has_needed(const struct flow *f)
{
	size_t len = f->m->needle.len;

	for (size_t i = 0; i < len; i++) {
		uint8_t has = *has_at(f, f->out - len + i);

		if (f->m->need[i] & ~has)
			return false;
		if (f->m->exact && has != f->m->need[i])
			return false;
	}
	return true;
}

/* Whether `cp` belongs to the character before it. */
static bool
is_trailing(uint32_t cp)
{
	char fold[FOLD_MAX];

	if (cp < 0x80)
		return false;
	if (fold_char(cp, fold) == 0)
		return true;
	switch (uc_graphemeclusterbreak_property(cp)) {
	case GBP_EXTEND:
	case GBP_SPACINGMARK:
	case GBP_V:
	case GBP_T:
		return true;
	default:
		return false;
	}
}

/* The end of the character that ends at `at`, with what trails it.  Accents
 * come after their letter, so they are noted here before the needs are looked
 * at. */
static size_t
end_of_character(struct flow *f, size_t at)
{
	bool accents = f->m->need != NULL;
	uint32_t cp;
	size_t n;

	while ((n = utf8_next(f->text, at, &cp)) > 0 && is_trailing(cp)) {
		accents = accents && note_accent(f, cp);
		at += n;
	}
	return at;
}

/* The character before `at` and its fold, as fold_next(). */
static size_t
step_back(struct str text, size_t at, uint32_t *cp, struct str *fold,
    char room[FOLD_MAX])
{
	struct str before = str_head(text, at);
	size_t from = at - 1;

	while (from > 0 && at - from < UTF8_MAX &&
	    ((unsigned char)text.ptr[from] & 0xC0) == 0x80)
		from--;
	if (from + fold_next(before, from, cp, fold, room) == at)
		return from;
	from = utf8_prev(text, at); /* something ill-formed */
	fold_next(before, from, cp, fold, room);
	return from;
}

/* The character that gave the flow its `need`th byte before `at`, or the
 * floor. */
static size_t
back(const struct flow *f, size_t at, size_t need)
{
	char room[FOLD_MAX];
	struct str fold;
	bool space = false;
	uint32_t cp;

	for (size_t got = 0; got < need && at > f->floor;) {
		at = step_back(f->text, at, &cp, &fold, room);
		if (fold.len == 0)
			continue;
		if (!space || !is_white(fold))
			got += fold.len;
		space = is_white(fold);
	}
	return at;
}

/* The letter that the mark at `at` belongs to. */
static size_t
start_of_character(const struct flow *f, size_t at)
{
	char room[FOLD_MAX];
	struct str fold;
	uint32_t cp;

	utf8_next(f->text, at, &cp);
	while (is_trailing(cp) && at > f->done) {
		size_t before = step_back(f->text, at, &cp, &fold, room);

		if (is_white(fold))
			break;
		at = before;
	}
	return at;
}

/* The automaton says that the needle ends `used` bytes into the fold of the
 * character at `here`.  If that is a hit, go on behind it. */
static bool
accept(struct flow *f, size_t here, size_t used, struct span *hit)
{
	size_t len = f->m->needle.len;
	size_t end = end_of_character(f, f->at), start = here;

	if (f->m->need && !has_needed(f))
		return false;
	if (used < len)
		start = back(f, here, len - used);
	start = start_of_character(f, start);
	*hit = span_of(start, end);
	f->at = end;
	return true;
}

static bool
take_character(struct flow *f, struct span *hit)
{
	char room[FOLD_MAX];
	struct str fold;
	uint32_t cp;
	size_t here = f->at;

	f->at += fold_next(f->text, here, &cp, &fold, room);
	if (is_white(fold)) {
		wait_with_space(f, here, cp);
		return false;
	}
	if (fold.len == 0) {
		if (f->m->need)
			note_accent(f, cp);
		return false;
	}
	end_space(f);
	if (f->m->need)
		note_character(f, cp);
	for (size_t i = 0; i < fold.len; i++)
		if (feed(f, fold.ptr[i]) && accept(f, here, i + 1, hit))
			return true;
	return false;
}

static void
start_at(struct flow *f, size_t at)
{
	f->at = at;
	f->got = 0;
	f->space = false;
	f->ends = 0;
	f->last = SIZE_MAX;
}

/* The first hit around the stop of a scan or after it, as far as there is one
 * under way.  Nothing is when it returns, and no hit to come reaches back before
 * the floor. */
static bool
find_at(struct flow *f, size_t stop, struct span *hit)
{
	start_at(f, back(f, stop, f->m->needle.len));
	while (f->at < f->text.len && (f->at <= stop || f->got > 0)) {
		if (take_character(f, hit)) {
			f->floor = f->done = f->at;
			return true;
		}
	}
	f->floor = f->at;
	return false;
}

/* A hit that begins at `start` is sure, if none before it reaches into it and it
 * does not reach over the end of the text. */
static bool
take_sure(struct flow *f, size_t start, struct span *hit)
{
	size_t end = start + f->m->needle.len;

	if (start < f->floor || end > f->text.len)
		return false;
	*hit = span_of(start, end);
	f->floor = f->done = end;
	return true;
}

static bool
find(struct flow *f, struct scanning *w, struct span *hit)
{
	size_t stop;

	while ((stop = scan_next(&f->m->scan, w, f->text, f->floor)) <
	    f->text.len)
		if ((w->sure && take_sure(f, w->start, hit)) ||
		    find_at(f, stop, hit))
			return true;
	return false;
}

static struct flow
flow_new(const struct match *m, struct arena *a, struct str text)
{
	struct flow f = { .m = m, .text = text };

	if (m->need)
		f.has = arena_array(a, uint8_t, m->ring);
	return f;
}

size_t
match_all(const struct match *m, struct arena *a, struct str text,
    struct span **hits)
{
	struct flow f = flow_new(m, a, text);
	struct scanning w = { 0 };
	struct span hit;
	size_t n = 0, cap = 0;

	*hits = NULL;
	while (find(&f, &w, &hit))
		*arena_push(a, struct span, *hits, n, cap) = hit;
	return n;
}

bool
match_any(const struct match *m, struct arena *scratch, struct str text)
{
	struct flow f = flow_new(m, scratch, text);
	struct scanning w = { 0 };
	struct span hit;

	return find(&f, &w, &hit);
}

size_t
match_count(const struct match *m, struct arena *scratch, struct str text)
{
	struct flow f = flow_new(m, scratch, text);
	struct scanning w = { 0 };
	struct span hit;
	size_t n = 0;

	while (find(&f, &w, &hit))
		n++;
	return n;
}

/* The scan runs over the text, and each stop is judged in its piece alone. */
void
match_count_each(const struct match *m, struct arena *scratch, struct str text,
    struct places found, const struct span *pieces, size_t n, uint32_t *counts)
{
	struct flow f = flow_new(m, scratch, (struct str){ NULL, 0 });
	struct scanning w = { .places = found };
	size_t at = 0, i = 0, stop;
	struct span hit;

	memset(counts, 0, n * sizeof(*counts));
	while ((stop = scan_next(&m->scan, &w, text, at)) < text.len) {
		while (i < n && span_end(pieces[i]) <= stop)
			i++;
		if (i == n)
			return;
		at = pieces[i].off;
		if (stop < at)
			continue;
		if (f.text.ptr != text.ptr + at) {
			f.text = str_of(text, pieces[i]);
			f.floor = f.done = 0;
		}
		counts[i] += (w.sure && w.start >= at &&
		    take_sure(&f, w.start - at, &hit)) ||
		    find_at(&f, stop - at, &hit);
		at += f.floor;
	}
}

struct quest
match_look(const struct match *m)
{
	return (struct quest){ &m->scan.filter, scan_may, &m->scan };
}
