#ifndef DATELINE_REPORT_SPEAKER_H
#define DATELINE_REPORT_SPEAKER_H

#include "dateline/base/arena.h"
#include "dateline/report/quote.h"

/* Names the speakers of the quotes of an article, as far as a rule reaches
 * (Q10 to Q22): sets `mention`, `speaker`, `cue`, `how`, `rule`, joins pieces
 * to groups (Q9), and turns speech that is none into terms (Q8). */
void speaker_read(struct arena *a, struct str text, const struct head *head,
    const struct block *blocks, size_t block_n, struct quote *quotes,
    size_t quote_n);

#endif
