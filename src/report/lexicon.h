#ifndef DATELINE_REPORT_LEXICON_H
#define DATELINE_REPORT_LEXICON_H

#include "dateline/base/eight.h"
#include "dateline/report/language.h"

/* What a word can mean to the rules of quotes.  English words stand in cues.def
 * and words.def, those of other languages in tables of their own, names.def is
 * for all; a word in several rows has all their meanings.  lexicon_gen.c makes a
 * hash table of each language when the program is built. */
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
#define W_IDIOM	    MEANING(36) /* put it: says something with one more word */
#define W_REMARK    MEANING(38) /* his remark that … */
#define W_MANY	    MEANING(39) /* some, two: more than one */
#define W_AS	    MEANING(40) /* as: may bring in who says it */
#define W_OF	    MEANING(41) /* of, for: what follows tells which one */
#define W_A	    MEANING(42) /* a, one: somebody new */
#define W_BESIDE    MEANING(43) /* began: says something beside a quote only */
#define W_SURNAME   MEANING(37) /* Church: somebody behind a first name */

#define W_PRONOUN (W_HE | W_SHE | W_THEY | W_IT | W_I)
#define W_SPEAKS  (W_CUE | W_SAY | W_SAYING | W_CALL)
/* Words that can stand in no name and no noun phrase. */
#define W_FUNCTION                                                        \
	(W_PRONOUN | W_OBLIQUE | W_DET | W_POSS | W_PREP | W_SUB | W_THAT | \
	    W_REL | W_WHAT | W_CONJ | W_BE | W_AUX | W_ADV)

/* What that makes of a word where noun phrases end, for token_run; above all the
 * meanings, put there by lexicon_gen.c. */
#define W_STOPS MEANING(61) /* they never go on with it */
#define W_NOUN	MEANING(62) /* it may be in one … */
#define W_DOUBT MEANING(63) /* … if it is not a verb */

static inline uint64_t
lexicon_run(uint64_t meaning)
{
	return (meaning & (W_FUNCTION | W_DATE) ? W_STOPS : 0) |
	    (meaning & (W_ROLE | W_DOC | W_TITLE) ? W_NOUN : 0) |
	    (meaning & (W_PLACE | W_SPEAKS | W_VERB) ? W_DOUBT : 0);
}

enum {
	LEXEME_MAX = 16,
	LEXICON_PLACES = 8192, /* a power of two, more than the words */
	LEXICON_GROUPS = 1024, /* a power of two, about a quarter of them */
	COMMON_MAX = 4,	       /* bytes of a word that tells the language */
	COMMON_SLOTS = 256,    /* several times as many as there are */
};

/* The letters of a word with bit 0x20 set, which is lower case in ASCII and
 * leaves digits and ' - . & alone, filled up with 0x20. */
struct lexeme_key {
	uint64_t half[2];
};

struct lexeme {
	struct lexeme_key key;
	uint64_t meaning;
};

/* The key of the first `n` of LEXEME_MAX bytes. */
static inline struct lexeme_key
lexicon_key(const char *s, size_t n)
{
#define ONES(bytes) (UINT64_MAX >> (64 - 8 * (bytes)))
	static const struct lexeme_key kept[LEXEME_MAX + 1] = { { { 0, 0 } },
		{ { ONES(1), 0 } }, { { ONES(2), 0 } }, { { ONES(3), 0 } },
		{ { ONES(4), 0 } }, { { ONES(5), 0 } }, { { ONES(6), 0 } },
		{ { ONES(7), 0 } }, { { ONES(8), 0 } },
		{ { ONES(8), ONES(1) } }, { { ONES(8), ONES(2) } },
		{ { ONES(8), ONES(3) } }, { { ONES(8), ONES(4) } },
		{ { ONES(8), ONES(5) } }, { { ONES(8), ONES(6) } },
		{ { ONES(8), ONES(7) } }, { { ONES(8), ONES(8) } } };
#undef ONES

	return (struct lexeme_key){ {
	    (eight_at(s) & kept[n].half[0]) | EIGHT_TIMES(' '),
	    (eight_at(s + 8) & kept[n].half[1]) | EIGHT_TIMES(' ') } };
}

static inline uint64_t
lexicon_hash(struct lexeme_key k)
{
	return (k.half[0] ^ k.half[1] * UINT64_C(0x9E3779B97F4A7C15)) *
	    UINT64_C(0xD6E8FEB86659FD93);
}

/* Each word has a place of its own, so that one comparison tells whether it is in
 * the table: words of one group are moved together, to where all of them find
 * a free place.  There stands the number of its entry and above it some bits of
 * its hash, by which nearly all words that are in no list are known; they get
 * entry 0, which is empty. */
enum { LEXICON_NUMBER = 0xFFFF };
static inline unsigned
lexicon_group(uint64_t hash)
{
	return (unsigned)(hash >> 54) & (LEXICON_GROUPS - 1);
}

static inline unsigned
lexicon_place(uint64_t hash, unsigned move)
{
	return (unsigned)((hash ^ move) * UINT64_C(0x9E3779B97F4A7C15) >> 51) &
	    (LEXICON_PLACES - 1);
}

static inline uint32_t
lexicon_tag(uint64_t hash)
{
	return (uint32_t)hash & ~(uint32_t)LEXICON_NUMBER;
}

struct lexicon {
	const uint16_t *moves;	 /* by group */
	const uint32_t *places;
	const struct lexeme *entries;
};

const struct lexicon *lexicon_of(enum language lang);

/* What a word means; 0 for most.  Which words of a text a lexicon has is as good
 * as chance, so nothing is decided by a branch. */
static inline uint64_t
lexicon_find(const struct lexicon *l, struct lexeme_key key)
{
	uint64_t hash = lexicon_hash(key), other;
	unsigned move = l->moves[lexicon_group(hash)];
	uint32_t at = l->places[lexicon_place(hash, move)];
	uint32_t known = (at ^ lexicon_tag(hash)) <= LEXICON_NUMBER;
	const struct lexeme *e = &l->entries[at & LEXICON_NUMBER & -known];

	other = (e->key.half[0] ^ key.half[0]) |
	    (e->key.half[1] ^ key.half[1]);
	return e->meaning & -(uint64_t)(other == 0);
}

/* The languages, as bits, that a word of at most COMMON_MAX bytes is one of the
 * most common words of. */
unsigned lexicon_common(struct str w);

/* A common word as a number. */
static inline uint32_t
lexicon_pack(const char *s, size_t n)
{
	uint32_t x = 0;

	while (n-- > 0)
		x = x << 8 | ((uint8_t)s[n] | 0x20u);
	return x;
}

static inline unsigned
lexicon_common_first(uint32_t word)
{
	return word * 2654435761u >> 24;
}

#endif
