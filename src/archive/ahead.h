#ifndef DATELINE_SRC_ARCHIVE_AHEAD_H
#define DATELINE_SRC_ARCHIVE_AHEAD_H

#include "dateline/base/span.h"
#include "dateline/text/filter.h"

/* Windows of a file, each with the places in it that are worth a look: looked
 * over by a second thread, and by the owner when it would have to wait.  That is
 * most of a search (docs/performance.md).
 *
 *	ahead_open(a, fd, from, size);
 *	while ((w = ahead_next(a)))
 *		…		bytes of the file, in order
 *	ahead_is_whole(a)
 *
 * The thread sees the file, what is looked for, and windows that the owner does
 * not have, and nothing else. */
enum {
	AHEAD_WINDOW = 512 * 1024,
	AHEAD_LOOKS = 2,	 /* things to look for at most */
};

/* Where one thing could be in the own bytes of a window: offsets in order. */
struct sights {
	uint32_t *at; /* NULL: it was not looked for */
	size_t n;
	bool all; /* not only the first of too many */
};

/* `len` bytes, which begin at `off` in the file; those before and after them lie
 * around them until the file is closed. */
struct window {
	const char *bytes;
	uint64_t off;
	size_t len;
	struct sights sights[AHEAD_LOOKS];
};

struct ahead;

/* NULL where there can be no thread: read without it. */
struct ahead *ahead_new(void);
void ahead_free(struct ahead *a); /* NULL is fine */

/* What sights[i] are of from now on, in the file that is opened next; the one
 * that is open is at its end.  `look` is borrowed until another one comes. */
void ahead_look_for(struct ahead *a, int i, struct quest look);

/* The windows of this file from now on, from byte `from`; all others are gone.
 * `fd` is copied.  What grows beyond `size` is not looked at. */
void ahead_open(struct ahead *a, int fd, uint64_t from, uint64_t size);

/* The next window; it lives until the next one is asked for.  NULL at the end, or
 * when some of the file is not there to look at: the owner will read on by
 * itself, and say why. */
const struct window *ahead_next(struct ahead *a);

/* Whether all of the file is still there.  If not, some of the bytes that were
 * seen may have been zeros instead. */
bool ahead_is_whole(const struct ahead *a);

#endif
