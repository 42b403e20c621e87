#ifndef DATELINE_READER_WHEN_H
#define DATELINE_READER_WHEN_H

#include "dateline/find/tally.h"

/* What the calendar and the timeline show: two sheets (sheet.h) with pictures of
 * their own.  The calendar has the days of the reports in the scope; the
 * timeline counts those, or what somebody else has counted. */
struct when {
	date day; /* the selected one, in both; DATE_NONE: not yet */
	struct tally reports; /* of the scope, as long as the sheet is shown */
	const struct tally *counted; /* what the timeline counts instead … */
	char what[64];	       /* … and what that is: "hits of “visit”" */
	struct timeline line;
	bool by_chosen; /* the person chose the periods of it */
};

/* A row of the timeline.  First and last there may be one for days that are too
 * far off to be drawn. */
enum when_row_kind { WHEN_PERIOD, WHEN_EARLIER, WHEN_LATER };

struct when_row {
	enum when_row_kind kind;
	struct date_range range;
	uint64_t n;
};

uint32_t when_row_count(const struct when *w);
struct when_row when_row_at(const struct when *w, uint32_t i);
uint32_t when_row_now(const struct when *w); /* the selected one */

/* How strongly a day is marked, from 0 (none) to 3, compared with the day that
 * has most: fewer than `some` are few, fewer than `many` are some. */
struct when_scale {
	uint64_t some;
	uint64_t many;
	uint64_t most;
};

struct when_scale when_scale_of(const struct tally *t);
int when_level(const struct when_scale *s, uint64_t n);

/* Where the months of the calendar are, for one size: a block of `across` by
 * `down`, of which the first is month `first` (period_of(BY_MONTH, …)). */
enum { MONTH_COLS = 21, MONTH_ROWS = 8, MONTH_GAP = 3 };

struct when_months {
	int across;
	int down;
	int32_t first;
	int col; /* of the screen where the block begins */
};

struct when_months when_months_of(date day, int cols, int rows);

#endif
