#ifndef DATELINE_TEXT_MATCH_NEEDLE_H
#define DATELINE_TEXT_MATCH_NEEDLE_H

#include "dateline/text/fold.h"
#include "dateline/text/match.h"
#include "match_scan.h"

/* What a needle is once it is compiled: shared by the making of it
 * (match_needle.c) and the search for it (match.c). */

enum {
	CAPITAL = 1, /* the lowest bit of a need; the others are accents */
	ACCENTS = 7,
	OTHER_ACCENT = 0x80, /* the last of them, in an exact needle */
};

struct match {
	struct str needle; /* folded, one space for a run of white space */
	uint32_t *border;  /* how much of its end each of its beginnings has
			    * as its own beginning: 0 <= border[n] < n */
	uint8_t *need;	   /* what its letters ask for, at their first bytes;
			    * NULL for nothing */
	bool exact;	   /* … and nothing but that */
	uint32_t accent[ACCENTS];
	size_t accent_n;
	size_t ring; /* a power of two with room for a hit and a character */
	struct scan scan;
};

/* One character as the automaton sees it. */
struct letters {
	size_t n; /* bytes of its fold; 0 for an accent or what is ignored */
	char fold[FOLD_MAX];
	uint8_t has[FOLD_MAX]; /* CAPITAL and accents, as in `need` */
	size_t last;	       /* the first byte of its last letter */
	uint8_t accent;	       /* when n is 0: for the letter before it */
};

/* Takes `cp` apart; the only accents seen are those that `m` asks for. */
void needle_take_apart(
    const struct match *m, uint32_t cp, struct letters *out);

#endif
