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

/* Sets `why` and is false. */
bool guess_refuse(const char **why, const char *sentence);

/* One day, month or year as a range; false with a sentence if it does not
 * exist. */
bool guess_day(date d, struct date_range *out, const char **why);
bool guess_month(int year, int month, struct date_range *out, const char **why);
bool guess_year(int year, struct date_range *out, const char **why);

/* Takes the digits at the start of `s`; returns how many there are.  Their
 * value is right for up to eight. */
size_t guess_number(struct str *s, int *value);

/* A date in words: 20 mar 2023, last tue. */
bool guess_words(
    struct str s, date today, struct date_range *out, const char **why);

#endif
