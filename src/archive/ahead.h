#ifndef DATELINE_SRC_ARCHIVE_AHEAD_H
#define DATELINE_SRC_ARCHIVE_AHEAD_H

#include "dateline/base/span.h"

/* Reads the next bytes of a file while the last ones are looked at.  Copying a
 * file out of the page cache takes as long as looking at it, so with a second
 * processor that is half the time (docs/performance.md).  The thread sees a
 * descriptor of its own and the room it is given, and nothing else. */
struct ahead;

/* NULL where there can be no thread: read without it. */
struct ahead *ahead_new(void);
void ahead_free(struct ahead *a); /* NULL is fine */

/* Reads from this file from now on; what is under way is dropped.  `fd` is
 * copied; -1 for none. */
void ahead_open(struct ahead *a, int fd);

/* Begins to read `len` bytes at `off` into `to`, unless there is no file.  Until
 * ahead_take(), `to` is the thread's. */
void ahead_ask(struct ahead *a, uint64_t off, char *to, size_t len);

/* Waits for what was asked for; returns how many bytes there are now at `to` of
 * those at `off`.  0 if something else was asked for, or it could not be read.
 */
size_t ahead_take(struct ahead *a, uint64_t off, const char *to);

#endif
