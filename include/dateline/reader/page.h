#ifndef DATELINE_READER_PAGE_H
#define DATELINE_READER_PAGE_H

#include "dateline/report/article.h"

/* An article in rows, for one width and one set of options. */
enum row_kind {
	ROW_BLANK,
	ROW_TITLE,
	ROW_SOURCE,
	ROW_HEADING,
	ROW_TEXT,
	ROW_TABLE, /* a line that is never wrapped: it scrolls sideways */
	ROW_POST,
	ROW_PROMO, /* unfolded */
	ROW_FOLD,  /* one row for a run of folded promotions */
};

struct row {
	struct span at; /* plain; of a fold: all its blocks */
	uint32_t block; /* the block it shows; of a fold: the first */
	uint8_t kind;	/* enum row_kind */
	uint8_t indent; /* columns left free: an item of a list goes on */
};

struct page {
	struct row *rows;
	size_t n;
	int cols;
};

/* Who opened a promotion: a search closes again what it opened. */
enum folding { FOLDED, OPENED_BY_HAND, OPENED_BY_SEARCH };

/* Lays out the whole article in `cols` columns.  `folding[block]`, of enum
 * folding, says which promotions are open; `margin`: a blank row comes first.  Rows live in `a`. */
struct page page_make(struct arena *a, const struct article *t,
    const uint8_t *folding, int cols, bool margin);

/* The row that shows `at`, or the last one before it. */
size_t page_row(const struct page *p, uint32_t at);

/* Where a row begins in the text; a blank row, where the next one does. */
uint32_t page_offset(const struct page *p, size_t row);

/* How many promotions a ROW_FOLD holds, and how often they occur. */
size_t page_fold_size(
    const struct article *t, const struct row *fold, uint32_t *times);

#endif
