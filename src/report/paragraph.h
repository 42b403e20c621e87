#ifndef DATELINE_REPORT_PARAGRAPH_H
#define DATELINE_REPORT_PARAGRAPH_H

#include "dateline/text/utf8.h"

/* Paragraphs are what empty lines leave apart; a line of blanks is empty. */

/* Where the line that holds `at` ends: at its '\n' or at the end. */
size_t line_end(struct str text, size_t at);

/* Whether nothing but blanks stands between `at` and the end of its line. */
bool line_is_blank(struct str text, size_t at);

/* The next paragraph from `*at` on, without white space at its two ends, and
 * `*at` after it.  False when there is none. */
bool paragraph_next(struct str text, size_t *at, struct span *out);

#endif
