#ifndef DATELINE_REPORT_TOKEN_WORD_H
#define DATELINE_REPORT_TOKEN_WORD_H

#include "dateline/text/utf8.h"
#include "lexicon.h"

/* What the lexicon of a language says of a word, from whose start on `room` bytes
 * may be read; if it is `curly`, ’ in it counts as '. */
uint64_t word_meaning(
    enum language lang, struct str w, size_t room, bool curly);

/* In French an apostrophe ends a word, d’|Ulm, unless the two are one in the
 * lexicon: s’est.  Bytes before the cut, or 0. */
size_t word_elision(struct str w, size_t room, bool curly);

/* … and so does the hyphen before a pronoun, dit|-elle, a|-t-il.  The pronoun
 * begins at `part`; bytes of the verb, or 0. */
size_t word_clitic(struct str w, size_t part, size_t room);

#endif
