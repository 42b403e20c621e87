#ifndef DATELINE_REPORT_TRANSCRIPT_H
#define DATELINE_REPORT_TRANSCRIPT_H

#include "dateline/report/block.h"

/* Transcripts: paragraphs that begin with their speaker in capitals and a colon
 * (Q2).
 *
 *	JANE DOE: Shall we begin?
 *	|------|  the label */

/* The label that begins `at`; empty when there is none, or when nothing follows
 * it.  `*body` is where what was said begins. */
struct span transcript_label(struct str text, struct span at, size_t *body);

/* Whether an article is one, as a whole or in part: three paragraphs have a
 * label, and one of them not for the first time. */
bool transcript_is(
    struct str text, const struct block *blocks, size_t block_n);

#endif
