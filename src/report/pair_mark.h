#ifndef DATELINE_REPORT_PAIR_MARK_H
#define DATELINE_REPORT_PAIR_MARK_H

#include "dateline/base/arena.h"
#include "dateline/text/utf8.h"

/* Quotation marks and what may be one, before they are paired. */

enum mark_kind { MARK_DOUBLE, MARK_SINGLE, MARK_GUILLEMET, MARK_CORNER };

/* The way the character points; straight marks do not. */
enum mark_side { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT };

struct mark {
	uint32_t off;
	uint8_t len;
	uint8_t kind;
	uint8_t side;
	uint32_t before; /* the characters beside it; ' ' at the borders */
	uint32_t after;
	uint32_t doubles; /* double marks before it in the paragraph */
	uint32_t closer;  /* of the next single mark that can close; 0: none */
	bool owner;	  /* may be the end of a plural: the lawmakers’ */
};

struct marks {
	struct mark *at;
	size_t n;
	size_t cap;
	struct str text;
	struct span para;
};

/* What mark begins at `at`; its `len` is 0 when none does. */
struct mark mark_at(struct str s, size_t at, size_t end);

/* Whether a mark may begin with this byte. */
bool mark_may_begin(char c);

/* Whether a character belongs to a word. */
bool mark_word(uint32_t cp);

/* The marks of a paragraph, in order of place. */
struct marks mark_list(struct arena *a, struct str text, struct span para);

#endif
