/* What was typed before, and the way back to what was being typed. */
#include "test.h"

#include "dateline/reader/history.h"

static struct history
history_of(const char *const *lines)
{
	struct history h = { .n = 0 };

	for (; *lines; lines++)
		history_add(&h, str_c(*lines));
	return h;
}

/* Each letter of `keys` is a step: "u" older, "d" newer, "r" older that holds
 * what was typed; "U", "D" and "R" find nothing and change nothing. */
static const struct {
	const char *name;
	const char *lines[5];
	const char *typed;
	const char *keys;
	const char *want;
} rows[] = {
	{ "the newest", { "pier", "ferry" }, "", "u", "ferry" },
	{ "older", { "pier", "ferry" }, "", "uu", "pier" },
	{ "no older one", { "pier", "ferry" }, "", "uuU", "pier" },
	{ "and back", { "pier", "ferry" }, "", "uud", "ferry" },
	{ "what was typed", { "pier", "ferry" }, "tol", "uudd", "tol" },
	{ "nothing newer", { "pier" }, "tol", "D", "tol" },
	{ "nothing at all", { NULL }, "tol", "UR", "tol" },
	{ "holding", { "old pier", "pierhead", "ferry" }, "pier", "r",
	    "pierhead" },
	{ "holding, older", { "old pier", "pierhead", "ferry" }, "pier", "rr",
	    "old pier" },
	{ "holding, no more", { "old pier", "ferry" }, "pier", "rR",
	    "old pier" },
	{ "no line twice", { "pier", "ferry", "pier" }, "", "uuU", "ferry" },
	{ "no empty line", { "pier", "" }, "", "u", "pier" },
};

static void
test_walk(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct history h = history_of(rows[i].lines);
		struct prompt p = prompt_open(CMD_FIND);

		prompt_set(&p, str_c(rows[i].typed));
		for (const char *k = rows[i].keys; *k; k++)
			check_int(rows[i].name,
			    history_walk(&h, &p, *k == 'd' || *k == 'D' ? 1 : -1,
				*k == 'r' || *k == 'R'),
			    *k == 'u' || *k == 'd' || *k == 'r');
		check_str(rows[i].name, prompt_text(&p), rows[i].want);
	}
}

static void
test_full(void **state)
{
	struct history h = { .n = 0 };
	struct prompt p = prompt_open(CMD_FIND);
	char line[32];

	(void)state;
	for (int i = 0; i < 3 * HISTORY_MAX; i++) {
		snprintf(line, sizeof(line), "line %d", i);
		history_add(&h, str_c(line));
	}
	check_int("bounded", (long)h.n, HISTORY_MAX);
	while (history_walk(&h, &p, -1, false))
		;
	check_str("the oldest that is kept", prompt_text(&p), "line 64");
}

/* A key that edits makes of an old line a new one. */
static void
test_edited(void **state)
{
	static const char *const lines[] = { "pier", "ferry", NULL };
	struct history h = history_of(lines);
	struct prompt p = prompt_open(CMD_FIND);

	(void)state;
	assert_true(history_walk(&h, &p, -1, false));
	assert_true(prompt_key(&p, 'x'));
	check_str("edited", prompt_text(&p), "ferryx");
	assert_false(history_walk(&h, &p, 1, false));
	assert_true(history_walk(&h, &p, -1, false));
	check_str("begins anew", prompt_text(&p), "ferry");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_walk),
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_edited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
