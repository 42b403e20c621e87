/* One look into a table that was laid out when the program was built, one for
 * each language. */
#include "lexicon.h"

struct lexicon {
	const uint16_t *slots;
	const struct lexeme *entries;
};

/* A slot of an open hash table; word 0 is an empty one. */
struct common {
	uint32_t word; /* lexicon_pack() */
	uint8_t languages;
};

#include "lexicon_table.h"

/* Pads a word that stands too near to the end of its text. */
static struct lexeme_key
key_of(struct str w, size_t room)
{
	char padded[LEXEME_MAX];

	if (room >= LEXEME_MAX)
		return lexicon_key(w.ptr, w.len);
	memset(padded, 0, sizeof(padded));
	memcpy(padded, w.ptr, w.len);
	return lexicon_key(padded, w.len);
}

uint64_t
lexicon_find(enum language lang, struct str w, size_t room)
{
	const struct lexicon *l = &lexicons[lang];
	struct lexeme_key key = key_of(w, room);
	uint64_t hash = lexicon_hash(key);
	unsigned tag = lexicon_tag(hash), at = lexicon_first(hash), slot;

	for (; (slot = l->slots[at]) != 0; at = lexicon_next(at)) {
		const struct lexeme *e;

		if ((slot & LEXICON_TAG) != tag)
			continue;
		e = &l->entries[(slot & LEXICON_NUMBER) - 1];
		if (e->key.half[0] == key.half[0] &&
		    e->key.half[1] == key.half[1])
			return e->meaning;
	}
	return 0;
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
