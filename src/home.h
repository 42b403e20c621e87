#ifndef DATELINE_HOME_H
#define DATELINE_HOME_H

#include "dateline/find/corrections.h"

/* Where a person's corrections are: $XDG_DATA_HOME/dateline/corrections, or
 * under ~/.local/share; in `a`, with a NUL.  NULL where there is no home. */
const char *home_corrections(struct arena *a);

/* The corrections that stand there.  NULL, with a sentence, when they cannot be
 * read. */
struct corrections *home_load_corrections(struct err *e);

#endif
