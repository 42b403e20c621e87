/* The calendar and the timeline: what keys do there.  Both have a selected day
 * and no rows of their own to be kept; what they look like is up to the screen.
 */
#include <stdio.h>

#include "parts.h"
#include "sheet_parts.h"

/* Day by day, from one that has reports to the next. */
static void
count_reports(struct reader *r)
{
	const struct scope *s = &r->scope;
	uint32_t dated = scope_dated(s), place = 0, next;

	r->when.reports = tally_new(r->sheet_in);
	for (; place < dated; place = next) {
		date d = scope_date(s, place);

		next = scope_find(s, d + 1);
		tally_add(&r->when.reports, d, next - place);
	}
	tally_add(&r->when.reports, DATE_NONE, scope_count(s) - dated);
}

/* The day of what is open, or the last one there is. */
static date
day_at_hand(const struct reader *r)
{
	uint32_t dated = scope_dated(&r->scope);
	date d = r->open.is
	    ? archive_record(r->archive, r->open.id)->date
	    : DATE_NONE;

	if (d != DATE_NONE || dated == 0)
		return d != DATE_NONE ? d : date_today();
	return scope_date(&r->scope, dated - 1);
}

void
sheet_make_calendar(struct reader *r)
{
	r->sheet.title = "Calendar";
	count_reports(r);
}

/* What shows all of it in a few screens at most. */
static enum tally_by
fitting(const struct tally *t, date today)
{
	enum { DAYS = 62, MONTHS = 240 };

	if (timeline_make(t, BY_DAY, today).n <= DAYS)
		return BY_DAY;
	return timeline_make(t, BY_MONTH, today).n <= MONTHS ? BY_MONTH
							     : BY_YEAR;
}

void
sheet_make_timeline(struct reader *r)
{
	struct when *w = &r->when;
	const struct tally *t = w->counted ? w->counted : &w->reports;
	date today = date_today();
	uint64_t n;

	r->sheet.title = "Timeline";
	count_reports(r);
	w->line = timeline_make(t,
	    w->by_chosen ? w->line.by : fitting(t, today), today);
	n = t->n > 0 ? t->days[t->n - 1].up_to : 0;
	if (t->undated > 0)
		snprintf(r->sheet.aside, sizeof(r->sheet.aside),
		    "%llu in all, %llu undated",
		    (unsigned long long)(n + t->undated),
		    (unsigned long long)t->undated);
	else
		snprintf(r->sheet.aside, sizeof(r->sheet.aside),
		    "%llu in all", (unsigned long long)n);
}

void
when_show(struct reader *r, enum sheet_kind kind)
{
	r->when.day = day_at_hand(r);
	r->when.by_chosen = false;
	sheet_show(r, kind);
}

void
reader_show_timeline(
    struct reader *r, const struct tally *counted, struct str what)
{
	struct when *w = &r->when;

	w->counted = counted;
	what = str_head(what, utf8_floor(what, sizeof(w->what) - 1));
	memcpy(w->what, what.ptr, what.len);
	w->what[what.len] = '\0';
	when_show(r, SHEET_TIMELINE);
}

/* Selects a day, if it is one of the calendar. */
static void
select_day(struct reader *r, int64_t d)
{
	date first = date_of((struct ymd){ 1, 1, 1 });
	date last = date_of((struct ymd){ 9999, 12, 31 });

	if (d != DATE_NONE && d >= first && d <= last)
		r->when.day = (date)d;
}

/* The same day, months later or earlier. */
static void
select_month(struct reader *r, long by)
{
	int32_t month = period_of(BY_MONTH, r->when.day);
	int day = date_ymd(r->when.day).day;
	struct date_range to;

	if (by < -12 * 9999 || by > 12 * 9999)
		return;
	to = period_range(BY_MONTH, month + (int32_t)by);
	if (to.first != DATE_NONE && month + by >= 12)
		select_day(r, to.first + day - 1 < to.last ? to.first + day - 1
							   : to.last);
}

/* The next or previous day that has reports, or the first one of the next or
 * previous month that has some. */
static void
select_reports(struct reader *r, long by, bool months)
{
	const struct tally *t = &r->when.reports;

	for (; by != 0; by += by > 0 ? -1 : 1) {
		struct date_range here = period_range(months ? BY_MONTH : BY_DAY,
		    period_of(months ? BY_MONTH : BY_DAY, r->when.day));
		date d = by > 0 ? tally_after(t, here.last)
				: tally_before(t, here.first);

		if (d == DATE_NONE) {
			message_set(r, by > 0 ? "no later report"
					      : "no earlier report");
			return;
		}
		if (months && by < 0)
			d = tally_after(t, period_range(BY_MONTH,
				period_of(BY_MONTH, d)).first - 1);
		select_day(r, d);
	}
}

/* Leaves the sheet for the first report of a range of days. */
static void
read_range(struct reader *r, struct date_range range)
{
	struct sheet_view view = { .kind = r->sheet.kind };
	uint32_t place = scope_find(&r->scope, range.first);
	char day[40];

	if (place == scope_dated(&r->scope) ||
	    scope_date(&r->scope, place) > range.last) {
		day_print(day, range.first);
		message_set(r, "no report on %s: J and K go to days that have "
			       "one", day);
		return;
	}
	sheet_show(r, SHEET_NONE);
	place_remember(r, place_here(r));
	if (reader_open(
		r, (struct place){ scope_at(&r->scope, place), 0 }))
		r->under = view;
}

bool
sheet_perform_calendar(struct reader *r, enum command c)
{
	const struct tally *t = &r->when.reports;
	long n = r->count > 0 ? (long)r->count : 1;
	date now = r->when.day;

	switch (c) {
	case CMD_NEXT_PANE: select_day(r, (int64_t)now + n); break;
	case CMD_PREVIOUS_PANE: select_day(r, (int64_t)now - n); break;
	case CMD_LINE_DOWN: select_day(r, (int64_t)now + 7 * n); break;
	case CMD_LINE_UP: select_day(r, (int64_t)now - 7 * n); break;
	case CMD_HALF_DOWN: select_month(r, n); break;
	case CMD_HALF_UP: select_month(r, -n); break;
	case CMD_PAGE_DOWN: select_month(r, 12 * n); break;
	case CMD_PAGE_UP: select_month(r, -12 * n); break;
	case CMD_NEXT_REPORT: select_reports(r, n, false); break;
	case CMD_PREVIOUS_REPORT: select_reports(r, -n, false); break;
	case CMD_LATER_DATE: select_reports(r, n, true); break;
	case CMD_EARLIER_DATE: select_reports(r, -n, true); break;
	case CMD_TOP: select_day(r, tally_after(t, DATE_ALL.first)); break;
	case CMD_BOTTOM: select_day(r, tally_before(t, DATE_ALL.last)); break;
	case CMD_OPEN: read_range(r, (struct date_range){ now, now }); break;
	case CMD_CALENDAR: sheet_show(r, SHEET_NONE); break;
	default: return false;
	}
	return true;
}

/* Selects row `i`, or the first or last one if there is no such row. */
static void
select_row(struct reader *r, int64_t i)
{
	const struct when *w = &r->when;
	int64_t n = when_row_count(w);
	struct when_row row;

	if (n == 0)
		return;
	i = i < 0 ? 0 : i < n ? i : n - 1;
	row = when_row_at(w, (uint32_t)i);
	select_day(r, row.kind == WHEN_EARLIER ? row.range.last
					       : row.range.first);
}

/* The next or previous row that has something. */
static void
select_full_row(struct reader *r, long by)
{
	const struct when *w = &r->when;
	const struct tally *t = w->counted ? w->counted : &w->reports;
	struct when_row row;
	date d;

	for (; by != 0 && when_row_count(w) > 0; by += by > 0 ? -1 : 1) {
		row = when_row_at(w, when_row_now(w));
		d = by > 0 ? tally_after(t, row.range.last)
			   : tally_before(t, row.range.first);
		if (d == DATE_NONE)
			return;
		select_day(r, d);
	}
}

static void
zoom(struct reader *r, bool in)
{
	struct when *w = &r->when;
	enum tally_by by = w->line.by;

	if (in ? by == BY_DAY : by == BY_YEAR) {
		message_set(r, in ? "these are days already"
				  : "these are years already");
		return;
	}
	w->line.by = in ? by - 1 : by + 1;
	w->by_chosen = true;
	sheet_again(r);
}

/* Only the reports of the selected period, and the first of them. */
static void
stay_in_period(struct reader *r)
{
	struct when_row row;
	struct date_range range = r->scope.dates;
	struct scope then = r->scope;

	if (when_row_count(&r->when) == 0)
		return;
	row = when_row_at(&r->when, when_row_now(&r->when));
	if (row.range.first > range.first)
		range.first = row.range.first;
	if (row.range.last < range.last)
		range.last = row.range.last;
	scope_set_dates(&then, range);
	if (row.n == 0 || range.first > range.last || scope_count(&then) == 0) {
		message_set(r, "nothing then: J and K go to what has some");
		return;
	}
	sheet_show(r, SHEET_NONE);
	place_remember(r, place_here(r));
	scope_set_dates(&r->scope, range);
	reader_open(r, (struct place){ scope_at(&r->scope, 0), 0 });
}

bool
sheet_perform_timeline(struct reader *r, enum command c)
{
	long n = r->count > 0 ? (long)r->count : 1;
	long page = r->sheet.room > 2 ? r->sheet.room - 1 : 1;
	int64_t now = when_row_now(&r->when);

	switch (c) {
	case CMD_LINE_DOWN: select_row(r, now + n); break;
	case CMD_LINE_UP: select_row(r, now - n); break;
	case CMD_HALF_DOWN: select_row(r, now + n * page / 2); break;
	case CMD_HALF_UP: select_row(r, now - n * page / 2); break;
	case CMD_PAGE_DOWN: select_row(r, now + n * page); break;
	case CMD_PAGE_UP: select_row(r, now - n * page); break;
	case CMD_TOP: select_row(r, 0); break;
	case CMD_BOTTOM: select_row(r, UINT32_MAX); break;
	case CMD_NEXT_REPORT:
	case CMD_LATER_DATE: select_full_row(r, n); break;
	case CMD_PREVIOUS_REPORT:
	case CMD_EARLIER_DATE: select_full_row(r, -n); break;
	case CMD_WIDER: zoom(r, true); break;
	case CMD_NARROWER: zoom(r, false); break;
	case CMD_OPEN: stay_in_period(r); break;
	case CMD_TIMELINE: sheet_show(r, SHEET_NONE); break;
	case CMD_ALL_REPORTS:
		reader_widen(r);
		sheet_again(r);
		break;
	default: return false;
	}
	return true;
}

bool
when_can(const struct reader *r, enum command c)
{
	const struct when *w = &r->when;
	const struct tally *t = r->sheet.kind == SHEET_TIMELINE && w->counted
	    ? w->counted
	    : &w->reports;

	switch (c) {
	case CMD_OPEN:
		return r->sheet.kind == SHEET_TIMELINE ||
		    tally_in(t, (struct date_range){ w->day, w->day }) > 0;
	case CMD_NEXT_REPORT:
	case CMD_LATER_DATE:
		return tally_after(t, w->day) != DATE_NONE;
	case CMD_PREVIOUS_REPORT:
	case CMD_EARLIER_DATE:
		return tally_before(t, w->day) != DATE_NONE;
	case CMD_WIDER:
		return w->line.by != BY_DAY;
	case CMD_NARROWER:
		return w->line.by != BY_YEAR;
	case CMD_ALL_REPORTS:
		return scope_is_narrowed(&r->scope);
	default:
		return true;
	}
}
