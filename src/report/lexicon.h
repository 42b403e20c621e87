#ifndef DATELINE_REPORT_LEXICON_H
#define DATELINE_REPORT_LEXICON_H

#include "dateline/base/span.h"

/* What a word can mean to the rules of quotes.  The words stand in cues.def,
 * words.def and names.def; a word in several rows has all their meanings.
 * lexicon_gen.c makes a hash table of them when the program is built. */
#define MEANING(n)  (UINT64_C(1) << (n))
#define W_CUE	    MEANING(0)	/* said */
#define W_SAY	    MEANING(1)	/* say */
#define W_SAYING    MEANING(2)	/* saying */
#define W_CALL	    MEANING(3)	/* called */
#define W_HE	    MEANING(4)
#define W_SHE	    MEANING(5)
#define W_THEY	    MEANING(6)
#define W_IT	    MEANING(7)
#define W_I	    MEANING(8)	/* I, we, you: whoever writes */
#define W_OBLIQUE   MEANING(9)	/* him: never a subject */
#define W_DET	    MEANING(10) /* the, a, two */
#define W_POSS	    MEANING(11) /* his */
#define W_PREP	    MEANING(12)
#define W_SUB	    MEANING(13) /* as, while, because */
#define W_THAT	    MEANING(14)
#define W_REL	    MEANING(15) /* who, which */
#define W_WHAT	    MEANING(16)
#define W_CONJ	    MEANING(17)
#define W_BE	    MEANING(18)
#define W_AUX	    MEANING(19)
#define W_ADV	    MEANING(20)
#define W_VERB	    MEANING(21) /* finite, says nothing: went */
#define W_DATE	    MEANING(22)
#define W_TITLE	    MEANING(23) /* President, Sen. */
#define W_MALE	    MEANING(24)
#define W_FEMALE    MEANING(25)
#define W_ABBR	    MEANING(26) /* its full stop ends no sentence */
#define W_SUFFIX    MEANING(27) /* Jr. */
#define W_PARTICLE  MEANING(28) /* van, de */
#define W_PARTY	    MEANING(29) /* Republican, Chinese: before a name */
#define W_ORG	    MEANING(30) /* University: no person */
#define W_ROLE	    MEANING(31) /* spokesman, voters */
#define W_DOC	    MEANING(32) /* statement, tweet */
#define W_PLACE	    MEANING(34) /* Ohio: no person unless a first name leads */
#define W_ACCORDING MEANING(35) /* according to */
#define W_TITLED    MEANING(33) /* film, phrase: what follows is a term */

#define W_PRONOUN (W_HE | W_SHE | W_THEY | W_IT | W_I)
#define W_SPEAKS  (W_CUE | W_SAY | W_SAYING | W_CALL)
/* Words that can stand in no name and no noun phrase. */
#define W_FUNCTION                                                        \
	(W_PRONOUN | W_OBLIQUE | W_DET | W_POSS | W_PREP | W_SUB | W_THAT | \
	    W_REL | W_WHAT | W_CONJ | W_BE | W_AUX | W_ADV)

enum {
	LEXEME_MAX = 16,
	LEXICON_SLOTS = 8192, /* a power of two, about four times the words */
};

/* The letters of a word with bit 0x20 set, which is lower case in ASCII and
 * leaves digits and ' - . & alone, filled up with 0. */
struct lexeme_key {
	uint64_t half[2];
};

struct lexeme {
	struct lexeme_key key;
	uint64_t meaning;
};

/* `w` has at most LEXEME_MAX bytes. */
static inline struct lexeme_key
lexicon_key(struct str w)
{
	const uint64_t low = UINT64_C(0x2020202020202020);
	struct lexeme_key k = { { 0, 0 } };
	char bytes[LEXEME_MAX] = { 0 };

	memcpy(bytes, w.ptr, w.len);
	memcpy(&k, bytes, sizeof(k));
	k.half[0] |= low;
	k.half[1] |= low;
	return k;
}

/* The slot at which looking for a word begins; 0 marks an empty slot, n the
 * entry n - 1, and a taken slot passes the search on to the next one. */
static inline unsigned
lexicon_hash(struct lexeme_key k)
{
	uint64_t h = (k.half[0] ^ k.half[1] * UINT64_C(0x9E3779B97F4A7C15)) *
	    UINT64_C(0xD6E8FEB86659FD93);

	return (unsigned)(h >> 51) & (LEXICON_SLOTS - 1);
}

/* What a word of at most LEXEME_MAX bytes means; 0 for most. */
uint64_t lexicon_find(struct str w);

#endif
