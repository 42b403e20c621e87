/* What two threads make of a large file is what one makes of it: the same
 * reports, and the same hits in them.
 *
 * The files are invented and some windows long, with something worth finding
 * around each place where one window ends. */
#include "test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "dateline/base/buf.h"
#include "dateline/find/hunt.h"

enum { WINDOW = 512 * 1024, NEAR = 40 };

struct dice {
	uint32_t seed;
};

static size_t
roll(struct dice *d, size_t n)
{
	d->seed = d->seed * 1664525u + 1013904223u;
	return (d->seed >> 8) % n;
}

static void
write_file(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.ptr, bytes.len), bytes.len);
	close(fd);
}

/* An archive of one file with a search through it, indexed and searched a step
 * at a time as the command line does it. */
struct pass {
	struct archive *archive;
	struct hunt *hunt;
};

static struct pass
pass_over(const char *path, const struct query *q, size_t step, bool ahead)
{
	struct pass p = { .archive = archive_new() };
	struct err e = { "" };
	enum archive_state state;

	assert_true(archive_add(p.archive, path, &e));
	p.hunt = hunt_new(p.archive, q);
	if (ahead)
		archive_read_ahead(p.archive);
	archive_look_for(p.archive, query_look(q));
	do {
		state = archive_step(p.archive, step);
		while (hunt_step(p.hunt, SIZE_MAX))
			;
	} while (state != ARCHIVE_DONE);
	archive_look_for(p.archive, (struct quest){ .filter = NULL });
	return p;
}

static void
pass_end(struct pass *p)
{
	hunt_free(p->hunt);
	archive_free(p->archive);
}

static void
check_same(const char *row, const struct pass *got, const struct pass *want)
{
	uint32_t n = archive_count(want->archive);

	check_int(row, archive_count(got->archive), n);
	for (uint32_t i = 0; i < n; i++) {
		const struct record *a = archive_record(got->archive, i);
		const struct record *b = archive_record(want->archive, i);

		check_int(row, a->off, b->off);
		check_int(row, a->len, b->len);
		check_int(row, a->date, b->date);
		check_int(row, a->head, b->head);
		check_int(row, a->how, b->how);
	}
	n = hunt_count(want->hunt);
	check_int(row, hunt_count(got->hunt), n);
	for (uint32_t i = 0; i < n; i++) {
		check_int(row, hunt_at(got->hunt, i).id,
		    hunt_at(want->hunt, i).id);
		check_int(row, hunt_at(got->hunt, i).hits,
		    hunt_at(want->hunt, i).hits);
	}
}

/* Both ways over the same bytes, with a step that windows are whole steps of,
 * and with one that they are not. */
static void
compare(const char *row, struct str bytes, const char *needle)
{
	static const size_t steps[] = { 128 * 1024, 50 * 1000, SIZE_MAX };
	char path[] = "/tmp/ahead-XXXXXX";
	int fd = mkstemp(path);
	struct err e = { "" };
	struct query *q = query_new(str_c(needle), QUERY_FOLDED, &e);
	struct pass want;

	assert_true(fd >= 0);
	assert_non_null(q);
	close(fd);
	write_file(path, bytes);
	want = pass_over(path, q, steps[0], false);
	for (size_t i = 0; i < COUNT(steps); i++) {
		struct pass got = pass_over(path, q, steps[i], true);

		check_same(row, &got, &want);
		pass_end(&got);
	}
	pass_end(&want);
	query_free(q);
	unlink(path);
}

/* Text up to `len` bytes in all. */
static void
fill(struct buf *b, size_t len)
{
	static const char line[] = "The tide came in over the old quay.\n";

	while (b->len + sizeof(line) < len)
		buf_add(b, STR(line));
	while (b->len < len)
		buf_addc(b, 'x');
}

struct seam {
	const char *name;
	const char *text; /* around the end of a window */
	const char *needle;
};

static const struct seam seams[] = {
	{ "a marker", "\n\n date 2023-03-21 Second bridge\n\n", "bridge" },
	{ "a date that is none", "\n date 2023-13-41 Late ferry\n", "ferry" },
	{ "a joined marker", "No. date 2023-03-21 Ferry\n", "ferry" },
	{ "a word", " zeppelin ", "zeppelin" },
	{ "a phrase", " second\nbridge ", "second bridge" },
	{ "bold letters", " 𝗳𝗲𝗿𝗿𝘆 ", "ferry" },
	{ "accents", " re\u0301sume\u0301 ", "résumé" },
	{ "another script", " мосте ", "мост" },
	{ "what is torn", " \xF0\x9D\x97 ", "\uFFFD" },
	{ "an escape sequence", " zep\033[1mpelin ", "zeppelin" },
};

static void
test_seams(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(seams); i++)
		for (size_t back = 0; back < NEAR; back += 1 + i % 3) {
			struct buf b = { .in = a };

			buf_add(&b, STR(" date 2023-03-20 First\n\n"));
			fill(&b, WINDOW - back);
			buf_add(&b, str_c(seams[i].text));
			fill(&b, WINDOW + 9000);
			buf_add(&b, STR("\n date 2023-03-22 Last ferry\n\n"));
			compare(seams[i].name, buf_str(&b), seams[i].needle);
			arena_reset(a);
		}
	arena_free(a);
}

/* Reports of all lengths: shorter than a line, longer than what is kept of a
 * window, longer than a window. */
static void
test_lengths(void **state)
{
	static const char *const needles[] = { "tide", "The", "quay x", "e",
		"zeppelin", "2023", "ferry -tide", "tide +zeppelin" };
	struct arena *a = arena_new();
	struct dice d = { 20230320 };

	(void)state;
	for (size_t i = 0; i < COUNT(needles); i++) {
		struct buf b = { .in = a };

		while (b.len < 5 * WINDOW) {
			size_t most = (size_t)1 << (5 + roll(&d, 16));

			buf_addf(&b, "\n date 20%02d-03-%02d Ferry %d\n\n",
			    (int)roll(&d, 30), 1 + (int)roll(&d, 28), (int)i);
			if (roll(&d, 8) == 0)
				buf_add(&b, STR("A zeppelin 𝘇𝗲𝗽𝗽𝗲𝗹𝗶𝗻. "));
			fill(&b, b.len + 1 + roll(&d, most));
		}
		compare(needles[i], buf_str(&b), needles[i]);
		arena_reset(a);
	}
	arena_free(a);
}

/* More than a window has a list for. */
static void
test_too_many(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };

	(void)state;
	buf_add(&b, STR(" date 2023-03-20 First\n"));
	while (b.len < WINDOW)
		buf_add(&b, STR("2023-03-20 "));
	while (b.len < 2 * WINDOW)
		buf_add(&b, STR(" date 2023-03-20\n"));
	while (b.len < 3 * WINDOW)
		buf_add(&b, STR("ferry"));
	compare("too many", buf_str(&b), "ferry");
	arena_free(a);
}

struct shrink {
	const char *name;
	size_t after; /* so many steps; ALL: before the last is searched */
	size_t to;
};

enum { STEP = WINDOW / 4, LONG = 6 * WINDOW + WINDOW / 2 };
static const size_t ALL = SIZE_MAX;

static const struct shrink shrinks[] = {
	{ "to nothing", 1, 0 },
	{ "to what was indexed", 1, STEP },
	{ "in a window to come", 1, 5 * WINDOW + 100 },
	{ "at the end of a window", 1, 5 * WINDOW },
	{ "by a byte", 1, LONG - 1 },
	{ "to nothing in the last window", 26, 0 },
	{ "by a page in the last window", 26, LONG - 4096 },
	{ "by a byte in the last window", 26, LONG - 1 },
	{ "to nothing before the last search", ALL, 0 },
	{ "by a page before the last search", ALL, LONG - 4096 },
	{ "by a byte before the last search", ALL, LONG - 1 },
};

static void
go_on(struct archive *a, struct hunt *h, size_t steps)
{
	for (enum archive_state state = ARCHIVE_MORE;
	    steps > 0 && state != ARCHIVE_DONE; steps--) {
		while (hunt_step(h, SIZE_MAX))
			;
		state = archive_step(a, STEP);
	}
}

static void
check_said(const char *row, const struct archive *a)
{
	check_int(row, archive_problem_count(a), 1);
	if (!strstr(archive_problem(a, 0), "shorter than it was"))
		fail_msg("%s: %s", row, archive_problem(a, 0));
}

static void
check_shrink(const struct shrink *row, const struct query *q, const char *path)
{
	struct archive *a = archive_new();
	struct hunt *h = hunt_new(a, q);
	struct err e = { "" };

	assert_true(archive_add(a, path, &e));
	archive_read_ahead(a);
	archive_look_for(a, query_look(q));
	go_on(a, h, row->after);
	assert_int_equal(truncate(path, (off_t)row->to), 0);
	go_on(a, h, ALL);
	if (row->after != ALL)
		check_said(row->name, a);
	while (hunt_step(h, SIZE_MAX))
		;
	archive_look_for(a, (struct quest){ .filter = NULL });
	check_said(row->name, a);
	hunt_free(h);
	archive_free(a);
}

/* A file that shrinks while we look at it is a sentence and not a signal. */
static void
test_shrinks(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };
	char path[] = "/tmp/ahead-XXXXXX";
	int fd = mkstemp(path);
	struct err e = { "" };
	struct query *q = query_new(STR("ferry"), QUERY_FOLDED, &e);

	(void)state;
	if (sysconf(_SC_NPROCESSORS_ONLN) < 2)
		skip(); /* there is no thread */
	assert_true(fd >= 0);
	close(fd);
	while (b.len < LONG - 2000) {
		buf_add(&b, STR(" date 2023-03-20 Ferry\n\n"));
		fill(&b, b.len + 1000);
		buf_add(&b, STR("\n\n"));
	}
	fill(&b, LONG);
	for (size_t i = 0; i < COUNT(shrinks); i++) {
		write_file(path, buf_str(&b));
		check_shrink(&shrinks[i], q, path);
	}
	query_free(q);
	unlink(path);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_seams),
		cmocka_unit_test(test_lengths),
		cmocka_unit_test(test_too_many),
		cmocka_unit_test(test_shrinks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
