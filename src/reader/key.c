/* Keys have the names people write in settings and in scripts. */
#include "dateline/reader/key.h"

#include <stdio.h>

#include "dateline/text/utf8.h"

static const struct {
	const char *name;
	key k;
} names[] = {
	{ "Space", ' ' },
	{ "Enter", K_ENTER },
	{ "Esc", K_ESC },
	{ "Tab", K_TAB },
	{ "S-Tab", K_BACK_TAB },
	{ "Backspace", K_BACKSPACE },
	{ "Up", K_UP },
	{ "Down", K_DOWN },
	{ "Left", K_LEFT },
	{ "Right", K_RIGHT },
	{ "Home", K_HOME },
	{ "End", K_END },
	{ "PgUp", K_PAGE_UP },
	{ "PgDn", K_PAGE_DOWN },
	{ "Del", K_DELETE },
	{ "Ins", K_INSERT },
};

/* "F1" … "F12" */
static key
parse_function_key(struct str name)
{
	unsigned n = 0;

	if (name.len < 2 || name.len > 3 || name.ptr[0] != 'F')
		return K_NONE;
	for (size_t i = 1; i < name.len; i++) {
		if (name.ptr[i] < '0' || name.ptr[i] > '9')
			return K_NONE;
		n = n * 10 + (unsigned)(name.ptr[i] - '0');
	}
	return n >= 1 && n <= 12 ? K_F1 + n - 1 : K_NONE;
}

key
key_parse(struct str name)
{
	uint32_t cp;

	for (size_t i = 0; i < COUNT(names); i++)
		if (str_eq(name, str_c(names[i].name)))
			return names[i].k;
	if (name.len == 3 && str_starts(name, STR("C-")) &&
	    name.ptr[2] >= 'a' && name.ptr[2] <= 'z')
		return K_CTRL(name.ptr[2]);
	if (name.len > 0 && utf8_next(name, 0, &cp) == name.len && cp > ' ')
		return cp;
	return parse_function_key(name);
}

void
key_print(char out[KEY_NAME], key k)
{
	char bytes[UTF8_MAX + 1] = { 0 };

	for (size_t i = 0; i < COUNT(names); i++) {
		if (names[i].k == k) {
			snprintf(out, KEY_NAME, "%s", names[i].name);
			return;
		}
	}
	if (k >= K_F1) {
		snprintf(out, KEY_NAME, "F%u", (unsigned)(k - K_F1 + 1) % 100);
	} else if (k < ' ') {
		snprintf(out, KEY_NAME, "C-%c", (int)(k + 'a' - 1));
	} else {
		utf8_put(bytes, k);
		snprintf(out, KEY_NAME, "%s", bytes);
	}
}
