#ifndef DATELINE_FIND_WHOSE_H
#define DATELINE_FIND_WHOSE_H

#include "dateline/find/corrections.h"
#include "dateline/report/article.h"

/* Under which name a quote is listed, beside quotes of other reports: the full
 * name; a surname alone with NAME_UNCLEAR; or what a person said it is. */
struct whose {
	struct str name; /* one line; empty: nobody is named */
	bool yours;	 /* the person said so */
};

/* For each quote of an article, a report of `day` in the file `path`.
 * `corrections` may be NULL.  The array and names live in `a`, but names that
 * are yours as long as the corrections do not change. */
struct whose *whose_read(struct arena *a, const struct corrections *corrections,
    const struct article *t, date day, const char *path);

/* How a correction speaks of quote `i`; in `a`. */
struct quote_mark whose_mark(struct arena *a, const struct article *t, size_t i,
    date day, const char *path);

#endif
