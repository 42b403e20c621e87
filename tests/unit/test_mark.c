/* Read and unread, by keys: what is unread then, what is open, what is said. */
#include "desk.h"

#include <locale.h>

/* Places of the bay that are unread at first: all but two. */
static const char marks[] = " 0 1 3 4 5";

enum { THIRD = 2 };

/* From the newest dated report, place 4, which is unread on the screen. */
static const struct {
	const char *row;
	const char *keys;
	const char *unread;
	int open;
	const char *message; /* NULL: any */
} presses[] = {
	{ "no key", "", " 0 1 3 4 5", NEWEST, "" },
	{ "any key reads what is open", "j", " 0 1 3 5", NEWEST, "" },
	{ "one after the other", "K K K", " 0 1 5", 1, "" },
	{ "back again", "K K K J J J", " 0 5", NEWEST, "" },
	{ "r reads what is unread on the screen", "r", " 0 1 3 5", NEWEST,
	    "read" },
	{ "r once more", "r r", " 0 1 3 4 5", NEWEST, "unread again" },
	{ "r on what was read", "j r", " 0 1 3 4 5", NEWEST, "unread again" },
	{ "that stays", "j r j j", " 0 1 3 4 5", NEWEST, "" },
	{ "until it is opened again", "j r K J j", " 0 1 5", NEWEST, "" },
	{ "other letters do not open it", "j r x x", " 0 1 3 4 5", NEWEST, "" },
	{ "by its name", ": Esc :toggle-read Enter", " 0 1 3 4 5", NEWEST,
	    "unread again" },

	{ "next unread", ".", " 0 1 3 5", LAST, "" },
	{ "previous unread", ",", " 0 1 3 5", 3, "" },
	{ "two back", "2 ,", " 0 1 3 5", 1, "" },
	{ "more than there are", "9 ,", " 0 1 3 5", 0, "" },
	{ "read ones are passed over", ", , ,", " 0 5", 0, "" },
	{ "nothing that way", ". .", " 0 1 3", LAST,
	    "nothing below is unread, but above" },
	{ "nothing the other way", ". 9 , j ,", " 1 3", 0,
	    "nothing above is unread, but below" },
	{ "nothing at all", "A .", "", NEWEST, "nothing is unread here" },
	{ "back from there", ". C-o", " 0 1 3", NEWEST, "" },

	{ "all read", "A", "", NEWEST, "5 reports counted as read: U" },
	{ "again, there is nothing", "A A", "", NEWEST,
	    "nothing is unread here" },
	{ "taken back", "A U", " 0 1 3 4 5", NEWEST, "5 reports unread again" },
	{ "r taken back", "r U", " 0 1 3 4 5", NEWEST,
	    "1 report unread again" },
	{ "unread taken back", "j r U", " 0 1 3 5", NEWEST,
	    "1 report read again" },
	{ "one after the other", "r A U U", " 0 1 3 4 5", NEWEST,
	    "1 report unread again" },
	{ "nothing left", "r U U", " 0 1 3 4 5", NEWEST,
	    "nothing to take back" },
	{ "all of some days", "D 2022 Tab Enter A", " 1 3 5", 0,
	    "1 report counted as read" },

	{ "only unread", ";", " 0 1 3 5", NEWEST, "" },
	{ "it goes from one to the next", "; K K", " 0 1 5", 1, "" },
	{ "and stays when it is read", "; K K J J", " 0 5", NEWEST, "" },
	{ "all again", "; ;", " 0 1 3 5", NEWEST, "all 6 reports" },
	{ "all again by a", "; a", " 0 1 3 5", NEWEST, "all 6 reports" },
	{ "and only those that are left", ", ; a , , ;", " 5", 0, "" },
	{ "not from a read one", "K K ;", " 0 1 5", LAST, "" },
	{ "nothing to show", "A ;", "", NEWEST, "nothing is unread here" },
	{ "of those that were found", "F lamp Enter & ; K K", " 0 1", 1, "" },
	{ "found ones take their place", "; F lamp Enter & & J K", " 0 1 3", 3, "" },

	{ "in the list of dates", "\\ \\ S-Tab k k r", " 0 1 2 3 5", NEWEST,
	    "unread again" },
	{ "a folded month", "S-Tab k k e r", " 0 3 5", NEWEST,
	    "1 report counted as read" },
	{ "a folded year", "S-Tab e e r", " 0 5", NEWEST,
	    "2 reports counted as read" },
};

static bool
listed(const char *list, uint32_t place)
{
	char word[4] = { ' ', (char)('0' + place), '\0' };

	return strstr(list, word) != NULL;
}

static struct str
unread_places(struct desk *d)
{
	const struct reader *r = d->reader;
	struct buf b = { .in = d->frame };

	for (uint32_t i = 0; i < archive_count(r->archive); i++)
		if (unread_has(&r->unread, archive_at(r->archive, i)))
			buf_addf(&b, " %u", i);
	return buf_str(&b);
}

static void
test_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(presses); i++) {
		struct reader *r;
		struct desk d;

		desk_open(&d, true);
		r = d.reader;
		for (uint32_t p = 0; p < archive_count(r->archive); p++)
			if (listed(marks, p))
				unread_find(&r->unread,
				    archive_at(r->archive, p));
		press(r, presses[i].keys);
		if (presses[i].unread)
			check_str(presses[i].row, unread_places(&d),
			    presses[i].unread);
		if (presses[i].open >= 0)
			check_int(presses[i].row, place_of(r),
			    presses[i].open);
		check_message(presses[i].row, r, presses[i].message);
		desk_close(&d);
	}
}

/* Fifty reports of a day, and an unread one here and there. */
static void
test_many(void **state)
{
	static const struct {
		const char *row;
		const char *keys;
		uint32_t unread;
		const char *message;
	} rows[] = {
		{ "over 20 are asked for", "A", 49,
		    "49 unread reports: once more" },
		{ "twice", "A A", 0, "49 reports counted as read" },
		{ "not when something came between", "A j A", 49, "49 unread reports: once more" },
		{ "of a few of them at once", "D 2023-01-01..2023-01-20 Enter A",
		    29, "20 reports counted as read" },
		{ "back as they were", "A A U", 49, "49 reports unread again" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct desk d;
		FILE *f;

		desk_new(&d);
		f = desk_file(&d, "many.txt");
		for (int day = 0; day < 50; day++)
			fprintf(f, " date 2023-%02d-%02d Day | Gull\n\nText.\n\n",
			    day / 25 + 1, day % 25 + 1);
		fclose(f);
		desk_start(&d);
		desk_index(&d);
		for (uint32_t id = 0; id < 50; id++)
			unread_find(&d.reader->unread, id);
		press(d.reader, rows[i].keys);
		check_int(rows[i].row, d.reader->unread.n, rows[i].unread);
		check_message(rows[i].row, d.reader, rows[i].message);
		desk_close(&d);
	}
}

/* The set against the plainest way to say the same. */
static void
test_set(void **state)
{
	enum { REPORTS = 700 };
	struct unread u = { .n = 0 };
	bool is[REPORTS] = { false };
	unsigned seed = 11;
	struct order *o;
	struct scope s;
	struct desk d;
	FILE *f;

	(void)state;
	desk_new(&d);
	f = desk_file(&d, "many.txt");
	for (int i = 0; i < REPORTS; i++)
		fprintf(f, " date 2023-01-%02d Day | Gull\n\nText.\n\n",
		    i % 28 + 1);
	fclose(f);
	desk_start(&d);
	desk_index(&d);
	s = scope_all(d.archive);
	scope_set_dates(&s, (struct date_range){
	    archive_record(d.archive, archive_at(d.archive, 0))->date + 3,
	    INT32_MAX });
	o = order_new(d.archive, &s);
	for (int i = 0; i < 40; i++) {
		order_set(o, i < 20 ? ORDER_DATE : ORDER_FILE);
		uint32_t id = (seed = seed * 1103515245 + 12345) >> 8, n = 0;
		uint32_t count = scope_count(&s), next = count, here;

		id %= REPORTS;
		is[id] = i % 5 != 0;
		unread_say(&u, id, is[id]);
		here = id % count;
		for (uint32_t p = count; p-- > 0;) {
			n += is[order_at(o, p)];
			if (p > here && is[order_at(o, p)])
				next = p;
		}
		check_int("count", unread_count(&u, o, 0, count), n);
		check_int("after", unread_after(&u, o, here), next);
		for (next = here; next > 0 && !is[order_at(o, next - 1)];)
			next--;
		check_int("before", unread_before(&u, o, here),
		    next > 0 ? next - 1 : count);
	}
	order_free(o);
	unread_free(&u);
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_set),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
