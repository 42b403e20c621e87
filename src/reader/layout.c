/* Where the panes are.  Extra width becomes margin, never longer lines. */
#include "dateline/reader/layout.h"

enum {
	COLS_BARE = 30,
	ROWS_BARE = 6,
	COLS_NOTES = 72,
	COLS_WIDE = 110,
	ROWS_HINTS = 12,
	ROWS_STATUS = 8,
	ROWS_AIRY = 28,
};

static int
clamp(int n, int low, int high)
{
	return n < low ? low : n > high ? high : n;
}

static enum shape
shape_of(int cols, int rows)
{
	if (cols < COLS_BARE || rows < ROWS_BARE)
		return SHAPE_BARE;
	if (cols < COLS_NOTES)
		return SHAPE_SINGLE;
	return cols < COLS_WIDE ? SHAPE_NOTES : SHAPE_WIDE;
}

/* Head, status and hints take their rows; the body has the rest. */
static void
place_rows(struct layout *l, int rows)
{
	int below = rows;

	l->hints = l->status = -1;
	if (l->shape != SHAPE_BARE) {
		if (rows >= ROWS_HINTS)
			l->hints = --below;
		if (rows >= ROWS_STATUS && l->shape != SHAPE_SINGLE)
			l->status = --below;
		l->body = l->shape == SHAPE_SINGLE ? 1 : 2;
	}
	l->rows = below - l->body;
	l->airy = l->shape == SHAPE_WIDE && rows >= ROWS_AIRY;
}

/* Dates on the left, quotes on the right, a bar beside each. */
static void
place_side_panes(struct layout *l, int cols, const struct view *view)
{
	int right = cols;

	if (!view->text_only) {
		bool wide = l->shape == SHAPE_WIDE;

		if (!view->dates_hidden)
			l->dates.cols =
			    wide ? clamp(cols * 28 / 120, 24, 28) : 11;
		l->quotes.cols = wide ? clamp(cols * 29 / 120, 26, 34) : 18;
		l->quotes.col = right - l->quotes.cols;
		right = l->quotes.col - 1;
		l->notes = wide == view->quotes_other;
	}
	l->text.col = l->dates.cols ? l->dates.cols + 1 : 0;
	l->text.cols = right - l->text.col;
}

/* One pane has the whole width. */
static void
place_single_pane(struct layout *l, int cols, enum pane focus)
{
	struct pane_box all = { 0, cols };

	if (focus == PANE_DATES)
		l->dates = all;
	else if (focus == PANE_QUOTES)
		l->quotes = all;
	else
		l->text = all;
}

static void
place_text(struct layout *l, int cols, const struct view *view)
{
	int room = (l->text.cols ? l->text.cols : cols) - 3;

	if (l->shape == SHAPE_BARE)
		room = cols;
	l->measure = clamp(room, 1, view->measure);
	l->indent = (room + 3 - l->measure + (l->shape == SHAPE_WIDE)) / 2;
	if (l->shape == SHAPE_BARE)
		l->indent = 0;
}

struct layout
layout_make(int cols, int rows, const struct view *view, enum pane focus)
{
	struct layout l = { .shape = shape_of(cols, rows) };

	place_rows(&l, rows);
	if (l.shape == SHAPE_WIDE || l.shape == SHAPE_NOTES)
		place_side_panes(&l, cols, view);
	else
		place_single_pane(&l, cols,
		    l.shape == SHAPE_BARE ? PANE_TEXT : focus);
	place_text(&l, cols, view);
	return l;
}
