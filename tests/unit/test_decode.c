#include "test_archive.h"

#include "dateline/archive/source.h"

struct bytes_row {
	const char *name;
	const char *encoding; /* NULL: none is asked for */
	const char *bytes;
	size_t len;
	const char *want;    /* in UTF-8 */
	const char *decoded; /* from; NULL: not */
};

#define ROW(name, encoding, bytes, want, decoded) \
	{ (name), (encoding), (bytes), sizeof(bytes) - 1, (want), (decoded) }

static const struct bytes_row rows[] = {
	ROW("UTF-16 little", NULL, "\xFF\xFE" "a\0\x10\x01", "aĐ", "UTF-16"),
	ROW("UTF-16 big", NULL, "\xFE\xFF" "\0a\x01\x10", "aĐ", "UTF-16"),
	ROW("a pair", NULL, "\xFE\xFF\xD8\x35\xDD\xD4", "𝗔", "UTF-16"),
	ROW("half a pair", NULL, "\xFE\xFF\0a\xDC\0\0b", "a\uFFFDb", "UTF-16"),
	ROW("a pair cut short", NULL, "\xFE\xFF\0a\xD8\x35", "a\uFFFD",
	    "UTF-16"),
	ROW("an odd byte", NULL, "\xFE\xFF\0a\0", "a\uFFFD", "UTF-16"),
	ROW("a mark alone", NULL, "\xFF\xFE", "", "UTF-16"),
	ROW("bytes as they are", NULL, "caf\xE9", "caf\xE9", NULL),
	ROW("Latin-1", "latin1", "caf\xE9", "café", "latin1"),
	ROW("Windows", "cp1252", "\x93no\x94", "“no”", "cp1252"),
	ROW("undefined there", "cp1252", "a\x81z", "a\uFFFDz", "cp1252"),
	ROW("UTF-8 stays", "latin1", "café", "café", NULL),
	ROW("ASCII is either", "latin1", "cafe", "cafe", "latin1"),
	ROW("the mark wins", "latin1", "\xFF\xFE" "a\0", "a", "UTF-16"),
	ROW("UTF-16 without one", "UTF-16LE", "a\0b\0", "ab", "UTF-16LE"),
	ROW("nothing", "latin1", "", "", "latin1"),
	ROW("Shift-JIS", "SHIFT-JIS", "\x93\xFA\x8C", "日\uFFFD", "SHIFT-JIS"),
};

static void
put_bytes(const char *path, const char *bytes, size_t len)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

static void
check_all(const char *row, struct source *s, const char *want)
{
	char got[64];
	struct err e = { "" };
	size_t n = source_read(s, 0, got, sizeof(got), &e);

	if (n == SIZE_MAX)
		fail_msg("%s: %s", row, e.text);
	check_str(row, ((struct str){ got, n }), want);
}

static void
test_files(void **state)
{
	struct err e = { "" };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		const struct bytes_row *r = &rows[i];
		struct source s;

		put_bytes("file", r->bytes, r->len);
		assert_true(source_open(&s, "file", &e));
		assert_true(source_decode(&s, r->encoding, &e));
		while (s.pipe >= 0)
			assert_true(source_pull(&s, 1, &e));
		check_all(r->name, &s, r->want);
		if (!r->decoded)
			assert_null(s.decoded);
		else
			check_str(r->name, str_c(s.decoded), r->decoded);
		/* Put away and read again. */
		source_rest(&s);
		assert_int_equal(s.fd, -1);
		check_all(r->name, &s, r->want);
		source_close(&s);
	}
}

static void
test_pipes(void **state)
{
	struct err e = { "" };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		const struct bytes_row *r = &rows[i];
		struct source s;
		int fd;

		unlink("pipe");
		assert_int_equal(mkfifo("pipe", 0600), 0);
		assert_true(source_open(&s, "pipe", &e));
		assert_true(source_decode(&s, r->encoding, &e));
		fd = open("pipe", O_WRONLY);
		assert_int_equal(write(fd, r->bytes, r->len), r->len);
		close(fd);
		while (r->len > 0 && s.pipe >= 0)
			assert_true(source_pull(&s, 1, &e));
		check_all(r->name, &s, r->want);
		source_close(&s);
	}
}

static void
test_changed(void **state)
{
	struct err e = { "" };
	struct source s;
	char byte;

	(void)state;
	put_bytes("file", "caf\xE9", 4);
	assert_true(source_open(&s, "file", &e));
	assert_true(source_decode(&s, "latin1", &e));
	while (s.pipe >= 0)
		assert_true(source_pull(&s, 1, &e));
	source_rest(&s);
	put_bytes("file", "caf\xE9s", 5);
	assert_int_equal(source_read(&s, 0, &byte, 1, &e), SIZE_MAX);
	assert_non_null(strstr(e.text, "file has changed since"));
	source_close(&s);
}

/* A character that lies across two readings of 64 KB. */
static void
test_long_file(void **state)
{
	enum { PAIRS = 100000 };
	struct err e = { "" };
	struct source s;
	FILE *f = fopen("file", "wb");
	char got[4];
	size_t i;

	(void)state;
	fwrite("\xFE\xFF\0a", 1, 4, f);
	for (i = 0; i < PAIRS; i++)
		fwrite("\xD8\x35\xDD\xD4", 1, 4, f);
	fclose(f);
	assert_true(source_open(&s, "file", &e));
	assert_true(source_decode(&s, NULL, &e));
	while (s.pipe >= 0)
		assert_true(source_pull(&s, UINT64_MAX, &e));
	check_int("all of it", s.size, 1 + 4 * PAIRS);
	for (i = 0; i < PAIRS; i += 999) {
		source_read(&s, 1 + 4 * i, got, 4, &e);
		check_str("each", ((struct str){ got, 4 }), "𝗔");
	}
	source_close(&s);
}

static void
test_archive(void **state)
{
	static const char text[] = " date 2023-03-20 Caf\xE9\n date 2023-03-21 B";
	struct archive *a = archive_new();
	struct err e = { "" };
	struct arena *in = arena_new();
	struct str raw;

	(void)state;
	assert_int_equal(mkdir("found", 0700), 0);
	put_bytes("found/one", text, sizeof(text) - 1);
	put_bytes("found/two", "\xFF\xFEx\0", 4);
	assert_false(archive_set_encoding(a, "no-such-thing", &e));
	assert_non_null(strstr(e.text, "no-such-thing is no encoding"));
	assert_true(archive_set_encoding(a, "latin1", &e));
	assert_true(archive_add(a, "found", &e));
	while (archive_step(a, 1) == ARCHIVE_MORE)
		;
	check_int("records", archive_count(a), 2);
	check_str("from", str_c(archive_encoding(a, 0)), "latin1");
	check_int("problems", archive_problem_count(a), 0);
	assert_true(archive_read(a, 0, 17, 5, in, &raw, &e));
	check_str("text", raw, "Café");
	check_int("the second", archive_record(a, 1)->off, 23);
	archive_free(a);
	arena_free(in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_files, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
		    test_pipes, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
		    test_changed, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
		    test_long_file, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
		    test_archive, enter_folder, leave_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
