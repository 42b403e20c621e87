#ifndef DATELINE_SRC_SOURCE_ORIGIN_H
#define DATELINE_SRC_SOURCE_ORIGIN_H

/* Which byte of a text in another encoding became which byte of UTF-8. */

#include "dateline/archive/source.h"

struct origin;

/* Bytes of UTF-8 after which a point is due. */
enum { ORIGIN_STEP = 4096 };

struct origin *origin_new(void);
void origin_free(struct origin *o); /* NULL is fine */

/* Keeps the bytes of a pipe before they are decoded, in the file `fd`, which is
 * given away. */
void origin_spool(struct origin *o, int fd);
bool origin_keep(struct origin *o, struct str bytes, struct err *e);

/* What was decoded so far: `utf8` bytes out of the first `raw` ones. */
void origin_note(struct origin *o, uint64_t utf8, uint64_t raw, bool at_line);
bool origin_is_due(const struct origin *o, uint64_t utf8);

/* Gives back what can be had again. */
void origin_rest(struct origin *o);

#endif
