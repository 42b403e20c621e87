#ifndef DATELINE_FIND_ASKED_H
#define DATELINE_FIND_ASKED_H

#include "dateline/find/query.h"
#include "dateline/find/whose.h"

/* Which quotes are asked for; the command line and the reader ask alike. */
struct ask {
	struct str speaker; /* a name or a last name; empty: everybody */
	const struct query *words; /* in the quote or its paragraph; NULL: any */
	struct date_range days;
	struct str source; /* of the report; empty: any */
	bool terms;	   /* titles and terms too */
	const struct corrections *corrections; /* NULL: none */
};

/* The same, ready to be put to many reports. */
struct asked;

/* Lives in `a`, and borrows all that `ask` points to, as it is now: make it
 * anew when corrections change. */
struct asked *asked_new(struct arena *a, const struct ask *ask);

/* Whether a report can hold such a quote at all, by its day and its raw bytes:
 * only then need it be read.  A name that is asked for stands in the bytes of
 * every report that has it, whole, for the rules take it from there. */
bool asked_day(const struct asked *q, date day);
bool asked_raw(const struct asked *q, struct arena *scratch, struct str raw,
    uint32_t marker, date day);

/* Which quotes of an article are asked for: for each quote whether it is.  In
 * `a`; NULL when none is, as the report is of another source. */
const bool *asked_quotes(const struct asked *q, struct arena *a,
    const struct article *t, const struct whose *whose);

#endif
