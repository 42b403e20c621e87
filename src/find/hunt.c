/* A search a step at a time.  Records are looked at by their ids, which is how
 * they lie in the files; a narrower query goes first through what the wider one
 * has found, and then on from where that was. */
#include "hunt_parts.h"

#include <stdlib.h>

static const uint64_t STEP_NS = 4000000;

struct hunt *
hunt_new(struct archive *a, const struct query *q)
{
	struct hunt *h = xrealloc(NULL, 1, sizeof(*h));

	memset(h, 0, sizeof(*h));
	h->archive = a;
	h->query = q;
	h->counts_in = arena_new();
	h->piece_in = arena_new();
	return h;
}

void
hunt_free(struct hunt *h)
{
	if (!h)
		return;
	arena_free(h->counts_in);
	arena_free(h->piece_in);
	free(h->todo);
	free(h->w.own);
	free(h->found);
	free(h->fresh);
	free(h->sums);
	free(h);
}

static bool
has_more(const struct hunt *h)
{
	return h->w.next < h->w.n || h->todo_at < h->todo_n ||
	    h->next < archive_count(h->archive);
}

bool
hunt_step(struct hunt *h, size_t bytes)
{
	uint64_t until = hunt_now_ns() + STEP_NS;
	size_t done = 0;

	do {
		if (h->w.next == h->w.n && !hunt_fill(h))
			break;
		done += h->w.next == 0 ? h->w.len : 0;
	} while (hunt_judge(h, until) && done < bytes &&
	    hunt_now_ns() < until);
	hunt_keep(h);
	hunt_put_in_order(h);
	return has_more(h);
}

static int
compare_ids(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return a < b ? -1 : a > b;
}

/* What the narrower query has to go through: all that was found, what was still
 * to be gone through, and what the window has left; in the order in which it
 * lies, and each once.  A record that was looked at in part is begun again. */
static void
list_todo(struct hunt *h)
{
	size_t left = h->todo_n - h->todo_at, n = 0, kept = 0;
	uint32_t *ids = xrealloc(NULL,
	    h->found_n + left + (h->w.n - h->w.next) + 1, sizeof(*ids));

	for (uint32_t i = 0; i < h->found_n; i++)
		ids[n++] = h->found[i].id;
	for (uint32_t i = h->todo_at; i < h->todo_n; i++)
		ids[n++] = h->todo[i];
	for (size_t i = h->w.next; i < h->w.n; i++)
		ids[n++] = h->w.piece[i].id;
	qsort(ids, n, sizeof(*ids), compare_ids);
	for (size_t i = 0; i < n; i++)
		if (ids[i] < h->next && (kept == 0 || ids[kept - 1] != ids[i]))
			ids[kept++] = ids[i];
	free(h->todo);
	h->todo = ids;
	h->todo_n = (uint32_t)kept;
	h->todo_at = 0;
}

bool
hunt_narrow(struct hunt *h, const struct query *q)
{
	if (!query_is_within(q, h->query))
		return false;
	list_todo(h);
	h->query = q;
	h->part = 0;
	h->w.n = h->w.next = 0;
	h->reading.is = false;
	h->found_n = h->fresh_n = h->sum_n = 0;
	h->hits = 0;
	h->failed = h->too_hard = 0;
	h->failure = (struct err){ "" };
	return true;
}

int
hunt_percent(const struct hunt *h)
{
	uint64_t all = (uint64_t)archive_count(h->archive) + h->todo_n;
	uint64_t done = (uint64_t)h->next + h->todo_at;

	return all > 0 ? (int)(done * 100 / all) : 100;
}

uint32_t
hunt_too_hard(const struct hunt *h)
{
	return h->too_hard;
}

uint32_t
hunt_failed(const struct hunt *h)
{
	return h->failed;
}

const char *
hunt_failure(const struct hunt *h)
{
	return h->failed > 0 ? h->failure.text : NULL;
}
