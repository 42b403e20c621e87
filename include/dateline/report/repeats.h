#ifndef DATELINE_REPORT_REPEATS_H
#define DATELINE_REPORT_REPEATS_H

#include "dateline/base/span.h"

/* Which blocks a source repeats from report to report (R11b): a set of hashes
 * that never changes once it is made.  find/repeats.h makes it. */
struct repeats {
	const uint64_t *keys;  /* ascending */
	const uint32_t *times; /* in how many of the reports looked at */
	size_t n;
	uint64_t lengths[4]; /* a bit for each length in bytes, modulo 256 */
};

/* What stands for a source in the set: its name, or where a report names none,
 * the folder of its file. */
uint64_t repeats_source(struct str name, const char *path);

/* What stands for a block of that source. */
uint64_t repeats_key(uint64_t source, struct str block);

/* Enters the length that is in a key. */
void repeats_note_length(struct repeats *r, uint64_t key);

/* In how many reports the block of that source stands; 0 if it is no boilerplate.
 */
uint32_t repeats_times(
    const struct repeats *r, uint64_t source, struct str block);

#endif
