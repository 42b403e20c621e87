#ifndef DATELINE_FIND_SAID_PARTS_H
#define DATELINE_FIND_SAID_PARTS_H

#include "dateline/find/said.h"

/* What the files of the pass share. */
struct said {
	struct archive *archive;
	struct said_how how;
	struct asked *asked;
	struct arena *in;   /* names, and what is asked */
	struct arena *scan; /* one report */

	uint8_t *done; /* a bit for each id that was looked at */
	uint32_t done_room;
	uint32_t done_n;
	uint32_t known; /* records when `place` was last 0 */
	uint32_t place; /* all before it are done */
	uint32_t part;	/* raw offset in a long record */
	uint32_t unread;

	struct said_row *rows;
	size_t row_n, row_cap;
	size_t sorted; /* rows that are in order */

	struct said_speaker *speakers;
	size_t speaker_n, speaker_cap;
	uint32_t *slots; /* newest speaker + 1 for a hash */
	uint32_t slot_n; /* a power of two */

	uint32_t *order;
	size_t order_n, order_cap;
	enum said_order order_by;
	uint32_t *moved; /* speakers to be sorted in … */
	size_t moved_n, moved_cap;
	bool *is_moved; /* … and for each whether it is one */
};

/* said_names.c: the number of the speaker of that name, a new one if need be.
 * Its place in the order is out of date from now on. */
uint32_t said_intern(struct said *s, struct str name);
/* Another name the speaker goes by. */
void said_add_name(struct said *s, uint32_t who, struct str name);

/* said_rows.c: puts new rows, which are in order of arrival, into place. */
void said_sort_rows(struct said *s);

#endif
