/* The calendar: months side by side, and how many reports each day has, by a
 * sign behind it and by its paint.
 *
 *	March 2023
 *	Mo Tu We Th Fr Sa Su
 *	       1  2·  3  4  5
 *	 6+  7  8  9 10 11 12
 */
#include <inttypes.h>

#include "panes.h"

#include "dateline/archive/date.h"

enum { LEVELS = 4, DAY_COLS = 3 };

static const enum paint level_paints[LEVELS] = { PAINT_FAINT, PAINT_DAY_FEW,
	PAINT_DAY_SOME, PAINT_DAY_MANY };
static const char *const level_signs[LEVELS] = { " ", "·", "+", "#" };

static void
draw_day(const struct drawing *d, const struct when_scale *scale, date day,
    int row, int col)
{
	const struct when *w = &d->reader->when;
	uint64_t n = tally_in(&w->reports, (struct date_range){ day, day });
	int level = when_level(scale, n), end = col + DAY_COLS;
	enum paint paint =
	    day == w->day ? PAINT_SELECTED : level_paints[level];
	struct buf b = { .in = d->frame };

	if (row < d->reader->sheet.first)
		return;
	buf_addf(&b, "%2d", date_ymd(day).day);
	canvas_text(d->canvas, row, col, end, buf_str(&b), paint);
	canvas_text(d->canvas, row, col + 2, end, str_c(level_signs[level]),
	    day == w->day ? PAINT_SELECTED : PAINT_RULE);
	if (day == w->day && row < d->canvas->rows && col < d->canvas->cols) {
		d->canvas->cursor_row = row;
		d->canvas->cursor_col = col;
	}
}

static void
draw_month(const struct drawing *d, const struct when_scale *scale,
    int32_t month, int row, int col)
{
	struct date_range days = period_range(BY_MONTH, month);
	int end = col + MONTH_COLS, weekday;
	struct buf b = { .in = d->frame };

	if (days.first == DATE_NONE)
		return;
	buf_addf(&b, "%s %04d", date_month_name(month % 12 + 1), month / 12);
	if (row >= d->reader->sheet.first)
		canvas_text(
		    d->canvas, row, col, end, buf_str(&b), PAINT_MONTH);
	if (row + 1 >= d->reader->sheet.first)
		canvas_text(d->canvas, row + 1, col, end,
		    STR("Mo Tu We Th Fr Sa Su"), PAINT_FAINT);
	row += 2;
	for (date day = days.first; day <= days.last; day++) {
		weekday = date_weekday(day);
		draw_day(d, scale, day, row, col + weekday * DAY_COLS);
		row += weekday == 6;
	}
}

/* Rows that are left out above where there is not even room for a month: its
 * last weeks are there when they are wanted. */
static int
rows_above(const struct reader *r)
{
	date first = period_range(BY_MONTH,
	    period_of(BY_MONTH, r->when.day)).first;
	int week = (r->when.day - first + date_weekday(first)) / 7;
	int more = 2 + week + 1 - r->sheet.room;

	return more > 0 ? more : 0;
}

static void
draw_months(const struct drawing *d, const struct when_scale *scale,
    const struct when_months *m)
{
	int top = d->reader->sheet.first - rows_above(d->reader);

	for (int i = 0; i < m->across * m->down; i++)
		draw_month(d, scale, m->first + i,
		    top + i / m->across * (MONTH_ROWS + 1),
		    m->col + i % m->across * (MONTH_COLS + MONTH_GAP));
}

/* "Thursday 23 March 2023" */
static void
add_day(struct buf *b, date day, bool whole)
{
	struct ymd when = date_ymd(day);
	int letters = whole ? 9 : 3;

	buf_addf(b, "%.*s %d %.*s %04d", letters,
	    date_weekday_name(date_weekday(day)), when.day, letters,
	    date_month_name(when.month), when.year);
}

/* The selected day and how many reports it has. */
static void
draw_head(const struct drawing *d)
{
	const struct reader *r = d->reader;
	date day = r->when.day;
	uint64_t n =
	    tally_in(&r->when.reports, (struct date_range){ day, day });
	struct buf b = { .in = d->frame };
	int col;

	add_day(&b, day, r->layout.shape != SHAPE_SINGLE);
	col = canvas_text(
	    d->canvas, 0, 1, r->cols, buf_str(&b), PAINT_TITLE);
	b.len = 0;
	if (n == 0)
		buf_add(&b, STR("no report"));
	else
		buf_addf(&b, "%" PRIu64 " report%s", n, n == 1 ? "" : "s");
	canvas_text(d->canvas, 0, col + 2, r->cols, buf_str(&b), PAINT_FAINT);
}

/* "· 1  + 2–4  # 5–20": what the signs mean, and what is left out. */
static void
draw_legend(const struct drawing *d, const struct when_scale *s, int row)
{
	uint64_t from[LEVELS + 1] = { 0, 1, s->some, s->many, s->most + 1 };
	int col = 1, end = d->reader->cols;

	for (int i = 1; i < LEVELS && from[i] <= s->most; i++) {
		uint64_t to = from[i + 1] <= s->most ? from[i + 1] - 1 : s->most;
		struct buf b = { .in = d->frame };

		buf_addf(&b, " %" PRIu64, from[i]);
		if (to > from[i])
			buf_addf(&b, "–%" PRIu64, to);
		buf_add(&b, STR(" a day  "));
		col = canvas_text(d->canvas, row, col, end,
		    str_c(level_signs[i]), level_paints[i]);
		col = canvas_text(
		    d->canvas, row, col, end, buf_str(&b), PAINT_FAINT);
	}
}

/* What the reports of the selected day are called, in the rows that are left. */
static void
draw_titles(const struct drawing *d, const struct when_months *m)
{
	const struct reader *r = d->reader;
	int row = r->sheet.first + m->down * (MONTH_ROWS + 1);
	int end = r->sheet.first + r->sheet.room;
	uint32_t place = scope_find(&r->scope, r->when.day);
	uint32_t after = scope_find(&r->scope, r->when.day + 1);
	struct buf b = { .in = d->frame };

	for (; row < end && place < after; row++, place++) {
		const struct label *label;

		if (row + 1 == end && place + 1 < after)
			break;
		label = labels_get(r->labels, scope_at(&r->scope, place));
		canvas_text_cut(d->canvas, row, m->col, r->cols - 1,
		    (struct str){ label->text, label->len },
		    label->lead ? PAINT_LEAD : PAINT_DAY);
	}
	if (row >= end || place == after)
		return;
	buf_addf(&b, "… and %u more", after - place);
	canvas_text(d->canvas, row, m->col, r->cols - 1, buf_str(&b),
	    PAINT_FAINT);
}

void
pane_calendar_draw(const struct drawing *d)
{
	const struct reader *r = d->reader;
	struct when_months m =
	    when_months_of(r->when.day, r->cols, r->sheet.room);
	struct when_scale scale = when_scale_of(&r->when.reports);

	if (r->sheet.first > 0)
		draw_head(d);
	draw_months(d, &scale, &m);
	draw_titles(d, &m);
	if (r->layout.status >= 0)
		draw_legend(d, &scale, r->layout.status);
}
