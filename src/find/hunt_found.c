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
	h->fresh_n = 0;
}

void
hunt_put_in_order(struct hunt *h)
{
	if (h->fresh_n > 0 && add_to_old(h, &h->fresh[0]))
		memmove(h->fresh, h->fresh + 1,
		    --h->fresh_n * sizeof(*h->fresh));
	if (h->fresh_n == 0)
		return;
	if (!is_in_order(h))
		qsort_r(h->fresh, h->fresh_n, sizeof(*h->fresh), compare,
		    h->archive);
	merge(h);
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
	uint64_t hits = 0;

	for (uint32_t i = 0; i < place && i < h->found_n; i++)
		hits += h->found[i].hits;
	return hits;
}
