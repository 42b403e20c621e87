/* Whole records of a file, read together:
 *
 *	file    …| date … text | date … text | date … text |…
 *	window   |-----------------------------------------|
 *	pieces          |------|      |------|      |------|
 *
 * The needle goes over the window once, and its hits are counted by piece.  So
 * no hit reaches over the end of a record, and markers are not searched.  The
 * parts of a long record come one a window.
 *
 * Only where the bytes do not say it all, a piece is read as an article. */
#include "hunt_parts.h"

#include <time.h>

enum { GAP = 16 * 1024 }; /* bytes between two pieces that are read with them */

uint64_t
hunt_now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* What is looked at next: false when there is nothing. */
static bool
upcoming(const struct hunt *h, uint32_t *id)
{
	if (h->todo_at < h->todo_n) {
		*id = h->todo[h->todo_at];
		return true;
	}
	*id = h->next;
	return h->next < archive_count(h->archive);
}

/* Goes on behind `len` bytes of what is upcoming. */
static void
pass(struct hunt *h, const struct record *r, uint32_t len)
{
	if (r->len - h->part > len) {
		h->part += len;
		return;
	}
	h->part = 0;
	if (h->todo_at < h->todo_n)
		h->todo_at++;
	else
		h->next++;
}

static bool
fits(const struct window *w, const struct record *r)
{
	uint64_t end = w->from + w->len;

	return w->n < HUNT_PIECES && r->source == w->source &&
	    r->len <= HUNT_WINDOW && r->off >= end && r->off - end <= GAP &&
	    r->off - w->from + r->len <= HUNT_WINDOW;
}

static void
add_piece(struct hunt *h, uint32_t id, const struct record *r)
{
	struct window *w = &h->w;
	uint32_t len = r->len - h->part, start, marker;

	if (len > ARTICLE_PART)
		len = ARTICLE_PART;
	if (w->n == 0) {
		w->source = r->source;
		w->from = r->off + h->part;
	}
	start = (uint32_t)(r->off + h->part - w->from);
	marker = h->part > 0 ? 0 : r->head;
	w->piece[w->n++] = (struct piece){ id, h->part, marker,
		{ start, len } };
	w->len = start + len;
	pass(h, r, len);
}

/* Names the pieces of the next window. */
static void
collect(struct hunt *h)
{
	struct window *w = &h->w;
	uint32_t id;

	w->n = w->len = w->next = 0;
	while (upcoming(h, &id)) {
		const struct record *r = archive_record(h->archive, id);

		if (!query_on(h->query, r->date)) {
			h->part = 0;
			pass(h, r, r->len);
			continue;
		}
		if (w->n > 0 && !fits(w, r))
			return;
		add_piece(h, id, r);
		if (r->len > HUNT_WINDOW)
			return;
	}
}

static void
make_room(struct window *w)
{
	if (w->room >= w->len)
		return;
	w->room = w->len > HUNT_WINDOW ? w->len : HUNT_WINDOW;
	w->own = xrealloc(w->own, w->room, 1);
}

/* What was indexed a moment ago need not be read again. */
static bool
read_window(struct hunt *h)
{
	struct window *w = &h->w;
	struct err e = { "" };
	size_t got;

	w->bytes = archive_recent(
	    h->archive, w->source, w->from, w->len, &w->found);
	if (w->bytes)
		return true;
	make_room(w);
	w->bytes = w->own;
	got = archive_peek(
	    h->archive, w->source, w->from, w->own, w->len, &e);
	if (got == w->len)
		return true;
	err_set(&e, "%s is shorter than it was: open it again.",
	    archive_path(h->archive, w->source));
	err_set(&h->failure, "%s", e.text);
	h->failed += (uint32_t)w->n;
	w->n = 0;
	return false;
}

static void
count_window(struct hunt *h)
{
	struct window *w = &h->w;
	struct span *at = arena_array(h->counts_in, struct span, w->n);

	for (size_t i = 0; i < w->n; i++) {
		const struct piece *p = &w->piece[i];

		at[i] = span_of(p->at.off + p->marker, span_end(p->at));
		w->count[i] = 1;
	}
	if (!h->query->regex)
		query_count_each(h->query, h->counts_in,
		    (struct str){ w->bytes, w->len }, w->found, at, w->n,
		    w->count);
	arena_reset(h->counts_in);
}

bool
hunt_fill(struct hunt *h)
{
	collect(h);
	if (h->w.n == 0)
		return false;
	if (read_window(h))
		count_window(h);
	return true;
}

void
hunt_keep(struct hunt *h)
{
	struct window *w = &h->w;

	if (w->next == w->n || w->bytes == w->own)
		return;
	make_room(w);
	memcpy(w->own, w->bytes, w->len);
	w->bytes = w->own;
}

static struct str
raw_of(const struct hunt *h, const struct piece *p)
{
	return str_of((struct str){ h->w.bytes, h->w.len }, p->at);
}

/* The text of a piece, and who is quoted in it if that was asked.  It may outlast
 * what the archive lends. */
static struct article
read_piece(struct hunt *h, const struct piece *p)
{
	struct str raw = arena_str(h->piece_in, raw_of(h, p));
	struct article t = { .head = { .title_rule = "" } };
	struct article_how how = { .form = PLAIN_READABLE,
		.depth = query_depth(h->query) };

	if (how.depth == ARTICLE_QUOTES)
		return article_read_as(
		    h->piece_in, raw, p->off, p->marker, &how);
	t.text = plain_make(h->piece_in, raw, p->off, PLAIN_READABLE);
	if (p->off == 0)
		t.head = head_read(t.text.text, p->marker);
	return t;
}

static void
begin_regex(struct hunt *h, const struct piece *p)
{
	struct article t = read_piece(h, p);
	struct reading *r = &h->reading;

	*r = (struct reading){ .is = true, .text = t.text.text };
	if (query_is_of_source(h->query, &t))
		r->n = query_ranges(&t, r->ranges);
}

/* Goes on in the part of a report; false when `until` comes first. */
static bool
go_on_regex(struct hunt *h, uint32_t id, uint64_t until)
{
	struct reading *r = &h->reading;
	enum regex_found found;
	struct span hit;

	do {
		found = regex_next(h->query->regex, &r->run, &hit);
		if (found == REGEX_HIT)
			r->hits += hit.len > 0;
		if (found != REGEX_END)
			continue;
		h->too_hard += r->run.too_hard;
		r->run.too_hard = false;
		if (r->next == r->n) {
			hunt_add(h, id, r->hits);
			r->is = false;
			return true;
		}
		r->run = (struct regex_run){
			.text = str_of(r->text, r->ranges[r->next]),
			.to = r->ranges[r->next].len,
		};
		r->next++;
	} while (hunt_now_ns() < until);
	return false;
}

/* Judges one piece; false when `until` comes first. */
static bool
judge_piece(struct hunt *h, size_t i, uint64_t until)
{
	const struct piece *p = &h->w.piece[i];
	struct article t;
	struct span *hits;

	if (h->reading.is)
		return go_on_regex(h, p->id, until);
	if (!query_must_read(h->query, raw_of(h, p), p->off, p->marker)) {
		hunt_add(h, p->id, h->w.count[i]);
		return true;
	}
	arena_reset(h->piece_in);
	if (h->query->regex) {
		begin_regex(h, p);
		return go_on_regex(h, p->id, until);
	}
	t = read_piece(h, p);
	hunt_add(h, p->id,
	    (uint32_t)query_article(h->query, h->piece_in, &t, &hits));
	return hunt_now_ns() < until;
}

bool
hunt_judge(struct hunt *h, uint64_t until)
{
	struct window *w = &h->w;

	for (; w->next < w->n; w->next++) {
		bool in_time;

		if (w->count[w->next] == 0)
			continue;
		in_time = judge_piece(h, w->next, until);
		if (h->reading.is)
			return false;
		if (!in_time) {
			w->next++;
			return false;
		}
	}
	return true;
}
