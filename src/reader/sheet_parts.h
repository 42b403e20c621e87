#ifndef DATELINE_READER_SHEET_PARTS_H
#define DATELINE_READER_SHEET_PARTS_H

#include "dateline/reader/reader.h"

/* What fills a sheet.  A kind of sheet either makes all its rows at once, or
 * says how many there are and makes one when it is asked for it. */
struct sheet_ops {
	/* For the size at hand: rows by sheet_add(), or only their number. */
	void (*make)(struct reader *r);
	/* NULL for those that have made their rows. */
	struct sheet_row (*row)(
	    const struct reader *r, size_t i, struct arena *in);
	bool (*leads)(const struct reader *r, size_t i);
	/* Reads on for it; true when there is more.  NULL: it is whole. */
	bool (*step)(struct reader *r, size_t bytes);
	/* Commands that mean something of their own here; false for others.
	 * NULL: none do. */
	bool (*perform)(struct reader *r, enum command c);
};

void sheet_add(struct reader *r, struct sheet_row row);
/* A text that may take several rows; `left` stands beside the first. */
void sheet_add_text(struct reader *r, struct sheet_row row);

/* Opens the report that the selected row leads to; q comes back here. */
bool sheet_open_row(struct reader *r);

/* sheet_facts.c */
bool sheet_step_problems(struct reader *r, size_t bytes);
void sheet_make_problems(struct reader *r);
void sheet_make_where(struct reader *r);

#endif
