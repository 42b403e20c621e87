#ifndef DATELINE_READER_KEY_H
#define DATELINE_READER_KEY_H

#include "dateline/base/span.h"

/* One keypress: a code point (control characters as C-a … C-z, but for Tab,
 * Enter, Esc and Backspace), or one of these, which lie beyond Unicode. */
typedef uint32_t key;

enum {
	K_NONE = 0,
	K_TAB = 0x09,
	K_ENTER = 0x0D,
	K_ESC = 0x1B,
	K_BACKSPACE = 0x7F,
	K_UP = 0x110000,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_DELETE,
	K_INSERT,
	K_BACK_TAB,
	K_F1, /* … K_F1 + 11 is F12 */
};

#define K_CTRL(letter) ((key)((letter) & 0x1F))

/* "j", "Space", "C-d", "PgDn", "S-Tab", "F2" …; K_NONE when it is no key. */
key key_parse(struct str name);

/* The name of a key, as key_parse() reads it. */
#define KEY_NAME 12
void key_print(char out[KEY_NAME], key k);

#endif
