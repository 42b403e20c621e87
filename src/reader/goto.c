/* Going to a date: what was typed is a day or a range of days; what opens is
 * the first report in it, or the nearest one when there is none. */
#include <stdio.h>
#include <stdlib.h>

#include "parts.h"

static date
date_at(const struct archive *a, uint32_t place)
{
	return archive_record(a, archive_at(a, place))->date;
}

static void
day_print(char out[40], date d)
{
	struct ymd when = date_ymd(d);

	snprintf(out, 40, "%.3s %d %.3s %d",
	    date_weekday_name(date_weekday(d)), when.day,
	    date_month_name(when.month), when.year);
}

uint32_t
date_nearest(const struct archive *a, date d)
{
	uint32_t after = archive_find(a, d), dated = archive_dated(a);

	if (after == dated)
		return archive_find(a, date_at(a, after - 1));
	if (after > 0 && (int64_t)d - date_at(a, after - 1) <
		(int64_t)date_at(a, after) - d)
		return archive_find(a, date_at(a, after - 1));
	return after;
}

/* "1 report", "31 reports" */
static void
count_print(char out[40], uint32_t n)
{
	snprintf(out, 40, "%u %s", n, n == 1 ? "report" : "reports");
}

/* The places of a range of days: [first, after). */
static void
places_in(const struct archive *a, struct date_range range, uint32_t *first,
    uint32_t *after)
{
	*first = archive_find(a, range.first);
	*after = range.last == INT32_MAX ? archive_dated(a)
					 : archive_find(a, range.last + 1);
}

/* In an old archive "mar" and "-2w" are counted from its newest day, if there
 * is nothing where they lead from today. */
static date
newest_day(const struct archive *a)
{
	return date_at(a, archive_dated(a) - 1);
}

bool
reader_preview_date(const struct reader *r, struct str words, uint32_t *place,
    char text[120])
{
	const struct archive *a = r->archive;
	const char *why = "";
	struct date_range range;
	char day[40], count[40];
	uint32_t first, after;

	if (!date_guess(words, date_today(), &range, &why)) {
		snprintf(text, 120, "%s", why);
		return false;
	}
	if (archive_dated(a) == 0) {
		snprintf(text, 120, "no report here has a date");
		return false;
	}
	places_in(a, range, &first, &after);
	if (first == after && date_guess(words, newest_day(a), &range, &why))
		places_in(a, range, &first, &after);
	if (first < after) {
		*place = first;
		day_print(day, date_at(a, first));
		count_print(count, after - first);
		snprintf(text, 120, "%s, %s", day, count);
	} else {
		*place = date_nearest(a, range.first);
		day_print(day, date_at(a, *place));
		snprintf(text, 120, "none then; nearest: %s", day);
	}
	return true;
}

void
date_goto(struct reader *r, struct str words)
{
	char text[120];
	uint32_t place;

	if (words.len == 0)
		return;
	if (!reader_preview_date(r, words, &place, text)) {
		message_set(r, "%s", text);
		return;
	}
	place_remember(r, place_here(r));
	if (reader_open(
		r, (struct place){ archive_at(r->archive, place), 0 }))
		message_set(r, "%s", text);
}
