#ifndef DATELINE_SRC_GLYPH_ASCII_H
#define DATELINE_SRC_GLYPH_ASCII_H

#include <stdbool.h>
#include <stdint.h>

/* Whether the locale has no letters but those of ASCII. */
bool glyph_is_ascii(void);

/* What stands for a character there: a letter without its accents, a plain
 * quotation mark or dash, a line of a frame by what comes near; "?" for all
 * else. */
char glyph_ascii(uint32_t cp);

#endif
