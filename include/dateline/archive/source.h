#ifndef DATELINE_ARCHIVE_SOURCE_H
#define DATELINE_ARCHIVE_SOURCE_H

#include "dateline/base/arena.h"
#include "dateline/base/err.h"

/* Bytes of a file or of a pipe, read in windows.  A pipe is spooled to an
 * unlinked temporary file as it arrives, so both are read the same way. */
struct source {
	const char *path; /* as given or found; "-" for standard input */
	uint64_t size;	  /* bytes known so far */
	int64_t mtime_ns; /* when the size was taken */
	int fd;		  /* >= 0 while open */
	int pipe;	  /* >= 0 while more may come */
};

/* Files, sockets and pipes that were named; directories are not sources.
 * `path` must outlive the source. */
bool source_open(struct source *s, const char *path, struct err *e);
void source_close(struct source *s);

/* Reads up to `len` bytes at `off` into `to`, fewer only at the end; SIZE_MAX
 * and a sentence when it cannot be read or is not what it was (shorter, or
 * written to since). */
size_t source_read(
    struct source *s, uint64_t off, char *to, size_t len, struct err *e);

/* Takes what a pipe has ready, at most `len` bytes, waiting for some only if
 * `wait`.  Returns false when nothing came but more may. */
bool source_pull(struct source *s, size_t len, bool wait, struct err *e);

#endif
