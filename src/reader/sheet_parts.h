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
	/* Others that are performed without leaving the sheet.  NULL: none. */
	bool (*keeps)(enum command c);
};

void sheet_add(struct reader *r, struct sheet_row row);
/* A text that may take several rows; `left` stands beside the first. */
void sheet_add_text(struct reader *r, struct sheet_row row);

/* Opens the report that the selected row leads to; q comes back here. */
bool sheet_open_row(struct reader *r);

/* sheet_who.c: everything one speaker said. */
void sheet_make_who(struct reader *r);
struct sheet_row sheet_row_who(
    const struct reader *r, size_t i, struct arena *in);
bool sheet_step_who(struct reader *r, size_t bytes);
bool sheet_perform_who(struct reader *r, enum command c);

/* sheet_speakers.c: everybody who said something. */
void sheet_make_speakers(struct reader *r);
struct sheet_row sheet_row_speakers(
    const struct reader *r, size_t i, struct arena *in);
bool sheet_step_speakers(struct reader *r, size_t bytes);
bool sheet_perform_speakers(struct reader *r, enum command c);

/* sheet_list.c: what these two have in common. */
bool list_leads(const struct reader *r, size_t i);   /* any row does */
bool list_keeps(enum command c);		     /* stars, copies … */
bool list_perform(struct reader *r, enum command c); /* moves, narrows */
bool list_move(struct reader *r, enum command c); /* by pages, selecting */
/* The selected row, which was `was`, is `at` now, and stays where it is on the
 * screen.  `fresh`: the sheet has only just come up. */
void list_keep(struct reader *r, bool fresh, size_t was, size_t at);
/* The title with what narrows the list, and how far it has been read. */
void list_set_title(struct reader *r, struct str what);
void list_set_aside(
    struct reader *r, const struct said *s, size_t n, const char *what);
/* Text in at most `cols` columns; a day. */
struct str list_fit(struct arena *in, struct str s, int cols);
struct str list_day(struct arena *in, date day);
/* Whether what a pass needs to know is known; begins it anew if that, or what a
 * person corrected, has changed. */
bool list_is_ready(const struct reader *r);
bool list_follow(struct reader *r);

/* sheet_facts.c */
bool sheet_step_problems(struct reader *r, size_t bytes);
void sheet_make_problems(struct reader *r);
void sheet_make_where(struct reader *r);

/* sheet_when.c */
void sheet_make_calendar(struct reader *r);
void sheet_make_timeline(struct reader *r);
bool sheet_perform_calendar(struct reader *r, enum command c);
bool sheet_perform_timeline(struct reader *r, enum command c);
/* sheet_found.c: every hit of a search in all reports. */
void sheet_make_found(struct reader *r);
struct sheet_row found_row(const struct reader *r, size_t i, struct arena *in);
bool found_leads(const struct reader *r, size_t i);
bool found_perform(struct reader *r, enum command c);
/* found_periods.c: the line above them, at most `cols` columns if it can be. */
void found_add_periods(struct buf *b, const struct tally *t, int cols);

#endif
