/* How many a day, a month, a year. */
#include "test.h"

#include "dateline/find/tally.h"

static date
day(const char *text)
{
	struct ymd when;

	assert_true(date_scan(str_c(text), &when));
	return date_of(when);
}

#define TODAY day("2023-06-14")

static struct tally
tally_of(struct arena *in, const char *const *days, size_t n)
{
	struct tally t = tally_new(in);

	for (size_t i = 0; i < n; i++)
		tally_add(&t, days[i] ? day(days[i]) : DATE_NONE, 1);
	return t;
}

static const char *const days[] = { "0001-01-01", "1699-12-31", "2021-12-30",
	"2022-01-01", "2022-01-01", "2022-01-31", "2022-03-02", "2023-03-20",
	"2025-01-01", "9999-12-31", "9999-12-31", NULL, NULL };

static void
test_in(void **state)
{
	struct arena *in = arena_new();
	struct tally t = tally_of(in, days, COUNT(days));

	(void)state;
	check_int("days", (long)t.n, 9);
	check_int("all", (long)tally_in(&t, DATE_ALL), 11);
	check_int("undated", (long)t.undated, 2);
	check_int("a year", (long)tally_in(&t, date_year(2022)), 4);
	check_int("a month", (long)tally_in(&t, date_month(2022, 1)), 3);
	check_int("an empty one", (long)tally_in(&t, date_month(2022, 2)), 0);
	check_int("the other way round", (long)tally_in(&t,
	    (struct date_range){ day("2022-03-02"), day("2022-01-01") }), 0);
	for (date a = day("2021-12-25"); a < day("2022-03-05"); a++)
		for (date b = a; b < day("2022-03-05"); b++) {
			long n = 0;

			for (size_t i = 2; i < 7; i++)
				n += day(days[i]) >= a && day(days[i]) <= b;
			check_int("each", (long)tally_in(&t,
			    (struct date_range){ a, b }), n);
		}
	check_int("after", tally_after(&t, day("2022-01-01")),
	    day("2022-01-31"));
	check_int("after the last", tally_after(&t, day("9999-12-31")),
	    DATE_NONE);
	check_int("before", tally_before(&t, day("2022-01-31")),
	    day("2022-01-01"));
	check_int("before the first", tally_before(&t, day("0001-01-01")),
	    DATE_NONE);
	arena_free(in);
}

/* Periods follow one another without a gap, and print what they are. */
static void
test_periods(void **state)
{
	(void)state;
	for (enum tally_by by = 0; by < BY_COUNT; by++) {
		int32_t p = period_of(by, day("1696-02-28"));
		int32_t end = period_of(by, day("2024-03-01"));

		assert_int_equal(
		    tally_by_find(str_c(tally_by_name(by))), by);
		for (; p < end; p++) {
			struct date_range r = period_range(by, p);

			assert_int_equal(period_of(by, r.first), p);
			assert_int_equal(period_of(by, r.last), p);
			assert_int_equal(
			    period_range(by, p + 1).first, r.last + 1);
		}
	}
	assert_int_equal(tally_by_find(STR("week")), BY_COUNT);
	for (enum tally_by by = 0; by < BY_COUNT; by++) {
		static const char *const want[] = { "2023-03-20", "2023-03",
			"2023" };
		char out[DATE_TEXT];

		period_print(out, by, period_of(by, day("2023-03-20")));
		check_str(want[by], str_c(out), want[by]);
	}
}

/* Absurd days are counted beside the periods and do not stretch them. */
static void
test_timeline(void **state)
{
	static const struct {
		const char *name;
		enum tally_by by;
		uint32_t n;
		uint64_t most;
		const char *first;
	} rows[] = {
		{ "by year", BY_YEAR, 3, 4, "2021-01-01" },
		{ "by month", BY_MONTH, 16, 3, "2021-12-01" },
		{ "by day", BY_DAY, 446, 2, "2021-12-30" },
	};
	struct arena *in = arena_new();
	struct tally t = tally_of(in, days, COUNT(days)), none, odd;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct timeline l = timeline_make(&t, rows[i].by, TODAY);

		check_int(rows[i].name, l.n, rows[i].n);
		check_int(rows[i].name, (long)l.most, (long)rows[i].most);
		check_int(rows[i].name, (long)l.earlier, 2);
		check_int(rows[i].name, (long)l.later, 3);
		check_int(rows[i].name, l.drawn.first, day(rows[i].first));
	}
	none = tally_new(in);
	check_int("nothing", timeline_make(&none, BY_DAY, TODAY).n, 0);
	odd = tally_of(in, days, 2);
	check_int("only absurd ones", timeline_make(&odd, BY_DAY, TODAY).n, 0);
	check_int("are counted",
	    (long)timeline_make(&odd, BY_DAY, TODAY).earlier, 2);
	odd = tally_of(in, days + 8, 3);
	check_int("and late ones",
	    (long)timeline_make(&odd, BY_DAY, TODAY).later, 3);
	arena_free(in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_in),
		cmocka_unit_test(test_periods),
		cmocka_unit_test(test_timeline),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
