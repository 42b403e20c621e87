/* A scope, held against the plainest way to say the same: go through the whole
 * archive and keep what passes. */
#include "desk.h"

#include <locale.h>

#include "dateline/reader/scope.h"

static date
day(const char *text)
{
	struct ymd when;

	assert_true(date_scan(str_c(text), &when));
	return date_of(when);
}

/* The ids that a scope should have, in order. */
static size_t
slow(const struct scope *s, const bool *listed, uint32_t *ids)
{
	size_t n = 0;

	for (uint32_t i = 0; i < archive_count(s->archive); i++) {
		uint32_t id = archive_at(s->archive, i);

		if (date_in(s->dates, archive_record(s->archive, id)->date) &&
		    (!s->listed || listed[id]))
			ids[n++] = id;
	}
	return n;
}

enum { MOST = 512 };

static void
check_scope(const char *name, const struct scope *s, const bool *listed)
{
	const struct archive *a = s->archive;
	uint32_t ids[MOST], dated = 0, place = 0;
	size_t n = slow(s, listed, ids);

	check_int(name, scope_count(s), (long)n);
	for (size_t i = 0; i < n; i++) {
		check_int(name, scope_at(s, (uint32_t)i), ids[i]);
		check_int(name, scope_date(s, (uint32_t)i),
		    archive_record(a, ids[i])->date);
		dated += archive_record(a, ids[i])->date != DATE_NONE;
	}
	check_int(name, scope_dated(s), dated);
	for (uint32_t i = 0; i < archive_count(a); i++) {
		uint32_t id = archive_at(a, i);
		bool has = place < n && ids[place] == id;

		check_int(name, scope_has(s, id), has);
		check_int(name, scope_index(s, id), place);
		place += has;
	}
	for (date d = day("2022-12-28"); d < day("2023-01-12"); d++) {
		for (place = 0; place < dated; place++)
			if (archive_record(a, ids[place])->date >= d)
				break;
		check_int(name, scope_find(s, d), place);
	}
}

/* Reports of two weeks in no order, two of them without a date, in files that
 * are indexed one after the other. */
static void
write_weeks(struct desk *d, unsigned *seed)
{
	for (int f = 0; f < 6; f++) {
		char name[8] = "0.txt";
		FILE *to;

		name[0] = (char)('0' + f);
		to = desk_file(d, name);
		if (f == 5)
			fputs("Nobody knows when.\n", to);
		for (int i = 0; i < 40 && f < 5; i++) {
			char text[DATE_TEXT];

			*seed = *seed * 1103515245 + 12345;
			date_print(text,
			    day("2022-12-28") + (date)(*seed >> 16) % 15);
			fprintf(to, " date %s Report %d\n\nA tide.\n\n", text,
			    i);
		}
		fclose(to);
	}
}

static void
check_all_kinds(struct scope *s, const bool *listed)
{
	check_scope("all", s, listed);
	scope_set_dates(s, (struct date_range){ day("2022-12-30"),
				    day("2023-01-05") });
	check_scope("a week", s, listed);
	scope_set_dates(s, (struct date_range){ DATE_ALL.first,
				    day("2022-12-31") });
	check_scope("until", s, listed);
	scope_set_dates(s, (struct date_range){ day("2023-01-03"),
				    DATE_ALL.last });
	check_scope("from", s, listed);
	scope_set_dates(s, (struct date_range){ day("2019-01-01"),
				    day("2019-12-31") });
	check_scope("nothing", s, listed);
	scope_set_dates(s, DATE_ALL);
}

/* Every third report, as the archive grows: scopes stay right. */
static void
test_against_slow(void **state)
{
	bool listed[MOST] = { false };
	unsigned seed = 4;
	struct scope all, list;
	struct desk d;
	uint32_t known = 0;

	(void)state;
	desk_new(&d);
	write_weeks(&d, &seed);
	desk_start(&d);
	all = scope_all(d.archive);
	list = scope_all(d.archive);
	scope_set_ids(&list, NULL, 0, STR("“tide”"));
	do {
		archive_step(d.archive, 1);
		for (; known < archive_count(d.archive); known++) {
			if (known % 3 != 0)
				continue;
			listed[known] = true;
			scope_add_id(&list, known);
			scope_add_id(&list, known);
		}
		check_all_kinds(&all, listed);
		check_all_kinds(&list, listed);
	} while (archive_count(d.archive) < 201);
	scope_clear_ids(&list);
	check_all_kinds(&list, listed);
	scope_free(&list);
	scope_free(&all);
	desk_close(&d);
}

static void
test_names(void **state)
{
	struct scope s = scope_all(NULL);
	struct arena *in = arena_new();
	struct buf b = { .in = in };
	uint32_t ids[] = { 4, 2 };

	(void)state;
	assert_false(scope_is_narrowed(&s));
	scope_print(&s, &b);
	check_str("all", buf_str(&b), "");
	scope_set_dates(&s, date_month(2023, 3));
	scope_print(&s, &b);
	check_str("a month", buf_str(&b), "Mar 2023");
	scope_set_ids(&s, ids, 2, STR("“visit”"));
	b.len = 0;
	scope_print(&s, &b);
	check_str("both", buf_str(&b), "“visit” in Mar 2023");
	scope_set_dates(&s, DATE_ALL);
	b.len = 0;
	scope_print(&s, &b);
	check_str("a list", buf_str(&b), "“visit”");
	scope_set_ids(&s, ids, 1,
	    STR("ééééééééééééééééééééééééééééééééééé"));
	check_int("cut between letters", (long)strlen(s.what), 62);
	assert_true(scope_is_narrowed(&s));
	scope_free(&s);
	arena_free(in);
}

static const struct narrow_row {
	const char *name;
	const char *keys;
	int id_place; /* in the archive */
	uint32_t count;
	const char *says;
} rows[] = {
	{ "nothing", "", NEWEST, 6, "" },
	{ "a range opens its first", "D 2023-02..2023-02 Enter", 1, 2,
	    "only Feb 2023, 2 reports" },
	{ "an end that is open", "D ..2023-02-10 Enter", 0, 3,
	    "only .. 10 Feb 2023, 3 reports" },
	{ "a date in it", "D 2023-02.. Enter D 2023-03-20 Enter", NEWEST, 4,
	    "Mon 20 Mar 2023, 1 report" },
	{ "a date outside of it", "D 2023-02..2023-02 Enter D 2023-03-20 Enter",
	    1, 2, "nearest: Fri 10 Feb 2023; none on Mon 20 Mar" },
	{ "a range outside of it",
	    "D 2023-02..2023-02 Enter D 2023-03.. Enter", 3, 2,
	    "only Mar 2023 .., 2 reports" },
	{ "a range with nothing in it", "D 1999..2000 Enter", 0, 6,
	    "nearest: Fri 4 Nov 2022; none in 1999 .. 2000" },
	{ "J stays", "D 2023-02..2023-02 Enter J J J", 2, 2,
	    "this is the last of these" },
	{ "K stays", "D 2023-02.. Enter K", 1, 4,
	    "this is the first of these" },
	{ "> stays", "D 2023-02..2023-02 Enter >", 1, 2, "no later date" },
	{ "< stays", "D 2023-02..2023-02 Enter J <", 2, 2,
	    "no earlier date" },
	{ "quotes stay", "D ..2022 Enter ) ) )", 0, 1,
	    "last quote of the newest" },
	{ "Space stays", "D ..2022 Enter Space Space Space", 0, 1,
	    "this is the last of these" },
	{ "the dates end", "D 2023-02..2023-02 Enter h G Enter", 2, 2, "" },
	{ "a shows all", "D 2023-02..2023-02 Enter J a", 2, 6,
	    "all 6 reports" },
	{ "a without need", "a", NEWEST, 6, "all reports are shown: D" },
	{ "nothing typed is any day", "D 2023-02.. Enter D Enter", 1, 6,
	    "reports of any day: 6" },
	{ "Esc changes nothing", "D 2023-02.. Enter D Esc", 1, 4, "" },
	{ "Tab stays in it", "D 2023-02 Tab Enter", 1, 2,
	    "only Feb 2023, 2 reports" },
	{ "Tab twice does not", "D 2023-02 Tab Tab Enter", 1, 6,
	    "Fri 10 Feb 2023, first of 2" },
	{ "an edit takes Tab back", "D 2023-0 Tab 2 Enter", 1, 6,
	    "Fri 10 Feb 2023, first of 2" },
	{ "the other side", "D 2023-02-12 Tab Enter", 3, 6,
	    "after: Wed 1 Mar 2023" },
	{ "the side before", "D 2023-02-27 Tab Enter", 1, 6,
	    "before: Fri 10 Feb 2023" },
	{ "no other side", "D 1999 Tab Enter", 0, 6,
	    "nearest: Fri 4 Nov 2022; none in 1999" },
	{ "the reading that has reports", "D 2/10/2023 Enter", 1, 6,
	    "Fri 10 Feb 2023, 2 reports" },
	{ "and the other one", "D 2/10/2023 Tab Enter", NEWEST, 6,
	    "nearest: Mon 20 Mar 2023; none on Mon 2 Oct" },
	{ "a month that cannot be", "D 20/3/2023 Enter", NEWEST, 6,
	    "Mon 20 Mar 2023, 1 report" },
	{ "first", "D first Enter", 0, 6, "Fri 4 Nov 2022, 1 report" },
	{ "last", "g D last Enter", NEWEST, 6, "Mon 20 Mar 2023, 1 report" },
	{ "first of these", "D 2023-02.. Enter J J D first Enter", 1, 4,
	    "Fri 10 Feb 2023, 2 reports" },
	{ "back leads out", "D 2023-02..2023-02 Enter C-o", NEWEST, 6,
	    "that is another report: all" },
	{ "back within", "D 2023-02..2023-02 Enter J C-o", 1, 2, "" },
};

static void
test_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct narrow_row *w = &rows[i];
		struct desk d;

		desk_open(&d, true);
		press(d.reader, w->keys);
		check_int(w->name, place_of(d.reader), w->id_place);
		check_int(w->name, scope_count(&d.reader->scope), w->count);
		check_message(w->name, d.reader, w->says);
		desk_close(&d);
	}
}

/* A list of ids: what is open is one of them, or the nearest one opens. */
static void
test_narrow_ids(void **state)
{
	uint32_t ids[2];
	struct desk d;

	(void)state;
	desk_open(&d, true);
	ids[0] = archive_at(d.archive, 0);
	ids[1] = archive_at(d.archive, 2);
	reader_narrow_ids(d.reader, ids, 2, STR("“lamp”"));
	check_int("the nearest", place_of(d.reader), 2);
	press(d.reader, "K");
	check_int("over what is left out", place_of(d.reader), 0);
	press(d.reader, "D 2023.. Enter");
	check_int("both", scope_count(&d.reader->scope), 1);
	check_int("and the open one", place_of(d.reader), 2);
	press(d.reader, "a");
	check_int("all", scope_count(&d.reader->scope), 6);
	reader_narrow_ids(d.reader, NULL, 0, STR("“nothing”"));
	press(d.reader, "J K > < ) ( h j k g G Enter Space D 2023 Enter");
	check_int("none", scope_count(&d.reader->scope), 0);
	check_int("what was open stays", place_of(d.reader), 2);
	desk_close(&d);
}

/* Narrowed before anything is known: the newest of these opens; if there is
 * none, all are shown. */
static void
test_narrow_first(void **state)
{
	struct desk d;

	(void)state;
	for (int none = 0; none < 2; none++) {
		desk_new(&d);
		desk_write(&d, &bay_file);
		desk_write(&d, &undated_file);
		desk_start(&d);
		reader_narrow_dates(d.reader,
		    none ? date_year(1999) : date_month(2023, 2));
		desk_index(&d);
		check_int("what is open", place_of(d.reader), none ? 3 : 2);
		check_int("how many", scope_count(&d.reader->scope),
		    none ? 5 : 2);
		check_message("what is said", d.reader,
		    none ? "no report of 1999: all are shown" : "");
		desk_close(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_slow),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_narrow_ids),
		cmocka_unit_test(test_narrow_first),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
