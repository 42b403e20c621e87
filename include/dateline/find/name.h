#ifndef DATELINE_FIND_NAME_H
#define DATELINE_FIND_NAME_H

#include "dateline/base/arena.h"

/* Names of speakers, from many reports.  Two are one speaker only if they fold
 * to the same key.  A surname that its report has no full name for is nobody's
 * in particular; it bears the mark NAME_UNCLEAR, and so is a name of its own:
 *
 *	Hillary Clinton     Bill Clinton     Clinton (unclear)			*/
#define NAME_UNCLEAR " (unclear)"

/* What equal names have in common: folded, with single blanks.  In `a`. */
struct str name_key(struct arena *a, struct str name);

/* The name without NAME_UNCLEAR; borrowed. */
struct str name_without_mark(struct str name);

/* Whether somebody who asks for `asked` means `name`: it is the name, or the
 * last name in it, with what comes before that in small letters or without,
 * and a Jr. or III behind it aside.
 *
 *	Anna van der Berg Jr.	Berg, van der Berg, der Berg
 *	Clinton (unclear)	Clinton					*/
bool name_fits(struct str name, struct str asked);

#endif
