/* Visits: a file is read and left, it changes, and somebody comes back; or two
 * people read it at once. */
#include "desk.h"

#include <fcntl.h>
#include <locale.h>
#include <sys/stat.h>

#define REPORT(day, name, text) \
	" date " day " " name " | The Marrow Gull\n\n" text "\n\n"
/* A report that is longer than what is looked at of a file. */
#define BIG "@"

static const char one[] = REPORT("2023-02-10", "One", "The first is short.");
static const char two[] = REPORT("2023-02-10", "Two", "The second is not.");
static const char more[] = REPORT("2023-02-10", "Two", "The second is more.");
static const char three[] = REPORT("2023-03-01", "Three", "The lamp is back.");
static const char four[] = REPORT("2023-04-02", "Four", "It is out again.");
static const char early[] = REPORT("2022-11-04", "Early", "The ferry ties up.");
static const char big_one[] = BIG REPORT("2023-02-11", "Big", "It goes on.");
static const char big_two[] = BIG REPORT("2023-02-12", "Huge", "And on.");
static const char notes[] = "Notes from the pier\n\nNo day on these.\n\n";
static const char open_end[] = " date 2023-02-10 Open | The Marrow Gull\n\nIt";

/* One file before and after, the keys that are pressed in the first visit, what
 * is unread in the second one, and what opens in it. */
static const struct {
	const char *row;
	const char *before[5];
	const char *keys;
	const char *after[5];
	const char *unread;
	const char *opens;
} visits[] = {
	{ "nothing has changed", { one, two }, "K", { one, two }, "", "One" },
	{ "one more behind", { one, two }, "K", { one, two, three }, "Three",
	    "One" },
	{ "two more behind", { one }, "", { one, two, early }, "Early Two",
	    "One" },
	{ "one more before", { two, one }, "K", { three, two, one }, "Three",
	    "Two" },
	{ "an older one before", { two, three }, "", { early, two, three },
	    "Early", "Three" },
	{ "behind a long one", { big_one, big_two }, "K",
	    { big_one, big_two, one }, "One", "Big" },
	{ "before a long one", { big_one, big_two }, "",
	    { one, big_one, big_two }, "One", "Huge" },
	{ "something else above, one more behind", { two, big_one, big_two },
	    "", { more + 1, big_one, big_two, one }, "One", "Huge" },
	{ "between long ones: later is new", { big_one, big_two }, "",
	    { big_one, four, big_two }, "Four", "Huge" },
	{ "between long ones: not later", { big_one, big_two }, "",
	    { big_one, one, big_two }, "", "Huge" },
	{ "at both ends: later is new", { one, two }, "",
	    { early, one, two, three }, "Three", "Three" },
	{ "the first is gone", { one, two }, "", { two }, "", "Two" },
	{ "the last is gone", { one, two }, "K", { one }, "", "One" },
	{ "another text of that length", { two }, "", { more + 1 }, "", "Two" },
	{ "a text without a date is another", { notes }, "", { three },
	    "Three", "Three" },
	{ "a report has grown", { open_end }, "", { open_end, " is" }, "",
	    "Open" },
	{ "behind an open end", { open_end }, "", { open_end, "\n", three },
	    "Three", "Open" },
	{ "it was empty", { "" }, "", { one, two }, "One Two", "Two" },
	{ "unread again", { one, two, three }, "K r", { one, two, three },
	    "Two", "Two" },
	{ "unread again, and more behind", { one, two, three }, "r J K K r",
	    { one, two, three, four }, "One Three Four", "One" },
	{ "unread again, and more before", { one, two, three }, "K K r",
	    { four, one, two, three }, "One Four", "One" },
	{ "unread again, and read", { one, two, three }, "r K J K",
	    { one, two, three }, "", "Two" },
	{ "unread again, and something between", { big_one, big_two }, "r K r",
	    { big_one, four, big_two }, "Big Huge Four", "Big" },
};

/* The desk, and the text that is kept. */
struct house {
	struct desk d;
	struct str text;
	long second; /* at which the file was changed last */
};

static void
house_open(struct house *h)
{
	*h = (struct house){ .second = 1600000000 };
	desk_new(&h->d);
	desk_write(&h->d, &(struct report_file){ "file.txt", "" });
}

static void
write_text(FILE *f, const char *text)
{
	bool big = text[0] == BIG[0];

	fputs(text + big, f);
	for (int i = 0; big && i < 200; i++)
		fprintf(f, "On day %d of it the lamp was lit and put out.\n", i);
}

static void
house_write(struct house *h, const char *const texts[5])
{
	struct timespec times[2] = { { ++h->second, 0 }, { h->second, 0 } };
	FILE *f = fopen(h->d.paths[0], "w");

	assert_non_null(f);
	for (size_t i = 0; i < 5 && texts[i]; i++)
		write_text(f, texts[i]);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(utimensat(AT_FDCWD, h->d.paths[0], times, 0), 0);
}

static void
house_close(struct house *h)
{
	for (size_t i = 0; i < h->d.path_n; i++)
		unlink(h->d.paths[i]);
	arena_free(h->d.frame);
	assert_int_equal(rmdir(h->d.folder), 0);
	arena_free(h->d.in);
}

/* Somebody who reads. */
struct guest {
	struct archive *archive;
	struct reader *reader;
	struct str text; /* as it was found */
	struct visit was;
};

static struct guest
guest_come(struct house *h)
{
	struct guest g = { .archive = archive_new(), .text = h->text };
	struct err e = { "" };

	assert_true(archive_add(g.archive, h->d.paths[0], &e));
	g.reader = reader_new(g.archive);
	g.was = visit_parse(h->d.in, g.text);
	return g;
}

static void
guest_settle(struct guest *g, struct str folder)
{
	reader_set_visit(
	    g->reader, g->text.len > 0 ? &g->was : NULL, folder, true);
	while (g->reader->busy)
		reader_step(g->reader, 1 << 16);
}

static void
guest_leave(struct guest *g, struct house *h)
{
	struct arena *in = arena_new();
	struct visit now = visit_parse(in, h->text), out;
	struct buf to = { .in = h->d.in };
	bool same = str_eq(h->text, g->text);

	if (reader_leave(g->reader,
		h->text.len == 0 ? NULL
		    : same	 ? &g->was
				 : &now,
		in, &out)) {
		visit_print(&out, &to);
		h->text = buf_str(&to);
	}
	arena_free(in);
	reader_free(g->reader);
	archive_free(g->archive);
}

/* The word that a report is called by. */
static void
add_name(struct buf *b, struct reader *r, uint32_t id)
{
	struct arena *in = arena_new();
	struct err e = { "" };
	struct str raw;

	assert_true(archive_read(r->archive, id, 0, 64, in, &raw, &e));
	if (str_starts(raw, STR(" date ")))
		raw = str_skip(raw, 17);
	else if (str_starts(raw, STR("date ")))
		raw = str_skip(raw, 16);
	if (b->len > 0)
		buf_addc(b, ' ');
	buf_add(b, str_head(raw, strcspn(raw.ptr, " ")));
	arena_free(in);
}

static struct str
names_unread(struct house *h, struct reader *r)
{
	struct buf b = { .in = h->d.in };

	for (uint32_t i = 0; i < archive_count(r->archive); i++)
		if (unread_has(&r->unread, archive_at(r->archive, i)))
			add_name(&b, r, archive_at(r->archive, i));
	return buf_str(&b);
}

static struct str
name_open(struct house *h, struct reader *r)
{
	struct buf b = { .in = h->d.in };

	if (r->open.is)
		add_name(&b, r, r->open.id);
	return buf_str(&b);
}

static void
test_visits(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(visits); i++) {
		struct house h;
		struct guest g;

		house_open(&h);
		house_write(&h, visits[i].before);
		g = guest_come(&h);
		guest_settle(&g, STR("/"));
		check_int(visits[i].row, g.reader->unread.n, 0);
		press(g.reader, visits[i].keys);
		guest_leave(&g, &h);
		house_write(&h, visits[i].after);
		for (int again = 0; again < 2; again++) {
			g = guest_come(&h);
			guest_settle(&g, STR("/"));
			check_str(visits[i].row, names_unread(&h, g.reader),
			    visits[i].unread);
			check_str(visits[i].row, name_open(&h, g.reader),
			    visits[i].opens);
			guest_leave(&g, &h);
		}
		house_close(&h);
	}
}

/* Two guests, A and B.  Each step is a guest and what it does: "A+" comes, "A-"
 * leaves, "Aj" and so on presses a key; "1" to "4" write so many reports. */
static const struct {
	const char *row;
	const char *steps;
	const char *unread; /* for who comes afterwards */
} meetings[] = {
	{ "one reads one, one the other",
	    "2 A+ A- 4 A+ B+ A. Aj A- B. B. Bj B-", "" },
	{ "what either read is read", "2 A+ A- 4 A+ B+ A. AK A- BJ BJ BK B-",
	    "" },
	{ "who read nothing takes nothing back",
	    "2 A+ A- 4 A+ B+ A. AK A- B-", "Four" },
	{ "the same, who read leaves last", "2 A+ A- 4 A+ B+ A. AK B- A-",
	    "Four" },
	{ "unread again stays so", "2 A+ A- A+ B+ Ar A- B-", "Two" },
	{ "unread again by who leaves last", "2 A+ A- A+ B+ Ar B- A-", "Two" },
	{ "both for the first time", "3 A+ B+ Ar A- B-", "Three" },
	{ "who came early leaves late", "2 A+ A- A+ 4 B+ B. BK B- A-", "Four" },
	{ "who came early read something",
	    "3 A+ Ar A- A+ 4 B+ B- A. A. AK A-", "Four" },
	{ "who came early says unread", "2 A+ A- A+ 4 B+ BA B- Ar A-", "Two" },
	{ "who came late leaves first, who came early has read",
	    "2 A+ A- 3 A+ AJ 4 B+ B- AK A-", "Four" },
	{ "the same, and says unread again",
	    "2 A+ A- 3 A+ AJ 4 B+ BA B- Ak Ar A-", "Three" },
};

static void
meet(struct house *h, struct guest guests[2], const char *step)
{
	static const char *const texts[] = { one, two, three, four };
	const char *some[5] = { NULL };
	struct guest *g = &guests[step[0] == 'B'];
	char keys[2] = { step[1], '\0' };

	if (step[0] >= '1' && step[0] <= '4') {
		for (int i = 0; i < step[0] - '0'; i++)
			some[i] = texts[i];
		house_write(h, some);
	} else if (step[1] == '+') {
		*g = guest_come(h);
		guest_settle(g, STR("/"));
	} else if (step[1] == '-') {
		guest_leave(g, h);
	} else {
		press(g->reader, keys);
	}
}

static void
test_meetings(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(meetings); i++) {
		const char *step = meetings[i].steps;
		struct guest guests[2], last;
		struct house h;

		house_open(&h);
		for (; *step; step += strcspn(step, " ")) {
			step += strspn(step, " ");
			meet(&h, guests, step);
		}
		last = guest_come(&h);
		guest_settle(&last, STR("/"));
		check_str(meetings[i].row, names_unread(&h, last.reader),
		    meetings[i].unread);
		guest_leave(&last, &h);
		house_close(&h);
	}
}

/* Leaving before all is indexed says nothing about what was not seen. */
static void
test_hurry(void **state)
{
	static const char *const texts[5] = { big_one, big_two, three };
	struct house h;
	struct guest g;

	(void)state;
	house_open(&h);
	house_write(&h, texts);
	g = guest_come(&h);
	reader_set_visit(g.reader, NULL, STR("/"), true);
	reader_step(g.reader, 1);
	guest_leave(&g, &h);
	check_int("a first visit in a hurry is none", (long)h.text.len, 0);

	house_write(&h, (const char *const[5]){ one, two });
	g = guest_come(&h);
	guest_settle(&g, STR("/"));
	guest_leave(&g, &h);
	house_write(&h, (const char *const[5]){ one, two, three });
	g = guest_come(&h);
	reader_set_visit(g.reader, &g.was, STR("/"), true);
	guest_leave(&g, &h);
	g = guest_come(&h);
	guest_settle(&g, STR("/"));
	check_str("a later one loses nothing", names_unread(&h, g.reader),
	    "Three");
	check_str("nor the place", name_open(&h, g.reader), "Two");
	guest_leave(&g, &h);
	house_close(&h);
}

/* A key keeps what is open open. */
static void
test_touched(void **state)
{
	struct house h;
	struct guest g;

	(void)state;
	house_open(&h);
	house_write(&h, (const char *const[5]){ one, big_one, three });
	g = guest_come(&h);
	guest_settle(&g, STR("/"));
	press(g.reader, "K K");
	guest_leave(&g, &h);
	g = guest_come(&h);
	reader_set_visit(g.reader, &g.was, STR("/"), false);
	reader_step(g.reader, 1 << 20);
	check_str("the place is not asked for", name_open(&h, g.reader),
	    "Three");
	reader_set_visit(g.reader, &g.was, STR("/"), true);
	press(g.reader, "j");
	while (g.reader->busy)
		reader_step(g.reader, 1 << 20);
	check_str("a key was pressed", name_open(&h, g.reader), "Three");
	guest_leave(&g, &h);
	house_close(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_visits),
		cmocka_unit_test(test_meetings),
		cmocka_unit_test(test_hurry),
		cmocka_unit_test(test_touched),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
