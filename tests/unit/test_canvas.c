/* A grid of cells: clipped at every edge, wide characters whole or not at all,
 * and nothing in it that a terminal would obey. */
#include "test.h"

#include <locale.h>

#include "dateline/screen/canvas.h"
#include "flaw.h"

static const char *
picture(struct arena *a, const struct canvas *c)
{
	struct buf b = { .in = a };

	canvas_print(c, &b);
	buf_addc(&b, '\0');
	return b.ptr;
}

#define BYTES(z) { (z), sizeof(z) - 1 }

static const struct text_row {
	const char *name;
	int row, col, end;
	struct str text;
	const char *want; /* row 1 of 3, 8 columns */
	int after;
} texts[] = {
	{ "at the left", 1, 0, 8, BYTES("ebb"), "ebb", 3 },
	{ "further on", 1, 3, 8, BYTES("ebb"), "   ebb", 6 },
	{ "to the end", 1, 0, 8, BYTES("low tide"), "low tide", 8 },
	{ "clipped at its end", 1, 0, 5, BYTES("low tide"), "low t", 5 },
	{ "clipped at the edge", 1, 5, 99, BYTES("low tide"), "     low", 8 },
	{ "no room", 1, 4, 4, BYTES("ebb"), "", 4 },
	{ "less than no room", 1, 4, 2, BYTES("ebb"), "", 4 },
	{ "row above", -1, 0, 8, BYTES("ebb"), "", 0 },
	{ "row below", 3, 0, 8, BYTES("ebb"), "", 0 },
	{ "nothing", 1, 2, 8, BYTES(""), "", 2 },
	{ "wide", 1, 0, 8, BYTES("海 a"), "海 a", 4 },
	{ "wide, half of it out", 1, 0, 4, BYTES("abc海d"), "abc", 3 },
	{ "wide at the edge", 1, 5, 99, BYTES("ab海d"), "     ab", 7 },
	{ "an accent", 1, 0, 8, BYTES("e\u0301bb"), "\u00E9bb", 3 },
	{ "hidden characters", 1, 0, 8, BYTES("e\u200Bb\u202Eb"), "ebb", 3 },
	{ "controls", 1, 0, 8, BYTES("\x1B[2J"), "␛[2J", 4 },
	{ "ill-formed", 1, 0, 8, BYTES("a\xFF"), "a\uFFFD", 2 },
};

static void
test_text(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (const struct text_row *t = texts; t < texts + COUNT(texts); t++) {
		struct canvas c = canvas_new(a, 8, 3);
		struct buf want = { .in = a };
		const char *flaw;

		if (t->row == 1)
			check_int(t->name,
			    canvas_text(&c, t->row, t->col, t->end, t->text,
				PAINT_TITLE),
			    t->after);
		else
			canvas_text(&c, t->row, t->col, t->end, t->text,
			    PAINT_TITLE);
		buf_addf(&want, "\n%s\n\n", t->want);
		check_str(t->name, str_c(picture(a, &c)),
		    arena_str(a, buf_str(&want)).ptr);
		flaw = flaw_of_canvas(&c);
		if (flaw)
			fail_msg("%s: %s", t->name, flaw);
	}
	arena_free(a);
}

static void
test_cut(void **state)
{
	static const struct {
		const char *name;
		int col, end;
		const char *text;
		const char *want;
	} rows[] = {
		{ "it fits", 0, 8, "low tide", "low tide" },
		{ "one too long", 0, 8, "low tides", "low tid…" },
		{ "in the middle", 2, 6, "low tide", "  low…" },
		{ "one column", 0, 1, "low", "…" },
		{ "one column is enough", 0, 1, "l", "l" },
		{ "no column", 3, 3, "low", "" },
		{ "less than none", 5, 3, "low", "" },
		{ "wide", 0, 4, "海海海", "海…" },
		{ "wide, a blank left over", 0, 5, "海海海", "海海…" },
		{ "nothing", 0, 3, "", "" },
		{ "an accent stays whole", 0, 3, "ae\u0301\u0323bc",
		    "a\u1EB9\u0301…" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct canvas c = canvas_new(a, 8, 1);
		struct buf want = { .in = a };
		int after = canvas_text_cut(&c, 0, rows[i].col, rows[i].end,
		    str_c(rows[i].text), PAINT_TEXT);

		buf_addf(&want, "%s\n", rows[i].want);
		check_str(rows[i].name, str_c(picture(a, &c)),
		    arena_str(a, buf_str(&want)).ptr);
		check_int(rows[i].name, after >= rows[i].col, true);
		check_int(rows[i].name, after <= 8, true);
		check_int(rows[i].name, flaw_of_canvas(&c) == NULL, true);
	}
	arena_free(a);
}

/* What is written over half of a wide character takes all of it away. */
static void
test_over_wide(void **state)
{
	static const struct {
		const char *name;
		int col;
		const char *text;
		const char *want;
	} rows[] = {
		{ "left half", 2, "x", "海x 海" },
		{ "right half", 3, "x", "海 x海" },
		{ "two halves", 1, "xy", " xy 海" },
		{ "wide over two halves", 1, "山", " 山 海" },
		{ "wide over wide", 2, "山", "海山海" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct canvas c = canvas_new(a, 6, 1);
		struct buf want = { .in = a };

		canvas_text(&c, 0, 0, 6, STR("海海海"), PAINT_TEXT);
		canvas_text(&c, 0, rows[i].col, 6, str_c(rows[i].text),
		    PAINT_TEXT);
		buf_addf(&want, "%s\n", rows[i].want);
		check_str(rows[i].name, str_c(picture(a, &c)),
		    arena_str(a, buf_str(&want)).ptr);
		check_int(rows[i].name, flaw_of_canvas(&c) == NULL, true);
	}
	arena_free(a);
}

static void
test_paint(void **state)
{
	struct arena *a = arena_new();
	struct canvas c = canvas_new(a, 4, 2);

	(void)state;
	check_int("at first", canvas_cell(&c, 1, 3)->paint, PAINT_TEXT);
	canvas_text(&c, 0, 0, 4, STR("ebb"), PAINT_TITLE);
	canvas_paint(&c, 0, -3, 2, PAINT_HIT);
	canvas_paint(&c, 1, 2, 99, PAINT_HIT);
	canvas_paint(&c, -1, 0, 4, PAINT_FOLD);
	canvas_paint(&c, 2, 0, 4, PAINT_FOLD);
	check_int("painted over", canvas_cell(&c, 0, 1)->paint, PAINT_HIT);
	check_int("not beyond", canvas_cell(&c, 0, 2)->paint, PAINT_TITLE);
	check_int("not before", canvas_cell(&c, 1, 1)->paint, PAINT_TEXT);
	check_int("to the edge", canvas_cell(&c, 1, 3)->paint, PAINT_HIT);
	check_str("letters stay", str_c(picture(a, &c)), "ebb\n\n");
	arena_free(a);
}

/* Any bytes at any place leave a picture that is whole. */
static void
test_anything_anywhere(void **state)
{
	static const char *const pieces[] = { "海", "a", "e\u0301", "\u200D",
		"\x1B", "\xF0\x9F", "👂", "\t", "가", "\u0301", "\n", "🇮" };
	struct arena *a = arena_new();
	struct canvas c = canvas_new(a, 9, 4);
	uint32_t seed = 5;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct buf b = { .in = a };
		int at[4];

		for (size_t i = 0; i < 4; i++) {
			seed = seed * 1664525u + 1013904223u;
			at[i] = (int)(seed >> 20) % 16 - 3;
			buf_add(&b, str_c(pieces[(seed >> 8) % COUNT(pieces)]));
		}
		if (round % 2)
			canvas_text(&c, at[0], at[1], at[2], buf_str(&b),
			    PAINT_TEXT);
		else
			canvas_text_cut(&c, at[0], at[1], at[2], buf_str(&b),
			    PAINT_TEXT);
		if (flaw_of_canvas(&c))
			fail_msg("round %d: %s", round, flaw_of_canvas(&c));
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_over_wide),
		cmocka_unit_test(test_paint),
		cmocka_unit_test(test_anything_anywhere),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
