#ifndef DATELINE_TEXT_MATCH_SCAN_H
#define DATELINE_TEXT_MATCH_SCAN_H

#include "dateline/base/span.h"
#include "match_filter.h"

/* Where a folded needle could be, found in raw bytes without folding them.
 *
 * The anchor is the rarest part of the needle: two neighbouring ASCII bytes,
 * else one character.  A hit shows it as these very bytes in the text, in either
 * case, or with the help of a character that is not ASCII. */
struct scan {
	struct str needle; /* folded; borrowed */
	size_t anchor;	   /* its offset in the needle */
	struct str letter; /* the character there */
	bool pair;
	char first[2]; /* the ASCII bytes that fold to the anchor, if any do */
	char second[2];
	struct filter filter;
};

/* `needle` is not empty, and neither begins nor ends with a space. */
struct scan scan_new(struct str needle);

/* The offset of the next character at or after `from` that every hit not found
 * before has in it; `text.len` when there are no more hits.  Not every answer
 * has a hit around it. */
size_t scan_next(const struct scan *s, struct str text, size_t from);

/* The other ASCII byte that folds to `c`, or `c` itself. */
char scan_other_case(char c);

#endif
