/* The decoder: Unicode's table of maximal subparts, and the promise that every
 * walk over any bytes moves on and can be walked back. */
#include "test.h"

#include "dateline/text/utf8.h"

#define B UTF8_BAD

static const struct row {
	const char *name;
	const char *bytes;
	uint32_t cps[6]; /* up to a 0 */
	size_t bad;
} rows[] = {
	{ "ascii", "ab", { 'a', 'b' }, 0 },
	{ "two bytes", "\xC3\xA9", { 0xE9 }, 0 },
	{ "three bytes", "\xE2\x80\x94", { 0x2014 }, 0 },
	{ "four bytes", "\xF0\x9D\x97\x9B", { 0x1D5DB }, 0 },
	{ "first of two", "\xC2\x80", { 0x80 }, 0 },
	{ "first of three", "\xE0\xA0\x80", { 0x800 }, 0 },
	{ "first of four", "\xF0\x90\x80\x80", { 0x10000 }, 0 },
	{ "last before surrogates", "\xED\x9F\xBF", { 0xD7FF }, 0 },
	{ "first after surrogates", "\xEE\x80\x80", { 0xE000 }, 0 },
	{ "last of all", "\xF4\x8F\xBF\xBF", { 0x10FFFF }, 0 },
	{ "U+FFFD itself", "\xEF\xBF\xBD", { B }, 0 },
	{ "overlong C0 AF", "\xC0\xAF", { B, B }, 2 },
	{ "overlong C1 BF", "\xC1\xBF", { B, B }, 2 },
	{ "overlong E0 80", "\xE0\x80", { B, B }, 2 },
	{ "overlong E0 9F BF", "\xE0\x9F\xBF", { B, B, B }, 3 },
	{ "overlong F0 80 80", "\xF0\x80\x80", { B, B, B }, 3 },
	{ "overlong F0 8F BF BF", "\xF0\x8F\xBF\xBF", { B, B, B, B }, 4 },
	{ "surrogate ED A0 80", "\xED\xA0\x80", { B, B, B }, 3 },
	{ "beyond F4 90", "\xF4\x90", { B, B }, 2 },
	{ "no lead F5", "\xF5\x80", { B, B }, 2 },
	{ "no lead FF", "\xFF", { B }, 1 },
	{ "lone continuation", "\x80" "a", { B, 'a' }, 1 },
	{ "cut two, then text", "\xC3" "a", { B, 'a' }, 1 },
	{ "cut three, then text", "\xE2\x80" "a", { B, 'a' }, 1 },
	{ "cut four, then text", "\xF0\x9D\x97" "a", { B, 'a' }, 1 },
	{ "cut by a lead", "\xE2\x80\xC3\xA9", { B, 0xE9 }, 1 },
	{ "two bytes at the end", "a\xC3", { 'a', B }, 1 },
	{ "three bytes at the end", "a\xE2\x80", { 'a', B }, 1 },
	{ "four bytes at the end", "a\xF0\x9D\x97", { 'a', B }, 1 },
	{ "Unicode's own example",
	    "\xF1\x80\x80\xE1\x80\xC2", { B, B, B }, 3 },
	{ "nothing", "", { 0 }, 0 },
};

static void
test_rows(void **state)
{
	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
		struct str s = str_c(r->bytes);
		size_t at = 0, bad = 0, i = 0, n;
		uint32_t cp;
		bool ok;

		while ((n = utf8_check(s, at, &cp, &ok)) > 0) {
			check_int(r->name, cp, r->cps[i]);
			bad += !ok;
			at += n;
			i++;
		}
		check_int(r->name, r->cps[i], 0);
		check_int(r->name, bad, r->bad);
		check_int(r->name, at, s.len);
	}
}

static void
test_every_character(void **state)
{
	char out[UTF8_MAX];
	uint32_t got;
	bool ok;

	(void)state;
	for (uint32_t cp = 0; cp <= 0x110000; cp++) {
		bool real = cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF);
		struct str s = { out, utf8_put(out, cp) };

		assert_int_equal(utf8_check(s, 0, &got, &ok), s.len);
		assert_true(ok);
		assert_int_equal(got, real ? cp : UTF8_BAD);
	}
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Bytes that meet often make interesting sequences. */
static struct str
random_bytes(char *room, size_t max, uint32_t *seed)
{
	static const unsigned char bytes[] = { 'a', 0x80, 0x8F, 0x90, 0x9F,
		0xA0, 0xBF, 0xC0, 0xC3, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF1,
		0xF4, 0xF5 };
	size_t n = next_random(seed) % max;

	for (size_t i = 0; i < n; i++)
		room[i] = (char)bytes[next_random(seed) % COUNT(bytes)];
	return (struct str){ room, n };
}

/* Back from the end, every walk steps where the walk forward stopped. */
static void
test_prev_is_next_backwards(void **state)
{
	uint32_t seed = 7, cp;
	char room[24];

	(void)state;
	for (int round = 0; round < 50000; round++) {
		struct str s = random_bytes(room, sizeof(room), &seed);
		size_t stops[sizeof(room) + 1], count = 0, at = 0, n;

		while ((n = utf8_next(s, at, &cp)) > 0) {
			assert_in_range(n, 1, UTF8_MAX);
			stops[count++] = at;
			at += n;
		}
		assert_int_equal(at, s.len);
		while (count > 0) {
			size_t back = utf8_prev(s, at);

			assert_int_equal(back, stops[--count]);
			at = back;
		}
		assert_int_equal(utf8_prev(s, 0), 0);
	}
}

static void
test_floor(void **state)
{
	struct str s = STR("a\xC3\xA9\xE2\x80\x94\xF0\x9D\x97\x9Bz");
	static const size_t want[] = { 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11,
		11 };

	(void)state;
	for (size_t n = 0; n < COUNT(want); n++)
		assert_int_equal(utf8_floor(s, n), want[n]);
	assert_int_equal(utf8_floor(STR(""), 3), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_every_character),
		cmocka_unit_test(test_prev_is_next_backwards),
		cmocka_unit_test(test_floor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
