/* The whole picture: at any size and after any keys it is safe, its bars stand,
 * and notes stand beside the rows they belong to. */
#include "desk.h"

#include <locale.h>

#include "../../src/screen/panes.h"

static struct canvas
draw(struct desk *d)
{
	struct canvas c;
	const char *flaw;

	arena_reset(d->frame);
	c = screen_draw(d->reader, d->frame);
	check_int("columns", c.cols, d->reader->cols);
	check_int("rows", c.rows, d->reader->rows);
	flaw = flaw_of_canvas(&c);
	if (!flaw)
		flaw = flaw_of_bars(d->reader, &c);
	if (flaw)
		fail_msg("%dx%d: %s", c.cols, c.rows, flaw);
	return c;
}

/* Columns [col, end) of a row as text, without blanks at its end. */
static struct str
text_at(struct desk *d, const struct canvas *c, int row, int col, int end)
{
	struct buf b = { .in = d->frame };

	for (; col < end && col < c->cols; col++) {
		struct glyph *g = &canvas_cell(c, row, col)->glyph;

		buf_add(&b, (struct str){ g->bytes, g->len });
	}
	while (b.len > 0 && b.ptr[b.len - 1] == ' ')
		b.len--;
	buf_addc(&b, '\0');
	return str_head(buf_str(&b), b.len - 1);
}

static bool
shows(struct desk *d, const struct canvas *c, const char *what)
{
	struct buf b = { .in = d->frame };

	canvas_print(c, &b);
	buf_addc(&b, '\0');
	return strstr(b.ptr, what) != NULL;
}

/* The article's rows stand in their pane, letter by letter. */
static void
check_article(struct desk *d, const struct canvas *c)
{
	const struct layout *l = &d->reader->layout;
	const struct opened *o = &d->reader->open;
	int col = l->text.col + l->indent;

	for (int i = 0; i < l->rows && o->top + (size_t)i < o->page.n; i++) {
		const struct row *row = &o->page.rows[o->top + (size_t)i];
		struct buf want = { .in = d->frame };

		if (row->kind == ROW_FOLD)
			continue;
		glyph_gate(&want, str_of(o->article.text.text, row->at),
		    GATE_SCREEN);
		buf_addc(&want, '\0');
		check_str("text", text_at(d, c, l->body + i, col,
		    col + l->measure), want.ptr);
	}
}

/* A note stands beside the row where its quote begins, or below the note
 * before it. */
static void
check_notes(struct desk *d, const struct canvas *c)
{
	const struct layout *l = &d->reader->layout;
	const struct opened *o = &d->reader->open;
	int next = 0;

	for (size_t i = 0; i < o->article.quote_n; i++) {
		const struct quote *q = &o->article.quotes[i];
		size_t at = page_row(&o->page, q->whole.off);
		struct str who = quote_speaker(d->reader, q);
		int row;

		if (!reader_lists(q) || at < o->top)
			continue;
		row = (int)(at - o->top);
		row = row > next ? row : next;
		if (row >= l->rows)
			break;
		next = row + 1;
		check_str("note",
		    str_head(text_at(d, c, l->body + row, l->quotes.col + 2,
				 c->cols), 8),
		    arena_str(d->frame, str_head(who, 8)).ptr);
	}
}

static const int sizes[][2] = { { 120, 36 }, { 80, 24 }, { 50, 20 },
	{ 29, 5 }, { 1, 1 }, { 200, 60 }, { 72, 8 }, { 110, 28 }, { 30, 6 },
	{ 2, 40 }, { 300, 2 }, { 71, 11 } };

static void
test_every_size(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, true);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		reader_resize(d.reader, sizes[i][0], sizes[i][1]);
		for (int k = 0; k < 6; k++) {
			struct canvas c;

			press(d.reader, k % 2 ? "Space" : "K");
			d.reader->message[0] = '\0';
			c = draw(&d);
			check_article(&d, &c);
			if (d.reader->layout.notes)
				check_notes(&d, &c);
		}
		press(d.reader, "6 J K");
	}
	desk_close(&d);
}

/* Margin notes follow the text from page to page, and stand in the way of
 * nothing. */
static void
test_notes(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, true);
	for (int k = 0; k < 60; k++) {
		struct canvas c = draw(&d);

		check_int("notes", d.reader->layout.notes, true);
		check_article(&d, &c);
		check_notes(&d, &c);
		press(d.reader, "4 j");
		d.reader->message[0] = '\0';
	}
	press(d.reader, "9 K");
	for (int k = 0; k < 6; k++) {
		struct canvas c = draw(&d);

		check_notes(&d, &c);
		press(d.reader, "J");
	}
	desk_close(&d);
}

static const struct sight {
	const char *name;
	int cols, high;
	const char *keys;
	const char *what; /* is on the screen */
	bool seen;
} sights[] = {
	{ "the date", 120, 36, "", "Monday 20 March 2023", true },
	{ "briefly", 80, 24, "", "Mon 20 Mar 2023", true },
	{ "in one pane", 50, 20, "", "Mon 20 Mar 2023", true },
	{ "its place", 120, 36, "", "report 5/6", true },
	{ "the title", 80, 24, "", "The tide table, read aloud", true },
	{ "the source", 80, 24, "", "The Marrow Gull", true },
	{ "the month", 120, 36, "", "March 2023", true },
	{ "a lead for a title", 120, 36, "", "Before the", true },
	{ "how many quotes", 120, 36, "", "8 quotes", true },
	{ "no date", 120, 36, "J", "Undated", true },
	{ "no program name", 120, 36, "", "dateline", false },
	{ "the file", 120, 36, "", "table.txt", true },
	{ "a speaker", 120, 36, "", "Tilda Rowe", true },
	{ "a quote in the list", 120, 36, "", "Line 5", true },
	{ "how it is known", 120, 36, ")", "by “said”", true },
	{ "no one is quoted", 120, 36, "K", "No one is quoted.", true },
	{ "a fold", 80, 24, "K", "+ promotion folded, 2 blocks", true },
	{ "twice", 120, 36, "K", "occurs twice", true },
	{ "unfolded", 80, 24, "K e", "promotion folded", false },
	{ "a prompt", 80, 24, "/ lamp", "/lamp", true },
	{ "hits", 80, 24, "/ cup Enter n", "“cup” 2/40", true },
	{ "no hits", 80, 24, "/ gannet", "0/0", true },
	{ "a prompt, bare", 29, 5, "/ lamp", "/lamp", true },
	{ "where a date leads", 80, 24, "D 2022", "Fri 4 Nov 2022", true },
	{ "a message", 80, 24, "9 K K", "this is the first report", true },
	{ "a message in one pane", 50, 20, "9 K K",
	    "this is the first report", true },
	{ "completions", 80, 24, ":next", "next-report", true },
	{ "hints", 120, 36, "", "Space page", true },
	{ "no useless hint", 120, 36, "", "later date", false },
	{ "a hint that is of use", 120, 36, "K", "later date", true },
	{ "the end", 120, 36, "G", "end. Space: next, Notes from", true },
	{ "the very end", 120, 36, "J z G", "newest; K previous", false },
	{ "bold letters are plain", 80, 24, "K", "Who pays for it", true },
	{ "letters of the file", 80, 24, "K x", "𝗪𝗵𝗼", true },
	{ "help", 80, 24, "?", "line, date or quote below", true },
	{ "help has all keys", 80, 24, "? G", "quit-now", false },
	{ "the end of help", 80, 24, "? G", "Q ZZ", true },
	{ "all is well", 80, 24, ":problems Enter",
	    "Everything could be read.", true },
	{ "the list at 80", 80, 24, "\"", "“Line 5", true },
	{ "notes at 120", 120, 36, "\"", "also in", false },
	{ "the dates in one pane", 50, 20, "S-Tab", "20 Mon", true },
	{ "and their titles", 50, 20, "S-Tab", "The tide table", true },
	{ "the quotes in one pane", 50, 20, "Tab", "“Line 5", true },
};

static void
test_sights(void **state)
{
	(void)state;
	for (const struct sight *s = sights; s < sights + COUNT(sights); s++) {
		struct canvas c;
		struct desk d;

		desk_open(&d, true);
		reader_resize(d.reader, s->cols, s->high);
		press(d.reader, s->keys);
		c = draw(&d);
		check_int(s->name, shows(&d, &c, s->what), s->seen);
		desk_close(&d);
	}
}

/* One sees what one types, however long it gets: its end, where the cursor
 * is. */
static void
test_long_prompt(void **state)
{
	static const int widths[] = { 120, 80, 50, 29 };

	(void)state;
	for (size_t i = 0; i < COUNT(widths); i++) {
		struct canvas c;
		struct desk d;

		desk_open(&d, false);
		reader_resize(d.reader, widths[i], 20);
		press(d.reader, "/");
		for (int k = 0; k < 20; k++)
			press(d.reader, "harbour Space");
		press(d.reader, "lights");
		c = draw(&d);
		check_int("cursor", c.cursor_shown, true);
		check_int("its end", shows(&d, &c, "lights"), true);
		desk_close(&d);
	}
}

/* However far one scrolled beyond its end, one key up scrolls help up. */
static void
test_help_scrolls(void **state)
{
	struct desk d;
	struct canvas c;
	struct str before;

	(void)state;
	desk_open(&d, false);
	press(d.reader, "?");
	for (int k = 0; k < 40; k++)
		press(d.reader, "Space");
	c = draw(&d);
	before = arena_str(d.frame, text_at(&d, &c, 2, 0, 80));
	press(d.reader, "k");
	c = screen_draw(d.reader, d.frame);
	check_int("moved", str_eq(text_at(&d, &c, 2, 0, 80), before), false);
	desk_close(&d);
}

/* The end of a part of a long report is not the end of the report. */
static void
test_end_of_part(void **state)
{
	struct desk d;
	struct canvas c;
	FILE *f;

	(void)state;
	desk_new(&d);
	desk_write(&d, &bay_file);
	f = desk_file(&d, "long.txt");
	fputs(" date 2023-02-20 Long | Buoy\n\n", f);
	for (int i = 0; i < 24000; i++)
		fputs("A calm sea and a fair wind, all of the day.\n\n", f);
	fclose(f);
	desk_start(&d);
	desk_index(&d);
	reader_resize(d.reader, 120, 36);
	press(d.reader, "K G");
	d.reader->message[0] = '\0';
	check_int("a part", d.reader->open.article.text.raw_len, ARTICLE_PART);
	c = draw(&d);
	check_int("not the end", shows(&d, &c, "Space: next, The lamp"), false);
	desk_close(&d);
}

/* What is selected in the dates is in view, and so is the cursor. */
static void
test_cursor(void **state)
{
	struct desk d;
	struct canvas c;

	(void)state;
	desk_open(&d, true);
	reader_resize(d.reader, 120, 36);
	press(d.reader, "h");
	for (int k = 0; k < 6; k++) {
		c = draw(&d);
		check_int("column", c.cursor_col, 0);
		check_int("paint",
		    canvas_cell(&c, c.cursor_row, 3)->paint, PAINT_SELECTED);
		press(d.reader, "k");
	}
	press(d.reader, "Esc l");
	c = draw(&d);
	check_int("in the quotes", c.cursor_col, d.reader->layout.quotes.col);
	check_int("paint",
	    canvas_cell(&c, c.cursor_row, c.cursor_col + 2)->paint,
	    PAINT_SPEAKER_NOW);
	desk_close(&d);
}

static void
test_nothing(void **state)
{
	struct desk d;
	struct canvas c;

	(void)state;
	desk_new(&d);
	desk_start(&d);
	c = draw(&d);
	check_int("reading", shows(&d, &c, "reading …"), true);
	desk_index(&d);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		reader_resize(d.reader, sizes[i][0], sizes[i][1]);
		c = draw(&d);
		press(d.reader, "Tab");
		draw(&d);
		press(d.reader, "Tab ?");
		draw(&d);
		press(d.reader, "Esc / x");
		draw(&d);
		press(d.reader, "Esc Esc");
	}
	reader_resize(d.reader, 80, 24);
	c = draw(&d);
	check_int("says so", shows(&d, &c, "No dated report in 0 files."), true);
	desk_close(&d);
}

/* Letters of all widths, controls, overrides and bytes that are none. */
static const struct report_file wild_sheet = { "wild.txt",
	" date 2023-04-01 海港 \x1B]0;x\x07 \u202Eedis | \xC2\x9B" "2J\n\n"
	"港口在星期五关闭，四十条船横在海湾口。“没有人出海，”海港说。\n\n"
	"\x1B[31mRed\x1B[0m \xFF\xFE \u200B\u200D\uFEFF e\u0301\u0301\u0301"
	"\u0301\u0301\u0301 👨‍👩‍👧 🇮🇸 가각\n\n"
	"“\x07\x08\x7F said” Ann \u2066Lee\u2069 said.\n\n"
	"\tTabs\tand\rreturns\v\f\n\n"
	" date 2023-04-02 \u0301\n\n\n"
	" date 2023-02-30 No such day | \t\n\n“”\n\n‘’\n" };

static const char *const all_keys[] = { "j", "k", "Space", "b", "d", "u", "g",
	"G", "J", "K", ">", "<", ")", "(", "\"", "}", "{", "/", "n", "N",
	"Tab", "S-Tab", "Enter", "\\", "z", "+", "-", "x", "e", "=", "C-o",
	"?", ":", "Esc", "D", "5", "0", "%", "a", "海", "Backspace", "C-u",
	"2", "problems", "lamp", "said" };

static void
press_at_random(bool table, const struct report_file *more, uint32_t seed)
{
	struct desk d;

	desk_new(&d);
	desk_write(&d, &bay_file);
	if (more)
		desk_write(&d, more);
	if (table) {
		FILE *f = desk_file(&d, "table.txt");

		write_table(f);
		fclose(f);
	}
	desk_start(&d);
	desk_index(&d);
	for (int i = 0; i < 1500; i++) {
		seed = seed * 1664525u + 1013904223u;
		if (seed >> 24 < 16)
			reader_resize(d.reader,
			    sizes[(seed >> 8) % COUNT(sizes)][0],
			    sizes[(seed >> 8) % COUNT(sizes)][1]);
		press(d.reader, all_keys[(seed >> 8) % COUNT(all_keys)]);
		draw(&d);
	}
	desk_close(&d);
}

static void
test_random_keys(void **state)
{
	(void)state;
	press_at_random(false, NULL, 1);
	press_at_random(true, NULL, 2);
	press_at_random(false, &wild_sheet, 3);
	press_at_random(false, &wild_sheet, 4);
}

static void
test_wild_letters(void **state)
{
	struct desk d;

	(void)state;
	desk_new(&d);
	desk_write(&d, &wild_sheet);
	desk_start(&d);
	desk_index(&d);
	for (int cols = 1; cols < 130; cols++) {
		reader_resize(d.reader, cols, 1 + cols % 40);
		for (int place = 0; place < 4; place++) {
			draw(&d);
			press(d.reader, place == 3 ? "9 K" : "J");
			d.reader->message[0] = '\0';
		}
		if (cols % 16 == 0)
			press(d.reader, "x");
	}
	desk_close(&d);
}

/* What a file hides is said beside its name, which may be over two lines. */
static void
test_hidden(void **state)
{
	static const struct report_file sheet = { "two\nlines\033[2J.txt",
		" date 2023-05-01 Fog | The Gull\n\nTh\u200De \u202Ehorn\n"
		"\nblew \033]0;twice\007 that night, and then it blew no more."
		"\n\nOn Tuesday it was still.\n\nOn Wednesday there was rain."
		"\n\nOn Thursday a boat came, and nobody saw it come.\n" };
	struct canvas c;
	struct desk d;

	(void)state;
	desk_new(&d);
	desk_write(&d, &sheet);
	desk_start(&d);
	desk_index(&d);
	reader_resize(d.reader, 160, 12);
	d.reader->message[0] = '\0';
	c = draw(&d);
	check_int("how many", shows(&d, &c, "   2 hidden characters"), true);
	check_int("a name", shows(&d, &c, "two␊lines␛.txt"), true);
	check_int("a sequence", shows(&d, &c, "blew ␛ that"), true);
	press(d.reader, "x");
	c = draw(&d);
	check_int("named", shows(&d, &c, "Th‹ZWJ›e ‹RLO›horn"), true);
	check_int("all of it", shows(&d, &c, "‹ESC›]0;twice‹BEL›"), true);
	press(d.reader, "=");
	c = draw(&d);
	check_int("in the sheet", shows(&d, &c, "two␊lines␛.txt"), true);
	desk_close(&d);
}

static void
test_list(void **state)
{
	static const struct {
		const char *name;
		size_t n, first, last; /* selected */
		int height;
		size_t top;
	} rows[] = {
		{ "all fit", 5, 4, 4, 5, 0 },
		{ "at the start", 50, 0, 0, 10, 0 },
		{ "in the middle", 50, 25, 25, 10, 20 },
		{ "of several rows", 50, 24, 26, 10, 20 },
		{ "at the end", 50, 49, 49, 10, 40 },
		{ "one row", 50, 7, 7, 1, 7 },
		{ "no row", 50, 7, 7, 0, 7 },
		{ "nothing is selected", 50, 50, 49, 10, 0 },
		{ "nothing at all", 0, 0, 0, 10, 0 },
	};
	struct arena *a = arena_new();
	struct drawing d = { NULL, NULL, a };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct list l = { 0 };

		for (size_t k = 0; k < rows[i].n; k++)
			list_add(&d, &l, (struct list_row){
			    .now = k >= rows[i].first && k <= rows[i].last });
		check_int(rows[i].name, list_top(&l, rows[i].height),
		    rows[i].top);
	}
	arena_free(a);
}

static void
test_list_text(void **state)
{
	static const struct {
		const char *name;
		const char *text;
		int cols;
		size_t max;
		size_t n;
		const char *last;
	} rows[] = {
		{ "one line", "low tide", 10, 2, 1, "low tide" },
		{ "two lines", "low tide", 5, 2, 2, "tide" },
		{ "cut", "low tide again", 5, 2, 2, "tide…" },
		{ "cut in a word", "low water", 6, 1, 1, "low…" },
		{ "one column", "ab", 1, 1, 1, "…" },
		{ "nothing", "", 5, 3, 1, "" },
	};
	struct arena *a = arena_new();
	struct drawing d = { NULL, NULL, a };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct list l = { 0 };
		struct list_row like = { .day = STR("20"),
			.text = str_c(rows[i].text) };

		list_add_text(&d, &l, like, rows[i].cols, rows[i].max);
		check_int(rows[i].name, l.n, rows[i].n);
		check_str(rows[i].name, l.rows[l.n - 1].text, rows[i].last);
		check_str(rows[i].name, l.rows[0].day, "20");
		if (l.n > 1)
			check_str(rows[i].name, l.rows[1].day, "");
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_sights),
		cmocka_unit_test(test_long_prompt),
		cmocka_unit_test(test_help_scrolls),
		cmocka_unit_test(test_end_of_part),
		cmocka_unit_test(test_cursor),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_random_keys),
		cmocka_unit_test(test_wild_letters),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_list_text),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
