#ifndef TESTS_GOLD_H
#define TESTS_GOLD_H

#include "dateline/base/arena.h"
#include "dateline/base/span.h"

/* What a careful reader finds in a report; README.md beside this has the form
 * of the lines it is read from. */

enum gold_sort {
	GOLD_SAID,   /* somebody said or wrote it */
	GOLD_TERM,   /* in marks, but not said */
	GOLD_EITHER, /* a few words of somebody's: may be listed or not */
};

/* What names the speaker beside the word of saying. */
enum gold_kind { GOLD_NAMED, GOLD_PRONOUN, GOLD_NOMINAL, GOLD_KINDS };

struct gold {
	struct span words;  /* where they stand in the text, trimmed */
	struct str speaker; /* several with " / " between are all right */
	struct str mention; /* where it is carried on: that of the quote it
			     * goes on from */
	enum gold_sort sort;
	enum gold_kind kind;
	bool carried;
	bool open; /* the report does not say who */
};

/* Reads the lines of `file` about `text`; both are borrowed, the array lives in
 * `a`.  False when the words of a line are not in the text behind those of the
 * line before: `*wrong` is that line. */
bool gold_read(struct arena *a, struct str file, struct str text,
    struct gold **gold, size_t *n, struct str *wrong);

/* `s` without blanks and quotation marks at its ends, and without what ends or
 * breaks a sentence at its last one. */
struct span gold_trim(struct str text, struct span s);

/* Whether `got` is the speaker of `g`.  Case, accents, titles and articles do
 * not matter; a surname or a first name stands for the full name, an initial
 * for the first; of a phrase its head is enough, if no word is added. */
bool gold_same_speaker(struct arena *a, const struct gold *g, struct str got);

/* Whether the two have a word in common that is no article. */
bool gold_share_word(struct arena *a, struct str x, struct str y);

#endif
