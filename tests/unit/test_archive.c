#include "test_archive.h"

#include <sys/resource.h>

/* R4: the date of a file that is found in a folder. */
static void
test_dated(void **state)
{
	static const struct {
		const char *path, *text;
		const char *want; /* "": it is no report */
	} rows[] = {
		{ "a", "---\ndate: 2023-03-20\ntitle: X\n---\nText.",
		    "front-matter 2023-03-20" },
		{ "a", "---\r\nDate:  '2023-03-20T10:00'\r\n---\r\nText.",
		    "front-matter 2023-03-20" },
		{ "a", BOM "---\ndate: \"2023-03-20 10:00\"\n---\nText.",
		    "front-matter 2023-03-20" },
		{ "a", "---\ntitle: X\n---\ndate: 2023-03-20\n", "" },
		{ "a", "---\ndate: 2023-02-30\n---\nText.", "" },
		{ "a", "---\nupdate: 2023-03-20\n---\nText.", "" },
		{ "a", "--\ndate: 2023-03-20\n--\nText.", "" },
		{ "2022-01-01.md", "---\ndate: 2023-03-20\n---\nText.",
		    "front-matter 2023-03-20" },
		{ "2023-03-20.txt", "Text.", "name 2023-03-20" },
		{ "news-2023-03-20-ferry.txt", "Text.", "name 2023-03-20" },
		{ "20230320.txt", "Text.", "name 2023-03-20" },
		{ "news_20230320_2.txt", "Text.", "name 2023-03-20" },
		{ "news20230320T1200.txt", "Text.", "name 2023-03-20" },
		{ "120230320.txt", "Text.", "" },
		{ "12345678.txt", "Text.", "" },
		{ "20230230.txt", "Text.", "" },
		{ "2023-03-201.txt", "Text.", "" },
		{ "2023-3-20.txt", "Text.", "" },
		{ "2023/03/20/ferry.txt", "Text.", "folder 2023-03-20" },
		{ "2023/03/20/en/ferry.txt", "Text.", "folder 2023-03-20" },
		{ "2023-03-20_ferry/text", "Text.", "folder 2023-03-20" },
		{ "2022/01/01/2023-03-20/text", "Text.", "folder 2023-03-20" },
		{ "2023-03-20/2023-03-21.txt", "Text.", "name 2023-03-21" },
		{ "2023/13/20/ferry.txt", "Text.", "" },
		{ "03/20/ferry.txt", "Text.", "" },
		{ "2023/03/ferry.txt", "Text.", "" },
		{ "a", "2023-03-20\n\nText.", "" },
		{ "a", "Text.\n date 2023-03-20 Text.",
		    "none -, marker 2023-03-20" },
		{ "2023-03-19", "Text.\n date 2023-03-20 Text.",
		    "name 2023-03-19, marker 2023-03-20" },
		{ "2023-03-19", " date 2023-03-20 Text.", "marker 2023-03-20" },
		{ "2023-03-19", "\n \n", "" },
		{ ".hidden", " date 2023-03-20 Text.", "" },
		{ ".2023-03-20/file", " date 2023-03-20 Text.", "" },
		{ "a", "Text.", "" },
		{ "a", "Text. date 2023-03-20 Text.", "" },
		{ "a", "", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct arena *in = arena_new();
		struct buf b = { .in = in };
		char root[16], path[128];
		struct archive *a;
		uint32_t id;

		snprintf(root, sizeof(root), "root%zu", i);
		snprintf(path, sizeof(path), "%s/%s", root, rows[i].path);
		write_file(path, rows[i].text);
		a = open_all(root);
		for (id = 0; id < archive_count(a); id++) {
			const struct record *r = archive_record(a, id);
			char text[DATE_TEXT];

			date_print(text, r->date);
			buf_addf(&b, "%s%s %s", id > 0 ? ", " : "",
			    hows[r->how], text[0] ? text : "-");
		}
		check_str(rows[i].path, buf_str(&b), rows[i].want);
		check_int(rows[i].path, archive_source_count(a),
		    rows[i].want[0] != '\0');
		check_int(rows[i].path, archive_problem_count(a), 0);
		archive_free(a);
		arena_free(in);
	}
}

static void
test_order(void **state)
{
	static const char *const want[] = { "a/2.txt 0", "a/10.txt 0",
		"a/2.txt 1", "a/10.txt 1", "b.txt 0", "a/2.txt 2",
		"a/10.txt 2" };
	static const uint32_t first[] = { 0, 2, 3, 5 }; /* of 1, 2, … March */
	struct archive *a;
	uint32_t i;

	(void)state;
	write_file("a/10.txt", " date 2023-03-01 .\n date 2023-03-03 .\n"
	    " date 2023-02-31 .\n");
	write_file("a/2.txt", " date 2023-03-01 .\n date 2023-03-02 .\n"
	    " date 2023-02-30 .\n");
	write_file("b.txt", " date 2023-03-03 .");
	a = open_all(".");
	assert_int_equal(archive_count(a), COUNT(want));
	assert_int_equal(archive_dated(a), 5);
	for (i = 0; i < COUNT(want); i++) {
		uint32_t id = archive_at(a, i), k, place = 0;
		const struct record *r = archive_record(a, id);
		char got[64];

		for (k = 0; k < id; k++)
			place += archive_record(a, k)->source == r->source;
		snprintf(got, sizeof(got), "%s %u",
		    archive_path(a, r->source), place);
		check_str(want[i], str_c(got), want[i]);
		assert_int_equal(archive_place(a, id), i);
	}
	for (i = 0; i < COUNT(first); i++)
		assert_int_equal(archive_find(a, date_of((struct ymd){
		    2023, 3, (int)i + 1 })), first[i]);
	assert_int_equal(archive_find(a, DATE_ALL.first), 0);
	assert_int_equal(archive_find(a, DATE_ALL.last), 5);
	archive_free(a);
}

/* The order is right after every step, whatever the order in the file. */
static void
test_order_steps(void **state)
{
	struct arena *in = arena_new();
	int way, i;

	(void)state;
	for (way = 0; way < 3; way++) {
		struct buf b = { .in = in };
		struct archive *a;
		uint32_t place;

		for (i = 0; i < 500; i++) {
			int day = way == 0 ? i : way == 1 ? 499 - i :
							    i * 197 % 250;

			buf_addf(&b, " date %d-%02d-%02d %d\n",
			    1968 + day / 100, day / 20 % 5 + 1,
			    day % 20 + (day % 7 ? 1 : 30), i);
		}
		write_bytes("file", buf_str(&b));
		a = add("file");
		while (archive_step(a, 100) == ARCHIVE_MORE)
			for (place = 1; place < archive_count(a); place++) {
				const struct record *x = archive_record(
				    a, archive_at(a, place - 1));
				const struct record *y = archive_record(
				    a, archive_at(a, place));

				assert_true(y->date == DATE_NONE ||
				    (x->date != DATE_NONE &&
					x->date <= y->date));
				assert_true(
				    x->date != y->date || x->off < y->off);
				assert_int_equal(place >= archive_dated(a),
				    y->date == DATE_NONE);
			}
		assert_int_equal(archive_count(a), 500);
		archive_free(a);
	}
	arena_free(in);
}

static void
test_natural_order(void **state)
{
	static const char *const names[] = { "A.txt", "a/b.txt", "a.txt",
		"a01.txt", "a1.txt", "a2.txt", "a10.txt",
		"a18446744073709551616.txt", "a18446744073709551617.txt",
		"b/9/x.txt", "b/10/x.txt", "é.txt" };
	struct archive *a;
	size_t i;

	(void)state;
	for (i = COUNT(names); i > 0; i--)
		write_file(names[i - 1], " date 2023-03-20 One");
	a = open_all(".");
	assert_int_equal(archive_count(a), COUNT(names));
	for (i = 0; i < COUNT(names); i++)
		check_str(names[i], str_c(archive_path(a, (uint32_t)i)),
		    names[i]);
	archive_free(a);
}

/* A file counts once, whatever it is called. */
static void
test_same_file(void **state)
{
	struct archive *a;
	struct err e = { "" };

	(void)state;
	write_file("a/one.txt", " date 2023-03-20 One");
	write_file("a/plain.txt", "Words.");
	assert_int_equal(symlink("one.txt", "a/two.txt"), 0);
	assert_int_equal(link("a/one.txt", "a/three.txt"), 0);
	assert_int_equal(symlink(".", "a/loop"), 0);
	a = add("a");
	assert_true(archive_add(a, "a", &e));
	assert_true(archive_add(a, "a/plain.txt", &e));
	assert_true(archive_add(a, "a/../a/one.txt", &e));
	assert_true(archive_add(a, "a/plain.txt", &e));
	archive_finish(a);
	assert_int_equal(archive_count(a), 2);
	assert_int_equal(archive_source_count(a), 2);
	assert_int_equal(archive_problem_count(a), 0);
	archive_free(a);
}

static void
check_problem(const char *row, struct archive *a, const char *sentence)
{
	uint32_t i;

	for (i = 0; i < archive_problem_count(a); i++)
		if (strstr(archive_problem(a, i), sentence))
			return;
	fail_msg("%s: no “%s” in %u", row, sentence, archive_problem_count(a));
}

#define STR_ROW(text) { (text), sizeof(text) - 1 }

/* What cannot be read is one sentence each; the rest opens. */
static void
test_problems(void **state)
{
	static const struct {
		const char *name;
		struct str bytes;
		const char *sentence;
	} rows[] = {
		{ "nul", { "a\0b", 3 }, "nul looks like a binary file" },
		{ "feed", STR_ROW("<?xml version=\"1.0\"?>\n<rss>"),
		    "feed is a feed" },
		{ "atom", STR_ROW("\n<feed xmlns=\"x\">"), "atom is a feed" },
		{ "letter", STR_ROW("Return-Path: <a@b>\nTo: x\n\nHello"),
		    "letter is mail" },
		{ "mbox", STR_ROW("From a@b Mon\r\nSubject: x\r\n\r\nHello"),
		    "mbox is mail" },
		{ "gz", { "\x1F\x8B\x08x", 4 }, "gz is compressed" },
	};
	struct archive *a = archive_new();
	struct err e = { "" };
	size_t i;

	(void)state;
	assert_false(archive_add(a, "nothing", &e));
	assert_non_null(strstr(e.text, "nothing: No such file"));
	for (i = 0; i < COUNT(rows); i++) {
		write_bytes(rows[i].name, rows[i].bytes);
		assert_true(archive_add(a, rows[i].name, &e));
	}
	write_file("good", " date 2023-03-20 One");
	write_file("gone", " date 2023-03-20 One");
	write_bytes("found/binary", (struct str){ " date 2023-03-20 \0", 18 });
	assert_int_equal(symlink("lost", "found/link"), 0);
	assert_int_equal(symlink("loop", "found/loop"), 0);
	assert_true(archive_add(a, "good", &e));
	assert_true(archive_add(a, "gone", &e));
	assert_true(archive_add(a, "found", &e));
	assert_true(archive_add(a, "/dev/null", &e));
	assert_int_equal(unlink("gone"), 0);
	archive_finish(a);
	for (i = 0; i < COUNT(rows); i++)
		check_problem(rows[i].name, a, rows[i].sentence);
	check_problem("gone", a, "gone: No such file");
	check_problem("lost", a, "found/link: No such file");
	check_problem("loop", a, "found/loop: Too many levels");
	check_problem("device", a, "/dev/null is a device");
	assert_int_equal(archive_problem_count(a), COUNT(rows) + 4);
	assert_int_equal(archive_count(a), 1);
	assert_int_equal(archive_source_count(a), 1);
	assert_string_equal(archive_path(a, 0), "good");
	archive_free(a);
}

static void
test_unreadable(void **state)
{
	struct archive *a;

	(void)state;
	if (geteuid() == 0) {
		print_message("root may read everything: skipped\n");
		skip();
	}
	write_file("a/secret", " date 2023-03-20 One");
	write_file("a/shut/file", " date 2023-03-20 One");
	write_file("a/good", " date 2023-03-20 One");
	assert_int_equal(chmod("a/secret", 0), 0);
	assert_int_equal(chmod("a/shut", 0), 0);
	a = open_all("a");
	assert_int_equal(archive_count(a), 1);
	assert_int_equal(archive_problem_count(a), 2);
	check_problem("file", a, "a/secret: Permission denied");
	check_problem("folder", a, "a/shut: Permission denied");
	archive_free(a);
	assert_int_equal(chmod("a/shut", 0700), 0);
}

/* A NUL after the first 8 KB is text. */
static void
test_late_nul(void **state)
{
	struct arena *in = arena_new();
	struct buf b = { .in = in };
	struct archive *a;

	(void)state;
	buf_add(&b, STR(" date 2023-03-20 One "));
	while (b.len < 8192)
		buf_addc(&b, 'x');
	buf_addc(&b, '\0');
	buf_add(&b, STR("\n date 2023-03-21 Two \0"));
	write_bytes("file", buf_str(&b));
	a = open_all("file");
	assert_int_equal(archive_count(a), 2);
	check_covered("late NUL", a, b.len);
	archive_free(a);
	arena_free(in);
}

static void
test_read(void **state)
{
	static const struct {
		const char *row;
		uint32_t off;
		size_t len;
		const char *want;
	} rows[] = {
		{ "all", 0, SIZE_MAX, " date 2023-03-21 Two\n" },
		{ "text", 17, 100, "Two\n" },
		{ "some", 17, 2, "Tw" },
		{ "at the end", 21, 5, "" },
		{ "behind it", UINT32_MAX, 5, "" },
	};
	struct arena *in = arena_new();
	struct err e = { "" };
	struct archive *a;
	struct str s;
	size_t i;

	(void)state;
	write_file("file", " date 2023-03-20 One\n date 2023-03-21 Two\n"
	    " date 2023-03-22 Three\n");
	a = open_all("file");
	for (i = 0; i < COUNT(rows); i++) {
		assert_true(archive_read(
		    a, 1, rows[i].off, rows[i].len, in, &s, &e));
		check_str(rows[i].row, s, rows[i].want);
		assert_int_equal(s.ptr[s.len], '\0');
	}
	write_file("file", " date 2023-03-20 One\n");
	assert_false(archive_read(a, 1, 0, 10, in, &s, &e));
	assert_non_null(strstr(e.text, "file is shorter"));
	archive_free(a);
	arena_free(in);
}

/* Reports of a few hundred bytes, and one in twenty that is long. */
static void
write_reports(uint32_t n)
{
	struct arena *in = arena_new();
	struct buf b = { .in = in };

	for (uint32_t i = 0; i < n; i++) {
		buf_addf(&b, " date 2023-03-%02u Tide table %u\n", i % 28 + 1, i);
		for (uint32_t k = 0; k < (i % 20 == 7 ? 4000 : 20 + i % 9); k++)
			buf_addf(&b, "Low water %u.\n", k);
	}
	write_bytes("file", buf_str(&b));
	arena_free(in);
}

/* Records that are asked for in some order, with some passed over, are the same
 * whether they are read one by one or along with others. */
static void
test_read_along(void **state)
{
	static const struct {
		const char *row;
		int from, step, n;
	} rows[] = {
		{ "as they lie", 0, 1, 300 },
		{ "back to front", 299, -1, 300 },
		{ "every other one", 0, 2, 150 },
		{ "one in thirty", 0, 30, 10 },
		{ "the last again and again", 299, 0, 3 },
	};
	struct arena *in = arena_new();
	struct archive *one, *along;
	struct err e = { "" };
	struct str s, t;

	(void)state;
	write_reports(300);
	one = open_all("file");
	along = add("file");
	archive_read_ahead(along);
	archive_finish(along);
	for (size_t i = 0; i < COUNT(rows); i++)
		for (int k = 0; k < rows[i].n; k++) {
			uint32_t id = (uint32_t)(rows[i].from + k * rows[i].step);

			assert_true(archive_read(
			    one, id, 0, UINT32_MAX, in, &s, &e));
			assert_true(archive_read(
			    along, id, 0, UINT32_MAX, in, &t, &e));
			check_int(rows[i].row, str_eq(s, t), true);
		}
	archive_free(one);
	archive_free(along);
	arena_free(in);
}

/* That a file has changed is noticed behind what was read before. */
static void
test_read_along_changed(void **state)
{
	struct arena *in = arena_new();
	struct err e = { "" };
	struct archive *a;
	uint32_t id = 0;
	struct str s;

	(void)state;
	write_reports(300);
	a = add("file");
	archive_read_ahead(a);
	archive_finish(a);
	for (; id < 10; id++)
		assert_true(archive_read(a, id, 0, UINT32_MAX, in, &s, &e));
	write_file("file", "");
	while (id < 300 && archive_read(a, id, 0, UINT32_MAX, in, &s, &e))
		id++;
	assert_true(id < 300);
	assert_non_null(strstr(e.text, "file is shorter"));
	archive_free(a);
	arena_free(in);
}

static void
test_lines(void **state)
{
	static const struct {
		const char *row, *text;
		uint64_t want[3]; /* line of each record */
	} rows[] = {
		{ "LF", " date 2023-03-20 a\n\n date 2023-03-21 b\n"
		    " date 2023-03-22 c", { 1, 3, 4 } },
		{ "CRLF", " date 2023-03-20 a\r\n\r\n date 2023-03-21 b\r\n"
		    " date 2023-03-22 c", { 1, 3, 4 } },
		{ "CR", " date 2023-03-20 a\r\r date 2023-03-21 b\r"
		    " date 2023-03-22 c", { 1, 3, 4 } },
		{ "CRCRLF", " date 2023-03-20 a\r\r\n\r\r\n date 2023-03-21 b"
		    "\r\r\n date 2023-03-22 c", { 1, 3, 4 } },
		{ "joined", "\n date 2023-03-20 a. date 2023-03-21 b.\n"
		    " date 2023-03-22 c", { 2, 2, 3 } },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct archive *a;
		uint32_t id;

		write_file("file", rows[i].text);
		a = open_all("file");
		assert_int_equal(archive_count(a), 3);
		for (id = 0; id < 3; id++) {
			check_int(rows[i].row, archive_line(a, id, 0),
			    rows[i].want[id]);
		}
		check_int(rows[i].row, archive_line(a, 0, 17),
		    rows[i].want[0]);
		assert_int_equal(unlink("file"), 0);
		write_file("file", "else");
		archive_line(a, 1, 0);
		archive_free(a);
	}
}

/* Far into a file, in any order: every step of the list of lines is crossed. */
static void
test_lines_far(void **state)
{
	struct archive *a;
	struct buf b = { .in = arena_new() };
	uint32_t id;
	int i;

	(void)state;
	for (i = 0; i < 9000; i++)
		buf_addf(&b, " date 2023-03-20 report %d\n%s\n", i,
		    i % 7 ? "\n\nx" : "a line\r\nand one\r");
	write_file("far", arena_str(b.in, buf_str(&b)).ptr);
	a = open_all("far");
	assert_int_equal(archive_count(a), 9000);
	for (i = 0; i < 300; i++) {
		uint64_t line = 1;

		id = (uint32_t)(i * 7919 % 9000);
		for (uint32_t k = 0; k < id; k++)
			line += k % 7 ? 4 : 3;
		check_int("far", archive_line(a, id, 0), line);
	}
	archive_free(a);
	arena_free(b.in);
}

/* Two pipes and a file: the file first, then what comes, waiting for nobody. */
static void
test_pipes(void **state)
{
	struct archive *a;
	struct err e = { "" };
	struct arena *in = arena_new();
	struct str s;
	int w;

	(void)state;
	assert_int_equal(mkfifo("a", 0600), 0);
	assert_int_equal(mkfifo("b", 0600), 0);
	write_file("c", " date 2023-03-20 File");
	a = add("a");
	assert_true(archive_add(a, "b", &e));
	assert_true(archive_add(a, "c", &e));
	assert_int_equal(archive_pipe(a), -1);
	while (archive_step(a, 1000) == ARCHIVE_MORE)
		;
	assert_int_equal(archive_count(a), 1);
	assert_int_equal(archive_step(a, 1000), ARCHIVE_WAIT);
	assert_true(archive_pipe(a) >= 0);

	w = open("b", O_WRONLY);
	assert_int_equal(write(w, " date 2023-03-20 1\n", 19), 19);
	assert_int_equal(archive_step(a, 1000), ARCHIVE_MORE);
	assert_int_equal(archive_count(a), 1);
	assert_int_equal(write(w, " date 2023-03-21 2\n...............", 34),
	    34);
	archive_step(a, 1000);
	assert_int_equal(archive_count(a), 2);
	close(w);
	while (archive_step(a, 1000) == ARCHIVE_MORE)
		;
	assert_int_equal(archive_count(a), 3);
	close(open("a", O_WRONLY));
	archive_finish(a);
	assert_int_equal(archive_step(a, 1000), ARCHIVE_DONE);
	assert_int_equal(archive_pipe(a), -1);

	/* "b" comes before "c", although it came later. */
	assert_true(archive_read(a, archive_at(a, 0), 17, 9, in, &s, &e));
	check_str("first", s, "1\n");
	assert_true(archive_read(a, archive_at(a, 1), 17, 9, in, &s, &e));
	check_str("second", s, "File");
	archive_free(a);
	arena_free(in);
}

/* Many files need few descriptors. */
static void
test_descriptors(void **state)
{
	struct rlimit was, few;
	struct arena *in = arena_new();
	struct err e = { "" };
	struct archive *a;
	struct str s;
	char path[64];
	uint32_t i;

	(void)state;
	for (i = 0; i < 300; i++) {
		snprintf(path, sizeof(path), "many/%u.txt", i);
		write_file(path, " date 2023-03-20 One");
	}
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &was), 0);
	few = (struct rlimit){ 40, was.rlim_max };
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
	a = open_all("many");
	assert_int_equal(archive_problem_count(a), 0);
	assert_int_equal(archive_count(a), 300);
	for (i = 0; i < 300; i++)
		assert_true(archive_read(a, i * 7 % 300, 0, 99, in, &s, &e));
	archive_free(a);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &was), 0);
	arena_free(in);
}

/* What is added later comes later. */
static void
test_add_later(void **state)
{
	struct archive *a;
	struct err e = { "" };

	(void)state;
	write_file("b", " date 2023-03-20 One");
	write_file("a", " date 2023-03-20 Two");
	a = open_all("b");
	assert_int_equal(archive_looked_at(a), 1);
	assert_true(archive_add(a, "a", &e));
	archive_finish(a);
	assert_int_equal(archive_count(a), 2);
	assert_int_equal(archive_looked_at(a), 2);
	assert_string_equal(archive_path(a, 0), "b");
	assert_int_equal(archive_at(a, 0), 0);
	archive_free(a);
	archive_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_dated),
		TEST(test_order),
		TEST(test_order_steps),
		TEST(test_natural_order),
		TEST(test_same_file),
		TEST(test_problems),
		TEST(test_unreadable),
		TEST(test_late_nul),
		TEST(test_read),
		TEST(test_read_along),
		TEST(test_read_along_changed),
		TEST(test_lines),
		TEST(test_lines_far),
		TEST(test_pipes),
		TEST(test_descriptors),
		TEST(test_add_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
