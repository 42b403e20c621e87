#ifndef DATELINE_REPORT_BLOCK_H
#define DATELINE_REPORT_BLOCK_H

#include "dateline/base/arena.h"
#include "dateline/report/head.h"
#include "dateline/report/repeats.h"
#include "dateline/text/plain.h"

/* Blocks are what empty lines leave apart (R8–R11a); lines of blanks are empty.
 */
enum block_kind {
	BLOCK_TEXT,
	BLOCK_HEADING,
	BLOCK_POST,  /* somebody's post: text — NAME (@handle) */
	BLOCK_PROMO, /* repeated in the record, or in many: folded to one dim
		      * line */
};

/* What the line ends inside a block are for (R12–R14). */
enum block_lines {
	LINES_KEPT,  /* a line is a line: verse, an address; or it has but one */
	LINES_FLOW,  /* wrapped by who wrote it: they count as blanks */
	LINES_LIST,  /* items, each of which flows */
	LINES_TABLE, /* columns: never wrapped */
};

struct block {
	struct span at; /* plain; without the line end */
	enum block_kind kind;
	enum block_lines lines;
	const char *rule;   /* "R8", "R9", "R10", "R11a", "R11b"; "" for text */
	struct span said;   /* of a post: what was posted … */
	struct span author; /* … and by whom */
	uint32_t twins;	    /* of a promo: how often it occurs, itself too; by
			     * R11b, in how many reports */
	bool is_boilerplate; /* a promo by R11b */
};

/* Cuts the body, from head->body on, into blocks in order of place; returns how
 * many.  `*blocks` lives in `a`, and is NULL when there are none.  A wrapped
 * paragraph is one block with line ends in it; where its first line is set in,
 * no empty line is needed before it. */
size_t block_read(struct arena *a, const struct plain *text,
    const struct head *head, struct block **blocks);

/* R9 is a guess; who does not want it has such headings as text. */
void block_drop_plain_headings(struct block *blocks, size_t n);

/* Makes boilerplate of the blocks that `source` repeats (R11b), headings aside.
 */
void block_mark_repeats(struct block *blocks, size_t n, struct str text,
    const struct repeats *repeats, uint64_t source);

/* The range of a block as it is shown: where lines are kept, the first one has
 * the blanks it is set in by, as the others have theirs. */
struct span block_shown(struct str text, const struct block *b);

/* What is laid out by itself: the next item of a list, any other block as a
 * whole.  `*at` is 0 to begin with; false when there is no more. */
bool block_piece(
    struct str text, const struct block *b, size_t *at, struct span *piece);

/* 'p', 'h', 't', 'b'. */
char block_letter(enum block_kind kind);

#endif
