/* The dates: months, days, titles; what is open and what is selected. */
#include "panes.h"

#include "dateline/archive/date.h"

enum { DAY_COLS = 8, TITLE_LINES = 2 };

static date
date_at(const struct reader *r, uint32_t place)
{
	return scope_date(&r->scope, place);
}

static bool
same_month(date a, date b)
{
	if (a == DATE_NONE || b == DATE_NONE)
		return a == b;
	return date_ymd(a).year == date_ymd(b).year &&
	    date_ymd(a).month == date_ymd(b).month;
}

/* Titles have room beside the days. */
static bool
has_titles(const struct reader *r)
{
	return r->layout.shape != SHAPE_NOTES;
}

/* How many reports a month has, or have no date, where there is room for it. */
static struct str
month_count(const struct drawing *d, date day)
{
	const struct scope *s = &d->reader->scope;
	uint32_t n = scope_count(s) - scope_dated(s);
	struct buf b = { .in = d->frame };
	struct date_range days;

	if (!has_titles(d->reader))
		return STR("");
	if (day != DATE_NONE) {
		days = period_range(BY_MONTH, period_of(BY_MONTH, day));
		n = scope_find(s, days.last + 1) - scope_find(s, days.first);
	}
	buf_addf(&b, "%u", n);
	return buf_str(&b);
}

static void
add_month(const struct drawing *d, struct list *l, date day)
{
	const struct layout *lay = &d->reader->layout;
	struct list_row row = { .paint = PAINT_MONTH, .indent = 1 };
	struct buf b = { .in = d->frame };
	struct ymd when;

	if (lay->airy ? l->n == 0 : l->n > 0)
		list_add(d, l, (struct list_row){ .text = STR("") });
	if (day == DATE_NONE) {
		buf_add(&b, STR("Undated"));
	} else {
		when = date_ymd(day);
		buf_addf(&b, "%.*s %04d", has_titles(d->reader) ? 9 : 3,
		    date_month_name(when.month), when.year);
	}
	row.text = buf_str(&b);
	row.count = month_count(d, day);
	list_add(d, l, row);
	if (lay->airy)
		list_add(d, l, (struct list_row){ .text = STR("") });
}

/* "20 Mon"; nothing for a second report of that day where a title tells. */
static struct str
day_text(const struct drawing *d, date day, bool again)
{
	struct buf b = { .in = d->frame };

	if (day == DATE_NONE)
		buf_add(&b, has_titles(d->reader) ? STR("") : STR("no date"));
	else if (again)
		buf_add(&b, has_titles(d->reader) ? STR("") : STR("    ·"));
	else
		buf_addf(&b, "%2d %.3s", date_ymd(day).day,
		    date_weekday_name(date_weekday(day)));
	return buf_str(&b);
}

static void
add_entry(const struct drawing *d, struct list *l, uint32_t place)
{
	const struct reader *r = d->reader;
	uint32_t id = scope_at(&r->scope, place);
	date day = date_at(r, place);
	bool again = place > 0 && date_at(r, place - 1) == day;
	bool open = r->open.is && r->open.id == id;
	struct list_row row = { .paint = PAINT_DAY, .indent = 2 };
	const struct label *label;

	row.day = day_text(d, day, again);
	row.now = place == r->cursor;
	row.dot = unread_has(&r->unread, id);
	if (has_titles(r)) {
		label = labels_get(r->labels, id);
		row.text =
		    arena_str(d->frame, (struct str){ label->text, label->len });
		row.paint = label->lead ? PAINT_LEAD : PAINT_DAY;
		row.indent += DAY_COLS;
	}
	if (open)
		row.paint = PAINT_OPENED;
	if (row.now && (r->focus == PANE_DATES || !open))
		row.paint = PAINT_SELECTED;
	list_add_text(d, l, row, r->layout.dates.cols - row.indent - 1,
	    r->layout.shape == SHAPE_WIDE ? TITLE_LINES : 1);
	if (r->layout.airy)
		list_add(d, l, (struct list_row){ .text = STR("") });
}

static void
draw_row(const struct drawing *d, const struct list_row *row, int at)
{
	const struct pane_box *box = &d->reader->layout.dates;
	int end = box->col + box->cols, text_end;
	bool bar = row->paint == PAINT_OPENED || row->paint == PAINT_SELECTED;

	if (bar)
		for (int col = box->col + 1; col < end; col++)
			canvas_text(d->canvas, at, col, end, STR(" "),
			    row->paint);
	if (row->dot)
		canvas_text(d->canvas, at, box->col, end, STR("•"), PAINT_KEY);
	canvas_text(d->canvas, at, box->col + 2, end, row->day,
	    bar ? row->paint : PAINT_DAY);
	text_end = canvas_text_cut(d->canvas, at, box->col + row->indent, end,
	    row->text, row->paint);
	if (text_end + 1 + glyph_columns(row->count) < end)
		canvas_text(d->canvas, at, end - 1 - glyph_columns(row->count),
		    end, row->count, bar ? row->paint : PAINT_FAINT);
	if (bar && row->now) {
		d->canvas->cursor_row = at;
		d->canvas->cursor_col = box->col;
	}
}

/* The places that can be in view, [*first, *last): as many as there is room for
 * and a few more, half of them before the selected one. */
static void
places_near(const struct reader *r, uint32_t *first, uint32_t *last)
{
	uint32_t n = scope_count(&r->scope);
	uint32_t room = (uint32_t)r->layout.rows / (r->layout.airy ? 2 : 1) + 3;

	*first = r->cursor > room / 2 ? r->cursor - room / 2 : 0;
	if (n - *first < room)
		*first = n > room ? n - room : 0;
	*last = n - *first > room ? *first + room : n;
}

/* A row of the folded list: "January           5" */
static void
add_period(const struct drawing *d, struct list *l, struct dates_row p)
{
	const struct reader *r = d->reader;
	date day = date_at(r, p.first);
	bool open = r->open.is && reader_place(r) >= p.first &&
	    reader_place(r) < p.after;
	struct list_row row = { .paint = PAINT_DAY, .indent = 3 };
	struct buf name = { .in = d->frame }, count = { .in = d->frame };
	struct ymd when = date_ymd(day);
	uint32_t unread =
	    unread_count(&r->unread, &r->scope, p.first, p.after);

	row.dot = unread > 0;
	row.now = r->cursor >= p.first && r->cursor < p.after;
	if (day == DATE_NONE)
		buf_add(&name, STR("Undated"));
	else if (r->view.dates_by == BY_YEAR)
		buf_addf(&name, "%04d", when.year);
	else
		buf_addf(&name, "%.*s", has_titles(r) ? 9 : 3,
		    date_month_name(when.month));
	if (unread > 0 && has_titles(r))
		buf_addf(&count, "%u unread of ", unread);
	buf_addf(&count, "%u", p.after - p.first);
	row.text = buf_str(&name);
	row.count = buf_str(&count);
	if (open)
		row.paint = PAINT_OPENED;
	if (row.now && (r->focus == PANE_DATES || !open))
		row.paint = PAINT_SELECTED;
	list_add(d, l, row);
}

/* "2022", above its months, where those are listed; room above what has no
 * date. */
static void
add_year(const struct drawing *d, struct list *l, struct dates_row p)
{
	const struct reader *r = d->reader;
	date day = date_at(r, p.first);
	date before = p.first > 0 ? date_at(r, p.first - 1) : DATE_NONE;
	struct list_row row = { .paint = PAINT_MONTH, .indent = 1 };
	struct buf b = { .in = d->frame };

	if (r->view.dates_by != BY_MONTH ||
	    (day != DATE_NONE && before != DATE_NONE &&
		date_ymd(before).year == date_ymd(day).year))
		return;
	if (l->n > 0 || r->layout.airy)
		list_add(d, l, (struct list_row){ .text = STR("") });
	if (day == DATE_NONE)
		return;
	buf_addf(&b, "%04d", date_ymd(day).year);
	row.text = buf_str(&b);
	list_add(d, l, row);
}

/* Periods around the cursor, as many as may be in view. */
static void
add_periods(const struct drawing *d, struct list *l)
{
	const struct reader *r = d->reader;
	uint32_t n = scope_count(&r->scope), place = r->cursor;
	struct dates_row p;

	for (int i = 0; i < r->layout.rows && place > 0; i++) {
		p = reader_dates_row(r, place);
		place = p.first > 0 ? p.first - 1 : 0;
	}
	for (int i = 0; i < 2 * r->layout.rows && place < n; i++) {
		p = reader_dates_row(r, place);
		add_year(d, l, p);
		add_period(d, l, p);
		place = p.after;
	}
}

/* Reports around the cursor, under the names of their months. */
static void
add_entries(const struct drawing *d, struct list *l)
{
	const struct reader *r = d->reader;
	uint32_t first, last;

	places_near(r, &first, &last);
	for (uint32_t place = first; place < last; place++) {
		if (place == 0 ||
		    !same_month(date_at(r, place), date_at(r, place - 1)))
			add_month(d, l, date_at(r, place));
		add_entry(d, l, place);
	}
}

void
pane_dates_draw(const struct drawing *d)
{
	const struct reader *r = d->reader;
	struct list l = { 0 };
	size_t top;

	if (r->view.dates_by == BY_DAY)
		add_entries(d, &l);
	else
		add_periods(d, &l);
	top = list_top(&l, r->layout.rows);
	for (int i = 0; i < r->layout.rows && top + (size_t)i < l.n; i++)
		draw_row(d, &l.rows[top + (size_t)i], r->layout.body + i);
}
