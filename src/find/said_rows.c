/* Rows in the order of the archive: a record's place in it, then the place in
 * the record.  A pass finds them in that order, but for reports that arrive
 * late: those of one step are sorted, and then merged with the rest at once. */
#include <stdlib.h>

#include "said_parts.h"

struct place_key {
	uint64_t key;
	struct said_row row;
};

static uint64_t
row_key(const struct said *s, const struct said_row *row)
{
	return (uint64_t)archive_place(s->archive, row->id) << 32 | row->raw;
}

static int
compare(const void *a, const void *b)
{
	uint64_t ka = ((const struct place_key *)a)->key;
	uint64_t kb = ((const struct place_key *)b)->key;

	return (ka > kb) - (ka < kb);
}

/* The first of the first `n` rows that is not before `key`. */
static size_t
rows_from(const struct said *s, size_t n, uint64_t key)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (row_key(s, &s->rows[mid]) < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* From the end, so that no row is moved twice:
 *
 *	sorted rows ....  | room for the new ones
 *	        |------->|   those after the last new one, at once	*/
static void
merge(struct said *s, const struct place_key *new, size_t n)
{
	size_t left = s->sorted, to = s->row_n;

	while (n > 0) {
		size_t from = rows_from(s, left, new[n - 1].key);

		to -= left - from;
		memmove(s->rows + to, s->rows + from,
		    (left - from) * sizeof(*s->rows));
		left = from;
		s->rows[--to] = new[--n].row;
	}
}

void
said_sort_rows(struct said *s)
{
	size_t n = s->row_n - s->sorted;
	struct place_key *new;

	if (n == 0)
		return;
	arena_reset(s->scan);
	new = arena_array(s->scan, struct place_key, n);
	for (size_t i = 0; i < n; i++) {
		new[i].row = s->rows[s->sorted + i];
		new[i].key = row_key(s, &new[i].row);
	}
	qsort(new, n, sizeof(*new), compare);
	merge(s, new, n);
	s->sorted = s->row_n;
}

size_t
said_count(const struct said *s)
{
	return s->row_n;
}

struct said_row
said_row(const struct said *s, size_t i)
{
	return s->rows[i];
}

size_t
said_find(const struct said *s, uint32_t id, uint32_t raw)
{
	struct said_row row = { .id = id, .raw = raw };

	return rows_from(s, s->row_n, row_key(s, &row));
}
