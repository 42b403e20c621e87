#ifndef DATELINE_TEXT_WRAP_H
#define DATELINE_TEXT_WRAP_H

#include "dateline/base/arena.h"

/* Where lines end: UAX #14 from the library, then our filter (no break after
 * . , : ; before a letter, none before a dash glued to a word, URLs only after
 * / . - ? & = ;), and whole characters where a word is longer than the line.
 * Lines are filled greedily, in columns of text/glyph.h. */

/* Cuts `para`, a range of `text` (well-formed UTF-8), into lines of at most
 * `cols` columns (at least 1; a character wider than that gets a line of its
 * own).  Returns how many, at least 1; `*lines` are ranges of `text` in `a`,
 * in order, without the white space at their two ends: no other byte is left
 * out.  A '\n' ends a line, so two of them leave an empty one; a tab counts as
 * one space.  White space is Unicode's, without the no-break spaces. */
size_t wrap_lines(struct arena *a, struct str text, struct span para, int cols,
    struct span **lines);

/* The same where line ends are only there because somebody wrapped the text: a
 * '\n' with the blanks around it counts as one space, and may stand inside a
 * line. */
size_t wrap_flow(struct arena *a, struct str text, struct span para, int cols,
    struct span **lines);

/* The bytes from `at` that count as one space in a line of wrap_flow(): a '\n'
 * and the blanks after it; 0 when none stands there. */
size_t wrap_soft_end(struct str text, size_t at);

#endif
