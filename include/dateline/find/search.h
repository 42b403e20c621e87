#ifndef DATELINE_FIND_SEARCH_H
#define DATELINE_FIND_SEARCH_H

#include "dateline/report/article.h"
#include "dateline/text/match.h"

/* Find words in reports. */

/* Whether the raw bytes of a record hold the words at all: one look without
 * reading the article, for passing over most of an archive.  `marker`: bytes at
 * its start that are not text. */
bool search_raw(const struct match *m, struct arena *scratch, struct str raw,
    uint32_t marker);

/* The sentence around a hit, or what follows an empty one of it, inside its block
 * or title.  What lies further than
 * SEARCH_REACH characters from the hit is cut off, between words if it can be:
 * a list without a full stop may be a whole file. */
#define SEARCH_REACH 400
struct span search_sentence(const struct article *t, struct span hit);

#endif
