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

/* Writes what a range is called, and a NUL, as date_range_guess() reads it:
 * "20 Mar 2023", "Mar 2023", "2023", "20 Mar 2023 .. 3 Apr 2023", ".. 2023";
 * nothing but the NUL for DATE_ALL. */
#define DATE_RANGE_TEXT 48
void date_range_print(char out[DATE_RANGE_TEXT], struct date_range r);

/* "YYYY-MM-DD" at the start of `s`, in ASCII digits, not followed by another
 * digit; it need not exist: see date_of().  False when it is not there. */
bool date_scan(struct str s, struct ymd *out);

/* What a person types after "go to", in any case; a comma, a blank and, after a
 * word, a hyphen part words:
 *
 *	2023-03-20  2023/3/20  20230320		that day
 *	20 mar 2023  March 20th, 2023		that day
 *	2023-03  mar 2023  2023			every day of it
 *	mar 20  20 march  march			the latest not after today
 *	tue					the latest, today too
 *	last tue				the latest before today
 *	today  yesterday  -3d  -2w  -1m  +1y	a day, counted from today
 *	this week  last-month  last year	every day of it; Monday first
 *
 * A weekday before a day is welcome if it is right.  A month or a year is the
 * range of its days, so `first` is where "go to" leads.  False when it means
 * nothing or two things (3/4, a year of two figures), with a sentence in `why`
 * (static). */
bool date_guess(
    struct str s, date today, struct date_range *out, const char **why);

/* The same for --date: also A..B, A.., ..B, with every day of both ends. */
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
