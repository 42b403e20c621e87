/* The order of the list by file and by source, held against the plainest way to
 * say the same: sort all ids.  And keys: what is listed is gone through. */
#include "desk.h"

#include <locale.h>

#include "dateline/text/fold.h"

enum { MOST = 1024 };

static date
day(const char *text)
{
	struct ymd when;

	assert_true(date_scan(str_c(text), &when));
	return date_of(when);
}

/* What the reports of write_weeks() name, in order of their groups; the last two
 * are one source. */
static const char *const papers[] = { "", "Écho de la Baie", "Tern Post",
	"The Marrow Gull", "the Marrow GULL" };

/* Reports of two weeks in no order, in files that are indexed one after the
 * other; their titles end in what they name. */
static void
write_weeks(struct desk *d, unsigned *seed)
{
	for (int f = 0; f < 5; f++) {
		char name[8] = "0.txt";
		FILE *to;

		name[0] = (char)('0' + f);
		to = desk_file(d, name);
		for (int i = 0; i < 90; i++) {
			char text[DATE_TEXT];
			const char *paper;

			*seed = *seed * 1103515245 + 12345;
			paper = papers[*seed >> 24 & 3];
			if (i % 7 == 0)
				paper = papers[4];
			date_print(text,
			    day("2022-12-28") + (date)(*seed >> 16) % 15);
			fprintf(to, " date %s Report %d of the tides%s%s\n\n"
				    "A tide.\n\n",
			    text, i, *paper ? " | " : "", paper);
		}
		if (f == 4)
			fputs(" date 2022-02-31 One of no day\n\nA tide.\n", to);
		fclose(to);
	}
}

/* What a report names, as its label has it not: asked of its head. */
static struct str
source_of(const struct archive *a, uint32_t id, struct arena *in)
{
	const struct record *rec = archive_record(a, id);
	struct err e = { "" };
	struct article t;
	struct str raw;

	assert_true(archive_read(
	    (struct archive *)a, id, 0, ARTICLE_PART, in, &raw, &e));
	t = article_read(in, raw, 0, rec->head, PLAIN_READABLE);
	return str_of(t.text.text, t.head.source);
}

/* Which of two reports comes first, as far as their groups say. */
static int
compare_groups(
    const struct archive *a, enum order_by by, uint32_t x, uint32_t y)
{
	struct arena *in = arena_new();
	struct str s, t;
	int way;

	if (by == ORDER_FILE) {
		uint32_t f = archive_record(a, x)->source;
		uint32_t g = archive_record(a, y)->source;

		way = (f > g) - (f < g);
	} else {
		s = source_of(a, x, in);
		t = source_of(a, y, in);
		way = s.len == 0 || t.len == 0
		    ? (s.len == 0) - (t.len == 0)
		    : fold_compare(s, t);
	}
	arena_free(in);
	return way;
}

/* The reports of the scope are all there, group after group, each in order of
 * date; and every question about a place is answered as by counting. */
static void
check_order(const char *name, struct order *o, const struct scope *s)
{
	const struct archive *a = s->archive;
	uint32_t n = order_count(o);
	bool met[MOST] = { false };
	struct dates_row g = { 0, 0 };

	check_int(name, n, scope_count(s));
	for (uint32_t i = 0; i < n; i++) {
		uint32_t id = order_at(o, i);
		int way;

		check_int(name, scope_has(s, id) && !met[id], true);
		met[id] = true;
		check_int(name, order_index(o, id), i);
		if (i == g.after) {
			g = order_group(o, i);
			check_int(name, g.first, i);
		}
		check_int(name, order_group(o, i).first, g.first);
		check_int(name, order_group(o, i).after, g.after);
		if (i == 0)
			continue;
		way = compare_groups(a, order_by(o), order_at(o, i - 1), id);
		check_int(name, way < 0, i == g.first);
		check_int(name,
		    way < 0 || archive_compare(a, order_at(o, i - 1), id) < 0,
		    true);
	}
}

static void
check_scopes(struct order *o, struct scope *s)
{
	uint32_t ids[MOST], n = 0;

	check_order("all", o, s);
	scope_set_dates(s, (struct date_range){ day("2022-12-30"),
				    day("2023-01-05") });
	check_order("a week", o, s);
	for (uint32_t i = 0; i < scope_count(s); i += 3)
		ids[n++] = scope_at(s, i);
	scope_set_ids(s, ids, n, STR("“tide”"));
	check_order("a list of the week", o, s);
	scope_set_dates(s, DATE_ALL);
	check_order("a list", o, s);
	scope_clear_ids(s);
	scope_set_dates(s, date_year(1999));
	check_int("nothing", order_count(o), 0);
	scope_set_dates(s, DATE_ALL);
	check_order("all again", o, s);
}

/* As the archive grows, and as sources come to be known. */
static void
test_against_slow(void **state)
{
	unsigned seed = 11;
	struct scope scope;
	struct order *o;
	struct desk d;

	(void)state;
	desk_new(&d);
	write_weeks(&d, &seed);
	desk_start(&d);
	scope = scope_all(d.archive);
	o = order_new(d.archive, &scope);
	order_set(o, ORDER_FILE);
	do
		check_order("growing", o, &scope);
	while (archive_step(d.archive, 1) == ARCHIVE_MORE);
	check_int("all reports", archive_count(d.archive), 451);
	check_scopes(o, &scope);
	order_set(o, ORDER_SOURCE);
	while (order_step(o, 4000))
		;
	check_int("looked at", order_percent(o), 100);
	check_scopes(o, &scope);
	order_free(o);
	scope_free(&scope);
	desk_close(&d);
}

/* What is not known yet stands last, and nothing is lost on the way. */
static void
test_sources_a_step_at_a_time(void **state)
{
	unsigned seed = 5;
	uint32_t places = 0, id;
	struct scope scope;
	struct order *o;
	struct desk d;
	bool more = true;

	(void)state;
	desk_new(&d);
	write_weeks(&d, &seed);
	desk_start(&d);
	scope = scope_all(d.archive);
	o = order_new(d.archive, &scope);
	archive_finish(d.archive);
	order_set(o, ORDER_SOURCE);
	check_str("at first", order_group_name(o, 0), "(not read yet)");
	id = order_at(o, 17);
	check_int("in order of date", scope_at(&scope, 17), id);
	while (more) {
		uint32_t n = order_count(o);
		bool met[MOST] = { false };

		more = order_step(o, 1);
		for (uint32_t i = 0; i < n; i++)
			met[order_at(o, i)] = true;
		for (uint32_t i = 0; i < n; i++)
			check_int("each once", met[i], true);
		check_int("it is found", order_at(o, order_index(o, id)), id);
		places++;
	}
	check_int("a report a step", places, archive_count(d.archive));
	check_str("the first", order_group_name(o, 0), "Écho de la Baie");
	check_str("the last", order_group_name(o, order_count(o) - 1),
	    "(no source)");
	order_free(o);
	scope_free(&scope);
	desk_close(&d);
}

/* Names of files without what they all begin with. */
static void
test_names_of_files(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, true);
	order_set(d.reader->order, ORDER_FILE);
	check_str("the first", order_group_name(d.reader->order, 0), "bay.txt");
	check_str("the last", order_group_name(d.reader->order, LAST),
	    "table.txt");
	order_set(d.reader->order, ORDER_DATE);
	check_str("by date", order_group_name(d.reader->order, 0), "");
	desk_close(&d);
}

/* By date: 0 2022-11-04 and 1 2023-02-10 of the Gull, 2 2023-02-10 of nobody, 3
 * 2023-03-01 of Chirper, 4 2023-03-20 of the Gull in a file of its own, 5 undated
 * in another.  So by file 0 1 2 3 | 5 | 4, by source 3 | 0 1 4 | 2 5. */
static const struct order_row {
	const char *name;
	const char *keys;
	enum order_by by;
	int cursor; /* a place of the order */
	int open;   /* a place by date */
	const char *says;
} rows[] = {
	{ "by file", "E", ORDER_FILE, 5, 4, "by file; E: by source" },
	{ "by source", "E E", ORDER_SOURCE, 3, 4, "by source; E: by date" },
	{ "by date again", "E E E", ORDER_DATE, 4, 4, "by date; E: by file" },
	{ "by its name", ": list-by Space source Enter", ORDER_SOURCE, 3, 4,
	    "by source" },
	{ "the same again", ": list-by Space date Enter", ORDER_DATE, 4, 4,
	    "by date" },
	{ "by another name", ": list-by Space moon Enter", ORDER_DATE, 4, 4,
	    "list-by takes date, file or source" },
	{ "K goes up the list", "E K", ORDER_FILE, 4, LAST, "" },
	{ "and on", "E K K", ORDER_FILE, 3, 3, "" },
	{ "J at its end", "E J", ORDER_FILE, 5, 4, "this is the last report" },
	{ "J by source", "E E J", ORDER_SOURCE, 4, 2, "" },
	{ "J with a count", "E E 2 J", ORDER_SOURCE, 5, LAST, "" },
	{ "K by source", "E E 3 K", ORDER_SOURCE, 0, 3, "" },
	{ "Space goes on as J", "E E G Space", ORDER_SOURCE, 4, 2, "" },
	{ "< by source", "E E <", ORDER_SOURCE, 0, 3, "" },
	{ "> by source", "E E < < >", ORDER_SOURCE, 0, 3, "" },
	{ "no later date", "E E >", ORDER_SOURCE, 3, 4, "no later date" },
	{ "D by file", "E D 2022-11-04 Enter", ORDER_FILE, 0, 0, NULL },
	{ "only a month", "E D 2023-02..2023-02 Enter", ORDER_FILE, 0, 1, NULL },
	{ "of two sources", "E E D 2023-02..2023-02 Enter J", ORDER_SOURCE, 1, 2,
	    "" },
	{ "all again", "E E D 2023-02..2023-02 Enter J a", ORDER_SOURCE, 4, 2,
	    "all 6 reports" },
	{ "only what was found", "E E F crew Enter q & g", ORDER_SOURCE, 0, 3,
	    "" },
	{ "a hit", "E E F crew Enter q & J", ORDER_SOURCE, 1, 0, "" },
	{ "the list", "E h k k Enter", ORDER_FILE, 3, 3, "" },
	{ "what is selected stays", "h k E", ORDER_FILE, 3, 4, "by file" },
	{ "by source, too", "h k E E", ORDER_SOURCE, 0, 4, "by source" },
	{ "files", "E h e", ORDER_FILE, 5, 4, "files: Enter opens one" },
	{ "up a file", "E h e k", ORDER_FILE, 4, 4, "" },
	{ "up two", "E h e k k", ORDER_FILE, 0, 4, "" },
	{ "not further", "E h e 9 k", ORDER_FILE, 0, 4, "" },
	{ "open a file", "E h e k k Enter j Enter", ORDER_FILE, 1, 1, "" },
	{ "sources", "E E h e k", ORDER_SOURCE, 0, 4, "" },
	{ "the last source", "E E h e G", ORDER_SOURCE, 4, 4, "" },
	{ "open the open one", "E E h e Enter", ORDER_SOURCE, 3, 4, "" },
	{ "unfolded again", "E E h e e", ORDER_SOURCE, 3, 4, "every report" },
};

static void
test_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct order_row *w = &rows[i];
		struct desk d;

		desk_open(&d, true);
		reader_resize(d.reader, 120, 36);
		press(d.reader, w->keys);
		check_int(w->name, order_by(d.reader->order), w->by);
		check_int(w->name, d.reader->cursor, w->cursor);
		check_int(w->name, place_of(d.reader), w->open);
		check_message(w->name, d.reader, w->says);
		desk_close(&d);
	}
}

/* A key before anything is indexed: what is open and selected stays while
 * reports come in and their sources get known, and the rows of the list cover
 * all of them. */
static void
test_while_indexing(void **state)
{
	unsigned seed = 8;
	struct desk d;
	uint32_t open, selected;

	(void)state;
	desk_new(&d);
	write_weeks(&d, &seed);
	desk_start(&d);
	reader_resize(d.reader, 120, 36);
	while (!d.reader->open.is)
		reader_step(d.reader, 1);
	press(d.reader, "E E h k k k");
	open = d.reader->open.id;
	selected = order_at(d.reader->order, d.reader->cursor);
	while (d.reader->busy) {
		struct canvas c;

		reader_step(d.reader, 1);
		c = screen_draw(d.reader, d.frame);
		check_int("open", d.reader->open.id, open);
		check_int("selected",
		    order_at(d.reader->order, d.reader->cursor), selected);
		check_int("in the list", c.cursor_col, 0);
		arena_reset(d.frame);
	}
	check_order("all", d.reader->order, &d.reader->scope);
	desk_close(&d);
}

/* Every row at four sizes, folded and not, by file and by source. */
static void
test_pictures(void **state)
{
	static const int sizes[][2] = { { 120, 36 }, { 80, 24 }, { 50, 20 },
		{ 31, 6 } };
	unsigned seed = 3;
	struct desk d;

	(void)state;
	desk_new(&d);
	write_weeks(&d, &seed);
	desk_start(&d);
	desk_index(&d);
	for (size_t s = 0; s < 4 * COUNT(sizes); s++) {
		reader_resize(d.reader, sizes[s / 4][0], sizes[s / 4][1]);
		press(d.reader, "Esc");
		press(d.reader,
		    s % 4 < 2 ? ": list-by Space file Enter"
			      : ": list-by Space source Enter");
		press(d.reader, "h g");
		d.reader->view.dates_by = s % 2 ? BY_MONTH : BY_DAY;
		for (int i = 0; i < 60; i++) {
			struct canvas c = screen_draw(d.reader, d.frame);
			const char *flaw = flaw_of_canvas(&c);

			if (flaw)
				fail_msg("%s", flaw);
			check_int("the cursor is in the list", c.cursor_col, 0);
			arena_reset(d.frame);
			press(d.reader, "j");
		}
	}
	desk_close(&d);
}

/* The same files read again are listed as before. */
static void
test_reload(void **state)
{
	struct desk d;
	struct archive *again = archive_new();
	struct reader *r;
	struct err e = { "" };

	(void)state;
	desk_open(&d, true);
	press(d.reader, "E E K");
	for (size_t i = 0; i < d.path_n; i++)
		assert_true(archive_add(again, d.paths[i], &e));
	archive_finish(again);
	r = reader_again(d.reader, again);
	check_int("by source", order_by(r->order), ORDER_SOURCE);
	check_int("what was open", place_of(r), 1);
	while (r->busy)
		reader_step(r, 1 << 20);
	check_int("where it was", r->cursor, 2);
	reader_free(r);
	archive_free(again);
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_slow),
		cmocka_unit_test(test_sources_a_step_at_a_time),
		cmocka_unit_test(test_names_of_files),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_while_indexing),
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_reload),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
