/* Memory by lifetime: what comes is zeroed, aligned and apart from all else,
 * and no memory ends the program in one place. */
#include "test.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static bool
is_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] != 0)
			return false;
	return true;
}

static const struct row {
	const char *name;
	size_t n;
	size_t size;
	size_t align;
} rows[] = {
	{ "nothing", 0, 8, 8 },
	{ "things of no size", 5, 0, 1 },
	{ "a byte", 1, 1, 1 },
	{ "bytes, then words", 3, 1, 1 },
	{ "words", 7, 8, 8 },
	{ "the widest", 2, sizeof(max_align_t), alignof(max_align_t) },
	{ "a block to the full", 16 * 1024, 1, 1 },
	{ "more than a block", 100 * 1024, 1, 1 },
	{ "more than is kept", 5 * 1024 * 1024, 1, 1 },
};

static void
check_row(struct arena *a, const struct row *r)
{
	char *p = arena_alloc(a, r->n, r->size, r->align);

	assert_non_null(p);
	check_int(r->name, (uintptr_t)p % r->align, 0);
	check_int(r->name, is_zero(p, r->n * r->size), true);
	memset(p, 0xA5, r->n * r->size);
}

/* The second round fills memory that was used before the reset. */
static void
test_zeroed_and_aligned(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < COUNT(rows); i++)
			check_row(a, &rows[i]);
		for (size_t i = COUNT(rows); i > 0; i--)
			check_row(a, &rows[i - 1]);
		arena_reset(a);
	}
	arena_free(a);
}

static void
test_apart(void **state)
{
	enum { MANY = 4000 };
	struct arena *a = arena_new();
	uint32_t *p[MANY];

	(void)state;
	for (uint32_t i = 0; i < MANY; i++) {
		arena_array(a, char, i % 7);
		p[i] = arena_array(a, uint32_t, 3);
		p[i][0] = p[i][1] = p[i][2] = i;
	}
	for (uint32_t i = 0; i < MANY; i++)
		assert_true(p[i][0] == i && p[i][1] == i && p[i][2] == i);
	arena_free(a);
}

static void
test_push_keeps(void **state)
{
	struct arena *a = arena_new();
	size_t n = 0, cap = 0;
	int *list = NULL;

	(void)state;
	for (int i = 0; i < 10000; i++)
		*arena_push(a, int, list, n, cap) = i * 3;
	check_int("count", n, 10000);
	assert_true(cap >= n);
	for (int i = 0; i < 10000; i++)
		assert_int_equal(list[i], i * 3);
	arena_free(a);
}

static void
test_grow(void **state)
{
	struct arena *a = arena_new();
	size_t cap = 0;
	char *p = arena_grow(a, NULL, 0, 3, &cap, 1, 1), *q;
	size_t first = cap;

	(void)state;
	assert_true(cap >= 3);
	memcpy(p, "abc", 3);
	q = arena_grow(a, p, 3, cap, &cap, 1, 1);
	assert_ptr_equal(q, p);
	check_int("there was room", cap, first);
	q = arena_grow(a, p, 3, 5000, &cap, 1, 1);
	assert_true(cap >= 5000);
	assert_memory_equal(q, "abc", 3);
	arena_free(a);
}

static void
test_str(void **state)
{
	struct arena *a = arena_new();
	char word[] = "quay";
	struct str copy = arena_str(a, (struct str){ word, 3 });
	struct str none = arena_str(a, (struct str){ NULL, 0 });

	(void)state;
	word[0] = 'x';
	check_str("a copy", copy, "qua");
	check_int("ends in NUL", copy.ptr[3], 0);
	check_str("nothing", none, "");
	check_int("nothing ends in NUL, too", none.ptr[0], 0);
	arena_free(a);
}

static void
test_empty(void **state)
{
	struct arena *a = arena_new();
	char *p;

	(void)state;
	arena_free(NULL);
	arena_reset(a);
	arena_free(a);
	p = xrealloc(NULL, 0, 8);
	assert_non_null(p);
	p = xrealloc(p, 4, 2);
	memcpy(p, "1234567", 8);
	p = xrealloc(p, 1000, 1);
	assert_memory_equal(p, "1234567", 8);
	free(p);
}

static void
alloc_too_many(void)
{
	arena_alloc(arena_new(), SIZE_MAX / 4, 8, 8);
}

static void
realloc_too_many(void)
{
	xrealloc(NULL, SIZE_MAX / 4, 8);
}

/* The terminal would be put back here. */
static void
say_restored(void)
{
	if (write(STDOUT_FILENO, "restored", 8) != 8)
		_exit(3);
}

/* What a child that runs out of memory says; its exit status in `status`. */
static size_t
run_out(void (*ask)(void), char *said, size_t max, int *status)
{
	int out[2];
	ssize_t n, all = 0;
	pid_t pid;

	assert_int_equal(pipe(out), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(out[1], STDOUT_FILENO);
		dup2(out[1], STDERR_FILENO);
		close(out[0]);
		arena_on_no_memory(say_restored);
		ask();
		_exit(0);
	}
	close(out[1]);
	while ((n = read(out[0], said + all, max - (size_t)all)) > 0)
		all += n;
	close(out[0]);
	assert_int_equal(waitpid(pid, status, 0), pid);
	return (size_t)all;
}

static void
test_no_memory(void **state)
{
	static const struct {
		const char *name;
		void (*ask)(void);
	} asks[] = {
		{ "arena_alloc", alloc_too_many },
		{ "xrealloc", realloc_too_many },
	};
	char said[200];
	int status;

	(void)state;
	for (size_t i = 0; i < COUNT(asks); i++) {
		size_t n = run_out(asks[i].ask, said, sizeof(said), &status);

		check_int(asks[i].name, WIFEXITED(status), true);
		check_int(asks[i].name, WEXITSTATUS(status), 2);
		check_str(asks[i].name, str_head((struct str){ said, n }, 8),
		    "restored");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_zeroed_and_aligned),
		cmocka_unit_test(test_apart),
		cmocka_unit_test(test_push_keeps),
		cmocka_unit_test(test_grow),
		cmocka_unit_test(test_str),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
