/* The terminal, by ncurses.  Cells go out as they are, one cchar_t for each
 * spacing character, and only differences are sent. */
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
#include <unictype.h>
#include <unistd.h>
#include <wchar.h>

#include "clipboard.h"
#include "keyboard.h"
#include "signals.h"

enum { ESCAPE_MS = 25, LEFT_TO_RIGHT_MARK = 0x200E };

struct curses {
	struct terminal term;
	SCREEN *screen;
	FILE *tty;
	int signals; /* to poll */
	enum theme theme;
	struct look looks[PAINT_COUNT]; /* of the theme, on this terminal */
	bool sized; /* the first size was told */
	bool cursor_shown;
	bool marks_bars; /* beside text from right to left */
};

static struct event
resized(struct curses *t)
{
	struct winsize size = { 0 };

	if (ioctl(fileno(t->tty), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
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

static attr_t
attr_of(unsigned look)
{
	return (look & LOOK_BOLD ? A_BOLD : A_NORMAL) |
	    (look & LOOK_DIM ? A_DIM : A_NORMAL) |
	    (look & LOOK_ITALIC ? A_ITALIC : A_NORMAL) |
	    (look & LOOK_UNDERLINE ? A_UNDERLINE : A_NORMAL) |
	    (look & LOOK_REVERSE ? A_REVERSE : A_NORMAL);
}

/* The letters of a glyph as curses wants them; how many. */
static size_t
letters_of(const struct glyph *g, wchar_t letters[CCHARW_MAX + 1])
{
	const char *p = g->bytes;
	size_t left = g->len, n = 0;
	mbstate_t state = { 0 };

	while (left > 0 && n < CCHARW_MAX) {
		size_t took = mbrtowc(&letters[n], p, left, &state);

		if (took == 0 || took > left) {
			letters[0] = L'?';
			n = 1;
			break;
		}
		p += took;
		left -= took;
		n++;
	}
	return n;
}

static bool
is_bar(const struct cell *cell)
{
	return cell->paint == PAINT_RULE &&
	    str_eq((struct str){ cell->glyph.bytes, cell->glyph.len },
		STR("│"));
}

/* A terminal that reorders what runs from right to left does so in the whole
 * row, and panes would change places across the bars.  A mark of the other
 * direction on each bar keeps them apart. */
static bool
runs_right_to_left(const struct canvas *c, int row)
{
	uint32_t cp;
	int bidi;

	for (int col = 0; col < c->cols; col++) {
		const struct glyph *g = &canvas_cell(c, row, col)->glyph;

		utf8_next((struct str){ g->bytes, g->len }, 0, &cp);
		if (g->len < 2 || cp < 0x590)
			continue;
		bidi = uc_bidi_category(cp);
		if (bidi == UC_BIDI_R || bidi == UC_BIDI_AL)
			return true;
	}
	return false;
}

static void
put_cell(const struct curses *t, int row, int col, const struct cell *cell,
    bool mark)
{
	struct look look = t->looks[cell->paint];
	wchar_t letters[CCHARW_MAX + 1] = { 0 };
	bool plain = look.letters == -1 && look.ground == -1;
	size_t n = 1;
	cchar_t c;

	if (cell->glyph.len == 1)
		letters[0] = (unsigned char)cell->glyph.bytes[0];
	else
		n = letters_of(&cell->glyph, letters);
	if (mark && is_bar(cell))
		letters[n++] = LEFT_TO_RIGHT_MARK;
	letters[n] = 0;
	if (setcchar(&c, letters, attr_of(look.attributes | cell->attributes),
		plain ? 0 : (short)(cell->paint + 1), NULL) == OK)
		mvadd_wch(row, col, &c);
}

static void
curses_show(struct terminal *term, const struct canvas *c)
{
	struct curses *t = (struct curses *)term;

	erase();
	for (int row = 0; row < c->rows && row < LINES; row++) {
		bool mark = t->marks_bars && runs_right_to_left(c, row);

		for (int col = 0; col < c->cols && col < COLS; col++) {
			const struct cell *cell = canvas_cell(c, row, col);

			if (cell->glyph.cols > 0)
				put_cell(t, row, col, cell, mark);
		}
	}
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
	(void)term;
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
	fclose(t->tty);
	free(t);
}

static void
start_colors(enum theme theme)
{
	if (theme == THEME_MONO || !has_colors())
		return;
	start_color();
	use_default_colors();
	for (short p = 0; p < PAINT_COUNT; p++) {
		struct look look = theme_look(theme, (enum paint)p, COLORS);

		if (p + 1 < COLOR_PAIRS)
			init_pair((short)(p + 1), look.letters, look.ground);
	}
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
set_modes(struct curses *t)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESCAPE_MS);
	curs_set(0);
	start_colors(t->theme);
	for (size_t p = 0; p < PAINT_COUNT; p++)
		t->looks[p] = theme_look(t->theme, (enum paint)p, COLORS);
	t->marks_bars = may_mark_bars();
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

	*t = (struct curses){ .term = { &ops }, .theme = theme };
	t->tty = fopen("/dev/tty", "r+e");
	if (!t->tty) {
		err_set(e, "/dev/tty: %s: the reader needs a terminal; here is "
			"what --dump prints", strerror(errno));
	} else if (start(t, e)) {
		set_modes(t);
		return &t->term;
	}
	if (t->tty)
		fclose(t->tty);
	free(t);
	return NULL;
}
