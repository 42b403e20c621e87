#ifndef DATELINE_FIND_SAID_H
#define DATELINE_FIND_SAID_H

#include "dateline/archive/archive.h"
#include "dateline/find/asked.h"

/* Everything somebody said, by date, or everybody who is quoted: a pass over an
 * archive, a step at a time.
 *
 * For one speaker the bytes of each report are asked for the name first, and
 * only a report that has it is read.  For everybody all are read, and then only
 * speakers are kept, not their quotes.  Direct quotes only: who is reported to
 * have said something, in no marks, is not found. */
struct said;

struct said_how {
	struct ask ask;
	const struct repeats *repeats; /* R11b; NULL: none known */
	bool no_plain_headings;	       /* R9 is off */
};

/* All that `how` points to, and the archive, must outlive the pass; it is made
 * anew when corrections change. */
struct said *said_new(struct archive *archive, const struct said_how *how);
void said_free(struct said *s); /* NULL is fine */

/* Looks at some reports, in order of date; those that have arrived since come
 * into their places.  `bytes` is how many are asked; one that is read counts
 * for many.  False when all that are there have been looked at. */
bool said_step(struct said *s, size_t bytes);

/* Looks at one report before all others, however long that takes. */
void said_look_at(struct said *s, uint32_t id);

/* How many reports have been looked at, and how many could not be read. */
uint32_t said_looked_at(const struct said *s);
uint32_t said_unread(const struct said *s);

/* A quote; 16 bytes with what an array keeps free. */
struct said_row {
	uint32_t id;	  /* the record */
	uint32_t raw;	  /* where its words begin in it */
	uint32_t speaker; /* said_speaker() */
};

/* The quotes found so far, in the order of the archive; none if everybody was
 * asked for.  Indexes move as reports come in between: who keeps one looks it
 * up again by what it is.  The index is that of the first row not before. */
size_t said_count(const struct said *s);
struct said_row said_row(const struct said *s, size_t i);
size_t said_find(const struct said *s, uint32_t id, uint32_t raw);

/* Who is quoted.  Names live as long as the pass. */
struct said_name {
	struct str name;
	struct str key;
	struct said_name *next;
};

struct said_speaker {
	struct str name;
	struct str key;	 /* name_key() */
	uint32_t quotes; /* how often */
	date first, last; /* DATE_NONE: only in undated reports */
	bool yours;	 /* at least once it is the person who says so */
	uint32_t older;	 /* with the same hash, + 1 */
	struct said_name *names; /* others they go by, at most eight */
};

size_t said_speaker_count(const struct said *s);
const struct said_speaker *said_speaker(const struct said *s, size_t i);

/* All speakers in an order, said_speaker_count() of them; until the next step.
 * To sort again what has changed costs little. */
enum said_order {
	SAID_BY_COUNT, /* most quoted first */
	SAID_BY_NAME,
	SAID_BY_LAST, /* latest first, undated last */
};
const uint32_t *said_order(struct said *s, enum said_order by);

#endif
