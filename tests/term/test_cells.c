/* Whatever stood there before, curses has in every cell what the picture has:
 * only differences are given to it, and a wide letter takes two cells. */
#include "test.h"

#include <curses.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>
#include <wchar.h>

#include "cells.h"

enum { ROWS = 4, COLUMNS = 24, PICTURES = 3000 };

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Writes something somewhere: also over half of what is wide, or only in
 * another paint. */
static void
scribble(struct canvas *c, unsigned *seed)
{
	static const char *const texts[] = { "a", "gull", "  ", "é",
		"e\u0323\u0301", "海", "海鳥", "鳥 b", "│", "ש", "the lamp" };
	const char *text = texts[next_random(seed) % COUNT(texts)];
	int row = (int)(next_random(seed) % ROWS);
	int col = (int)(next_random(seed) % COLUMNS);
	enum paint paint = (enum paint)(next_random(seed) % PAINT_COUNT);

	canvas_text(c, row, col, COLUMNS, str_c(text),
	    strcmp(text, "│") == 0 ? PAINT_RULE : paint);
	row = (int)(next_random(seed) % (4 * ROWS));
	col = (int)(next_random(seed) % COLUMNS);
	canvas_paint(c, row, col, col + 3, paint);
}

static bool
holds(const struct canvas *c, int row, const char *letter)
{
	for (int col = 0; col < c->cols; col++) {
		const struct glyph *g = &canvas_cell(c, row, col)->glyph;

		if (str_eq((struct str){ g->bytes, g->len }, str_c(letter)))
			return true;
	}
	return false;
}

/* The letters of a cell in UTF-8, as curses has them. */
static struct str
letters_at(int row, int col, char out[64], short *pair)
{
	wchar_t letters[CCHARW_MAX + 1];
	attr_t attributes;
	cchar_t c;
	size_t n;

	assert_int_equal(mvin_wch(row, col, &c), OK);
	assert_int_equal(getcchar(&c, letters, &attributes, pair, NULL), OK);
	n = wcstombs(out, letters, 63);
	assert_true(n < 63);
	return (struct str){ out, n };
}

static void
check_cell(const struct canvas *c, int row, int col)
{
	const struct cell *cell = canvas_cell(c, row, col);
	struct look look = theme_look(THEME_DARK, cell->paint, COLORS);
	bool plain = look.letters == -1 && look.ground == -1;
	struct str want = { cell->glyph.bytes, cell->glyph.len };
	char bytes[64], name[40];
	short pair;
	struct str got = letters_at(row, col, bytes, &pair);

	snprintf(name, sizeof(name), "row %d, column %d", row, col);
	if (cell->paint == PAINT_RULE && str_eq(want, STR("│")) &&
	    holds(c, row, "ש"))
		check_str(name, got, "│\u200E");
	else if (!str_eq(got, want))
		fail_msg("%s: |%.*s|, not |%.*s|", name, (int)got.len, got.ptr,
		    (int)want.len, want.ptr);
	check_int(name, pair, plain ? 0 : cell->paint + 1);
}

static void
check_picture(const struct canvas *c)
{
	for (int row = 0; row < ROWS; row++)
		for (int col = 0; col < COLUMNS; col++)
			if (canvas_cell(c, row, col)->glyph.cols > 0)
				check_cell(c, row, col);
}

/* A picture grows out of the one before it; now and then it is a new one, or
 * curses is said to have forgotten it. */
static void
test_pictures(void **state)
{
	struct cells *s = *state;
	struct arena *in = arena_new();
	struct canvas c = canvas_new(in, COLUMNS, ROWS);
	unsigned seed = 7;

	for (int i = 0; i < PICTURES; i++) {
		if (i % 100 == 0) {
			arena_reset(in);
			c = canvas_new(in, COLUMNS, ROWS);
		}
		if (i % 70 == 0) {
			cells_forget(s);
			mvaddstr(1, 0, "what somebody else wrote");
		}
		for (unsigned n = 1 + next_random(&seed) % 4; n > 0; n--)
			scribble(&c, &seed);
		cells_put(s, &c);
		check_picture(&c);
	}
	arena_free(in);
}

/* A picture larger than what curses has is clipped. */
static void
test_too_large(void **state)
{
	struct cells *s = *state;
	struct arena *in = arena_new();
	struct canvas c = canvas_new(in, COLUMNS + 9, ROWS + 9);

	canvas_text(&c, 0, 0, COLUMNS + 9,
	    STR("from the one end of the wall to the other"), PAINT_TEXT);
	canvas_text(&c, ROWS, 0, COLUMNS, STR("below"), PAINT_TEXT);
	cells_put(s, &c);
	check_cell(&c, 0, 0);
	check_cell(&c, 0, COLUMNS - 1);
	check_cell(&c, ROWS - 1, 0);
	arena_free(in);
}

static int
begin(void **state)
{
	FILE *nothing = fopen("/dev/null", "r+");

	setenv("LINES", "4", 1);
	setenv("COLUMNS", "24", 1);
	if (!nothing || !newterm("xterm-256color", nothing, nothing)) {
		print_message("skipped: nobody knows xterm-256color here\n");
		_exit(77);
	}
	*state = cells_new(THEME_DARK, true);
	return 0;
}

static int
end(void **state)
{
	cells_free(*state);
	endwin();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_too_large),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, begin, end);
}
