#ifndef DATELINE_READER_PROMPT_H
#define DATELINE_READER_PROMPT_H

#include "dateline/find/query.h"
#include "dateline/reader/command.h"

/* One line being typed, for the command that asked for words. */
#define PROMPT_MAX 256

struct prompt {
	enum command asks; /* CMD_COUNT: no prompt is open */
	enum query_mode mode; /* how words to find are meant */
	size_t len;
	unsigned turn; /* how often Tab was pressed since the last edit */
	char text[PROMPT_MAX]; /* well-formed UTF-8 */
	bool edited;   /* a key has changed it */
	size_t walked; /* how many lines back in the history … */
	size_t typed_len; /* … from what was being typed */
	char typed[PROMPT_MAX];
};

struct prompt prompt_none(void);
struct prompt prompt_open(enum command asks);
bool prompt_is_open(const struct prompt *p);

/* What stands before the words: "/", ":", "date: ", "exactly, in all reports: ".
 */
const char *prompt_label(const struct prompt *p);

/* A key that edits: characters, Backspace, C-w (a word), C-u (all).  False when
 * the key is none of them. */
bool prompt_key(struct prompt *p, key k);

void prompt_set(struct prompt *p, struct str text);
struct str prompt_text(const struct prompt *p);

#endif
