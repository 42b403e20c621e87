#ifndef DATELINE_SRC_SOURCE_PARTS_H
#define DATELINE_SRC_SOURCE_PARTS_H

/* What source and source_pipe share. */

#include "dateline/archive/source.h"

bool source_is_stdin(const struct source *s);
const char *source_name(const struct source *s); /* for a sentence */
/* Says what errno says; false. */
bool source_failed(const struct source *s, struct err *e);

void source_close_fd(int *fd); /* twice is fine */

/* From here on the bytes of `fd` arrive instead of lying there.  False, with a
 * sentence, when there is no place for them; the source is closed then. */
bool source_become_pipe(struct source *s, struct err *e);
/* Nothing more arrives. */
void source_close_pipe(struct source *s);
/* Has what arrives decoded from now on. */
bool source_begin_decoding(
    struct source *s, const char *encoding, struct err *e);

#endif
