#ifndef DATELINE_REPORT_HEAD_TITLE_H
#define DATELINE_REPORT_HEAD_TITLE_H

#include "dateline/report/head.h"

/* Is the first line a title, or does the text begin at once (R6)?  Sets title,
 * source and title_rule of `h`.  `next` is the paragraph after the line, empty
 * when there is none; `runs_on` says that the line is the first of a wrapped
 * paragraph. */
void title_read(struct head *h, struct str text, struct span line,
    struct span next, bool runs_on);

#endif
