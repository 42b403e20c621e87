/* Making a plain text.  Nothing is copied until something changes: the maker
 * walks from one thing worth a look to the next (plain_skip) and, where the
 * text must differ, writes what lies between and then the replacement.
 *
 *	raw    The c a f é\r\n was 𝗼𝗽𝗲𝗻.
 *	       |---------|^        ^ each a replacement: from, to, bytes
 *	       copied     to here
 *
 * A line with dressed letters is judged as a whole when the first of them is
 * met (unstyle_line); its verdict is kept until the walk has left the line. */
#include "dateline/text/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <uninorm.h>
#include <unictype.h>

#include "dateline/base/buf.h"
#include "dateline/text/escape.h"
#include "dateline/text/glyph.h"
#include "plain_scan.h"

enum {
	RAW_MAX = 256 * 1024 * 1024, /* offsets of any form fit in 32 bits */
	CLUSTER_MAX = 32,	     /* marks that are composed with a letter */
};

/* A line that was judged. */
struct line {
	struct dressed *letter;
	size_t n, cap;
	size_t end;  /* raw */
	size_t next; /* the walk has not come to this letter yet */
};

struct maker {
	struct arena *a;
	struct str raw;
	enum plain_form form;
	struct plain p;
	size_t edit_cap, run_cap;
	struct buf text;
	size_t copied;	   /* raw before this is in the text */
	size_t line_start; /* a line starts here, or later after a '\n' */
	size_t escape_end; /* raw before this is in a sequence we counted */
	struct line line;
};

static void
copy_until(struct maker *m, size_t at)
{
	if (m->text.cap == 0) {
		m->text.cap = m->raw.len + m->raw.len / 8 + 64;
		m->text.ptr = arena_array(m->a, char, m->text.cap);
	}
	buf_add(&m->text,
	    (struct str){ m->raw.ptr + m->copied, at - m->copied });
	m->copied = at;
}

static void
add_edit(struct maker *m, size_t raw)
{
	struct edit e = { (uint32_t)m->text.len,
		m->p.raw_off + (uint32_t)raw };
	struct plain *p = &m->p;

	if (p->edit_n > 0 && p->edits[p->edit_n - 1].plain == e.plain &&
	    p->edits[p->edit_n - 1].raw == e.raw)
		return;
	*arena_push(m->a, struct edit, p->edits, p->edit_n, m->edit_cap) = e;
}

/* Puts `out` in place of raw [from, to); returns `to`. */
static size_t
replace(struct maker *m, size_t from, size_t to, struct str out)
{
	bool in_step = to - from == out.len;

	copy_until(m, from);
	if (!in_step)
		add_edit(m, from);
	buf_add(&m->text, out);
	if (!in_step)
		add_edit(m, to);
	m->copied = to;
	return to;
}

static void
replace_char(struct maker *m, size_t from, size_t to, uint32_t cp)
{
	char out[UTF8_MAX];

	replace(m, from, to, (struct str){ out, utf8_put(out, cp) });
}

/* The text from `from` on wears `style`; what has a style already keeps it. */
static void
add_run(struct maker *m, size_t from, unsigned style)
{
	struct plain *p = &m->p;
	struct style_run *last = p->run_n ? &p->runs[p->run_n - 1] : NULL;
	struct span at;

	if (last && from < span_end(last->at))
		from = span_end(last->at);
	at = span_of(from, m->text.len);
	if (style == 0 || at.len == 0)
		return;
	if (last && last->style == style && span_end(last->at) == at.off)
		last->at.len += at.len;
	else
		*arena_push(m->a, struct style_run, p->runs, p->run_n,
		    m->run_cap) = (struct style_run){ at, style };
}

static inline bool
is_line_end(uint32_t cp)
{
	if (cp > '\r' && cp < 0x85)
		return false;
	return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 ||
	    cp == 0x2029;
}

/* A mark that is drawn.  Variation selectors are marks too, but hidden. */
static bool
is_mark(uint32_t cp)
{
	return cp >= 0x300 &&
	    uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M) &&
	    !glyph_is_hidden(cp);
}

static void
line_add(struct maker *m, uint32_t cp, size_t at)
{
	struct line *l = &m->line;

	if (l->n == l->cap)
		l->letter = arena_grow(m->a, l->letter, l->n, l->n + 1,
		    &l->cap, sizeof(*l->letter), alignof(struct dressed));
	l->letter[l->n++] =
	    (struct dressed){ .cp = cp, .at = (uint32_t)at };
}

/* Reads the line that `at` lies in and asks which letters to strip. */
static void
judge_line(struct maker *m, size_t at)
{
	struct line *l = &m->line;
	const char *nl =
	    memrchr(m->raw.ptr + m->line_start, '\n', at - m->line_start);
	size_t from = nl ? (size_t)(nl - m->raw.ptr) + 1 : m->line_start;
	uint32_t cp;
	size_t n;

	l->n = l->next = 0;
	while ((n = utf8_next(m->raw, from, &cp)) > 0 && !is_line_end(cp)) {
		line_add(m, cp, from);
		from += n;
	}
	l->end = m->line_start = from;
	unstyle_line(l->letter, l->n);
}

/* The letter at `at`, after its line was judged. */
static const struct dressed *
judged_letter(struct maker *m, size_t at)
{
	struct line *l = &m->line;

	if (at >= l->end)
		judge_line(m, at);
	while (l->letter[l->next].at < at)
		l->next++;
	return &l->letter[l->next];
}

/* A stripped letter and its marks, as they are to be composed. */
struct cluster {
	uint32_t cp[CLUSTER_MAX + 1];
	size_t at[CLUSTER_MAX + 2]; /* where they were, and the end */
	size_t n;
	unsigned style;
};

static void
cluster_read(struct cluster *c, const struct line *l)
{
	const struct dressed *d = &l->letter[l->next];
	const struct dressed *end = l->letter + l->n;

	c->cp[0] = d->plain;
	c->at[0] = d->at;
	c->n = 1;
	c->style = d->style;
	for (d++; d < end && c->n <= CLUSTER_MAX && d->dress == DRESS_NONE &&
	    is_mark(d->cp); d++) {
		if (d->strip) {
			c->style |= STYLE_UNDERLINE;
			continue;
		}
		c->at[c->n] = d->at;
		c->cp[c->n++] = d->cp;
	}
	c->at[c->n] = d < end ? d->at : l->end;
}

/* U5: normalization form C.  What was composed with the letter is one atom with
 * it; marks that are left over keep their places. */
static void
cluster_compose(struct cluster *c)
{
	uint32_t out[3 * (CLUSTER_MAX + 1)];
	size_t n = COUNT(out);
	uint32_t *got;

	if (c->n == 1)
		return;
	got = u32_normalize(UNINORM_NFC, c->cp, c->n, out, &n);
	if (got && n <= c->n) {
		memcpy(c->cp, got, n * sizeof(*got));
		memmove(c->at + 1, c->at + 1 + (c->n - n),
		    n * sizeof(*c->at));
		c->n = n;
	}
	if (got != out)
		free(got);
}

static size_t
strip_letter(struct maker *m)
{
	struct cluster c;
	size_t from;

	cluster_read(&c, &m->line);
	copy_until(m, c.at[0]);
	from = m->text.len;
	cluster_compose(&c);
	for (size_t i = 0; i < c.n; i++)
		replace_char(m, c.at[i], c.at[i + 1], c.cp[i]);
	add_run(m, from, c.style);
	return c.at[c.n];
}

/* U6: takes the line under a letter away and underlines the letter. */
static size_t
strip_underline(struct maker *m, size_t at, size_t n)
{
	size_t end = replace(m, at, at + n, (struct str){ "", 0 });
	struct str text = buf_str(&m->text);
	size_t from = text.len;
	uint32_t cp = UNSTYLE_UNDERLINE;

	for (int i = 0; i < CLUSTER_MAX && from > 0 && is_mark(cp); i++) {
		from = utf8_prev(text, from);
		utf8_next(text, from, &cp);
	}
	add_run(m, from, STYLE_UNDERLINE);
	return end;
}

/* Letters to be stripped come in words: the next one need not be looked for. */
static bool
is_stripped_next(struct maker *m, size_t at)
{
	const struct dressed *d;

	if (at >= m->line.end)
		return false;
	d = judged_letter(m, at);
	return d->strip && d->cp != UNSTYLE_UNDERLINE;
}

static size_t
meet_letter(struct maker *m, size_t at, size_t n)
{
	const struct dressed *d = judged_letter(m, at);

	if (!d->strip)
		return at + n;
	if (d->cp == UNSTYLE_UNDERLINE)
		return strip_underline(m, at, n);
	do
		at = strip_letter(m);
	while (is_stripped_next(m, at));
	return at;
}

/* R0: CRLF, a lone CR and \r\r\n are one line end. */
static size_t
meet_line_end(struct maker *m, size_t at, size_t n)
{
	struct str rest = str_skip(m->raw, at);

	if (str_starts(rest, STR("\r\n")))
		n = 2;
	else if (str_starts(rest, STR("\r\r\n")))
		n = 3;
	m->line_start = at + n;
	return replace(m, at, at + n, STR("\n"));
}

static size_t
meet_bad(struct maker *m, size_t at, size_t n)
{
	if (m->p.bad++ == 0)
		m->p.bad_first = m->p.raw_off + (uint32_t)at;
	replace_char(m, at, at + n, UTF8_BAD);
	return at + n;
}

/* A byte order mark at the start of the record or directly before a marker. */
static bool
is_stray_bom(const struct maker *m, size_t at, size_t n, uint32_t cp)
{
	if (cp != 0xFEFF)
		return false;
	if (at == 0 && m->p.raw_off == 0)
		return true;
	return (at == 0 || at == m->line_start || m->raw.ptr[at - 1] == '\n') &&
	    str_starts(str_skip(m->raw, at + n), STR(" date "));
}

static void
count_hidden(struct maker *m, size_t at)
{
	if (m->p.hidden++ == 0)
		m->p.hidden_first = m->p.raw_off + (uint32_t)at;
}

static void
count_control(struct maker *m, size_t at)
{
	if (m->p.controls++ == 0)
		m->p.controls_first = m->p.raw_off + (uint32_t)at;
}

/* ESC [ 3 1 m: colour that a terminal's log brings along does no harm, so it is
 * no warning. */
static bool
is_colour(struct str escape)
{
	return str_starts(escape, STR("\033[")) &&
	    str_ends(escape, STR("m")) && !memchr("<=>?", escape.ptr[2], 4);
}

/* An escape sequence is one control, whatever is in it, and for readers one
 * sign.  The sign stands for its first character, and the rest is nothing, so
 * that no offset lies inside the sign. */
static size_t
meet_escape(struct maker *m, size_t at, size_t n, size_t end)
{
	if (at >= m->escape_end) {
		m->escape_end = end;
		if (!is_colour(str_head(str_skip(m->raw, at), end - at)))
			count_control(m, at);
	}
	if (m->form != PLAIN_READABLE)
		return at + n;
	replace(m, at, at + n, STR(ESCAPE_SIGN));
	return replace(m, at + n, end, (struct str){ "", 0 });
}

/* What is not drawn as it is: counted, and named in the original form. */
static size_t
meet_unseen(struct maker *m, size_t at, size_t n, uint32_t cp)
{
	size_t escape = escape_length(m->raw, at);
	char room[16], name[32];
	int len;

	if (!glyph_hidden_name(cp, room))
		return at + n;
	if (escape > 0)
		n = meet_escape(m, at, n, at + escape) - at;
	else if (at >= m->escape_end && glyph_is_hidden(cp))
		count_hidden(m, at);
	else if (at >= m->escape_end)
		count_control(m, at);
	if (m->form != PLAIN_ORIGINAL)
		return at + n;
	len = snprintf(name, sizeof(name), "‹%s›", room);
	return replace(m, at, at + n, (struct str){ name, (size_t)len });
}

/* One thing worth a look; returns where it ends. */
static size_t
meet(struct maker *m, size_t at)
{
	uint32_t cp;
	bool ok;
	size_t n = utf8_check(m->raw, at, &cp, &ok);

	if (!ok)
		return meet_bad(m, at, n);
	if (is_line_end(cp))
		return meet_line_end(m, at, n);
	if (unstyle_may_strip(cp))
		return m->form == PLAIN_READABLE ? meet_letter(m, at, n) :
						   at + n;
	if (is_stray_bom(m, at, n, cp))
		return replace(m, at, at + n, (struct str){ "", 0 });
	return meet_unseen(m, at, n, cp);
}

struct plain
plain_make(struct arena *a, struct str raw, uint32_t raw_off,
    enum plain_form form)
{
	struct maker m = { .a = a, .raw = str_head(raw, RAW_MAX),
		.form = form, .text = { .in = a } };
	size_t at = 0;

	m.p.raw_off = raw_off;
	m.p.raw_len = (uint32_t)m.raw.len;
	while ((at = plain_skip(m.raw, at)) < m.raw.len)
		at = meet(&m, at);
	m.p.text = m.raw;
	if (m.copied > 0) {
		copy_until(&m, m.raw.len);
		m.p.text = buf_str(&m.text);
	}
	return m.p;
}
