/* How much of a text is one escape sequence, row by row; and that asking at
 * every byte ends, and soon. */
#include "test.h"

#include <time.h>

#include "dateline/text/escape.h"

#define BYTES(z) { (z), sizeof(z) - 1 }

/* Behind each sequence stands what must not be taken with it. */
static const struct row {
	const char *name;
	struct str text;
	size_t length;
} rows[] = {
	{ "nothing", BYTES(""), 0 },
	{ "a letter", BYTES("a"), 0 },
	{ "another control", BYTES("\007["), 0 },
	{ "ESC at the end", BYTES("\033"), 0 },
	{ "ESC ESC", BYTES("\033\033[m"), 0 },
	{ "ESC before a line end", BYTES("\033\n"), 0 },
	{ "ESC before a letter of many bytes", BYTES("\033é"), 0 },
	{ "ESC NUL", BYTES("\033\0c"), 0 },
	{ "colour", BYTES("\033[31;1mred"), 7 },
	{ "no parameters", BYTES("\033[Kred"), 3 },
	{ "private mode", BYTES("\033[?1049hred"), 8 },
	{ "between", BYTES("\033[2 qred"), 5 },
	{ "CSI at the end", BYTES("\033["), 2 },
	{ "CSI without its letter", BYTES("\033[1;2"), 5 },
	{ "CSI and a line end", BYTES("\033[1;2\nred"), 5 },
	{ "CSI and another", BYTES("\033[1\033[2m"), 3 },
	{ "CSI and a letter of many bytes", BYTES("\033[1é"), 3 },
	{ "C1 CSI", BYTES("\xC2\x9B" "31mred"), 5 },
	{ "C1 CSI alone", BYTES("\xC2\x9B\n"), 0 },
	{ "C1 CSI as a byte", BYTES("\x9B" "31mred"), 0 },
	{ "title by BEL", BYTES("\033]0;red fox\007red"), 12 },
	{ "title by ST", BYTES("\033]0;red\033\\red"), 9 },
	{ "title by C1 ST", BYTES("\033]0;red\xC2\x9Cred"), 9 },
	{ "C1 OSC", BYTES("\xC2\x9D" "0;red\007red"), 8 },
	{ "C1 OSC by C1 ST", BYTES("\xC2\x9D" "0;red\xC2\x9C" "red"), 9 },
	{ "title in other letters", BYTES("\033]0;лиса\007"), 13 },
	{ "OSC without an end", BYTES("\033]0;red"), 2 },
	{ "OSC over a line end", BYTES("\033]0;red\nfox\007"), 2 },
	{ "OSC over a CRLF", BYTES("\033]0;red\r\nfox\007"), 2 },
	{ "OSC over a separator", BYTES("\033]0;red\u2028fox\007"), 2 },
	{ "OSC over a colour", BYTES("\033]0;red\033[mfox\007"), 2 },
	{ "OSC over a bad byte", BYTES("\033]0;red\xFF" "fox\007"), 2 },
	{ "C1 OSC without an end", BYTES("\xC2\x9D" "0;red"), 0 },
	{ "DCS", BYTES("\033P1$rm\033\\red"), 8 },
	{ "DCS ends not by BEL", BYTES("\033P1\007red\033\\"), 2 },
	{ "C1 DCS", BYTES("\xC2\x90" "1$rm\033\\red"), 8 },
	{ "SOS", BYTES("\033Xred\033\\red"), 7 },
	{ "PM", BYTES("\033^red\033\\red"), 7 },
	{ "APC", BYTES("\033_Gred\033\\red"), 8 },
	{ "C1 SOS, PM, APC",
	    BYTES("\xC2\x98" "a\xC2\x9C\xC2\x9E" "b\xC2\x9C"), 5 },
	{ "APC without an end", BYTES("\033_red"), 2 },
	{ "name for screen", BYTES("\033kred\033\\fox"), 7 },
	{ "ST alone", BYTES("\033\\red"), 2 },
	{ "reset", BYTES("\033cred"), 2 },
	{ "keypad", BYTES("\033=red"), 2 },
	{ "character set", BYTES("\033(Bred"), 3 },
	{ "broken off between", BYTES("\033(\n"), 0 },
	{ "next line", BYTES("\xC2\x85" "c"), 0 },
	{ "other C1", BYTES("\xC2\x84" "c"), 0 },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_int(rows[i].name, escape_length(rows[i].text, 0),
		    rows[i].length);
}

/* Inside a text as at its start. */
static void
test_inside(void **state)
{
	struct str text = STR("ab\033[1mcd");

	(void)state;
	for (size_t at = 0; at <= text.len + 1; at++)
		check_int("inside", escape_length(text, at), at == 2 ? 4 : 0);
}

/* A string that ends just within the bound, and one byte behind it. */
static void
test_bound(void **state)
{
	static char text[ESCAPE_MAX + 8];

	(void)state;
	memset(text, 'x', sizeof(text));
	memcpy(text, "\033]", 2);
	text[ESCAPE_MAX - 1] = '\007';
	check_int("within", escape_length(
	    (struct str){ text, sizeof(text) }, 0), ESCAPE_MAX);
	text[ESCAPE_MAX - 1] = 'x';
	text[ESCAPE_MAX] = '\007';
	check_int("beyond", escape_length(
	    (struct str){ text, sizeof(text) }, 0), 2);
	memset(text, ';', sizeof(text));
	memcpy(text, "\033[", 2);
	check_int("parameters", escape_length(
	    (struct str){ text, sizeof(text) }, 0), ESCAPE_MAX);
}

/* A megabyte of beginnings, asked at each of its bytes. */
static void
test_is_quick(void **state)
{
	enum { SIZE = 1 << 20 };
	static const char *const parts[] = { "\033", "\033]", "\033]0;x",
		"\033[1;", "\033(", "\033  ", "\xC2\x9D", "\xC2\233;",
		"\033P\033\033", "\033]\xFF", "\033_\xC2\x98" };
	static char text[SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		size_t n = strlen(parts[i]);
		clock_t start = clock();

		for (size_t at = 0; at < SIZE; at++)
			text[at] = parts[i][at % n];
		for (size_t at = 0; at < SIZE; at++)
			escape_length((struct str){ text, SIZE }, at);
		if (clock() - start > 2 * CLOCKS_PER_SEC)
			fail_msg("row %zu took too long", i);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_inside),
		cmocka_unit_test(test_bound),
		cmocka_unit_test(test_is_quick),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
