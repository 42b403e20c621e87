#ifndef DATELINE_TEXT_MATCH_H
#define DATELINE_TEXT_MATCH_H

#include "dateline/base/arena.h"

/* One compiled needle, for raw bytes of a file and for the open text alike.
 *
 * Words are found as a reader would find them: folded (text/fold.h), with any
 * run of white space in the needle matching any run in the text, across line
 * ends but never across an empty line.  Hits are whole characters with the
 * marks that follow them, in order, and do not overlap. */
struct match;

/* NULL when nothing of the needle is left to look for.  Lives in `a`; `needle`
 * need not. */
struct match *match_new(struct arena *a, struct str needle);

/* Every hit in `text`, as spans of it; returns how many.  `*hits` lives in `a`
 * and is NULL when there are none. */
size_t match_all(const struct match *m, struct arena *a, struct str text,
    struct span **hits);

/* Only how many; `scratch` may be reset afterwards. */
size_t match_count(
    const struct match *m, struct arena *scratch, struct str text);

#endif
