/* The order of records (R5): an array of ids.  New records are sorted by
 * themselves and merged in from the back, so that an archive that was written
 * in order of date, or the latest of it, costs nothing:
 *
 *	old  1 1 4 6 9 _ _ _      new  3 6 7
 *	         |   \  `----.
 *	     1 1 3 4 6 6 7 9
 */
#include "archive_parts.h"

#include <stdlib.h>

/* Undated ones come last. */
static uint32_t
date_key(date d)
{
	return d == DATE_NONE ? UINT32_MAX : (uint32_t)d ^ 0x80000000u;
}

static int
compare_records(const struct record *x, const struct record *y)
{
	uint32_t a = date_key(x->date), b = date_key(y->date);

	if (a != b)
		return a < b ? -1 : 1;
	if (x->source != y->source)
		return x->source < y->source ? -1 : 1;
	return x->off < y->off ? -1 : x->off > y->off;
}

static int
compare_ids(const void *x, const void *y, void *records)
{
	const struct record *r = records;

	return compare_records(
	    &r[*(const uint32_t *)x], &r[*(const uint32_t *)y]);
}

/* How many of the first `n` places come before record `id`. */
static uint32_t
places_before(const struct archive *a, uint32_t n, uint32_t id)
{
	uint32_t low = 0, high = n;

	if (n > 0 && compare_records(&a->records[a->order[n - 1]],
			 &a->records[id]) < 0)
		return n;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (compare_records(&a->records[a->order[mid]],
			&a->records[id]) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void
merge(struct archive *a, const uint32_t *fresh, uint32_t n)
{
	uint32_t old = a->order_n;

	for (; n > 0; n--) {
		uint32_t at = places_before(a, old, fresh[n - 1]);

		memmove(a->order + at + n, a->order + at,
		    (old - at) * sizeof(*a->order));
		a->order[at + n - 1] = fresh[n - 1];
		old = at;
	}
}

/* The new ids in order; the caller frees them. */
static uint32_t *
sort_new(struct archive *a, uint32_t n)
{
	uint32_t *fresh = xrealloc(NULL, n, sizeof(*fresh));
	bool sorted = true;
	uint32_t i;

	for (i = 0; i < n; i++) {
		fresh[i] = a->order_n + i;
		if (i > 0 && compare_ids(&fresh[i - 1], &fresh[i],
				 a->records) > 0)
			sorted = false;
		a->dated += a->records[fresh[i]].date != DATE_NONE;
	}
	if (!sorted)
		qsort_r(fresh, n, sizeof(*fresh), compare_ids, a->records);
	return fresh;
}

void
archive_order(struct archive *a)
{
	uint32_t n = a->record_n - a->order_n;
	uint32_t *fresh;

	if (n == 0)
		return;
	if (a->order_cap < a->record_n) {
		a->order_cap = a->record_cap;
		a->order = xrealloc(
		    a->order, a->order_cap, sizeof(*a->order));
	}
	fresh = sort_new(a, n);
	merge(a, fresh, n);
	a->order_n += n;
	free(fresh);
}

static int
compare_places(const void *x, const void *y, void *records)
{
	const struct record *r = records;
	const struct record *a = &r[*(const uint32_t *)x];
	const struct record *b = &r[*(const uint32_t *)y];

	if (a->source != b->source)
		return a->source < b->source ? -1 : 1;
	return a->off < b->off ? -1 : a->off > b->off;
}

const uint32_t *
archive_as_they_lie(const struct archive *a, struct arena *in)
{
	uint32_t n = a->order_n, i;
	uint32_t *ids = arena_array(in, uint32_t, n);

	for (i = 0; i < n; i++)
		ids[i] = i;
	qsort_r(ids, n, sizeof(*ids), compare_places, a->records);
	return ids;
}

uint32_t
archive_at(const struct archive *a, uint32_t place)
{
	return a->order[place];
}

uint32_t
archive_place(const struct archive *a, uint32_t id)
{
	return places_before(a, a->order_n, id);
}

int
archive_compare(const struct archive *a, uint32_t id, uint32_t other)
{
	return compare_records(&a->records[id], &a->records[other]);
}

uint32_t
archive_dated(const struct archive *a)
{
	return a->dated;
}

uint32_t
archive_find(const struct archive *a, date d)
{
	uint32_t low = 0, high = a->dated;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (a->records[a->order[mid]].date < d)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}
