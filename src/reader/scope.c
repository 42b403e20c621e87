/* The reports one moves among.  Two bounds and perhaps a list:
 *
 *	archive     0 1 2 3 4 5 6 7 8 9         places, in order of date
 *	range             [-------)             two of them, by date
 *	list          1     4 5   7   9         ids, in that order
 *	both                [-)                 two places of the list
 *
 * The bounds are looked up each time, by halving; they move while the archive
 * is indexed. */
#include "dateline/reader/scope.h"

#include <stdlib.h>

#include "dateline/text/utf8.h"

struct scope
scope_all(const struct archive *archive)
{
	return (struct scope){ .archive = archive, .dates = DATE_ALL };
}

void
scope_free(struct scope *s)
{
	free(s->ids);
	*s = scope_all(s->archive);
}

void
scope_set_dates(struct scope *s, struct date_range dates)
{
	s->dates = dates;
	s->version++;
}

void
scope_set_ids(
    struct scope *s, const uint32_t *ids, size_t n, struct str what)
{
	s->ids = xrealloc(s->ids, n + 1, sizeof(*s->ids));
	s->id_cap = n + 1;
	s->id_n = n;
	if (n > 0)
		memcpy(s->ids, ids, n * sizeof(*ids));
	s->listed = true;
	s->version++;
	what = str_head(what, utf8_floor(what, sizeof(s->what) - 1));
	memcpy(s->what, what.ptr, what.len);
	s->what[what.len] = '\0';
}

void
scope_clear_ids(struct scope *s)
{
	free(s->ids);
	s->ids = NULL;
	s->id_n = s->id_cap = 0;
	s->listed = false;
	s->version++;
	s->what[0] = '\0';
}

bool
scope_has_dates(const struct scope *s)
{
	return s->dates.first != DATE_ALL.first ||
	    s->dates.last != DATE_ALL.last;
}

bool
scope_is_narrowed(const struct scope *s)
{
	return s->listed || scope_has_dates(s);
}

void
scope_print(const struct scope *s, struct buf *out)
{
	char text[DATE_RANGE_TEXT];

	date_range_print(text, s->dates);
	buf_add(out, str_c(s->what));
	if (s->listed && scope_has_dates(s))
		buf_add(out, STR(" in "));
	buf_add(out, str_c(text));
}

/* How many of the list stand before a place of the archive. */
static uint32_t
listed_before(const struct scope *s, uint32_t place)
{
	size_t low = 0, high = s->id_n;

	if (high > 0 && archive_place(s->archive, s->ids[high - 1]) < place)
		return (uint32_t)high;
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (archive_place(s->archive, s->ids[mid]) < place)
			low = mid + 1;
		else
			high = mid;
	}
	return (uint32_t)low;
}

void
scope_add_id(struct scope *s, uint32_t id)
{
	uint32_t at = listed_before(s, archive_place(s->archive, id));

	if (at < s->id_n && s->ids[at] == id)
		return;
	if (s->id_n == s->id_cap) {
		s->id_cap = s->id_cap ? 2 * s->id_cap : 16;
		s->ids = xrealloc(s->ids, s->id_cap, sizeof(*s->ids));
	}
	memmove(s->ids + at + 1, s->ids + at,
	    (s->id_n - at) * sizeof(*s->ids));
	s->ids[at] = id;
	s->id_n++;
	s->version++;
}

/* Places of the archive, or of the list when there is one: [from, to). */
struct bounds {
	uint32_t from;
	uint32_t to;
};

static struct bounds
bounds_of(const struct scope *s)
{
	struct bounds b = { 0, archive_count(s->archive) };

	if (scope_has_dates(s)) {
		b.from = archive_find(s->archive, s->dates.first);
		b.to = s->dates.last == INT32_MAX
		    ? archive_dated(s->archive)
		    : archive_find(s->archive, s->dates.last + 1);
	}
	if (s->listed) {
		b.from = b.from ? listed_before(s, b.from) : 0;
		b.to = listed_before(s, b.to);
	}
	return b;
}

/* A place of the archive as one of the scope, kept inside it. */
static uint32_t
place_in(const struct scope *s, uint32_t place)
{
	struct bounds b = bounds_of(s);

	if (s->listed)
		place = listed_before(s, place);
	if (place < b.from)
		return 0;
	return (place < b.to ? place : b.to) - b.from;
}

uint32_t
scope_count(const struct scope *s)
{
	struct bounds b = bounds_of(s);

	return b.to - b.from;
}

uint32_t
scope_dated(const struct scope *s)
{
	return place_in(s, archive_dated(s->archive));
}

uint32_t
scope_at(const struct scope *s, uint32_t place)
{
	uint32_t at = bounds_of(s).from + place;

	return s->listed ? s->ids[at] : archive_at(s->archive, at);
}

uint32_t
scope_ids(const struct scope *s, uint32_t place, uint32_t n, uint32_t *ids)
{
	struct bounds b = bounds_of(s);
	uint32_t room = b.to - b.from;

	if (place >= room)
		return 0;
	if (n > room - place)
		n = room - place;
	for (uint32_t i = 0, at = b.from + place; i < n; i++)
		ids[i] = s->listed ? s->ids[at + i]
				   : archive_at(s->archive, at + i);
	return n;
}

uint32_t
scope_index(const struct scope *s, uint32_t id)
{
	return place_in(s, archive_place(s->archive, id));
}

bool
scope_has(const struct scope *s, uint32_t id)
{
	uint32_t place;

	if (!scope_is_narrowed(s))
		return true;
	place = scope_index(s, id);
	return place < scope_count(s) && scope_at(s, place) == id;
}

uint32_t
scope_find(const struct scope *s, date d)
{
	return place_in(s, archive_find(s->archive, d));
}

date
scope_date(const struct scope *s, uint32_t place)
{
	return archive_record(s->archive, scope_at(s, place))->date;
}
