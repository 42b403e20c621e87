/* A text being written.  The room doubles, so writing n bytes one at a time
 * costs n. */
#include "dateline/base/buf.h"

#include <stdarg.h>
#include <stdio.h>

static void
buf_room(struct buf *b, size_t more)
{
	b->ptr = arena_grow(
	    b->in, b->ptr, b->len, b->len + more, &b->cap, 1, 1);
}

void
buf_add(struct buf *b, struct str s)
{
	if (s.len == 0)
		return;
	buf_room(b, s.len);
	memcpy(b->ptr + b->len, s.ptr, s.len);
	b->len += s.len;
}

void
buf_addc(struct buf *b, char c)
{
	buf_add(b, (struct str){ &c, 1 });
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n > 0) {
		buf_room(b, (size_t)n + 1);
		vsnprintf(b->ptr + b->len, (size_t)n + 1, fmt, again);
		b->len += (size_t)n;
	}
	va_end(again);
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->ptr ? b->ptr : "", b->len };
}
