#ifndef DATELINE_READER_KEYMAP_H
#define DATELINE_READER_KEYMAP_H

#include "dateline/reader/command.h"

/* Which keys ask for which command.  A binding is one key or two ("ZZ"). */
struct binding {
	key first;
	key second; /* K_NONE: one key is all */
	enum command command;
};

#define KEYMAP_MAX 128

struct keymap {
	struct binding bindings[KEYMAP_MAX];
	size_t n;
};

/* The keys of commands.def. */
struct keymap keymap_default(void);

/* The command of `k` after `before` (K_NONE: nothing typed before).  CMD_COUNT
 * with `*more` set when a second key is awaited. */
enum command keymap_find(
    const struct keymap *m, key before, key k, bool *more);

/* The name of the first key of `c`, as shown in hints; "" when it has none. */
void keymap_key_name(
    const struct keymap *m, enum command c, char out[2 * KEY_NAME]);

#endif
