#ifndef DATELINE_READER_FOUND_PARTS_H
#define DATELINE_READER_FOUND_PARTS_H

#include "parts.h"

/* What the hunt and the list of what it has found know of each other. */

/* What was found in the days that the reader is narrowed to: reports [first,
 * after) of the hunt. */
struct window {
	const struct hunt *hunt;
	uint32_t first;
	uint32_t after;
};

struct window window_of(const struct reader *r);
uint32_t window_count(const struct window *w); /* reports */
uint64_t window_hits(const struct window *w);

/* The list of a window: a row for each report, and below it one for each hit. */
struct entry {
	struct found found;
	bool is_hit;
	uint32_t hit; /* from 0 */
};

/* The first row of the report at `place` of the hunt. */
size_t window_row(const struct window *w, uint32_t place);
/* A row of a window that has some. */
struct entry window_entry(const struct window *w, size_t row);

#endif
