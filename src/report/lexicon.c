/* One look into a table that was laid out when the program was built. */
#include "lexicon.h"

#include "lexicon_table.h"

uint64_t
lexicon_find(struct str w)
{
	struct lexeme_key key = lexicon_key(w);
	unsigned at = lexicon_hash(key);

	while (lexicon_slot[at] != 0) {
		const struct lexeme *e = &lexicon_entry[lexicon_slot[at] - 1];

		if (e->key.half[0] == key.half[0] &&
		    e->key.half[1] == key.half[1])
			return e->meaning;
		at = (at + 1) & (LEXICON_SLOTS - 1);
	}
	return 0;
}
