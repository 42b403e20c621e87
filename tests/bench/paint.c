/* What run.sh cannot do in shell: hold a stopwatch, and be a terminal.
 *
 *	paint run TIMES COMMAND...
 *
 * runs a command and prints the seconds of its best run.  What it says is read
 * and thrown away: grep, for one, stops at the first hit when it writes to
 * /dev/null.  After three runs and five seconds it is not run again.
 *
 *	paint COLSxROWS STEP... -- COMMAND...
 *
 * runs it on a terminal of that size and does the steps in turn:
 *
 *	see TEXT      wait until it has been sent; print the milliseconds since
 *	              the start or the last key
 *	type KEYS     type them
 *	settle        wait until no more is sent
 *	press KEYS N  N keys, those of KEYS by turns, each when all has been sent
 *	              that the one before it asked for; print the milliseconds
 *	              from key to last byte, 50th and 99th percentile, the same
 *	              of what the reader spent on a processor and waited for one
 *	              (or "- -"), the bytes a key, and how many keys nothing
 *	              answered
 *	memory        print the private memory in kB
 *
 * Nothing is drawn: bytes are counted and thrown away. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum {
	QUIET_MS = 30,	  /* after a key: all has been sent */
	SETTLED_MS = 400, /* the archive has been read, too */
	PATIENCE_MS = 60 * 1000,
	ANSWER_MS = 1000,
	PRESSES_MAX = 1000,
	RUN_SECONDS = 5,
	TAIL = 64, /* longest text that can be waited for, and more */
};

struct screen {
	int pty;
	pid_t reader;
	double from;	 /* the start, or the last key */
	double last;	 /* when bytes came last */
	size_t bytes;	 /* since `from` */
	char tail[TAIL]; /* what came last, for a text across two reads */
	size_t tail_n;
};

static void
fail(const char *what)
{
	fprintf(stderr, "paint: %s: %s\n", what, strerror(errno));
	exit(2);
}

static void
give_up(const char *why, const char *what)
{
	fprintf(stderr, "paint: %s %s\n", why, what);
	exit(2);
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The stopwatch. */

/* The child: silent input, output into `fd`. */
static void
become_command(int fd, char **command)
{
	int nothing = open("/dev/null", O_RDONLY);

	dup2(nothing, STDIN_FILENO);
	dup2(fd, STDOUT_FILENO);
	close(nothing);
	close(fd);
	execvp(command[0], command);
	fail(command[0]);
}

static double
run_once(char **command)
{
	char bytes[65536];
	double from = seconds();
	int ends[2], status;
	pid_t child = pipe(ends) == 0 ? fork() : -1;

	if (child < 0)
		fail("cannot start a program");
	if (child == 0) {
		close(ends[0]);
		become_command(ends[1], command);
	}
	close(ends[1]);
	while (read(ends[0], bytes, sizeof(bytes)) > 0)
		;
	close(ends[0]);
	if (waitpid(child, &status, 0) < 0)
		fail("wait");
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		give_up("did not end well:", command[0]);
	return seconds() - from;
}

static int
run(long times, char **command)
{
	enum { RUNS_MIN = 3 }; /* one alone tells how busy the machine was */
	double best = run_once(command), sum = best;

	for (long i = 1; i < times && (i < RUNS_MIN || sum < RUN_SECONDS); i++) {
		double one = run_once(command);

		sum += one;
		best = one < best ? one : best;
	}
	printf("%.6f\n", best);
	return 0;
}

/* The terminal. */

/* Both sides of a new terminal; the reader's is closed by whoever has it. */
static int
open_pty(const char *size, int *side)
{
	struct winsize window = { 0 };
	int pty = posix_openpt(O_RDWR | O_NOCTTY);

	if (sscanf(size, "%hux%hu", &window.ws_col, &window.ws_row) != 2)
		give_up("not a size:", size);
	if (pty < 0 || grantpt(pty) != 0 || unlockpt(pty) != 0)
		fail("pty");
	*side = open(ptsname(pty), O_RDWR | O_NOCTTY);
	if (*side < 0 || ioctl(*side, TIOCSWINSZ, &window) != 0)
		fail(ptsname(pty));
	return pty;
}

/* A session of its own, whose terminal `side` is. */
static void
become_reader(int side, char **command)
{
	setsid();
	ioctl(side, TIOCSCTTY, 0);
	for (int fd = 0; fd < 3; fd++)
		dup2(side, fd);
	setenv("TERM", "xterm-256color", 1);
	unsetenv("NO_COLOR");
	unsetenv("COLORFGBG");
	unsetenv("LINES");
	unsetenv("COLUMNS");
	execvp(command[0], command);
	fail(command[0]);
}

static struct screen
start(const char *size, char **command)
{
	struct screen s = { .pty = -1 };
	int side;

	s.pty = open_pty(size, &side);
	s.from = seconds();
	s.reader = fork();
	if (s.reader < 0)
		fail("fork");
	if (s.reader == 0) {
		close(s.pty);
		become_reader(side, command);
	}
	close(side);
	return s;
}

/* Hangs up, as a terminal does when its window is closed. */
static void
end(struct screen *s)
{
	close(s->pty);
	kill(s->reader, SIGTERM);
	waitpid(s->reader, NULL, 0);
}

static bool
holds(const char *bytes, size_t n, const char *text)
{
	size_t len = text ? strlen(text) : 0;

	for (size_t i = 0; text && i + len <= n; i++)
		if (memcmp(bytes + i, text, len) == 0)
			return true;
	return false;
}

/* Takes what is sent within `ms`.  False when nothing is; *seen where `text`
 * is in it. */
static bool
take(struct screen *s, int ms, const char *text, bool *seen)
{
	struct pollfd fd = { .fd = s->pty, .events = POLLIN };
	char bytes[TAIL + 65536];
	ssize_t n;

	if (poll(&fd, 1, ms) <= 0)
		return false;
	memcpy(bytes, s->tail, s->tail_n);
	n = read(s->pty, bytes + s->tail_n, sizeof(bytes) - TAIL);
	if (n <= 0)
		give_up("the reader has ended:", "see what it says by itself");
	s->last = seconds();
	s->bytes += (size_t)n;
	n += (ssize_t)s->tail_n;
	if (holds(bytes, (size_t)n, text))
		*seen = true;
	s->tail_n = n < TAIL ? (size_t)n : TAIL;
	memcpy(s->tail, bytes + (size_t)n - s->tail_n, s->tail_n);
	return true;
}

/* Until nothing has come for `ms`. */
static void
take_all(struct screen *s, int ms)
{
	double until = seconds() + PATIENCE_MS / 1e3;

	while (take(s, ms, NULL, NULL))
		if (seconds() > until)
			give_up("the screen does not come", "to rest");
}

static void
type(struct screen *s, const char *keys, size_t n)
{
	s->from = s->last = seconds();
	s->bytes = 0;
	s->tail_n = 0;
	if (write(s->pty, keys, n) != (ssize_t)n)
		fail("write");
}

static void
see(struct screen *s, const char *text)
{
	double until = seconds() + PATIENCE_MS / 1e3;
	bool seen = false;

	if (strlen(text) > TAIL)
		give_up("too long to be waited for:", text);
	while (!seen && seconds() < until)
		take(s, ANSWER_MS, text, &seen);
	if (!seen)
		give_up("never came:", text);
	printf("%.3f\n", (s->last - s->from) * 1e3);
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Milliseconds the reader has been on a processor, and has been ready and without
 * one, because others were; -1 where nobody tells. */
struct turns {
	double on, off;
};

static struct turns
turns_of(const struct screen *s)
{
	struct turns t = { -1, -1 };
	char path[256];
	double on, off;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%ld/schedstat", (long)s->reader);
	f = fopen(path, "r");
	if (f && fscanf(f, "%lf %lf", &on, &off) == 2)
		t = (struct turns){ on / 1e6, off / 1e6 };
	if (f)
		fclose(f);
	return t;
}

static void
print_percentiles(double *values, long n)
{
	qsort(values, (size_t)n, sizeof(values[0]), by_size);
	if (values[0] < 0)
		printf("- - ");
	else
		printf("%.3f %.3f ", values[(n - 1) / 2],
		    values[(n - 1) * 99 / 100]);
}

static void
press(struct screen *s, const char *keys, long n)
{
	double ms[PRESSES_MAX], on[PRESSES_MAX], off[PRESSES_MAX];
	size_t bytes = 0, len = strlen(keys), mute = 0;

	if (n < 1 || n > PRESSES_MAX || len == 0)
		give_up("cannot press so many:", keys);
	for (long i = 0; i < n; i++) {
		struct turns before = turns_of(s), after;

		type(s, &keys[(size_t)i % len], 1);
		if (take(s, ANSWER_MS, NULL, NULL))
			take_all(s, QUIET_MS);
		else
			mute++;
		ms[i] = (s->last - s->from) * 1e3;
		after = turns_of(s);
		on[i] = before.on < 0 ? -1 : after.on - before.on;
		off[i] = before.on < 0 ? -1 : after.off - before.off;
		bytes += s->bytes;
	}
	print_percentiles(ms, n);
	print_percentiles(on, n);
	print_percentiles(off, n);
	printf("%zu %zu\n", bytes / (size_t)n, mute);
}

/* Pages that nobody shares and no file stands behind: RssAnon on Linux. */
static void
memory(const struct screen *s)
{
	char line[256];
	long kb = -1;
	FILE *f;

	snprintf(line, sizeof(line), "/proc/%ld/status", (long)s->reader);
	f = fopen(line, "r");
	while (f && kb < 0 && fgets(line, sizeof(line), f))
		if (strncmp(line, "RssAnon:", 8) == 0)
			kb = strtol(line + 8, NULL, 10);
	if (f)
		fclose(f);
	if (kb < 0)
		puts("-");
	else
		printf("%ld\n", kb);
}

/* Does the step at `word`; returns the one after it. */
static char **
step(struct screen *s, char **word)
{
	const char *what = word[0], *how = word[1];

	if (strcmp(what, "settle") == 0) {
		take_all(s, SETTLED_MS);
		return word + 1;
	}
	if (strcmp(what, "memory") == 0) {
		memory(s);
		return word + 1;
	}
	if (strcmp(what, "see") == 0) {
		see(s, how);
		return word + 2;
	}
	if (strcmp(what, "type") == 0) {
		type(s, how, strlen(how));
		return word + 2;
	}
	if (strcmp(what, "press") != 0 || strcmp(word[2], "--") == 0)
		give_up("no such step:", what);
	press(s, how, strtol(word[2], NULL, 10));
	return word + 3;
}

int
main(int argc, char **argv)
{
	char **word = argv + 2, **command = word;
	struct screen s;

	while (*command && strcmp(*command, "--") != 0)
		command++;
	if (argc > 3 && strcmp(argv[1], "run") == 0)
		return run(strtol(argv[2], NULL, 10), argv + 3);
	if (argc < 3 || !command[0] || !command[1]) {
		fputs("Usage: paint run TIMES COMMAND...\n"
		      "       paint COLSxROWS STEP... -- COMMAND...\n",
		    stderr);
		return 2;
	}
	s = start(argv[1], command + 1);
	while (word < command)
		word = step(&s, word);
	end(&s);
	return 0;
}
