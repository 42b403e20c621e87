#include "test_archive.h"

#include "dateline/archive/source.h"
#include "dateline/text/utf8.h"

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
	ROW("UTF-16 little", NULL, "\xFF\xFE" "a\0\x10\x01", "\uFEFFaĐ",
	    "UTF-16LE"),
	ROW("UTF-16 big", NULL, "\xFE\xFF" "\0a\x01\x10", "\uFEFFaĐ",
	    "UTF-16BE"),
	ROW("a pair", NULL, "\xFE\xFF\xD8\x35\xDD\xD4", "\uFEFF𝗔",
	    "UTF-16BE"),
	ROW("half a pair", NULL, "\xFE\xFF\0a\xDC\0\0b",
	    "\uFEFFa\uFFFDb", "UTF-16BE"),
	ROW("a pair cut short", NULL, "\xFE\xFF\0a\xD8\x35",
	    "\uFEFFa\uFFFD", "UTF-16BE"),
	ROW("an odd byte", NULL, "\xFE\xFF\0a\0", "\uFEFFa\uFFFD",
	    "UTF-16BE"),
	ROW("a mark alone", NULL, "\xFF\xFE", "\uFEFF", "UTF-16LE"),
	ROW("UTF-32", NULL, "\xFF\xFE\0\0a\0\0\0", "\uFEFFa", "UTF-32LE"),
	ROW("bytes as they are", NULL, "caf\xE9", "caf\xE9", NULL),
	ROW("Latin-1", "latin1", "caf\xE9", "café", "latin1"),
	ROW("Windows", "cp1252", "\x93no\x94", "“no”", "cp1252"),
	ROW("undefined there", "cp1252", "a\x81z", "a\uFFFDz", "cp1252"),
	ROW("UTF-8 stays", "latin1", "café", "café", NULL),
	ROW("ASCII is either", "latin1", "cafe", "cafe", "latin1"),
	ROW("the mark wins", "latin1", "\xFF\xFE" "a\0", "\uFEFFa",
	    "UTF-16LE"),
	ROW("UTF-16 without one", "UTF-16LE", "a\0b\0", "ab", "UTF-16LE"),
	ROW("nothing", "latin1", "", "", "latin1"),
	ROW("a letter held back", "cp1258", "caf\xE9" "a", "caféa", "cp1258"),
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
	check_int("all of it", s.size, 4 + 4 * PAIRS);
	for (i = 0; i < PAIRS; i += 999) {
		source_read(&s, 4 + 4 * i, got, 4, &e);
		check_str("each", ((struct str){ got, 4 }), "𝗔");
		check_int("its place", source_origin(&s, 4 + 4 * i), 4 + 4 * i);
	}
	check_int("the end", source_origin(&s, s.size), 4 + 4 * PAIRS);
	source_close(&s);
}

/* Each character of a text of many lines, and of one, has the place at which
 * it was written; with bytes in it that are no characters. */
struct origin_row {
	const char *encoding;
	const char *piece; /* written over and over, … */
	size_t piece_len;
	const char *want; /* … and what it is in UTF-8, … */
	const char *lens; /* … and the bytes of each character of that */
};

#define ORIGIN(encoding, piece, want, lens) \
	{ (encoding), (piece), sizeof(piece) - 1, (want), (lens) }

static const struct origin_row origins[] = {
	ORIGIN("latin1", "caf\xE9 n\xFCr\n", "café nür\n", "111111111"),
	ORIGIN("latin1", "caf\xE9 n\xFCr ", "café nür ", "111111111"),
	ORIGIN("cp1252", "a\x81\x80\n", "a\uFFFD€\n", "1111"),
	ORIGIN("UTF-16LE", "a\0\x10\x01\n\0\x35\xD8\xD4\xDD\0\xDC",
	    "aĐ\n𝗔\uFFFD", "22242"),
	ORIGIN("SHIFT-JIS", "\x93\xFA\xB1x\n", "日ｱx\n", "2111"),
	ORIGIN("GB18030", "\xC8\xD5\x81\x30\x84\x36z ", "日¥z ", "2411"),
	ORIGIN("EUC-JP", "\x8F\xB0\xA1" "a\xC6\xFC\n", "丂a日\n", "3121"),
};

/* The UTF-8 of one character after another, against the bytes they took. */
static void
check_origins(const struct origin_row *r, struct source *s, uint64_t pieces)
{
	size_t want_len = strlen(r->want);
	uint64_t piece;

	for (piece = 0; piece < pieces; piece += 1 + piece / 64) {
		uint64_t raw = piece * r->piece_len;
		size_t at = 0, i;
		uint32_t cp;

		for (i = 0; r->lens[i] != '\0'; i++) {
			check_int(r->encoding,
			    source_origin(s, piece * want_len + at), raw);
			at += utf8_next(str_c(r->want), at, &cp);
			raw += (uint64_t)(r->lens[i] - '0');
		}
		check_int(r->encoding, at, want_len);
	}
	check_int(r->encoding, source_origin(s, s->size),
	    pieces * r->piece_len);
}

static void
write_pieces(const struct origin_row *r, const char *path, uint64_t pieces)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	while (pieces-- > 0)
		fwrite(r->piece, 1, r->piece_len, f);
	assert_int_equal(fclose(f), 0);
}

static void
test_origins(void **state)
{
	enum { PIECES = 30000 };
	struct err e = { "" };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(origins); i++) {
		const struct origin_row *r = &origins[i];
		struct source s;

		write_pieces(r, "file", PIECES);
		assert_true(source_open(&s, "file", &e));
		assert_true(source_decode(&s, r->encoding, &e));
		while (s.pipe >= 0)
			assert_true(source_pull(&s, 10000, &e));
		check_int(r->encoding, s.size, PIECES * strlen(r->want));
		source_rest(&s);
		check_origins(r, &s, PIECES);
		source_close(&s);
	}
}

/* What comes through a pipe is kept as it came. */
static void
test_pipe_origins(void **state)
{
	enum { PIECES = 1000 };
	const struct origin_row *r = &origins[0];
	struct err e = { "" };
	struct source s;
	int fd, i;

	(void)state;
	assert_int_equal(mkfifo("pipe", 0600), 0);
	assert_true(source_open(&s, "pipe", &e));
	assert_true(source_decode(&s, r->encoding, &e));
	fd = open("pipe", O_WRONLY);
	for (i = 0; i < PIECES; i++)
		assert_int_equal(write(fd, r->piece, r->piece_len),
		    (ssize_t)r->piece_len);
	close(fd);
	while (s.pipe >= 0)
		assert_true(source_pull(&s, UINT64_MAX, &e));
	check_origins(r, &s, PIECES);
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
	check_int("in the file", archive_origin(a, 0, 23), 22);
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
		    test_origins, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
		    test_pipe_origins, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
		    test_archive, enter_folder, leave_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
