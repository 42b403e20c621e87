#include "test.h"

#include "dateline/archive/date.h"

/* A Wednesday. */
#define TODAY "2023-06-14"

static date
day(const char *text)
{
	struct ymd when;

	assert_true(date_scan(str_c(text), &when));
	return date_of(when);
}

static void
test_numbers(void **state)
{
	static const struct {
		const char *row;
		struct ymd when;
		long want;
	} rows[] = {
		{ "the epoch", { 1970, 1, 1 }, 0 },
		{ "the day before", { 1969, 12, 31 }, -1 },
		{ "first", { 1, 1, 1 }, -719162 },
		{ "last", { 9999, 12, 31 }, 2932896 },
		{ "leap day", { 2024, 2, 29 }, 19782 },
		{ "no leap day", { 2023, 2, 29 }, DATE_NONE },
		{ "no leap century", { 1900, 2, 29 }, DATE_NONE },
		{ "leap century", { 2000, 2, 29 }, 11016 },
		{ "February 30", { 2023, 2, 30 }, DATE_NONE },
		{ "April 31", { 2023, 4, 31 }, DATE_NONE },
		{ "day 0", { 2023, 4, 0 }, DATE_NONE },
		{ "month 0", { 2023, 0, 1 }, DATE_NONE },
		{ "month 13", { 2023, 13, 1 }, DATE_NONE },
		{ "year 0", { 0, 1, 1 }, DATE_NONE },
		{ "year 10000", { 10000, 1, 1 }, DATE_NONE },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		check_int(rows[i].row, date_of(rows[i].when), rows[i].want);
}

/* Every day there is follows the one before it. */
static void
test_every_day(void **state)
{
	date d, first = date_of((struct ymd){ 1, 1, 1 });
	date last = date_of((struct ymd){ 9999, 12, 31 });
	struct ymd was = { 0, 12, 31 };

	(void)state;
	assert_int_equal(date_weekday(first), 0);
	for (d = first; d <= last; d++) {
		struct ymd now = date_ymd(d);

		if (date_of(now) != d || date_weekday(d) != (d - first) % 7)
			fail_msg("day %d is not itself", (int)d);
		if (now.day != was.day + 1 &&
		    (now.day != 1 || now.month % 12 != (was.month + 1) % 12))
			fail_msg("day %d does not follow", (int)d);
		was = now;
	}
}

static void
test_names(void **state)
{
	(void)state;
	assert_string_equal(date_month_name(3), "March");
	assert_string_equal(date_month_name(0), "");
	assert_string_equal(date_month_name(13), "");
	assert_string_equal(date_weekday_name(0), "Monday");
	assert_string_equal(date_weekday_name(6), "Sunday");
	assert_string_equal(date_weekday_name(7), "");
	assert_int_equal(date_weekday(day("2023-03-20")), 0);
	assert_int_equal(date_weekday(day("1969-12-28")), 6);
}

static void
test_print(void **state)
{
	static const struct {
		date d;
		const char *want;
	} rows[] = {
		{ 0, "1970-01-01" },
		{ -719162, "0001-01-01" },
		{ 19436, "2023-03-20" },
		{ DATE_NONE, "" },
		{ INT32_MAX, "5881580-07-11" },
		{ INT32_MIN + 1, "-5877641-06-24" },
	};
	char out[DATE_TEXT];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		date_print(out, rows[i].d);
		check_str(rows[i].want, str_c(out), rows[i].want);
	}
}

static void
test_scan(void **state)
{
	static const struct {
		const char *text;
		bool ok;
	} rows[] = {
		{ "2023-03-20", true },
		{ "2023-03-20 and more", true },
		{ "2023-03-20-", true },
		{ "2023-02-30", true },
		{ "0000-99-99", true },
		{ "2023-03-201", false },
		{ "2023-3-20", false },
		{ "2023-03-2", false },
		{ "2023/03/20", false },
		{ "20230320", false },
		{ " 2023-03-20", false },
		{ "2O23-03-20", false },
		{ "２０２３-03-20", false },
		{ "", false },
	};
	struct ymd when;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		check_int(rows[i].text, date_scan(str_c(rows[i].text), &when),
		    rows[i].ok);
	assert_true(date_scan(STR("1987-02-30"), &when));
	assert_int_equal(when.year * 10000 + when.month * 100 + when.day,
	    19870230);
}

static void
test_in(void **state)
{
	struct date_range march = { day("2023-03-01"), day("2023-03-31") };

	(void)state;
	assert_true(date_in(march, march.first));
	assert_true(date_in(march, march.last));
	assert_false(date_in(march, march.first - 1));
	assert_false(date_in(march, march.last + 1));
	assert_false(date_in(march, DATE_NONE));
	assert_true(date_in(DATE_ALL, DATE_NONE));
	assert_true(date_in(DATE_ALL, march.first));
}

struct guess {
	const char *text;
	const char *first; /* NULL: refused … */
	const char *last;  /* … with a sentence that has this in it */
};

static void
check_guess(const struct guess *g)
{
	struct date_range r;
	const char *why = "";
	char first[DATE_TEXT], last[DATE_TEXT];
	bool ok = date_guess(str_c(g->text), day(TODAY), &r, &why);

	check_int(g->text, ok, g->first != NULL);
	if (!ok) {
		if (!strstr(why, g->last))
			fail_msg("%s: “%s” lacks “%s”", g->text, why, g->last);
		return;
	}
	date_print(first, r.first);
	date_print(last, r.last);
	check_str(g->text, str_c(first), g->first);
	check_str(g->text, str_c(last), g->last ? g->last : g->first);
}

static const struct guess guesses[] = {
	{ "2023-03-20", "2023-03-20", NULL },
	{ " 2023-03-20 ", "2023-03-20", NULL },
	{ "2023-3-5", "2023-03-05", NULL },
	{ "2023/03/20", "2023-03-20", NULL },
	{ "20230320", "2023-03-20", NULL },
	{ "2023-03", "2023-03-01", "2023-03-31" },
	{ "2024-02", "2024-02-01", "2024-02-29" },
	{ "2023", "2023-01-01", "2023-12-31" },
	{ "9999", "9999-01-01", "9999-12-31" },
	{ "mar 20", "2023-03-20", NULL },
	{ "Mar. 20, 2022", "2022-03-20", NULL },
	{ "20 mar 2023", "2023-03-20", NULL },
	{ "20-mar-2023", "2023-03-20", NULL },
	{ "20mar2023", "2023-03-20", NULL },
	{ "2023 mar 20", "2023-03-20", NULL },
	{ "March 20th, 2023", "2023-03-20", NULL },
	{ "1st of may", NULL, "not a date" },
	{ "monday 20 march 2023", "2023-03-20", NULL },
	{ "tue 20 march 2023", NULL, "day of the week" },
	{ "jun 14", "2023-06-14", NULL },
	{ "jun 15", "2022-06-15", NULL },
	{ "29 feb", "2020-02-29", NULL },
	{ "march", "2023-03-01", "2023-03-31" },
	{ "june", "2023-06-01", "2023-06-30" },
	{ "SEPT", "2022-09-01", "2022-09-30" },
	{ "march 2023", "2023-03-01", "2023-03-31" },
	{ "dec 2021", "2021-12-01", "2021-12-31" },
	{ "wed", "2023-06-14", NULL },
	{ "tue", "2023-06-13", NULL },
	{ "thursday", "2023-06-08", NULL },
	{ "last wed", "2023-06-07", NULL },
	{ "last tue", "2023-06-13", NULL },
	{ "today", "2023-06-14", NULL },
	{ "Yesterday", "2023-06-13", NULL },
	{ "tomorrow", "2023-06-15", NULL },
	{ "-1w", "2023-06-07", NULL },
	{ "+3d", "2023-06-17", NULL },
	{ "-2M", "2023-04-14", NULL },
	{ "-1y", "2022-06-14", NULL },
	{ "last-week", "2023-06-05", "2023-06-11" },
	{ "this week", "2023-06-12", "2023-06-18" },
	{ "last month", "2023-05-01", "2023-05-31" },
	{ "this month", "2023-06-01", "2023-06-30" },
	{ "last year", "2022-01-01", "2022-12-31" },
	{ "3/4", NULL, "month as a word" },
	{ "20/3", NULL, "month as a word" },
	{ "3-20", NULL, "month as a word" },
	{ "3/20/2023", NULL, "month as a word" },
	{ "3/20/23", NULL, "four figures" },
	{ "23-03-20", NULL, "four figures" },
	{ "mar 20 23", NULL, "four figures" },
	{ "20 mar '23", NULL, "not a date" },
	{ "20", NULL, "Which month" },
	{ "tue 20", NULL, "Which month" },
	{ "20 2023", NULL, "Which month" },
	{ "2023-02-30", NULL, "February has 28" },
	{ "29 feb 2023", NULL, "That February" },
	{ "31 apr", NULL, "April has 30 days" },
	{ "32 apr", NULL, "no such day" },
	{ "mar 0", NULL, "no such day" },
	{ "0000", NULL, "no such day" },
	{ "2023-13", NULL, "from 1 to 12" },
	{ "-9999y", NULL, "no such day" },
	{ "+9999y", NULL, "no such day" },
	{ "", NULL, "not a date" },
	{ "  ", NULL, "not a date" },
	{ "-", NULL, "not a date" },
	{ "-w", NULL, "not a date" },
	{ "-1", NULL, "not a date" },
	{ "-999999999999d", NULL, "not a date" },
	{ "last", NULL, "not a date" },
	{ "last march", NULL, "not a date" },
	{ "last week month", NULL, "not a date" },
	{ "week", NULL, "not a date" },
	{ "this tue", NULL, "not a date" },
	{ "today 2023", NULL, "not a date" },
	{ "mar mar", NULL, "not a date" },
	{ "mon tue", NULL, "not a date" },
	{ "ma", NULL, "not a date" },
	{ "marching", NULL, "not a date" },
	{ "2023.3.20", NULL, "not a date" },
	{ "[1]", NULL, "not a date" },
	{ "12345", NULL, "not a date" },
	{ "mar 20 2023 2024", NULL, "not a date" },
	{ "１", NULL, "not a date" },
	{ "\xff", NULL, "not a date" },
};

static void
test_guess(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(guesses); i++)
		check_guess(&guesses[i]);
}

/* A shorter month gives its last day; every weekday name looks back. */
static void
test_guess_edges(void **state)
{
	struct date_range r;
	const char *why;
	int i;

	(void)state;
	assert_true(date_guess(STR("-1m"), day("2023-03-31"), &r, &why));
	assert_int_equal(r.first, day("2023-02-28"));
	assert_true(date_guess(STR("+1y"), day("2024-02-29"), &r, &why));
	assert_int_equal(r.first, day("2025-02-28"));
	assert_true(date_guess(STR("last month"), day("2023-01-31"), &r, &why));
	assert_int_equal(r.first, day("2022-12-01"));
	assert_true(date_guess(STR("29 feb"), day("1903-05-05"), &r, &why));
	assert_int_equal(r.first, day("1896-02-29"));
	for (i = 0; i < 7; i++) {
		struct str name = str_c(date_weekday_name(i));

		assert_true(date_guess(name, day(TODAY), &r, &why));
		assert_int_equal(date_weekday(r.first), i);
		assert_in_range(day(TODAY) - r.first, 0, 6);
	}
}

static void
test_today(void **state)
{
	(void)state;
	assert_true(date_today() > day("2024-01-01"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_every_day),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_print),
		cmocka_unit_test(test_scan),
		cmocka_unit_test(test_in),
		cmocka_unit_test(test_guess),
		cmocka_unit_test(test_guess_edges),
		cmocka_unit_test(test_today),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
