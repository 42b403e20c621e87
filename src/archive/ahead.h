#ifndef DATELINE_SRC_ARCHIVE_AHEAD_H
#define DATELINE_SRC_ARCHIVE_AHEAD_H

#include "dateline/base/span.h"
#include "dateline/text/filter.h"

/* Windows of a file, each with the places in it that are worth a look: read and
 * passed over by a second thread, and by the owner when it would have to wait.
 * Copying a file out of the page cache and passing over it are most of a search,
 * and a processor that does both to a window has it in its own cache
 * (docs/performance.md).
 *
 *	ahead_open(a, fd, from, size);
 *	while ((w = ahead_next(a, keep)))
 *		…		bytes of the file, in order
 *
 * The thread sees a descriptor of its own, filters, and windows that the owner
 * does not have, and nothing else. */
enum {
	AHEAD_WINDOW = 512 * 1024,
	AHEAD_KEEP = 256 * 1024, /* of the window before it; both of 64 */
	AHEAD_LOOKS = 2,	 /* filters at most */
};

/* `keep` bytes of the window before it and `len` of its own, which begin at
 * `off` in the file. */
struct window {
	char *room; /* its own are at room + AHEAD_KEEP */
	uint64_t off;
	size_t len, keep;
	uint64_t *map[AHEAD_LOOKS]; /* a bit for each byte of the room */
};

struct ahead;

/* NULL where there can be no thread: read without it. */
struct ahead *ahead_new(void);
void ahead_free(struct ahead *a); /* NULL is fine */

/* Has map[look] made from now on; before ahead_open(). */
void ahead_look_for(struct ahead *a, int look, const struct filter *f);

/* The windows of this file from now on, from byte `from`; all others are gone.
 * `fd` is copied.  What grows beyond `size` is not read. */
void ahead_open(struct ahead *a, int fd, uint64_t from, uint64_t size);

/* The next window, which begins with what the last one had from byte `keep` of
 * the file on: AHEAD_KEEP bytes at most.  It lives until the next one is asked
 * for.  NULL at the end, or when not all of it could be read: the owner will
 * read on by itself, and say why. */
const struct window *ahead_next(struct ahead *a, uint64_t keep);

#endif
