#ifndef DATELINE_REPORT_VOICE_H
#define DATELINE_REPORT_VOICE_H

#include "clause.h"
#include "recall.h"

/* An answer to “who?”, with its evidence. */
struct voice {
	struct span mention; /* as the sentence has it */
	struct span cue;
	struct span noun; /* of a noun phrase: all of it */
	struct phrase phrase;
	uint32_t who; /* person + 1; 0 for a noun */
	bool known;
	uint8_t how; /* enum quote_how */
	const char *rule;
};

/* What the answers so far leave in mind. */
struct memory {
	const struct tokens *t;
	struct persons *people;
	struct recall recall;
	uint32_t minded;     /* names before this capital are in mind */
	uint32_t block;	     /* the block being read */
	struct voice last;   /* of the last quote or word of saying */
	uint32_t last_block; /* and the block it was in */
	struct voice thing;  /* what "it" would mean … */
	uint32_t thing_block; /* … in this paragraph */
	struct span person;   /* … or "he": empty if it is no person or one
			       * with a name was a subject since */
};

/* The voice of a phrase; `cue` may be NULL. */
struct voice voice_of(struct memory *m, struct phrase p, const struct cue *cue,
    const char *rule);

/* A voice that is known spoke, or was spoken of: what follows may mean it. */
void voice_note(struct memory *m, const struct voice *v);

/* The subject of a sentence that is no person with a name; `last`: none of those
 * was a subject since. */
void voice_note_thing(struct memory *m, const struct voice *v, bool last);

/* Writes a voice into a quote. */
void voice_give(const struct memory *m, struct quote *q,
    const struct voice *v, bool carried);

#endif
