/* A text being written: what went in comes out, however it was cut. */
#include "test.h"

#include "dateline/base/buf.h"

static void
test_pieces(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };

	(void)state;
	check_str("nothing yet", buf_str(&b), "");
	buf_add(&b, STR(""));
	buf_addf(&b, "%s", "");
	check_str("nothing added", buf_str(&b), "");
	buf_add(&b, STR("tide"));
	buf_addc(&b, ' ');
	buf_addf(&b, "%d %s %.*s", 12, "feet", 2, "or so");
	check_str("all kinds", buf_str(&b), "tide 12 feet or");
	check_int("length", b.len, 15);
	arena_free(a);
}

static void
test_null_bytes(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };

	(void)state;
	buf_add(&b, (struct str){ NULL, 0 });
	buf_add(&b, (struct str){ "a\0b", 3 });
	buf_addc(&b, '\0');
	check_int("length", b.len, 4);
	assert_memory_equal(buf_str(&b).ptr, "a\0b\0", 4);
	arena_free(a);
}

/* Two texts grow in one arena and never meet. */
static void
test_grow_side_by_side(void **state)
{
	struct arena *a = arena_new();
	struct buf odd = { .in = a }, even = { .in = a };

	(void)state;
	for (int i = 0; i < 20000; i++)
		if (i % 2)
			buf_addc(&odd, (char)('a' + i % 26));
		else
			buf_addf(&even, "%c%c", 'a' + i % 26, '.');
	check_int("odd", odd.len, 10000);
	check_int("even", even.len, 20000);
	for (int i = 0; i < 20000; i++)
		assert_int_equal(
		    i % 2 ? odd.ptr[i / 2] : even.ptr[i], 'a' + i % 26);
	arena_free(a);
}

/* One write much longer than the room there is. */
static void
test_long_write(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };

	(void)state;
	buf_addc(&b, 'x');
	buf_addf(&b, "%100000d", 7);
	buf_addc(&b, 'y');
	check_int("length", b.len, 100002);
	check_int("first", b.ptr[0], 'x');
	check_int("number", b.ptr[100000], '7');
	check_int("last", b.ptr[100001], 'y');
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_null_bytes),
		cmocka_unit_test(test_grow_side_by_side),
		cmocka_unit_test(test_long_write),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
