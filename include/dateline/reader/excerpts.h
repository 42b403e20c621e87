#ifndef DATELINE_READER_EXCERPTS_H
#define DATELINE_READER_EXCERPTS_H

#include "dateline/find/query.h"

/* The sentences around hits, for a list of them.  What was read last is kept,
 * so rows of one report cost reading it once. */
struct excerpts;

struct excerpt {
	struct str text; /* the sentence, on one line … */
	struct span hit; /* … and the hit in it */
	uint32_t raw;	 /* where the hit begins in its record; 0 where only
			  * reports are named */
};

struct excerpts *excerpts_new(struct archive *archive);
void excerpts_free(struct excerpts *e); /* NULL is fine */

/* Hits of `q` are asked for from now on; NULL: of none. */
void excerpts_of(struct excerpts *e, const struct query *q);

/* Hit `k` of a report, from 0; the text lives in `in`.  False when the report
 * cannot be read or has no such hit. */
bool excerpts_get(struct excerpts *e, uint32_t id, uint32_t k,
    struct arena *in, struct excerpt *out);
/* Only where it begins in its record. */
bool excerpts_place(
    struct excerpts *e, uint32_t id, uint32_t k, uint32_t *raw);

#endif
