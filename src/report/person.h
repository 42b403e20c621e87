#ifndef DATELINE_REPORT_PERSON_H
#define DATELINE_REPORT_PERSON_H

#include "token.h"

enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

/* Somebody, or something, with a name.  Numbers count from 0. */
struct person {
	struct span full;  /* where the fullest name stands first */
	struct span last;  /* the surname in it */
	struct span first; /* the first word of it */
	struct span title; /* Judge, or empty */
	uint32_t words;	   /* of the full name */
	uint32_t seen;	   /* mentions */
	uint32_t older;	   /* the one before with the same surname, + 1 */
	uint32_t older_first; /* … and with the same first word, + 1 */
	uint8_t gender;
	bool shouts; /* only seen in CAPITALS */
	bool human; /* has a title, a gender or two names */
	bool office; /* was President Doe without a first name */
	bool org; /* a paper, a state: not he or she */
};

struct persons {
	struct person *at;
	uint32_t n;
	uint32_t *slots; /* newest person + 1 for a hash */
	uint32_t *first_slots;
	uint32_t slot_n; /* a power of two */
};

/* Finds the names in the tokens and links each to its person: the `link` of a
 * name's tokens is the person + 1 (Q19). */
struct persons person_read(struct arena *a, struct tokens *t);

/* The person + 1 with this surname; 0: nobody. */
uint32_t person_find(const struct persons *p, struct str text, struct str last);

/* Whether “the judge” can be person `who`. */
bool person_has_title(const struct persons *p, struct str text, uint32_t who,
    struct str title);

/* Whether two or more full names of the article share this surname (Q21). */
bool person_unclear(const struct persons *p, struct str text, uint32_t who);

#endif
