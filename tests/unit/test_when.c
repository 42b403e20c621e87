/* Calendar and timeline: where keys lead in them, what is in a row, how strongly
 * a day is marked, and how many months there is room for. */
#include "desk.h"

#include <locale.h>

static date
day(const char *text)
{
	struct ymd when;

	assert_true(date_scan(str_c(text), &when));
	return date_of(when);
}

/* The archive: 2022-11-04, 2023-02-10 twice, 2023-03-01, 2023-03-20 (open), and
 * one without a date. */
static const struct key_row {
	const char *name;
	const char *keys;
	const char *day; /* that is selected; NULL: the sheet was left */
	int place;
	const char *says;
} calendar_rows[] = {
	{ "opens at what is open", "c", "2023-03-20", NEWEST, "" },
	{ "left, right", "c h h l", "2023-03-19", NEWEST, "" },
	{ "up, down", "c k k j", "2023-03-13", NEWEST, "" },
	{ "arrows", "c Left Up", "2023-03-12", NEWEST, "" },
	{ "a count", "c 3 k", "2023-02-27", NEWEST, "" },
	{ "a month", "c u", "2023-02-20", NEWEST, "" },
	{ "a shorter month", "c 1 1 l u", "2023-02-28", NEWEST, "" },
	{ "a year", "c b", "2022-03-20", NEWEST, "" },
	{ "the day before with reports", "c K", "2023-03-01", NEWEST, "" },
	{ "two of them", "c 2 K", "2023-02-10", NEWEST, "" },
	{ "not beyond", "c 9 K", "2022-11-04", NEWEST, "no earlier report" },
	{ "nor after the last", "c J", "2023-03-20", NEWEST,
	    "no later report" },
	{ "from a day without", "c h J", "2023-03-20", NEWEST, "" },
	{ "the month before with reports", "c <", "2023-02-10", NEWEST, "" },
	{ "over empty months", "c 2 <", "2022-11-04", NEWEST, "" },
	{ "and back", "c 2 < >", "2023-02-10", NEWEST, "" },
	{ "the first of its month", "c 2 < > >", "2023-03-01", NEWEST, "" },
	{ "ends", "c g", "2022-11-04", NEWEST, "" },
	{ "and the other", "c g G", "2023-03-20", NEWEST, "" },
	{ "the calendar has an end", "c 9 9 9 9 9 b", "2023-03-20", NEWEST, "" },
	{ "read", "c K K Enter", NULL, 1, "" },
	{ "back to the calendar", "c K K Enter q", "2023-02-10", 1, "" },
	{ "nothing to read", "c h Enter", "2023-03-19", NEWEST,
	    "no report on Sun 19 Mar 2023" },
	{ "Esc", "c K Esc", NULL, NEWEST, "" },
	{ "c again", "c K c", NULL, NEWEST, "" },
	{ "only what is in the scope", "D 2023-02.. Enter c 9 K",
	    "2023-02-10", 1, "no earlier report" },
	{ "another key leaves", "c / tide Enter", NULL, NEWEST, "" },
};

static const struct key_row timeline_rows[] = {
	{ "opens at what is open", "i", "2023-03-20", NEWEST, "" },
	{ "up", "i k", "2023-02-01", NEWEST, "" },
	{ "over empty ones", "i K K", "2022-11-04", NEWEST, "" },
	{ "not beyond", "i 9 9 k", "2022-11-01", NEWEST, "" },
	{ "ends", "i g G", "2023-03-01", NEWEST, "" },
	{ "zoom in keeps the day", "i + k", "2023-03-19", NEWEST, "" },
	{ "no nearer", "i + +", "2023-03-20", NEWEST, "these are days" },
	{ "zoom out", "i - k", "2022-01-01", NEWEST, "" },
	{ "no further", "i - -", "2023-03-20", NEWEST, "these are years" },
	{ "nothing then", "i k k Enter", "2023-01-01", NEWEST, "nothing then" },
	{ "read a month", "i k Enter", NULL, 1, "" },
	{ "and stay in it", "i k Enter J J", NULL, 2, "this is the last" },
	{ "of these days only", "i k Enter i k", "2023-02-10", 1, "" },
	{ "all again", "i k Enter i a g", "2022-11-01", 1, "" },
	{ "Esc", "i k Esc", NULL, NEWEST, "" },
	{ "i again", "i k i", NULL, NEWEST, "" },
	{ "on to the calendar", "i c", "2023-03-20", NEWEST, "" },
};

static void
check_keys(const struct key_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct key_row *w = &rows[i];
		struct desk d;

		desk_open(&d, true);
		press(d.reader, w->keys);
		check_int(w->name, d.reader->sheet.kind != SHEET_NONE,
		    w->day != NULL);
		if (w->day)
			check_int(w->name, d.reader->when.day, day(w->day));
		check_int(w->name, place_of(d.reader), w->place);
		check_message(w->name, d.reader, w->says);
		desk_close(&d);
	}
}

static void
test_calendar(void **state)
{
	(void)state;
	check_keys(calendar_rows, COUNT(calendar_rows));
}

static void
test_timeline(void **state)
{
	(void)state;
	check_keys(timeline_rows, COUNT(timeline_rows));
}

/* What somebody else has counted: hits, say.  Days without a report of the
 * scope lead nowhere. */
static void
test_counted(void **state)
{
	struct arena *in = arena_new();
	struct tally t = tally_new(in);
	struct desk d;

	(void)state;
	desk_open(&d, true);
	tally_add(&t, day("0007-01-01"), 3);
	tally_add(&t, day("2023-02-10"), 40);
	tally_add(&t, day("2023-02-11"), 2);
	tally_add(&t, day("9999-12-31"), 1);
	reader_show_timeline(d.reader, &t, STR("hits of “lamp”"));
	check_int("by day", d.reader->when.line.by, BY_DAY);
	check_int("rows", when_row_count(&d.reader->when), 4);
	check_int("earlier", (long)when_row_at(&d.reader->when, 0).n, 3);
	check_int("most", (long)when_row_at(&d.reader->when, 1).n, 40);
	check_int("later", (long)when_row_at(&d.reader->when, 3).n, 1);
	press(d.reader, "g j j Enter");
	check_int("no report of the scope", d.reader->sheet.kind,
	    SHEET_TIMELINE);
	press(d.reader, "k Enter");
	check_int("two reports", scope_count(&d.reader->scope), 2);
	check_int("the first", place_of(d.reader), 1);
	reader_show_timeline(d.reader, NULL, STR(""));
	check_int("reports again", when_row_count(&d.reader->when), 1);
	desk_close(&d);
	arena_free(in);
}

/* Days too far off are one row at each end, and Enter reads them. */
static void
test_absurd(void **state)
{
	static const struct report_file file = { "odd.txt",
		" date 0001-01-01 Genesis\n\nA tide.\n\n"
		" date 2023-03-20 Now\n\nA tide.\n\n"
		" date 2023-03-21 Now\n\nA tide.\n\n"
		" date 9999-12-31 Never\n\nA tide.\n" };
	struct desk d;

	(void)state;
	desk_new(&d);
	desk_write(&d, &file);
	desk_start(&d);
	desk_index(&d);
	press(d.reader, "i");
	check_int("rows", when_row_count(&d.reader->when), 4);
	check_int("the last", when_row_now(&d.reader->when), 3);
	press(d.reader, "g Enter");
	check_int("the earlier one", place_of(d.reader), 0);
	check_int("alone", scope_count(&d.reader->scope), 1);
	press(d.reader, "i");
	check_int("only absurd days", when_row_count(&d.reader->when), 1);
	press(d.reader, "a G Enter");
	check_int("the later one", place_of(d.reader), 3);
	desk_close(&d);
}

/* Few, some and many: every number from 1 to the most has one level, levels go
 * up, and the most is as strong as anything gets. */
static void
test_scale(void **state)
{
	struct arena *in = arena_new();

	(void)state;
	for (uint64_t most = 0; most < 3000; most++) {
		struct tally t = tally_new(in);
		struct when_scale s;
		int was = 1;

		tally_add(&t, 5, most);
		s = when_scale_of(&t);
		check_int("none", when_level(&s, 0), 0);
		for (uint64_t n = 1; n <= most; n++) {
			int level = when_level(&s, n);

			assert_true(level >= was && level <= was + 1);
			was = level;
		}
		check_int("one", when_level(&s, 1), 1);
		if (most > 3)
			check_int("the most", when_level(&s, most), 3);
	}
	arena_free(in);
}

/* The selected month is on the screen, a block divides the year, and it has
 * room. */
static void
test_months(void **state)
{
	static const struct {
		int cols, rows, months;
	} sizes[] = { { 116, 32, 12 }, { 120, 36, 12 }, { 80, 20, 6 },
		{ 50, 17, 4 }, { 30, 8, 1 }, { 200, 60, 12 }, { 72, 8, 3 } };

	(void)state;
	for (int cols = 1; cols < 220; cols++)
		for (int rows = 1; rows < 70; rows++) {
			date d = day("2023-11-05");
			struct when_months m = when_months_of(d, cols, rows);
			int32_t month = period_of(BY_MONTH, d);
			int n = m.across * m.down;

			assert_true(n >= 1 && 12 % n == 0);
			assert_true(m.first <= month && month < m.first + n);
			if (m.across > 1)
				assert_true(m.across * MONTH_COLS < cols);
			if (m.down > 1)
				assert_true(m.down * MONTH_ROWS < rows);
		}
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct when_months m = when_months_of(
		    day("2023-11-05"), sizes[i].cols, sizes[i].rows);

		check_int("months", m.across * m.down, sizes[i].months);
	}
}

/* At every size the picture is whole. */
static void
test_pictures(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, true);
	for (int cols = 1; cols < 130; cols += 7)
		for (int rows = 1; rows < 44; rows += 5)
			for (int kind = 0; kind < 2; kind++) {
				struct canvas c;
				const char *flaw;

				reader_resize(d.reader, cols, rows);
				press(d.reader, kind ? "i + 5 k" : "c 4 k");
				c = screen_draw(d.reader, d.frame);
				flaw = flaw_of_canvas(&c);
				if (flaw)
					fail_msg("%d by %d: %s", cols, rows,
					    flaw);
				press(d.reader, "Esc");
				arena_reset(d.frame);
			}
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calendar),
		cmocka_unit_test(test_timeline),
		cmocka_unit_test(test_counted),
		cmocka_unit_test(test_absurd),
		cmocka_unit_test(test_scale),
		cmocka_unit_test(test_months),
		cmocka_unit_test(test_pictures),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
