#ifndef DATELINE_READER_HISTORY_H
#define DATELINE_READER_HISTORY_H

#include "dateline/reader/prompt.h"

/* The lines that were typed at one kind of prompt, newest last. */
enum history_kind { HISTORY_WORDS, HISTORY_DATES, HISTORY_LINES, HISTORY_KINDS };
#define HISTORY_MAX 32

struct history {
	struct history_line {
		size_t len;
		char text[PROMPT_MAX];
	} lines[HISTORY_MAX];
	size_t n;
};

/* Keeps a line, as the newest; an empty one is not kept, and no line twice. */
void history_add(struct history *h, struct str line);

/* Puts another line into the prompt: the next older one, or with `by` > 0 the
 * next newer one, behind which stands what was being typed.  `holding`: only
 * lines that hold that.  False when there is none: the prompt stays. */
bool history_walk(
    const struct history *h, struct prompt *p, int by, bool holding);

#endif
