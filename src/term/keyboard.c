/* Keys by ncurses.  They come in as bytes and are decoded here, since the
 * library loses what follows a broken sequence. */
#include "keyboard.h"

#include <curses.h>

/* Keys that curses knows, and ours. */
static const struct {
	int theirs;
	key ours;
} named_keys[] = {
	{ KEY_UP, K_UP },
	{ KEY_DOWN, K_DOWN },
	{ KEY_LEFT, K_LEFT },
	{ KEY_RIGHT, K_RIGHT },
	{ KEY_HOME, K_HOME },
	{ KEY_END, K_END },
	{ KEY_PPAGE, K_PAGE_UP },
	{ KEY_NPAGE, K_PAGE_DOWN },
	{ KEY_DC, K_DELETE },
	{ KEY_IC, K_INSERT },
	{ KEY_BTAB, K_BACK_TAB },
	{ KEY_BACKSPACE, K_BACKSPACE },
	{ KEY_ENTER, K_ENTER },
};

static key
key_of_curses(int theirs)
{
	for (size_t i = 0; i < COUNT(named_keys); i++)
		if (named_keys[i].theirs == theirs)
			return named_keys[i].ours;
	if (theirs > KEY_F0 && theirs <= KEY_F(12))
		return K_F1 + (key)(theirs - KEY_F(1));
	return K_NONE;
}

/* One character from bytes of UTF-8, `first` among them. */
static key
key_of_bytes(int first)
{
	char bytes[UTF8_MAX] = { (char)first };
	size_t n = 1, want = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
	uint32_t cp;

	if (first < 0x80)
		return first == '\n' ? K_ENTER : (key)first;
	while (n < want) {
		int next = getch();

		if (next == ERR || next > 0xFF)
			break;
		if ((next & 0xC0) != 0x80) {
			ungetch(next);
			break;
		}
		bytes[n++] = (char)next;
	}
	utf8_next((struct str){ bytes, n }, 0, &cp);
	return cp;
}

struct event
keyboard_next(void)
{
	struct event none = { .kind = EVENT_NONE };
	int c = getch();
	key k;

	while (c != ERR) {
		k = c > 0xFF ? key_of_curses(c) : key_of_bytes(c);
		if (k != K_NONE)
			return (struct event){ .kind = EVENT_KEY, .key = k };
		c = getch();
	}
	return none;
}
