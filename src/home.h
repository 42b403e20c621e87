#ifndef DATELINE_HOME_H
#define DATELINE_HOME_H

#include "dateline/find/corrections.h"

/* Where a person's corrections are: $XDG_DATA_HOME/dateline/corrections, or
 * under ~/.local/share; in `a`, with a NUL.  NULL where there is no home. */
const char *home_corrections(struct arena *a);

/* Where it is kept what was seen of the archive of that number:
 * $XDG_STATE_HOME/dateline/NUMBER, or under ~/.local/state; as above. */
const char *home_state(struct arena *a, uint64_t number);

/* Adds what was said since to the file there, or says why it cannot. */
bool home_save_corrections(struct corrections *c, struct err *e);

/* Writes a new file; ~/ is the home.  False, with a sentence, when it cannot, or
 * when there is one of that name. */
bool home_write(const char *path, struct str text, struct err *e);

/* The corrections that stand there.  NULL, with a sentence, when they cannot be
 * read. */
struct corrections *home_load_corrections(struct err *e);

#endif
