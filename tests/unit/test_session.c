/* A session at the keyboard: panes and focus, windows that change, archives that
 * grow or are empty, and every command at every size. */
#include "desk.h"

#include <locale.h>
#include <time.h>

/* Whatever the width, the paragraph on top stays on top. */
static void
test_resize_keeps_place(void **state)
{
	static const int sizes[][2] = { { 120, 36 }, { 50, 20 }, { 29, 5 },
		{ 1, 1 }, { 200, 60 }, { 40, 10 }, { 72, 12 }, { 80, 24 } };
	struct desk d;
	size_t block, top;

	(void)state;
	desk_open(&d, true);
	press(d.reader, "6 0 j");
	top = d.reader->open.top;
	block = d.reader->open.page.rows[top].block;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		const struct opened *o = &d.reader->open;

		reader_resize(d.reader, sizes[i][0], sizes[i][1]);
		check_int("block", o->page.rows[o->top].block, block);
	}
	check_int("and the row", d.reader->open.top, top);
	press(d.reader, "g");
	for (size_t i = 0; i < COUNT(sizes); i++) {
		reader_resize(d.reader, sizes[i][0], sizes[i][1]);
		check_int("the top stays the top", d.reader->open.top, 0);
	}
	reader_resize(d.reader, 0, -3);
	check_int("never less than a cell", d.reader->cols * d.reader->rows, 1);
	desk_close(&d);
}

static const struct focus_row {
	const char *name;
	int cols;
	int high;
	const char *keys;
	enum pane focus;
	int place;
	int cursor;
} focuses[] = {
	{ "the text has it", 120, 36, "", PANE_TEXT, NEWEST, NEWEST },
	{ "next", 120, 36, "Tab", PANE_QUOTES, NEWEST, NEWEST },
	{ "and round", 120, 36, "Tab Tab Tab", PANE_TEXT, NEWEST, NEWEST },
	{ "previous", 120, 36, "S-Tab", PANE_DATES, NEWEST, NEWEST },
	{ "left and right", 120, 36, "h l", PANE_TEXT, NEWEST, NEWEST },
	{ "over what is hidden", 120, 36, "\\ S-Tab", PANE_QUOTES, NEWEST,
	    NEWEST },
	{ "text only", 120, 36, "z Tab", PANE_TEXT, NEWEST, NEWEST },
	{ "hiding gives it back", 120, 36, "S-Tab \\", PANE_TEXT, NEWEST,
	    NEWEST },
	{ "one pane at a time", 50, 20, "Tab", PANE_QUOTES, NEWEST, NEWEST },
	{ "one pane, round", 50, 20, "Tab Tab Tab", PANE_TEXT, NEWEST,
	    NEWEST },
	{ "the text alone", 29, 5, "Tab", PANE_TEXT, NEWEST, NEWEST },
	{ "up in the dates", 120, 36, "h 2 k", PANE_DATES, NEWEST, 2 },
	{ "the first date", 120, 36, "h g", PANE_DATES, NEWEST, 0 },
	{ "the last one", 120, 36, "h G", PANE_DATES, NEWEST, LAST },
	{ "not further", 120, 36, "h 9 j", PANE_DATES, NEWEST, LAST },
	{ "open it", 120, 36, "h 2 k Enter", PANE_TEXT, 2, 2 },
	{ "open it in one pane", 50, 20, "h 2 k Enter", PANE_TEXT, 2, 2 },
	{ "and back", 120, 36, "h 2 k Enter C-o", PANE_TEXT, NEWEST, NEWEST },
	{ "Tab forgets it", 120, 36, "h 2 k Tab", PANE_TEXT, NEWEST, NEWEST },
	{ "Esc forgets it", 120, 36, "h 2 k Esc", PANE_TEXT, NEWEST, NEWEST },
	{ "z forgets it", 120, 36, "h 2 k z z", PANE_TEXT, NEWEST, NEWEST },
	{ "J keeps it in step", 120, 36, "h 2 k J", PANE_DATES, LAST, LAST },
	{ "Space scrolls the text", 120, 36, "h Space", PANE_DATES, NEWEST,
	    NEWEST },
	{ "Enter in the quotes keeps it", 120, 36, "Tab j Enter", PANE_QUOTES,
	    NEWEST, NEWEST },
	{ "q leaves a pane", 50, 20, "Tab q", PANE_TEXT, NEWEST, NEWEST },
	{ "Esc leaves a pane", 50, 20, "S-Tab Esc", PANE_TEXT, NEWEST,
	    NEWEST },
	{ "Esc stays in the text", 50, 20, "Esc Esc", PANE_TEXT, NEWEST,
	    NEWEST },
	{ "the list in one pane", 50, 20, "\"", PANE_QUOTES, NEWEST, NEWEST },
	{ "and back to the text", 50, 20, "\" \"", PANE_TEXT, NEWEST,
	    NEWEST },
};

static void
test_focus(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(focuses); i++) {
		const struct focus_row *f = &focuses[i];
		struct desk d;

		desk_open(&d, true);
		reader_resize(d.reader, f->cols, f->high);
		press(d.reader, f->keys);
		check_int(f->name, d.reader->focus, f->focus);
		check_int(f->name, place_of(d.reader), f->place);
		check_int(f->name, d.reader->cursor, f->cursor);
		desk_close(&d);
	}
}

/* A pane that is not shown at the new size cannot keep the focus. */
static void
test_focus_while_resized(void **state)
{
	static const struct {
		const char *name;
		int from[2];
		const char *keys;
		int to[2];
	} rows[] = {
		{ "wide to bare", { 120, 36 }, "h", { 20, 5 } },
		{ "quotes to bare", { 120, 36 }, "l", { 20, 5 } },
		{ "single to bare", { 50, 20 }, "h", { 20, 5 } },
		{ "hidden dates come to one pane", { 120, 36 }, "\\",
		    { 50, 20 } },
		{ "dates of one pane are hidden", { 50, 20 }, "\\ h",
		    { 120, 36 } },
		{ "quotes of one pane are hidden", { 50, 20 }, "z l",
		    { 120, 36 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *flaw;
		struct desk d;

		desk_open(&d, false);
		reader_resize(d.reader, rows[i].from[0], rows[i].from[1]);
		press(d.reader, rows[i].keys);
		reader_resize(d.reader, rows[i].to[0], rows[i].to[1]);
		flaw = flaw_of_reader(d.reader);
		if (flaw)
			fail_msg("%s: %s", rows[i].name, flaw);
		desk_close(&d);
	}
}

/* In the quotes, j walks quotes and the text follows. */
static void
test_quotes_pane(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, true);
	reader_resize(d.reader, 120, 36);
	press(d.reader, "Tab j");
	check_str("second", quote_of(d.reader), "Line 10 is fair,");
	press(d.reader, "3 j");
	check_str("fifth", quote_of(d.reader), "Line 25 is fair,");
	check_in_view("fifth", d.reader);
	press(d.reader, "k");
	check_str("fourth", quote_of(d.reader), "Line 20 is fair,");
	press(d.reader, "G");
	check_str("last", quote_of(d.reader), "Line 40 is fair,");
	check_in_view("last", d.reader);
	press(d.reader, "g");
	check_str("first", quote_of(d.reader), "Line 5 is fair,");
	check_in_view("first", d.reader);
	press(d.reader, "G j j");
	check_str("on into the next", quote_of(d.reader), "They never sleep,");
	check_int("the pane keeps the focus", d.reader->focus, PANE_QUOTES);
	desk_close(&d);
}

static const struct errand_row {
	const char *name;
	const char *keys;
	enum errand want;
	enum sheet_kind sheet;
} errands[] = {
	{ "q quits", "q", ERRAND_QUIT, SHEET_NONE },
	{ "Q quits", "Q", ERRAND_QUIT, SHEET_NONE },
	{ "ZZ quits", "Z Z", ERRAND_QUIT, SHEET_NONE },
	{ "Z alone does not", "Z", ERRAND_NONE, SHEET_NONE },
	{ "Z and another do not", "Z j", ERRAND_NONE, SHEET_NONE },
	{ "Esc never quits", "Esc Esc Esc", ERRAND_NONE, SHEET_NONE },
	{ "^C never quits", "C-c C-c", ERRAND_NONE, SHEET_NONE },
	{ "q quits by name", ":quit Enter", ERRAND_QUIT, SHEET_NONE },
	{ "q is a letter in a prompt", "/ q", ERRAND_NONE, SHEET_NONE },
	{ "redraw", "C-l", ERRAND_REDRAW, SHEET_NONE },
	{ "suspend", "C-z", ERRAND_SUSPEND, SHEET_NONE },
	{ "help", "?", ERRAND_NONE, SHEET_HELP },
	{ "? leaves help", "? ?", ERRAND_NONE, SHEET_NONE },
	{ "q leaves help", "? q", ERRAND_NONE, SHEET_NONE },
	{ "Esc leaves help", "? Esc", ERRAND_NONE, SHEET_NONE },
	{ "q, then quits", "? q q", ERRAND_QUIT, SHEET_NONE },
	{ "Q quits from help", "? Q", ERRAND_QUIT, SHEET_HELP },
	{ "help scrolls", "? j Space d G g k b u", ERRAND_NONE,
	    SHEET_HELP },
	{ "problems", ":problems Enter", ERRAND_NONE, SHEET_PROBLEMS },
	{ "Esc leaves problems", ":problems Enter Esc", ERRAND_NONE,
	    SHEET_NONE },
	{ "another key does what it says", "? J", ERRAND_NONE, SHEET_NONE },
	{ "a prompt over help", "? / x Enter", ERRAND_NONE, SHEET_NONE },
};

static void
test_errands(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(errands); i++) {
		struct desk d;

		desk_open(&d, false);
		check_int(errands[i].name, press(d.reader, errands[i].keys),
		    errands[i].want);
		check_int(errands[i].name, d.reader->sheet.kind,
		    errands[i].sheet);
		desk_close(&d);
	}
}

/* The text does not move below what covers it. */
static void
test_help_leaves_the_text(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, true);
	press(d.reader, "5 j ? j j Space G Esc");
	check_int("row", d.reader->open.top, 5);
	check_int("place", place_of(d.reader), NEWEST);
	desk_close(&d);
}

/* Indexing by and by opens the newest report known, until a key is pressed. */
static void
test_steps(void **state)
{
	struct desk d;
	int n = 0;

	(void)state;
	desk_new(&d);
	desk_write(&d, &bay_file);
	desk_write(&d, &undated_file);
	desk_start(&d);
	check_int("nothing yet", d.reader->open.is, false);
	while (d.reader->indexing && n++ < 10000) {
		reader_step(d.reader, 1);
		if (archive_count(d.archive) > 0)
			check_int("newest so far", place_of(d.reader),
			    archive_dated(d.archive) > 0
				? (int)archive_dated(d.archive) - 1
				: (int)archive_count(d.archive) - 1);
	}
	check_int("done", d.reader->indexing, false);
	check_int("newest", place_of(d.reader), 3);
	check_int("nothing changes", reader_step(d.reader, 1), false);
	desk_close(&d);
}

/* After a key nothing replaces the report that is open. */
static void
test_steps_after_a_key(void **state)
{
	struct desk d;
	uint32_t id;

	(void)state;
	desk_new(&d);
	desk_write(&d, &bay_file);
	desk_start(&d);
	while (!d.reader->open.is)
		reader_step(d.reader, 1);
	id = d.reader->open.id;
	press(d.reader, "j");
	desk_index(&d);
	check_int("the same report", d.reader->open.id, id);
	check_int("its place", d.reader->cursor,
	    archive_place(d.archive, id));
	desk_close(&d);
}

/* A key that came before any report does not keep the first one away, nor those
 * that are newer. */
static void
test_key_before_the_first(void **state)
{
	struct desk d;

	(void)state;
	desk_new(&d);
	desk_write(&d, &bay_file);
	desk_start(&d);
	press(d.reader, "j J / x Esc ?");
	while (d.reader->indexing)
		reader_step(d.reader, 1);
	check_int("a report is open", d.reader->open.is, true);
	check_int("the newest", place_of(d.reader),
	    archive_dated(d.archive) - 1);
	desk_close(&d);
}

/* What is selected in the dates stays selected when earlier reports come. */
static void
test_cursor_while_indexing(void **state)
{
	static const struct report_file late = { "a.txt",
		" date 2023-05-02 Late | Buoy\n\nIt was late.\n" };
	static const struct report_file early = { "b.txt",
		" date 2021-05-02 Early | Buoy\n\nIt was early.\n" };
	struct desk d;
	uint32_t id;

	(void)state;
	desk_new(&d);
	desk_write(&d, &late);
	desk_write(&d, &early);
	desk_start(&d);
	while (archive_count(d.archive) == 0)
		reader_step(d.reader, 1);
	check_int("one so far", archive_count(d.archive), 1);
	press(d.reader, "h");
	id = archive_at(d.archive, d.reader->cursor);
	desk_index(&d);
	check_int("two", archive_count(d.archive), 2);
	check_int("the same one", archive_at(d.archive, d.reader->cursor), id);
	desk_close(&d);
}

/* Beyond the newest date, too, the first report of the day comes first. */
static void
test_date_beyond_two(void **state)
{
	static const struct report_file two = { "two.txt",
		" date 2023-05-02 One | Buoy\n\nOne came.\n\n"
		" date 2023-05-02 Two | Buoy\n\nTwo came.\n" };
	struct desk d;

	(void)state;
	desk_new(&d);
	desk_write(&d, &two);
	desk_start(&d);
	desk_index(&d);
	press(d.reader, "D 2999 Enter");
	check_int("after", place_of(d.reader), 0);
	press(d.reader, "J D 1999 Enter");
	check_int("before", place_of(d.reader), 0);
	desk_close(&d);
}

static void
write_long(FILE *f)
{
	fputs(" date 2023-06-01 A very long report | The Marrow Gull\n\n", f);
	for (int i = 0; i < 12000; i++)
		fprintf(f,
		    "Page %d of the log has %d lines, and all of them say "
		    "that the sea was calm and the wind was fair.\n\n",
		    i, i % 7);
	fputs("The last page is blank.\n", f);
}

/* A report of more than ARTICLE_PART bytes opens in parts; Space goes on. */
static void
test_long_report(void **state)
{
	struct desk d;
	FILE *f;

	(void)state;
	desk_new(&d);
	desk_write(&d, &bay_file);
	f = desk_file(&d, "long.txt");
	write_long(f);
	fclose(f);
	desk_start(&d);
	desk_index(&d);
	check_int("newest", place_of(d.reader), 4);
	check_message("says so", d.reader, "part 1 of 2");
	press(d.reader, "G");
	check_int("Space can", reader_can(d.reader, CMD_PAGE_DOWN), true);
	press(d.reader, "Space");
	check_int("same report", place_of(d.reader), 4);
	check_int("second part", d.reader->open.part, ARTICLE_PART);
	check_message("says so", d.reader, "part 2 of 2");
	check_int("from its top", d.reader->open.top, 0);
	press(d.reader, "/ last Space page Enter");
	check_int("found", d.reader->find.hit_n, 1);
	reader_resize(d.reader, 50, 20);
	check_int("part stays", d.reader->open.part, ARTICLE_PART);
	press(d.reader, "x");
	check_int("part stays with x", d.reader->open.part, ARTICLE_PART);
	press(d.reader, "D 2023-02-10 Enter C-o");
	check_int("back to its part", d.reader->open.part, ARTICLE_PART);
	desk_close(&d);
}

/* The greatest counts are as quick as the smallest. */
static void
test_great_counts(void **state)
{
	static const char *const keys[] = { "j", "k", "Space", "b", "d", "u",
		"J", "K", ">", "<", ")", "(", "}", "{", "n", "N", "+", "-",
		"C-o", "%" };
	struct desk d;

	(void)state;
	desk_open(&d, false);
	press(d.reader, "/ lamp Enter");
	for (size_t i = 0; i < COUNT(keys); i++) {
		clock_t start = clock();

		press(d.reader, "9 9 9 9 9 9 9 9");
		press(d.reader, keys[i]);
		if (clock() - start > 2 * CLOCKS_PER_SEC)
			fail_msg("99999999 %s took too long", keys[i]);
	}
	desk_close(&d);
}

static const struct can_row {
	const char *name;
	const char *keys;
	enum command command;
	bool can;
} cans[] = {
	{ "a page down", "", CMD_PAGE_DOWN, true },
	{ "on at the end", "G", CMD_PAGE_DOWN, true },
	{ "not at the very end", "J G", CMD_PAGE_DOWN, false },
	{ "next report", "", CMD_NEXT_REPORT, true },
	{ "no next report", "J", CMD_NEXT_REPORT, false },
	{ "previous report", "", CMD_PREVIOUS_REPORT, true },
	{ "no previous report", "9 K", CMD_PREVIOUS_REPORT, false },
	{ "no later date", "", CMD_LATER_DATE, false },
	{ "a later date", "K", CMD_LATER_DATE, true },
	{ "no later than undated", "J", CMD_LATER_DATE, false },
	{ "earlier than undated", "J", CMD_EARLIER_DATE, true },
	{ "earlier date", "", CMD_EARLIER_DATE, true },
	{ "no earlier date", "9 K", CMD_EARLIER_DATE, false },
	{ "no hits", "", CMD_NEXT_HIT, false },
	{ "hits", "/ cup Enter", CMD_NEXT_HIT, true },
	{ "nowhere to go back to", "", CMD_BACK, false },
	{ "back", "D 2022 Enter", CMD_BACK, true },
};

static void
test_can(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cans); i++) {
		struct desk d;

		desk_open(&d, true);
		press(d.reader, cans[i].keys);
		check_int(cans[i].name, reader_can(d.reader, cans[i].command),
		    cans[i].can);
		desk_close(&d);
	}
}

/* All commands with the words they may ask for, one after the other. */
static void
do_everything(struct reader *r)
{
	static const char *const words[] = { "", "lamp", "2023-02-10", "3" };
	const char *flaw;

	for (size_t c = 0; c < CMD_COUNT; c++) {
		const struct command_info *info =
		    command_info((enum command)c);
		size_t n = info->argument == ARGUMENT_NONE ? 1 : COUNT(words);

		for (size_t i = 0; i < n; i++) {
			reader_do(r, (enum command)c, str_c(words[i]));
			flaw = flaw_of_reader(r);
			if (flaw)
				fail_msg("%s at %dx%d: %s", info->name,
				    r->cols, r->rows, flaw);
			r->prompt = prompt_none();
		}
	}
}

static void
test_every_command_at_every_size(void **state)
{
	struct desk full, empty;

	(void)state;
	desk_open(&full, false);
	desk_new(&empty);
	desk_start(&empty);
	desk_index(&empty);
	for (int high = 1; high <= 20; high++) {
		for (int cols = 1; cols <= 40; cols++) {
			reader_resize(full.reader, cols, high);
			full.reader->touched = true;
			do_everything(full.reader);
			reader_resize(empty.reader, cols, high);
			do_everything(empty.reader);
			check_int("nothing", empty.reader->open.is, false);
		}
	}
	desk_close(&full);
	desk_close(&empty);
}

/* Keys on nothing. */
static void
test_empty(void **state)
{
	struct desk d;

	(void)state;
	desk_new(&d);
	desk_start(&d);
	desk_index(&d);
	press(d.reader, "j k Space b g G J K < > ) ( { } n N Enter x e = C-o");
	press(d.reader, "D 2023 Enter / lamp Enter n :find Space lamp Enter");
	press(d.reader, "Tab j Tab k S-Tab Esc ? j Esc \\ z \" + -");
	check_int("quit", press(d.reader, "q"), ERRAND_QUIT);
	check_int("help", reader_can(d.reader, CMD_HELP), true);
	check_int("no page", reader_can(d.reader, CMD_PAGE_DOWN), false);
	check_int("no quotes", reader_quote_count(d.reader), 0);
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_resize_keeps_place),
		cmocka_unit_test(test_focus),
		cmocka_unit_test(test_focus_while_resized),
		cmocka_unit_test(test_quotes_pane),
		cmocka_unit_test(test_errands),
		cmocka_unit_test(test_help_leaves_the_text),
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_steps_after_a_key),
		cmocka_unit_test(test_key_before_the_first),
		cmocka_unit_test(test_cursor_while_indexing),
		cmocka_unit_test(test_date_beyond_two),
		cmocka_unit_test(test_long_report),
		cmocka_unit_test(test_great_counts),
		cmocka_unit_test(test_can),
		cmocka_unit_test(test_every_command_at_every_size),
		cmocka_unit_test(test_empty),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
