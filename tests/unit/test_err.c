/* One sentence, the first one, never longer than its room. */
#include "test.h"

#include "dateline/base/err.h"

static void
test_first_wins(void **state)
{
	struct err e = { "" };

	(void)state;
	check_int("false", err_set(&e, "%s: %s", "north.txt", "gone"), false);
	check_int("false again", err_set(&e, "later"), false);
	check_str("the first", str_c(e.text), "north.txt: gone");
}

static void
test_long(void **state)
{
	struct err e = { "" };

	(void)state;
	check_int("false", err_set(&e, "%1000d|", 7), false);
	check_int("cut", strlen(e.text), sizeof(e.text) - 1);
}

static void
test_percent_is_text(void **state)
{
	struct err e = { "" };

	(void)state;
	err_set(&e, "%s", "100%s%n.txt");
	check_str("as it is", str_c(e.text), "100%s%n.txt");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_wins),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_percent_is_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
