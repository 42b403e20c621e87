#ifndef DATELINE_STATE_H
#define DATELINE_STATE_H

#include "cli.h"
#include "dateline/reader/reader.h"

/* What was seen of an archive, from one visit to the next: a file of its own for
 * each set of paths, $XDG_STATE_HOME/dateline/HASH or under ~/.local/state, whose
 * text reader/visit.h describes.  --state names another file; a script has none
 * but by that, and where there is no home, nothing is kept. */
struct state;

/* Reads it.  Never NULL; what cannot be read is a sentence in `e`, and then
 * nothing is written either. */
struct state *state_new(const struct options *o, struct err *e);
void state_free(struct state *s); /* NULL is fine */

/* Tells a reader, which borrows it until state_take(); `seek` as for
 * reader_set_visit(). */
void state_give(const struct state *s, struct reader *r, bool seek);

/* Keeps what the reader has seen, beside what other readers have kept meanwhile,
 * for the next reader and in the file.  False, with a sentence, when it cannot be
 * written. */
bool state_take(struct state *s, struct reader *r, struct err *e);

#endif
