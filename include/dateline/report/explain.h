#ifndef DATELINE_REPORT_EXPLAIN_H
#define DATELINE_REPORT_EXPLAIN_H

#include "dateline/base/buf.h"
#include "dateline/report/article.h"

/* Says what was understood of one record and by which rule, one fact a line:
 *
 *	record 0+812 of north.txt
 *	date 2023-03-20 6..16 by marker (R1)
 *	title 17..32 “The river rises” by R6.1
 *	source 35..47 “Harbour Desk” by R6.1
 *	dateline 49..59 “PORT ELLEN” by R7
 *	lead 64..140 “The river rose …” by R7
 *	h R9 142..158 “What comes next”
 *	quote 201..219 speech Q10 group 0 “We will stay,”
 *		speaker “Ann Lee” named, mention “Lee”, cue “said”
 *	warning invalid UTF-8 (R0): 1, first at byte 230
 *
 * A line that begins with a tab belongs to the one above it.  Ranges are bytes
 * of the record as it lies in its file, from..to; a line that names none has a fact of the whole
 * record.  Long texts end in "…".  It is for people and for tests: its words
 * may change, and programs want --json.  All text has passed the gate. */
void explain_record(struct buf *out, const struct article *t,
    struct archive *archive, uint32_t id);

/* Says how a file was split, and lists the bytes of it that are in no record:
 *
 *	file north.txt, 2290 bytes
 *		reports 3: 2 exact, 1 joined
 *		in no report 0..3: byte order mark
 *
 * `ids` are all of its records in order of place.  With what explain_record()
 * says of these, every byte of the file is named once. */
void explain_file(struct buf *out, struct archive *a, uint32_t source,
    const uint32_t *ids, size_t n);

#endif
