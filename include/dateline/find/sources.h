#ifndef DATELINE_FIND_SOURCES_H
#define DATELINE_FIND_SOURCES_H

#include "dateline/archive/archive.h"

/* Which source each report names: "Twitter" of "TITLE | Twitter" (R6).  Found out
 * a step at a time, in order of arrival; 4 bytes a report, and each name once.
 * Names with the same fold are one, written as it was met first.
 *
 * A report belongs to a group.  Groups are numbered from 0:
 *
 *	0 …		one for each name, in order of their folds
 *	count - 2	reports that name no source
 *	count - 1	reports that were not looked at yet
 *
 * What was found is told in batches that grow with it, so that whoever keeps
 * reports in order of their groups does so again a few dozen times, however many
 * there are.  Numbers shift when names come in, which never changes the order of
 * two groups. */
struct sources;

/* `archive` must outlive them. */
struct sources *sources_new(struct archive *archive);
void sources_free(struct sources *s); /* NULL is fine */

/* Looks at the beginning of some reports, about `bytes` of them, but comes back
 * after some 4 ms.  True while there are more to look at among those indexed
 * now; when there are not, all is told. */
bool sources_step(struct sources *s, size_t bytes);

/* Changes whenever a report has another group than before. */
uint32_t sources_version(const struct sources *s);

uint32_t sources_group_count(const struct sources *s);
uint32_t sources_group(const struct sources *s, uint32_t id);
/* The name of a group; empty for the last two.  Cut at SOURCES_NAME bytes, on one
 * line; it may hold controls.  Lives as long as `s`. */
#define SOURCES_NAME 200
struct str sources_name(const struct sources *s, uint32_t group);

/* How much of what is indexed was looked at: 0 to 100. */
int sources_percent(const struct sources *s);

#endif
