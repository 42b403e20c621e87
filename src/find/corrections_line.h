#ifndef DATELINE_FIND_CORRECTIONS_LINE_H
#define DATELINE_FIND_CORRECTIONS_LINE_H

#include "dateline/find/corrections.h"

/* One line of the file, understood. */
enum line_kind { LINE_OTHER, LINE_SAME, LINE_SPEAKER };

struct line {
	enum line_kind kind;
	struct str key;		/* of the name, or of the words */
	struct quote_mark mark; /* of LINE_SPEAKER */
	struct str name;
};

/* Everything lives in `a`, or borrows `text`. */
struct line line_parse(struct arena *a, struct str text);
struct str line_write(struct arena *a, const struct line *l);
/* Whether two lines speak of the same. */
bool line_eq(const struct line *a, const struct line *b);

struct corrections {
	struct arena *in;
	struct line *same; /* in order of key */
	size_t same_n, same_cap;
	struct quote_correction *quotes; /* in order of day */
	size_t quote_n, quote_cap;
	struct line *news; /* not yet written; one without a name takes back */
	size_t news_n, news_cap;
	uint32_t version;
};

#endif
