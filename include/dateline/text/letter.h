#ifndef DATELINE_TEXT_LETTER_H
#define DATELINE_TEXT_LETTER_H

#include "dateline/text/utf8.h"

/* What the rules ask of a character.  ASCII is answered without a table. */
bool letter_is_alpha(uint32_t cp); /* a letter or a mark of any script */
bool letter_is_upper(uint32_t cp); /* upper or title case */
bool letter_is_lower(uint32_t cp);
bool letter_is_digit(uint32_t cp); /* a decimal digit of any script */
bool letter_is_space(uint32_t cp); /* White_Space, line ends among it */
/* CJK, Arabic, Hebrew …: a letter that has no case. */
bool letter_is_caseless(uint32_t cp);

/* What ends a sentence: . ! ? … and those of other scripts (R2). */
bool letter_ends_sentence(uint32_t cp);
/* Quotation marks and brackets that may follow the end of a sentence. */
bool letter_is_closer(uint32_t cp);
bool letter_is_opener(uint32_t cp);
bool letter_is_dash(uint32_t cp); /* - and U+2010–2015, U+2212 */
bool letter_is_apostrophe(uint32_t cp); /* ' and U+2019, U+02BC */

/* `s` without white space at its two ends. */
struct str letter_trim(struct str s);
struct span letter_trim_span(struct str text, struct span s);

/* How many characters of well-formed UTF-8: what a rule that says "≤ 60
 * characters" counts. */
size_t letter_count(struct str s);

/* Whether the last character, closers skipped, ends a sentence. */
bool letter_text_ends_sentence(struct str s);

#endif
