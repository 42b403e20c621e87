#ifndef DATELINE_REPORT_ABBREVIATION_H
#define DATELINE_REPORT_ABBREVIATION_H

#include "dateline/base/span.h"

/* Whether the full stop at the end of `s` belongs to a shortened word: "Inc.",
 * "U.S.", "J.". */
bool ends_abbreviation(struct str s);

#endif
