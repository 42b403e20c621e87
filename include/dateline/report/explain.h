#ifndef DATELINE_REPORT_EXPLAIN_H
#define DATELINE_REPORT_EXPLAIN_H

#include "dateline/base/buf.h"
#include "dateline/report/article.h"

/* Says what was understood of one record and by which rule, one fact a line:
 *
 *	record 0+812 of north.txt
 *	date 2023-03-20 by marker (R1)
 *	title “The river rises” by R6.1
 *	source “Harbour Desk”
 *	dateline “PORT ELLEN” by R7
 *	lead “The river rose …” 71..140
 *	h R9 142..158 “What comes next”
 *	quote 201..219 speech Q10 group 0 “We will stay,”
 *		speaker “Ann Lee” named, mention “Lee”, cue “said”
 *	warning invalid UTF-8: 1, first at byte 230
 *
 * A line that begins with a tab belongs to the one above it.  Ranges are raw
 * bytes of the record, from..to; a line that names none has a fact of the whole
 * record.  Long texts end in "…".  It is for people and for tests: its words
 * may change, and programs want --json.  All text has passed the gate. */
void explain_record(struct buf *out, const struct article *t,
    const struct record *r, const char *path);

#endif
