#ifndef DATELINE_REPORT_PAIR_H
#define DATELINE_REPORT_PAIR_H

#include "dateline/base/arena.h"
#include "dateline/report/quote.h"

/* Quotes as they are found, in order of place: only `whole`, `words`, `group`
 * and `block` are set. */
struct quote_list {
	struct arena *a;
	struct quote *at;
	size_t n;
	size_t cap;
	bool open; /* the last one runs over the end of its paragraph */
};

/* Adds the quotes of one paragraph, `para`, of `text`.  `reopens`: the next
 * paragraph begins with an opening mark, so this one may stay open (Q5). */
void pair_read(struct quote_list *list, struct str text, struct span para,
    uint32_t block, bool reopens);

/* What the words of a quote end in, closing marks passed over; 0: nothing. */
uint32_t quote_tail(struct str text, const struct quote *q);

/* Whether they end as a clause does: in , . ? ! or a dash. */
bool quote_closes(struct str text, const struct quote *q);

/* Whether a paragraph begins with an opening mark. */
bool pair_opens(struct str text, struct span para);

#endif
