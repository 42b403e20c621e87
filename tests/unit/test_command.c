/* The one table of commands: complete, without doubles, and found by name. */
#include "test.h"

#include "dateline/reader/command.h"

static void
test_table_is_whole(void **state)
{
	(void)state;
	for (size_t c = 0; c < CMD_COUNT; c++) {
		const struct command_info *i = command_info((enum command)c);

		assert_true(strlen(i->name) > 1 && strlen(i->name) < 22);
		check_int(i->name, strcspn(i->name, " "), strlen(i->name));
		check_int(i->name, strlen(i->sentence) > 3, true);
		check_int(i->name, i->group < GROUP_COUNT, true);
		for (size_t d = 0; d < c; d++)
			assert_string_not_equal(
			    command_info((enum command)d)->name, i->name);
	}
	for (size_t g = 0; g < GROUP_COUNT; g++)
		assert_true(strlen(command_group_name((enum command_group)g)) >
		    0);
}

static void
test_every_name_is_found(void **state)
{
	(void)state;
	for (size_t c = 0; c < CMD_COUNT; c++) {
		const char *name = command_info((enum command)c)->name;

		check_int(name, command_find(str_c(name)), c);
	}
}

static const struct row {
	const char *name;
	enum command want;
} rows[] = {
	{ "quit", CMD_QUIT }, /* though quit-now begins so */
	{ "quit-", CMD_QUIT_NOW },
	{ "go", CMD_GOTO_DATE },
	{ "unf", CMD_UNFOLD },
	{ "next", CMD_COUNT }, /* several */
	{ "q", CMD_QUIT },
	{ "original", CMD_ORIGINAL },
	{ "", CMD_COUNT },
	{ "quit-now-", CMD_COUNT },
	{ "QUIT", CMD_COUNT },
	{ "harbour", CMD_COUNT },
};

static void
test_find(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_int(rows[i].name, command_find(str_c(rows[i].name)),
		    rows[i].want);
}

/* All that begin so, each once, in the order of the table, and no other. */
static void
test_complete(void **state)
{
	static const char *const starts[] = { "", "n", "next-", "quit", "zz" };

	(void)state;
	for (size_t i = 0; i < COUNT(starts); i++) {
		struct str start = str_c(starts[i]);
		size_t n = 0;

		for (size_t c = 0; c < CMD_COUNT; c++) {
			enum command is = (enum command)c;

			if (str_starts(str_c(command_info(is)->name), start))
				check_int(starts[i],
				    command_complete(start, n++), c);
		}
		check_int(starts[i], command_complete(start, n), CMD_COUNT);
		check_int(starts[i], command_complete(start, SIZE_MAX),
		    CMD_COUNT);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table_is_whole),
		cmocka_unit_test(test_every_name_is_found),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_complete),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
