#ifndef DATELINE_REPORT_LANGUAGE_H
#define DATELINE_REPORT_LANGUAGE_H

#include "dateline/base/span.h"

/* The languages whose words are known.  To teach dateline more of one, add words
 * to its table; to teach it another, write a table and name it here and in
 * lexicon_gen.c. */
enum language {
	LANG_ENGLISH, /* cues.def, words.def */
	LANG_GERMAN,  /* german.def */
	LANG_FRENCH,  /* french.def */
	LANG_SPANISH, /* spanish.def */
	LANGUAGES,
	LANG_EVERY = LANGUAGES, /* of a table: for all of them */
};

/* The language most of the small words at the beginning of `s` belong to, or of
 * all its words where those are too few; English where they tell nothing. */
enum language language_of(struct str s);

/* How much of a text only the tables of a language know; begin with zeros. */
struct language_votes {
	unsigned of[LANGUAGES];
};

/* Adds the words of `s`, all of which are read. */
void language_vote(struct language_votes *v, struct str s);

/* The language with most votes; `otherwise` where none has more than it. */
enum language language_voted(
    const struct language_votes *v, enum language otherwise);

#endif
