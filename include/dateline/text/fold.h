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
 * zero-width and bidi characters as nothing.  The marks of Indic scripts, of
 * Thai and of kana are letters to their readers, and stay.
 *
 * Folding a fold changes nothing.  What is not a character folds as U+FFFD.  A
 * fold with a space in it is that space alone, or has letters on both sides of
 * it (U+FDFA). */

/* Bytes one code point can fold to: U+FDFA has the longest. */
#define FOLD_MAX 36

/* Returns the bytes written to `out`; 0 for what a search ignores. */
size_t fold_char(uint32_t cp, char out[FOLD_MAX]);

/* The same with capitals and accents kept, accents taken apart: É as E and
 * U+0301, ø as o and U+0338, Æ as A and E, 𝗫 as X.  Each character of it folds
 * to one character or, an accent, to nothing; folding it gives fold_char(). */
size_t fold_keep(uint32_t cp, char out[FOLD_MAX]);

/* utf8_next() and fold_char() at once, without a copy, for a search.  The fold
 * is borrowed from a table for good, from `text`, or from `room`. */
size_t fold_next(struct str text, size_t off, uint32_t *cp, struct str *fold,
    char room[FOLD_MAX]);

/* ASCII folds one byte for one, and a space can be told by its fold. */
static inline char
fold_ascii(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	if (c >= '\t' && c <= '\r')
		return ' ';
	return c == '`' ? '\'' : c;
}

/* Whether two texts fold to the same bytes. */
bool fold_eq(struct str a, struct str b);
/* Less than 0 when the fold of `a` comes first by its bytes, 0 when it is that
 * of `b`. */
int fold_compare(struct str a, struct str b);

#endif
