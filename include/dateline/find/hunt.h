#ifndef DATELINE_FIND_HUNT_H
#define DATELINE_FIND_HUNT_H

#include "dateline/find/query.h"

/* A search on its way through an archive, a step at a time, over the raw bytes
 * of the files as they lie.  What it finds comes in the order of the date list.
 *
 *	h = hunt_new(archive, query);
 *	while (hunt_step(h, 4 * 1024 * 1024))
 *		…			keys, a picture
 *	for (i = 0; i < hunt_count(h); i++)
 *		hunt_at(h, i)		a report and its number of hits
 *
 * Records that are indexed meanwhile are taken up: when the archive has grown,
 * step again.  The number of hits is what query_article() finds in the parts of
 * the report together. */
struct hunt;

/* A report with hits.  8 bytes. */
struct found {
	uint32_t id;
	uint32_t hits;
};

/* Both must outlive the hunt. */
struct hunt *hunt_new(struct archive *a, const struct query *q);
void hunt_free(struct hunt *h); /* NULL is fine */

/* Looks at about `bytes` more, but comes back after some 4 ms.  True while there
 * is more to look at among what is indexed now. */
bool hunt_step(struct hunt *h, size_t bytes);

/* Goes on with `q`, if it can only hit where the old query does: what was found
 * is gone through again first, by the steps to come, and the rest is looked at
 * once.  False, and nothing has changed, if it may hit elsewhere: begin anew.
 * The old query may go when it is true. */
bool hunt_narrow(struct hunt *h, const struct query *q);

/* What was found so far.  Places shift as more is found; ids stay. */
uint32_t hunt_count(const struct hunt *h); /* reports */
uint64_t hunt_hits(const struct hunt *h);  /* in all of them */
struct found hunt_at(const struct hunt *h, uint32_t place);
/* The place of the first report found that is not before record `id` in the
 * date list; hunt_count() if all are before it.  hunt_at() tells whether it is
 * this one. */
uint32_t hunt_place(const struct hunt *h, uint32_t id);
/* Hits in the reports before `place`: "hit 3/17". */
uint64_t hunt_hits_before(const struct hunt *h, uint32_t place);

/* How much of what is indexed was looked at: 0 to 100. */
int hunt_percent(const struct hunt *h);

/* Reports that a regular expression was too hard on: they may have more hits. */
uint32_t hunt_too_hard(const struct hunt *h);

/* Reports that could not be read, and a sentence about the first; NULL: none.
 */
uint32_t hunt_failed(const struct hunt *h);
const char *hunt_failure(const struct hunt *h);

#endif
