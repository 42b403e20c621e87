/* One look into a table that was laid out when the program was built, one for
 * each language. */
#include "lexicon.h"

struct lexicon {
	const uint16_t *moves; /* by group */
	const uint32_t *places;
	const struct lexeme *entries;
};

/* A slot of an open hash table; word 0 is an empty one. */
struct common {
	uint32_t word; /* lexicon_pack() */
	uint8_t languages;
};

#include "lexicon_table.h"

/* Most words of a text are in no table, and which ones is as good as chance; so
 * nothing is decided by a branch. */
uint64_t
lexicon_find(enum language lang, struct lexeme_key key)
{
	const struct lexicon *l = &lexicons[lang];
	uint64_t hash = lexicon_hash(key);
	uint32_t at =
	    l->places[lexicon_place(hash, l->moves[lexicon_group(hash)])];
	uint32_t known = (at ^ lexicon_tag(hash)) <= LEXICON_NUMBER;
	const struct lexeme *e =
	    &l->entries[at & LEXICON_NUMBER & -known];
	uint64_t other =
	    (e->key.half[0] ^ key.half[0]) | (e->key.half[1] ^ key.half[1]);

	return e->meaning & -(uint64_t)(other == 0);
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
