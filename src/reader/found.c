/* Finding words in all reports: a hunt that goes on while somebody reads, and
 * the ways from hit to hit.  sheet_found.c lists what it has found. */
#include "found_parts.h"

enum { FIRST_LOOK = 1 << 20 }; /* bytes looked at before the first picture */

struct window
window_of(const struct reader *r)
{
	const struct hunt *h = r->hunter.hunt;
	const struct scope *s = &r->scope;
	uint32_t n = h ? hunt_count(h) : 0, days = scope_count(s), last;
	struct window w = { h, 0, n };

	if (n == 0 || s->listed || !scope_is_narrowed(s))
		return w;
	w.after = 0;
	if (days == 0)
		return w;
	last = scope_at(s, days - 1);
	w.first = hunt_place(h, scope_at(s, 0));
	w.after = hunt_place(h, last);
	w.after += w.after < n && hunt_at(h, w.after).id == last;
	return w;
}

uint32_t
window_count(const struct window *w)
{
	return w->after - w->first;
}

uint64_t
window_hits(const struct window *w)
{
	return window_count(w) == 0 ? 0
				    : hunt_hits_before(w->hunt, w->after) -
		hunt_hits_before(w->hunt, w->first);
}

size_t
window_row(const struct window *w, uint32_t place)
{
	return (size_t)(hunt_hits_before(w->hunt, place) -
		   hunt_hits_before(w->hunt, w->first)) +
	    place - w->first;
}

struct entry
window_entry(const struct window *h, size_t row)
{
	uint32_t low = h->first, high = h->after - 1;
	struct entry e;

	while (low < high) { /* the last report that begins at or above it */
		uint32_t middle = low + (high - low + 1) / 2;

		if (window_row(h, middle) <= row)
			low = middle;
		else
			high = middle - 1;
	}
	e = (struct entry){ .found = hunt_at(h->hunt, low) };
	row -= window_row(h, low);
	e.is_hit = row > 0;
	e.hit = e.is_hit ? (uint32_t)row - 1 : 0;
	return e;
}

/* The row of a hit, or one near to where it would be. */
static size_t
row_of_hit(const struct window *w, uint32_t id, uint32_t hit)
{
	uint32_t place = hunt_place(w->hunt, id), n;

	if (place >= w->after)
		return 1;
	n = hunt_at(w->hunt, place).hits;
	if (hunt_at(w->hunt, place).id != id)
		hit = 0;
	return window_row(w, place) + 1 + (hit < n ? hit : n - 1);
}

/* The ids of all that was found become what one moves among. */
static void
found_keep(struct reader *r)
{
	struct hunter *h = &r->hunter;
	uint32_t n = hunt_count(h->hunt);
	struct arena *in = arena_new();
	uint32_t *ids = arena_array(in, uint32_t, n);
	struct buf what = { .in = in };

	for (uint32_t i = 0; i < n; i++)
		ids[i] = hunt_at(h->hunt, i).id;
	buf_addf(&what, "“%.*s”", (int)h->wanted.len, h->wanted.words);
	h->kept = h->busy;
	reader_narrow_ids(r, ids, n, buf_str(&what));
	arena_free(in);
}

/* Goes on looking.  Rows that come in above the selected one move it along with
 * what is around it. */
bool
found_step(struct reader *r, size_t bytes)
{
	struct hunter *h = &r->hunter;
	struct sheet *s = &r->sheet;
	struct window w = window_of(r);
	bool listed = s->kind == SHEET_FOUND && window_count(&w) > 0 &&
	    s->now < window_row(&w, w.after);
	struct entry e;
	size_t row;

	if (!h->hunt || !h->busy)
		return false;
	if (listed)
		e = window_entry(&w, s->now);
	h->busy = hunt_step(h->hunt, bytes) || r->indexing;
	w = window_of(r);
	if (listed && window_count(&w) > 0) {
		row = row_of_hit(&w, e.found.id, e.hit);
		s->top = row > s->now - s->top ? row - (s->now - s->top) : 0;
		s->now = row;
	}
	if (s->kind == SHEET_FOUND)
		sheet_again(r);
	if (h->kept && !h->busy)
		found_keep(r);
	return h->busy;
}

void
found_only(struct reader *r)
{
	const struct hunt *h = r->hunter.hunt;

	if (r->scope.listed) {
		r->hunter.kept = false;
		reader_widen_ids(r);
		message_set(r, "all %u reports", scope_count(&r->scope));
	} else if (!h || hunt_count(h) == 0) {
		message_set(r, h ? "in no report: there is nothing to keep"
				 : "nothing is being looked for in all "
				   "reports: F finds words");
	} else {
		found_keep(r);
		message_set(r, "only the %u reports with “%.*s”: & shows all",
		    scope_count(&r->scope), (int)r->hunter.wanted.len,
		    r->hunter.wanted.words);
	}
}

bool
found_stop(struct reader *r)
{
	bool was = r->hunter.busy;

	r->hunter.busy = false;
	sheet_again(r);
	return was;
}

void
found_drop(struct reader *r)
{
	struct hunter *h = &r->hunter;

	hunt_free(h->hunt);
	query_free(h->wanted.query);
	h->hunt = NULL;
	h->wanted.query = NULL;
	h->wanted.len = 0;
	h->busy = false;
	excerpts_of(h->excerpts, NULL);
}

void
found_set(struct reader *r, struct str words, enum query_mode mode)
{
	struct hunter *h = &r->hunter;
	struct query *old = h->wanted.query;

	wanted_set(&h->wanted, words, mode);
	find_set(r, words, mode);
	r->find.everywhere = h->wanted.query != NULL;
	if (!h->wanted.query || !h->hunt ||
	    !hunt_narrow(h->hunt, h->wanted.query)) {
		hunt_free(h->hunt);
		h->hunt = h->wanted.query
		    ? hunt_new(r->archive, h->wanted.query)
		    : NULL;
	}
	query_free(old);
	excerpts_of(h->excerpts, h->wanted.query);
	h->busy = h->hunt != NULL;
	r->busy |= h->busy;
	found_step(r, FIRST_LOOK);
	sheet_again(r);
}

/* Opens a report that was found at one of its hits. */
static void
open_hit(struct reader *r, uint32_t id, uint32_t hit)
{
	uint32_t raw;

	place_remember(r, place_here(r));
	if (!excerpts_place(r->hunter.excerpts, id, hit, &raw))
		raw = 0;
	if (reader_open(r, (struct place){ id, raw }))
		find_from(r, plain_from_raw(&r->open.article.text, raw));
}

/* The hit of a report of several parts that lies before or behind the part that
 * is open; false when there is none. */
static bool
hit_elsewhere(struct reader *r, struct found f, bool behind, uint32_t *hit)
{
	uint32_t end = r->open.part + ARTICLE_PART - 1, raw;
	bool any = false;

	if (archive_record(r->archive, f.id)->len <= ARTICLE_PART)
		return false;
	for (uint32_t k = 0; k < f.hits; k++) {
		if (!excerpts_place(r->hunter.excerpts, f.id, k, &raw))
			break;
		if (behind ? raw <= end : raw >= r->open.part)
			continue;
		any = true;
		*hit = k;
		if (behind)
			break;
	}
	return any;
}

/* The first hit of the report at `place`, or the last of the one before. */
static void
open_found(struct reader *r, uint32_t place, bool last)
{
	struct found f = hunt_at(r->hunter.hunt, place - last);

	open_hit(r, f.id, last ? f.hits - 1 : 0);
}

void
found_by(struct reader *r, long by)
{
	struct window w = window_of(r);
	uint32_t place, hit;
	bool here;

	if (window_count(&w) == 0) {
		message_set(r, "in no report: %.*s", (int)r->hunter.wanted.len,
		    r->hunter.wanted.words);
		return;
	}
	place = hunt_place(w.hunt, r->open.id);
	here = place < w.after && hunt_at(w.hunt, place).id == r->open.id;
	if (here && hit_elsewhere(r, hunt_at(w.hunt, place), by > 0, &hit)) {
		open_hit(r, r->open.id, hit);
	} else if (by > 0 ? place + here < w.after : place > w.first) {
		open_found(r, by > 0 ? place + here : place, by < 0);
	} else {
		open_found(r, by > 0 ? w.first : w.after, by < 0);
		message_set(r, by > 0 ? "on from the first report that has it"
				      : "on from the last report that has it");
	}
}

bool
reader_find_first(struct reader *r, struct str words)
{
	struct hunter *h = &r->hunter;
	struct window w;

	found_set(r, words, QUERY_FOLDED);
	while (found_step(r, SIZE_MAX / 2))
		;
	w = window_of(r);
	if (!h->hunt)
		message_set(r, "%s", h->wanted.why.text);
	else if (window_count(&w) == 0)
		message_set(r, "in no report: %.*s", (int)words.len, words.ptr);
	else
		open_found(r, w.first, false);
	return window_count(&w) > 0;
}
