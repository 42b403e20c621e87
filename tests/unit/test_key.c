/* Keys and their names, there and back. */
#include "test.h"

#include "dateline/reader/key.h"

static const struct row {
	const char *name;
	key k;
} rows[] = {
	{ "a", 'a' },
	{ "Z", 'Z' },
	{ "F", 'F' },
	{ "5", '5' },
	{ "\"", '"' },
	{ "\\", '\\' },
	{ "-", '-' },
	{ "é", 0xE9 },
	{ "海", 0x6D77 },
	{ "𝗫", 0x1D5EB },
	{ "Space", ' ' },
	{ "Enter", K_ENTER },
	{ "Esc", K_ESC },
	{ "Tab", K_TAB },
	{ "S-Tab", K_BACK_TAB },
	{ "Backspace", K_BACKSPACE },
	{ "Up", K_UP },
	{ "Down", K_DOWN },
	{ "Left", K_LEFT },
	{ "Right", K_RIGHT },
	{ "Home", K_HOME },
	{ "End", K_END },
	{ "PgUp", K_PAGE_UP },
	{ "PgDn", K_PAGE_DOWN },
	{ "Del", K_DELETE },
	{ "Ins", K_INSERT },
	{ "C-a", K_CTRL('a') },
	{ "C-d", K_CTRL('d') },
	{ "C-z", K_CTRL('z') },
	{ "F1", K_F1 },
	{ "F9", K_F1 + 8 },
	{ "F12", K_F1 + 11 },
};

static void
test_there_and_back(void **state)
{
	char name[KEY_NAME];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		check_int(rows[i].name, key_parse(str_c(rows[i].name)),
		    rows[i].k);
		key_print(name, rows[i].k);
		check_str(rows[i].name, str_c(name), rows[i].name);
	}
}

static void
test_no_keys(void **state)
{
	static const char *const names[] = { "", " ", "ab", "space", "C-",
		"C-A", "C-1", "C-ab", "F0", "F13", "F123", "Fx", "S-a",
		"ZZ", "\x01", "\n", "harbour" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		check_int(names[i], key_parse(str_c(names[i])), K_NONE);
}

/* Whatever can be pressed has a name that leads back to it. */
static void
test_every_character(void **state)
{
	char name[KEY_NAME];

	(void)state;
	for (key k = 1; k < K_F1 + 12; k++) {
		if ((k >= 0x1C && k < ' ') || (k >= 0xD800 && k < 0xE000))
			continue;
		key_print(name, k);
		assert_true(strlen(name) < KEY_NAME);
		assert_int_equal(key_parse(str_c(name)), k);
	}
}

/* No number whatever overruns the room of a name. */
static void
test_any_number(void **state)
{
	static const key keys[] = { 0, 0x1C, 0x1F, 0xD800, 0xDFFF, K_F1 + 12,
		K_F1 + 1000, UINT32_MAX };
	char name[KEY_NAME];

	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++) {
		memset(name, 'x', sizeof(name));
		key_print(name, keys[i]);
		assert_non_null(memchr(name, '\0', sizeof(name)));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_no_keys),
		cmocka_unit_test(test_every_character),
		cmocka_unit_test(test_any_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
