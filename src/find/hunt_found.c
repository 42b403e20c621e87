/* What was found, in order of date.  A step's reports are put in order by
 * themselves and merged in from the back, as archive_order.c does it: where
 * files are written day after day that is adding them at the end. */
#include "hunt_parts.h"

#include <stdlib.h>

static void
grow(struct found **list, uint32_t n, size_t *cap)
{
	if (n <= *cap)
		return;
	*cap = n + n / 2 + 64;
	*list = xrealloc(*list, *cap, sizeof(**list));
}

/* Another part of a report counts with the one before it. */
void
hunt_add(struct hunt *h, uint32_t id, uint32_t hits)
{
	if (hits == 0)
		return;
	h->hits += hits;
	if (h->fresh_n > 0 && h->fresh[h->fresh_n - 1].id == id) {
		h->fresh[h->fresh_n - 1].hits += hits;
		return;
	}
	grow(&h->fresh, h->fresh_n + 1, &h->fresh_cap);
	h->fresh[h->fresh_n++] = (struct found){ id, hits };
}

static int
compare(const void *x, const void *y, void *archive)
{
	const struct found *a = x, *b = y;

	return archive_compare(archive, a->id, b->id);
}

static bool
is_in_order(const struct hunt *h)
{
	for (uint32_t i = 1; i < h->fresh_n; i++)
		if (compare(&h->fresh[i - 1], &h->fresh[i], h->archive) > 0)
			return false;
	return true;
}

/* Sums before a block that has changed are no longer right. */
static void
forget_sums(struct hunt *h, uint32_t changed)
{
	uint32_t right = changed / HUNT_BLOCK + 1;

	if (h->sum_n > right)
		h->sum_n = right;
}

static uint64_t
hits_in(const struct hunt *h, uint32_t from, uint32_t to)
{
	uint64_t hits = 0;

	for (; from < to; from++)
		hits += h->found[from].hits;
	return hits;
}

static void
add_up(struct hunt *h)
{
	uint32_t n = h->found_n / HUNT_BLOCK + 1;

	if (n > h->sum_cap) {
		h->sum_cap = n + n / 2;
		h->sums = xrealloc(h->sums, h->sum_cap, sizeof(*h->sums));
	}
	for (; h->sum_n < n; h->sum_n++)
		h->sums[h->sum_n] = h->sum_n == 0 ? 0
		    : h->sums[h->sum_n - 1] +
			hits_in(h, (h->sum_n - 1) * HUNT_BLOCK,
			    h->sum_n * HUNT_BLOCK);
}

/* How many of the first `n` are before record `id`. */
static uint32_t
places_before(const struct hunt *h, uint32_t n, uint32_t id)
{
	uint32_t low = 0, high = n;

	if (n > 0 &&
	    archive_compare(h->archive, h->found[n - 1].id, id) < 0)
		return n;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (archive_compare(h->archive, h->found[mid].id, id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* A report that is there already, with hits in an earlier part. */
static bool
add_to_old(struct hunt *h, const struct found *f)
{
	uint32_t at = places_before(h, h->found_n, f->id);

	if (at == h->found_n || h->found[at].id != f->id)
		return false;
	h->found[at].hits += f->hits;
	forget_sums(h, at);
	return true;
}

static void
merge(struct hunt *h)
{
	uint32_t old = h->found_n, n = h->fresh_n;

	grow(&h->found, old + n, &h->found_cap);
	h->found_n += n;
	for (; n > 0; n--) {
		uint32_t at = places_before(h, old, h->fresh[n - 1].id);

		memmove(h->found + at + n, h->found + at,
		    (old - at) * sizeof(*h->found));
		h->found[at + n - 1] = h->fresh[n - 1];
		old = at;
	}
	forget_sums(h, old);
	h->fresh_n = 0;
}

void
hunt_put_in_order(struct hunt *h)
{
	if (h->fresh_n > 0 && add_to_old(h, &h->fresh[0]))
		memmove(h->fresh, h->fresh + 1,
		    --h->fresh_n * sizeof(*h->fresh));
	if (h->fresh_n > 0 && !is_in_order(h))
		qsort_r(h->fresh, h->fresh_n, sizeof(*h->fresh), compare,
		    h->archive);
	if (h->fresh_n > 0)
		merge(h);
	add_up(h);
}

uint32_t
hunt_count(const struct hunt *h)
{
	return h->found_n;
}

uint64_t
hunt_hits(const struct hunt *h)
{
	return h->hits;
}

struct found
hunt_at(const struct hunt *h, uint32_t place)
{
	return h->found[place];
}

uint32_t
hunt_place(const struct hunt *h, uint32_t id)
{
	return places_before(h, h->found_n, id);
}

uint64_t
hunt_hits_before(const struct hunt *h, uint32_t place)
{
	uint32_t block = place / HUNT_BLOCK;

	if (place >= h->found_n)
		return h->hits;
	return h->sums[block] + hits_in(h, block * HUNT_BLOCK, place);
}
