#ifndef DATELINE_ARCHIVE_SOURCE_H
#define DATELINE_ARCHIVE_SOURCE_H

#include "dateline/base/err.h"
#include "dateline/base/span.h"

struct decoder;
struct origin;

/* Bytes of a file or of a pipe, read in windows.  A pipe is spooled to an
 * unlinked temporary file as it arrives, so both are read the same way; and so
 * is what has to be decoded.  Whoever reads a source sees UTF-8, and offsets
 * are bytes of that; source_origin() knows where they come from. */
struct source {
	const char *path;  /* as given or found; "-" for standard input */
	uint64_t size;	   /* bytes known so far */
	int64_t mtime_ns;  /* of a file, when its size was taken */
	uint64_t dev, ino; /* which file or pipe it is */
	int fd;		   /* >= 0 while open */
	int pipe;	   /* >= 0 while more may come: to poll for reading */
	bool spool;	   /* the bytes are our own copy of a pipe */
	const char *asked; /* encoding of what is not UTF-8; NULL: none */
	const char *decoded; /* what the bytes were decoded from; NULL: UTF-8 */
	struct decoder *decoder; /* while they arrive */
	struct origin *origin;	 /* what became of which byte; NULL: UTF-8 */
	bool is_file;	    /* decoded from a file, which can be read again … */
	uint64_t file_size; /* … if it still has this size */
};

/* Opens a regular file, a named pipe or standard input; never waits for one.
 * Folders, devices and sockets are refused with a sentence.  `path` must
 * outlive the source. */
bool source_open(struct source *s, const char *path, struct err *e);
void source_close(struct source *s); /* twice is fine */

/* After source_open(): has UTF-16 that begins with a byte order mark decoded,
 * and, if `encoding` is a name that iconv(3) knows, all that is not UTF-8 by
 * its first megabyte.  The bytes then arrive, as those of a pipe do.  False,
 * with a sentence, when that is impossible; the source is closed then.
 * `encoding` must outlive the source. */
bool source_decode(struct source *s, const char *encoding, struct err *e);

/* Gives the descriptor of a file back: the next reading opens the path again
 * and makes sure that it leads to the same bytes.  So 100,000 files need a
 * handful of descriptors.  A pipe and standard input keep theirs. */
void source_rest(struct source *s);

/* Reads up to `len` bytes at `off` into `to`, fewer only at the end; SIZE_MAX
 * and a sentence when it cannot be read or is not what it was: another file,
 * another size, or written to since. */
size_t source_read(
    struct source *s, uint64_t off, char *to, size_t len, struct err *e);

/* Which byte of the file, or of what came out of the pipe, became the one at
 * `off`: the same, unless it was decoded.  `off` may be the size.  Costs
 * reading and decoding a few kilobytes.  Of a file that has changed since, the
 * answer is too low by some kilobytes at most. */
uint64_t source_origin(struct source *s, uint64_t off);

/* Takes what a pipe has ready, at most about `len` bytes, and never waits.
 * `size` has grown by what came; `pipe` is -1 when that was all.  False, with a
 * sentence, when reading or spooling fails, and that is all then, too. */
bool source_pull(struct source *s, uint64_t len, struct err *e);

#endif
