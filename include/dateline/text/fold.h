#ifndef DATELINE_TEXT_FOLD_H
#define DATELINE_TEXT_FOLD_H

#include "dateline/text/utf8.h"

/* The key under which a reader would call two texts the same words.
 *
 * One code point at a time and without context, so it streams, and the fold of
 * a prefix is a prefix of the fold: full case folding, NFKD without accents,
 * dressed letters plain (all of enum dress but flags and turned letters), quote
 * marks as ' and ", dashes as -, any white space as one space, decimal digits
 * of any script as ASCII, ø ł đ æ œ ß ı and the like as ASCII; soft hyphen,
 * zero-width and bidi characters as nothing. */

/* Bytes one code point can fold to: U+FDFA has the longest. */
#define FOLD_MAX 36

/* Returns the bytes written to `out`; 0 for what a search ignores. */
size_t fold_char(uint32_t cp, char out[FOLD_MAX]);

/* Whether two texts fold to the same bytes. */
bool fold_eq(struct str a, struct str b);

#endif
