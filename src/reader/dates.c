/* The list of dates, folded to months or years or not at all; or that of files or
 * sources, folded to those or not.  A row of it holds the reports of one of them;
 * only the rows in view are ever worked out, each by two lookups. */
#include "parts.h"

#include "dateline/text/letter.h"

enum { FIRST_LOOK = 1 << 20 }; /* bytes looked at before the first picture */

struct dates_row
reader_dates_row(const struct reader *r, uint32_t place)
{
	const struct scope *s = &r->scope;
	enum tally_by by = r->view.dates_by;
	uint32_t dated = scope_dated(s);
	struct date_range days;

	if (by == BY_DAY)
		return (struct dates_row){ place, place + 1 };
	if (order_by(r->order) != ORDER_DATE)
		return order_group(r->order, place);
	if (place >= dated)
		return (struct dates_row){ dated, scope_count(s) };
	days = period_range(by, period_of(by, scope_date(s, place)));
	return (struct dates_row){ scope_find(s, days.first),
		scope_find(s, days.last + 1) };
}

void
cursor_by(struct reader *r, long by)
{
	uint32_t n = order_count(r->order);

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

	if (order_by(r->order) != ORDER_DATE) {
		*by = *by == BY_DAY ? BY_MONTH : BY_DAY;
		message_set(r, *by == BY_DAY ? "every report"
					     : "%ss: Enter opens one, e all",
		    order_by_name(order_by(r->order)));
		return;
	}
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
	r->view.dates_by =
	    order_by(r->order) == ORDER_DATE ? r->view.dates_by - 1 : BY_DAY;
	r->cursor = here ? reader_place(r) : row.first;
	return true;
}

bool
selected(const struct reader *r, uint32_t *id)
{
	if (r->cursor >= order_count(r->order))
		return false;
	*id = order_at(r->order, r->cursor);
	return true;
}

void
select_again(struct reader *r, bool any, uint32_t id)
{
	uint32_t n = order_count(r->order);

	if (r->open.is && r->focus != PANE_DATES)
		cursor_again(r);
	else if (any && n > 0)
		r->cursor = order_index(r->order, id);
	if (r->cursor >= n)
		r->cursor = n > 0 ? n - 1 : 0;
}

bool
list_step(struct reader *r, size_t bytes)
{
	uint32_t id = 0;
	bool any = selected(r, &id), more;

	if (order_by(r->order) != ORDER_SOURCE)
		return false;
	more = order_step(r->order, bytes);
	select_again(r, any, id);
	return more;
}

void
list_by(struct reader *r, struct str name)
{
	enum order_by was = order_by(r->order);
	enum order_by by = (was + 1) % ORDER_COUNT;
	uint32_t id = 0;
	bool any = selected(r, &id);

	name = letter_trim(name);
	if (name.len > 0)
		by = order_by_find(name);
	if (by == ORDER_COUNT) {
		message_set(r, "list-by takes date, file or source");
		return;
	}
	order_set(r->order, by);
	select_again(r, any, id);
	r->busy |= list_step(r, FIRST_LOOK);
	message_set(r, "by %s; E: by %s", order_by_name(by),
	    order_by_name((by + 1) % ORDER_COUNT));
}
