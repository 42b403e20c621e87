/* A page of lines that covers the panes. */
#include "panes.h"

static void
select_row(const struct drawing *d, int row)
{
	canvas_paint(d->canvas, row, 1, d->reader->cols, PAINT_SELECTED);
	d->canvas->cursor_row = row;
	d->canvas->cursor_col = 1;
}

void
pane_sheet_draw(const struct drawing *d)
{
	const struct sheet *s = &d->reader->sheet;
	int end = d->reader->cols;

	if (s->first > 0)
		canvas_text(d->canvas, 0, 1, end, str_c(s->title), PAINT_TITLE);
	for (int i = 0; i < s->room && s->top + (size_t)i < s->n; i++) {
		const struct sheet_row *row = &s->rows[s->top + (size_t)i];

		canvas_text(
		    d->canvas, s->first + i, 2, end, row->left, PAINT_KEY);
		canvas_text(d->canvas, s->first + i, row->indent, end,
		    row->text, row->paint);
		if (row->leads && s->top + (size_t)i == s->now)
			select_row(d, s->first + i);
	}
}
