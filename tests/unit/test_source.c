#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "dateline/archive/source.h"

static char folder[64];

/* The path of a file in the folder of the test; good for three calls. */
static const char *
in_folder(const char *name)
{
	static char paths[3][128];
	static int turn;

	turn = (turn + 1) % 3;
	snprintf(paths[turn], sizeof(paths[turn]), "%s/%s", folder, name);
	return paths[turn];
}

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static int
make_folder(void **state)
{
	(void)state;
	snprintf(folder, sizeof(folder), "/tmp/test_source-XXXXXX");
	return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
	static const char *const names[] = { "file", "other", "pipe", "socket",
		"link" };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(names); i++)
		unlink(in_folder(names[i]));
	return rmdir(folder);
}

static void
check_read(const char *row, struct source *s, uint64_t off, size_t len,
    const char *want)
{
	struct err e = { "" };
	char to[100];
	struct str got = { to, source_read(s, off, to, len, &e) };

	check_str(row, got, want);
}

static void
check_refused(const char *path, const char *sentence)
{
	struct source s;
	struct err e = { "" };

	if (source_open(&s, path, &e))
		fail_msg("%s: was opened", path);
	if (!strstr(e.text, sentence))
		fail_msg("%s: “%s” lacks “%s”", path, e.text, sentence);
	assert_int_equal(s.fd, -1);
	assert_int_equal(s.pipe, -1);
	source_close(&s);
}

static void
test_refused(void **state)
{
	struct sockaddr_un name = { .sun_family = AF_UNIX };
	int s = socket(AF_UNIX, SOCK_STREAM, 0);

	(void)state;
	snprintf(name.sun_path, sizeof(name.sun_path), "%s",
	    in_folder("socket"));
	assert_int_equal(bind(s, (struct sockaddr *)&name, sizeof(name)), 0);
	assert_int_equal(symlink("link", in_folder("link")), 0);
	check_refused(folder, "is a folder");
	check_refused("/dev/null", "is a device");
	check_refused(in_folder("socket"), "is a socket");
	check_refused(in_folder("nothing"), "No such file");
	check_refused(in_folder("link"), "symbolic links");
	close(s);
}

static void
test_unreadable(void **state)
{
	(void)state;
	if (geteuid() == 0) {
		print_message("root may read everything: skipped\n");
		skip();
	}
	write_file(in_folder("file"), "secret");
	assert_int_equal(chmod(in_folder("file"), 0), 0);
	check_refused(in_folder("file"), "ermission");
}

static void
test_read(void **state)
{
	static const struct {
		const char *row;
		uint64_t off;
		size_t len;
		const char *want;
	} rows[] = {
		{ "all", 0, 100, "0123456789" },
		{ "start", 0, 3, "012" },
		{ "middle", 4, 2, "45" },
		{ "over the end", 8, 5, "89" },
		{ "at the end", 10, 5, "" },
		{ "far behind it", UINT64_MAX, 5, "" },
		{ "nothing", 5, 0, "" },
	};
	struct source s;
	struct err e = { "" };
	size_t i;

	(void)state;
	write_file(in_folder("file"), "0123456789");
	assert_true(source_open(&s, in_folder("file"), &e));
	assert_int_equal(s.size, 10);
	assert_true(s.ino != 0);
	for (i = 0; i < COUNT(rows); i++) {
		if (i % 2)
			source_rest(&s);
		check_read(rows[i].row, &s, rows[i].off, rows[i].len,
		    rows[i].want);
	}
	source_rest(&s);
	assert_int_equal(s.fd, -1);
	source_close(&s);
	source_close(&s);
	assert_string_equal(e.text, "");
}

enum change { SHRINK, GROW, REWRITE, REPLACE, REMOVE, TOUCH };

static void
make_change(enum change change, const char *path)
{
	/* A second on, because a clock may stand still during a test. */
	struct timespec later[2] = { { 2000000000, 0 }, { 2000000000, 0 } };

	switch (change) {
	case SHRINK:
		write_file(path, "01234");
		break;
	case GROW:
		write_file(path, "0123456789and more");
		break;
	case REWRITE:
		write_file(path, "abcdefghij");
		assert_int_equal(utimensat(AT_FDCWD, path, later, 0), 0);
		break;
	case REPLACE:
		write_file(in_folder("other"), "0123456789");
		assert_int_equal(rename(in_folder("other"), path), 0);
		break;
	case REMOVE:
		assert_int_equal(unlink(path), 0);
		break;
	case TOUCH:
		assert_int_equal(utimensat(AT_FDCWD, path, later, 0), 0);
		break;
	}
}

static void
test_changed(void **state)
{
	static const struct {
		const char *row;
		enum change change;
		bool rest;
		const char *sentence; /* NULL: it can still be read */
	} rows[] = {
		{ "shrinks while open", SHRINK, false, "shorter" },
		{ "shrinks at rest", SHRINK, true, "shorter" },
		{ "grows", GROW, false, "changed" },
		{ "is rewritten", REWRITE, false, "changed" },
		{ "is touched", TOUCH, true, "changed" },
		{ "is replaced while open", REPLACE, false, NULL },
		{ "is replaced at rest", REPLACE, true, "changed" },
		{ "is removed while open", REMOVE, false, NULL },
		{ "is removed at rest", REMOVE, true, "No such file" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct err e = { "" };
		struct source s;
		char to[10], path[128];
		size_t got;

		snprintf(path, sizeof(path), "%s", in_folder("file"));
		write_file(path, "0123456789");
		assert_true(source_open(&s, path, &e));
		if (rows[i].rest)
			source_rest(&s);
		make_change(rows[i].change, path);
		got = source_read(&s, 0, to, sizeof(to), &e);
		check_int(rows[i].row, got, rows[i].sentence ? SIZE_MAX : 10);
		if (rows[i].sentence && !strstr(e.text, rows[i].sentence))
			fail_msg("%s: “%s”", rows[i].row, e.text);
		if (rows[i].sentence)
			assert_non_null(strstr(e.text, path));
		source_close(&s);
	}
}

/* A named pipe: nobody there, then somebody, then nobody any more. */
static void
test_pipe(void **state)
{
	struct err e = { "" };
	struct source s;
	int w;

	(void)state;
	assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0);
	assert_true(source_open(&s, in_folder("pipe"), &e));
	assert_true(source_pull(&s, 100, &e));
	assert_true(s.pipe >= 0);
	assert_int_equal(s.size, 0);

	w = open(in_folder("pipe"), O_WRONLY);
	assert_true(w >= 0);
	assert_true(source_pull(&s, 100, &e));
	assert_true(s.pipe >= 0);
	assert_int_equal(write(w, "abc", 3), 3);
	assert_true(source_pull(&s, 100, &e));
	assert_int_equal(s.size, 3);
	assert_int_equal(write(w, "de", 2), 2);
	close(w);
	assert_true(source_pull(&s, 100, &e));
	assert_true(source_pull(&s, 100, &e));
	assert_int_equal(s.size, 5);
	assert_int_equal(s.pipe, -1);
	assert_true(source_pull(&s, 100, &e));

	source_rest(&s);
	check_read("spooled", &s, 0, 10, "abcde");
	source_close(&s);
	assert_string_equal(e.text, "");
}

/* Standard input from a pipe, from a file, and from the middle of a file. */
static void
test_stdin(void **state)
{
	struct err e = { "" };
	struct source s;
	int ends[2], saved = dup(STDIN_FILENO), fd;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "piped", 5), 5);
	close(ends[1]);
	assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	close(ends[0]);
	assert_true(source_open(&s, "-", &e));
	while (s.pipe >= 0)
		assert_true(source_pull(&s, 100, &e));
	check_read("pipe", &s, 0, 10, "piped");
	source_close(&s);

	write_file(in_folder("file"), "0123456789");
	fd = open(in_folder("file"), O_RDONLY);
	assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
	close(fd);
	assert_true(source_open(&s, "-", &e));
	assert_int_equal(s.pipe, -1);
	source_rest(&s);
	check_read("file", &s, 7, 10, "789");
	source_close(&s);

	assert_int_equal(lseek(STDIN_FILENO, 6, SEEK_SET), 6);
	assert_true(source_open(&s, "-", &e));
	while (s.pipe >= 0)
		assert_true(source_pull(&s, 100, &e));
	check_read("rest of a file", &s, 0, 10, "6789");
	source_close(&s);

	assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
	dup2(saved, STDIN_FILENO);
	close(saved);
	assert_string_equal(e.text, "");
}

static void
test_spool_fails(void **state)
{
	struct err e = { "" };
	struct source s;
	const char *was = getenv("TMPDIR");
	char *kept = was ? strdup(was) : NULL;

	(void)state;
	setenv("TMPDIR", in_folder("nowhere"), 1);
	mkfifo(in_folder("pipe"), 0600);
	assert_false(source_open(&s, in_folder("pipe"), &e));
	assert_non_null(strstr(e.text, "nowhere"));
	assert_int_equal(s.pipe, -1);
	if (kept)
		setenv("TMPDIR", kept, 1);
	else
		unsetenv("TMPDIR");
	free(kept);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_refused, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
		    test_unreadable, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
		    test_read, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
		    test_changed, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
		    test_pipe, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
		    test_stdin, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(
		    test_spool_fails, make_folder, remove_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
