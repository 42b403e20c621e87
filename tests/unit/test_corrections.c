/* What a person knows better: lines to and fro, and the file they live in, of
 * which nothing is lost. */
#include "test_archive.h"

#include <locale.h>

#include "dateline/find/corrections.h"
#include "dateline/find/name.h"

static const struct {
	const char *name;
	const char *line;
	bool understood;
} lines[] = {
	{ "same", "same Rowe = Tilda Rowe", true },
	{ "blanks", "  same  Rowe  =  Tilda Rowe\r", true },
	{ "a speaker", "speaker 2023-02-10 bay.txt “So it was.” = Osk Varden",
	    true },
	{ "undated", "speaker undated bay.txt “So it was.” = Osk Varden",
	    true },
	{ "the second time", "speaker 2023-02-10 b.txt #2 “So.” = Osk Varden",
	    true },
	{ "a comment", "# same Rowe = Tilda Rowe", false },
	{ "nothing", "", false },
	{ "another word", "alike Rowe = Tilda Rowe", false },
	{ "nobody", "same Rowe =", false },
	{ "nobody on the left", "same = Tilda Rowe", false },
	{ "no such day", "speaker 2023-02-30 b.txt “So.” = Osk Varden", false },
	{ "no day", "speaker b.txt “So.” = Osk Varden", false },
	{ "no words", "speaker 2023-02-10 b.txt “” = Osk Varden", false },
	{ "no mark", "speaker 2023-02-10 b.txt So. = Osk Varden", false },
	{ "no name", "speaker 2023-02-10 b.txt “So.” = ", false },
	{ "a mark alone", "speaker 2023-02-10 ”“", false },
	{ "cut short", "speaker 2023-02-1", false },
};

static void
test_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct corrections *c = corrections_new();

		check_int(lines[i].name,
		    corrections_take(c, str_c(lines[i].line)),
		    lines[i].understood);
		corrections_free(c);
	}
}

static const struct {
	const char *name;
	const char *said; /* lines, apart by ; */
	const char *from;
	const char *to;
} names[] = {
	{ "as it is", "", "Tilda Rowe", "Tilda Rowe" },
	{ "somebody else", "Osk = Osk Varden", "Tilda Rowe", "Tilda Rowe" },
	{ "the same", "Rowe = Tilda Rowe", "Rowe", "Tilda Rowe" },
	{ "folded", "rówe = Tilda Rowe", "ROWE", "Tilda Rowe" },
	{ "the mark is not in it", "Rowe = Tilda Rowe", "Rowe (unclear)",
	    "Tilda Rowe" },
	{ "as it is listed", "Rowe (unclear) = Tilda Rowe", "Rowe (unclear)",
	    "Tilda Rowe" },
	{ "two steps", "A B = C D;C D = E F", "A B", "E F" },
	{ "a circle ends", "A B = C D;C D = A B", "A B", "A B" },
	{ "the latest word", "A B = C D;A B = E F", "A B", "E F" },
	{ "taken back", "A B = C D;A B = A B", "A B", "A B" },
};

static void
say_all(struct corrections *c, const char *said)
{
	while (*said) {
		size_t n = strcspn(said, ";");
		struct err e = { "" };

		assert_true(corrections_same(c, (struct str){ said, n }, &e));
		said += n + (said[n] == ';');
	}
}

static void
test_names(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct corrections *c = corrections_new();

		say_all(c, names[i].said);
		check_str(names[i].name,
		    corrections_name(c, a, str_c(names[i].from)),
		    names[i].to);
		corrections_free(c);
	}
	check_str("no corrections", corrections_name(NULL, a, STR("A B")),
	    "A B");
	arena_free(a);
}

static void
test_refused(void **state)
{
	static const char *const words[] = { "", "Rowe", "= Rowe", "Rowe =",
		" = " };
	struct corrections *c = corrections_new();

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		struct err e = { "" };

		check_int(words[i], corrections_same(c, str_c(words[i]), &e),
		    false);
		check_int(words[i], e.text[0] != '\0', true);
	}
	check_int("nothing was said", corrections_version(c), 0);
	corrections_free(c);
}

/* What is written about a quote is what it is looked up by. */
static void
test_marks(void **state)
{
	struct arena *a = arena_new();
	struct corrections *c = corrections_new();
	struct str words = corrections_words(a,
	    STR("A long line about boats,\nand then\tsome more about what "
		"boats can do when the ice is gone and nobody looks"));
	size_t n;

	(void)state;
	check_int("cut, and said so", words.len, 80 + 3);
	check_int("its end", str_ends(words, STR("…")), true);
	check_str("short", corrections_words(a, STR(" So it\nwas. ")),
	    "So it was.");
	check_str("controls", corrections_words(a, STR("a\033b")), "a␛b");
	check_str("a file", corrections_file_name(a, "x/y/bay.txt"),
	    "bay.txt");
	check_str("a mark in it", corrections_file_name(a, "x/“bay”.txt"),
	    "\"bay”.txt");
	corrections_take(c, STR("speaker 2023-02-10 a b.txt #3 “So.” = O V"));
	corrections_take(c, STR("speaker 2023-02-09 a.txt “So.” = T R"));
	corrections_take(c, STR("speaker 2023-02-10 c.txt “So.” = T R"));
	assert_non_null(corrections_of_day(c,
	    date_of((struct ymd){ 2023, 2, 10 }), &n));
	check_int("two of that day", n, 2);
	check_str("the file has blanks",
	    corrections_of_day(c, date_of((struct ymd){ 2023, 2, 10 }), &n)
		->mark.file, "a b.txt");
	check_int("the third time",
	    corrections_of_day(c, date_of((struct ymd){ 2023, 2, 10 }), &n)
		->mark.nth, 3);
	check_int("none of another",
	    corrections_on(c, date_of((struct ymd){ 2023, 2, 11 })), false);
	corrections_free(c);
	arena_free(a);
}

static struct str
file_text(struct arena *a, const char *path)
{
	struct buf b = { .in = a };
	FILE *f = fopen(path, "r");
	int c;

	assert_non_null(f);
	while ((c = getc(f)) != EOF)
		buf_addc(&b, (char)c);
	fclose(f);
	return buf_str(&b);
}

static const struct {
	const char *name;
	const char *was;
	const char *same; /* said then */
	const char *will;
} files[] = {
	{ "appended", "# mine\n", "A = B C", "# mine\nsame A = B C\n" },
	{ "replaced in its place", "same A = B C\nsame D = E F\n", "a = G H",
	    "same a = G H\nsame D = E F\n" },
	{ "what is not understood stays", "alike A = B\n\n\tsame\nsame A\n",
	    "A = B C", "alike A = B\n\n\tsame\nsame A\nsame A = B C\n" },
	{ "a last line without its end", "same D = E F", "A = B C",
	    "same D = E F\nsame A = B C\n" },
	{ "line ends of another system", "same D = E F\r\n", "A = B C",
	    "same D = E F\r\nsame A = B C\n" },
	{ "twice there, once after", "same A = B\nsame A = C\n", "A = D E",
	    "same A = D E\n" },
	{ "taken back", "same A = B\n# mine\n", "A = A", "# mine\n" },
	{ "said and taken back", "# mine\n", "A = B;A = A", "# mine\n" },
	{ "bytes that are no text", "\xFF\xFE same\n", "A = B C",
	    "\xFF\xFE same\nsame A = B C\n" },
};

static void
test_file(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct corrections *c = corrections_new();
		struct err e = { "" };

		write_file("mine", files[i].was);
		assert_true(corrections_load(c, "mine", &e));
		say_all(c, files[i].same);
		assert_true(corrections_save(c, "mine", &e));
		check_str(files[i].name, file_text(a, "mine"), files[i].will);
		assert_true(corrections_save(c, "mine", &e));
		check_str(files[i].name, file_text(a, "mine"), files[i].will);
		corrections_free(c);
	}
	arena_free(a);
}

/* A new file, its folders, and somebody who writes at the same time. */
static void
test_two_writers(void **state)
{
	struct arena *a = arena_new();
	struct corrections *one = corrections_new(), *two = corrections_new();
	struct err e = { "" };
	struct str text;

	(void)state;
	assert_true(corrections_load(one, "new/data/mine", &e));
	assert_true(corrections_load(two, "new/data/mine", &e));
	assert_true(corrections_same(one, STR("A = B C"), &e));
	assert_true(corrections_same(two, STR("D = E F"), &e));
	assert_true(corrections_save(one, "new/data/mine", &e));
	assert_true(corrections_save(two, "new/data/mine", &e));
	text = file_text(a, "new/data/mine");
	check_int("it says what it is", text.ptr[0], '#');
	check_int("both are there",
	    str_ends(text, STR("same A = B C\nsame D = E F\n")), true);
	corrections_free(one);
	corrections_free(two);
	arena_free(a);
}

static void
test_link_and_mode(void **state)
{
	struct corrections *c = corrections_new();
	struct err e = { "" };
	struct stat st;

	(void)state;
	write_file("real", "# mine\n");
	assert_int_equal(chmod("real", 0640), 0);
	assert_int_equal(symlink("real", "mine"), 0);
	assert_true(corrections_same(c, STR("A = B C"), &e));
	assert_true(corrections_save(c, "mine", &e));
	assert_int_equal(lstat("mine", &st), 0);
	check_int("a link stays one", S_ISLNK(st.st_mode), true);
	assert_int_equal(stat("real", &st), 0);
	check_int("its mode too", st.st_mode & 0777, 0640);
	corrections_free(c);
}

static void
test_cannot(void **state)
{
	struct corrections *c = corrections_new();
	struct err e = { "" };

	(void)state;
	assert_int_equal(mkdir("folder", 0700), 0);
	check_int("a folder is no file", corrections_load(c, "folder", &e),
	    false);
	check_int("which is said", e.text[0] != '\0', true);
	e = (struct err){ "" };
	write_file("plain", "");
	check_int("nor a file a folder",
	    corrections_save(c, "plain/mine", &e), false);
	check_int("which is said", e.text[0] != '\0', true);
	corrections_free(c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_marks),
		TEST(test_file),
		TEST(test_two_writers),
		TEST(test_link_and_mode),
		TEST(test_cannot),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
