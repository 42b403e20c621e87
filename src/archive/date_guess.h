#ifndef DATELINE_SRC_DATE_GUESS_H
#define DATELINE_SRC_DATE_GUESS_H

/* What the two halves of guessing a date share: figures and words. */

#include "dateline/archive/date.h"

#include "ascii.h"

#define GUESS_NO_DATE \
	"That is not a date: try 2023-03-20, mar 20, last tue or -2w."
#define GUESS_NO_DAY "There is no such day in the calendar."
#define GUESS_NO_MONTH "Which month? Write it as a word, as in mar 20."
#define GUESS_SHORT_YEAR "Write a year with four figures, as in 2023."

/* Which of two small numbers with / or - between them is the day. */
enum guess_order { ORDER_REFUSED, ORDER_DAY_FIRST, ORDER_MONTH_FIRST };

/* How a date is to be read, and what was wrong with it. */
struct guess {
	struct date_base base;
	enum guess_order order;
	const char *why; /* static */
};

/* Sets `why` and is false. */
bool guess_refuse(struct guess *g, const char *sentence);

/* One day, month or year as a range; false with a sentence if it does not
 * exist. */
bool guess_day(struct guess *g, date d, struct date_range *out);
bool guess_ymd(struct guess *g, struct ymd when, struct date_range *out);
bool guess_month(struct guess *g, int year, int month, struct date_range *out);
bool guess_year(struct guess *g, int year, struct date_range *out);

/* The latest day of that name not after today, in whichever year it exists. */
bool guess_latest(
    struct guess *g, int month, int day, struct date_range *out);

/* Takes the digits at the start of `s`; returns how many there are.  Their
 * value is right for up to eight. */
size_t guess_number(struct str *s, int *value);

/* A date in words: 20 mar 2023, last tue. */
bool guess_words(struct guess *g, struct str s, struct date_range *out);

#endif
