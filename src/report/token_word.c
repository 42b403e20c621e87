/* What a word means, and where French writes two words as one. */
#include "token_word.h"

#include "dateline/text/letter.h"

/* What the lexicon says of a word, behind which the text has `room`; ’ in it
 * counts as '. */
uint64_t
word_meaning(enum language lang, struct str w, size_t room, bool curly)
{
	char key[LEXEME_MAX];
	size_t i, n = 0;

	if (!curly)
		return w.len <= LEXEME_MAX ? lexicon_find(lang, w, room)
					   : 0;
	for (i = 0; i < w.len && n < LEXEME_MAX; n++) {
		bool mark = str_starts(str_skip(w, i), STR("\xE2\x80\x99"));

		key[n] = mark ? '\'' : w.ptr[i];
		i += mark ? 3 : 1;
	}
	return i == w.len ? lexicon_find(lang, (struct str){ key, n }, n)
			  : 0;
}

size_t
word_elision(struct str w, size_t room, bool curly)
{
	enum { ELISION_MAX = 3 }; /* qu’ */
	size_t i, n;
	uint32_t cp = 0;

	if (word_meaning(LANG_FRENCH, w, room, curly) != 0)
		return 0;
	for (i = 0; i < w.len && i < ELISION_MAX; i += n) {
		n = utf8_next(w, i, &cp);
		if (letter_is_apostrophe(cp) && i + n < w.len)
			return i + n;
	}
	return 0;
}

size_t
word_clitic(struct str w, size_t part, size_t room)
{
	struct str pronoun = str_skip(w, part);
	size_t end = part - 1;

	if (part < 3 || w.ptr[end] != '-' ||
	    !(word_meaning(LANG_FRENCH, pronoun, room - part, false) &
		W_PRONOUN))
		return 0;
	return end > 2 && str_ends(str_head(w, end), STR("-t")) ? end - 2
								: end;
}
