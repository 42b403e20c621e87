/* Moving: in the text, from report to report, from date to date, from quote to
 * quote, from heading to heading.  A count is a distance with a sign; whoever
 * runs into an end stays there and says so. */
#include <stdio.h>

#include "dateline/text/glyph.h"
#include "parts.h"

enum {
	CONTEXT = 2, /* rows kept around what is brought into view */
	SIDE_COLUMNS = 8,
};

size_t
top_max(const struct reader *r)
{
	size_t rows = r->layout.rows > 0 ? (size_t)r->layout.rows : 1;

	return r->open.page.n > rows ? r->open.page.n - rows : 0;
}

/* `from + by`, kept inside [0, max]. */
static size_t
step(size_t from, long by, size_t max)
{
	if (by < 0)
		return from < (size_t)-by ? 0 : from - (size_t)-by;
	return (size_t)by > max || from > max - (size_t)by ? max
							   : from + (size_t)by;
}

void
scroll_to(struct reader *r, size_t row)
{
	size_t max = top_max(r);

	r->open.top = row < max ? row : max;
	r->open.anchor = r->open.top ? page_offset(&r->open.page, r->open.top)
				     : 0;
	quote_follow(r);
}

void
scroll_by(struct reader *r, long rows)
{
	scroll_to(r, step(r->open.top, rows, top_max(r)));
}

static bool
offset_visible(const struct reader *r, uint32_t at)
{
	size_t row = page_row(&r->open.page, at);

	return row >= r->open.top &&
	    row < r->open.top + (size_t)r->layout.rows;
}

void
show_offset(struct reader *r, uint32_t at)
{
	size_t row = page_row(&r->open.page, at);
	size_t rows = (size_t)r->layout.rows;
	size_t context = rows > 4 * CONTEXT ? CONTEXT : 0;

	if (row < r->open.top + context ||
	    row + context >= r->open.top + rows)
		scroll_to(r, row > rows / 3 ? row - rows / 3 : 0);
}

/* The listed quote `by` steps from `i`; quote_n when there is none. */
static size_t
quote_step(const struct article *t, size_t i, int by)
{
	do
		i = by < 0 && i == 0 ? t->quote_n : i + (size_t)by;
	while (i < t->quote_n && !reader_lists(&t->quotes[i]));
	return i < t->quote_n ? i : t->quote_n;
}

void
quote_follow(struct reader *r)
{
	const struct article *t = &r->open.article;
	size_t before = t->quote_n, i;
	uint32_t from;

	if (r->open.quote < t->quote_n &&
	    offset_visible(r, t->quotes[r->open.quote].whole.off))
		return;
	from = r->open.page.n ? page_offset(&r->open.page, r->open.top) : 0;
	for (i = 0; i < t->quote_n; i++) {
		if (!reader_lists(&t->quotes[i]))
			continue;
		if (t->quotes[i].whole.off >= from)
			break;
		before = i;
	}
	if (i < t->quote_n && offset_visible(r, t->quotes[i].whole.off))
		before = i;
	r->open.quote = before < t->quote_n ? before : i;
}

void
quote_show(struct reader *r)
{
	const struct article *t = &r->open.article;

	if (r->open.quote < t->quote_n)
		show_offset(r, t->quotes[r->open.quote].whole.off);
}

/* Opens the next or previous report; its first, or last, listed quote becomes
 * the current one.  False when there is no such report or no quote in it. */
static bool
quote_cross(struct reader *r, int by)
{
	const struct article *t = &r->open.article;
	uint32_t was = r->open.id;
	size_t i;

	report_by(r, by);
	if (r->open.id == was)
		return false;
	i = by > 0 ? quote_step(t, (size_t)-1, 1)
		   : quote_step(t, t->quote_n, -1);
	if (i == t->quote_n)
		return false;
	r->open.quote = i;
	quote_show(r);
	r->open.quote = i;
	return true;
}

/* The current quote is out of view, on the side one is going to: the first key
 * only goes there. */
static bool
quote_ahead(const struct reader *r, int by)
{
	const struct article *t = &r->open.article;
	uint32_t at, top = page_offset(&r->open.page, r->open.top);

	if (r->open.quote >= t->quote_n)
		return false;
	at = t->quotes[r->open.quote].whole.off;
	return !offset_visible(r, at) && (by > 0 ? at > top : at < top);
}

/* False when there is no quote that way. */
static bool
quote_one(struct reader *r, int by)
{
	const struct article *t = &r->open.article;
	size_t i = quote_ahead(r, by) ? r->open.quote
				      : quote_step(t, r->open.quote, by);
	uint32_t was = r->open.id;

	if (i < t->quote_n) {
		r->open.quote = i;
		quote_show(r);
		r->open.quote = i;
		return true;
	}
	quote_cross(r, by);
	if (r->open.id == was) {
		message_set(r, by > 0 ? "last quote of the newest report"
				      : "first quote of the oldest report");
		return false;
	}
	message_set(r, by > 0 ? "went on into the next report"
			      : "went back into the previous report");
	return true;
}

void
quote_by(struct reader *r, long by)
{
	int step_by = by > 0 ? 1 : -1;

	while (by != 0 && quote_one(r, step_by))
		by -= step_by;
}

static void
open_other(struct reader *r, uint32_t id)
{
	if (id == r->open.id)
		return;
	place_remember(r, place_here(r));
	reader_open(r, (struct place){ id, 0 });
}

void
report_by(struct reader *r, long by)
{
	size_t n = order_count(r->order);
	size_t here = reader_place(r);
	size_t there = n > 0 ? step(here, by, n - 1) : here;

	if (there == here)
		message_set(r, "this is the %s %s", by > 0 ? "last" : "first",
		    scope_is_narrowed(&r->scope)
			? "of these reports: a shows all"
			: "report");
	else
		open_other(r, order_at(r->order, (uint32_t)there));
}

/* The first place of the date that follows, or comes before, that of `place`;
 * `place` itself when there is none. */
static uint32_t
date_step(const struct scope *s, uint32_t place, int by)
{
	date d = scope_date(s, place);
	uint32_t dated = scope_dated(s), there;

	if (by > 0) {
		there = d == DATE_NONE ? place : scope_find(s, d + 1);
		return there < dated ? there : place;
	}
	there = d == DATE_NONE ? dated : scope_find(s, d);
	if (there == 0)
		return place;
	return scope_find(s, scope_date(s, there - 1));
}

void
date_by(struct reader *r, long by)
{
	uint32_t here = place_by_date(r), there = here;
	long steps = scope_count(&r->scope) > 0 ? by : 0;

	for (long i = steps; i != 0; i += by > 0 ? -1 : 1) {
		uint32_t next = date_step(&r->scope, there, by > 0 ? 1 : -1);

		if (next == there)
			break;
		there = next;
	}
	if (there == here)
		message_set(r, by > 0 ? "no later date" : "no earlier date");
	else
		open_other(r, scope_at(&r->scope, there));
}

void
heading_by(struct reader *r, long by)
{
	const struct article *t = &r->open.article;
	size_t here = r->open.top, found = here;

	for (long left = by > 0 ? by : -by; left > 0; left--) {
		size_t from = found;

		for (size_t i = 0; i < t->block_n; i++) {
			size_t row = page_row(&r->open.page, t->blocks[i].at.off);

			if (t->blocks[i].kind != BLOCK_HEADING)
				continue;
			if (by > 0 && row > from) {
				found = row;
				break;
			}
			if (by < 0 && row < from)
				found = row;
		}
		if (found == from && by < 0)
			found = 0;
		if (found == from)
			break;
	}
	if (found == here)
		message_set(r, by > 0 ? "no heading below"
				      : "no heading above");
	else
		scroll_to(r, found);
}

/* How far the tables in view can be scrolled: to the end of the longest line. */
static int
side_max(const struct reader *r)
{
	const struct page *p = &r->open.page;
	size_t end = r->open.top + (size_t)r->layout.rows;
	int most = 0;

	for (size_t i = r->open.top; i < p->n && i < end; i++) {
		struct str line = str_of(r->open.article.text.text, p->rows[i].at);
		int cols = p->rows[i].kind == ROW_TABLE ? glyph_columns(line) : 0;

		if (cols > most)
			most = cols;
	}
	return most > r->layout.measure ? most - r->layout.measure : 0;
}

void
side_by(struct reader *r, long by)
{
	int max = side_max(r);

	if (max == 0 && r->open.side == 0)
		message_set(r, "no table here is wider than the page");
	r->open.side = (int)step((size_t)r->open.side, by * SIDE_COLUMNS,
	    (size_t)max);
}

/* Space at the end of a part of a long record goes on to the next part, else
 * to the next report. */
static void
read_on(struct reader *r)
{
	uint32_t next = reader_next_part(r);

	if (next > 0)
		reader_open(r, (struct place){ r->open.id, next });
	else
		report_by(r, 1);
}

void
page_by(struct reader *r, long halves)
{
	long rows = r->layout.rows > 2 ? r->layout.rows - 1 : 1;

	if (halves > 1 && reader_at_end(r))
		read_on(r);
	else if (halves < -1 && r->open.top == 0 && r->open.part > 0)
		reader_open(r, (struct place){ r->open.id, r->open.part - 1 });
	else
		scroll_by(r, halves % 2 ? halves * (rows + 1) / 2
					: halves / 2 * rows);
}
