/* What was said, and by whom: as a list, or as notes in the margin beside the
 * lines where the quotes begin. */
#include "panes.h"

#include "dateline/find/name.h"

enum {
	QUOTE_LINES = 3, /* at most */
	QUOTE_ROWS = 3,	 /* at least: who, what, a blank */
};

struct str
quote_speaker(const struct reader *r, const struct quote *q)
{
	const struct opened *o = &r->open;
	struct str name =
	    name_without_mark(o->whose[q - o->article.quotes].name);

	return name.len > 0 ? name : STR("(nobody named)");
}

struct str
quote_pronoun(const struct reader *r, const struct quote *q)
{
	if (q->how != QUOTE_INFERRED)
		return STR("");
	return str_of(r->open.article.text.text, q->mention);
}

static bool
is_starred(const struct reader *r, const struct quote *q)
{
	return reader_has_star(r, (struct place){ r->open.id,
	    plain_to_raw(&r->open.article.text, q->words.off) });
}

/* "* Xi Jinping  (“he”)"; where there is no room for both, the name. */
static struct str
speaker_line(const struct drawing *d, const struct quote *q, bool note)
{
	const struct opened *o = &d->reader->open;
	struct str name = quote_speaker(d->reader, q);
	struct str pronoun = quote_pronoun(d->reader, q);
	struct buf b = { .in = d->frame };

	if (is_starred(d->reader, q))
		buf_add(&b, STR("* "));
	buf_add(&b, name);
	name = arena_str(d->frame, buf_str(&b));
	if (o->whose[q - o->article.quotes].yours)
		buf_add(&b, note ? STR(" (yours)") : STR("  (yours)"));
	else if (pronoun.len > 0)
		buf_addf(&b, note ? " (%.*s)" : "  (“%.*s”)",
		    (int)pronoun.len, pronoun.ptr);
	if (glyph_columns(buf_str(&b)) > d->reader->layout.quotes.cols - 2)
		return name;
	return buf_str(&b);
}

static void
add_quote(const struct drawing *d, struct list *l, size_t i)
{
	const struct opened *o = &d->reader->open;
	const struct quote *q = &o->article.quotes[i];
	struct list_row row = { .indent = 2, .now = i == o->quote };

	row.paint = row.now ? PAINT_SPEAKER_NOW : PAINT_SPEAKER;
	row.text = speaker_line(d, q, false);
	list_add_text(d, l, row, d->reader->layout.quotes.cols - 3, 1);
	row.paint = row.now ? PAINT_QUOTE_NOW : PAINT_QUOTE;
	row.text = str_of(o->article.text.text, q->whole);
	list_add_text(
	    d, l, row, d->reader->layout.quotes.cols - 3, QUOTE_LINES);
	list_add(d, l, (struct list_row){ .text = STR("") });
}

/* Titles and terms, after all quotes: as many as can be in view. */
static void
add_terms(const struct drawing *d, struct list *l, bool none_said)
{
	const struct article *t = &d->reader->open.article;
	struct list_row row = { .indent = 2, .paint = PAINT_FAINT };
	int cols = d->reader->layout.quotes.cols - 3;
	size_t most = l->n + (size_t)d->reader->layout.rows;
	bool said = false;

	if (none_said) {
		row.text = STR("No one is quoted.");
		list_add_text(d, l, row, cols, 2);
	}
	for (size_t i = 0; i < t->quote_n && l->n < most; i++) {
		if (reader_lists(&t->quotes[i]) || t->quotes[i].in_heading)
			continue;
		row.paint = PAINT_FAINT;
		if (!said) {
			list_add(d, l, (struct list_row){ .text = STR("") });
			row.text = none_said ? STR("In quotation marks:")
					     : STR("also in quotation marks:");
			list_add_text(d, l, row, cols, 2);
		}
		said = true;
		row.paint = PAINT_TERM;
		row.text = str_of(t->text.text, t->quotes[i].whole);
		list_add_text(d, l, row, cols, 2);
	}
}

/* The `n`th listed quote before, or after, the current one. */
static size_t
quote_near(const struct opened *o, int by, int n)
{
	size_t i = o->quote;

	while (n > 0 && (by > 0 ? i + 1 < o->article.quote_n : i > 0)) {
		i = by > 0 ? i + 1 : i - 1;
		n -= reader_lists(&o->article.quotes[i]);
	}
	return i;
}

static void
draw_row(const struct drawing *d, const struct list_row *row, int at)
{
	const struct pane_box *box = &d->reader->layout.quotes;
	int end = box->col + box->cols, to;

	to = canvas_text_cut(d->canvas, at, box->col + row->indent, end,
	    row->text, row->paint);
	if (row->paint != PAINT_SPEAKER_NOW)
		return;
	canvas_text(d->canvas, at, box->col + 1, end, STR(" "), row->paint);
	canvas_text(d->canvas, at, to, end, STR(" "), row->paint);
	if (d->reader->focus == PANE_QUOTES) {
		d->canvas->cursor_row = at;
		d->canvas->cursor_col = box->col;
	}
}

void
pane_quotes_draw(const struct drawing *d)
{
	const struct layout *lay = &d->reader->layout;
	const struct opened *o = &d->reader->open;
	size_t n = o->article.quote_n, first, last, top;
	int room = lay->rows / QUOTE_ROWS + 2;
	struct list l = { 0 };

	if (!o->is)
		return;
	if (lay->airy)
		list_add(d, &l, (struct list_row){ .text = STR("") });
	first = o->quote < n ? quote_near(o, -1, room) : n;
	last = o->quote < n ? quote_near(o, 1, room) : n;
	for (size_t i = first; i <= last && i < n; i++)
		if (reader_lists(&o->article.quotes[i]))
			add_quote(d, &l, i);
	if (last + 1 >= n || reader_quote_count(d->reader) ==
		reader_quote_number(d->reader, last))
		add_terms(d, &l, o->quote >= n);
	top = list_top(&l, lay->rows);
	for (int i = 0; i < lay->rows && top + (size_t)i < l.n; i++)
		draw_row(d, &l.rows[top + (size_t)i], lay->body + i);
}

static void
draw_note(const struct drawing *d, size_t i, int at)
{
	bool now = i == d->reader->open.quote;
	struct list_row row = { .indent = 2 };

	row.paint = now ? PAINT_SPEAKER_NOW : PAINT_SPEAKER;
	row.text =
	    speaker_line(d, &d->reader->open.article.quotes[i], true);
	draw_row(d, &row, at);
}

/* A note stands beside the line where its quote begins; a second one on that
 * line takes the next row that is free. */
void
pane_notes_draw(const struct drawing *d)
{
	const struct layout *lay = &d->reader->layout;
	const struct opened *o = &d->reader->open;
	size_t i = 0;
	int free_row = 0;

	if (!o->is)
		return;
	for (int row = 0; row < lay->rows; row++) {
		size_t at = o->top + (size_t)row;

		if (at >= o->page.n)
			break;
		if (o->page.rows[at].kind == ROW_BLANK)
			continue;
		for (; i < o->article.quote_n &&
		     o->article.quotes[i].whole.off <
			 span_end(o->page.rows[at].at);
		     i++) {
			const struct quote *q = &o->article.quotes[i];

			if (q->whole.off < o->page.rows[at].at.off ||
			    !reader_lists(q))
				continue;
			free_row = free_row > row ? free_row : row;
			if (free_row < lay->rows)
				draw_note(d, i, lay->body + free_row++);
		}
	}
}
