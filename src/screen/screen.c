/* The picture of a reader: panes into cells, in any order, each in its box. */
#include "panes.h"

static void
draw_panes(const struct drawing *d)
{
	const struct layout *l = &d->reader->layout;

	head_draw(d);
	if (l->text.cols)
		pane_article_draw(d);
	if (l->dates.cols && scope_count(&d->reader->scope) > 0)
		pane_dates_draw(d);
	if (l->quotes.cols && l->notes)
		pane_notes_draw(d);
	else if (l->quotes.cols)
		pane_quotes_draw(d);
}

struct canvas
screen_draw(const struct reader *r, struct arena *frame)
{
	struct canvas c = canvas_new(frame, r->cols, r->rows);
	struct drawing d = { r, &c, frame };

	c.cursor_row = r->layout.body;
	c.cursor_col = r->layout.text.col;
	if (r->sheet.kind == SHEET_CALENDAR)
		pane_calendar_draw(&d);
	else if (r->sheet.kind == SHEET_TIMELINE)
		pane_timeline_draw(&d);
	else if (r->sheet.kind != SHEET_NONE)
		pane_sheet_draw(&d);
	else
		draw_panes(&d);
	foot_draw(&d);
	return c;
}
