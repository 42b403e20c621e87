#ifndef DATELINE_TEXT_PLAIN_SCAN_H
#define DATELINE_TEXT_PLAIN_SCAN_H

#include "dateline/text/utf8.h"

/* The offset at or after `at` of the first thing plain_make() must look at:
 * what is ill-formed, a line end but '\n', a control, and any character that
 * may be hidden or dressed; `raw.len` when there is none.  It may stop too
 * early, never too late. */
size_t plain_skip(struct str raw, size_t at);

#endif
