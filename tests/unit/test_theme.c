/* Meanings and their looks: every pair of colours can be read, and without
 * colour nothing is lost that matters. */
#include "test.h"

#include <math.h>

#include "dateline/reader/theme.h"

static double
linear(int byte)
{
	double c = byte / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* Relative luminance (WCAG 2) of one of the 256 colours, from 16 on. */
static double
luminance(int color)
{
	static const int cube[] = { 0, 95, 135, 175, 215, 255 };
	int n = color - 16, gray = 8 + (color - 232) * 10;
	int r = gray, g = gray, b = gray;

	if (color < 232) {
		r = cube[n / 36];
		g = cube[n / 6 % 6];
		b = cube[n % 6];
	}
	return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

static double
contrast(double x, double y)
{
	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

/* The terminal's own ground is nearly black in one theme, nearly white in the
 * other; what has no letters of its own is the terminal's business.  Rules are
 * lines, not letters. */
static void
test_contrast(void **state)
{
	(void)state;
	for (size_t t = THEME_DARK; t <= THEME_LIGHT; t++) {
		for (size_t p = 0; p < PAINT_COUNT; p++) {
			struct look look = theme_look(
			    (enum theme)t, (enum paint)p, 256);
			double ground = t == THEME_DARK ? luminance(234)
							: luminance(255);

			if (look.letters < 0 || p == PAINT_RULE)
				continue;
			assert_true(look.letters >= 16 && look.letters < 256);
			if (look.ground >= 0)
				ground = luminance(look.ground);
			if (contrast(luminance(look.letters), ground) < 4.5)
				fail_msg("theme %zu, paint %zu", t, p);
		}
	}
}

static void
test_colours(void **state)
{
	static const int colors[] = { -1, 0, 2, 7, 8, 16, 88, 256, 32767 };

	(void)state;
	for (size_t i = 0; i < COUNT(colors) * THEME_COUNT * PAINT_COUNT; i++) {
		enum paint p = (enum paint)(i % PAINT_COUNT);
		enum theme t = (enum theme)(i / PAINT_COUNT % THEME_COUNT);
		int n = colors[i / PAINT_COUNT / THEME_COUNT];
		struct look look = theme_look(t, p, n);
		int most = n < 8 || t == THEME_MONO ? 0 : n < 256 ? 8 : 256;

		assert_true(look.letters >= -1 && look.letters < most);
		assert_true(look.ground >= -1 && look.ground < most);
		assert_false(look.attributes & LOOK_REVERSE_8);
	}
}

/* Without coloured grounds, what is chosen is still told from what is not. */
static void
test_told_apart(void **state)
{
	static const enum paint chosen[] = { PAINT_SELECTED,
		PAINT_SPEAKER_NOW, PAINT_OPENED, PAINT_HIT_NOW };

	(void)state;
	for (size_t i = 0; i < COUNT(chosen); i++) {
		struct look mono = theme_look(THEME_MONO, chosen[i], 256);
		struct look none = theme_look(THEME_DARK, chosen[i], 0);
		struct look eight = theme_look(THEME_DARK, chosen[i], 8);
		struct look many = theme_look(THEME_DARK, chosen[i], 256);

		assert_true(mono.attributes & LOOK_REVERSE);
		assert_true(none.attributes & LOOK_REVERSE);
		assert_true(eight.attributes & LOOK_REVERSE);
		assert_false(many.attributes & LOOK_REVERSE);
		assert_true(many.ground >= 0);
	}
}

static void
test_names(void **state)
{
	(void)state;
	check_int("dark", theme_find(STR("dark")), THEME_DARK);
	check_int("light", theme_find(STR("light")), THEME_LIGHT);
	check_int("mono", theme_find(STR("mono")), THEME_MONO);
	check_int("beginning", theme_find(STR("da")), THEME_COUNT);
	check_int("capital", theme_find(STR("Dark")), THEME_COUNT);
	check_int("nothing", theme_find(STR("")), THEME_COUNT);
}

static const struct row {
	const char *name;
	const char *no_color;
	const char *colorfgbg;
	enum theme want;
} rows[] = {
	{ "nothing said", NULL, NULL, THEME_DARK },
	{ "no colour", "1", NULL, THEME_MONO },
	{ "no colour wins", "1", "0;15", THEME_MONO },
	{ "no colour, any word", "0", NULL, THEME_MONO },
	{ "empty says nothing", "", "0;15", THEME_LIGHT },
	{ "black ground", NULL, "15;0", THEME_DARK },
	{ "white ground", NULL, "0;15", THEME_LIGHT },
	{ "grey ground", NULL, "0;7", THEME_LIGHT },
	{ "dark grey ground", NULL, "15;8", THEME_DARK },
	{ "yellow ground", NULL, "0;11", THEME_LIGHT },
	{ "three fields", NULL, "0;default;15", THEME_LIGHT },
	{ "default ground", NULL, "15;default", THEME_DARK },
	{ "one field", NULL, "15", THEME_DARK },
	{ "sixteen", NULL, "0;16", THEME_DARK },
	{ "one", NULL, "0;1", THEME_DARK },
	{ "no number", NULL, "0;", THEME_DARK },
	{ "empty", NULL, "", THEME_DARK },
};

static void
test_guess(void **state)
{
	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++)
		check_int(r->name, theme_guess(r->no_color, r->colorfgbg),
		    r->want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_contrast),
		cmocka_unit_test(test_colours),
		cmocka_unit_test(test_told_apart),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_guess),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
