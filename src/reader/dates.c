/* The list of dates, folded to months or years or not at all.  A row of it
 * holds the reports of one period; only the rows in view are ever worked out,
 * each by two lookups. */
#include "parts.h"

struct dates_row
reader_dates_row(const struct reader *r, uint32_t place)
{
	const struct scope *s = &r->scope;
	enum tally_by by = r->view.dates_by;
	uint32_t dated = scope_dated(s);
	struct date_range days;

	if (by == BY_DAY)
		return (struct dates_row){ place, place + 1 };
	if (place >= dated)
		return (struct dates_row){ dated, scope_count(s) };
	days = period_range(by, period_of(by, scope_date(s, place)));
	return (struct dates_row){ scope_find(s, days.first),
		scope_find(s, days.last + 1) };
}

void
cursor_by(struct reader *r, long by)
{
	uint32_t n = scope_count(&r->scope);

	if (n == 0)
		return;
	if (r->view.dates_by == BY_DAY || by < -(long)n || by > (long)n) {
		int64_t to = (int64_t)r->cursor + by;

		r->cursor = to < 0 ? 0 : to < n ? (uint32_t)to : n - 1;
		by = 0;
	}
	for (; by > 0; by--) {
		uint32_t after = reader_dates_row(r, r->cursor).after;

		if (after < n)
			r->cursor = after;
	}
	for (; by < 0; by++) {
		uint32_t first = reader_dates_row(r, r->cursor).first;

		if (first > 0)
			r->cursor = first - 1;
	}
	r->cursor = reader_dates_row(r, r->cursor).first;
}

void
dates_fold(struct reader *r)
{
	static const char *const words[BY_COUNT] = { "every report",
		"months: e folds them to years, Enter opens one",
		"years: Enter opens one, e all" };
	enum tally_by *by = &r->view.dates_by;

	*by = *by == BY_YEAR ? BY_DAY : *by + 1;
	message_set(r, "%s", words[*by]);
}

bool
dates_unfold(struct reader *r)
{
	struct dates_row row = reader_dates_row(r, r->cursor);
	bool here = r->open.is && reader_place(r) >= row.first &&
	    reader_place(r) < row.after;

	if (r->view.dates_by == BY_DAY)
		return false;
	r->view.dates_by--;
	r->cursor = here ? reader_place(r) : row.first;
	return true;
}
