/* A system without any locale for UTF-8: what is drawn is ASCII, a column for
 * each character, and says the same as far as ASCII can. */
#include "test.h"

#include <locale.h>
#include <stdlib.h>

#include "dateline/text/glyph.h"

static const struct row {
	const char *row;
	const char *text;
	const char *drawn;
} rows[] = {
	{ "ASCII", "Marrow Bay: 3 gulls", "Marrow Bay: 3 gulls" },
	{ "quotation marks", "“It’s ‘late’,” «non»",
	    "\"It's 'late',\" \"non\"" },
	{ "dashes and dots", "one—two – three…", "one-two - three." },
	{ "accents", "Zoë Kør, Łódź", "Zoe Kor, Lodz" },
	{ "accents apart", "Zoe\u0308 e\u0301\u0323.", "Zoe e." },
	{ "a mark alone", "\u0301x", "?x" },
	{ "dressed letters", "𝗛𝗶 ｗｉｄｅ", "Hi wide" },
	{ "frame", "│─┼•·", "|-+*." },
	{ "other scripts", "Ωμέγα 日本", "????? ??" },
	{ "emoji", "\U0001F44D\U0001F3FD!", "?!" },
	{ "flag", "\U0001F1EB\U0001F1F7!", "FR!" },
	{ "names of what is hidden", "a‹RLO›b", "a<RLO>b" },
	{ "hidden", "a\u202Eb\u200Dc\u00AD", "abc" },
	{ "controls", "\033[31m\001\177\xC2\x9B", "?[31m???" },
	{ "line ends and tabs", "a\tb\r\nc", "a b c" },
	{ "broken", "a\xFF\xE2\x80z", "a??z" },
};

static void
test_drawn(void **state)
{
	(void)state;
	for (const struct row *t = rows; t < rows + COUNT(rows); t++) {
		struct str text = str_c(t->text);
		struct arena *a = arena_new();
		struct buf b = { .in = a };
		struct glyph g;
		size_t at = 0, n;
		int cols = 0;

		while ((n = glyph_next(text, at, &g)) > 0) {
			buf_add(&b, (struct str){ g.bytes, g.len });
			check_int(t->row, g.cols, g.len);
			cols += g.cols;
			at += n;
		}
		check_str(t->row, buf_str(&b), t->drawn);
		check_int(t->row, glyph_columns(text), cols);
		arena_free(a);
	}
}

/* Every character there is gives one printable letter or none. */
static void
test_every_character(void **state)
{
	char bytes[UTF8_MAX];
	struct glyph g;

	(void)state;
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		struct str text = { bytes, utf8_put(bytes, cp) };

		assert_int_equal(glyph_next(text, 0, &g), text.len);
		if (g.cols == 0 && glyph_is_hidden(cp))
			continue;
		if (g.cols != 1 || g.len != 1 || g.bytes[0] < ' ' ||
		    g.bytes[0] >= 0x7F)
			fail_msg("U+%04X", (unsigned)cp);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_drawn),
		cmocka_unit_test(test_every_character),
	};

	setlocale(LC_ALL, "C");
	if (MB_CUR_MAX > 1)
		return 77;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
