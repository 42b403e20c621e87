#ifndef DATELINE_REPORT_NAME_H
#define DATELINE_REPORT_NAME_H

#include "person.h"

/* A name as it stands in a sentence. */
struct name {
	uint32_t first; /* tokens [first, end) without titles */
	uint32_t end;
	uint32_t last; /* the surname, suffixes aside */
	uint8_t gender;
	bool titled;
	bool org;
};

/* Whether a word can stand in a name. */
bool name_word(const struct token *w);

/* Where the run of name words that begins at token `i` ends. */
uint32_t name_end(const struct tokens *t, uint32_t i, uint32_t end);

/* The name in a run of name words, titles and parties taken off its front; it is
 * empty (`first` > `last`) when nothing else is there. */
struct name name_read(const struct tokens *t, uint32_t first, uint32_t end);

/* The gender that a meaning tells: enum gender. */
unsigned name_gender(uint64_t meaning);

bool name_is_shouted(const struct tokens *t, const struct name *n);

/* Reasons why a run names nobody: it is the words of an office; a word that is
 * a name only if somebody in the article bears it; a noun in German; a word that
 * has its capital from the start of its sentence, `begins`. */
bool name_is_office(const struct tokens *t, const struct name *n);
bool name_is_common(const struct tokens *t, const struct name *n);
bool name_is_noun(const struct tokens *t, const struct name *n);
bool name_is_doubtful(
    const struct tokens *t, const struct name *n, bool begins);

#endif
