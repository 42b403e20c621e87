/* Bytes by the handful: each answer is that of a loop over the bytes. */
#include "test.h"

#include <stdlib.h>

#include "dateline/base/sixteen.h"

struct dice {
	uint32_t seed;
};

static unsigned
roll(struct dice *d, unsigned n)
{
	d->seed = d->seed * 1664525u + 1013904223u;
	return (d->seed >> 8) % n;
}

/* Bytes on both sides of every border that is asked for, and any. */
static void
invent(struct dice *d, char bytes[16])
{
	static const char near[] = "\x08\t\n\x0B\x1F !\"'/09:@AZ[`az{~\x7F\x80"
	    "\xA7\xC1\xE2\xFE\xFF";

	for (size_t i = 0; i < 16; i++)
		bytes[i] = roll(d, 4) > 0 ? near[roll(d, sizeof(near))]
					  : (char)roll(d, 256);
}

static const struct range {
	const char *name;
	char low, high;
} ranges[] = {
	{ "letters", 'a', 'z' },
	{ "digits", '0', '9' },
	{ "a tab and a line end", '\t', '\n' },
	{ "all that is drawn", ' ', '~' },
	{ "one", 'Z', 'Z' },
	{ "all", '\0', '\x7F' },
};

static unsigned
between(const char *p, char low, char high)
{
	unsigned bits = 0;

	for (size_t i = 0; i < 16; i++)
		bits |= (unsigned)((uint8_t)p[i] < 0x80 && p[i] >= low &&
		    p[i] <= high) << i;
	return bits;
}

static unsigned
not_ascii(const char *p)
{
	unsigned bits = 0;

	for (size_t i = 0; i < 16; i++)
		bits |= (unsigned)((uint8_t)p[i] >= 0x80) << i;
	return bits;
}

static unsigned
leads(const char *p)
{
	unsigned bits = 0;

	for (size_t i = 0; i < 16; i++)
		bits |= (unsigned)((uint8_t)p[i] >= 0xC0) << i;
	return bits;
}

static size_t
first_of(unsigned bits)
{
	size_t i = 0;

	while (i < 16 && !(bits >> i & 1))
		i++;
	return i;
}

static void
check_bytes(const char *p)
{
	struct sixteen x = sixteen_at(p);
	char with[16];

	for (size_t i = 0; i < COUNT(ranges); i++)
		check_int(ranges[i].name, sixteen_bits(sixteen_between(x,
		    ranges[i].low, ranges[i].high)),
		    between(p, ranges[i].low, ranges[i].high));
	for (size_t i = 0; i < 16; i++)
		with[i] = p[i] | 0x20;
	check_int("with a bit set",
	    sixteen_bits(sixteen_between(sixteen_with(x, 0x20), 'a', 'z')),
	    between(with, 'a', 'z'));
	check_int("not ASCII", sixteen_bits(x), not_ascii(p));
	check_int("either", sixteen_bits(sixteen_either(x,
	    sixteen_between(x, '0', '9'))), not_ascii(p) | between(p, '0', '9'));
	for (size_t i = 0; i < 16; i++)
		if ((uint8_t)p[i] < 0x80)
			check_int("is a byte",
			    sixteen_bits(sixteen_is(x, p[i])),
			    between(p, p[i], p[i]));
	check_int("leads", sixteen_bits(sixteen_leads(x)), leads(p));
}

static void
test_answers(void **state)
{
	enum { ROUNDS = 20000 };
	struct dice d = { 16 };
	char bytes[16];

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		invent(&d, bytes);
		check_bytes(bytes);
	}
}

static void
test_first(void **state)
{
	(void)state;
	for (unsigned bits = 0; bits < 1u << 16; bits++)
		check_int("first other", sixteen_first_other(bits),
		    first_of(~bits & 0xFFFF));
}

static inline unsigned
digits(struct sixteen x)
{
	return sixteen_bits(sixteen_between(x, '0', '9'));
}

/* Nothing behind the `len` bytes is told, or read where the text ends. */
static void
test_many(void **state)
{
	struct dice d = { 64 };
	char *text = malloc(80);

	(void)state;
	for (size_t room = 0; room <= 80; room++) {
		char *from = text + 80 - room;

		for (size_t i = 0; i < room; i++)
			from[i] = roll(&d, 2) ? '7' : 'x';
		for (size_t len = 0; len <= room && len <= 64; len++) {
			uint64_t want = 0;

			for (size_t i = 0; i < len; i++)
				want |= (uint64_t)(from[i] == '7') << i;
			assert_true(sixteen_bits_of(
			    digits, from, len, room) == want);
		}
	}
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_first),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
