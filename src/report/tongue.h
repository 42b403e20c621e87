#ifndef DATELINE_REPORT_TONGUE_H
#define DATELINE_REPORT_TONGUE_H

#include "token.h"

/* The language of a block that has quotes and no word of saying, whose tokens, read
 * in `lang`, begin at `first`. */
enum language tongue_of(
    const struct tokens *t, uint32_t first, enum language lang);

#endif
