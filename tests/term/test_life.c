/* The program lives through whatever happens to its terminal, its files and
 * itself, and when it ends the terminal is whole. */
#include "pty.h"

#include <locale.h>
#include <sys/stat.h>

#include "judge.h"

static const char reports[] =
    " date 2023-02-10 Two storms | The Marrow Gull\n\n"
    "“I counted both of them,” Osk Varden told the harbour office.\n\n"
    " date 2023-03-01 The lamp — brighter | The Marrow Gull\n\n"
    "The lamp’s glass came back… Zoë Kør saw it.\n\n"
    "“It will shine again,” Ines Calloway said.\n\n"
    "𝗪𝗵𝗼 𝗰𝗹𝗶𝗺𝗯𝘀 𝘂𝗽\n\n"
    "Two of the crew climb up every evening with a bottle of oil.\n";

static char file[64];
static const char *const words[] = { file, NULL };

static void
write_file(const char *text)
{
	FILE *f = fopen(file, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static int
write_reports(void **state)
{
	(void)state;
	write_file(reports);
	return 0;
}

static int
make_file(void **state)
{
	int fd;

	pty_setup(state);
	snprintf(file, sizeof(file), "/tmp/test_life-XXXXXX");
	fd = mkstemp(file);
	return fd >= 0 ? close(fd) : -1;
}

static int
remove_file(void **state)
{
	(void)state;
	unlink(file);
	return 0;
}

/* The program ended with `status`, and all is as it was. */
static void
check_end(const char *row, struct pty *p, int status)
{
	check_int(row, pty_end(p, row), status);
	check_int(row, pty_is_whole(p), true);
	check_sent(row, (struct str){ p->sent, p->len }, judge_screen);
	pty_close(p);
}

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Sizes from one cell to more than any screen, faster than they can be drawn,
 * and keys between them. */
static void
test_resizes(void **state)
{
	static const char keys[] = "jkJK<> bdu)(\"}{+-zx\\=\tgGne";
	unsigned seed = 2023;
	struct pty p;

	(void)state;
	pty_read(&p, "resizes", (struct pty_start){ .words = words });
	for (int i = 0; i < 400; i++) {
		pty_resize(&p, 1 + (int)(next_random(&seed) % 400),
		    1 + (int)(next_random(&seed) % 200));
		pty_type(&p, (struct str){
		    &keys[next_random(&seed) % (sizeof(keys) - 1)], 1 });
		if (i % 40 == 0)
			pty_press(&p, "resizes", STR(""));
	}
	pty_resize(&p, 80, 24);
	pty_press(&p, "resizes", STR("?"));
	pty_look(&p, "resizes", STR("Keys"));
	pty_type(&p, STR("Q"));
	check_end("resizes", &p, 0);
}

static void
test_signals(void **state)
{
	static const struct {
		const char *row;
		int signal;
	} signals[] = {
		{ "TERM", SIGTERM },
		{ "HUP", SIGHUP },
		{ "INT", SIGINT },
		{ "QUIT", SIGQUIT },
		{ "SEGV", SIGSEGV },
		{ "ABRT", SIGABRT },
		{ "BUS", SIGBUS },
		{ "FPE", SIGFPE },
		{ "ILL", SIGILL },
	};
	/* Nothing, help, and a prompt, which shows the cursor. */
	static const struct str keys[] = { BYTES(""), BYTES("?"),
		BYTES("/lamp") };

	(void)state;
	for (size_t i = 0; i < COUNT(signals); i++)
		for (size_t k = 0; k < COUNT(keys); k++) {
			struct pty p;

			pty_read(&p, signals[i].row,
			    (struct pty_start){ .words = words });
			pty_type(&p, keys[k]);
			pty_look(&p, signals[i].row, STR("\033["));
			kill(p.child, signals[i].signal);
			check_end(signals[i].row, &p, signals[i].signal);
		}
}

/* The window is closed: there is nobody left to draw for. */
static void
test_hangup(void **state)
{
	struct pty p;

	(void)state;
	pty_read(&p, "hangup", (struct pty_start){ .words = words });
	close(p.slave);
	close(p.master);
	p.slave = p.master = -1;
	assert_int_equal(waitpid(p.child, &p.status, 0), p.child);
	p.child = 0;
	check_int("hangup", p.status, SIGHUP);
	pty_close(&p);
}

/* A job that is suspended has given the terminal back.  Told to end then, it
 * does so, and does not touch the terminal, which is the shell's. */
static void
test_background(void **state)
{
	struct pty p;

	(void)state;
	pty_read(&p, "job", (struct pty_start){ .words = words, .job = JOB_ENDS });
	pty_type(&p, STR("\032"));
	check_end("job", &p, 0);
}

/* It goes on where it was.  A C-c that the terminal makes a signal of, before it
 * is the program's again, does not end it. */
static void
test_suspended(void **state)
{
	struct pty p;
	size_t from;

	(void)state;
	pty_read(&p, "suspend",
	    (struct pty_start){ .words = words, .job = JOB_GOES_ON });
	pty_press(&p, "suspend", STR("K"));
	from = p.len;
	pty_type(&p, STR("\032"));
	pty_expect(&p, "left", from, STR("\033[?1049l"));
	pty_expect(&p, "left", from, STR("stopped"));
	check_int("left", pty_is_whole(&p), true);
	from = p.len;
	pty_type(&p, STR("\003"));
	pty_expect(&p, "C-c", from, STR("^C"));
	kill(-tcgetpgrp(p.master), SIGCONT);
	pty_expect(&p, "back", from, STR("\033[?1049h"));
	pty_look(&p, "suspend", STR("storms"));
	pty_type(&p, STR("q"));
	check_int("suspend", pty_end(&p, "suspend"), 0);
	check_int("suspend", pty_is_whole(&p), true);
	pty_close(&p);
}

/* The program is all there is on its terminal: were it to stop, nobody would go
 * on with it.  The keys behind C-z are keys, and nothing is lost of them. */
static void
test_alone(void **state)
{
	struct pty p;
	size_t from;

	(void)state;
	pty_read(&p, "alone", (struct pty_start){ .words = words });
	from = p.len;
	for (int i = 0; i < 100; i++)
		pty_type(&p, STR("\032\003:next-report\r:suspend\r\003K"));
	kill(p.child, SIGTSTP);
	pty_press(&p, "alone", STR(""));
	pty_key(&p, "alone", STR("\032"));
	check_int("alone", pty_count(&p, from, STR("\033[?1049l")), 0);
	pty_look(&p, "alone", STR("no shell"));
	pty_look(&p, "alone", STR("storms"));
	pty_type(&p, STR("q"));
	check_end("alone", &p, 0);
}

static void
test_terms(void **state)
{
	static const struct {
		const char *row;
		const char *env[3];
		bool draws;
	} terms[] = {
		{ "nobody knows it", { "TERM=harbour-7" }, false },
		{ "dumb", { "TERM=dumb" }, false },
		{ "empty", { "TERM=" }, false },
		{ "unset", { "TERM" }, false },
		{ "a relative of xterm", { "TERM=xterm-harbour-7" }, true },
		{ "vt100", { "TERM=vt100" }, true },
		{ "linux", { "TERM=linux" }, true },
		{ "no colours", { "NO_COLOR=1" }, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(terms); i++) {
		const char *row = terms[i].row;
		struct pty p;

		pty_run(&p, (struct pty_start){ .words = words,
				.env = terms[i].env });
		if (terms[i].draws) {
			pty_expect(&p, row, 0, STR("brighter"));
			pty_type(&p, STR("Q"));
			check_int(row, pty_end(&p, row), 0);
			check_int(row, pty_is_whole(&p), true);
			pty_close(&p);
			continue;
		}
		pty_expect(&p, row, 0, STR("cannot be drawn on: set TERM"));
		pty_expect(&p, row, 0, STR("storms"));
		check_int(row, pty_count(&p, 0, STR("\033")), 0);
		check_end(row, &p, 0);
	}
}

/* Text is UTF-8 in any locale. */
static void
test_locales(void **state)
{
	static const struct {
		const char *row;
		const char *env[4];
	} locales[] = {
		{ "C", { "LC_ALL=C" } },
		{ "unset", { "LC_ALL", "LC_CTYPE", "LANG" } },
		{ "no such locale", { "LC_ALL=marrow_BAY" } },
	};
	static const char *const dump[] = { "--dump", file, NULL };

	(void)state;
	for (size_t i = 0; i < COUNT(locales); i++) {
		const char *row = locales[i].row;
		struct pty_start start = { .words = words,
			.env = locales[i].env };
		struct pty p;

		pty_read(&p, row, start);
		pty_look(&p, row, STR("lamp’s glass came back… Zoë Kør"));
		pty_type(&p, STR("q"));
		check_end(row, &p, 0);
		start.words = dump;
		pty_run(&p, start);
		pty_expect(
		    &p, row, 0, STR("lamp’s glass came back… Zoë Kør"));
		check_end(row, &p, 0);
	}
}

/* The archive comes through a pipe, the keys from the terminal. */
static void
test_stdin(void **state)
{
	static const char *const dash[] = { "-", NULL };
	struct pty p;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	pty_read(&p, "pipe",
	    (struct pty_start){ .words = dash, .in = ends[0] });
	close(ends[0]);
	assert_int_equal(
	    write(ends[1], reports, strlen(reports)), strlen(reports));
	close(ends[1]);
	pty_look(&p, "pipe", STR("brighter"));
	pty_press(&p, "pipe", STR("K"));
	pty_look(&p, "pipe", STR("storms"));
	pty_key(&p, "pipe", STR("R"));
	pty_look(&p, "pipe", STR("what came through a pipe"));
	pty_look(&p, "pipe", STR("storms"));
	pty_type(&p, STR("q"));
	check_end("pipe", &p, 0);
}

enum change { SHRINK, REWRITE, GROW, REPLACE, REMOVE };

static void
make_change(enum change change)
{
	static const char other[] = "\n date 2023-03-02 The oil | The Marrow "
				    "Gull\n\nThere is none left.\n";
	char longer[sizeof(reports) + sizeof(other)];

	switch (change) {
	case SHRINK:
		assert_int_equal(truncate(file, 20), 0);
		break;
	case REPLACE:
		unlink(file);
		write_file(other);
		break;
	case REWRITE:
		write_file(other);
		break;
	case GROW:
		snprintf(longer, sizeof(longer), "%s%s", reports, other);
		write_file(longer);
		break;
	case REMOVE:
		unlink(file);
		break;
	}
}

/* A file is not what it was when somebody wants to see more of it.  It is said,
 * what is open stays open, and R reads what there is now. */
static void
test_changed(void **state)
{
	static const struct {
		const char *row;
		enum change change;
		struct str sentence;
		struct str after; /* R */
		struct str shown;
	} rows[] = {
		{ "shrinks", SHRINK, BYTES("is shorter than it was"),
		    BYTES("1 fewer"), BYTES("1/1") },
		{ "is rewritten", REWRITE, BYTES("is shorter than it was"),
		    BYTES("1 fewer"), BYTES("none left") },
		{ "grows", GROW, BYTES("has changed since"),
		    BYTES("3 reports, 1 more than before"),
		    BYTES("brighter") },
		{ "is replaced", REPLACE, BYTES("storms"), BYTES("1 fewer"),
		    BYTES("none left") },
		{ "vanishes", REMOVE, BYTES("storms"), BYTES("No such file"),
		    BYTES("brighter") },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *row = rows[i].row;
		struct pty p;

		write_file(reports);
		pty_read(&p, row, (struct pty_start){ .words = words });
		pty_look(&p, row, STR("brighter"));
		make_change(rows[i].change);
		pty_key(&p, row, STR("K"));
		pty_look(&p, row, rows[i].sentence);
		pty_press(&p, row, STR("J=x\"x"));
		pty_key(&p, row, STR("R"));
		pty_look(&p, row, rows[i].after);
		pty_look(&p, row, rows[i].shown);
		pty_type(&p, STR("q"));
		check_end(row, &p, 0);
	}
}

/* A bar beside a letter that runs from right to left has a mark, so that panes
 * do not change places, but not where the mark would take a column. */
static void
test_bars(void **state)
{
	static const struct {
		const char *row;
		const char *text;
		const char *env[2];
		size_t bars;
	} rows[] = {
		{ "Latin", "A lamp.", { NULL }, 0 },
		{ "Hebrew", "שלום", { NULL }, 2 },
		{ "Arabic", "سلام", { NULL }, 2 },
		{ "Greek and a bar", "Λάμπα │", { NULL }, 0 },
		{ "mlterm", "שלום", { "TERM=mlterm" }, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *row = rows[i].row;
		char text[200];
		struct pty p;

		snprintf(text, sizeof(text), " date 2023-03-01 The lamp | The "
			"Gull\n\nmarrow %s\n", rows[i].text);
		write_file(text);
		pty_run(&p, (struct pty_start){ .words = words, .cols = 120,
				.rows = 36, .env = rows[i].env });
		pty_expect(&p, row, 0, str_c(rows[i].text));
		pty_type(&p, STR("q"));
		check_int(row, pty_end(&p, row), 0);
		check_int(row, pty_count(&p, 0, STR("\u200E")), rows[i].bars);
		check_int(
		    row, pty_count(&p, 0, STR("│\u200E")), rows[i].bars);
		pty_close(&p);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_resizes, write_reports),
		cmocka_unit_test_setup(test_signals, write_reports),
		cmocka_unit_test_setup(test_hangup, write_reports),
		cmocka_unit_test_setup(test_background, write_reports),
		cmocka_unit_test_setup(test_suspended, write_reports),
		cmocka_unit_test_setup(test_alone, write_reports),
		cmocka_unit_test_setup(test_terms, write_reports),
		cmocka_unit_test_setup(test_locales, write_reports),
		cmocka_unit_test_setup(test_stdin, write_reports),
		cmocka_unit_test_setup(test_changed, write_reports),
		cmocka_unit_test_setup(test_bars, write_reports),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, make_file, remove_file);
}
