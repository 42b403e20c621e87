#ifndef DATELINE_TEXT_MATCH_SCAN_H
#define DATELINE_TEXT_MATCH_SCAN_H

#include "dateline/base/span.h"
#include "dateline/text/filter.h"

/* A needle in ASCII, to be compared with ASCII at once, eight bytes at a time:
 * where a text has `bytes` in it but for the bits that `mask` leaves out, there
 * is a hit.  Where it has not, there may be another one. */
enum { QUICK_MAX = 32 };

struct quick {
	size_t len; /* 0: it cannot be done */
	uint64_t bytes[QUICK_MAX / 8];
	uint64_t mask[QUICK_MAX / 8];
};

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
	bool is_bad; /* U+FFFD is in the needle, which any cut can make */
	struct quick quick; /* filled in by match_needle.c */
};

/* A scan on its way through a text: start with zeros. */
struct scanning {
	struct places places;
	bool sure; /* there is a hit at the latest stop, beginning … */
	size_t start; /* … here and as long as the needle, if all before it
		       * was judged */
};

/* `needle` is not empty, and neither begins nor ends with a space. */
struct scan scan_new(struct str needle);

/* The offset of the next character at or after `from` that every hit not found
 * before has in it; `text.len` when there are no more hits.  Not every answer
 * has a hit around it, unless `w->sure`. */
size_t scan_next(const struct scan *s, struct scanning *w, struct str text,
    size_t from);

/* Whether scan_next() may stop for the place at `at`, wherever the text that it
 * is asked about begins and ends in this one: a look (text/filter.h). */
bool scan_may(const void *scan, struct str text, size_t at);

/* The other ASCII byte that folds to `c`, or `c` itself. */
char scan_other_case(char c);

#endif
