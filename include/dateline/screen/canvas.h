#ifndef DATELINE_SCREEN_CANVAS_H
#define DATELINE_SCREEN_CANVAS_H

#include "dateline/base/buf.h"
#include "dateline/reader/theme.h"
#include "dateline/text/glyph.h"

/* A grid of cells, each with the drawn form of one character.  Whatever is
 * written passes the gate (text/glyph.h) and is clipped; a wide character that
 * would be cut in half becomes a blank. */
struct cell {
	struct glyph glyph; /* cols 0: the right half of the one before */
	uint8_t paint;	    /* enum paint */
	uint8_t attributes; /* enum look_attribute, beside those of the paint */
};

struct canvas {
	int cols;
	int rows;
	struct cell *cells; /* rows * cols */
	int cursor_row;	    /* where the eye is: screen readers follow it */
	int cursor_col;
	bool cursor_shown; /* a prompt is open */
};

/* All blank, in PAINT_TEXT; lives in `a`. */
struct canvas canvas_new(struct arena *a, int cols, int rows);

struct cell *canvas_cell(const struct canvas *c, int row, int col);

/* Writes `text` from `col` on, up to column `end`.  Returns the column after
 * it. */
int canvas_text(struct canvas *c, int row, int col, int end, struct str text,
    enum paint paint);

/* The same, with "…" in the last column when it does not fit. */
int canvas_text_cut(struct canvas *c, int row, int col, int end,
    struct str text, enum paint paint);

/* Writes one glyph; returns the column after it, `col` if it does not fit. */
int canvas_glyph(struct canvas *c, int row, int col, int end,
    const struct glyph *g, enum paint paint, unsigned attributes);

/* Paints columns [col, end) of a row without changing what stands there. */
void canvas_paint(struct canvas *c, int row, int col, int end, enum paint paint);

/* The picture as text, a line a row, blanks at the ends of lines dropped. */
void canvas_print(const struct canvas *c, struct buf *out);

#endif
