#ifndef DATELINE_REPORT_CLAUSE_H
#define DATELINE_REPORT_CLAUSE_H

#include "phrase.h"

/* A word of saying and its subject. */
struct cue {
	uint32_t at; /* token */
	uint32_t end;
	struct phrase subject;
	uint64_t meaning;
	bool relative; /* in a clause with who or which … */
	bool inner;    /* … or any clause within another */
	bool fresh;    /* subject and cue follow a quote: “Q,” S said */
};

/* What a sentence says of who speaks. */
struct reading {
	const struct cue *cues;
	uint32_t cue_n;
	struct phrase subject;
	struct phrase inside;  /* the last name that is the subject of a clause
				* within */
	struct phrase speaker; /* who reports it: …, Hsiao said. */
};

/* Reads one sentence after the other; start with `t` and `a`. */
struct clauses {
	const struct tokens *t;
	struct arena *a;
	struct cue *cues; /* of the last one */
	size_t cue_n;
	size_t cue_cap;
};

/* The cues of a reading live until the next one. */
struct reading clause_read(struct clauses *c, const struct sentence *s);

#endif
