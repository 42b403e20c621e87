#ifndef DATELINE_REPORT_CLAUSE_WALK_H
#define DATELINE_REPORT_CLAUSE_WALK_H

#include "clause.h"

/* The walk over one sentence that clause.c, clause_phrase.c and
 * clause_cue.c share. */

/* Whether a subject can stand here. */
enum expect {
	EXPECT_NOTHING,
	EXPECT_MAYBE,	   /* if a verb follows it */
	EXPECT_COMPLEMENT, /* the same, of a clause within: said Hsiao was */
	EXPECT_SUBJECT,
};

struct clause {
	struct phrase subject;
	bool verb;
};

struct walk {
	const struct tokens *t;
	struct clauses *out;
	uint32_t first; /* of the sentence */
	uint32_t end;
	enum expect expect;
	struct clause main;
	struct clause inner;
	bool in_inner;
	bool relative;	       /* the inner clause began with who or which */
	bool as;	       /* … or with as */
	bool apposed;	       /* within what explains a name */
	struct phrase last;    /* the noun phrase before this token */
	struct phrase lead;    /* the first subject that had a verb */
	struct phrase inside;  /* the last name that had one in an inner clause */
	struct phrase speaker; /* who reports the sentence */
	uint32_t fresh;	       /* the token after the last closed quote, or 0 */
	size_t passive;	       /* the cue that waits for its "by", + 1 */
};

struct clause *walk_clause(struct walk *k); /* the one we are in */
void walk_begin_inner(struct walk *k, struct phrase subject);
void walk_set_verb(struct walk *k, struct clause *c);
/* Whether a verb follows at `i`, adverbs, dates and brackets passed over. */
bool walk_verb_follows(const struct walk *k, uint32_t i);

/* the letter “released” by Hsiao: the verb at `i` is not the clause's own. */
bool walk_is_participle(const struct walk *k, uint32_t i);

/* After brackets that are short and hold no quote; after the first otherwise. */
uint32_t walk_skip_brackets(const struct walk *k, uint32_t i);

/* Each reads what begins at token `i` and returns the token to go on at. */
uint32_t walk_read_phrase(struct walk *k, uint32_t i);
uint32_t walk_read_preposition(struct walk *k, uint32_t i);
uint32_t cue_read_finite(struct walk *k, uint32_t i);
uint32_t cue_read_saying(struct walk *k, uint32_t i);
uint32_t cue_read_according(struct walk *k, uint32_t i);
/* in Hsiao’s view; 0 when it is not there. */
uint32_t cue_read_view(struct walk *k, uint32_t i);
/* her remark that …; what follows `p` is what its owner said. */
void cue_read_remark(struct walk *k, struct phrase p);
/* “put it”, “went on”, “fired back”; 0 when it is not there. */
uint32_t cue_read_idiom(struct walk *k, uint32_t i);

#endif
