#ifndef DATELINE_SRC_FIND_QUERY_PARTS_H
#define DATELINE_SRC_FIND_QUERY_PARTS_H

/* What the files of a query share: the query itself.
 *
 *	query		compiles it, and asks it of an article
 *	query_words	takes apart what was typed
 *	query_raw	asks it of raw bytes
 *	regex		regular expressions
 */

#include "dateline/find/query.h"
#include "dateline/text/match.h"

#include "regex.h"

/* A few needles. */
struct needles {
	struct match **at;
	size_t n, cap;
};

struct query {
	struct arena *in;
	enum query_mode mode;
	struct needles want;  /* have hits; each must have some */
	struct needles also;  /* must be there, too */
	struct needles never; /* must not */
	struct str speaker;   /* empty: anybody */
	struct match *name;   /* that name, wherever it stands */
	bool bare;	      /* none of these, nor a regular expression */
	struct str source;    /* empty: any */
	struct date_range dates;
	struct regex *regex; /* QUERY_REGEX */
};

/* query_words: fills in the query from what was typed. */
bool query_parse(struct query *q, struct str words, struct err *e);

/* query_raw: how many hits there are in each of `n` pieces of a window of a
 * file, the rules of match_count_each(), as far as raw bytes tell: right but
 * for what query_must_read() says, and never 0 where there is one.  `found` is
 * where query_look() has found something in the window, all zeros if nobody
 * looked.  Not for a regular expression. */
void query_count_each(const struct query *q, struct arena *scratch,
    struct str window, struct places found, const struct span *pieces,
    size_t n, uint32_t *counts);

/* Whether the number of hits of a part that may have some is only known when it
 * is read as an article. */
bool query_must_read(const struct query *q, struct str raw, uint32_t raw_off,
    uint32_t marker);

bool query_is_of_source(const struct query *q, const struct article *t);

/* What of the text of an article is searched: up to two ranges, in order. */
size_t query_ranges(const struct article *t, struct span out[2]);

/* Hits of several needles as one list: in order, none overlapping.  Returns how
 * many are left. */
size_t query_unite(struct span *hits, size_t n);

#endif
