#ifndef DATELINE_REPORT_BLOCK_HEADING_H
#define DATELINE_REPORT_BLOCK_HEADING_H

#include "dateline/report/block.h"

/* Whether a block is a heading because its letters are dressed in bold (R8).
 * `*run` is the first style run that may touch it; blocks are asked in order.
 */
bool heading_is_styled(const struct plain *text, struct span at, size_t *run);

/* Whether a block in plain letters is a heading because of its shape and of
 * the block after it (R9). */
bool heading_is_plain(struct str line, struct str next);

#endif
