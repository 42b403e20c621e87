/* Read and unread.  A report has been read when it was on the screen and a key
 * was pressed then; what the person says about it stands until it is opened
 * again.  Nothing here but going to an unread report changes the place. */
#include <stdio.h>
#include <stdlib.h>

#include "parts.h"

enum { ASK_OVER = 20 };

void
mark_shown(struct reader *r)
{
	r->shown_unread = r->open.is && unread_has(&r->unread, r->open.id);
	if (r->open.is && r->unseen)
		unread_say(&r->unread, r->open.id, false);
	r->unseen &= !r->open.is;
}

void
marks_free(struct reader *r)
{
	for (size_t i = 0; i < r->change_n; i++)
		free(r->changes[i].ids);
	r->change_n = 0;
	unread_free(&r->unread);
}

/* What the person sees: the dot of the open report goes with the key. */
static bool
seems_unread(const struct reader *r, uint32_t id)
{
	return unread_has(&r->unread, id) ||
	    (r->shown_unread && id == r->open.id);
}

/* Those of `n` ids that seem unread, in the same place; how many. */
static uint32_t
only_unread_ids(const struct reader *r, uint32_t *ids, uint32_t n)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < n; i++)
		if (seems_unread(r, ids[i]))
			ids[kept++] = ids[i];
	return kept;
}

/* Takes `ids`, which are all the other way now, to be undone. */
static void
change(struct reader *r, uint32_t *ids, uint32_t n, bool unread)
{
	if (r->change_n == CHANGES_MAX) {
		free(r->changes[0].ids);
		memmove(r->changes, r->changes + 1,
		    --r->change_n * sizeof(r->changes[0]));
	}
	r->changes[r->change_n++] = (struct change){ ids, n, unread };
	for (uint32_t i = 0; i < n; i++)
		unread_say(&r->unread, ids[i], unread);
}

static void
change_one(struct reader *r, uint32_t id, bool unread)
{
	uint32_t *ids = xrealloc(NULL, 1, sizeof(*ids));

	ids[0] = id;
	change(r, ids, 1, unread);
	message_set(r, unread ? "unread again" : "read");
}

/* "1 report", "12 reports" */
static void
print_count(char out[32], uint32_t n)
{
	snprintf(out, 32, "%u report%s", n, n == 1 ? "" : "s");
}

/* The unread ones of [first, after) count as read. */
static void
change_range(struct reader *r, uint32_t first, uint32_t after)
{
	uint32_t *ids = xrealloc(NULL, after - first + 1, sizeof(*ids)), n;
	char count[32];

	n = only_unread_ids(
	    r, ids, order_ids(r->order, first, after - first, ids));
	if (n == 0) {
		free(ids);
		message_set(r, "nothing is unread here");
		return;
	}
	change(r, ids, n, false);
	print_count(count, n);
	message_set(r, "%s counted as read: U takes that back", count);
}

/* The open report, or what is selected in the list of dates. */
static void
toggle(struct reader *r)
{
	struct dates_row row;
	uint32_t id = r->open.id;

	if (r->focus == PANE_DATES && r->cursor < order_count(r->order)) {
		row = reader_dates_row(r, r->cursor);
		if (r->view.dates_by != BY_DAY) {
			change_range(r, row.first, row.after);
			return;
		}
		id = order_at(r->order, row.first);
	}
	change_one(r, id, !seems_unread(r, id));
}

/* All that is shown counts as read; of many, when the key is pressed twice. */
static void
read_all(struct reader *r, bool sure)
{
	uint32_t all = order_count(r->order);
	uint32_t n = unread_count(&r->unread, r->order, 0, all);

	if (n > ASK_OVER && !sure) {
		r->asked = true;
		message_set(r, "%u unread reports: once more, and they count "
			       "as read", n);
		return;
	}
	change_range(r, 0, all);
}

static void
undo(struct reader *r)
{
	struct change c;
	char count[32];

	if (r->change_n == 0) {
		message_set(r, "nothing to take back");
		return;
	}
	c = r->changes[--r->change_n];
	for (uint32_t i = 0; i < c.n; i++)
		unread_say(&r->unread, c.ids[i], !c.unread);
	print_count(count, c.n);
	message_set(r, "%s %s again", count, c.unread ? "read" : "unread");
	free(c.ids);
}

/* Opens the `by`th unread report from here. */
static void
go_unread(struct reader *r, long by)
{
	uint32_t none = order_count(r->order), place = reader_place(r);
	uint32_t to = none;
	bool down = by > 0;

	for (long i = 0; i != by; i += down ? 1 : -1) {
		uint32_t next = down ? unread_after(&r->unread, r->order, place)
				     : unread_before(
					   &r->unread, r->order, place);

		if (next == none)
			break;
		place = to = next;
	}
	if (to < none) {
		place_remember(r, place_here(r));
		reader_open(r, (struct place){ order_at(r->order, to), 0 });
	} else if (unread_count(&r->unread, r->order, 0, none) == 0) {
		message_set(r, "nothing is unread here");
	} else {
		message_set(r, down ? "nothing below is unread, but above"
				    : "nothing above is unread, but below");
	}
}

void
mark_narrow(struct reader *r)
{
	uint32_t n = scope_count(&r->scope);
	uint32_t *ids = xrealloc(NULL, n + 1, sizeof(*ids));
	char what[sizeof(r->scope.what) + 16] = "unread";

	n = only_unread_ids(r, ids, scope_ids(&r->scope, 0, n, ids));
	if (r->scope.listed)
		snprintf(what, sizeof(what), "unread with %s", r->scope.what);
	if (n == 0)
		message_set(r, "nothing is unread here");
	else
		reader_narrow_ids(r, ids, n, str_c(what));
	r->only_unread = n > 0;
	r->hunter.kept = r->hunter.kept && n == 0;
	free(ids);
}

static void
only_unread(struct reader *r)
{
	if (!r->only_unread) {
		mark_narrow(r);
		return;
	}
	reader_widen_ids(r);
	message_set(r, "all %u reports", scope_count(&r->scope));
}

bool
marks_do(struct reader *r, enum command c, long n)
{
	bool asked = r->asked;

	r->asked = false;
	switch (c) {
	case CMD_TOGGLE_READ: toggle(r); break;
	case CMD_READ_ALL: read_all(r, asked); break;
	case CMD_UNDO: undo(r); break;
	case CMD_NEXT_UNREAD: go_unread(r, n); break;
	case CMD_PREVIOUS_UNREAD: go_unread(r, -n); break;
	case CMD_ONLY_UNREAD: only_unread(r); break;
	default: return false;
	}
	return true;
}
