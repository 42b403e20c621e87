/* Going to a date: what was typed is a day or a range of days; what opens is
 * the first report in it, or the nearest one when there is none.  With two dots
 * it is a range to stay in.  What can be meant in more than one way becomes as
 * many offers. */
#include <stdio.h>
#include <stdlib.h>

#include "parts.h"

void
day_print(char out[40], date d)
{
	struct ymd when = date_ymd(d);

	snprintf(out, 40, "%.3s %d %.3s %04d",
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

/* One reading of what was typed, in the scope in which it is to lead. */
struct reading {
	const struct scope *scope;
	struct date_range range;
	bool dots;
	uint32_t first; /* the place of its first report */
	uint32_t n;	/* how many it has */
};

static struct date_offer *
add_offer(struct date_offers *to, const struct reading *g, uint32_t place)
{
	struct date_offer *o = &to->at[to->n++];

	*o = (struct date_offer){ .range = g->range,
		.id = scope_at(g->scope, place) };
	return o;
}

/* "only Mar 2023, 12 reports" */
static void
offer_to_stay(struct date_offers *to, const struct reading *g)
{
	struct date_offer *o = add_offer(to, g, g->first);
	char range[DATE_RANGE_TEXT];

	date_range_print(range, g->range);
	o->narrows = true;
	snprintf(o->text, sizeof(o->text), "only %s, %u report%s", range, g->n,
	    g->n == 1 ? "" : "s");
}

/* "Thu 23 Mar 2023, 1 report"; of a month: "Wed 1 Mar 2023, first of 12". */
static void
offer_to_go(struct date_offers *to, const struct reading *g)
{
	struct date_offer *o = add_offer(to, g, g->first);
	char day[40];

	day_print(day, scope_date(g->scope, g->first));
	if (g->range.first == g->range.last || g->n == 1)
		snprintf(o->text, sizeof(o->text), "%s, %u report%s", day,
		    g->n, g->n == 1 ? "" : "s");
	else
		snprintf(o->text, sizeof(o->text), "%s, first of %u", day,
		    g->n);
}

/* "nearest: Mon 20 Mar 2023; none on Tue 21 Mar 2023" */
static void
offer_nearest(struct date_offers *to, const struct reading *g, uint32_t place)
{
	struct date_offer *o = add_offer(to, g, place);
	bool is_day = g->range.first == g->range.last;
	char none[DATE_RANGE_TEXT], day[40];

	day_print(day, scope_date(g->scope, place));
	if (is_day)
		day_print(none, g->range.first);
	else
		date_range_print(none, g->range);
	snprintf(o->text, sizeof(o->text), "nearest: %s; none %s %s", day,
	    is_day ? "on" : "in", none);
}

/* "after: Thu 23 Mar 2023": the date with reports on the side of the range that
 * the nearest one is not on. */
static void
offer_other_side(
    struct date_offers *to, const struct reading *g, uint32_t nearest)
{
	const struct scope *s = g->scope;
	uint32_t after = scope_find(s, g->range.first);
	bool is_before = nearest == after;
	struct date_offer *o;
	char day[40];

	if (is_before ? after == 0 : after == scope_dated(s))
		return;
	if (is_before)
		after = scope_find(s, scope_date(s, after - 1));
	day_print(day, scope_date(s, after));
	o = add_offer(to, g, after);
	snprintf(o->text, sizeof(o->text), "%s: %s",
	    is_before ? "before" : "after", day);
}

/* `only`: it is the only reading there is. */
static void
offer_reading(struct date_offers *to, const struct reading *g, bool only)
{
	uint32_t nearest;

	if (g->n > 0 && g->dots) {
		offer_to_stay(to, g);
	} else if (g->n > 0) {
		offer_to_go(to, g);
		if (only)
			offer_to_stay(to, g);
	} else {
		nearest = date_nearest(g->scope,
		    g->range.first == DATE_ALL.first ? g->range.last
						     : g->range.first);
		offer_nearest(to, g, nearest);
		if (only)
			offer_other_side(to, g, nearest);
	}
}

/* Two dots ask to stay in a range, and it may be any; a date alone is one to go
 * to, and stays within the range there is. */
static struct scope
scope_for(const struct reader *r, bool dots)
{
	struct scope s = r->scope;

	if (dots)
		scope_set_dates(&s, DATE_ALL);
	return s;
}

/* The readings of some words, counted from `today`; how many of them have
 * reports. */
static size_t
read_words(const struct reader *r, const struct scope *s, struct str words,
    date today, struct reading out[2], size_t *n, const char **why)
{
	uint32_t dated = scope_dated(s);
	struct date_base base = { .today = today, .names = &r->names,
		.first = scope_date(s, 0), .last = scope_date(s, dated - 1) };
	struct date_range ranges[2];
	size_t any = 0;

	*n = date_readings(words, &base, ranges, why);
	for (size_t i = 0; i < *n; i++) {
		out[i] = (struct reading){ .scope = s, .range = ranges[i],
			.dots = date_has_dots(words) };
		out[i].n = count_in(s, ranges[i], &out[i].first);
		any += out[i].n > 0;
	}
	return any;
}

/* Of two readings, one that has reports goes first. */
static void
offer_readings(struct date_offers *to, const struct reading *g, size_t n)
{
	bool second = n == 2 && g[0].n == 0 && g[1].n > 0;

	if (n > 0)
		offer_reading(to, &g[second], n == 1);
	if (n == 2)
		offer_reading(to, &g[!second], false);
}

/* In an old archive "mar" and "-2w" are counted from its newest day, if there
 * is nothing where they lead from today. */
struct date_offers
reader_date_offers(const struct reader *r, struct str words)
{
	struct scope s = scope_for(r, date_has_dots(words));
	struct date_offers offers = { .n = 0 };
	struct reading now[2], then[2];
	size_t now_n, then_n = 0, any;
	const char *why;

	if (scope_dated(&s) == 0) {
		offers.why = "No report here has a date.";
		return offers;
	}
	any = read_words(r, &s, words, date_today(), now, &now_n, &offers.why);
	if (any == 0 && now_n > 0)
		any = read_words(r, &s, words,
		    scope_date(&s, scope_dated(&s) - 1), then, &then_n, &why);
	if (any > 0 && then_n > 0)
		offer_readings(&offers, then, then_n);
	else
		offer_readings(&offers, now, now_n);
	return offers;
}

/* Nothing typed: of any day. */
static void
widen_dates(struct reader *r)
{
	scope_set_dates(&r->scope, DATE_ALL);
	cursor_again(r);
	message_set(r, "reports of any day: %u", scope_count(&r->scope));
}

void
date_goto(struct reader *r, struct str words, unsigned turn)
{
	struct date_offers offers;
	const struct date_offer *o;

	if (words.len == 0) {
		if (scope_has_dates(&r->scope))
			widen_dates(r);
		return;
	}
	offers = reader_date_offers(r, words);
	if (offers.n == 0) {
		message_set(r, "%s", offers.why);
		return;
	}
	o = &offers.at[turn % offers.n];
	place_remember(r, place_here(r));
	if (o->narrows)
		scope_set_dates(&r->scope, o->range);
	if (reader_open(r, (struct place){ o->id, 0 }))
		message_set(r, "%s", o->text);
}
