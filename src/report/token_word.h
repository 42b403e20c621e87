#ifndef DATELINE_REPORT_TOKEN_WORD_H
#define DATELINE_REPORT_TOKEN_WORD_H

#include "dateline/text/utf8.h"
#include "token.h"

/* Running text in one language, up to `end`; the text may go on behind it. */
struct stretch {
	struct str text;
	size_t end;
	enum language lang;
	const struct lexicon *lexicon; /* of LANG_ENGLISH */
};

/* The character at `at` and its bytes, both 0 at the end of the stretch. */
static inline uint32_t
stretch_peek(const struct stretch *s, size_t at, size_t *len)
{
	uint32_t cp = 0;

	*len = at < s->end ? utf8_next(s->text, at, &cp) : 0;
	return cp;
}

/* Appends the words from `at` on, with no more than one blank behind each, to
 * `*t` until something else follows or there are `cap` tokens.  Returns where the
 * text goes on: at `at` if no word begins there. */
size_t words_read(
    const struct stretch *s, size_t at, struct tokens *t, size_t cap);

/* Whether a noun phrase goes on with a word that is in no name; to be asked again
 * when its form changes. */
enum token_run word_run(const struct token *t);

/* What the lexicon of a language says of a word, from whose start on `room` bytes
 * may be read; if it is `curly`, ’ in it counts as '. */
uint64_t word_meaning(
    enum language lang, struct str w, size_t room, bool curly);

#endif
