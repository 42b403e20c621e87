/* The terminal, by ncurses, which sends only what differs. */
#include "dateline/term/terminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "cells.h"
#include "clipboard.h"
#include "keyboard.h"
#include "signals.h"

enum { ESCAPE_MS = 25 };

struct curses {
	struct terminal term;
	SCREEN *screen;
	FILE *tty;
	int signals; /* to poll */
	struct cells *cells;
	bool sized; /* the first size was told */
	bool cursor_shown;
};

static struct event
resized(struct curses *t)
{
	struct winsize size = { 0 };

	if (ioctl(fileno(t->tty), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
	cells_forget(t->cells);
	t->sized = true;
	return (struct event){ .kind = EVENT_RESIZE, .cols = COLS,
		.rows = LINES };
}

/* The library would do this in a handler of its own, where it may not, and
 * throw away what was typed meanwhile. */
static bool
curses_suspend(struct terminal *term)
{
	(void)term;
	if (!signals_can_stop())
		return false;
	endwin();
	signals_stop();
	def_shell_mode(); /* as the shell has it now */
	doupdate();
	return true;
}

static struct event
told(struct curses *t, int number)
{
	if (number == SIGTSTP)
		curses_suspend(&t->term);
	if (number == SIGTSTP || number == SIGWINCH || number == SIGCONT)
		return resized(t);
	return (struct event){ .kind = EVENT_SIGNAL, .signal = number };
}

static struct event
curses_wait(struct terminal *term, int ms, int pipe)
{
	struct curses *t = (struct curses *)term;
	struct pollfd fds[] = {
		{ .fd = t->signals, .events = POLLIN },
		{ .fd = fileno(t->tty), .events = POLLIN },
		{ .fd = pipe, .events = POLLIN },
	};
	struct event event = { .kind = EVENT_NONE };
	int number;

	if (!t->sized)
		return resized(t);
	number = signals_next(t->signals);
	if (number != 0)
		return told(t, number);
	event = keyboard_next();
	if (event.kind != EVENT_NONE)
		return event;
	if (poll(fds, pipe >= 0 ? 3 : 2, ms) <= 0)
		return event;
	number = signals_next(t->signals);
	if (number != 0)
		return told(t, number);
	if (fds[1].revents & (POLLHUP | POLLERR | POLLNVAL))
		return (struct event){ .kind = EVENT_SIGNAL, .signal = SIGHUP };
	if (fds[1].revents)
		return keyboard_next();
	if (pipe >= 0 && fds[2].revents)
		event.kind = EVENT_PIPE;
	return event;
}

static void
curses_show(struct terminal *term, const struct canvas *c)
{
	struct curses *t = (struct curses *)term;

	cells_put(t->cells, c);
	move(c->cursor_row, c->cursor_col);
	if (c->cursor_shown != t->cursor_shown) {
		t->cursor_shown = c->cursor_shown;
		curs_set(t->cursor_shown);
	}
	wnoutrefresh(stdscr);
	doupdate();
}

static void
curses_redraw(struct terminal *term)
{
	struct curses *t = (struct curses *)term;

	cells_forget(t->cells);
	clearok(curscr, TRUE);
}

static bool
curses_copy(struct terminal *term, struct str text, struct err *e)
{
	struct curses *t = (struct curses *)term;
	const char *name = getenv("TERM"), *tmux = getenv("TMUX");
	struct arena *a = arena_new();
	struct buf b = { .in = a };
	bool done;

	if (name && strcmp(name, "linux") == 0)
		done = err_set(e, "not copied: this terminal has no clipboard");
	else if (!clipboard_write(&b, text, tmux && tmux[0] != '\0'))
		done = err_set(e, "not copied: too long for a terminal");
	else
		done = (fwrite(b.ptr, 1, b.len, t->tty) == b.len &&
			   fflush(t->tty) == 0) ||
		    err_set(e, "not copied: %s", strerror(errno));
	arena_free(a);
	return done;
}

static void
curses_close(struct terminal *term)
{
	struct curses *t = (struct curses *)term;

	curs_set(1);
	endwin();
	delscreen(t->screen);
	signals_release();
	cells_free(t->cells);
	fclose(t->tty);
	free(t);
}

/* Appends a capability without the pauses ("$<20>") that old terminals want
 * and nobody counts in a handler. */
static void
add_capability(char all[RESTORE_MAX], const char *name)
{
	const char *s = tigetstr(name);
	size_t n = strlen(all);

	if (!s || s == (char *)-1)
		return;
	while (*s && n + 1 < RESTORE_MAX) {
		if (s[0] == '$' && s[1] == '<' && strchr(s, '>'))
			s = strchr(s, '>') + 1;
		else
			all[n++] = *s++;
	}
	all[n] = '\0';
}

/* What gives the terminal back, for a handler that can only write it. */
static void
prepare_restore(void)
{
	static const char *const names[] = { "rmkx", "sgr0", "op", "cnorm",
		"rmcup" };
	char all[RESTORE_MAX] = "";

	for (size_t i = 0; i < COUNT(names); i++)
		add_capability(all, names[i]);
	signals_restore_with(all);
}

/* The terminal that TERM names; where the library has never heard of it, but
 * it is one of those that speak xterm's language, that one. */
static SCREEN *
new_screen(FILE *tty)
{
	static const char *const kin[] = { "xterm", "screen", "tmux", "rxvt",
		"alacritty", "foot", "kitty", "wezterm", "ghostty", "konsole",
		"gnome", "vte", "st-", "iterm", "contour", "mlterm" };
	const char *name = getenv("TERM");
	SCREEN *s = name && name[0] ? newterm(NULL, tty, tty) : NULL;

	for (size_t i = 0; !s && name && i < COUNT(kin); i++)
		if (strncmp(name, kin[i], strlen(kin[i])) == 0)
			s = newterm("xterm-256color", tty, tty);
	return s;
}

static bool
start(struct curses *t, struct err *e)
{
	const char *name = getenv("TERM");
	const char *cup;

	t->signals = signals_take(fileno(t->tty));
	t->screen = new_screen(t->tty);
	cup = t->screen ? tigetstr("cup") : NULL;
	if (!t->screen || !cup || cup == (char *)-1) {
		if (t->screen) {
			endwin();
			delscreen(t->screen);
		}
		signals_release();
		return err_set(e,
		    "the terminal “%s” cannot be drawn on: set TERM; here is "
		    "what --dump prints", name ? name : "");
	}
	/* Until it has come back from this once, the library writes after each
	 * move of the cursor: a hundred times for one picture. */
	endwin();
	return true;
}

/* All terminals that know of directions, but mlterm gives the mark a column. */
static bool
may_mark_bars(void)
{
	const char *name = getenv("TERM");

	return !name || strncmp(name, "mlterm", 6) != 0;
}

static void
set_modes(struct curses *t, enum theme theme)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESCAPE_MS);
	curs_set(0);
	t->cells = cells_new(theme, may_mark_bars());
	prepare_restore();
}

struct terminal *
terminal_curses(enum theme theme, struct err *e)
{
	static const struct terminal_ops ops = {
		.wait = curses_wait,
		.show = curses_show,
		.redraw = curses_redraw,
		.suspend = curses_suspend,
		.copy = curses_copy,
		.close = curses_close,
	};
	struct curses *t = xrealloc(NULL, 1, sizeof(*t));

	*t = (struct curses){ .term = { &ops } };
	t->tty = fopen("/dev/tty", "r+e");
	if (!t->tty) {
		err_set(e, "/dev/tty: %s: the reader needs a terminal; here is "
			"what --dump prints", strerror(errno));
	} else if (start(t, e)) {
		set_modes(t, theme);
		return &t->term;
	}
	if (t->tty)
		fclose(t->tty);
	free(t);
	return NULL;
}
