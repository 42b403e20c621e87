/* A page of lines that covers the panes. */
#include "panes.h"

static void
select_row(const struct drawing *d, int row)
{
	canvas_paint(d->canvas, row, 1, d->reader->cols, PAINT_SELECTED);
	d->canvas->cursor_row = row;
	d->canvas->cursor_col = 1;
}

/* What is marked stays marked in the row that is selected. */
static void
draw_text(const struct drawing *d, const struct sheet_row *row, int at, int end,
    bool now)
{
	int col = row->indent;

	if (row->mark.len > 0) {
		col = canvas_text(d->canvas, at, col, end,
		    str_head(row->text, row->mark.off),
		    now ? PAINT_SELECTED : row->paint);
		col = canvas_text(d->canvas, at, col, end,
		    str_of(row->text, row->mark), now ? PAINT_HIT_NOW : PAINT_HIT);
	}
	canvas_text_cut(d->canvas, at, col, end,
	    str_skip(row->text, span_end(row->mark)),
	    now ? PAINT_SELECTED : row->paint);
}

static void
draw_row(const struct drawing *d, const struct sheet_row *row, int at, bool now)
{
	int end = d->reader->cols;

	if (now)
		select_row(d, at);
	canvas_text(d->canvas, at, 2, end, row->left,
	    now ? PAINT_SELECTED : PAINT_KEY);
	if (row->aside.len > 0) {
		canvas_text(d->canvas, at, row->aside_at, end, row->aside,
		    now ? PAINT_SELECTED : PAINT_FAINT);
		end = row->aside_at - 1;
	}
	draw_text(d, row, at, end, now);
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
		canvas_text_cut(d->canvas, 1, 1, end, s->legend, PAINT_FAINT);
	}
	for (int i = 0; i < s->room && s->top + (size_t)i < s->n; i++) {
		struct sheet_row row =
		    sheet_row(d->reader, s->top + (size_t)i, d->frame);

		draw_row(d, &row, s->first + i,
		    row.leads && s->top + (size_t)i == s->now);
	}
}
