#ifndef DATELINE_REPORT_BLOCK_H
#define DATELINE_REPORT_BLOCK_H

#include "dateline/base/arena.h"
#include "dateline/report/head.h"
#include "dateline/text/plain.h"

/* Blocks are what empty lines leave apart (R8–R11a); lines of blanks are empty.
 */
enum block_kind {
	BLOCK_TEXT,
	BLOCK_HEADING,
	BLOCK_POST,  /* somebody's post: text — NAME (@handle) */
	BLOCK_PROMO, /* repeated in the record: folded to one dim line */
};

struct block {
	struct span at; /* plain; without the line end */
	enum block_kind kind;
	const char *rule;   /* "R8", "R9", "R10", "R11a"; "" for text */
	struct span said;   /* of a post: what was posted … */
	struct span author; /* … and by whom */
	uint32_t twins;	    /* of a promo: how often it occurs, itself too */
};

/* Cuts the body, from head->body on, into blocks in order of place; returns how
 * many.  `*blocks` lives in `a`, and is NULL when there are none.  A wrapped
 * paragraph is one block with line ends in it. */
size_t block_read(struct arena *a, const struct plain *text,
    const struct head *head, struct block **blocks);

/* 'p', 'h', 't', 'b'. */
char block_letter(enum block_kind kind);

#endif
