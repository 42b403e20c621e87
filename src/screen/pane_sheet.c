/* A page of lines that covers the panes. */
#include "panes.h"

static void
select_row(const struct drawing *d, int row)
{
	canvas_paint(d->canvas, row, 1, d->reader->cols, PAINT_SELECTED);
	d->canvas->cursor_row = row;
	d->canvas->cursor_col = 1;
}

static void
draw_row(const struct drawing *d, const struct sheet_row *row, int at)
{
	int end = d->reader->cols, col;
	struct span before = span_of(0, row->mark.off);

	canvas_text(d->canvas, at, 2, end, row->left, PAINT_KEY);
	if (row->aside.len > 0)
		canvas_text(d->canvas, at, row->aside_at, end, row->aside,
		    PAINT_FAINT);
	if (row->mark.len == 0) {
		canvas_text(d->canvas, at, row->indent, end, row->text,
		    row->paint);
		return;
	}
	col = canvas_text(d->canvas, at, row->indent, end,
	    str_of(row->text, before), row->paint);
	col = canvas_text(
	    d->canvas, at, col, end, str_of(row->text, row->mark), PAINT_HIT);
	canvas_text(d->canvas, at, col, end,
	    str_skip(row->text, span_end(row->mark)), row->paint);
}

void
pane_sheet_draw(const struct drawing *d)
{
	const struct sheet *s = &d->reader->sheet;
	struct str aside = str_c(s->aside);
	int end = d->reader->cols, col = 1;

	if (s->first > 0) {
		col = canvas_text(
		    d->canvas, 0, col, end, str_c(s->title), PAINT_TITLE);
		if (col + 2 + glyph_columns(aside) < end)
			canvas_text(d->canvas, 0,
			    end - 1 - glyph_columns(aside), end, aside,
			    PAINT_FAINT);
	}
	for (int i = 0; i < s->room && s->top + (size_t)i < s->n; i++) {
		struct sheet_row row =
		    sheet_row(d->reader, s->top + (size_t)i, d->frame);

		draw_row(d, &row, s->first + i);
		if (row.leads && s->top + (size_t)i == s->now)
			select_row(d, s->first + i);
	}
}
