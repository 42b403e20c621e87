/* The list of dates, folded and unfolded: rows cover every place once, and keys
 * go from row to row. */
#include "desk.h"

#include <locale.h>

/* Walks all rows from the first place on; each holds reports of one period. */
static void
check_rows(const struct reader *r, const char *name, uint32_t want)
{
	uint32_t n = scope_count(&r->scope), rows = 0;
	struct dates_row row;

	for (uint32_t place = 0; place < n; place = row.after, rows++) {
		row = reader_dates_row(r, place);
		check_int(name, row.first, place);
		check_int(name, row.after > place && row.after <= n, true);
		for (uint32_t i = row.first; i < row.after; i++) {
			struct dates_row same = reader_dates_row(r, i);

			check_int(name, same.first, row.first);
			check_int(name, same.after, row.after);
		}
	}
	check_int(name, rows, want);
}

static void
test_rows(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, true);
	check_rows(d.reader, "reports", 6);
	d.reader->view.dates_by = BY_MONTH;
	check_rows(d.reader, "months", 4);
	d.reader->view.dates_by = BY_YEAR;
	check_rows(d.reader, "years", 3);
	press(d.reader, "D 2023.. Enter");
	check_rows(d.reader, "years of a range", 1);
	desk_close(&d);
}

/* Places: 2022-11, 2023-02 twice, 2023-03 twice (the newest is open), undated. */
static const struct fold_row {
	const char *name;
	const char *keys;
	int by;
	int cursor;
	int open;
	const char *says;
} rows[] = {
	{ "months", "h e", BY_MONTH, NEWEST, NEWEST, "months" },
	{ "years", "h e e", BY_YEAR, NEWEST, NEWEST, "years" },
	{ "all again", "h e e e", BY_DAY, NEWEST, NEWEST, "every report" },
	{ "up a month", "h e k", BY_MONTH, 1, NEWEST, "" },
	{ "up two", "h e 2 k", BY_MONTH, 0, NEWEST, "" },
	{ "not further", "h e 5 k", BY_MONTH, 0, NEWEST, "" },
	{ "down", "h e j", BY_MONTH, LAST, NEWEST, "" },
	{ "not further down", "h e 9 j", BY_MONTH, LAST, NEWEST, "" },
	{ "the first", "h e g", BY_MONTH, 0, NEWEST, "" },
	{ "the last", "h e g G", BY_MONTH, LAST, NEWEST, "" },
	{ "up a year", "h e e k", BY_YEAR, 0, NEWEST, "" },
	{ "open a month", "h e k Enter", BY_DAY, 1, NEWEST, "" },
	{ "and a report", "h e k Enter j Enter", BY_DAY, 2, 2, "" },
	{ "open a year", "h e e Enter", BY_MONTH, NEWEST, NEWEST, "" },
	{ "open the open month", "h e Enter", BY_DAY, NEWEST, NEWEST, "" },
	{ "J in a folded list", "h e k J", BY_MONTH, LAST, LAST, "" },
	{ "a large count", "h e 9 9 9 9 9 k", BY_MONTH, 0, NEWEST, "" },
	{ "e in the text", "h e l e", BY_MONTH, NEWEST, NEWEST,
	    "nothing is folded here" },
};

static void
test_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct fold_row *w = &rows[i];
		struct desk d;

		desk_open(&d, true);
		reader_resize(d.reader, 120, 36);
		press(d.reader, w->keys);
		check_int(w->name, d.reader->view.dates_by, w->by);
		check_int(w->name, d.reader->cursor, w->cursor);
		check_int(w->name, place_of(d.reader), w->open);
		check_message(w->name, d.reader, w->says);
		desk_close(&d);
	}
}

/* Many years of reports: every fold, every row, at three sizes; the selected row
 * is on the screen. */
static void
test_pictures(void **state)
{
	static const int sizes[][2] = { { 120, 36 }, { 80, 24 }, { 50, 20 },
		{ 31, 6 } };
	struct desk d;
	FILE *f;

	(void)state;
	desk_new(&d);
	f = desk_file(&d, "long.txt");
	for (int y = 1950; y < 2023; y += 3)
		for (int m = 1; m < 12; m += 4)
			fprintf(f, " date %d-%02d-11 Tide\n\nIt rose.\n\n", y,
			    m);
	fclose(f);
	desk_start(&d);
	desk_index(&d);
	for (size_t s = 0; s < COUNT(sizes); s++)
		for (int fold = 0; fold < 3; fold++) {
			reader_resize(d.reader, sizes[s][0], sizes[s][1]);
			press(d.reader, "Esc h g");
			d.reader->view.dates_by = (enum tally_by)fold;
			for (int i = 0; i < 80; i++) {
				struct canvas c =
				    screen_draw(d.reader, d.frame);
				const char *flaw = flaw_of_canvas(&c);

				if (flaw)
					fail_msg("%s", flaw);
				check_int("the cursor is in the list",
				    c.cursor_col, 0);
				arena_reset(d.frame);
				press(d.reader, "j");
			}
		}
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_pictures),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
