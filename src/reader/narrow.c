/* Which reports one moves among, and what becomes of the open one when that
 * changes. */
#include "parts.h"

uint32_t
reader_place(const struct reader *r)
{
	uint32_t n = order_count(r->order), place;

	if (!r->open.is || n == 0)
		return 0;
	place = order_index(r->order, r->open.id);
	return place < n ? place : n - 1;
}

uint32_t
place_by_date(const struct reader *r)
{
	uint32_t n = scope_count(&r->scope), place;

	if (!r->open.is || n == 0)
		return 0;
	place = scope_index(&r->scope, r->open.id);
	return place < n ? place : n - 1;
}

void
cursor_again(struct reader *r)
{
	r->cursor = reader_place(r);
}

/* What is open is one of the scope, if that has any. */
static void
follow_scope(struct reader *r)
{
	if (r->open.is && scope_count(&r->scope) > 0 &&
	    !scope_has(&r->scope, r->open.id)) {
		place_remember(r, place_here(r));
		reader_open(r, (struct place){
		    scope_at(&r->scope, place_by_date(r)), 0 });
	}
	cursor_again(r);
}

void
reader_narrow_dates(struct reader *r, struct date_range dates)
{
	scope_set_dates(&r->scope, dates);
	follow_scope(r);
}

void
reader_narrow_ids(
    struct reader *r, const uint32_t *ids, size_t n, struct str what)
{
	r->only_unread = false;
	scope_set_ids(&r->scope, ids, n, what);
	follow_scope(r);
}

void
reader_widen_ids(struct reader *r)
{
	r->only_unread = false;
	scope_clear_ids(&r->scope);
	cursor_again(r);
}

void
reader_widen(struct reader *r)
{
	scope_set_dates(&r->scope, DATE_ALL);
	reader_widen_ids(r);
}

void
scope_leave(struct reader *r, uint32_t id)
{
	if (scope_has(&r->scope, id))
		return;
	reader_widen(r);
	message_set(r, "that is another report: all are shown again");
}

void
scope_settle(struct reader *r)
{
	struct arena *in;
	struct buf b;

	if (r->indexing || r->open.is || !scope_is_narrowed(&r->scope) ||
	    scope_count(&r->scope) > 0 || archive_count(r->archive) == 0)
		return;
	in = arena_new();
	b = (struct buf){ .in = in };
	scope_print(&r->scope, &b);
	reader_widen(r);
	message_set(r, "no report of %.*s: all are shown", (int)b.len, b.ptr);
	arena_free(in);
}
