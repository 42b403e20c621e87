#ifndef DATELINE_REPORT_EXPLAIN_LINE_H
#define DATELINE_REPORT_EXPLAIN_LINE_H

#include "dateline/base/buf.h"

/* `s` on one line, gated. */
void explain_line(struct buf *out, struct str s);

#endif
