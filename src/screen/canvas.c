/* A grid of cells.  Panes write into it in any order; the terminal gets it
 * whole. */
#include "dateline/screen/canvas.h"

static const struct glyph blank = { " ", 1, 1 };

struct canvas
canvas_new(struct arena *a, int cols, int rows)
{
	struct canvas c = { .cols = cols, .rows = rows };
	size_t n = (size_t)cols * (size_t)rows;

	c.cells = arena_array(a, struct cell, n);
	for (size_t i = 0; i < n; i++)
		c.cells[i].glyph = blank;
	return c;
}

struct cell *
canvas_cell(const struct canvas *c, int row, int col)
{
	return &c->cells[(size_t)row * (size_t)c->cols + (size_t)col];
}

/* What a new glyph covers half of is gone: its other half becomes a blank. */
static void
clear_halves(struct canvas *c, int row, int col, int cols)
{
	struct cell *first = canvas_cell(c, row, col);
	struct cell *after = first + cols;

	if (col > 0 && first->glyph.cols == 0)
		first[-1].glyph = blank;
	if (col + cols < c->cols && after->glyph.cols == 0)
		after->glyph = blank;
}

int
canvas_glyph(struct canvas *c, int row, int col, int end,
    const struct glyph *g, enum paint paint, unsigned attributes)
{
	if (end > c->cols)
		end = c->cols;
	if (row < 0 || row >= c->rows || col < 0 || g->cols == 0 ||
	    col + g->cols > end)
		return col;
	clear_halves(c, row, col, g->cols);
	for (int i = 0; i < g->cols; i++) {
		*canvas_cell(c, row, col + i) = (struct cell){
			.glyph = i == 0 ? *g : (struct glyph){ .cols = 0 },
			.paint = (uint8_t)paint,
			.attributes = (uint8_t)attributes,
		};
	}
	return col + g->cols;
}

int
canvas_text(struct canvas *c, int row, int col, int end, struct str text,
    enum paint paint)
{
	struct glyph g;
	size_t off = 0, n;

	if (end > c->cols)
		end = c->cols;
	while ((n = glyph_next(text, off, &g)) > 0) {
		if (g.cols > 0 && col + g.cols > end)
			break;
		col = canvas_glyph(c, row, col, end, &g, paint, 0);
		off += n;
	}
	return col;
}

int
canvas_text_cut(struct canvas *c, int row, int col, int end, struct str text,
    enum paint paint)
{
	if (glyph_columns(text) <= end - col)
		return canvas_text(c, row, col, end, text, paint);
	col = canvas_text(c, row, col, end - 1,
	    str_head(text, glyph_fit(text, end - col - 1)), paint);
	return canvas_text(c, row, col, end, STR("…"), paint);
}

void
canvas_paint(struct canvas *c, int row, int col, int end, enum paint paint)
{
	if (row < 0 || row >= c->rows)
		return;
	for (col = col < 0 ? 0 : col; col < end && col < c->cols; col++)
		canvas_cell(c, row, col)->paint = (uint8_t)paint;
}

void
canvas_print(const struct canvas *c, struct buf *out)
{
	for (int row = 0; row < c->rows; row++) {
		size_t start = out->len;

		for (int col = 0; col < c->cols; col++) {
			struct glyph g = canvas_cell(c, row, col)->glyph;

			buf_add(out, (struct str){ g.bytes, g.len });
		}
		while (out->len > start && out->ptr[out->len - 1] == ' ')
			out->len--;
		buf_addc(out, '\n');
	}
}
