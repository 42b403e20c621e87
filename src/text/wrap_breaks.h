#ifndef DATELINE_TEXT_WRAP_BREAKS_H
#define DATELINE_TEXT_WRAP_BREAKS_H

#include "dateline/base/span.h"

/* Where a line may be cut, for text/wrap.c alone. */

enum {
	BREAKS_WINDOW = 16 * 1024, /* bytes the library is given at once */
};

/* The library's answers, a window at a time.  No rule of UAX #14 looks over a
 * break behind a space, so windows that meet there give the answers for the
 * whole. */
struct breaks {
	struct str s;
	size_t from, to; /* the window */
	char at_to;	 /* the answer for `to` */
	size_t url_end;	 /* no URL we have met goes beyond */
	char kind[BREAKS_WINDOW];
};

/* `s` is well-formed UTF-8 without '\n'.  Leaves `kind` as it is. */
void breaks_start(struct breaks *b, struct str s);

/* Says that a character begins at `at`: perhaps a URL. */
void breaks_enter(struct breaks *b, size_t at);

/* Whether the line may be cut before the byte at `at`, which is inside the text
 * and not before the one asked for last. */
bool breaks_at(struct breaks *b, size_t at);

/* The same by UAX #14 alone, without our taste and our URLs. */
bool breaks_untailored(struct breaks *b, size_t at);

/* White space that may be left out at a break. */
bool breaks_is_white(uint32_t cp);

#endif
