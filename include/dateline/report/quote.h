#ifndef DATELINE_REPORT_QUOTE_H
#define DATELINE_REPORT_QUOTE_H

#include "dateline/base/arena.h"
#include "dateline/report/block.h"

enum quote_kind {
	QUOTE_SPEECH, /* somebody said or wrote it */
	QUOTE_POST,   /* a post (R10) */
	QUOTE_TERM,   /* a title, a term, scare quotes: in marks, not said */
};

enum quote_how {
	QUOTE_NAMED,	/* a name or a phrase beside the cue */
	QUOTE_INFERRED, /* from a pronoun */
	QUOTE_CARRIED,	/* from the quote before it */
	QUOTE_NONE,	/* nobody: better than the wrong one */
};

/*	“I agree,” Putin replied, shaking hands
 *	|<------>| |<->| |<--->|
 *	  whole   mention  cue
 *	 |<---->|
 *	   words		all of them plain spans of the article	*/
struct quote {
	struct span whole;
	struct span words;
	struct span mention; /* as the sentence has it: "he", "Putin" */
	struct span speaker; /* the full name, where it stands first; empty:
			      * not known */
	struct span cue;     /* "replied"; empty when it needed none */
	enum quote_kind kind;
	enum quote_how how;
	const char *rule;  /* "Q1" …; "" when nobody is named */
	uint32_t group;	   /* the pieces of one utterance share it */
	uint32_t block;	   /* where it begins */
	bool in_heading;
};

/* All quotes of an article in order of place; returns how many.  `*quotes`
 * lives in `a`. */
size_t quote_read(struct arena *a, struct str text, const struct head *head,
    const struct block *blocks, size_t block_n, struct quote **quotes);

#endif
