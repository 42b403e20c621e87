/* Names of speakers: which are equal, and whom a name asks for. */
#include "test.h"

#include <locale.h>

#include "dateline/find/name.h"
#include "dateline/text/line.h"

static const struct {
	const char *name;
	const char *text;
	const char *key;
} keys[] = {
	{ "case", "Tilda ROWE", "tilda rowe" },
	{ "accents", "Édith Núñez", "edith nunez" },
	{ "dressed letters", "𝗧𝗶𝗹𝗱𝗮 Rowe", "tilda rowe" },
	{ "a line end", "Tilda\n  Rowe", "tilda rowe" },
	{ "blanks around", "  Tilda Rowe ", "tilda rowe" },
	{ "curly marks", "Brian O’Dell", "brian o'dell" },
	{ "nothing", "", "" },
	{ "only what is ignored", "\u00AD\u200B", "" },
};

static void
test_key(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++)
		check_str(keys[i].name, name_key(a, str_c(keys[i].text)),
		    keys[i].key);
	arena_free(a);
}

static const struct {
	const char *name;
	const char *full;
	const char *asked;
	bool fits;
} fits[] = {
	{ "the name", "Tilda Rowe", "Tilda Rowe", true },
	{ "folded", "Tilda Rówe", "TILDA rowe", true },
	{ "a last name", "Tilda Rowe", "rowe", true },
	{ "a first name", "Tilda Rowe", "Tilda", false },
	{ "a part of a word", "Tilda Crowe", "rowe", false },
	{ "another name", "Osk Rowe", "Tilda Rowe", false },
	{ "a middle name", "Mary Ann Rowe", "Ann Rowe", false },
	{ "a small word before it", "Ida van der Lund", "van der Lund", true },
	{ "some of them", "Ida van der Lund", "der lund", true },
	{ "none of them", "Ida van der Lund", "Lund", true },
	{ "a suffix", "Osk Varden Jr.", "varden", true },
	{ "a suffix behind a comma", "Osk Varden, Jr.", "varden", true },
	{ "the name but for it", "Osk Varden III", "Osk Varden", true },
	{ "a suffix is no name", "Osk Varden III", "III", false },
	{ "a suffix alone", "Iv", "iv", true },
	{ "unclear, by the surname", "Rowe (unclear)", "Rowe", true },
	{ "unclear, by all of it", "Rowe (unclear)", "rowe (unclear)", true },
	{ "a full name is clear", "Tilda Rowe", "Rowe (unclear)", false },
	{ "who is unclear is not her", "Rowe (unclear)", "Tilda Rowe", false },
	{ "no name", "", "rowe", false },
	{ "nobody asked for", "Tilda Rowe", "", false },
	{ "no letters with case", "李小龙", "李小龙", true },
};

static void
test_fits(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(fits); i++)
		check_int(fits[i].name,
		    name_fits(str_c(fits[i].full), str_c(fits[i].asked)),
		    fits[i].fits);
}

static void
test_line(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	check_str("one line", line_of(a, STR(" a\r\n b\t\tc \n")), "a b c");
	check_str("nothing", line_of(a, STR(" \n")), "");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_key),
		cmocka_unit_test(test_fits),
		cmocka_unit_test(test_line),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
