/* The list of reports: months, days, titles, or files and sources instead of
 * months; what is open and what is selected. */
#include "panes.h"

#include "dateline/archive/date.h"

enum {
	DAY_COLS = 8,
	DATE_COLS = 12, /* with the year */
	TITLE_LINES = 2,
};

static date
date_at(const struct reader *r, uint32_t place)
{
	return archive_record(r->archive, order_at(r->order, place))->date;
}

static bool
is_by_date(const struct reader *r)
{
	return order_by(r->order) == ORDER_DATE;
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

/* Columns at the end of a row that its text leaves to a count; in a narrow pane
 * the text goes first. */
static int
count_cols(const struct drawing *d, struct str count)
{
	return count.len > 0 && has_titles(d->reader)
	    ? glyph_columns(count) + 2
	    : 0;
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
add_heading(const struct drawing *d, struct list *l, struct list_row row)
{
	const struct layout *lay = &d->reader->layout;

	if (lay->airy ? l->n == 0 : l->n > 0)
		list_add(d, l, (struct list_row){ .text = STR("") });
	list_add(d, l, row);
	if (lay->airy)
		list_add(d, l, (struct list_row){ .text = STR("") });
}

static void
add_month(const struct drawing *d, struct list *l, date day)
{
	struct list_row row = { .paint = PAINT_MONTH, .indent = 1 };
	struct buf b = { .in = d->frame };
	struct ymd when;

	if (day == DATE_NONE) {
		buf_add(&b, STR("Undated"));
	} else {
		when = date_ymd(day);
		buf_addf(&b, "%.*s %04d", has_titles(d->reader) ? 9 : 3,
		    date_month_name(when.month), when.year);
	}
	row.text = buf_str(&b);
	row.count = month_count(d, day);
	add_heading(d, l, row);
}

static struct str
count_text(const struct drawing *d, struct dates_row p)
{
	struct buf b = { .in = d->frame };

	buf_addf(&b, "%u", p.after - p.first);
	return buf_str(&b);
}

/* The end of a path, which matters: "…/bay.txt", or "…ter-harbour.txt" where
 * there is no room for a whole name. */
static struct str
path_cut(const struct drawing *d, struct str path, int cols)
{
	struct buf b = { .in = d->frame };
	const char *slash;
	struct str end;

	if (glyph_columns(path) <= cols)
		return path;
	end = text_end(path, cols - 1);
	slash = end.len > 0 ? memchr(end.ptr, '/', end.len) : NULL;
	if (slash)
		end = str_skip(end, (size_t)(slash - end.ptr));
	buf_add(&b, STR("…"));
	buf_add(&b, end);
	return buf_str(&b);
}

/* Of a file or a source, beside what stands at the end of its row. */
static struct str
group_name(const struct drawing *d, uint32_t place, int indent,
    struct str count)
{
	struct order *o = d->reader->order;
	int room = d->reader->layout.dates.cols - indent;
	struct buf b = { .in = d->frame };

	glyph_line(&b, order_group_name(o, place));
	if (order_by(o) != ORDER_FILE)
		return buf_str(&b);
	return path_cut(d, buf_str(&b), room - count_cols(d, count));
}

/* What stands in brackets is no name. */
static enum paint
heading_paint(struct str name)
{
	return str_starts(name, STR("(")) ? PAINT_FAINT : PAINT_MONTH;
}

static void
add_group(const struct drawing *d, struct list *l, uint32_t place)
{
	struct list_row row = { .paint = PAINT_MONTH, .indent = 1 };

	if (has_titles(d->reader))
		row.count =
		    count_text(d, order_group(d->reader->order, place));
	row.text = group_name(d, place, row.indent, row.count);
	row.paint = heading_paint(row.text);
	add_heading(d, l, row);
}

/* "20 Mon", "2023-03-20" where no month stands above it; nothing for a second
 * report of that day where a title tells. */
static struct str
day_text(const struct drawing *d, date day, bool again)
{
	struct buf b = { .in = d->frame };
	char text[DATE_TEXT];

	if (day == DATE_NONE && !is_by_date(d->reader))
		return has_titles(d->reader) ? STR("undated") : STR("no date");
	if (!is_by_date(d->reader)) {
		date_print(text, day);
		return arena_str(d->frame, str_c(text));
	}
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
add_entry(
    const struct drawing *d, struct list *l, uint32_t place, bool first)
{
	const struct reader *r = d->reader;
	uint32_t id = order_at(r->order, place);
	date day = date_at(r, place);
	bool again = !first && date_at(r, place - 1) == day;
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
		row.indent += is_by_date(r) ? DAY_COLS : DATE_COLS;
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
	int day = has_titles(d->reader) || is_by_date(d->reader) ? 2 : 1;
	bool bar = row->paint == PAINT_OPENED || row->paint == PAINT_SELECTED;

	if (bar)
		for (int col = box->col + 1; col < end; col++)
			canvas_text(d->canvas, at, col, end, STR(" "),
			    row->paint);
	if (row->dot)
		canvas_text(d->canvas, at, box->col, end, STR("•"), PAINT_KEY);
	canvas_text(d->canvas, at, box->col + day, end, row->day,
	    bar ? row->paint : PAINT_DAY);
	text_end = canvas_text_cut(d->canvas, at, box->col + row->indent,
	    end - count_cols(d, row->count), row->text, row->paint);
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
	uint32_t n = order_count(r->order);
	uint32_t room = (uint32_t)r->layout.rows / (r->layout.airy ? 2 : 1) + 3;

	*first = r->cursor > room / 2 ? r->cursor - room / 2 : 0;
	if (n - *first < room)
		*first = n > room ? n - room : 0;
	*last = n - *first > room ? *first + room : n;
}

/* "2022", "January", "Jan" */
static struct str
period_name(const struct drawing *d, date day)
{
	const struct reader *r = d->reader;
	struct buf b = { .in = d->frame };

	if (day == DATE_NONE)
		buf_add(&b, STR("Undated"));
	else if (r->view.dates_by == BY_YEAR)
		buf_addf(&b, "%04d", date_ymd(day).year);
	else
		buf_addf(&b, "%.*s", has_titles(r) ? 9 : 3,
		    date_month_name(date_ymd(day).month));
	return buf_str(&b);
}

/* "5", "2 unread of 5" */
static struct str
period_count(const struct drawing *d, struct dates_row p, uint32_t unread)
{
	struct buf b = { .in = d->frame };

	if (unread > 0 && has_titles(d->reader))
		buf_addf(&b, "%u unread of ", unread);
	buf_addf(&b, "%u", p.after - p.first);
	return buf_str(&b);
}

/* A row of the folded list: "January           5" */
static void
add_period(const struct drawing *d, struct list *l, struct dates_row p)
{
	const struct reader *r = d->reader;
	date day = date_at(r, p.first);
	bool open = r->open.is && reader_place(r) >= p.first &&
	    reader_place(r) < p.after;
	struct list_row row = { .paint = PAINT_DAY };
	uint32_t unread = unread_count(&r->unread, r->order, p.first, p.after);

	row.indent = is_by_date(r) ? 3 : 2;
	row.dot = unread > 0;
	row.now = r->cursor >= p.first && r->cursor < p.after;
	row.count = is_by_date(r) ? period_count(d, p, unread)
				  : count_text(d, p);
	row.text = is_by_date(r) ? period_name(d, day)
				 : group_name(d, p.first, row.indent, row.count);
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
	uint32_t n = order_count(r->order), place = r->cursor;
	struct dates_row p;

	for (int i = 0; i < r->layout.rows && place > 0; i++) {
		p = reader_dates_row(r, place);
		place = p.first > 0 ? p.first - 1 : 0;
	}
	for (int i = 0; i < 2 * r->layout.rows && place < n; i++) {
		p = reader_dates_row(r, place);
		if (is_by_date(r))
			add_year(d, l, p);
		add_period(d, l, p);
		place = p.after;
	}
}

/* Whether the report at a place is the first of its month, file or source. */
static bool
begins_group(const struct reader *r, uint32_t place)
{
	if (!is_by_date(r))
		return order_group(r->order, place).first == place;
	return place == 0 ||
	    !same_month(date_at(r, place), date_at(r, place - 1));
}

/* Reports around the cursor, under the names of their months. */
static void
add_entries(const struct drawing *d, struct list *l)
{
	const struct reader *r = d->reader;
	uint32_t first, last;

	places_near(r, &first, &last);
	for (uint32_t place = first; place < last; place++) {
		if (begins_group(r, place) && is_by_date(r))
			add_month(d, l, date_at(r, place));
		else if (begins_group(r, place))
			add_group(d, l, place);
		add_entry(d, l, place, begins_group(r, place));
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
