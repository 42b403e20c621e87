#ifndef DATELINE_REPORT_ARTICLE_H
#define DATELINE_REPORT_ARTICLE_H

#include "dateline/archive/archive.h"
#include "dateline/report/quote.h"

/* One report made readable: text, and blocks and quotes pointing into it. */
struct article {
	struct plain text;
	struct head head;
	struct block *blocks;
	size_t block_n;
	struct quote *quotes;
	size_t quote_n;
};

/* A record longer than this opens in parts of this size. */
#define ARTICLE_PART (1024 * 1024)

/* How much of an article is wanted. */
enum article_depth {
	ARTICLE_TEXT,	/* text, head and blocks: no quotes */
	ARTICLE_QUOTES, /* all of it */
};

/* Reads the bytes of a record, which begin `raw_off` bytes into it; `marker` is
 * the record's `head`.  All of it lives in `a` and borrows `raw`.
 *
 * A later part of a long record (`raw_off` > 0) has no head and is all body.
 * PLAIN_ORIGINAL gives the same blocks and quotes over the letters of the file,
 * without style runs. */
struct article article_read(struct arena *a, struct str raw, uint32_t raw_off,
    uint32_t marker, enum plain_form form);

/* The same as far as `depth`: finding quotes is most of the work. */
struct article article_read_to(struct arena *a, struct str raw,
    uint32_t raw_off, uint32_t marker, enum plain_form form,
    enum article_depth depth);

/* What a person or an action may choose. */
struct article_how {
	enum plain_form form;
	enum article_depth depth;
	bool no_plain_headings;	       /* R9 is off */
	const struct repeats *repeats; /* R11b; NULL: none known */
	const char *path; /* of the file; asked for with `repeats` only */
};

/* The same by choice. */
struct article article_read_as(struct arena *a, struct str raw,
    uint32_t raw_off, uint32_t marker, const struct article_how *how);

/* The block that holds `at`, or the last one before it; 0 when there is none.
 */
size_t article_block(const struct article *t, uint32_t at);

#endif
