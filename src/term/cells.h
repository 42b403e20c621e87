#ifndef DATELINE_TERM_CELLS_H
#define DATELINE_TERM_CELLS_H

#include "dateline/screen/canvas.h"

/* Cells to curses. */
struct cells;

/* `theme` as this terminal can show it; curses has started.  `mark_bars`: put a
 * mark of direction on bars beside text from right to left. */
struct cells *cells_new(enum theme theme, bool mark_bars);
void cells_free(struct cells *s); /* NULL is fine */

/* Gives curses what differs from the picture before. */
void cells_put(struct cells *s, const struct canvas *c);

/* The next picture is given whole: curses may have lost the one before. */
void cells_forget(struct cells *s);

#endif
