/* A day is a number; everything else is spelling.  Years are counted from
 * March, so that the odd day of a leap year is the last of its year, and in
 * eras of 400 years, which all have the same number of days. */
#include "dateline/archive/date.h"

#include <stdio.h>
#include <time.h>

enum {
	ERA_YEARS = 400,
	ERA_DAYS = 146097,
	EPOCH = 719468, /* days from 0000-03-01 to 1970-01-01 */
	THURSDAY = 3,	/* 1970-01-01 was one */
};

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
month_days(int year, int month)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };

	return days[month - 1] + (month == 2 && is_leap(year));
}

date
date_of(struct ymd when)
{
	int year, month, era, of_era, of_year;

	if (when.year < 1 || when.year > 9999 || when.month < 1 ||
	    when.month > 12 || when.day < 1 ||
	    when.day > month_days(when.year, when.month))
		return DATE_NONE;
	year = when.year - (when.month < 3);
	month = (when.month + 9) % 12; /* March is 0 */
	era = year / ERA_YEARS;
	year %= ERA_YEARS;
	of_year = (153 * month + 2) / 5 + when.day - 1;
	of_era = year * 365 + year / 4 - year / 100 + of_year;
	return era * ERA_DAYS + of_era - EPOCH;
}

struct ymd
date_ymd(date d)
{
	int64_t days = (int64_t)d + EPOCH;
	int64_t era = (days >= 0 ? days : days - ERA_DAYS + 1) / ERA_DAYS;
	int64_t of_era = days - era * ERA_DAYS;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 -
			   of_era / 146096) /
	    365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153; /* March is 0 */

	return (struct ymd){
		.year = (int)(era * ERA_YEARS + year + (month >= 10)),
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.day = (int)(of_year - (153 * month + 2) / 5 + 1),
	};
}

int
date_weekday(date d)
{
	return (int)((((int64_t)d + THURSDAY) % 7 + 7) % 7);
}

struct date_range
date_month(int year, int month)
{
	date first = date_of((struct ymd){ year, month, 1 });

	if (first == DATE_NONE)
		return (struct date_range){ DATE_NONE, DATE_NONE };
	return (struct date_range){ first,
		first + month_days(year, month) - 1 };
}

struct date_range
date_year(int year)
{
	return (struct date_range){ date_of((struct ymd){ year, 1, 1 }),
		date_of((struct ymd){ year, 12, 31 }) };
}

bool
date_in(struct date_range r, date d)
{
	if (d == DATE_NONE)
		return r.first == DATE_ALL.first && r.last == DATE_ALL.last;
	return d >= r.first && d <= r.last;
}

const char *
date_month_name(int month)
{
	static const char *const names[] = { "January", "February", "March",
		"April", "May", "June", "July", "August", "September",
		"October", "November", "December" };

	return month >= 1 && month <= 12 ? names[month - 1] : "";
}

const char *
date_weekday_name(int weekday)
{
	static const char *const names[] = { "Monday", "Tuesday", "Wednesday",
		"Thursday", "Friday", "Saturday", "Sunday" };

	return weekday >= 0 && weekday < 7 ? names[weekday] : "";
}

void
date_print(char out[DATE_TEXT], date d)
{
	struct ymd when = date_ymd(d);

	out[0] = '\0';
	if (d != DATE_NONE)
		snprintf(out, DATE_TEXT, "%04d-%02d-%02d", when.year,
		    when.month, when.day);
}

/* What parts of a date a range goes by: whole years, whole months, or days. */
static int
range_parts(struct date_range r)
{
	struct ymd first = date_ymd(r.first), last = date_ymd(r.last);
	bool from = r.first != DATE_ALL.first, to = r.last != DATE_ALL.last;
	bool month_ends = !to ||
	    last.day == month_days(last.year, last.month);

	if ((from && first.day != 1) || !month_ends)
		return 3;
	return (from && first.month != 1) || (to && last.month != 12) ? 2 : 1;
}

/* A day, as many parts of it, from the year on. */
static void
part_print(char *out, size_t size, date d, int parts)
{
	struct ymd when = date_ymd(d);
	const char *month = date_month_name(when.month);

	if (parts == 3)
		snprintf(out, size, "%d %.3s %04d", when.day, month,
		    when.year);
	else if (parts == 2)
		snprintf(out, size, "%.3s %04d", month, when.year);
	else
		snprintf(out, size, "%04d", when.year);
}

/* Two ends that are written alike are one thing: a day, a month, a year. */
void
date_range_print(char out[DATE_RANGE_TEXT], struct date_range r)
{
	char first[DATE_TEXT] = "", last[DATE_TEXT] = "";
	int parts = range_parts(r);

	if (r.first != DATE_ALL.first)
		part_print(first, sizeof(first), r.first, parts);
	if (r.last != DATE_ALL.last)
		part_print(last, sizeof(last), r.last, parts);
	if (strcmp(first, last) == 0)
		snprintf(out, DATE_RANGE_TEXT, "%s", first);
	else
		snprintf(out, DATE_RANGE_TEXT, "%s%s..%s%s", first,
		    first[0] ? " " : "", last[0] ? " " : "", last);
}

/* The number that `n` digits at the start of `s` write; -1 if others stand
 * there. */
static int
number(struct str s, size_t n)
{
	int value = 0;
	size_t i;

	if (s.len < n)
		return -1;
	for (i = 0; i < n; i++) {
		if (s.ptr[i] < '0' || s.ptr[i] > '9')
			return -1;
		value = value * 10 + (s.ptr[i] - '0');
	}
	return value;
}

bool
date_scan(struct str s, struct ymd *out)
{
	struct ymd when;

	if (s.len < 10 || s.ptr[4] != '-' || s.ptr[7] != '-' ||
	    number(str_skip(s, 10), 1) >= 0)
		return false;
	when.year = number(s, 4);
	when.month = number(str_skip(s, 5), 2);
	when.day = number(str_skip(s, 8), 2);
	if (when.year < 0 || when.month < 0 || when.day < 0)
		return false;
	*out = when;
	return true;
}

date
date_today(void)
{
	time_t now = time(NULL);
	struct tm t;

	if (!localtime_r(&now, &t))
		return 0;
	return date_of((struct ymd){
	    t.tm_year + 1900, t.tm_mon + 1, t.tm_mday });
}

bool
date_is_implausible(date d, date today)
{
	return d != DATE_NONE && (date_ymd(d).year < 1700 || d > today + 366);
}
