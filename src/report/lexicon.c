/* The tables that were laid out when the program was built, one for each
 * language. */
#include "lexicon.h"

/* A slot of an open hash table; word 0 is an empty one. */
struct common {
	uint32_t word; /* lexicon_pack() */
	uint8_t languages;
};

#include "lexicon_table.h"

const struct lexicon *
lexicon_of(enum language lang)
{
	return &lexicons[lang];
}

unsigned
lexicon_common(struct str w)
{
	uint32_t word = lexicon_pack(w.ptr, w.len);
	unsigned at = lexicon_common_first(word);

	while (lexicon_commons[at].word != 0) {
		if (lexicon_commons[at].word == word)
			return lexicon_commons[at].languages;
		at = (at + 1) % COMMON_SLOTS;
	}
	return 0;
}
