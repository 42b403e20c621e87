/* One line being typed. */
#include "test.h"

#include "dateline/reader/prompt.h"
#include "dateline/text/utf8.h"

static const struct row {
	const char *name;
	const char *before;
	const char *keys; /* names, apart by blanks */
	const char *want;
	bool taken; /* the last key edits */
} rows[] = {
	{ "a letter", "", "a", "a", true },
	{ "letters", "lo", "w Space t", "low t", true },
	{ "any script", "", "é 海 𝗫", "é海𝗫", true },
	{ "digits and marks", "", "- 2 w", "-2w", true },
	{ "backspace", "low", "Backspace", "lo", true },
	{ "backspace, whole characters", "a𝗫", "Backspace", "a", true },
	{ "backspace on nothing", "", "Backspace", "", true },
	{ "C-h is backspace", "low", "C-h", "lo", true },
	{ "a word", "low tide", "C-w", "low ", true },
	{ "a word and its blanks", "low tide  ", "C-w", "low ", true },
	{ "the only word", "tide", "C-w", "", true },
	{ "a word of nothing", "", "C-w", "", true },
	{ "all", "low tide", "C-u", "", true },
	{ "an arrow is no edit", "low", "Left", "low", false },
	{ "nor is Enter", "low", "Enter", "low", false },
	{ "nor Esc", "low", "Esc", "low", false },
	{ "nor Tab", "low", "Tab", "low", false },
	{ "nor another control", "low", "C-a", "low", false },
	{ "nor F1", "low", "F1", "low", false },
};

static bool
type(struct prompt *p, const char *keys)
{
	bool taken = false;

	while (*keys) {
		struct str name = { keys, strcspn(keys, " ") };

		taken = prompt_key(p, key_parse(name));
		keys += name.len;
		keys += *keys == ' ';
	}
	return taken;
}

static void
test_edits(void **state)
{
	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
		struct prompt p = prompt_open(CMD_FIND);

		prompt_set(&p, str_c(r->before));
		check_int(r->name, type(&p, r->keys), r->taken);
		check_str(r->name, prompt_text(&p), r->want);
	}
}

static void
test_open(void **state)
{
	struct prompt none = prompt_none();
	struct prompt find = prompt_open(CMD_FIND);
	struct prompt day = prompt_open(CMD_GOTO_DATE);
	struct prompt line = prompt_open(CMD_COMMAND_LINE);

	(void)state;
	check_int("none", prompt_is_open(&none), false);
	check_int("find", prompt_is_open(&find), true);
	check_str("empty", prompt_text(&find), "");
	check_str("find", str_c(prompt_label(&find)), "/");
	check_str("date", str_c(prompt_label(&day)), "date: ");
	check_str("line", str_c(prompt_label(&line)), ":");
}

static bool
is_well_formed(struct str s)
{
	size_t n;
	uint32_t cp;
	bool ok = true;

	for (size_t at = 0; ok && (n = utf8_check(s, at, &cp, &ok)) > 0; at += n)
		;
	return ok;
}

/* Never longer than its room, never half a character. */
static void
test_full(void **state)
{
	char long_text[3 * PROMPT_MAX];
	struct prompt p = prompt_open(CMD_FIND);

	(void)state;
	for (int i = 0; i < 1000; i++)
		assert_true(prompt_key(&p, i % 5 ? 0x1D5EB : 'x'));
	assert_in_range(p.len, PROMPT_MAX - UTF8_MAX, PROMPT_MAX);
	assert_true(is_well_formed(prompt_text(&p)));
	for (size_t i = 0; i < sizeof(long_text); i += 3)
		memcpy(long_text + i, "海", 3);
	prompt_set(&p, (struct str){ long_text, sizeof(long_text) });
	check_int("whole characters", p.len, PROMPT_MAX / 3 * 3);
	assert_true(is_well_formed(prompt_text(&p)));
}

/* What is no character cannot make the text ill-formed. */
static void
test_any_number(void **state)
{
	struct prompt p = prompt_open(CMD_COMMAND_LINE);

	(void)state;
	for (key k = 0; k < K_F1 + 12; k += k < 0x300 ? 1 : 97) {
		prompt_key(&p, k);
		assert_true(is_well_formed(prompt_text(&p)));
		if (p.len > PROMPT_MAX / 2)
			prompt_set(&p, STR(""));
	}
	for (key k = 0xD7FF; k < 0xE001; k++) {
		prompt_key(&p, k);
		assert_true(is_well_formed(prompt_text(&p)));
		if (p.len > PROMPT_MAX / 2)
			prompt_key(&p, K_CTRL('u'));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_edits),
		cmocka_unit_test(test_open),
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_any_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
