#ifndef DATELINE_TERM_TERMINAL_H
#define DATELINE_TERM_TERMINAL_H

#include "dateline/base/err.h"
#include "dateline/reader/key.h"
#include "dateline/screen/canvas.h"

/* Keys in, pictures out.  Two kinds: a terminal (term/curses) and a file of keys
 * (term/script) that drives the same reader and prints its screens. */
enum event_kind {
	EVENT_NONE,   /* the time is over: go on with what is left to do */
	EVENT_KEY,
	EVENT_RESIZE, /* the size of the screen, also the first event */
	EVENT_PIPE,   /* the pipe that was asked about can be read */
	EVENT_END,    /* the last key of a script */
	EVENT_SIGNAL, /* asked to end: put the terminal back and die of it */
};

struct event {
	enum event_kind kind;
	key key;
	int cols;
	int rows;
	int signal;
};

struct terminal;

struct terminal_ops {
	/* Waits at most `ms` (-1: for ever) for one event; `pipe` (-1: none)
	 * is watched too. */
	struct event (*wait)(struct terminal *t, int ms, int pipe);
	void (*show)(struct terminal *t, const struct canvas *c);
	void (*redraw)(struct terminal *t); /* the next picture is sent whole */
	/* Gives the terminal to the shell, and returns when that goes on with
	 * the program.  False, at once, where there is no shell to do so. */
	bool (*suspend)(struct terminal *t);
	/* Asks it to take a text into the clipboard; false, with a sentence,
	 * when that cannot be. */
	bool (*copy)(struct terminal *t, struct str text, struct err *e);
	void (*close)(struct terminal *t); /* and free */
};

struct terminal {
	const struct terminal_ops *ops;
};

/* Takes the terminal over, through /dev/tty where standard input is not one.
 * NULL, with a sentence, when there is none that can be drawn on. */
struct terminal *terminal_curses(enum theme theme, struct err *e);

/* Keys from the file `path`, a screen of `cols` by `rows`, pictures to `out`.
 *
 *	# a comment
 *	j j Space C-d          keys by name (reader/key.h), apart by blanks
 *	/ harbour Enter        any other word is typed letter by letter
 *	:go-to-date 2022-05    a command, as after ":"
 *	:print-screen          the screen as text, then a line of "="
 *	:resize 50x20          as if the window changed
 *
 * What is copied is printed as a line, "copied: …". */
struct terminal *terminal_script(const char *path, int cols, int rows, struct err *e);

#endif
