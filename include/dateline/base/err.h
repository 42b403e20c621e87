#ifndef DATELINE_BASE_ERR_H
#define DATELINE_BASE_ERR_H

#include <stdbool.h>

/* One sentence for the person at the keyboard.  The first one wins.  Start
 * with `struct err e = { "" }`.  The text may hold bytes of a file name: it
 * passes the gate (text/glyph.h) before it is shown. */
struct err {
	char text[240];
};

/* Always false, so a failing function can end in `return err_set(...)`. */
bool err_set(struct err *e, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
