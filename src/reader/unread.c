/* Two sets of bits.  In what order the reports stand is another's affair, so
 * nothing here moves while an archive is indexed. */
#include "dateline/reader/unread.h"

#include <stdlib.h>

enum { CHUNK = 256 }; /* ids looked at together */

void
unread_free(struct unread *u)
{
	free(u->is);
	free(u->said);
	*u = (struct unread){ .n = 0 };
}

static bool
bit_get(const struct unread *u, const uint8_t *bits, uint32_t id)
{
	return id / 8 < u->size && (bits[id / 8] >> id % 8 & 1);
}

static void
bit_set(uint8_t *bits, uint32_t id, bool on)
{
	uint8_t bit = (uint8_t)(1u << id % 8);

	bits[id / 8] = (uint8_t)(on ? bits[id / 8] | bit : bits[id / 8] & ~bit);
}

static void
make_room(struct unread *u, uint32_t id)
{
	size_t size = u->size ? u->size : 64;

	while (size <= id / 8)
		size *= 2;
	if (size == u->size)
		return;
	u->is = xrealloc(u->is, size, 1);
	u->said = xrealloc(u->said, size, 1);
	memset(u->is + u->size, 0, size - u->size);
	memset(u->said + u->size, 0, size - u->size);
	u->size = size;
}

bool
unread_has(const struct unread *u, uint32_t id)
{
	return bit_get(u, u->is, id);
}

bool
unread_was_said(const struct unread *u, uint32_t id)
{
	return bit_get(u, u->said, id);
}

static void
put(struct unread *u, uint32_t id, bool is)
{
	if (unread_has(u, id) != is)
		u->n += is ? 1 : (uint32_t)-1;
	bit_set(u->is, id, is);
}

void
unread_say(struct unread *u, uint32_t id, bool is)
{
	make_room(u, id);
	put(u, id, is);
	bit_set(u->said, id, true);
}

void
unread_find(struct unread *u, uint32_t id)
{
	make_room(u, id);
	if (!unread_was_said(u, id))
		put(u, id, true);
}

uint32_t
unread_count(const struct unread *u, struct order *o, uint32_t first,
    uint32_t after)
{
	uint32_t ids[CHUNK], count = 0;

	while (u->n > 0 && first < after) {
		uint32_t n = order_ids(o, first,
		    after - first < CHUNK ? after - first : CHUNK, ids);

		if (n == 0)
			break;
		for (uint32_t i = 0; i < n; i++)
			count += unread_has(u, ids[i]);
		first += n;
	}
	return count;
}

uint32_t
unread_after(const struct unread *u, struct order *o, uint32_t place)
{
	uint32_t ids[CHUNK], from = place + 1, n;

	while (u->n > 0 && (n = order_ids(o, from, CHUNK, ids)) > 0) {
		for (uint32_t i = 0; i < n; i++)
			if (unread_has(u, ids[i]))
				return from + i;
		from += n;
	}
	return order_count(o);
}

uint32_t
unread_before(const struct unread *u, struct order *o, uint32_t place)
{
	uint32_t ids[CHUNK];

	while (u->n > 0 && place > 0) {
		uint32_t n = place < CHUNK ? place : CHUNK;

		place -= n;
		for (uint32_t i = order_ids(o, place, n, ids); i-- > 0;)
			if (unread_has(u, ids[i]))
				return place + i;
	}
	return order_count(o);
}
