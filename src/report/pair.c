/* Which mark closes which.  The marks of a paragraph are listed with what
 * stands on their two sides; then one walk over the list pairs them:
 *
 *	“He called it ‘bold,’ ” Hsiao’s aide said, “and it was.”
 *	<                     >      '             <           >
 *
 * Outside an open quote a single mark opens only if its closer is known to
 * exist, which a walk from the right has found before; so an apostrophe opens
 * nothing and a paragraph full of marks costs no more than its length. */
#include "pair.h"

#include "dateline/text/letter.h"

#include "pair_mark.h"

static bool
is_border(uint32_t cp)
{
	return letter_is_space(cp) || letter_is_opener(cp) ||
	    letter_is_dash(cp) || cp == '/' || cp == 0x2015;
}

static bool
can_open(const struct marks *l, const struct mark *m)
{
	bool first = m->off == l->para.off;

	switch (m->side) {
	case SIDE_LEFT:
		return is_border(m->before) || !letter_is_space(m->after);
	case SIDE_RIGHT:
		return first || (is_border(m->before) && mark_word(m->after));
	default:
		if (first || is_border(m->before))
			return first || m->after == '"' ||
			    !letter_is_closer(m->after);
		return mark_word(m->after) && !letter_is_digit(m->before);
	}
}

/* A mark that can only open while a quote is open: a closer is missing. */
static bool
must_open(const struct mark *m)
{
	if (m->side == SIDE_RIGHT)
		return false;
	return letter_is_space(m->before) &&
	    (mark_word(m->after) || m->after == 0x2018);
}

/* “He showed his “list” to us”: the next two marks close, so `i` is inside. */
static bool
is_nested(const struct marks *l, size_t i)
{
	size_t n = 0;

	for (i++; i < l->n && n < 2; i++) {
		if (l->at[i].kind != MARK_DOUBLE)
			continue;
		if (letter_is_space(l->at[i].before) ||
		    (l->at[i].side == SIDE_LEFT))
			return false;
		n++;
	}
	return n == 2;
}

/* ’em and ’90s and 'til leave something out; they open nothing. */
static bool
is_elision(struct str text, const struct mark *m)
{
	static const char *const words[] = { "em ", "til ", "cause ", "tis ",
		"twas ", "n ", "n'", "n\xE2\x80\x99", "bout ", "round ",
		"em.", "em,", "em?", "em!" };
	struct str rest = str_skip(text, m->off + m->len);
	size_t i;

	if (letter_is_digit(m->after))
		return true;
	for (i = 0; i < COUNT(words); i++)
		if (str_starts(rest, str_c(words[i])))
			return true;
	return false;
}

/* The index of the mark that closes the single mark `i`; 0: it opens none. */
static size_t
single_closer(const struct marks *l, size_t i)
{
	enum { OWNERS_MAX = 6 };
	const struct mark *m = &l->at[i];
	size_t j = m->closer;
	int n;

	if (m->side == SIDE_RIGHT || !is_border(m->before) ||
	    !mark_word(m->after) || is_elision(l->text, m))
		return 0;
	/* the lawmakers’ bill: while a better closer follows, go on */
	for (n = 0; j != 0 && l->at[j].owner && n < OWNERS_MAX; n++)
		if (l->at[j].closer != 0)
			j = l->at[j].closer;
	if (j == 0 || (l->at[j].doubles - m->doubles) % 2 != 0)
		return 0;
	return j;
}

static struct span
trim(struct str text, size_t from, size_t end)
{
	return letter_trim_span(text, span_of(from, end));
}

/* The walk over the marks of one paragraph. */
struct pairing {
	struct quote_list *list;
	const struct marks *l;
	const struct mark *open; /* NULL between quotes */
	bool nested;		 /* in doubles inside the open doubles */
	uint32_t block;
};

static void
add(struct pairing *p, const struct mark *open, size_t words_end, size_t end)
{
	struct quote_list *list = p->list;
	struct span words =
	    trim(p->l->text, open->off + open->len, words_end);

	if (words.len == 0)
		return;
	*arena_push(list->a, struct quote, list->at, list->n, list->cap) =
	    (struct quote){ .whole = span_of(open->off, end),
		    .words = words,
		    .rule = "",
		    .how = QUOTE_NONE,
		    .group = (uint32_t)(list->n - 1),
		    .block = p->block };
}

/* The open quote has no closer before `end`, the next opener or the end of the
 * paragraph.  It counts only if a sentence or a clause ends there (Q6). */
static bool
add_unclosed(struct pairing *p, size_t end)
{
	size_t from = p->open->off + p->open->len;
	struct span words = trim(p->l->text, from, end);
	struct str s = str_of(p->l->text, words);
	uint32_t cp = 0;

	if (s.len > 0)
		utf8_next(s, utf8_prev(s, s.len), &cp);
	if (end != span_end(p->l->para) && cp != ',' &&
	    !letter_ends_sentence(cp) && !letter_is_closer(cp) &&
	    !letter_is_dash(cp))
		return false;
	add(p, p->open, span_end(words), span_end(words));
	return true;
}

static bool
closes(const struct mark *open, const struct mark *m)
{
	if (m->kind != open->kind)
		return false;
	if (m->kind == MARK_GUILLEMET || m->kind == MARK_CORNER)
		return m->side != open->side;
	return true;
}

/* Mark `i` stands inside the open quote. */
static void
meet_inside(struct pairing *p, size_t i)
{
	const struct mark *m = &p->l->at[i];
	bool opens = m->kind == MARK_DOUBLE && must_open(m);

	if (!closes(p->open, m))
		return;
	if (p->nested) {
		p->nested = false;
	} else if (m->off == p->open->off + p->open->len &&
	    m->side != SIDE_RIGHT && mark_word(m->after)) {
		p->open = m; /* ““It is” */
	} else if (opens && is_nested(p->l, i)) {
		p->nested = true;
	} else if (opens) {
		if (add_unclosed(p, m->off))
			p->open = m;
	} else {
		add(p, p->open, m->off, m->off + m->len);
		p->open = NULL;
	}
}

/* Mark `i` stands between quotes; returns the last mark that is used up. */
static size_t
meet_outside(struct pairing *p, size_t i)
{
	const struct mark *m = &p->l->at[i];
	size_t j;

	if (m->kind != MARK_SINGLE) {
		if (can_open(p->l, m))
			p->open = m;
		return i;
	}
	j = single_closer(p->l, i);
	if (j == 0)
		return i;
	add(p, m, p->l->at[j].off, p->l->at[j].off + p->l->at[j].len);
	return j;
}

void
pair_read(struct quote_list *list, struct str text, struct span para,
    uint32_t block, bool reopens)
{
	struct marks l = mark_list(list->a, text, para);
	struct pairing p = { .list = list, .l = &l, .block = block };
	size_t before = list->n, i;
	bool was_open = list->open;

	for (i = 0; i < l.n; i++) {
		if (p.open)
			meet_inside(&p, i);
		else
			i = meet_outside(&p, i);
	}
	list->open = false;
	if (p.open) {
		add_unclosed(&p, span_end(para));
		list->open = reopens && list->n > before;
	}
	if (was_open && list->n > before && before > 0 &&
	    list->at[before].whole.off == para.off)
		list->at[before].group = list->at[before - 1].group;
}

bool
pair_opens(struct str text, struct span para)
{
	struct mark m;

	if (para.len == 0 || !mark_may_begin(text.ptr[para.off]))
		return false;
	m = mark_at(text, para.off, span_end(para));
	return m.len > 0 && m.kind != MARK_SINGLE && m.side != SIDE_RIGHT;
}

uint32_t
quote_tail(struct str text, const struct quote *q)
{
	struct str s = str_of(text, q->words);
	uint32_t cp = 0;

	while (s.len > 0) {
		size_t at = utf8_prev(s, s.len);

		utf8_next(s, at, &cp);
		if (!letter_is_closer(cp) && !letter_is_space(cp) &&
		    !letter_is_apostrophe(cp))
			return cp;
		s.len = at;
	}
	return 0;
}

bool
quote_closes(struct str text, const struct quote *q)
{
	uint32_t cp = quote_tail(text, q);

	return cp == ',' || letter_ends_sentence(cp) || letter_is_dash(cp);
}
