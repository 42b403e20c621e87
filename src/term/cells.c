/* Cells go out as they are, one cchar_t for each spacing character.  The
 * picture before is kept, so that curses is only asked about what has changed:
 * most of the time of a key once went into telling it the rest again. */
#include "cells.h"

#include <curses.h>
#include <stdlib.h>
#include <unictype.h>
#include <wchar.h>

enum { LEFT_TO_RIGHT_MARK = 0x200E };

struct cells {
	struct look looks[PAINT_COUNT]; /* of the theme, on this terminal */
	bool mark_bars;
	struct cell *before; /* rows * cols; no rows: nothing is known */
	int rows;
	int cols;
	bool *marked; /* rows */
	cchar_t *run; /* cols */
};

struct cells *
cells_new(enum theme theme, bool mark_bars)
{
	struct cells *s = xrealloc(NULL, 1, sizeof(*s));
	bool coloured = theme != THEME_MONO && has_colors();

	*s = (struct cells){ .mark_bars = mark_bars };
	if (coloured) {
		start_color();
		use_default_colors();
	}
	for (short p = 0; p < PAINT_COUNT; p++) {
		s->looks[p] = theme_look(theme, (enum paint)p, COLORS);
		if (coloured && p + 1 < COLOR_PAIRS)
			init_pair((short)(p + 1), s->looks[p].letters,
			    s->looks[p].ground);
	}
	return s;
}

void
cells_free(struct cells *s)
{
	if (!s)
		return;
	free(s->before);
	free(s->marked);
	free(s->run);
	free(s);
}

void
cells_forget(struct cells *s)
{
	s->rows = 0;
}

/* Another size, or nothing known: all is blank, and any cell differs from one
 * whose glyph is as long as none is. */
static void
begin_anew(struct cells *s, int rows, int cols)
{
	size_t n = (size_t)rows * (size_t)cols;

	erase();
	s->before = xrealloc(s->before, n, sizeof(s->before[0]));
	s->marked = xrealloc(
	    s->marked, (size_t)rows, sizeof(s->marked[0]));
	memset(s->marked, 0, (size_t)rows * sizeof(s->marked[0]));
	s->run = xrealloc(s->run, (size_t)cols, sizeof(s->run[0]));
	s->rows = rows;
	s->cols = cols;
	for (size_t i = 0; i < n; i++)
		s->before[i].glyph.len = UINT8_MAX;
}

static attr_t
attr_of(unsigned look)
{
	return (look & LOOK_BOLD ? A_BOLD : A_NORMAL) |
	    (look & LOOK_DIM ? A_DIM : A_NORMAL) |
	    (look & LOOK_ITALIC ? A_ITALIC : A_NORMAL) |
	    (look & LOOK_UNDERLINE ? A_UNDERLINE : A_NORMAL) |
	    (look & LOOK_REVERSE ? A_REVERSE : A_NORMAL);
}

/* The letters of a glyph as curses wants them; how many. */
static size_t
letters_of(const struct glyph *g, wchar_t letters[CCHARW_MAX + 1])
{
	const char *p = g->bytes;
	size_t left = g->len, n = 0;
	mbstate_t state = { 0 };

	while (left > 0 && n < CCHARW_MAX) {
		size_t took = mbrtowc(&letters[n], p, left, &state);

		if (took == 0 || took > left) {
			letters[0] = L'?';
			n = 1;
			break;
		}
		p += took;
		left -= took;
		n++;
	}
	return n;
}

static bool
is_bar(const struct cell *cell)
{
	return cell->paint == PAINT_RULE &&
	    str_eq((struct str){ cell->glyph.bytes, cell->glyph.len },
		STR("│"));
}

/* A terminal that reorders what runs from right to left does so in the whole
 * row, and panes would change places across the bars.  A mark of the other
 * direction on each bar keeps them apart. */
static bool
runs_right_to_left(const struct cell *row, int cols)
{
	uint32_t cp;
	int bidi;

	for (int col = 0; col < cols; col++) {
		const struct glyph *g = &row[col].glyph;

		if (g->len < 2)
			continue;
		utf8_next((struct str){ g->bytes, g->len }, 0, &cp);
		if (cp < 0x590)
			continue;
		bidi = uc_bidi_category(cp);
		if (bidi == UC_BIDI_R || bidi == UC_BIDI_AL)
			return true;
	}
	return false;
}

static cchar_t
cchar_of(const struct cells *s, const struct cell *cell, bool mark)
{
	struct look look = s->looks[cell->paint];
	wchar_t letters[CCHARW_MAX + 1] = { 0 };
	bool plain = look.letters == -1 && look.ground == -1;
	size_t n = 1;
	cchar_t c;

	if (cell->glyph.len == 1)
		letters[0] = (unsigned char)cell->glyph.bytes[0];
	else
		n = letters_of(&cell->glyph, letters);
	if (mark && is_bar(cell))
		letters[n++] = LEFT_TO_RIGHT_MARK;
	letters[n] = 0;
	if (setcchar(&c, letters, attr_of(look.attributes | cell->attributes),
		plain ? 0 : (short)(cell->paint + 1), NULL) != OK)
		setcchar(&c, L"?", A_NORMAL, 0, NULL);
	return c;
}

static bool
same(const struct cell *a, const struct cell *b)
{
	return a->glyph.len == b->glyph.len && a->paint == b->paint &&
	    a->attributes == b->attributes && a->glyph.cols == b->glyph.cols &&
	    memcmp(a->glyph.bytes, b->glyph.bytes, a->glyph.len) == 0;
}

/* Puts the cells from `col` on that have changed; returns the first that has
 * not.  The right half of a wide character comes with its left one. */
static int
put_run(struct cells *s, int row, int col, const struct cell *cells, bool mark)
{
	struct cell *before = &s->before[(size_t)row * (size_t)s->cols];
	int n = 0, at = col;

	for (; at < s->cols && !same(&cells[at], &before[at]); at++) {
		before[at] = cells[at];
		if (cells[at].glyph.cols > 0)
			s->run[n++] = cchar_of(s, &cells[at], mark);
		else if (n == 0)
			col++;
	}
	if (n > 0)
		mvadd_wchnstr(row, col, s->run, n);
	return at;
}

/* A mark goes onto all bars of a row, or off them. */
static void
put_row(struct cells *s, int row, const struct cell *cells)
{
	struct cell *before = &s->before[(size_t)row * (size_t)s->cols];
	int first = 0;
	bool mark;

	while (first < s->cols && same(&cells[first], &before[first]))
		first++;
	if (first == s->cols)
		return;
	mark = s->mark_bars && runs_right_to_left(cells, s->cols);
	for (int col = 0; mark != s->marked[row] && col < s->cols; col++)
		if (is_bar(&cells[col]))
			before[col].glyph.len = UINT8_MAX;
	s->marked[row] = mark;
	for (int col = 0; col < s->cols; col++)
		if (!same(&cells[col], &before[col]))
			col = put_run(s, row, col, cells, mark);
}

void
cells_put(struct cells *s, const struct canvas *c)
{
	int rows = c->rows < LINES ? c->rows : LINES;

	if (s->rows != c->rows || s->cols != c->cols)
		begin_anew(s, c->rows, c->cols);
	for (int row = 0; row < rows; row++)
		put_row(s, row, canvas_cell(c, row, 0));
}
