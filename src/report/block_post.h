#ifndef DATELINE_REPORT_BLOCK_POST_H
#define DATELINE_REPORT_BLOCK_POST_H

#include "dateline/report/block.h"

/* Whether a block is somebody's post (R10): text — NAME (@handle).  Sets what
 * was said and its author. */
bool post_read(
    struct str text, struct span at, struct span *said, struct span *author);

#endif
