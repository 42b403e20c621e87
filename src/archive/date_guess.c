/* What a person types for a date.  Three spellings, tried in turn: figures
 * (2023-03-20), a distance from today (-2w), and words (20 mar 2023, last tue).
 * What can be read in two ways is read in both, and whoever asked has to show
 * them, because a wrong guess leads silently to the wrong place. */
#include "date_guess.h"

#include <langinfo.h>

static const char two_ways[] =
    "3/4 may be 3 April or 4 March: write the month as a word.";
static const char wrong_order[] = "That range ends before it begins.";
static const char no_ends[] = "Write a date before or after the two dots.";
static const char no_such_month[] = "Months go from 1 to 12.";

size_t
guess_number(struct str *s, int *value)
{
	size_t n;

	*value = 0;
	for (n = 0; n < s->len && ascii_is_digit(s->ptr[n]); n++)
		if (n < 8)
			*value = *value * 10 + (s->ptr[n] - '0');
	*s = str_skip(*s, n);
	return n;
}

bool
guess_refuse(struct guess *g, const char *sentence)
{
	g->why = sentence;
	return false;
}

bool
guess_day(struct guess *g, date d, struct date_range *out)
{
	*out = (struct date_range){ d, d };
	return d != DATE_NONE || guess_refuse(g, GUESS_NO_DAY);
}

/* Why a day does not exist, if it is for want of one in its month. */
static const char *
why_no_day(struct ymd when)
{
	static const char *const short_months[13] = {
		[2] = "That February has 28 days.",
		[4] = "April has 30 days.",
		[6] = "June has 30 days.",
		[9] = "September has 30 days.",
		[11] = "November has 30 days.",
	};

	if (when.month < 1 || when.month > 12)
		return no_such_month;
	if (when.month == 2 && (when.day == 30 || when.day == 31))
		return "February has 28 days, or 29 in a leap year.";
	if (when.day >= 29 && when.day <= 31 && short_months[when.month])
		return short_months[when.month];
	return GUESS_NO_DAY;
}

bool
guess_ymd(struct guess *g, struct ymd when, struct date_range *out)
{
	return guess_day(g, date_of(when), out) ||
	    guess_refuse(g, why_no_day(when));
}

bool
guess_month(struct guess *g, int year, int month, struct date_range *out)
{
	*out = date_month(year, month);
	return out->first != DATE_NONE ||
	    guess_refuse(g, year > 0 ? no_such_month : GUESS_NO_DAY);
}

bool
guess_year(struct guess *g, int year, struct date_range *out)
{
	*out = date_year(year);
	return out->first != DATE_NONE || guess_refuse(g, GUESS_NO_DAY);
}

/* Eight years hold a 29 February wherever they lie. */
bool
guess_latest(struct guess *g, int month, int day, struct date_range *out)
{
	int year = date_ymd(g->base.today).year;

	for (int back = 0; back <= 8; back++) {
		date d = date_of((struct ymd){ year - back, month, day });

		if (d != DATE_NONE && d <= g->base.today)
			return guess_day(g, d, out);
	}
	return guess_refuse(g, why_no_day((struct ymd){ year, month, day }));
}

/* Up to three numbers with - or / between them, and nothing else. */
struct figures {
	int value[3];
	size_t digits[3];
	size_t n;
};

static bool
take_figures(struct str s, struct figures *f)
{
	*f = (struct figures){ .n = 0 };
	while (f->n < 3) {
		f->digits[f->n] = guess_number(&s, &f->value[f->n]);
		if (f->digits[f->n++] == 0)
			return false;
		if (s.len == 0)
			return true;
		if (s.ptr[0] != '-' && s.ptr[0] != '/')
			return false;
		s = str_skip(s, 1);
	}
	return false;
}

static bool
guess_one_number(
    struct guess *g, const struct figures *f, struct date_range *out)
{
	int v = f->value[0];

	if (f->digits[0] == 4)
		return guess_year(g, v, out);
	if (f->digits[0] == 8)
		return guess_ymd(g, (struct ymd){
		    v / 10000, v / 100 % 100, v % 100 }, out);
	return guess_refuse(
	    g, f->digits[0] <= 2 ? GUESS_NO_MONTH : GUESS_NO_DATE);
}

/* 20/3, 3/20, 20/3/2023. */
static bool
guess_small_numbers(
    struct guess *g, const struct figures *f, struct date_range *out)
{
	bool month_first = g->order == ORDER_MONTH_FIRST;
	int day = f->value[month_first], month = f->value[!month_first];

	if (g->order == ORDER_REFUSED)
		return guess_refuse(g, two_ways);
	if (f->n == 2)
		return guess_latest(g, month, day, out);
	return guess_ymd(g, (struct ymd){ f->value[2], month, day }, out);
}

static bool
guess_figures(
    struct guess *g, const struct figures *f, struct date_range *out)
{
	if (f->n == 1)
		return guess_one_number(g, f, out);
	if (f->digits[0] <= 2 && f->digits[1] <= 2 &&
	    (f->n == 2 || f->digits[2] == 4))
		return guess_small_numbers(g, f, out);
	if (f->digits[0] <= 2)
		return guess_refuse(g, GUESS_SHORT_YEAR);
	if (f->digits[0] != 4 || f->digits[1] > 2 || f->digits[2] > 2)
		return guess_refuse(g, GUESS_NO_DATE);
	if (f->n == 2)
		return guess_month(g, f->value[0], f->value[1], out);
	return guess_ymd(g, (struct ymd){
	    f->value[0], f->value[1], f->value[2] }, out);
}

/* The same day `months` later; the last of the month if that is shorter. */
static date
add_months(date d, int months)
{
	struct ymd when = date_ymd(d);
	int month = when.year * 12 + when.month - 1 + months;
	struct date_range to;

	if (month < 12)
		return DATE_NONE;
	to = date_month(month / 12, month % 12 + 1);
	if (to.first == DATE_NONE)
		return DATE_NONE;
	return when.day <= to.last - to.first ? to.first + when.day - 1
					      : to.last;
}

/* A day that can be written. */
static date
in_calendar(date d)
{
	return date_of(date_ymd(d));
}

/* -2w: `s` begins with its sign. */
static bool
guess_distance(struct guess *g, struct str s, struct date_range *out)
{
	int n, sign = s.ptr[0] == '-' ? -1 : 1;
	date today = g->base.today;
	size_t digits;

	s = str_skip(s, 1);
	digits = guess_number(&s, &n);
	if (digits == 0 || digits > 5 || s.len != 1)
		return guess_refuse(g, GUESS_NO_DATE);
	switch (ascii_lower(s.ptr[0])) {
	case 'd':
		return guess_day(g, in_calendar(today + sign * n), out);
	case 'w':
		return guess_day(g, in_calendar(today + sign * n * 7), out);
	case 'm':
		return guess_day(g, add_months(today, sign * n), out);
	case 'y':
		return guess_day(g, add_months(today, sign * n * 12), out);
	default:
		return guess_refuse(g, GUESS_NO_DATE);
	}
}

static bool
guess_one(struct guess *g, struct str s, struct date_range *out)
{
	struct figures f;

	s = ascii_trim(s);
	if (take_figures(s, &f))
		return guess_figures(g, &f, out);
	if (s.len > 0 && (s.ptr[0] == '-' || s.ptr[0] == '+'))
		return guess_distance(g, s, out);
	return guess_words(g, s, out);
}

bool
date_guess(struct str s, date today, struct date_range *out, const char **why)
{
	struct guess g = { .base = { today, DATE_NONE, DATE_NONE, NULL } };

	if (guess_one(&g, s, out))
		return true;
	*why = g.why;
	return false;
}

/* Where the two dots stand; the length of `s` when they do not. */
static size_t
find_dots(struct str s)
{
	size_t i;

	for (i = 0; i + 1 < s.len; i++)
		if (s.ptr[i] == '.' && s.ptr[i + 1] == '.')
			return i;
	return s.len;
}

bool
date_has_dots(struct str s)
{
	return find_dots(s) < s.len;
}

static bool
guess_range(struct guess *g, struct str s, struct date_range *out)
{
	size_t dots = find_dots(s);
	struct date_range from = DATE_ALL, to = DATE_ALL;
	struct str a = ascii_trim(str_head(s, dots));
	struct str b = ascii_trim(str_skip(s, dots + 2));

	if (dots == s.len)
		return guess_one(g, s, out);
	if (a.len == 0 && b.len == 0)
		return guess_refuse(g, no_ends);
	if ((a.len > 0 && !guess_one(g, a, &from)) ||
	    (b.len > 0 && !guess_one(g, b, &to)))
		return false;
	if (from.first > to.last)
		return guess_refuse(g, wrong_order);
	*out = (struct date_range){ from.first, to.last };
	return true;
}

size_t
date_readings(struct str s, const struct date_base *base,
    struct date_range out[2], const char **why)
{
	struct guess day = { .base = *base, .order = ORDER_DAY_FIRST };
	struct guess month = { .base = *base, .order = ORDER_MONTH_FIRST };
	struct date_range other;
	size_t n = guess_range(&day, s, &out[0]);

	*why = n > 0 ? two_ways : day.why;
	if (!guess_range(&month, s, &other)) {
		if (n == 0 && day.why == no_such_month)
			*why = month.why;
		return n;
	}
	if (n > 0 && other.first == out[0].first && other.last == out[0].last)
		return n;
	out[n++] = other;
	return n;
}

bool
date_range_guess(
    struct str s, date today, struct date_range *out, const char **why)
{
	struct date_names names = date_names_locale();
	struct date_base base = { .today = today, .first = DATE_NONE,
		.last = DATE_NONE, .names = &names };
	struct date_range readings[2];

	if (date_readings(s, &base, readings, why) != 1)
		return false;
	*out = readings[0];
	return true;
}

struct date_names
date_names_locale(void)
{
	static const nl_item months[12] = { MON_1, MON_2, MON_3, MON_4, MON_5,
		MON_6, MON_7, MON_8, MON_9, MON_10, MON_11, MON_12 };
	static const nl_item short_months[12] = { ABMON_1, ABMON_2, ABMON_3,
		ABMON_4, ABMON_5, ABMON_6, ABMON_7, ABMON_8, ABMON_9, ABMON_10,
		ABMON_11, ABMON_12 };
	static const nl_item days[7] = { DAY_2, DAY_3, DAY_4, DAY_5, DAY_6,
		DAY_7, DAY_1 };
	static const nl_item short_days[7] = { ABDAY_2, ABDAY_3, ABDAY_4,
		ABDAY_5, ABDAY_6, ABDAY_7, ABDAY_1 };
	struct date_names names = { 0 };

	for (int i = 0; i < 12; i++) {
		names.months[i] = nl_langinfo(months[i]);
		names.short_months[i] = nl_langinfo(short_months[i]);
#ifdef ALTMON_1
		names.alone[i] = nl_langinfo((nl_item)(ALTMON_1 + i));
#endif
	}
	for (int i = 0; i < 7; i++) {
		names.days[i] = nl_langinfo(days[i]);
		names.short_days[i] = nl_langinfo(short_days[i]);
	}
	return names;
}
