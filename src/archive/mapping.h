#ifndef DATELINE_SRC_ARCHIVE_MAPPING_H
#define DATELINE_SRC_ARCHIVE_MAPPING_H

#include "dateline/base/span.h"

/* A file as it lies in the page cache, without a copy of it.
 *
 * When a file shrinks, its mapped bytes go away, and whoever looks at them is
 * sent SIGBUS; so it is with those that a disk cannot give.  Here they become
 * zeros, and mapping_is_torn() says so: what was made of them does not count.
 *
 * There is one mapping at a time, as a handler is told no more than an address;
 * while it is open, SIGBUS is ours.  Threads may look at it that do not block
 * the signal. */

/* The first `size` bytes of a file; NULL when they cannot be mapped, or another
 * file is. */
const char *mapping_open(int fd, uint64_t size);
void mapping_close(void);

/* Whether a byte of it has gone away since it was opened. */
bool mapping_is_torn(void);

#endif
