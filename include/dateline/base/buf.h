#ifndef DATELINE_BASE_BUF_H
#define DATELINE_BASE_BUF_H

#include "dateline/base/arena.h"

/* A text being written, in an arena.  Start with `struct buf b = { .in = a }`;
 * the bytes live as long as the arena, but may move while it is written. */
struct buf {
	struct arena *in;
	char *ptr;
	size_t len;
	size_t cap;
};

void buf_add(struct buf *b, struct str s);
void buf_addc(struct buf *b, char c);
void buf_addf(struct buf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* What was written so far: borrowed until the next write. */
struct str buf_str(const struct buf *b);

#endif
