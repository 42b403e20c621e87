#ifndef DATELINE_PRINT_H
#define DATELINE_PRINT_H

#include <stdio.h>

#include "cli.h"
#include "dateline/archive/archive.h"
#include "dateline/find/asked.h"
#include "dateline/find/crew.h"
#include "dateline/find/hunt.h"
#include "dateline/find/repeats.h"
#include "dateline/find/search.h"
#include "dateline/find/tally.h"
#include "dateline/report/article.h"
#include "dateline/text/glyph.h"

/* The file whose reports are explained, and whether it was said how it was
 * split. */
struct file_reports {
	uint32_t source;
	const uint32_t *ids;
	uint32_t n;
	bool said;
};

/* What the actions print.  Reports are printed one after another in the order
 * that was asked for, and read a little ahead of that. */
struct printer {
	const struct options *options;
	struct archive *archive;
	struct query *query; /* NULL: nothing is looked for */
	struct hunt *hunt;   /* … and where it was found */
	struct arena *asked_in;
	struct ask ask;	     /* of --quotes and --speakers … */
	struct asked *asked; /* … of which this is NULL for other actions */
	struct crew *crew;   /* reads reports */
	struct arena *scan;  /* one report */
	struct arena *files; /* what is known of all files, for --explain */
	struct buf out;	     /* in `scan` */
	enum gate gate;
	uint64_t found;	  /* rows */
	uint64_t reports; /* reports with a row */
	uint64_t bad;	  /* reports that could not be read */
	struct file_reports file; /* of --explain */
	struct tally tally; /* of --timeline */
	struct repeats_scan *repeats; /* NULL where no block is asked for */
};

/* One report, or one part of a long one. */
struct report {
	uint32_t id;
	const struct record *record;
	const char *path;
	struct article article;
	struct span *hits; /* of the words looked for */
	size_t hit_n;
	const struct whose *whose; /* for each quote, with --quotes … */
	const bool *asked;	   /* … and whether it is asked for */
};

/* Indexes the archive and performs the action; returns the exit status: 0
 * something found, 1 nothing, 2 an error, which was said on standard error.
 * `corrections`: NULL for none. */
int print_run(const struct options *o, struct archive *a,
    const struct corrections *corrections);

/* The rows of one report for each action: print_rows.c, print_timeline.c.  Each
 * returns how many rows it has, and writes them unless only numbers are asked
 * for. */
size_t print_list(struct printer *p, const struct report *r);
size_t print_dump(struct printer *p, const struct report *r);
size_t print_quotes(struct printer *p, const struct report *r);
size_t print_search(struct printer *p, const struct report *r);
size_t print_timeline(struct printer *p, const struct report *r);
size_t print_explain(struct printer *p, const struct report *r);

/* Who is quoted: print_speakers.c. */
void print_speakers(struct printer *p);

/* How many quotes of a report were asked for. */
size_t count_quotes(const struct report *r);

/* print_timeline.c: what was counted, at the end; and whether that is quotes. */
void print_timeline_rows(struct printer *p);
bool timeline_asks_quotes(const struct options *o);

/* Says on standard error what could not be opened; whether there was any. */
bool print_problems(const struct archive *a);

/* How the file of --explain was split, once. */
void print_file_head(struct printer *p);

/* A sentence on standard error, through the gate. */
void print_error(const char *text);

#endif
