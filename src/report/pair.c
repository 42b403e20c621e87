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

enum mark_kind { MARK_DOUBLE, MARK_SINGLE, MARK_GUILLEMET, MARK_CORNER };

/* The way the character points; straight marks do not. */
enum mark_side { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT };

struct mark {
	uint32_t off;
	uint8_t len;
	uint8_t kind;
	uint8_t side;
	uint32_t before; /* the characters beside it; ' ' at the borders */
	uint32_t after;
	uint32_t doubles; /* double marks before it in the paragraph */
	uint32_t closer;  /* of the next single mark that can close; 0: none */
	bool owner;	  /* may be the end of a plural: the lawmakers’ */
};

struct marks {
	struct mark *at;
	size_t n;
	size_t cap;
	struct str text;
	struct span para;
};

/* What mark, if any, begins at `at`. */
static struct mark
mark_at(struct str s, size_t at, size_t end)
{
	struct mark m = { .off = (uint32_t)at };
	uint32_t cp;

	m.len = (uint8_t)utf8_next(str_head(s, end), at, &cp);
	m.kind = MARK_DOUBLE;
	switch (cp) {
	case '"': case 0xFF02:
		return m;
	case 0x201C: case 0x201E: case 0x201F:
		m.side = SIDE_LEFT;
		return m;
	case 0x201D:
		m.side = SIDE_RIGHT;
		return m;
	case '\'': case '`':
		if (at + 1 < end && s.ptr[at + 1] == s.ptr[at])
			m.len = 2;
		else
			m.kind = MARK_SINGLE;
		m.side = cp == '`' ? SIDE_LEFT : SIDE_NONE;
		return m;
	case 0x2018: case 0x201A: case 0x201B:
		m.kind = MARK_SINGLE;
		m.side = SIDE_LEFT;
		return m;
	case 0x2019:
		m.kind = MARK_SINGLE;
		m.side = SIDE_RIGHT;
		return m;
	case 0xAB: case 0xBB:
		m.kind = MARK_GUILLEMET;
		m.side = cp == 0xAB ? SIDE_LEFT : SIDE_RIGHT;
		return m;
	case 0x300C: case 0x300D: case 0x300E: case 0x300F:
		m.kind = MARK_CORNER;
		m.side = cp & 1 ? SIDE_RIGHT : SIDE_LEFT;
		return m;
	default:
		m.len = 0;
		return m;
	}
}

#define EACH_BYTE UINT64_C(0x0101010101010101)

/* The bytes that quotation marks begin with. */
static const bool mark_byte[256] = { ['"'] = true, ['\''] = true,
	['`'] = true, [0xC2] = true, [0xE2] = true, [0xE3] = true,
	[0xEF] = true };

static bool
may_be_mark(char c)
{
	return mark_byte[(uint8_t)c];
}

/* Not 0 when one of the eight bytes of `x` is. */
static uint64_t
has_zero(uint64_t x)
{
	return (x - EACH_BYTE * 0x01) & ~x & EACH_BYTE * 0x80;
}

/* Whether a mark may begin among the eight bytes at `p`. */
static bool
may_have_mark(const char *p)
{
	uint64_t x;

	memcpy(&x, p, sizeof(x));
	return (has_zero(x ^ EACH_BYTE * '"') | has_zero(x ^ EACH_BYTE * '\'') |
	    has_zero(x ^ EACH_BYTE * '`') | (x & EACH_BYTE * 0x80)) != 0;
}

/* The next byte that a mark may begin with; most of a text has none. */
static size_t
skip_to_mark(struct str text, size_t at, size_t end)
{
	while (end - at >= 8 && !may_have_mark(text.ptr + at))
		at += 8;
	while (at < end && !may_be_mark(text.ptr[at]))
		at++;
	return at;
}

static bool
is_word(uint32_t cp)
{
	if ((cp | 0x20) - 'a' < 26)
		return true;
	if (cp <= ' ')
		return false;
	return letter_is_alpha(cp) || letter_is_digit(cp);
}

static bool
is_single_closer(const struct mark *m)
{
	return m->kind == MARK_SINGLE && m->side != SIDE_LEFT &&
	    !letter_is_space(m->before) && !is_word(m->after);
}

static void
look_around(struct mark *m, struct str text, struct span para)
{
	struct str s = str_head(text, span_end(para));
	uint32_t next = ' ';

	m->before = m->after = ' ';
	if (m->off > para.off)
		utf8_next(s, utf8_prev(s, m->off), &m->before);
	if (m->off + m->len < span_end(para)) {
		size_t n = utf8_next(s, m->off + m->len, &m->after);

		if (m->off + m->len + n < span_end(para))
			utf8_next(s, m->off + m->len + n, &next);
	}
	m->owner = (m->before | 0x20) == 's' && m->after == ' ' &&
	    letter_is_lower(next);
}

static struct marks
list_marks(struct arena *a, struct str text, struct span para)
{
	struct marks l = { .text = text, .para = para };
	size_t at = para.off, end = span_end(para);
	uint32_t doubles = 0, closer = 0;
	size_t i;

	while ((at = skip_to_mark(text, at, end)) < end) {
		struct mark m = mark_at(text, at, end);

		if (m.len == 0) {
			at++;
			continue;
		}
		look_around(&m, text, para);
		m.doubles = doubles;
		doubles += m.kind == MARK_DOUBLE;
		*arena_push(a, struct mark, l.at, l.n, l.cap) = m;
		at += m.len;
	}
	for (i = l.n; i-- > 0;) {
		l.at[i].closer = closer;
		if (is_single_closer(&l.at[i]))
			closer = (uint32_t)i;
	}
	return l;
}

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
		return first || (is_border(m->before) && is_word(m->after));
	default:
		if (first || is_border(m->before))
			return first || m->after == '"' ||
			    !letter_is_closer(m->after);
		return is_word(m->after) && !letter_is_digit(m->before);
	}
}

/* A mark that can only open while a quote is open: a closer is missing. */
static bool
must_open(const struct mark *m)
{
	if (m->side == SIDE_RIGHT)
		return false;
	return letter_is_space(m->before) &&
	    (is_word(m->after) || m->after == 0x2018);
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
	    !is_word(m->after) || is_elision(l->text, m))
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
	    m->side != SIDE_RIGHT && is_word(m->after)) {
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
	struct marks l = list_marks(list->a, text, para);
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

	if (para.len == 0 || !may_be_mark(text.ptr[para.off]))
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
