/* The article: rows of the page, each letter in the paint of what it is. */
#include "dateline/text/wrap.h"
#include "panes.h"

/* Spans of the article that are in view, walked along with the text. */
struct walker {
	const struct reader *reader;
	size_t hit;   /* the first hit that does not end before here */
	size_t quote; /* the first quote … */
	size_t run;   /* the first style run … */
};

static enum paint
row_paint(enum row_kind kind)
{
	switch (kind) {
	case ROW_TITLE:
		return PAINT_TITLE;
	case ROW_SOURCE:
		return PAINT_SOURCE;
	case ROW_HEADING:
		return PAINT_HEADING;
	case ROW_POST:
		return PAINT_POST;
	case ROW_PROMO:
	case ROW_FOLD:
		return PAINT_FOLD;
	default:
		return PAINT_TEXT;
	}
}

static bool
in_hit(struct walker *w, uint32_t at, enum paint *paint)
{
	const struct finder *f = &w->reader->find;

	while (w->hit < f->hit_n && span_end(f->hits[w->hit]) <= at)
		w->hit++;
	if (w->hit == f->hit_n || !span_has(f->hits[w->hit], at))
		return false;
	*paint = f->shown && w->hit == f->now ? PAINT_HIT_NOW : PAINT_HIT;
	return true;
}

static bool
in_quote(struct walker *w, uint32_t at, enum paint *paint)
{
	const struct opened *o = &w->reader->open;
	const struct quote *quotes = o->article.quotes;

	while (w->quote < o->article.quote_n &&
	    span_end(quotes[w->quote].whole) <= at)
		w->quote++;
	if (w->quote == o->article.quote_n ||
	    !span_has(quotes[w->quote].whole, at))
		return false;
	*paint = w->quote == o->quote		? PAINT_QUOTE_NOW
	    : reader_lists(&quotes[w->quote]) ? PAINT_QUOTE
					      : PAINT_TERM;
	return true;
}

/* The dress that letters wore is put on again as the terminal's own. */
static unsigned
style_at(struct walker *w, uint32_t at)
{
	const struct plain *text = &w->reader->open.article.text;
	unsigned style;

	while (w->run < text->run_n && span_end(text->runs[w->run].at) <= at)
		w->run++;
	if (w->run == text->run_n || !span_has(text->runs[w->run].at, at))
		return 0;
	style = text->runs[w->run].style;
	return (style & STYLE_BOLD ? LOOK_BOLD : 0u) |
	    (style & STYLE_ITALIC ? LOOK_ITALIC : 0u) |
	    (style & STYLE_UNDERLINE ? LOOK_UNDERLINE : 0u);
}

static void
draw_line(const struct drawing *d, struct walker *w, const struct row *line,
    int row, int col, int end)
{
	const struct article *t = &d->reader->open.article;
	size_t at = line->at.off, n;
	int left = line->kind == ROW_TABLE ? d->reader->open.side : 0;
	struct glyph g;

	col += line->indent;
	while (at < span_end(line->at) && col < end &&
	    (n = glyph_next(t->text.text, at, &g)) > 0) {
		enum paint paint = row_paint(line->kind);
		size_t soft = wrap_soft_end(t->text.text, at);
		unsigned attributes = style_at(w, (uint32_t)at);

		if (span_has(t->head.dateline, (uint32_t)at))
			paint = PAINT_DATELINE;
		if (!in_hit(w, (uint32_t)at, &paint) &&
		    line->kind != ROW_PROMO)
			in_quote(w, (uint32_t)at, &paint);
		if (left > 0)
			left -= g.cols;
		else
			col = canvas_glyph(d->canvas, row, col, end, &g, paint,
			    attributes);
		at += n > soft ? n : soft;
	}
	if (at < span_end(line->at))
		canvas_text(
		    d->canvas, row, end - 1, end, STR("…"), PAINT_FAINT);
}

/* "+ promotion folded, 2 blocks, occurs twice      e opens", or
 * "+ boilerplate folded, 1 block, in 12 reports    e opens" */
static void
draw_fold(const struct drawing *d, const struct row *fold, int row, int col,
    int end)
{
	const struct article *t = &d->reader->open.article;
	bool everywhere = t->blocks[fold->block].is_boilerplate;
	struct buf b = { .in = d->frame };
	uint32_t times;
	size_t n = page_fold_size(t, fold, &times);
	int room = end - col;

	buf_addf(&b, "+ %s folded, %zu %s",
	    everywhere ? "boilerplate" : "promotion", n,
	    n == 1 ? "block" : "blocks");
	if (room >= 50 && everywhere)
		buf_addf(&b, ", in %u reports", times);
	else if (room >= 50 && times == 2)
		buf_addf(&b, ", occurs twice");
	else if (room >= 50 && times > 2)
		buf_addf(&b, ", occurs %u times", times);
	col = canvas_text_cut(
	    d->canvas, row, col, end, buf_str(&b), PAINT_FOLD);
	if (end - col > 8)
		canvas_text(d->canvas, row, end - 7, end, STR("e opens"),
		    PAINT_FOLD);
}

/* A paragraph at `row`; returns the row after it. */
static int
draw_paragraph(const struct drawing *d, struct str text, int row, int col,
    int end, enum paint paint)
{
	struct span *lines;
	size_t n = wrap_lines(
	    d->frame, text, span_of(0, text.len), end - col, &lines);

	for (size_t i = 0; i < n; i++)
		canvas_text(d->canvas, row++, col, end,
		    str_of(text, lines[i]), paint);
	return row + 1;
}

/* Nothing is open: what was looked for, and what can be given. */
static void
draw_nothing(const struct drawing *d, int row, int col, int end)
{
	uint32_t files = archive_looked_at(d->reader->archive);
	struct buf b = { .in = d->frame };
	static const char *const lines[] = {
		"A report begins with a line such as",
		"date 2023-03-20 Harbour reopens | The Buoy",
		"with a blank before it, or stands in a file or folder named "
		"for its day: 2023-03-20.txt.",
		"Give files, folders or - for a pipe: dateline PATH. A file "
		"that is named opens in any case; dateline --explain PATH "
		"says how it was read.",
		"q quits",
	};

	if (d->reader->indexing) {
		canvas_text(d->canvas, row, col, end, STR("reading …"),
		    PAINT_FAINT);
		return;
	}
	buf_addf(&b, "No dated report in %u %s.", files,
	    files == 1 ? "file" : "files");
	row = draw_paragraph(d, buf_str(&b), row, col, end, PAINT_TITLE);
	for (size_t i = 0; i < COUNT(lines); i++)
		row = draw_paragraph(d, str_c(lines[i]), row, col, end,
		    i == 1 ? PAINT_QUOTE : PAINT_TEXT);
}

void
pane_article_draw(const struct drawing *d)
{
	const struct layout *l = &d->reader->layout;
	const struct opened *o = &d->reader->open;
	struct walker w = { .reader = d->reader };
	int col = l->text.col + l->indent, end = col + l->measure;

	if (!o->is) {
		draw_nothing(d, l->body, col, end);
		return;
	}
	for (int i = 0; i < l->rows && o->top + (size_t)i < o->page.n; i++) {
		const struct row *line = &o->page.rows[o->top + (size_t)i];

		if (line->kind == ROW_FOLD)
			draw_fold(d, line, l->body + i, col, end);
		else
			draw_line(d, &w, line, l->body + i, col, end);
	}
}
