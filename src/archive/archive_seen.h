#ifndef DATELINE_SRC_ARCHIVE_SEEN_H
#define DATELINE_SRC_ARCHIVE_SEEN_H

/* Which files were opened, so that one that is given twice counts once. */

#include "dateline/archive/source.h"

/* A table of a power of two; a hole has `ino` 0.  Starts zeroed. */
struct seen {
	struct seen_file {
		uint64_t dev, ino;
	} *table;
	size_t n, cap;
};

bool seen_has(const struct seen *s, const struct source *file);
void seen_add(struct seen *s, const struct source *file);
void seen_free(struct seen *s);

#endif
