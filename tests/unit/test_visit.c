/* The text that is kept of a visit: what is read of it, whatever stands there,
 * and that what is written is read again. */
#include "test.h"

#include "dateline/base/buf.h"
#include "dateline/reader/visit.h"

#define FIRST "dateline visit 1\n"
#define HASHES " 00000000000000a1 00000000000000ff "

/* A text, and how it is written again. */
static const struct {
	const char *row;
	const char *text;
	const char *want;
} texts[] = {
	{ "nothing", "", FIRST },
	{ "another version", "dateline visit 2\nfile 1 2 - - - /a\n", FIRST },
	{ "something else", "[core]\n", FIRST },
	{ "the first line alone", FIRST, FIRST },
	{ "without a line end", "dateline visit 1", FIRST },
	{ "all kinds of lines",
	    FIRST "archive /home/ida/gulls\n"
	    "place 2023-02-10 512 37 /home/ida/gulls/bay.txt\n"
	    "file 9182 1679900000000000000" HASHES
	    "2023-03-20 /home/ida/gulls/bay.txt\n"
	    "unread 512 8040\n",
	    FIRST "archive /home/ida/gulls\n"
	    "place 2023-02-10 512 37 /home/ida/gulls/bay.txt\n"
	    "file 9182 1679900000000000000" HASHES
	    "2023-03-20 /home/ida/gulls/bay.txt\n"
	    "unread 512 8040\n" },
	{ "blanks in a path", FIRST "file 1 2 - - - /a b/ c\n",
	    FIRST "file 1 2 - - - /a b/ c\n" },
	{ "bytes that would break the line",
	    FIRST "file 1 2 - - - /a\\x0Ab\\x5Cx41\\x7F\n",
	    FIRST "file 1 2 - - - /a\\x0Ab\\x5Cx41\\x7F\n" },
	{ "what looks like such a byte", FIRST "file 1 2 - - - /a\\x4g\\x\\\n",
	    FIRST "file 1 2 - - - /a\\x5Cx4g\\x5Cx\\x5C\n" },
	{ "files out of order",
	    FIRST "file 1 2 - - - /b\nunread 7\nfile 3 4 - - - /a\n",
	    FIRST "file 3 4 - - - /a\nfile 1 2 - - - /b\nunread 7\n" },
	{ "a file twice", FIRST "file 1 2 - - - /a\nunread 1\nfile 3 4 - - - /b\n"
	    "file 5 6 - - - /a\nfile 3 4 - - - /0\n",
	    FIRST "file 3 4 - - - /0\nfile 5 6 - - - /a\nfile 3 4 - - - /b\n" },
	{ "unread of no file", FIRST "unread 1 2\n", FIRST },
	{ "unread of a file that makes no sense",
	    FIRST "file 1 2 - - - /a\nfile x\nunread 1\n",
	    FIRST "file 1 2 - - - /a\nunread 1\n" },
	{ "unread out of order", FIRST "file 1 2 - - - /a\nunread 5 3 5 6 x 9\n",
	    FIRST "file 1 2 - - - /a\nunread 5 6\n" },
	{ "unread in many lines",
	    FIRST "file 1 2 - - - /a\nunread 1\nunread 2 3 4 5 6 7 8 9\n",
	    FIRST "file 1 2 - - - /a\nunread 1 2 3 4 5 6 7 8\nunread 9\n" },
	{ "the largest numbers", FIRST "file 18446744073709551615 "
	    "18446744073709551615 ffffffffffffffff 0000000000000000 - /a\n",
	    FIRST "file 18446744073709551615 18446744073709551615 "
	    "ffffffffffffffff 0000000000000000 - /a\n" },
	{ "larger ones", FIRST "file 18446744073709551616 1 - - - /a\n"
	    "file 1 1 fffffffffffffffff 0 - /a\n"
	    "place - 1 4294967296 /a\n", FIRST },
	{ "one hash", FIRST "file 1 1 00000000000000a1 - - /a\n", FIRST },
	{ "no such day", FIRST "file 1 1 - - 2023-02-30 /a\n", FIRST },
	{ "no path", FIRST "file 1 1 - - - \nplace - 1 2 \narchive \n", FIRST },
	{ "words are missing", FIRST "file\nfile \nfile 1\nplace\nplace 1 2\n",
	    FIRST },
	{ "two places", FIRST "place - 1 2 /a\nplace - 3 4 /b\n",
	    FIRST "place - 3 4 /b\n" },
	{ "not a number", FIRST "file -1 0x2 - - - /a\nplace - +1 2 /a\n",
	    FIRST },
};

static void
test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena *a = arena_new();
		struct buf to = { .in = a }, again = { .in = a };
		struct visit v = visit_parse(a, str_c(texts[i].text));

		visit_print(&v, &to);
		check_str(texts[i].row, buf_str(&to), texts[i].want);
		v = visit_parse(a, buf_str(&to));
		visit_print(&v, &again);
		check_str(texts[i].row, buf_str(&again), texts[i].want);
		arena_free(a);
	}
}

static void
test_find(void **state)
{
	static const char text[] = FIRST "file 3 4 - - - /c\n"
		"file 1 2 - - - /a\nfile 5 6 - - - /a/b\n";
	static const struct {
		const char *row;
		const char *path;
		long size; /* -1: it is not there */
	} paths[] = {
		{ "the first", "/a", 1 },
		{ "one that begins like it", "/a/b", 5 },
		{ "the last", "/c", 3 },
		{ "before all", "/", -1 },
		{ "between", "/b", -1 },
		{ "behind all", "/cc", -1 },
		{ "no name", "", -1 },
	};
	struct arena *a = arena_new();
	struct visit v = visit_parse(a, str_c(text));

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct seen_file *f = visit_find(&v, str_c(paths[i].path));

		check_int(paths[i].row, f ? (long)f->size : -1, paths[i].size);
	}
	arena_free(a);
}

static void
test_paths(void **state)
{
	static const struct {
		const char *row;
		const char *folder;
		const char *path;
		const char *want;
	} paths[] = {
		{ "from the root", "/home/ida", "/srv/bay.txt", "/srv/bay.txt" },
		{ "from the folder", "/home/ida", "bay.txt",
		    "/home/ida/bay.txt" },
		{ "the folder itself", "/home/ida", ".", "/home/ida" },
		{ "dots and slashes", "/home/ida", "./gulls//./bay.txt",
		    "/home/ida/gulls/bay.txt" },
		{ "up", "/home/ida", "../osk/bay.txt", "/home/osk/bay.txt" },
		{ "up and up and up", "/home/ida", "../../../../x", "/x" },
		{ "the root", "/", ".", "/" },
		{ "up to the root", "/home", "..", "/" },
		{ "a slash at the end", "/home/ida", "gulls/",
		    "/home/ida/gulls" },
		{ "names that begin with dots", "/a", "..b/.c/...",
		    "/a/..b/.c/..." },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++)
		check_str(paths[i].row,
		    visit_path(a, str_c(paths[i].folder), str_c(paths[i].path)),
		    paths[i].want);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_paths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
