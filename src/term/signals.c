/* A terminal that was taken is given back, whatever happens.  Curses does so on
 * two signals only and with calls that are not safe there; here every fatal
 * signal writes one string made in advance, on a stack of its own, and signals
 * that merely tell something write their number into a pipe.
 *
 * This is the one place with state outside the reader: a handler gets none. */
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "dateline/base/arena.h"

enum { TELL = 6, FATAL = 6, STACK = 64 * 1024 };

static const int tell[TELL] = { SIGTSTP, SIGWINCH, SIGCONT, SIGTERM, SIGHUP,
	SIGINT };
static const int fatal[FATAL] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL,
	SIGQUIT };

static struct {
	int pipe[2];
	int tty;
	bool armed;
	struct termios settings;
	char restore[RESTORE_MAX];
	size_t restore_len;
	void *stack;
	struct sigaction told_before[TELL];
	struct sigaction fatal_before[FATAL];
} the = { .pipe = { -1, -1 }, .tty = -1 };

/* A program that was suspended has given the terminal back already.  To set it
 * now would stop us once more, by SIGTTOU. */
static bool
in_background(void)
{
	pid_t front = tcgetpgrp(the.tty);

	return front > 0 && front != getpgrp();
}

void
signals_restore(void)
{
	ssize_t ignored;

	if (!the.armed || in_background())
		return;
	ignored = write(the.tty, the.restore, the.restore_len);
	(void)ignored;
	tcsetattr(the.tty, TCSANOW, &the.settings);
}

static void
on_fatal(int number)
{
	signals_restore();
	raise(number); /* SA_RESETHAND: the default now */
}

static bool
asks_to_end(int number)
{
	return number == SIGTERM || number == SIGHUP || number == SIGINT;
}

/* Whether it was C-c, and not a process that asks us to end. */
static bool
was_typed(const siginfo_t *info)
{
	return info->si_signo == SIGINT && info->si_code != SI_USER &&
	    info->si_code != SI_QUEUE;
}

static void
on_tell(int number, siginfo_t *info, void *context)
{
	unsigned char byte = (unsigned char)number;
	int saved = errno;
	ssize_t ignored;

	(void)context;
	if (was_typed(info))
		return;
	ignored = write(the.pipe[1], &byte, 1);
	(void)ignored;
	if (asks_to_end(number) && in_background()) {
		signal(number, SIG_DFL);
		raise(number); /* as soon as this handler is left */
	}
	errno = saved;
}

static void
take_all(void)
{
	struct sigaction act = { .sa_sigaction = on_tell,
		.sa_flags = SA_RESTART | SA_SIGINFO };
	stack_t stack = { .ss_sp = the.stack, .ss_size = STACK };

	sigemptyset(&act.sa_mask);
	for (int i = 0; i < TELL; i++)
		sigaction(tell[i], &act, &the.told_before[i]);
	sigaltstack(&stack, NULL);
	act.sa_handler = on_fatal;
	act.sa_flags = (int)(SA_RESETHAND | SA_NODEFER | SA_ONSTACK);
	for (int i = 0; i < FATAL; i++)
		sigaction(fatal[i], &act, &the.fatal_before[i]);
}

int
signals_take(int tty)
{
	if (pipe(the.pipe) != 0)
		return -1;
	for (int i = 0; i < 2; i++) {
		fcntl(the.pipe[i], F_SETFL, O_NONBLOCK);
		fcntl(the.pipe[i], F_SETFD, FD_CLOEXEC);
	}
	the.tty = tty;
	the.armed = tcgetattr(tty, &the.settings) == 0;
	the.stack = xrealloc(the.stack, 1, STACK);
	take_all();
	arena_on_no_memory(signals_restore);
	return the.pipe[0];
}

void
signals_restore_with(const char restore[RESTORE_MAX])
{
	the.restore_len = strnlen(restore, sizeof(the.restore));
	memcpy(the.restore, restore, the.restore_len);
}

int
signals_next(int pipe_end)
{
	unsigned char byte;

	return read(pipe_end, &byte, 1) == 1 ? byte : 0;
}

bool
signals_can_stop(void)
{
	return getsid(0) != getpid() &&
	    the.told_before[0].sa_handler != SIG_IGN;
}

void
signals_stop(void)
{
	struct sigaction ours, stop = { .sa_handler = SIG_DFL };

	sigaction(SIGTSTP, &stop, &ours);
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
}

void
signals_release(void)
{
	stack_t none = { .ss_flags = SS_DISABLE };

	for (int i = 0; i < TELL; i++)
		sigaction(tell[i], &the.told_before[i], NULL);
	for (int i = 0; i < FATAL; i++)
		sigaction(fatal[i], &the.fatal_before[i], NULL);
	sigaltstack(&none, NULL);
	free(the.stack);
	the.stack = NULL;
	arena_on_no_memory(NULL);
	the.armed = false;
	close(the.pipe[0]);
	close(the.pipe[1]);
}
