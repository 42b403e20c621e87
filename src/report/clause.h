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

/* What a sentence says of who speaks: cues [first, end) and its subject. */
struct reading {
	uint32_t first;
	uint32_t end;
	struct phrase subject;
	struct phrase speaker; /* who reports it: …, Hsiao said. */
};

struct clauses {
	struct cue *cues;
	uint32_t cue_n;
	struct reading *readings; /* one for each sentence */
};

struct clauses clause_read(
    struct arena *a, const struct tokens *t, const struct quote *quotes);

/* Whether a quote ends as a clause does: in , . ? ! or a dash. */
bool clause_closes(struct str text, const struct quote *q);

#endif
