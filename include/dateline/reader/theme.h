#ifndef DATELINE_READER_THEME_H
#define DATELINE_READER_THEME_H

#include "dateline/base/span.h"

/* Colour is a meaning until the last moment: the screen paints meanings, and a
 * terminal asks a theme what they look like. */
enum paint {
#define PAINT(id, name, dark, light, eight, attributes, mono) PAINT_##id,
#include "dateline/reader/paints.def"
#undef PAINT
	PAINT_COUNT
};

enum look_attribute {
	LOOK_BOLD = 1,
	LOOK_DIM = 2,
	LOOK_ITALIC = 4,
	LOOK_UNDERLINE = 8,
	LOOK_REVERSE = 16,
	LOOK_REVERSE_8 = 32, /* reverse, where grounds cannot be coloured */
};

struct look {
	short letters; /* a colour number, -1 for the terminal's own */
	short ground;
	unsigned attributes;
};

enum theme { THEME_DARK, THEME_LIGHT, THEME_MONO, THEME_COUNT };

/* What `p` looks like on a terminal with `colors` colours (0: none). */
struct look theme_look(enum theme t, enum paint p, int colors);

/* "dark", "light", "mono"; THEME_COUNT for any other word. */
enum theme theme_find(struct str name);

/* From the values of NO_COLOR and COLORFGBG (NULL: not set). */
enum theme theme_guess(const char *no_color, const char *colorfgbg);

#endif
