/* What a meaning looks like, from paints.def. */
#include "dateline/reader/theme.h"

struct pair {
	short letters;
	short ground;
};

#define PAIR(letters, ground) { (letters), (ground) }

static const struct {
	struct pair dark;
	struct pair light;
	short eight;
	unsigned attributes;
	unsigned mono;
} paints[PAINT_COUNT] = {
#define PAINT(id, name, dark, light, eight, attributes, mono) \
	[PAINT_##id] = { dark, light, eight, attributes, mono },
#include "dateline/reader/paints.def"
#undef PAINT
};

struct look
theme_look(enum theme t, enum paint p, int colors)
{
	struct pair pair = t == THEME_LIGHT ? paints[p].light : paints[p].dark;
	unsigned attributes = paints[p].attributes;

	if (t == THEME_MONO || colors < 8)
		return (struct look){ -1, -1, paints[p].mono };
	if (colors >= 256)
		return (struct look){ pair.letters, pair.ground,
			attributes & ~(unsigned)LOOK_REVERSE_8 };
	if (attributes & LOOK_REVERSE_8)
		attributes |= LOOK_REVERSE;
	return (struct look){ paints[p].eight, -1,
		attributes & ~(unsigned)LOOK_REVERSE_8 };
}

enum theme
theme_find(struct str name)
{
	static const char *const names[THEME_COUNT] = { "dark", "light",
		"mono" };
	size_t t = 0;

	while (t < THEME_COUNT && !str_eq(name, str_c(names[t])))
		t++;
	return (enum theme)t;
}

/* COLORFGBG is "letters;ground" in the sixteen colours: 7 and 9 to 15 but 8
 * are light grounds. */
static bool
ground_is_light(const char *colorfgbg)
{
	const char *ground = strrchr(colorfgbg, ';');

	if (!ground)
		return false;
	ground++;
	return strcmp(ground, "7") == 0 || strcmp(ground, "9") == 0 ||
	    (ground[0] == '1' && strchr("012345", ground[1]) != NULL &&
		ground[1] != '\0');
}

enum theme
theme_guess(const char *no_color, const char *colorfgbg)
{
	if (no_color && no_color[0] != '\0')
		return THEME_MONO;
	if (colorfgbg && ground_is_light(colorfgbg))
		return THEME_LIGHT;
	return THEME_DARK;
}
