#ifndef DATELINE_SRC_FIND_REGEX_H
#define DATELINE_SRC_FIND_REGEX_H

#include "dateline/base/arena.h"
#include "dateline/base/err.h"

/* A regular expression, for texts that are well-formed UTF-8 with '\n' as line
 * ends. */
struct regex;

/* NULL, with a sentence that has the place, when it is none. */
struct regex *regex_new(struct str pattern, struct err *e);
void regex_free(struct regex *r); /* NULL is fine */

/* One text on its way: start with `{ .text = …, .to = … }`. */
struct regex_run {
	struct str text;
	size_t at;     /* no hit to come begins before it */
	size_t to;     /* nor does one begin at or after it */
	uint64_t spent_ns;
	bool too_hard; /* it was given up */
};

/* Looks for the next hit that is not empty, for about a millisecond. */
enum regex_found { REGEX_HIT, REGEX_MORE, REGEX_END };
enum regex_found regex_next(
    struct regex *r, struct regex_run *run, struct span *hit);

#endif
