#ifndef DATELINE_FIND_WARNINGS_H
#define DATELINE_FIND_WARNINGS_H

#include "dateline/archive/archive.h"

/* What is odd in an archive, and where.  The records know of some of it; for
 * the rest every byte is read, a little at a time, because somebody asked. */
enum warning_kind {
	WARNING_BAD_DATE,    /* R3 */
	WARNING_IMPLAUSIBLE, /* R3 */
	WARNING_BAD_UTF8,    /* R0 */
	WARNING_CONTROL,     /* control characters */
	WARNING_HIDDEN,	     /* characters that are never drawn */
	WARNING_LOOSE,	     /* R1 */
	WARNING_JOINED,	     /* R2 */
	WARNING_COUNT
};

struct warning {
	uint32_t id;
	uint32_t raw;	/* where in the record it is met first … */
	uint32_t times; /* … and how often */
};

/* The first so many of a kind are kept; all are counted. */
#define WARNINGS_KEPT 1000

struct warnings {
	struct archive *archive;
	struct arena *in; /* what is kept */
	struct arena *scratch;
	struct warning *kept[WARNING_COUNT];
	size_t kept_n[WARNING_COUNT];
	size_t cap[WARNING_COUNT];
	uint32_t found[WARNING_COUNT]; /* records that have it */
	uint32_t met;  /* records that were asked what they know … */
	uint32_t next; /* … and that were read */
	uint32_t part;
};

/* `archive` must outlive it. */
struct warnings *warnings_new(struct archive *archive);
void warnings_free(struct warnings *w); /* NULL is fine */

/* Reads about `bytes`; false when all there is now has been read. */
bool warnings_step(struct warnings *w, size_t bytes);

/* "a loose marker (R1)". */
const char *warning_name(enum warning_kind kind);

#endif
