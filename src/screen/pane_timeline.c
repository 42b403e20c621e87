/* The timeline: a row for each period, also for those in which there is
 * nothing, and a bar as long as it has many.
 *
 *	2023 Jan  ████ 4
 *	     Feb
 *	     Mar  ███████████ 11
 */
#include <inttypes.h>

#include "panes.h"

#include "dateline/archive/date.h"

enum { EIGHTHS = 8, BAR_EACH = 4 };

/* How far the names of periods reach. */
static int
label_cols(enum tally_by by)
{
	static const int cols[BY_COUNT] = { [BY_DAY] = 15, [BY_MONTH] = 8,
		[BY_YEAR] = 4 };

	return cols[by];
}

/* "2023 Mar 20 Mon"; what is the same as in the row above is left out, but in
 * the first row on the screen. */
static void
draw_period(const struct drawing *d, date day, int row, bool whole)
{
	enum tally_by by = d->reader->when.line.by;
	struct ymd when = date_ymd(day);
	int end = d->reader->cols;
	bool month = whole || when.day == 1;
	bool year = whole || by == BY_YEAR || (month && when.month == 1);
	struct buf b = { .in = d->frame };

	if (year) {
		buf_addf(&b, "%04d", when.year);
		canvas_text(d->canvas, row, 2, end, buf_str(&b), PAINT_MONTH);
	}
	if (by != BY_YEAR && month)
		canvas_text(d->canvas, row, 7, end,
		    str_head(str_c(date_month_name(when.month)), 3),
		    PAINT_TEXT);
	if (by == BY_DAY) {
		b.len = 0;
		buf_addf(&b, "%2d %.3s", when.day,
		    date_weekday_name(date_weekday(day)));
		canvas_text(d->canvas, row, 11, end, buf_str(&b), PAINT_TEXT);
	}
}

/* Whole blocks and a part of one, never nothing for something, and no more than
 * a few for each.  Returns the column after it. */
static int
draw_bar(const struct drawing *d, int row, int col, int cols, uint64_t n,
    uint64_t most)
{
	static const char *const parts[EIGHTHS] = { "", "▏", "▎", "▍", "▌",
		"▋", "▊", "▉" };
	double each = most > 0 ? (double)cols / (double)most : 0;
	int eighths = (int)((double)n * EIGHTHS *
	    (each < BAR_EACH ? each : BAR_EACH));

	if (cols < 1)
		return col;
	if (n > 0 && eighths == 0)
		eighths = 1;
	for (int i = 0; i < eighths / EIGHTHS; i++)
		col = canvas_text(
		    d->canvas, row, col, d->reader->cols, STR("█"), PAINT_BARS);
	return canvas_text(d->canvas, row, col, d->reader->cols,
	    str_c(parts[eighths % EIGHTHS]), PAINT_BARS);
}

static void
draw_row(const struct drawing *d, const struct when_row *w, int row, bool whole)
{
	const struct timeline *l = &d->reader->when.line;
	int col = 2 + label_cols(l->by) + 2, cols = d->reader->cols;
	struct buf b = { .in = d->frame };
	int number;

	buf_addf(&b, " %" PRIu64, w->n);
	number = glyph_columns(buf_str(&b));
	if (w->kind == WHEN_PERIOD) {
		draw_period(d, w->range.first, row, whole);
		col = draw_bar(
		    d, row, col, cols - col - number - 1, w->n, l->most);
	} else {
		col = canvas_text(d->canvas, row, 2, cols,
		    w->kind == WHEN_EARLIER ? STR("earlier") : STR("later"),
		    PAINT_FAINT) + 1;
	}
	if (w->n > 0)
		canvas_text(
		    d->canvas, row, col, cols, buf_str(&b), PAINT_FAINT);
}

/* "Reports by month", "hits of “visit” by month" */
static void
draw_head(const struct drawing *d)
{
	const struct reader *r = d->reader;
	struct str aside = str_c(r->sheet.aside);
	int col = r->cols - 1 - glyph_columns(aside), end;
	struct buf b = { .in = d->frame };

	buf_addf(&b, "%s by %s", r->when.counted ? r->when.what : "Reports",
	    tally_by_name(r->when.line.by));
	if (scope_is_narrowed(&r->scope)) {
		buf_add(&b, STR(", only "));
		scope_print(&r->scope, &b);
	}
	end = canvas_text_cut(
	    d->canvas, 0, 1, r->cols - 1, buf_str(&b), PAINT_TITLE);
	if (col > end + 2)
		canvas_text(d->canvas, 0, col, r->cols, aside, PAINT_FAINT);
}

void
pane_timeline_draw(const struct drawing *d)
{
	const struct reader *r = d->reader;
	uint32_t n = when_row_count(&r->when), now = when_row_now(&r->when);
	uint32_t room = r->sheet.room > 0 ? (uint32_t)r->sheet.room : 0;
	uint32_t top = now > room / 2 ? now - room / 2 : 0;

	if (r->sheet.first > 0)
		draw_head(d);
	if (n == 0)
		canvas_text(d->canvas, r->sheet.first, 2, r->cols,
		    STR("Nothing here has a date."), PAINT_TEXT);
	if (top + room > n)
		top = n > room ? n - room : 0;
	for (uint32_t i = 0; i < room && top + i < n; i++) {
		struct when_row w = when_row_at(&r->when, top + i);
		int row = r->sheet.first + (int)i;

		draw_row(d, &w, row,
		    i == 0 || top + i == (r->when.line.earlier > 0));
		if (top + i != now)
			continue;
		canvas_paint(d->canvas, row, 1,
		    3 + label_cols(r->when.line.by), PAINT_SELECTED);
		d->canvas->cursor_row = row;
		d->canvas->cursor_col = r->cols > 1;
	}
}
