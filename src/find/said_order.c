/* Speakers in an order.  A step changes few of many: those are taken out,
 * sorted, and merged into the rest, which stayed in order. */
#include <stdlib.h>

#include "said_parts.h"

static int
compare_str(struct str a, struct str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int d = n ? memcmp(a.ptr, b.ptr, n) : 0;

	return d ? d : (a.len > b.len) - (a.len < b.len);
}

/* Whether `a` comes before `b`; names differ, so never both. */
static bool
comes_first(const struct said *s, uint32_t a, uint32_t b)
{
	const struct said_speaker *x = &s->speakers[a], *y = &s->speakers[b];

	if (s->order_by == SAID_BY_LAST && x->last != y->last)
		return x->last > y->last;
	if (s->order_by != SAID_BY_NAME && x->quotes != y->quotes)
		return x->quotes > y->quotes;
	return compare_str(x->key, y->key) < 0;
}

/* Merges two runs that are in order. */
static void
merge_runs(const struct said *s, const uint32_t *from, size_t mid, size_t n,
    uint32_t *to)
{
	size_t i = 0, k = mid;

	for (size_t at = 0; at < n; at++) {
		if (k == n || (i < mid && !comes_first(s, from[k], from[i])))
			to[at] = from[i++];
		else
			to[at] = from[k++];
	}
}

static void
sort(const struct said *s, uint32_t *at, size_t n, uint32_t *room)
{
	for (size_t run = 1; run < n; run *= 2) {
		for (size_t i = 0; i < n; i += 2 * run) {
			size_t mid = run < n - i ? run : n - i;
			size_t end = 2 * run < n - i ? 2 * run : n - i;

			merge_runs(s, at + i, mid, end, room + i);
		}
		memcpy(at, room, n * sizeof(*at));
	}
}

/* How many of the first `n` come before `who`. */
static size_t
order_from(const struct said *s, size_t n, uint32_t who)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (comes_first(s, s->order[mid], who))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void
take_out_moved(struct said *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->order_n; i++)
		if (!s->is_moved[s->order[i]])
			s->order[n++] = s->order[i];
	s->order_n = n;
}

/* From the end, as in said_rows.c. */
static void
put_in_moved(struct said *s)
{
	size_t left = s->order_n, to = s->order_n + s->moved_n;

	s->order_n = to;
	while (s->moved_n > 0) {
		uint32_t who = s->moved[--s->moved_n];
		size_t from = order_from(s, left, who);

		to -= left - from;
		memmove(s->order + to, s->order + from,
		    (left - from) * sizeof(*s->order));
		left = from;
		s->order[--to] = who;
		s->is_moved[who] = false;
	}
}

/* Another order: all have moved. */
static void
begin_anew(struct said *s, enum said_order by)
{
	s->order_by = by;
	s->order_n = s->moved_n = 0;
	s->moved_cap = s->speaker_n + 64;
	s->moved = xrealloc(s->moved, s->moved_cap, sizeof(*s->moved));
	for (uint32_t i = 0; i < s->speaker_n; i++) {
		s->moved[s->moved_n++] = i;
		s->is_moved[i] = true;
	}
}

const uint32_t *
said_order(struct said *s, enum said_order by)
{
	uint32_t *room;

	if (by != s->order_by)
		begin_anew(s, by);
	if (s->moved_n == 0)
		return s->order;
	if (s->speaker_n > s->order_cap) {
		s->order_cap = s->speaker_n + s->speaker_n / 4;
		s->order = xrealloc(
		    s->order, s->order_cap, sizeof(*s->order));
	}
	take_out_moved(s);
	room = xrealloc(NULL, s->moved_n, sizeof(*room));
	sort(s, s->moved, s->moved_n, room);
	free(room);
	put_in_moved(s);
	return s->order;
}
