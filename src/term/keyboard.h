#ifndef DATELINE_TERM_KEYBOARD_H
#define DATELINE_TERM_KEYBOARD_H

#include "dateline/term/terminal.h"

/* A key, if one has been typed, else EVENT_NONE.  Never waits, if curses was
 * told not to. */
struct event keyboard_next(void);

#endif
