/* Going to a date: what was typed is a day or a range of days; what opens is
 * the first report in it, or the nearest one when there is none.  With two dots
 * it is a range to stay in. */
#include <stdio.h>
#include <stdlib.h>

#include "parts.h"

static void
day_print(char out[40], date d)
{
	struct ymd when = date_ymd(d);

	snprintf(out, 40, "%.3s %d %.3s %d",
	    date_weekday_name(date_weekday(d)), when.day,
	    date_month_name(when.month), when.year);
}

uint32_t
date_nearest(const struct scope *s, date d)
{
	uint32_t after = scope_find(s, d), dated = scope_dated(s);

	if (after == dated)
		return scope_find(s, scope_date(s, after - 1));
	if (after > 0 && (int64_t)d - scope_date(s, after - 1) <
		(int64_t)scope_date(s, after) - d)
		return scope_find(s, scope_date(s, after - 1));
	return after;
}

/* "1 report", "31 reports" */
static void
count_print(char out[40], uint32_t n)
{
	snprintf(out, 40, "%u %s", n, n == 1 ? "report" : "reports");
}

/* How many reports of a scope a range has, and the first of them. */
static uint32_t
count_in(const struct scope *s, struct date_range range, uint32_t *first)
{
	uint32_t after = range.last == INT32_MAX
	    ? scope_dated(s)
	    : scope_find(s, range.last + 1);

	*first = scope_find(s, range.first);
	return after - *first;
}

/* Two dots ask to stay in a range, and it may be any; a date alone is one to go
 * to, and stays within the range there is. */
static struct scope
scope_of_words(const struct reader *r, struct date_lead *lead, struct str words)
{
	struct scope s = r->scope;

	lead->kind = date_has_dots(words) ? LEAD_RANGE : LEAD_PLACE;
	if (lead->kind == LEAD_RANGE)
		scope_set_dates(&s, DATE_ALL);
	return s;
}

/* In an old archive "mar" and "-2w" are counted from its newest day, if there
 * is nothing where they lead from today. */
static uint32_t
find_range(const struct scope *s, struct str words, struct date_lead *lead)
{
	uint32_t n = count_in(s, lead->range, &lead->place);
	date newest = scope_date(s, scope_dated(s) - 1);
	struct date_range again;
	const char *why;

	if (n > 0 || !date_range_guess(words, newest, &again, &why))
		return n;
	n = count_in(s, again, &lead->place);
	if (n > 0)
		lead->range = again;
	return n;
}

static void
say_lead(struct date_lead *lead, const struct scope *s, uint32_t n)
{
	char day[40], count[40], range[DATE_RANGE_TEXT];

	day_print(day, scope_date(s, lead->place));
	count_print(count, n);
	date_range_print(range, lead->range);
	if (n == 0)
		snprintf(lead->text, sizeof(lead->text),
		    "none then; nearest: %s", day);
	else if (lead->kind == LEAD_RANGE)
		snprintf(lead->text, sizeof(lead->text), "only %s, %s", range,
		    count);
	else
		snprintf(lead->text, sizeof(lead->text), "%s, %s", day, count);
}

struct date_lead
reader_date_lead(const struct reader *r, struct str words)
{
	struct date_lead lead = { .kind = LEAD_NOWHERE };
	struct scope s = scope_of_words(r, &lead, words);
	const char *why = "";
	uint32_t n;

	if (!date_range_guess(words, date_today(), &lead.range, &why)) {
		lead.kind = LEAD_NOWHERE;
		snprintf(lead.text, sizeof(lead.text), "%s", why);
		return lead;
	}
	if (scope_dated(&s) == 0) {
		lead.kind = LEAD_NOWHERE;
		snprintf(lead.text, sizeof(lead.text),
		    "no report here has a date");
		return lead;
	}
	n = find_range(&s, words, &lead);
	if (n == 0) {
		lead.kind = LEAD_PLACE;
		lead.place = date_nearest(&s, lead.range.first);
	}
	say_lead(&lead, &s, n);
	lead.id = scope_at(&s, lead.place);
	return lead;
}

void
date_goto(struct reader *r, struct str words)
{
	struct date_lead lead;

	if (words.len == 0)
		return;
	lead = reader_date_lead(r, words);
	if (lead.kind != LEAD_NOWHERE) {
		place_remember(r, place_here(r));
		if (lead.kind == LEAD_RANGE)
			scope_set_dates(&r->scope, lead.range);
		if (!reader_open(r, (struct place){ lead.id, 0 }))
			return;
	}
	message_set(r, "%s", lead.text);
}
