#ifndef DATELINE_SRC_FIND_HUNT_PARTS_H
#define DATELINE_SRC_FIND_HUNT_PARTS_H

/* What the files of a hunt share: the hunt itself.
 *
 *	hunt		its steps
 *	hunt_window	what is looked at next, and what is in it
 *	hunt_found	what was found, in order of date
 */

#include "dateline/find/hunt.h"

#include "query_parts.h"

enum {
	HUNT_WINDOW = 128 * 1024, /* bytes looked at together … */
	HUNT_PIECES = 2048,	  /* … of so many records at most */
};

/* A record, or a part of a long one. */
struct piece {
	uint32_t id;
	uint32_t off; /* in its record */
	uint32_t marker;
	struct span at; /* in the window */
};

/* Records of one file that lie together, as far as there is something left to
 * say about them. */
struct window {
	const char *bytes; /* `own`, or the archive's until the next step */
	char *own;
	size_t room, len;
	uint32_t source;
	uint64_t from; /* in the file */
	struct places found; /* of the first needle, when the archive knows */
	struct piece piece[HUNT_PIECES];
	uint32_t count[HUNT_PIECES];
	size_t n;
	size_t next; /* the piece to be judged next */
};

/* A part of a report that a regular expression is on its way through. */
struct reading {
	bool is;
	struct str text;
	struct span ranges[2];
	size_t n, next;
	struct regex_run run; /* through the range before `next`, if any */
	uint32_t hits;
};

enum { HUNT_BLOCK = 256 };

struct hunt {
	struct archive *archive;
	const struct query *query;
	struct arena *counts_in; /* counts of one window */
	struct arena *piece_in;	 /* one part of a report */

	/* What to look at: first records that a wider query found … */
	uint32_t *todo;
	uint32_t todo_n, todo_at;
	uint32_t next; /* … then all from this one on */
	uint32_t part; /* of either, where a long one goes on */

	struct window w;
	struct reading reading;

	struct found *found, *fresh; /* `fresh` waits to be put in order */
	uint32_t found_n, fresh_n;
	size_t found_cap, fresh_cap;
	uint64_t *sums; /* hits before each HUNT_BLOCK of `found` … */
	uint32_t sum_n; /* … as far as that is right */
	size_t sum_cap;
	uint64_t hits;
	uint32_t too_hard;
	uint32_t failed;
	struct err failure;
};

/* hunt_window: takes the next window; false when there is nothing to look at
 * now.  Then judges its pieces; false when `until` comes first. */
bool hunt_fill(struct hunt *h);
void hunt_keep(struct hunt *h); /* what it has left, beyond this step */
bool hunt_judge(struct hunt *h, uint64_t until);
uint64_t hunt_now_ns(void);

/* hunt_found: */
void hunt_add(struct hunt *h, uint32_t id, uint32_t hits);
void hunt_put_in_order(struct hunt *h);

#endif
