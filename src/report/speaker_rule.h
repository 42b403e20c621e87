#ifndef DATELINE_REPORT_SPEAKER_RULE_H
#define DATELINE_REPORT_SPEAKER_RULE_H

#include "near.h"
#include "voice.h"

/* Who says the quote at token `at` of a sentence (Q10 to Q15); not known where
 * no rule fires. */
struct voice rule_voice(struct memory *m, const struct reading *r,
    const struct near *n, uint32_t at);

/* Who speaks in “DOE: Shall we begin?” (Q12); not known where nobody is named.
 */
struct voice rule_label(const struct memory *m, const struct quote *q);

#endif
