#ifndef DATELINE_REPORT_NEAR_H
#define DATELINE_REPORT_NEAR_H

#include "clause.h"

/* The words of saying around one quote; NULL for none. */
struct near {
	const struct cue *before; /* S said “Q” */
	const struct cue *after;  /* “Q,” S said */
	const struct cue *later;  /* any one behind it in the sentence */
	const struct token *prev; /* the token before the quote */
	bool beside;	/* nothing stands between `before` and the quote */
	bool colon;	/* a colon stands before the quote */
	bool caught;	/* a noun takes it in: a book, “Q”; in “Q” */
};

/* Looks around the quote at token `at`.  `*next` is the first cue that was not
 * passed yet: the first of the sentence to begin with, then kept between the
 * quotes of one sentence in their order. */
struct near near_find(const struct tokens *t, const struct sentence *in,
    const struct reading *r, uint32_t at, uint32_t *next);

/* Whether the quote is said outright, so that even one word is speech (Q8). */
bool near_is_said(
    const struct near *n, const struct tokens *t, const struct quote *q);

/* Whether a quote is a term (Q8): a title, a word in scare quotes.  `alone`: it
 * is a sentence of its own; `said`: near_is_said(); `caught`: see above. */
bool quote_is_term(struct str text, const struct quote *q, bool alone,
    bool said, bool caught);

/* The word of saying that promises a quote with the colon that ends a sentence:
 * “Lind was sorry, to which Hsiao replied:”; NULL where none does. */
const struct cue *near_promise(const struct tokens *t,
    const struct sentence *in, const struct reading *r);

#endif
