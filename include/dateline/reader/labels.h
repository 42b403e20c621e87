#ifndef DATELINE_READER_LABELS_H
#define DATELINE_READER_LABELS_H

#include "dateline/archive/archive.h"

/* What the list of dates calls a report: its title, or the start of its lead.
 * The last few hundred are kept; any other is read from its file. */
struct labels;

struct label {
	uint32_t id; /* of the record */
	bool known;
	bool lead;	/* it has no title */
	uint8_t len;
	char text[119]; /* well-formed; may hold controls */
};

struct labels *labels_new(struct archive *archive);
void labels_free(struct labels *l); /* NULL is fine */

/* Borrowed until another label is asked for. */
const struct label *labels_get(struct labels *l, uint32_t id);

#endif
