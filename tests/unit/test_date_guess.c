/* What a person may type for a date or a range: a table, and properties that
 * must hold for any day, any pair of words, and any bytes. */
#include "test.h"

#include <stdio.h>

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

static struct date_base
base_of(const char *today)
{
	return (struct date_base){ .today = day(today),
		.first = day("1911-02-03"), .last = day("2023-03-23") };
}

static struct date_names
german(void)
{
	return (struct date_names){
		.months = { "Januar", "Februar", "März", "April", "Mai",
		    "Juni", "Juli", "August", "September", "Oktober",
		    "November", "Dezember" },
		.alone = { "Jänner" },
		.short_months = { "Jan", "Feb", "Mär", "Apr", "Mai", "Jun",
		    "Jul", "Aug.", "Sep", "Okt", "Nov", "Dez" },
		.days = { "Montag", "Dienstag", "Mittwoch", "Donnerstag",
		    "Freitag", "Samstag", "Sonntag" },
		.short_days = { "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So" },
	};
}

struct row {
	const char *text;
	size_t n;
	const char *want[2]; /* "FIRST LAST", or what the sentence has in it */
};

static const struct row rows[] = {
	{ "2023-03-20", 1, { "2023-03-20 2023-03-20" } },
	{ "first", 1, { "1911-02-03 1911-02-03" } },
	{ "last", 1, { "2023-03-23 2023-03-23" } },
	{ "First .. Last", 1, { "1911-02-03 2023-03-23" } },
	{ "first tue", 0, { "not a date" } },
	{ "first last", 0, { "not a date" } },
	{ "20/3", 1, { "2023-03-20 2023-03-20" } },
	{ "3/20", 1, { "2023-03-20 2023-03-20" } },
	{ "20-3", 1, { "2023-03-20 2023-03-20" } },
	{ "3/4", 2, { "2023-04-03 2023-04-03", "2023-03-04 2023-03-04" } },
	{ "3/3", 1, { "2023-03-03 2023-03-03" } },
	{ "12/12", 1, { "2022-12-12 2022-12-12" } },
	{ "7/8", 2, { "2022-08-07 2022-08-07", "2022-07-08 2022-07-08" } },
	{ "3/4/2021", 2,
	    { "2021-04-03 2021-04-03", "2021-03-04 2021-03-04" } },
	{ "20/3/2021", 1, { "2021-03-20 2021-03-20" } },
	{ "3/20/2021", 1, { "2021-03-20 2021-03-20" } },
	{ "29/2", 1, { "2020-02-29 2020-02-29" } },
	{ "29/2/2023", 0, { "That February has 28" } },
	{ "31/4", 0, { "April has 30 days" } },
	{ "4/31", 0, { "April has 30 days" } },
	{ "30/2", 0, { "February has 28 days, or 29" } },
	{ "13/13", 0, { "from 1 to 12" } },
	{ "0/3", 0, { "no such day" } },
	{ "20/3/23", 0, { "four figures" } },
	{ "3/4/23", 0, { "four figures" } },
	{ "3/4..5/6", 2,
	    { "2023-04-03 2023-06-05", "2023-03-04 2023-05-06" } },
	{ "3/4..", 2,
	    { "2023-04-03 5881580-07-11", "2023-03-04 5881580-07-11" } },
	{ "2023-03..2023-05", 1, { "2023-03-01 2023-05-31" } },
	{ "mar 20 .. apr 3", 1, { "2023-03-20 2023-04-03" } },
	{ "..march", 1, { "-5877641-06-24 2023-03-31" } },
	{ "..2023", 1, { "-5877641-06-24 2023-12-31" } },
	{ "-2w..", 1, { "2023-05-31 5881580-07-11" } },
	{ "-2w..-1w", 1, { "2023-05-31 2023-06-07" } },
	{ "last-week", 1, { "2023-06-05 2023-06-11" } },
	{ "last-week..", 1, { "2023-06-05 5881580-07-11" } },
	{ "..", 0, { "before or after" } },
	{ " .. ", 0, { "before or after" } },
	{ "2023-05..2023-03", 0, { "before it begins" } },
	{ "2023...2024", 0, { "not a date" } },
	{ "2023-03..05", 0, { "Which month" } },
	{ "2021..2022..2023", 0, { "not a date" } },
	{ "", 0, { "not a date" } },
	/* with German names, below */
	{ "20. März 2022", 1, { "2022-03-20 2022-03-20" } },
	{ "20. marz 2022", 1, { "2022-03-20 2022-03-20" } },
	{ "DEZ 2021", 1, { "2021-12-01 2021-12-31" } },
	{ "Dez. 2021", 1, { "2021-12-01 2021-12-31" } },
	{ "aug. 2021", 1, { "2021-08-01 2021-08-31" } },
	{ "Jänner 2021", 1, { "2021-01-01 2021-01-31" } },
	{ "mittwoch", 1, { "2023-06-14 2023-06-14" } },
	{ "last di", 1, { "2023-06-13 2023-06-13" } },
	{ "Montag 20 März 2023", 1, { "2023-03-20 2023-03-20" } },
	{ "Dienstag 20 März 2023", 0, { "day of the week" } },
	{ "Mä", 0, { "not a date" } },
	{ "Märzen", 0, { "not a date" } },
};

static void
check_row(const struct row *row, const struct date_base *base)
{
	struct date_range out[2];
	const char *why = "";
	size_t n = date_readings(str_c(row->text), base, out, &why);
	char text[64], first[DATE_TEXT], last[DATE_TEXT];

	check_int(row->text, (long)n, (long)row->n);
	if (n == 0 && !strstr(why, row->want[0]))
		fail_msg("%s: “%s” lacks “%s”", row->text, why, row->want[0]);
	for (size_t i = 0; i < n; i++) {
		date_print(first, out[i].first);
		date_print(last, out[i].last);
		snprintf(text, sizeof(text), "%s %s", first, last);
		check_str(row->text, str_c(text), row->want[i]);
	}
	if (n == 2)
		assert_non_null(strstr(why, "month as a word"));
}

static void
test_rows(void **state)
{
	struct date_base base = base_of(TODAY);
	struct date_names names = german();

	(void)state;
	base.names = &names;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_row(&rows[i], &base);
}

/* Without those names, or without an archive, there are no such words. */
static void
test_missing(void **state)
{
	static const char *const words[] = { "20 März 2022", "mittwoch",
		"first", "last", "first..", "\xff", "März" };
	struct date_base base = { .today = day(TODAY), .first = DATE_NONE,
		.last = DATE_NONE };
	struct date_range out[2];
	const char *why;

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++)
		check_int(words[i], (long)date_readings(str_c(words[i]), &base,
		    out, &why), 0);
}

/* The locale has twelve months and seven days, whatever it calls them. */
static void
test_locale(void **state)
{
	struct date_names names = date_names_locale();

	(void)state;
	for (int i = 0; i < 12; i++)
		assert_true(names.months[i] && names.short_months[i]);
	for (int i = 0; i < 7; i++)
		assert_true(names.days[i] && names.short_days[i]);
	assert_string_equal(names.months[2], "March");
	assert_string_equal(names.days[0], "Monday");
}

static unsigned
random_next(unsigned *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

static date
random_day(unsigned *seed)
{
	static const char *const edges[] = { "0001-01-01", "9999-12-31",
		"2024-02-29", "2000-02-29", "1999-12-31", "2023-01-01" };
	unsigned n = random_next(seed);

	if (n % 50 < COUNT(edges))
		return day(edges[n % 50]);
	if (n % 2)
		return day("1000-01-01") + (date)(n % 3287181);
	return day("2019-01-01") + (date)(n % 2000);
}

static void
check_one(const char *text, struct date_range want)
{
	struct date_base base = base_of(TODAY);
	struct date_range out[2];
	const char *why = "";
	char got[DATE_RANGE_TEXT];
	size_t n = date_readings(str_c(text), &base, out, &why);

	if (n != 1)
		fail_msg("%s: %zu readings: %s", text, n, why);
	date_range_print(got, out[0]);
	if (out[0].first != want.first || out[0].last != want.last)
		fail_msg("%s: is %s", text, got);
}

/* However a day is printed, it parses to itself. */
static void
test_printed_days(void **state)
{
	unsigned seed = 11;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		date d = random_day(&seed);
		struct date_range want = { d, d };
		struct ymd when = date_ymd(d);
		const char *month = date_month_name(when.month);
		const char *name = date_weekday_name(date_weekday(d));
		char text[64];

		date_print(text, d);
		check_one(text, want);
		snprintf(text, sizeof(text), "%04d/%d/%d", when.year,
		    when.month, when.day);
		check_one(text, want);
		snprintf(text, sizeof(text), "%04d%02d%02d", when.year,
		    when.month, when.day);
		check_one(text, want);
		snprintf(text, sizeof(text), "%s %d, %04d", month, when.day,
		    when.year);
		check_one(text, want);
		snprintf(text, sizeof(text), "%s %d %.3s %04d", name, when.day,
		    month, when.year);
		check_one(text, want);
		snprintf(text, sizeof(text), "%dth-%.4s.%04d", when.day, month,
		    when.year);
		if (when.month != 5 && when.month != 6 && when.month != 7)
			check_one(text, want);
	}
}

/* Whatever a range is called, typing that gives the range. */
static void
test_printed_ranges(void **state)
{
	unsigned seed = 5;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		date a = random_day(&seed), b = random_day(&seed);
		struct date_range r = { a < b ? a : b, a < b ? b : a };
		struct ymd first = date_ymd(r.first), last = date_ymd(r.last);
		unsigned kind = random_next(&seed);
		char text[DATE_RANGE_TEXT];

		if (kind % 3 == 1)
			r = (struct date_range){
				date_month(first.year, first.month).first,
				date_month(last.year, last.month).last };
		if (kind % 3 == 2)
			r = (struct date_range){ date_year(first.year).first,
				date_year(last.year).last };
		if (kind / 3 % 5 == 1)
			r.first = DATE_ALL.first;
		else if (kind / 3 % 5 == 2)
			r.last = DATE_ALL.last;
		else if (kind / 3 % 5 == 3)
			r = date_month(first.year, first.month);
		date_range_print(text, r);
		check_one(text, r);
	}
}

/* Whatever is typed on the two sides of the dots: from the first day of the
 * one to the last of the other, or not at all if that is the wrong way round. */
static void
test_two_sides(void **state)
{
	static const char *const words[] = { "2023-03-20", "2023-03", "2022",
		"mar 2023", "march", "sept", "29 feb", "tue", "last tue",
		"today", "yesterday", "-3d", "-2w", "-1m", "+1y", "this week",
		"last-month", "last year", "first", "last", "20/3", "1999",
		"20230320" };
	struct date_base base = base_of(TODAY);
	struct date_range a[2], b[2], both[2];
	const char *why;
	char text[64];

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++)
		for (size_t k = 0; k < COUNT(words); k++) {
			size_t n;

			snprintf(text, sizeof(text), "%s ..%s", words[i],
			    words[k]);
			assert_int_equal(date_readings(str_c(words[i]), &base,
			    a, &why), 1);
			assert_int_equal(date_readings(str_c(words[k]), &base,
			    b, &why), 1);
			n = date_readings(str_c(text), &base, both, &why);
			check_int(text, (long)n, a[0].first <= b[0].last);
			if (n == 0)
				continue;
			check_int(text, both[0].first, a[0].first);
			check_int(text, both[0].last, b[0].last);
		}
}

/* Up to a month is up to its last day; a weekday looks back, a day without a
 * year, too. */
static void
test_looking_back(void **state)
{
	unsigned seed = 9;
	struct date_range out[2];
	const char *why;
	char text[64];

	(void)state;
	for (int i = 0; i < 5000; i++) {
		struct date_base base = { .today = random_day(&seed),
			.first = DATE_NONE, .last = DATE_NONE };
		int month = (int)(random_next(&seed) % 12) + 1;
		int weekday = (int)(random_next(&seed) % 7);
		struct ymd when;

		if (date_ymd(base.today).year < 100)
			continue;
		snprintf(text, sizeof(text), "..%s", date_month_name(month));
		assert_int_equal(
		    date_readings(str_c(text), &base, out, &why), 1);
		when = date_ymd(out[0].last);
		check_int(text, when.month, month);
		check_int(text, date_ymd(out[0].last + 1).day, 1);
		check_int(text, date_month(when.year, month).first <=
			base.today, true);
		assert_int_equal(date_readings(
		    str_c(date_weekday_name(weekday)), &base, out, &why), 1);
		check_int("weekday", date_weekday(out[0].first), weekday);
		assert_in_range(base.today - out[0].first, 0, 6);
		snprintf(text, sizeof(text), "last %.3s",
		    date_weekday_name(weekday));
		assert_int_equal(
		    date_readings(str_c(text), &base, out, &why), 1);
		check_int(text, date_weekday(out[0].first), weekday);
		assert_in_range(base.today - out[0].first, 1, 7);
	}
}

static bool
exists(int day_of, int month)
{
	return date_of((struct ymd){ 2024, month, day_of }) != DATE_NONE;
}

/* Two small numbers have as many readings as there are days they can be. */
static void
test_small_numbers(void **state)
{
	struct date_base base = base_of(TODAY);
	struct date_range out[2];
	const char *why;
	char text[64];

	(void)state;
	for (int a = 0; a <= 40; a++)
		for (int b = 0; b <= 40; b++) {
			size_t want = (size_t)exists(a, b) +
			    (size_t)(exists(b, a) && a != b);

			snprintf(text, sizeof(text), "%d/%d", a, b);
			check_int(text, (long)date_readings(str_c(text), &base,
			    out, &why), (long)want);
			snprintf(text, sizeof(text), "%02d-%02d-2024", a, b);
			check_int(text, (long)date_readings(str_c(text), &base,
			    out, &why), (long)want);
			snprintf(text, sizeof(text), "%d/%d/%02d", a, b, 24);
			check_int(text, (long)date_readings(str_c(text), &base,
			    out, &why), 0);
			snprintf(text, sizeof(text), "%02d-%02d-%02d", 24, a,
			    b);
			check_int(text, (long)date_readings(str_c(text), &base,
			    out, &why), 0);
		}
}

/* Any bytes: refused with a sentence, or ranges that are in order and can be
 * printed and typed; in any case of letters, with blanks around them. */
static void
check_bytes(struct str s)
{
	struct date_names names = german();
	struct date_base base = base_of(TODAY);
	struct date_range out[2], again[2];
	const char *why = NULL;
	char other[80] = " ", text[DATE_RANGE_TEXT];
	size_t n;

	base.names = &names;
	n = date_readings(s, &base, out, &why);
	if (n != 1 && (!why || !why[0]))
		fail_msg("“%.*s”: no sentence", (int)s.len, s.ptr);
	for (size_t i = 0; i < n; i++) {
		if (out[i].first > out[i].last)
			fail_msg("“%.*s”: not in order", (int)s.len, s.ptr);
		date_range_print(text, out[i]);
		check_one(text, out[i]);
	}
	for (size_t i = 0; i < s.len; i++)
		other[i + 1] = s.ptr[i] >= 'a' && s.ptr[i] <= 'z'
		    ? (char)(s.ptr[i] - 32)
		    : s.ptr[i];
	assert_int_equal(date_readings((struct str){ other, s.len + 1 }, &base,
	    again, &why), n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(again[i].first, out[i].first);
}

static void
test_bytes(void **state)
{
	static const char *const pieces[] = { "2023", "03", "20", "3", "4",
		"-", "/", "..", ".", " ", ",", "mar", "march", "tue", "last",
		"first", "week", "today", "this", "w", "d", "m", "y", "+", "0",
		"1", "9999", "0001", "th", "März", "di", "\xc3", "\xff", "é",
		"29", "feb", "31", "12", "year", "month" };
	unsigned seed = 77;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		char text[72];
		size_t len = 0, n = random_next(&seed) % 7;

		while (n-- > 0) {
			const char *p =
			    pieces[random_next(&seed) % COUNT(pieces)];

			memcpy(text + len, p, strlen(p));
			len += strlen(p);
		}
		check_bytes((struct str){ text, len });
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_locale),
		cmocka_unit_test(test_printed_days),
		cmocka_unit_test(test_printed_ranges),
		cmocka_unit_test(test_two_sides),
		cmocka_unit_test(test_looking_back),
		cmocka_unit_test(test_small_numbers),
		cmocka_unit_test(test_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
