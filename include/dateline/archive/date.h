#ifndef DATELINE_ARCHIVE_DATE_H
#define DATELINE_ARCHIVE_DATE_H

#include "dateline/base/span.h"

/* A day, counted from 1970-01-01 in the Gregorian calendar, which is carried
 * back before it was invented.  Plain arithmetic works: `d + 7`. */
typedef int32_t date;
#define DATE_NONE INT32_MIN

struct ymd {
	int year;  /* 1..9999 */
	int month; /* 1..12 */
	int day;   /* 1..31 */
};

/* Days from `first` to `last`, both among them. */
struct date_range {
	date first;
	date last;
};

#define DATE_ALL ((struct date_range){ INT32_MIN + 1, INT32_MAX })

/* Every day of a month or of a year; of no days that exist, both DATE_NONE. */
struct date_range date_month(int year, int month);
struct date_range date_year(int year);

date date_of(struct ymd when); /* DATE_NONE unless that day exists */
struct ymd date_ymd(date d);
int date_weekday(date d); /* 0 = Monday */
bool date_in(struct date_range r, date d); /* DATE_NONE: only in DATE_ALL */

/* "January" … "December" for 1..12, "Monday" … for 0..6; else "". */
const char *date_month_name(int month);
const char *date_weekday_name(int weekday);

/* Writes "YYYY-MM-DD" and a NUL; nothing but the NUL for DATE_NONE. */
#define DATE_TEXT 16
void date_print(char out[DATE_TEXT], date d);

/* Writes what a range is called, and a NUL, as date_readings() reads it:
 * "20 Mar 2023", "Mar 2023", "2023", "20 Mar 2023 .. 3 Apr 2023", ".. 2023";
 * nothing but the NUL for DATE_ALL. */
#define DATE_RANGE_TEXT 48
void date_range_print(char out[DATE_RANGE_TEXT], struct date_range r);

/* "YYYY-MM-DD" at the start of `s`, in ASCII digits, not followed by another
 * digit; it need not exist: see date_of().  False when it is not there. */
bool date_scan(struct str s, struct ymd *out);

/* Names of months, January first, and of days, Monday first, in the language of
 * a person; NULL where it has none. */
struct date_names {
	const char *months[12];
	const char *alone[12]; /* as months are called without a day */
	const char *short_months[12];
	const char *days[7];
	const char *short_days[7];
};

/* Those of the locale, until it is set to another one. */
struct date_names date_names_locale(void);

/* What a typed date is counted from. */
struct date_base {
	date today;
	date first; /* what "first" and "last" mean; DATE_NONE: nothing */
	date last;
	const struct date_names *names; /* beside English ones; NULL: none */
};

/* What a person types for a date or a range of dates, in any case; a comma, a
 * blank and, after a word, a hyphen part words:
 *
 *	2023-03-20  2023/3/20  20230320		that day
 *	20 mar 2023  March 20th, 2023		that day
 *	20/3/2023  3/20/2023  20/3  3/20	that day
 *	2023-03  mar 2023  2023			every day of it
 *	mar 20  20 march  march			the latest not after today
 *	tue					the latest, today too
 *	last tue				the latest before today
 *	today  yesterday  -3d  -2w  -1m  +1y	a day, counted from today
 *	this week  last-month  last year	every day of it; Monday first
 *	first  last				those of the base
 *	A..B  A..  ..B				from the first day of A to the
 *						last of B
 *
 * A weekday before a day is welcome if it is right.  3/4 can be read in two
 * ways, with the day first or the month first.
 *
 * Returns how many readings there are, 0, 1 or 2; of two, the one with the day
 * first comes first.  Unless it is 1, `why` is a sentence (static): what is
 * wrong with it, or that there are two. */
size_t date_readings(struct str s, const struct date_base *base,
    struct date_range out[2], const char **why);

/* A date that was written for others, in a file: the same without ranges, names
 * of other languages, "first" and "last", and any date in figures alone that
 * does not begin with the year. */
bool date_guess(
    struct str s, date today, struct date_range *out, const char **why);

/* The one reading of what cannot be asked about: --date, date:RANGE.  Counted
 * from today, with the names of the locale; there is no first and no last.
 * False, with a sentence in `why`, when there is none or there are two. */
bool date_range_guess(
    struct str s, date today, struct date_range *out, const char **why);

/* Whether two dots stand in what was typed. */
bool date_has_dots(struct str s);

/* The day it is here, by the local clock. */
date date_today(void);

/* Whether a report can hardly be of that day (R3): before 1700, or more than a
 * year from now.  Such dates stand in real archives; they keep their place, but
 * no calendar or axis should stretch for them. */
bool date_is_implausible(date d, date today);

#endif
