#ifndef DATELINE_FIND_REPEATS_H
#define DATELINE_FIND_REPEATS_H

#include "dateline/archive/archive.h"
#include "dateline/report/repeats.h"

/* Which blocks repeat over a source's reports (R11b): in three reports at
 * least, and in one of a hundred of its source.  The same report in three files
 * repeats nothing.
 *
 * Not every report is looked at: of more than REPEATS_SAMPLE an even sample is,
 * and of each its first REPEATS_BYTES.  So the pass takes the same time and
 * memory for any archive. */
#define REPEATS_SAMPLE 4096
#define REPEATS_BYTES (64 * 1024)

struct repeats_scan;

/* Of what `archive` holds now; begin when it is indexed.  It must outlive the
 * scan. */
struct repeats_scan *repeats_scan_new(struct archive *archive);
void repeats_scan_free(struct repeats_scan *s); /* NULL is fine */

/* Looks at some reports, about `bytes`; false when all have been. */
bool repeats_scan_step(struct repeats_scan *s, size_t bytes);

/* What was found once all have been looked at; it lives as long as the scan.
 * NULL before. */
const struct repeats *repeats_scan_result(const struct repeats_scan *s);

#endif
