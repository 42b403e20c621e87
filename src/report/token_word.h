#ifndef DATELINE_REPORT_TOKEN_WORD_H
#define DATELINE_REPORT_TOKEN_WORD_H

#include "dateline/text/utf8.h"
#include "token.h"

/* Running text in one language, up to `end`; the text may go on behind it. */
struct stretch {
	struct str text;
	size_t end;
	enum language lang;
};

/* The character at `at` and its bytes, both 0 at the end of the stretch. */
static inline uint32_t
stretch_peek(const struct stretch *s, size_t at, size_t *len)
{
	uint32_t cp = 0;

	*len = at < s->end ? utf8_next(s->text, at, &cp) : 0;
	return cp;
}

/* Whether a letter or a digit stands at `at`. */
bool stretch_has_word(const struct stretch *s, size_t at);

/* Reads the word that begins at `at` into `*t`, and returns where the text goes
 * on: behind its full stop if that belongs to it, and behind its 's. */
size_t word_read(const struct stretch *s, size_t at, struct token *t);

/* Whether a noun phrase goes on with a word that is in no name; to be asked again
 * when its form changes. */
enum token_run word_run(const struct token *t);

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
