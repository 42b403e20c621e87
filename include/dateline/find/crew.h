#ifndef DATELINE_FIND_CREW_H
#define DATELINE_FIND_CREW_H

#include "dateline/report/article.h"

/* Reads the articles of many reports on all processors, and hands them over one
 * by one, in the order in which they were asked for, to the thread that asked.
 * Finding quotes is so much work beside all else that it alone is shared: the
 * other threads see the bytes of a report and what article_read_as() makes of
 * them, and nothing else. */
struct crew;

/* One report, or a part of a long one, to be read as article_read_as() does. */
struct task {
	uint32_t id;
	uint32_t part;	  /* where it begins in its record */
	uint32_t marker;  /* the record's `head`, 0 for a later part */
	struct str raw;	  /* copied by crew_add() */
	const char *path; /* outlives the crew */
};

/* Who takes over what was read; an article lives until take() returns. */
struct crew_owner {
	void (*take)(
	    void *self, const struct task *task, const struct article *t);
	void *self;
};

/* How many threads have a processor beside this one: at most 15. */
unsigned crew_threads(void);

/* `how` is the same for all, but for its path.  `threads` work beside this one,
 * fewer where the system has no more to give, and may be 0.  crew_free() waits
 * for them, and drops what was not taken over; NULL is fine. */
struct crew *crew_new(const struct article_how *how, unsigned threads,
    struct crew_owner owner);
void crew_free(struct crew *c);

/* Asks for one more, and may hand over some of those before it. */
void crew_add(struct crew *c, struct task task);
/* Hands over all that are left. */
void crew_finish(struct crew *c);

#endif
