/* A person at the keyboard: keys go in, and place, focus, quotes, hits and
 * messages are what that person expects. */
#include "desk.h"

#include <locale.h>

/* Every row starts at the newest report, at 80 by 24.  -1, NULL: whatever. */
static const struct move {
	const char *name;
	const char *keys;
	int place;
	int top;
	const char *message; /* how it begins */
} moves[] = {
	{ "the first page", "", NEWEST, 0, "" },
	{ "a line", "j", NEWEST, 1, "" },
	{ "a line by arrow", "Down", NEWEST, 1, "" },
	{ "five lines", "5 j", NEWEST, 5, "" },
	{ "twelve lines", "1 2 j", NEWEST, 12, "" },
	{ "a count is for one key", "5 j j", NEWEST, 6, "" },
	{ "there and back", "5 j 2 k", NEWEST, 3, "" },
	{ "not above the top", "j 9 k", NEWEST, 0, "" },
	{ "a page", "Space", NEWEST, 19, "" },
	{ "three pages", "3 Space", NEWEST, 57, "" },
	{ "a page back", "Space Space b", NEWEST, 19, "" },
	{ "half a page", "d", NEWEST, 10, "" },
	{ "half a page back", "d d u", NEWEST, 10, "" },
	{ "the end and the top", "G g", NEWEST, 0, "" },
	{ "no number is none percent", "G %", NEWEST, 0, "" },
	{ "Esc drops a count", "5 Esc j", NEWEST, 1, "" },
	{ "a key that is none", "5 F5 j", NEWEST, 1, "" },

	{ "next report", "J", LAST, 0, "" },
	{ "previous report", "K", 3, 0, "" },
	{ "two back", "2 K", 2, 0, "" },
	{ "further than there is", "9 K", 0, 0, "" },
	{ "no report after the last", "J J", LAST, 0,
	    "this is the last report" },
	{ "no report before the first", "9 K K", 0, 0,
	    "this is the first report" },
	{ "on at the end", "G Space", LAST, 0, "" },
	{ "not by half a page", "G d", NEWEST, -1, "" },
	{ "nothing after the last", "J G Space", LAST, -1,
	    "this is the last report" },

	{ "earlier date", "<", 3, 0, "" },
	{ "earlier date, no Shift", "[", 3, 0, "" },
	{ "the first of two that day", "< <", 1, 0, "" },
	{ "two dates earlier", "2 <", 1, 0, "" },
	{ "from the second of two", "2 K <", 0, 0, "" },
	{ "over the second of two", "9 K > >", 3, 0, "" },
	{ "later date, no Shift", "9 K ]", 1, 0, "" },
	{ "earliest date", "9 <", 0, 0, "" },
	{ "no earlier date", "9 < <", 0, 0, "no earlier date" },
	{ "no later date", ">", NEWEST, 0, "no later date" },
	{ "later than undated", "J >", LAST, 0, "no later date" },
	{ "earlier than undated", "J <", NEWEST, 0, "" },

	{ "to a day", "D 2023-03-01 Enter", 3, 0, "Wed 1 Mar 2023, 1 report" },
	{ "to a month", "D feb Space 2023 Enter", 1, 0,
	    "Fri 10 Feb 2023, first of 2" },
	{ "to a year", "D 2022 Enter", 0, 0, "Fri 4 Nov 2022, 1 report" },
	{ "to a day with none", "D 2023-02-11 Enter", 1, 0,
	    "nearest: Fri 10 Feb 2023" },
	{ "nearer to the later one", "D 2023-02-25 Enter", 3, 0,
	    "nearest: Wed 1 Mar 2023" },
	{ "long before", "D 1999 Enter", 0, 0,
	    "nearest: Fri 4 Nov 2022" },
	{ "long after", "K D 2999-01-01 Enter", NEWEST, 0,
	    "nearest: Mon 20 Mar 2023" },
	{ "no such day", "5 j D 2023-02-30 Enter", NEWEST, 5, NULL },
	{ "two meanings", "5 j D 3/4/2023 Enter", NEWEST, 0,
	    "nearest: Mon 20 Mar 2023; none on Mon 3 Apr" },
	{ "no date at all", "5 j D harbour Enter", NEWEST, 5, NULL },
	{ "nothing typed", "5 j D Enter", NEWEST, 5, "" },
	{ "thought better of it", "5 j D 2022 Esc", NEWEST, 5, "" },
	{ "erased", "5 j D 2 Backspace Backspace j", NEWEST, 6, "" },
	{ "by name", ":go-to-date Space 2022 Enter", 0, 0, NULL },
	{ "by name, asked", ":go-to-date Enter 2022 Enter", 0, 0, NULL },

	{ "back from a date", "5 j D 2022 Enter C-o", NEWEST, 5, "" },
	{ "back from two", "5 j D 2022 Enter D 2023-03-01 Enter C-o C-o",
	    NEWEST, 5, "" },
	{ "back from two at once",
	    "5 j D 2022 Enter D 2023-03-01 Enter 2 C-o", NEWEST, 5, "" },
	{ "back from nowhere", "C-o", NEWEST, 0, "nowhere to go back to" },

	{ "a command", ":next-report Enter", LAST, 0, "" },
	{ "a count behind its name", ":line-down Space 7 Enter", NEWEST, 7,
	    "" },
	{ "the beginning of its name", ":half-page-d Enter", NEWEST, 10, "" },
	{ "no such command", ":harbour Enter", NEWEST, 0,
	    "no such command: harbour" },
	{ "several such commands", ":next Enter", NEWEST, 0,
	    "next may be next-report, next-unread …: Tab completes" },
	{ "the shorter of two", ":qu Enter", NEWEST, 0, "" },
	{ "no command", ": Enter", NEWEST, 0, "" },
	{ "completed", ":half-page-d Tab Enter", NEWEST, 10, "" },
};

static void
test_moves(void **state)
{
	(void)state;
	for (const struct move *m = moves; m < moves + COUNT(moves); m++) {
		struct desk d;

		desk_open(&d, true);
		press(d.reader, m->keys);
		check_int(m->name, place_of(d.reader), m->place);
		if (m->top >= 0)
			check_int(m->name, d.reader->open.top, m->top);
		check_message(m->name, d.reader, m->message);
		check_int(m->name, prompt_is_open(&d.reader->prompt), false);
		desk_close(&d);
	}
}

static size_t
last_top(const struct reader *r)
{
	return r->open.page.n - (size_t)r->layout.rows;
}

static void
test_ends(void **state)
{
	static const struct {
		const char *name;
		const char *keys;
		size_t of_hundred; /* of the way */
	} rows[] = {
		{ "the end", "G", 100 },
		{ "far down", "9 9 9 9 9 j", 100 },
		{ "very far down", "9 9 9 9 9 9 9 9 9 9 9 9 j", 100 },
		{ "half", "5 0 %", 50 },
		{ "a quarter", "G 2 5 %", 25 },
		{ "more than all", "4 0 0 %", 100 },
		{ "half, by name", ":percent Space 50 Enter", 50 },
		{ "the end, by name", ":bottom Enter", 100 },
	};
	struct desk d;

	(void)state;
	desk_open(&d, true);
	for (size_t i = 0; i < COUNT(rows); i++) {
		press(d.reader, "g");
		press(d.reader, rows[i].keys);
		check_int(rows[i].name, d.reader->open.top,
		    last_top(d.reader) * rows[i].of_hundred / 100);
		check_int(rows[i].name, reader_at_end(d.reader),
		    rows[i].of_hundred == 100);
	}
	desk_close(&d);
}

static const struct quote_row {
	const char *name;
	const char *keys;
	int place;
	const char *quote; /* how the current one begins */
	const char *message;
} quotes[] = {
	{ "the first one is the current one", "9 K", 0, "We paint,", "" },
	{ "next", "9 K )", 0, "Then we paint again.", "" },
	{ "and previous", "9 K ) (", 0, "We paint,", "" },
	{ "into the next report", "9 K 2 )", 1, "I counted both of them,",
	    "went on into the next report" },
	{ "two further", "9 K 4 )", 2, "Somebody had to,",
	    "went on into the next report" },
	{ "back into the previous one", "9 K 4 ) (", 1,
	    "It will shine again,", "went back into the previous report" },
	{ "the first of all", "9 K (", 0, "We paint,",
	    "first quote of the oldest report" },
	{ "the last of all", "J ) )", LAST, "They never sleep,",
	    "last quote of the newest report" },
	{ "the last of many, again", "J ( ) )", LAST, "They never sleep,",
	    "last quote of the newest report" },
	{ "nobody is quoted", "K", 3, "", "" },
};

/* At 80 by 24, where the first quote of the table is not in view at once. */
static const struct quote_row table_quotes[] = {
	{ "in a long report", ")", NEWEST, "Line 5 is fair,", "" },
	{ "further in it", "3 )", NEWEST, "Line 15 is fair,", "" },
	{ "from the last to undated", "9 )", LAST, "They never sleep,",
	    "went on into the next report" },
	{ "back to the last", "9 ) (", NEWEST, "Line 40 is fair,",
	    "went back into the previous report" },
	{ "it follows the text", "5 0 %", NEWEST, "Line 20 is fair,", "" },
};

static void
check_quote(const struct quote_row *q, int cols, int high)
{
	struct desk d;

	desk_open(&d, true);
	reader_resize(d.reader, cols, high);
	press(d.reader, q->keys);
	check_int(q->name, place_of(d.reader), q->place);
	check_str(q->name, str_head(quote_of(d.reader), strlen(q->quote)),
	    q->quote);
	check_message(q->name, d.reader, q->message);
	if (strchr(q->keys, ')'))
		check_in_view(q->name, d.reader);
	desk_close(&d);
}

static void
test_quotes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(quotes); i++) {
		check_quote(&quotes[i], 80, 24);
		check_quote(&quotes[i], 120, 36);
		check_quote(&quotes[i], 50, 20);
	}
	for (size_t i = 0; i < COUNT(table_quotes); i++)
		check_quote(&table_quotes[i], 80, 24);
}

/* Up by ( one comes by all quotes that one came by down by ). */
static void
test_quotes_both_ways(void **state)
{
	char down[8][40], up[8][40];
	struct desk d;

	(void)state;
	desk_open(&d, true);
	for (size_t i = 0; i < 8; i++) {
		press(d.reader, ")");
		snprintf(down[i], sizeof(down[i]), "%.*s",
		    (int)quote_of(d.reader).len, quote_of(d.reader).ptr);
	}
	check_str("the last", str_c(down[7]), "Line 40 is fair,");
	press(d.reader, "G");
	for (size_t i = 8; i > 0; i--) {
		snprintf(up[i - 1], sizeof(up[0]), "%.*s",
		    (int)quote_of(d.reader).len, quote_of(d.reader).ptr);
		press(d.reader, "(");
	}
	for (size_t i = 0; i < 8; i++)
		check_str("up as down", str_c(up[i]), down[i]);
	desk_close(&d);
}

/* Scrolled out of its view, the current quote is where ( leads first, if it
 * stands above, and ) if it stands below. */
static void
test_quote_out_of_view(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, true);
	press(d.reader, ") )");
	check_str("second", quote_of(d.reader), "Line 10 is fair,");
	press(d.reader, "8 j");
	while (quote_of(d.reader).ptr[5] == '1' &&
	    d.reader->open.top <= page_row(&d.reader->open.page,
		d.reader->open.article.quotes[d.reader->open.quote].whole.off))
		press(d.reader, "j");
	check_str("still, above the view", quote_of(d.reader),
	    "Line 10 is fair,");
	press(d.reader, "(");
	check_str("back to it", quote_of(d.reader), "Line 10 is fair,");
	check_in_view("back to it", d.reader);
	desk_close(&d);
}

static const struct heading_row {
	const char *name;
	const char *keys;
	const char *first; /* how the first visible row begins */
	const char *message;
} headings[] = {
	{ "next", "}", "Reading number 1", "" },
	{ "two further", "2 }", "Reading number 2", "" },
	{ "previous", "3 } {", "Reading number 2", "" },
	{ "to the top", "} {", "The tide table", "" },
	{ "no more above", "{", "The tide table", "no heading above" },
	{ "no more below", "G }", NULL, "no heading below" },
	{ "bold letters", "K }", NULL, NULL },
};

static struct str
first_row(const struct reader *r)
{
	uint32_t at = page_offset(&r->open.page, r->open.top);

	return str_skip(r->open.article.text.text, at);
}

static void
test_headings(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(headings); i++) {
		const struct heading_row *h = &headings[i];
		struct desk d;

		desk_open(&d, true);
		press(d.reader, h->keys);
		if (h->first)
			check_str(h->name,
			    str_head(first_row(d.reader), strlen(h->first)),
			    h->first);
		if (h->message)
			check_message(h->name, d.reader, h->message);
		desk_close(&d);
	}
}

/* In a window lower than the report, bold headings come one by one. */
static void
test_bold_headings(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, true);
	reader_resize(d.reader, 40, 3);
	press(d.reader, "K }");
	check_str("first", str_head(first_row(d.reader), 8), "Who pays");
	press(d.reader, "}");
	check_str("second", str_head(first_row(d.reader), 8), "Who clim");
	press(d.reader, "{");
	check_str("first again", str_head(first_row(d.reader), 8),
	    "Who pays");
	desk_close(&d);
}

/* At the newest report: 40 times "cup of tea", and "hour 7" once. */
static const struct find_row {
	const char *name;
	const char *keys;
	int hits;
	int now;
	int top; /* -1: whatever */
	const char *message;
} finds[] = {
	{ "as one types", "/ cup", 40, 0, -1, "" },
	{ "kept", "/ cup Enter", 40, 0, -1, "" },
	{ "next", "/ cup Enter n", 40, 1, -1, "" },
	{ "five further", "/ cup Enter 5 n", 40, 5, -1, "" },
	{ "previous", "/ cup Enter 5 n N", 40, 4, -1, "" },
	{ "round the end", "/ cup Enter N", 40, 39, -1, "on from the end" },
	{ "round the top", "/ cup Enter N n", 40, 0, -1, "on from the top" },
	{ "from here on", "G / cup Enter", 40, 36, -1, "" },
	{ "Esc leads back", "7 j / hour Space 33 Esc", 0, 0, 7, "" },
	{ "so does ^C", "7 j / hour Space 33 C-c", 0, 0, 7, "" },
	{ "so does erasing all", "7 j / h Backspace Backspace", 0, 0, 7, "" },
	{ "erased, one is back", "7 j / hour Space 33 C-u", 0, 0, 7, "" },
	{ "not there", "7 j / gannet Enter", 0, 0, 7,
	    "not in this report: gannet" },
	{ "not there, while typing", "7 j / hour Space 33 x", 0, 0, 7, "" },
	{ "n without a search", "n", 0, 0, 0, NULL },
	{ "n with nothing found", "/ gannet Enter n", 0, 0, 0,
	    "not in this report: gannet" },
	{ "Esc forgets it", "/ cup Enter Esc", 0, 0, -1, "" },
	{ "case is folded", "/ READING Enter Esc / reading Enter", 4, 0, -1,
	    "" },
	{ "kept from report to report", "/ lamp Enter K", 2, 0, 0, "" },
	{ "n begins on this screen", "/ lamp Enter K n", 2, 0, 0, "" },
	{ "by name", ":find Space cup Enter", 40, 0, -1, "" },
	{ "by name, asked", "7 j :find Enter cup Enter", 40, 1, -1, "" },
	{ "by name, thought better", "7 j :find Enter hour Space 33 Esc", 0, 0,
	    7, "" },
	{ "by name, Esc at once", "7 j :find Enter Esc", 0, 0, 7, "" },
};

static void
check_hit_in_view(const char *name, const struct reader *r)
{
	size_t row = page_row(&r->open.page, r->find.hits[r->find.now].off);

	check_int(name, row >= r->open.top, true);
	check_int(name, row < r->open.top + (size_t)r->layout.rows, true);
}

static void
test_finds(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(finds); i++) {
		const struct find_row *f = &finds[i];
		struct desk d;

		desk_open(&d, true);
		press(d.reader, f->keys);
		check_int(f->name, d.reader->find.hit_n, f->hits);
		check_int(f->name, d.reader->find.now, f->now);
		if (f->top >= 0)
			check_int(f->name, d.reader->open.top, f->top);
		if (f->message || f->hits == 0)
			check_message(f->name, d.reader, f->message);
		if (f->hits > 0 && !strstr(f->keys, "K"))
			check_hit_in_view(f->name, d.reader);
		desk_close(&d);
	}
}

/* The window may change while one types: Esc leads back to the words that
 * stood on top, on whatever row they stand now. */
static void
test_find_while_resized(void **state)
{
	struct place before, after;
	struct desk d;

	(void)state;
	desk_open(&d, true);
	press(d.reader, "4 0 j");
	before.raw = plain_to_raw(
	    &d.reader->open.article.text, d.reader->open.anchor);
	press(d.reader, "/ hour Space 33");
	reader_resize(d.reader, 40, 12);
	press(d.reader, "Esc");
	after.raw = plain_to_raw(&d.reader->open.article.text,
	    page_offset(&d.reader->open.page, d.reader->open.top));
	check_int("not below", after.raw <= before.raw, true);
	check_int("within a row of it", before.raw - after.raw <= 40, true);
	desk_close(&d);
}

static size_t
rows_of_kind(const struct reader *r, enum row_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < r->open.page.n; i++)
		n += r->open.page.rows[i].kind == kind;
	return n;
}

static void
test_unfold(void **state)
{
	static const struct {
		const char *name;
		const char *keys;
		size_t folds;
		const char *message;
	} rows[] = {
		{ "folded at first", "", 2, "" },
		{ "opened", "e", 0, "" },
		{ "folded again", "e e", 2, "" },
		{ "a search opens the one it hits", "/ breakfast Enter", 2,
		    "" },
		{ "and the next", "/ breakfast Enter n", 2, "" },
		{ "Esc folds", "/ breakfast Esc", 2, "" },
		{ "so does Esc later", "/ breakfast Enter Esc", 2, "" },
		{ "so do other words", "/ breakfast Enter / lamp Enter", 2,
		    "" },
		{ "not what a hand opened", "e / breakfast Enter Esc", 0, "" },
		{ "x leaves it open", "e x", 0, NULL },
		{ "x twice, too", "e x x", 0, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool hit = strstr(rows[i].keys, "breakfast") != NULL;
		struct desk d;

		desk_open(&d, false);
		reader_resize(d.reader, 80, 60);
		press(d.reader, rows[i].keys);
		check_int(rows[i].name, place_of(d.reader), 3);
		if (rows[i].message)
			check_message(rows[i].name, d.reader, rows[i].message);
		if (hit && d.reader->find.hit_n > 0 &&
		    d.reader->find.shown && rows[i].folds == 2 &&
		    rows_of_kind(d.reader, ROW_PROMO) > 0)
			check_hit_in_view(rows[i].name, d.reader);
		else
			check_int(rows[i].name,
			    rows_of_kind(d.reader, ROW_FOLD), rows[i].folds);
		desk_close(&d);
	}
}

/* A search shows its hit in a promotion, and folds it when it is over. */
static void
test_find_in_promotion(void **state)
{
	struct desk d;
	size_t block;

	(void)state;
	desk_open(&d, false);
	press(d.reader, "/ breakfast");
	check_int("hits", d.reader->find.hit_n, 2);
	block = article_block(
	    &d.reader->open.article, d.reader->find.hits[0].off);
	check_int("open", d.reader->open.folding[block], OPENED_BY_SEARCH);
	check_hit_in_view("while typing", d.reader);
	press(d.reader, "Enter n");
	check_hit_in_view("the next one", d.reader);
	press(d.reader, "Esc");
	check_int("folded", d.reader->open.folding[block], FOLDED);
	check_int("no promotion is open", rows_of_kind(d.reader, ROW_PROMO),
	    0);
	press(d.reader, "J e");
	check_message("nothing to unfold", d.reader, "nothing is folded here");
	desk_close(&d);
}

static void
test_original(void **state)
{
	struct desk d;
	size_t top;
	struct str first;
	char before[24];

	(void)state;
	desk_open(&d, true);
	press(d.reader, "4 3 j x");
	check_int("is on", d.reader->view.original, true);
	check_int("same row", d.reader->open.top, 43);
	press(d.reader, "x");
	check_int("is off", d.reader->view.original, false);
	check_int("same row, still", d.reader->open.top, 43);
	reader_resize(d.reader, 40, 7);
	press(d.reader, "K }");
	top = d.reader->open.top;
	snprintf(before, sizeof(before), "%.8s", first_row(d.reader).ptr);
	check_str("plain letters", str_c(before), "Who pays");
	press(d.reader, "x");
	first = first_row(d.reader);
	check_str("letters of the file", str_head(first, 12), "𝗪𝗵𝗼");
	check_int("same row in bold", d.reader->open.top, top);
	press(d.reader, "J K");
	check_int("stays on", d.reader->view.original, true);
	press(d.reader, "} x");
	check_str("and off", str_head(first_row(d.reader), 8), "Who pays");
	desk_close(&d);
}

/* A file that was written to since changes nothing that is shown. */
static void
test_file_changed(void **state)
{
	struct desk d;
	struct str before;
	FILE *f;

	(void)state;
	desk_open(&d, true);
	press(d.reader, "5 j");
	before = d.reader->open.article.text.text;
	for (size_t i = 0; i < d.path_n; i++) {
		f = fopen(d.paths[i], "a");
		fputs("More.\n", f);
		fclose(f);
	}
	press(d.reader, "x");
	check_message("x says why", d.reader, NULL);
	check_int("x is not on", d.reader->view.original, false);
	press(d.reader, "K");
	check_message("K says why", d.reader, NULL);
	check_int("the report stays", place_of(d.reader), NEWEST);
	check_int("the row stays", d.reader->open.top, 5);
	check_int("the text stays",
	    d.reader->open.article.text.text.ptr == before.ptr, true);
	press(d.reader, "D 2022 Enter");
	check_int("by date, too", place_of(d.reader), NEWEST);
	press(d.reader, "=");
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moves),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_quotes_both_ways),
		cmocka_unit_test(test_quote_out_of_view),
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_bold_headings),
		cmocka_unit_test(test_finds),
		cmocka_unit_test(test_find_while_resized),
		cmocka_unit_test(test_unfold),
		cmocka_unit_test(test_find_in_promotion),
		cmocka_unit_test(test_original),
		cmocka_unit_test(test_file_changed),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
