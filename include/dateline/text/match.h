#ifndef DATELINE_TEXT_MATCH_H
#define DATELINE_TEXT_MATCH_H

#include "dateline/base/arena.h"
#include "dateline/text/filter.h"

/* One compiled needle, for raw bytes of a file and for the open text alike.
 *
 * Words are found as a reader would find them: folded (text/fold.h), with any
 * run of white space in the needle matching any run in the text, across line
 * ends but never across an empty line.  White space at the ends of the needle
 * says nothing.
 *
 * What the reader took the trouble to type is meant.  A capital in the needle
 * finds only a capital, an accent (or a stroke, as in ø) only a letter with
 * that accent; all else is found in either case and with any accents:
 *
 *	xi        Xi, taxi, 𝗫𝗶            kristof   Kristof, Kristóf
 *	Xi        Xi, 𝗫𝗶, XI              kristóf   Kristóf, KRISTÓF
 *
 * A needle can ask for seven different accents (an exact one for six); more are
 * not asked for.
 *
 * Text may be any bytes; each ill-formed part is one U+FFFD (text/utf8.h).
 * Hits are whole characters with what belongs to them: the marks, joiners and
 * hidden characters that follow, and the letter before a mark that was looked
 * for.  They come in order and do not overlap.
 *
 * The time grows with the text alone, whatever is in it; but where a needle
 * asks for capitals or accents, each place that would match without them costs
 * up to the length of the needle. */
struct match;

/* NULL when nothing of the needle is left to look for.  Lives in `a`; `needle`
 * need not. */
struct match *match_new(struct arena *a, struct str needle);

/* The same, but every letter is meant: in this case and with these accents, no
 * fewer and no more (but for U+0332, which the plain text takes away).  Dress,
 * kinds of marks and dashes and white space still make no difference.
 *
 *	xi	taxi, 𝘅𝗶		not Xi
 *	resume	resume			not résumé
 */
struct match *match_new_exact(struct arena *a, struct str needle);

/* Whether every text with a hit of `m` has one of `wider`, too, as far as can be
 * told from the needles: "kre" is wider than "kremlin". */
bool match_is_within(const struct match *m, const struct match *wider);

/* Every hit in `text` (under 4 GB), as spans of it; returns how many.  `*hits`
 * lives in `a` and is NULL when there are none. */
size_t match_all(const struct match *m, struct arena *a, struct str text,
    struct span **hits);

/* Whether there is a hit at all: no further than the first. */
bool match_any(
    const struct match *m, struct arena *scratch, struct str text);

/* Only how many; `scratch` may be reset afterwards. */
size_t match_count(
    const struct match *m, struct arena *scratch, struct str text);

/* How many in each of `n` pieces of a text, such as records in a window of a
 * file: `counts[i]` is what match_count() says of piece i alone, at the cost of
 * one look at all.  Pieces are in order, do not overlap, and begin and end
 * between characters.  `found` is where match_look() has found something in the
 * text, all zeros if nobody looked. */
void match_count_each(const struct match *m, struct arena *scratch,
    struct str text, struct places found, const struct span *pieces, size_t n,
    uint32_t *counts);

/* What looks for places that a hit may be around; lives as long as `m`. */
struct quest match_look(const struct match *m);

#endif
