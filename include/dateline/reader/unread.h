#ifndef DATELINE_READER_UNREAD_H
#define DATELINE_READER_UNREAD_H

#include "dateline/reader/order.h"

/* Which reports are unread, and which of them the person has said something
 * about since the archive was opened: by reading them, or by a key.  What the
 * person said stands against what is found out later.
 *
 * Two bits a report by its id, once there is something to remember.  Begin with
 * `struct unread u = { 0 }`: nothing is unread. */
struct unread {
	uint8_t *is;
	uint8_t *said;
	size_t size; /* bytes of each */
	uint32_t n;  /* how many are unread */
};

void unread_free(struct unread *u);

bool unread_has(const struct unread *u, uint32_t id);
bool unread_was_said(const struct unread *u, uint32_t id);

/* The person says so. */
void unread_say(struct unread *u, uint32_t id, bool is);
/* It is new; the person's word goes before. */
void unread_find(struct unread *u, uint32_t id);

/* How many places of an order in [first, after) are unread.  Goes over them all:
 * some milliseconds for a million. */
uint32_t unread_count(const struct unread *u, struct order *o,
    uint32_t first, uint32_t after);
/* The nearest unread place behind `place`, or before it; order_count() when
 * there is none. */
uint32_t unread_after(
    const struct unread *u, struct order *o, uint32_t place);
uint32_t unread_before(
    const struct unread *u, struct order *o, uint32_t place);

#endif
