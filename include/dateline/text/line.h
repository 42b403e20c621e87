#ifndef DATELINE_TEXT_LINE_H
#define DATELINE_TEXT_LINE_H

#include "dateline/base/arena.h"

/* `s` on one line: line ends, tabs and runs of blanks are one blank, and none
 * stands at its start or end.  Lives in `a`. */
struct str line_of(struct arena *a, struct str s);

#endif
