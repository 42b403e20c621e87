#ifndef DATELINE_FIND_QUOTED_H
#define DATELINE_FIND_QUOTED_H

#include "dateline/archive/archive.h"
#include "dateline/find/whose.h"

/* A quote that is known by its place, read again.  The report that was read
 * last is kept, so that its quotes one after another cost one reading. */
struct quoted {
	struct archive *archive;
	const struct corrections *corrections; /* may be NULL */
	const struct repeats *repeats;	       /* may be NULL */
	bool no_plain_headings;

	struct arena *in; /* the rest is not for others to set */
	bool is;
	uint32_t id;
	uint32_t part;
	uint32_t version; /* of the corrections then */
	struct article article;
	struct whose *whose;
};

struct quoted quoted_new(struct archive *archive);
void quoted_end(struct quoted *q);

/* The quote whose words begin at `raw` of record `id`: `*i` is its number in
 * `q->article` and `q->whose`, which stay until the next call.  False when it
 * cannot be read, or is not there any more. */
bool quoted_get(struct quoted *q, uint32_t id, uint32_t raw, size_t *i);

#endif
