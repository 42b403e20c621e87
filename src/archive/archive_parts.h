#ifndef DATELINE_SRC_ARCHIVE_PARTS_H
#define DATELINE_SRC_ARCHIVE_PARTS_H

/* What the files of the archive share: the archive itself.
 *
 *	archive_walk	names of files, found but not opened
 *	archive_index	opens one after the other and finds its records
 *	archive_order	puts the records in order of date
 *	archive_read	gives their bytes
 */

#include "dateline/archive/archive.h"
#include "dateline/archive/source.h"
#include "dateline/text/filter.h"

#include "ahead.h"
#include "archive_seen.h"

enum {
	/* Bytes read and indexed at once: what stays in the cache between the
	 * two.  Larger windows were measured to be slower. */
	ARCHIVE_WINDOW = 128 * 1024,
	/* What is kept of the latest windows, for a search: they and what lies
	 * beside them. */
	ARCHIVE_ROOM = 5 * ARCHIVE_WINDOW,
	ARCHIVE_KEEP = 2 * ARCHIVE_WINDOW, /* of a record without an end yet */
	ARCHIVE_OPEN = 16, /* files that may stay open */
	ARCHIVE_ALONG = 64 * 1024, /* of records that are read together */
};

/* What the thread looks for. */
enum { LOOK_DATES, LOOK_HITS };

/* A name that was given, or found in a folder. */
struct candidate {
	const char *path;
	bool given;
};

/* The numbers of the lines that hold every LINE_STEP-th byte of a file, as far
 * as somebody has asked; a line number then costs one short reading. */
enum { LINE_STEP = 2 * 1024 };

struct lines {
	uint64_t *at;
	size_t n, cap;
};

/* The bytes of a file that were read last: in a window of the thread's, or read
 * without it. */
struct recent {
	uint32_t file;
	uint64_t from;
	size_t len;
	const char *bytes;
	const struct window *window; /* NULL: `bytes` are `own` */
	bool is_ahead;	     /* the thread reads this file */
	struct ahead *ahead; /* NULL: there is no thread */
	char *own; /* ARCHIVE_ROOM bytes */
};

/* What was read along with a record, while one is asked for after the other. */
struct along {
	uint32_t file;
	uint64_t from;
	size_t len;
	uint64_t next; /* where the last record that was asked for ends */
	char *bytes;   /* ARCHIVE_ALONG of them, or NULL: nothing is read along */
};

struct file {
	struct source source;
	uint32_t skipped;
	struct lines lines;
};

/* How far a file is indexed. */
struct scan {
	uint32_t file;
	bool given;
	bool kept;    /* given, or it has a record: it is a source */
	bool marked;  /* a marker was found … */
	bool begins;  /* … before any text: joined ones may follow (R2) */
	bool text;    /* a byte that is not blank was found … */
	uint64_t blank; /* … here; until then, only blanks before here */
	uint64_t line;	/* where its line begins */
	uint64_t pos;	/* dates before here have been judged */
	uint64_t covered; /* bytes before here are in a record or skipped */
	bool open;	  /* `record` waits for its end */
	struct record record;
};

struct archive {
	struct arena *names; /* paths and sentences */
	struct candidate *found;
	size_t found_n, found_cap;
	size_t next;	 /* the first that was not opened yet */
	bool is_sorted; /* from `next` on */
	const char *encoding; /* of what is not UTF-8; NULL: not said */
	struct seen seen;

	struct file *files;
	size_t file_n;
	size_t file_cap;
	uint32_t latest[ARCHIVE_OPEN]; /* files that may be open, + 1 */
	size_t latest_n;

	bool scanning; /* `scan` is a file half done */
	struct scan scan;
	struct scan *pipes; /* what still arrives */
	size_t pipe_n, pipe_cap;
	struct recent recent;
	struct along along;
	struct filter hyphens; /* of dates */

	struct record *records;
	uint32_t record_n;
	size_t record_cap;
	uint32_t *order;
	uint32_t order_n; /* records that have their place */
	size_t order_cap;
	uint32_t dated;

	const char **problems;
	size_t problem_n, problem_cap;
};

void archive_problem_add(struct archive *a, const struct err *e);

/* archive_walk: */
void archive_found(struct archive *a, const char *path, bool given);
bool archive_walk(struct archive *a, const char *folder, struct err *e);
void archive_sort_found(struct archive *a); /* natural order */

/* archive_index: indexes about `budget` bytes of files; false when only pipes
 * are left.  Then takes what the pipes have; false when none has any. */
bool archive_index(struct archive *a, uint64_t budget);
bool archive_index_pipes(struct archive *a, uint64_t budget);

/* archive_order: gives the new records their place. */
void archive_order(struct archive *a);

/* archive_read: where in the recent bytes from `off` on there are places of a
 * filter, as far as that was looked for. */
struct places archive_places(const struct recent *r, int look, uint64_t off);

/* Has it said if bytes that were lent went away meanwhile (ahead.h).  To be asked
 * when the last ones were looked at. */
void archive_check_recent(struct archive *a);

/* Reading any file, few of them open at a time. */
void archive_keep_open(struct archive *a, uint32_t file);
size_t archive_bytes(struct archive *a, uint32_t file, uint64_t off, char *to,
    size_t len, struct err *e);

#endif
