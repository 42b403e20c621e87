/* Which keys ask for which command: the keys of commands.def, spelled out. */
#include "dateline/reader/keymap.h"

#include <assert.h>
#include <stdio.h>

#include "dateline/text/utf8.h"

/* One key, or two characters in a row: "ZZ". */
static void
bind(struct keymap *m, struct str name, enum command c)
{
	struct binding b = { key_parse(name), K_NONE, c };
	size_t one;
	uint32_t cp;

	if (b.first == K_NONE) {
		one = utf8_next(name, 0, &cp);
		b.first = key_parse(str_head(name, one));
		b.second = key_parse(str_skip(name, one));
	}
	assert(b.first != K_NONE && m->n < KEYMAP_MAX);
	m->bindings[m->n++] = b;
}

struct keymap
keymap_default(void)
{
	struct keymap m = { .n = 0 };

	for (size_t c = 0; c < CMD_COUNT; c++) {
		const char *p = command_info((enum command)c)->keys;

		while (*p) {
			size_t n = strcspn(p, " ");

			bind(&m, (struct str){ p, n }, (enum command)c);
			p += n + strspn(p + n, " ");
		}
	}
	return m;
}

enum command
keymap_find(const struct keymap *m, key before, key k, bool *more)
{
	*more = false;
	for (size_t i = 0; i < m->n; i++) {
		const struct binding *b = &m->bindings[i];

		if (before == K_NONE && b->first == k) {
			if (b->second == K_NONE)
				return b->command;
			*more = true;
		} else if (before != K_NONE && b->first == before &&
		    b->second == k) {
			return b->command;
		}
	}
	return CMD_COUNT;
}

void
keymap_key_name(const struct keymap *m, enum command c, char out[2 * KEY_NAME])
{
	char first[KEY_NAME], second[KEY_NAME] = "";

	out[0] = '\0';
	for (size_t i = 0; i < m->n; i++) {
		if (m->bindings[i].command != c)
			continue;
		key_print(first, m->bindings[i].first);
		if (m->bindings[i].second != K_NONE)
			key_print(second, m->bindings[i].second);
		snprintf(out, 2 * KEY_NAME, "%s%s", first, second);
		return;
	}
}
