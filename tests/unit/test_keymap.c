/* Keys lead to commands: each to one, all that the table names, in one step or
 * in two. */
#include "test.h"

#include "dateline/reader/keymap.h"

static const struct row {
	const char *name;
	const char *before; /* "": nothing was typed before */
	const char *key;
	enum command want;
	bool more;
} rows[] = {
	{ "a letter", "", "j", CMD_LINE_DOWN, false },
	{ "a second key of it", "", "Down", CMD_LINE_DOWN, false },
	{ "a control", "", "C-n", CMD_LINE_DOWN, false },
	{ "capitals differ", "", "J", CMD_NEXT_REPORT, false },
	{ "space", "", "Space", CMD_PAGE_DOWN, false },
	{ "later", "", ">", CMD_LATER_DATE, false },
	{ "later without Shift", "", "]", CMD_LATER_DATE, false },
	{ "the other way", "", "<", CMD_EARLIER_DATE, false },
	{ "the list", "", "\"", CMD_LIST_QUOTES, false },
	{ "the dates", "", "\\", CMD_DATES_PANE, false },
	{ "Esc", "", "Esc", CMD_CANCEL, false },
	{ "^C is a key", "", "C-c", CMD_CANCEL, false },
	{ "not bound", "", "F5", CMD_COUNT, false },
	{ "digits are counts", "", "5", CMD_COUNT, false },
	{ "half of two", "", "Z", CMD_COUNT, true },
	{ "both", "Z", "Z", CMD_QUIT_NOW, false },
	{ "half, and another", "Z", "j", CMD_COUNT, false },
	{ "not after another", "x", "Z", CMD_COUNT, false },
};

static void
test_find(void **state)
{
	struct keymap m = keymap_default();

	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
		bool more = !r->more;
		enum command c = keymap_find(&m, key_parse(str_c(r->before)),
		    key_parse(str_c(r->key)), &more);

		check_int(r->name, c, r->want);
		check_int(r->name, more, r->more);
	}
}

/* Rule 1: one key, one meaning. */
static void
test_no_key_twice(void **state)
{
	struct keymap m = keymap_default();

	(void)state;
	for (size_t i = 0; i < m.n; i++) {
		const struct binding *b = &m.bindings[i];

		assert_true(b->first != K_NONE);
		assert_false(b->first >= '1' && b->first <= '9');
		for (size_t k = 0; k < i; k++) {
			const struct binding *other = &m.bindings[k];
			bool same = other->first == b->first &&
			    (other->second == b->second || !other->second ||
				!b->second);

			check_int(command_info(b->command)->name, same, false);
		}
	}
}

/* Every name in the table leads to its command. */
static void
check_keys(const struct keymap *m, enum command c)
{
	const char *p = command_info(c)->keys;
	bool more;

	while (*p) {
		struct str name = { p, strcspn(p, " ") };
		key k = key_parse(name);

		if (k != K_NONE)
			check_int(p, keymap_find(m, K_NONE, k, &more), c);
		else
			check_int(p, keymap_find(m, (key)name.ptr[0],
			    (key)name.ptr[1], &more), c);
		p += name.len;
		p += *p == ' ';
	}
}

static void
test_table(void **state)
{
	struct keymap m = keymap_default();

	(void)state;
	for (size_t c = 0; c < CMD_COUNT; c++)
		check_keys(&m, (enum command)c);
}

static void
test_names(void **state)
{
	static const struct {
		const char *name;
		enum command command;
		const char *want;
	} names[] = {
		{ "the first key", CMD_PAGE_DOWN, "Space" },
		{ "a mark", CMD_NEXT_QUOTE, ")" },
		{ "a control", CMD_BACK, "C-o" },
		{ "no key", CMD_PROBLEMS, "" },
		{ "first of one and two", CMD_QUIT_NOW, "Q" },
	};
	struct keymap m = keymap_default();
	char out[2 * KEY_NAME];

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		keymap_key_name(&m, names[i].command, out);
		check_str(names[i].name, str_c(out), names[i].want);
	}
	m.n = 0;
	m.bindings[m.n++] = (struct binding){ 'Z', 'Z', CMD_QUIT_NOW };
	keymap_key_name(&m, CMD_QUIT_NOW, out);
	check_str("two keys", str_c(out), "ZZ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_no_key_twice),
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
