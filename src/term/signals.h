#ifndef DATELINE_TERM_SIGNALS_H
#define DATELINE_TERM_SIGNALS_H

#include <stdbool.h>

/* Signals while a terminal is ours. */

/* Takes SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP and SIGINT, whose numbers
 * come through a pipe, and the fatal ones, which write `restore` to the terminal
 * `tty`, put its settings back as they are now, and go on to end the program.
 * While the program is in the background the terminal is somebody else's: it is
 * left alone, and a signal to end ends the program at once.
 * A C-c that the terminal itself made a SIGINT of is dropped: it was typed just
 * before the terminal became ours, where C-c is a key like others.
 * To be called before curses starts.  Returns the end to poll; -1 when there
 * can be no pipe. */
int signals_take(int tty);

/* What puts the terminal back; copied. */
#define RESTORE_MAX 256
void signals_restore_with(const char restore[RESTORE_MAX]);

/* The next signal that came, 0 when there is none. */
int signals_next(int pipe);

/* Whether a shell could stop the program and go on with it.  A program that is
 * all there is on its terminal has nobody who would wake it. */
bool signals_can_stop(void);

/* Stops the program, and those it was started with; returns when somebody goes
 * on with it.  The terminal has to be given back before. */
void signals_stop(void);

/* Puts the terminal back now, without curses. */
void signals_restore(void);

/* Everything as it was before signals_take(). */
void signals_release(void);

#endif
