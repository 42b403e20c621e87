#ifndef DATELINE_FIND_TALLY_H
#define DATELINE_FIND_TALLY_H

#include "dateline/archive/date.h"
#include "dateline/base/arena.h"

/* How many of something there are a day: reports, hits, quotes.  Add them in
 * order of date, DATE_NONE last, as reports come; then ask for any range. */
struct tally_day {
	date day;
	uint64_t up_to; /* how many there are on it and before */
};

struct tally {
	struct arena *in;
	struct tally_day *days; /* each has at least one */
	size_t n, cap;
	uint64_t undated;
};

struct tally tally_new(struct arena *in);
/* `d` is not before any day that was added. */
void tally_add(struct tally *t, date d, uint64_t n);

uint64_t tally_in(const struct tally *t, struct date_range r);
/* The first day after `d`, or the last one before it, that has any; DATE_NONE
 * when there is none. */
date tally_after(const struct tally *t, date d);
date tally_before(const struct tally *t, date d);

/* Periods of days, months or years. */
enum tally_by { BY_DAY, BY_MONTH, BY_YEAR, BY_COUNT };

/* "day", "month", "year"; BY_COUNT for any other word. */
enum tally_by tally_by_find(struct str name);
const char *tally_by_name(enum tally_by by);

/* Periods are numbered without a gap in order of time. */
int32_t period_of(enum tally_by by, date d);
struct date_range period_range(enum tally_by by, int32_t period);
/* "2023-03-20", "2023-03", "2023". */
void period_print(char out[DATE_TEXT], enum tally_by by, int32_t period);

/* The periods of a tally that stand in a row, empty ones too, and what would
 * stretch them out of all proportion: implausible days (date.h). */
struct timeline {
	enum tally_by by;
	int32_t first;	   /* the first period … */
	uint32_t n;	   /* … and how many; 0: no day is plausible */
	uint64_t most;	   /* in one of them */
	uint64_t earlier;  /* on days too early to be drawn … */
	uint64_t later;	   /* … and too late */
	struct date_range drawn; /* first and last day of the periods */
};

struct timeline timeline_make(
    const struct tally *t, enum tally_by by, date today);

#endif
