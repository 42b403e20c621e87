#ifndef DATELINE_REPORT_HEAD_WORDS_H
#define DATELINE_REPORT_HEAD_WORDS_H

#include "dateline/text/utf8.h"

/* What the rules for first lines and headings ask of words.  They are asked of
 * short lines only. */

/* A walk over the words of a line: what blanks leave apart, without the signs
 * around it.  Start with `{ .line = s }`. */
struct words {
	struct str line;
	size_t at;
};

/* The next word, borrowed from the line.  Signs alone are no word. */
bool words_next(struct words *w, struct str *word);
size_t words_count(struct str line);

/* Whether `word` stands in `list`, whose words are in ASCII lower case with a
 * blank around each: " said says ".  ASCII case does not count. */
bool word_is(struct str word, const char *list);

/* Whether `s` begins with `lower`, ASCII case aside. */
bool word_begins(struct str s, struct str lower);

/* Whether `line` begins with one of the phrases, in ASCII lower case, and the
 * phrase ends where a word does. */
bool line_begins(struct str line, const char *const *phrases, size_t n);

size_t word_letters(struct str word);
bool word_is_capital(struct str word); /* its first letter is upper case */

/* "March", "mar", "Sept.", in English. */
bool word_is_month(struct str word);

/* How many sentences; a full stop after an initial or "Gov" ends none. */
size_t sentence_count(struct str s);

#endif
