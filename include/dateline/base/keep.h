#ifndef DATELINE_BASE_KEEP_H
#define DATELINE_BASE_KEEP_H

#include "dateline/base/buf.h"
#include "dateline/base/err.h"

/* Small files that a person's words and places are kept in.  They are read as
 * a whole and replaced as a whole, so that who reads one meanwhile sees the old
 * or the new, and a program that dies leaves the old. */

/* Adds all of a file to `b`; nothing if there is none.  False, with a sentence,
 * when it cannot be read. */
bool keep_read(struct buf *b, const char *path, struct err *e);

/* The next line of such a text, which `*rest` then begins behind, without its
 * end; false when there is none. */
bool keep_line(struct str *rest, struct str *line);

/* Puts a text in the place of what is there; the folders on the way are made.
 * A link stays one, and permissions stay as they are; a new file is for its
 * owner only.  False, with a sentence: then nothing has changed. */
bool keep_write(const char *path, struct str text, struct err *e);

/* From reading a file to writing it, keeps out whoever asks for the same, for a
 * second at most; who dies gives it back.  Nothing is written for that, and where
 * it is impossible nobody is kept out. */
int keep_lock(const char *path);
void keep_unlock(int lock);

#endif
