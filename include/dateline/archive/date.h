#ifndef DATELINE_ARCHIVE_DATE_H
#define DATELINE_ARCHIVE_DATE_H

#include "dateline/base/span.h"

/* A day, counted from 1970-01-01.  Plain arithmetic works: `d + 7`. */
typedef int32_t date;
#define DATE_NONE INT32_MIN

struct ymd {
	int year;
	int month; /* 1..12 */
	int day;   /* 1..31 */
};

/* Days from `first` to `last`, both among them. */
struct date_range {
	date first;
	date last;
};

#define DATE_ALL ((struct date_range){ INT32_MIN + 1, INT32_MAX })

date date_of(struct ymd when); /* DATE_NONE unless that day exists */
struct ymd date_ymd(date d);
int date_weekday(date d); /* 0 = Monday */
bool date_in(struct date_range r, date d); /* DATE_NONE: only in DATE_ALL */

/* "January" … "December" for 1..12, "Monday" … for 0..6. */
const char *date_month_name(int month);
const char *date_weekday_name(int weekday);

/* Writes "YYYY-MM-DD" and a NUL. */
#define DATE_TEXT 16
void date_print(char out[DATE_TEXT], date d);

/* "YYYY-MM-DD" at the start of `s`, in ASCII digits, not followed by another
 * digit; it need not exist: see date_of().  False when it is not there. */
bool date_scan(struct str s, struct ymd *out);

/* What a person types after "go to": 2023-03-20, 2023-03, 2023, mar 20, 20 mar
 * 2023, today, yesterday, -1w, last tue.  A month or a year is the range of its
 * days, so first is where "go to" leads.  Weekday names look back; a day and
 * month without a year mean the latest one not after `today`.  False when it
 * means nothing or two things (3/4), with a sentence in `why` (static). */
bool date_guess(
    struct str s, date today, struct date_range *out, const char **why);

/* The same for --date: also A..B, A.., ..B. */
bool date_range_guess(
    struct str s, date today, struct date_range *out, const char **why);

/* The day it is here, by the local clock. */
date date_today(void);

#endif
