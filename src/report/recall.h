#ifndef DATELINE_REPORT_RECALL_H
#define DATELINE_REPORT_RECALL_H

#include "person.h"

/* Who is on a reader's mind, for a pronoun to mean (Q20). */
enum { RECALL_MAX = 8 };

struct recall {
	const struct persons *people;
	struct {
		uint32_t who; /* + 1; 0 is nobody */
		float weight;
	} slots[RECALL_MAX];
};

/* What a place in a sentence weighs.  Tuned on news. */
#define RECALL_ASKED   1.6f
#define RECALL_SPEAKER 1.2f
#define RECALL_SUBJECT 1.0f
#define RECALL_CUE     0.8f /* said something on the way */
#define RECALL_NAME    0.5f
#define RECALL_OWNER   0.4f /* Hsiao’s */

void recall_add(struct recall *r, uint32_t who, float weight);
/* Whoever is named from a capital on and before token `end`; returns the capital
 * to go on with. */
uint32_t recall_names(
    struct recall *r, const struct tokens *t, uint32_t capital, uint32_t end);
/* The person + 1 in mind whom “the judge” means; 0: nobody. */
uint32_t recall_titled(
    const struct recall *r, struct str text, struct str title);
/* A sentence later all weigh less. */
void recall_fade(struct recall *r);

/* The person + 1 that "he" or "she" means; 0: nobody fits. */
uint32_t recall_find(const struct recall *r, enum gender gender);

#endif
