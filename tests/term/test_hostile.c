/* Nothing that a file, a file name or a prompt contains gets through to the
 * terminal: every byte that the program sends is looked at, in the reader and
 * in what it prints. */
#include "pty.h"

#include <ftw.h>
#include <locale.h>
#include <sys/stat.h>

#include "dateline/reader/command.h"
#include "hostile.h"
#include "judge.h"

enum { WORD_LETTERS = 200000, MARKS = 5000, FILES_MAX = 128 };

/* The reports: one that is long in every way, then one for each row of
 * hostile[], then files whose names are hostile, in a folder whose name is. */
static struct {
	char top[32];
	char reports[64];
	char data[96]; /* where the program keeps what was said */
	char folder[96];
	char missing[96];
	char wide[96]; /* UTF-16 */
	char loop[96]; /* a link to itself */
	char *files[FILES_MAX];
	size_t file_n;
} the;

static FILE *
new_file(const char *path)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_true(the.file_n < FILES_MAX);
	the.files[the.file_n++] = strdup(path);
	return f;
}

static void
put(FILE *f, struct str s)
{
	assert_int_equal(fwrite(s.ptr, 1, s.len, f), s.len);
}

/* Long enough that a NUL behind it is no sign of a binary file. */
static void
write_long(FILE *f)
{
	fputs(" date 2022-12-31 The long one\n\n", f);
	for (int i = 0; i < WORD_LETTERS; i++)
		fputc("abcdefghij"[i % 10], f);
	fputs("\n\ne", f);
	for (int i = 0; i < MARKS; i++)
		fputs(i % 2 ? "\u0301" : "\u0323", f);
	fputs("\n\n", f);
	for (int i = 0; i < MARKS; i++)
		fputs("\u200D\U0001F469\u202E", f);
	fputs("\n\n", f);
}

static void
write_report(FILE *f, const struct hostile *h, int number)
{
	fprintf(f, " date 2023-%02d-%02d Before ", number / 28 + 1,
	    number % 28 + 1);
	put(f, h->bytes);
	fputs(" after | The ", f);
	put(f, h->bytes);
	fputs(" Gull\n\nMARROW ", f);
	put(f, h->bytes);
	fputs(" BAY — This is the one with ", f);
	put(f, h->bytes);
	fputs(" in it.\n\n“We ", f);
	put(f, h->bytes);
	fputs(" saw it,” said Mara ", f);
	put(f, h->bytes);
	fputs("Odell of the pier.\n\n", f);
	put(f, h->bytes);
	fputs("\n\nThe “", f);
	put(f, h->bytes);
	fputs("” is a term.\n\n", f);
}

static void
write_reports(void)
{
	FILE *f;
	int n = 0;

	snprintf(the.reports, sizeof(the.reports), "%s/reports.txt", the.top);
	f = new_file(the.reports);
	write_long(f);
	write_report(f, &hostile_nul, n++);
	for (size_t i = 0; i < COUNT(hostile); i++)
		write_report(f, &hostile[i], n++);
	assert_int_equal(fclose(f), 0);
}

static void
write_name(size_t number, struct str name)
{
	char path[256];
	FILE *f;

	snprintf(path, sizeof(path), "%s/n%zu%.*s.txt", the.folder, number,
	    (int)name.len, name.ptr);
	f = new_file(path);
	fprintf(f, " date 2024-01-%02zu Named so\n\n“A file,” she said.\n",
	    number % 28 + 1);
	assert_int_equal(fclose(f), 0);
}

static void
write_names(void)
{
	for (size_t i = 0; i < COUNT(hostile); i++)
		write_name(i, hostile[i].bytes);
	write_name(COUNT(hostile), hostile_line.bytes);
}

static int
write_all(void **state)
{
	pty_setup(state);
	snprintf(the.top, sizeof(the.top), "/tmp/test_hostile-XXXXXX");
	assert_non_null(mkdtemp(the.top));
	snprintf(the.folder, sizeof(the.folder),
	    "%s/\033]0;EVIL\007\xC2\x9B" "31m\u202E folder", the.top);
	snprintf(the.missing, sizeof(the.missing), "%s/no\033]0;EVIL\007\x9B",
	    the.top);
	snprintf(the.wide, sizeof(the.wide), "%s/wide\033]52;c;RVZJTA==\007",
	    the.top);
	snprintf(the.loop, sizeof(the.loop), "%s/loop\033[5i\u202E", the.top);
	snprintf(the.data, sizeof(the.data), "XDG_DATA_HOME=%s/data", the.top);
	assert_int_equal(chdir(the.top), 0); /* what is saved is saved here */
	assert_int_equal(mkdir(the.folder, 0700), 0);
	write_reports();
	write_names();
	fclose(new_file(the.loop));
	assert_int_equal(unlink(the.loop), 0);
	assert_int_equal(symlink(the.loop, the.loop), 0);
	put(new_file(the.wide), STR("\xFF\xFE" "a\0b\0"));
	fflush(NULL);
	return 0;
}

static int
remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

static int
remove_all(void **state)
{
	(void)state;
	for (size_t i = 0; i < the.file_n; i++)
		free(the.files[i]);
	return chdir("/") || nftw(the.top, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* What was sent is what may be sent, and no row of hostile[] is in it. */
static void
check_pty(const char *row, const struct pty *p, judge_fn *judge)
{
	struct str sent = { p->sent, p->len };

	check_sent(row, sent, judge);
	for (size_t i = 0; i < COUNT(hostile); i++)
		if (pty_count(p, 0, hostile[i].bytes) > 0)
			fail_msg("%s: sent %s", row, hostile[i].name);
	if (pty_count(p, 0, hostile_nul.bytes) > 0)
		fail_msg("%s: sent %s", row, hostile_nul.name);
	if (pty_count(p, 0, hostile_line.bytes) > 0)
		fail_msg("%s: sent %s", row, hostile_line.name);
}

/* The bytes that a keyboard sends for a key. */
static struct str
bytes_of_key(struct str name)
{
	static const struct {
		key k;
		struct str bytes;
	} special[] = {
		{ K_UP, BYTES("\033OA") },
		{ K_DOWN, BYTES("\033OB") },
		{ K_RIGHT, BYTES("\033OC") },
		{ K_LEFT, BYTES("\033OD") },
		{ K_HOME, BYTES("\033OH") },
		{ K_END, BYTES("\033OF") },
		{ K_PAGE_UP, BYTES("\033[5~") },
		{ K_PAGE_DOWN, BYTES("\033[6~") },
		{ K_BACK_TAB, BYTES("\033[Z") },
	};
	static char one;
	key k = key_parse(name);

	for (size_t i = 0; i < COUNT(special); i++)
		if (special[i].k == k)
			return special[i].bytes;
	if (k == K_NONE)
		return name;
	assert_true(k < 0x80);
	one = (char)k;
	return (struct str){ &one, 1 };
}

/* Every command by each of its keys and by its name; those that ask for words
 * get hostile ones. */
static void
press_command(struct pty *p, const char *row, enum command c)
{
	const struct command_info *info = command_info(c);
	const char *keys = info->keys;
	struct str words = hostile[(size_t)c % COUNT(hostile)].bytes;

	while (*keys) {
		size_t n = strcspn(keys, " ");

		pty_type(p, bytes_of_key((struct str){ keys, n }));
		if (info->argument == ARGUMENT_WORDS) {
			pty_type(p, str_skip(words, words.ptr[0] == '\033'));
			pty_type(p, STR("\r"));
		}
		pty_press(p, row, STR("\003"));
		keys += n + strspn(keys + n, " ");
	}
	pty_type(p, STR(":"));
	pty_type(p, str_c(info->name));
	pty_press(p, row, STR("\r\003"));
}

static void
press_commands(struct pty *p, const char *row)
{
	for (enum command c = 0; c < CMD_COUNT; c++)
		if (c != CMD_QUIT && c != CMD_QUIT_NOW)
			press_command(p, row, c);
}

/* Hostile words at each prompt, without the key that leaves it. */
static void
press_prompts(struct pty *p, const char *row)
{
	static const struct str prompts[] = { BYTES("/"), BYTES(":"),
		BYTES("D") };

	for (size_t i = 0; i < COUNT(hostile); i++) {
		struct str words = hostile[i].bytes;

		if (memchr(words.ptr, '\033', words.len))
			continue;
		for (size_t k = 0; k < COUNT(prompts); k++) {
			pty_type(p, prompts[k]);
			pty_type(p, words);
			pty_press(p, row, STR("\r\003\003"));
		}
	}
}

/* Every report, from the newest on: the words as they are read, then the
 * original letters. */
static void
press_reports(struct pty *p, const char *row, size_t n)
{
	for (size_t i = 0; i < n; i++)
		pty_press(p, row, STR("K="));
	pty_press(p, row, STR("x"));
	for (size_t i = 0; i < n; i++)
		pty_press(p, row, STR("J)="));
	pty_press(p, row, STR("x:problems\r"));
	pty_press(p, row, STR("?"));
}

static void
test_reader(void **state)
{
	static const struct {
		const char *row;
		int cols, rows;
	} sizes[] = {
		{ "wide", 120, 36 },
		{ "with notes", 80, 24 },
		{ "one pane", 50, 20 },
		{ "text only", 20, 5 },
		{ "one cell", 1, 1 },
		{ "very wide", 200, 60 },
	};
	const char *words[] = { the.reports, the.folder, the.missing, the.wide,
		the.loop, NULL };
	const char *env[] = { the.data, NULL };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		const char *row = sizes[i].row;
		struct pty p;

		pty_read(&p, row,
		    (struct pty_start){ .words = words, .env = env,
			.cols = sizes[i].cols, .rows = sizes[i].rows });
		press_commands(&p, row);
		press_reports(&p, row, 2 * COUNT(hostile) + 2);
		press_prompts(&p, row);
		pty_type(&p, STR("Q"));
		check_int(row, pty_end(&p, row), 2 << 8);
		assert_true(pty_is_whole(&p));
		check_pty(row, &p, judge_screen);
		pty_close(&p);
	}
}

static const struct printed {
	const char *row;
	const char *words[4];
} printed[] = {
	{ "list", { "--list" } },
	{ "dump", { "--dump" } },
	{ "dump in lines", { "--dump", "--width=30" } },
	{ "quotes", { "--quotes", "--terms" } },
	{ "search", { "--search", "EVIL" } },
	{ "search for a letter", { "--search", "e" } },
	{ "explain", { "--explain" } },
	{ "original dump", { "--dump", "--original" } },
	{ "original list", { "--list", "--original" } },
	{ "original quotes", { "--quotes", "--original" } },
	{ "original search", { "--search", "e", "--original" } },
	{ "original explain", { "--explain", "--original" } },
};

/* The words of a row, then what there is to read. */
static void
with_paths(const char *const *own, const char *words[12])
{
	size_t n = 0;

	for (; own[n]; n++)
		words[n] = own[n];
	words[n++] = the.reports;
	words[n++] = the.folder;
	words[n++] = the.missing;
	words[n++] = the.wide;
	words[n++] = the.loop;
	words[n] = NULL;
}

static const struct printed json[] = {
	{ "list as JSON", { "--list", "--json" } },
	{ "dump as JSON", { "--dump", "--json" } },
	{ "quotes as JSON", { "--quotes", "--json", "--terms" } },
	{ "search as JSON", { "--search", "EVIL", "--json" } },
	{ "explain as JSON", { "--explain", "--json" } },
	{ "original as JSON", { "--dump", "--original", "--json" } },
};

static void
check_printed(const struct printed *to, judge_fn *judge)
{
	const char *words[12];
	struct pty p;

	with_paths(to->words, words);
	pty_run(&p, (struct pty_start){ .words = words });
	check_int(to->row, pty_end(&p, to->row), 2 << 8);
	if (pty_count(&p, 0, STR("EVIL")) == 0)
		fail_msg("%s: printed nothing", to->row);
	check_pty(to->row, &p, judge);
	pty_close(&p);
}

static void
test_printed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(printed); i++)
		check_printed(&printed[i], judge_lines);
	for (size_t i = 0; i < COUNT(json); i++)
		check_printed(&json[i], judge_json);
}

/* What says little of each report. */
static void
test_counted(void **state)
{
	static const struct printed rows[] = {
		{ "speakers", { "--speakers" } },
		{ "timeline", { "--timeline" } },
		{ "speakers as JSON", { "--speakers", "--json" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *words[12];
		struct pty p;

		with_paths(rows[i].words, words);
		pty_run(&p, (struct pty_start){ .words = words });
		check_int(rows[i].row, pty_end(&p, rows[i].row), 2 << 8);
		check_pty(rows[i].row, &p, judge_json);
		pty_close(&p);
	}
}

static struct str
slurp(int fd)
{
	size_t len = (size_t)lseek(fd, 0, SEEK_END);
	char *to = xrealloc(NULL, len + 1, 1);

	assert_int_equal(pread(fd, to, len, 0), len);
	return (struct str){ to, len };
}

static void
check_piped(const struct printed *to)
{
	FILE *f = tmpfile();
	const char *words[12];
	struct str got;
	struct pty p;

	assert_non_null(f);
	with_paths(to->words, words);
	pty_run(
	    &p, (struct pty_start){ .words = words, .out = fileno(f) });
	check_int(to->row, pty_end(&p, to->row), 2 << 8);
	check_pty(to->row, &p, judge_lines); /* the errors */
	got = slurp(fileno(f));
	check_sent(to->row, got, judge_pipe);
	assert_true(got.len > 1000);
	free((char *)(uintptr_t)got.ptr);
	fclose(f);
	pty_close(&p);
}

static void
test_piped(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(printed); i++)
		check_piped(&printed[i]);
	for (size_t i = 0; i < COUNT(json); i++)
		check_piped(&json[i]);
}

/* Words on the command line that make no sense, files that are not there. */
static void
test_errors(void **state)
{
	static const struct printed rows[] = {
		{ "option", { "--\033]0;EVIL\007" } },
		{ "width", { "--width", "\033[5i\xC2\x9B" } },
		{ "date", { "--date", "\033[6n\u202E" } },
		{ "order", { "--order", "\x9B" "5i" } },
		{ "theme", { "--theme", "\033P1$rm\033\\" } },
		{ "size", { "--size", "\033_EVIL" } },
		{ "words", { "--search", "\u202E\u200D" } },
		{ "script", { "--script", "/tmp/\033]0;EVIL\007" } },
		{ "path", { "--list", "/tmp/no\033]52;c;RVZJTA==\007" } },
		{ "path for the reader", { "/tmp/no\033[?1003h\xFF" } },
		{ "path over lines", { "--list", "/tmp/no\n\nNA\nME\r\t" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pty p;

		pty_run(&p, (struct pty_start){ .words = rows[i].words });
		check_int(rows[i].row, pty_end(&p, rows[i].row), 2 << 8);
		if (pty_count(&p, 0, STR("dateline: ")) != 1)
			fail_msg("%s: no sentence", rows[i].row);
		check_int(rows[i].row, pty_count(&p, 0, STR("\n")), 1);
		check_pty(rows[i].row, &p, judge_lines);
		pty_close(&p);
	}
}

/* The judge can say no. */
static void
test_judge(void **state)
{
	static const struct {
		const char *row;
		struct str bytes;
		bool may;
	} rows[] = {
		{ "letters", BYTES("Odell é 日 \U0001F469 \uFFFD"), true },
		{ "moved", BYTES("\033[12;7H\033[3C\b\r\n"), true },
		{ "coloured", BYTES("\033[1;38;5;17mred\033(B\033[m"), true },
		{ "started", BYTES("\033[?1049h\033[22;0;0t\033[?1h\033="),
		    true },
		{ "bar beside Hebrew", BYTES("│\u200E"), true },
		{ "mark of direction", BYTES("a\u200E"), false },
		{ "four marks", BYTES("e\u0301\u0302\u0303\u0304"), true },
		{ "five marks", BYTES("e\u0301\u0302\u0303\u0304\u0305"),
		    false },
		{ "NUL", BYTES("a\0b"), false },
		{ "bell", BYTES("\007"), false },
		{ "DEL", BYTES("\177"), false },
		{ "tab", BYTES("\t"), false },
		{ "noncharacter", BYTES("\uFFFF"), false },
		{ "bad UTF-8", BYTES("\xE2\x80"), false },
		{ "private mode", BYTES("\033[?1003h"), false },
		{ "printer", BYTES("\033[5i"), false },
		{ "intermediate", BYTES("\033[!p"), false },
		{ "broken off", BYTES("\033[12;"), false },
		{ "copied", BYTES("\033]52;c;RVZJTA==\a"), true },
		{ "copied, and more", BYTES("\033]52;c;RV;JTA==\a"), false },
		{ "copied, no end", BYTES("\033]52;c;RVZJTA==\033\\"), false },
		{ "a question", BYTES("\033]52;c;?\a"), false },
		{ "ESC alone", BYTES("\033"), false },
	};
	size_t at;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_int(rows[i].row, judge_screen(rows[i].bytes, &at) == NULL,
		    rows[i].may);
	for (size_t i = 0; i < COUNT(hostile); i++)
		if (!judge_lines(hostile[i].bytes, &at))
			fail_msg("%s: may be printed", hostile[i].name);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_judge),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_printed),
		cmocka_unit_test(test_counted),
		cmocka_unit_test(test_piped),
		cmocka_unit_test(test_reader),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, write_all, remove_all);
}
