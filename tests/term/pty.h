#ifndef DATELINE_TEST_PTY_H
#define DATELINE_TEST_PTY_H

/* The program as a person meets it: on a terminal, which is a pseudo-terminal
 * whose other end is held here.  What the program sends is kept, every byte of
 * it; nothing waits for a time to pass, only for something to be sent. */

#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* STR() for tables. */
#define BYTES(literal) { (literal), sizeof(literal) - 1 }

enum { PTY_PATIENCE = 60 }; /* seconds until a test gives up */

struct pty {
	int master;
	int slave; /* held open, so that its settings can be looked at */
	struct termios before;
	pid_t child; /* 0: it ended, with `status` */
	int status;
	char *sent; /* by the program, NUL at its end */
	size_t len;
	size_t cap;
	unsigned looks;
};

/* How to start the program. */
struct pty_start {
	const char *const *words; /* behind its name, NULL at the end */
	const char *const *env;	  /* "NAME=VALUE" or "NAME" to unset it */
	int cols;		  /* 0: 80 by 24 */
	int rows;
	int in;	 /* standard input and output, 0: the terminal */
	int out;
	enum { NO_JOB, JOB_ENDS, JOB_GOES_ON } job; /* see pty_shell() */
};

/* Keeps what has come; false when that was nothing within `ms`. */
static inline bool
pty_take(struct pty *p, int ms)
{
	struct pollfd fd = { .fd = p->master, .events = POLLIN };
	ssize_t n;

	if (poll(&fd, 1, ms) <= 0)
		return false;
	if (p->cap - p->len < 65536) {
		p->cap = p->cap * 2 + 131072;
		p->sent = xrealloc(p->sent, p->cap, 1);
	}
	n = read(p->master, p->sent + p->len, p->cap - p->len - 1);
	p->len += n > 0 ? (size_t)n : 0;
	p->sent[p->len] = '\0';
	return n > 0;
}

static inline bool
pty_ended(struct pty *p)
{
	if (p->child && waitpid(p->child, &p->status, WNOHANG) == p->child)
		p->child = 0;
	return p->child == 0;
}

/* How often `what` was sent from byte `from` on. */
static inline size_t
pty_count(const struct pty *p, size_t from, struct str what)
{
	size_t n = 0;
	const char *at = p->sent + from, *end = p->sent + p->len;

	while (at < end &&
	    (at = memmem(at, (size_t)(end - at), what.ptr, what.len))) {
		at += what.len;
		n++;
	}
	return n;
}

static inline void
pty_tell_status(const struct pty *p)
{
	if (WIFSIGNALED(p->status))
		print_error("it died of signal %d, %s\n", WTERMSIG(p->status),
		    strsignal(WTERMSIG(p->status)));
	else
		print_error("its exit status was %d\n",
		    WEXITSTATUS(p->status));
}

static inline void
pty_give_up(struct pty *p, const char *row, const char *what)
{
	size_t tail = p->len > 1000 ? 1000 : p->len;

	print_error("%s: %s; the last that was sent:\n", row, what);
	for (size_t i = p->len - tail; i < p->len; i++)
		print_error(p->sent[i] == '\033' ? "\n^["
			: p->sent[i] >= ' ' || p->sent[i] < 0 ? "%c" : "<%02x>",
		    (unsigned char)p->sent[i]);
	print_error("\n");
	if (p->child)
		kill(p->child, SIGKILL);
	else
		pty_tell_status(p);
	fail();
}

/* Waits until the program has sent `what` after byte `from`. */
static inline void
pty_expect(struct pty *p, const char *row, size_t from, struct str what)
{
	time_t end = time(NULL) + PTY_PATIENCE;

	while (pty_count(p, from, what) == 0) {
		bool ended = pty_ended(p);

		if (pty_take(p, ended ? 0 : 100))
			continue;
		if (ended)
			pty_give_up(p, row, "it ended");
		if (time(NULL) >= end) {
			print_error("|%.*s|\n", (int)what.len, what.ptr);
			pty_give_up(p, row, "never came");
		}
	}
}

/* Waits for the end of the program; returns its status as waitpid() does. */
static inline int
pty_end(struct pty *p, const char *row)
{
	time_t end = time(NULL) + PTY_PATIENCE;

	while (!pty_ended(p)) {
		pty_take(p, 20);
		if (time(NULL) >= end)
			pty_give_up(p, row, "it does not end");
	}
	while (pty_take(p, 0))
		;
	return p->status;
}

static inline void
pty_close(struct pty *p)
{
	if (p->child) {
		kill(p->child, SIGKILL);
		waitpid(p->child, &p->status, 0);
	}
	if (p->master >= 0)
		close(p->master);
	if (p->slave >= 0)
		close(p->slave);
	free(p->sent);
}

static inline void
pty_type(struct pty *p, struct str keys)
{
	while (keys.len > 0) {
		size_t some = keys.len < 512 ? keys.len : 512;
		ssize_t n = write(p->master, keys.ptr, some);

		if (n > 0)
			keys = str_skip(keys, (size_t)n);
		else if (pty_ended(p))
			return;
		while (pty_take(p, 0))
			;
	}
}

static inline void
pty_resize(struct pty *p, int cols, int rows)
{
	struct winsize size = { .ws_col = (unsigned short)cols,
		.ws_row = (unsigned short)rows };

	assert_int_equal(ioctl(p->master, TIOCSWINSZ, &size), 0);
}

/* Types keys, then asks for the whole picture again: once that begins, the keys
 * have been heard and their own picture was sent.  Not at a prompt. */
static inline void
pty_press(struct pty *p, const char *row, struct str keys)
{
	size_t from;

	pty_type(p, keys);
	from = p->len;
	pty_type(p, STR("\f"));
	pty_expect(p, row, from, STR("\033[2J"));
}

/* Types a key that changes the picture, and waits until that begins. */
static inline void
pty_key(struct pty *p, const char *row, struct str key)
{
	size_t from = p->len;

	pty_type(p, key);
	pty_expect(p, row, from, STR("\033["));
}

/* Behind the last `what` that was sent; 0 if there is none. */
static inline size_t
pty_last(const struct pty *p, struct str what)
{
	for (size_t at = p->len; at >= what.len; at--)
		if (str_ends((struct str){ p->sent, at }, what))
			return at;
	return 0;
}

/* The picture as it is, all of it, without a key: the window becomes another
 * one in width.  Again and again until it has `what`: only a whole picture has
 * words in one piece, as a change of it leaves out what stood there before. */
static inline void
pty_look(struct pty *p, const char *row, struct str what)
{
	time_t end = time(NULL) + PTY_PATIENCE;
	size_t from;

	do {
		from = p->len;
		pty_resize(p, 81 + (int)(p->looks++ % 20), 24);
		pty_expect(p, row, from, STR("\033[2J"));
		while (pty_take(p, 200))
			;
		if (pty_count(p, pty_last(p, STR("\033[2J")), what) > 0)
			return;
	} while (time(NULL) < end && !pty_ended(p));
	print_error("|%.*s|\n", (int)what.len, what.ptr);
	pty_give_up(p, row, "never came");
}

/* Whether the program left the terminal as it was: settings, screen, cursor and
 * keypad. */
static inline bool
pty_is_whole(const struct pty *p)
{
	struct termios now;

	return pty_last(p, STR("\033[?1049l")) >=
	    pty_last(p, STR("\033[?1049h")) &&
	    pty_last(p, STR("\033[?25h")) >= pty_last(p, STR("\033[?25l")) &&
	    pty_last(p, STR("\033[?1l\033>")) >=
	    pty_last(p, STR("\033[?1h\033=")) &&
	    tcgetattr(p->slave, &now) == 0 &&
	    now.c_iflag == p->before.c_iflag &&
	    now.c_oflag == p->before.c_oflag &&
	    now.c_cflag == p->before.c_cflag &&
	    now.c_lflag == p->before.c_lflag &&
	    memcmp(now.c_cc, p->before.c_cc, sizeof(now.c_cc)) == 0;
}

/* Curses does not free what it knows of a terminal that it cannot open, and a
 * sanitizer would say so on that terminal. */
static inline void
pty_set_env(const char *const *env)
{
	setenv("LSAN_OPTIONS", "detect_leaks=0", 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("XDG_DATA_HOME", "/dev/null/nobody", 1);
	unsetenv("XDG_STATE_HOME"); /* nothing is kept … */
	unsetenv("HOME");	    /* … where there is no home */
	unsetenv("LINES");
	unsetenv("COLUMNS");
	unsetenv("NO_COLOR");
	unsetenv("COLORFGBG");
	for (; env && *env; env++) {
		if (strchr(*env, '='))
			putenv((char *)(uintptr_t)*env);
		else
			unsetenv(*env);
	}
}

static inline void
pty_exec(const struct pty_start *s)
{
	const char *argv[16] = { "dateline" };

	pty_set_env(s->env);
	for (size_t i = 0; i + 2 < COUNT(argv) && s->words[i]; i++)
		argv[i + 1] = s->words[i];
	execv(getenv("DATELINE"), (char *const *)(uintptr_t)argv);
	_exit(127);
}

/* What a shell does when its job is suspended: JOB_ENDS, it is told to end while
 * it is in the background; the shell's own status is 0 if it died of that.
 * JOB_GOES_ON, it is said so, and whoever holds the other end of the terminal
 * sends SIGCONT; the shell's status is 0 if the job's is. */
static inline void
pty_shell(const struct pty_start *s)
{
	int status;
	pid_t job;

	signal(SIGTTOU, SIG_IGN);
	job = fork();
	if (job == 0) {
		setpgid(0, 0);
		tcsetpgrp(STDERR_FILENO, getpid());
		signal(SIGTTOU, SIG_DFL);
		pty_exec(s);
	}
	waitpid(job, &status, WUNTRACED);
	if (s->job == JOB_GOES_ON) {
		fputs("stopped", stderr);
		waitpid(job, &status, 0);
		_exit(status != 0);
	}
	tcsetpgrp(STDERR_FILENO, getpid());
	kill(job, SIGTERM);
	kill(job, SIGCONT);
	waitpid(job, &status, WUNTRACED);
	kill(job, SIGKILL);
	_exit(!(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM));
}

/* Whoever runs these tests may ignore signals (nohup does) and have them
 * ignored by what it starts: a program is to meet them as on a terminal. */
static inline void
pty_default_signals(void)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int i = 1; i < 32; i++)
		signal(i, SIG_DFL);
}

/* The other side of the fork: never returns. */
static inline void
pty_become(const struct pty *p, const struct pty_start *s)
{
	struct rlimit none = { 0, 0 };

	pty_default_signals();
	setsid();
	ioctl(p->slave, TIOCSCTTY, 0);
	dup2(s->in ? s->in : p->slave, STDIN_FILENO);
	dup2(s->out ? s->out : p->slave, STDOUT_FILENO);
	dup2(p->slave, STDERR_FILENO);
	setrlimit(RLIMIT_CORE, &none);
	if (s->job)
		pty_shell(s);
	pty_exec(s);
}

static inline int
pty_fd(int fd)
{
	assert_true(fd >= 0);
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	return fd;
}

/* A terminal that sends on what is printed as it is, so that every control
 * character in it is the program's. */
static inline void
pty_open(struct pty *p)
{
	struct termios raw;

	*p = (struct pty){ .slave = -1 };
	p->master = pty_fd(posix_openpt(O_RDWR | O_NOCTTY));
	assert_int_equal(grantpt(p->master), 0);
	assert_int_equal(unlockpt(p->master), 0);
	p->slave = pty_fd(open(ptsname(p->master), O_RDWR | O_NOCTTY));
	assert_int_equal(tcgetattr(p->slave, &raw), 0);
	raw.c_oflag &= ~(tcflag_t)OPOST;
	assert_int_equal(tcsetattr(p->slave, TCSANOW, &raw), 0);
	assert_int_equal(tcgetattr(p->slave, &p->before), 0);
	fcntl(p->master, F_SETFL, O_NONBLOCK);
}

static inline void
pty_run(struct pty *p, struct pty_start s)
{
	pty_open(p);
	pty_resize(p, s.cols ? s.cols : 80, s.rows ? s.rows : 24);
	p->child = fork();
	assert_true(p->child >= 0);
	if (p->child == 0)
		pty_become(p, &s);
}

/* The reader, until it has taken the terminal over and drawn itself, and then
 * has heard a key: its first picture is no answer to one. */
static inline void
pty_read(struct pty *p, const char *row, struct pty_start s)
{
	pty_run(p, s);
	pty_expect(p, row, 0, STR("\033[2J"));
	pty_press(p, row, STR(""));
}

/* Whether these tests can run here at all. */
static inline int
pty_setup(void **state)
{
	int fd = posix_openpt(O_RDWR | O_NOCTTY);

	(void)state;
	if (fd >= 0)
		close(fd);
	if (getenv("DATELINE") && fd >= 0)
		return 0;
	print_message("skipped: %s\n", fd < 0 ? "no pseudo-terminals here"
					      : "DATELINE names no program");
	exit(77);
}

#endif
