#ifndef DATELINE_ARCHIVE_ARCHIVE_H
#define DATELINE_ARCHIVE_ARCHIVE_H

#include "dateline/archive/date.h"
#include "dateline/base/arena.h"
#include "dateline/base/err.h"
#include "dateline/text/filter.h"

/* Where reports begin, in order of date; grows a step at a time. */
struct archive;

/* How a record and its date were recognised (R1, R2, R4). */
enum record_how {
	HOW_MARKER,
	HOW_LOOSE,
	HOW_JOINED,	  /* in mid-line: two files put together */
	HOW_FRONT_MATTER, /* `head` is 0: front matter is text (report/head) */
	HOW_NAME,
	HOW_FOLDER,
	HOW_FIRST_LINE, /* `head` is that line */
	HOW_NONE,
};

/* One report where it lies.  24 bytes, and 4 for its place in the order.
 *
 *	\n date 2023-03-20 First words of the text
 *	  |<---- head --->|
 *	  off
 *
 * A report of more than UINT32_MAX bytes is several records, one after the
 * other, alike but for `head`, which is 0 in all but the first. */
struct record {
	uint64_t off; /* of its first byte in the file; a BOM is not in it */
	uint32_t len; /* to the next record or the end of the file */
	date date;    /* DATE_NONE: undated, or the date does not exist */
	uint32_t source; /* archive_path() */
	uint16_t head;	 /* bytes of the marker; the text begins after them */
	uint8_t how;	 /* enum record_how */
	bool bad_date;	 /* the marker names a day that does not exist (R3) */
};

struct archive *archive_new(void);
void archive_free(struct archive *a); /* NULL is fine */

/* Which encoding the files have that are not UTF-8, by a name that iconv(3)
 * knows; before the first step.  False, with a sentence, when it knows none.
 * UTF-16 with a byte order mark needs no saying.  Offsets in a file that is
 * decoded are bytes of its text in UTF-8; see archive_origin(). */
bool archive_set_encoding(
    struct archive *a, const char *name, struct err *e);

/* Adds a file, a folder or "-".  Nothing is read but names.  False, with a
 * sentence, when there is no such thing; what cannot be read later is a
 * problem.
 *
 * A folder is searched; dotfiles, symlinked folders and what is no regular file
 * are skipped.  A file found there counts only if it is text and has a marker,
 * front matter with a date, or a date in its name or a folder's (R4).  A file
 * that is given counts always, and twice the same file counts once.  What is
 * added before the first step is one order of files; what is added later comes
 * after it. */
bool archive_add(struct archive *a, const char *path, struct err *e);

/* For who reads an archive through and does nothing else meanwhile; before the
 * first step.  Has files looked over by a second thread while they are indexed, if
 * there is a second processor, and has archive_read() bring along what lies behind
 * a record: that it changed since is only noticed with the next such piece. */
void archive_read_ahead(struct archive *a);
/* What that thread looks for on the way, besides dates; nothing comes of it
 * without archive_read_ahead() before it.  Before the first step, and once more
 * for nothing after the last: until then `look` is borrowed. */
void archive_look_for(struct archive *a, struct quest look);

enum archive_state {
	ARCHIVE_DONE, /* everything is indexed */
	ARCHIVE_MORE, /* call again */
	ARCHIVE_WAIT, /* a pipe has nothing to give now: archive_pipe() */
};

/* Indexes about `bytes` more, files first, and never waits.  Ids that were
 * given stay; places in the order may move.  A record counts when its end is
 * known. */
enum archive_state archive_step(struct archive *a, size_t bytes);
/* Indexes all, waiting for pipes as long as they take. */
void archive_finish(struct archive *a);
int archive_pipe(const struct archive *a); /* to poll for reading; -1: none */
/* Sleeps until a pipe has something: after ARCHIVE_WAIT. */
void archive_wait(const struct archive *a);
/* How many files were looked at so far, given or found, reports or not. */
uint32_t archive_looked_at(const struct archive *a);

/* Ids count from 0 in order of arrival.  The order (R5) is date, then file in
 * natural order, then place in the file; undated reports come last. */
uint32_t archive_count(const struct archive *a);
/* Until the next step. */
const struct record *archive_record(const struct archive *a, uint32_t id);
uint32_t archive_at(const struct archive *a, uint32_t place); /* an id */
uint32_t archive_place(const struct archive *a, uint32_t id);
/* Less than 0 when record `id` comes before the other one, 0 when it is it. */
int archive_compare(const struct archive *a, uint32_t id, uint32_t other);
uint32_t archive_dated(const struct archive *a); /* places before undated */
/* The first place whose date is not before `d`; archive_dated() if none. */
uint32_t archive_find(const struct archive *a, date d);

/* Files in the order of records; the path lives as long as the archive. */
uint32_t archive_source_count(const struct archive *a);
const char *archive_path(const struct archive *a, uint32_t source);
/* Bytes of a file that are in no record: a BOM before a marker, blank lines
 * before the first record. */
uint32_t archive_skipped(const struct archive *a, uint32_t source);
/* Bytes of a file when it was indexed, or that have come of a pipe so far. */
uint64_t archive_size(const struct archive *a, uint32_t source);
/* When it was last changed, in nanoseconds of POSIX time. */
int64_t archive_mtime(const struct archive *a, uint32_t source);
/* What a file was decoded from; NULL: nothing, it is UTF-8. */
const char *archive_encoding(const struct archive *a, uint32_t source);
/* Where a byte of a file's text is in the file as it lies: at `off`, unless it
 * was decoded.  For what a person or another program is told. */
uint64_t archive_origin(struct archive *a, uint32_t source, uint64_t off);
/* Up to `len` bytes of a file from `off` into `to`, whatever record they are
 * in; SIZE_MAX, with a sentence, when it went away or changed. */
size_t archive_peek(struct archive *a, uint32_t source, uint64_t off, char *to,
    size_t len, struct err *e);
/* The same bytes without reading, if they are among those that were indexed
 * last, else NULL.  Borrowed until the next step, or question about a line.
 * `*found` has the places that archive_look_for() asked for, or zeros. */
const char *archive_recent(const struct archive *a, uint32_t source,
    uint64_t off, size_t len, struct places *found);
/* All ids in the order in which the records lie: by file, then by place in it.
 * archive_count() of them, in `in`. */
const uint32_t *archive_as_they_lie(const struct archive *a, struct arena *in);

/* `len` bytes of a record from `off`, fewer only at its end; the result lives
 * in `in` and has a NUL after it.  False when the file went away or changed: a
 * sentence that names it. */
bool archive_read(struct archive *a, uint32_t id, uint32_t off, size_t len,
    struct arena *in, struct str *out, struct err *e);

/* Which line of the file a byte of a record stands on, from 1; 0 when it
 * cannot be read.  The first question about a file costs reading it up to
 * there, any other a few kilobytes. */
uint64_t archive_line(struct archive *a, uint32_t id, uint32_t off);

/* Sentences about what could not be opened or read, in order. */
uint32_t archive_problem_count(const struct archive *a);
const char *archive_problem(const struct archive *a, uint32_t i);

#endif
