/* A query asked of raw bytes: many pieces of a window are counted at once, by
 * one needle after the other.  Where there is but one, its counts are the
 * answer. */
#include "query_parts.h"

/* Keeps the counts where `m` is, or is not, in the piece. */
static void
keep_where(struct match *m, struct arena *scratch, struct str window,
    const struct span *pieces, size_t n, bool there, uint32_t *counts)
{
	uint32_t *other = arena_array(scratch, uint32_t, n);

	match_count_each(m, scratch, window, (struct places){ 0 }, pieces, n,
	    other);
	for (size_t i = 0; i < n; i++)
		if ((other[i] > 0) != there)
			counts[i] = 0;
}

/* How many hits all wanted needles have together in one piece. */
static uint32_t
count_united(
    const struct query *q, struct arena *scratch, struct str piece)
{
	struct span *all = NULL, *hits;
	size_t n = 0, cap = 0;

	for (size_t i = 0; i < q->want.n; i++) {
		size_t k = match_all(q->want.at[i], scratch, piece, &hits);

		for (size_t j = 0; j < k; j++)
			*arena_push(scratch, struct span, all, n, cap) =
			    hits[j];
	}
	return (uint32_t)query_unite(all, n);
}

/* The needle that is looked for before all others; NULL of a bare query. */
static const struct match *
first_of(const struct query *q)
{
	return q->want.n ? q->want.at[0] : q->name;
}

struct quest
query_look(const struct query *q)
{
	if (q->regex || !first_of(q))
		return (struct quest){ .filter = NULL };
	return match_look(first_of(q));
}

void
query_count_each(const struct query *q, struct arena *scratch,
    struct str window, struct places found, const struct span *pieces,
    size_t n, uint32_t *counts)
{
	for (size_t i = 0; i < n; i++)
		counts[i] = 1; /* of a bare query */
	if (first_of(q))
		match_count_each(
		    first_of(q), scratch, window, found, pieces, n, counts);
	for (size_t i = 1; i < q->want.n; i++)
		keep_where(q->want.at[i], scratch, window, pieces, n, true,
		    counts);
	for (size_t i = 0; i < q->also.n; i++)
		keep_where(q->also.at[i], scratch, window, pieces, n, true,
		    counts);
	for (size_t i = 0; i < q->never.n; i++)
		keep_where(q->never.at[i], scratch, window, pieces, n, false,
		    counts);
	for (size_t i = 0; i < n && q->want.n > 1; i++)
		if (counts[i] > 0)
			counts[i] = count_united(
			    q, scratch, str_of(window, pieces[i]));
}

/* Without a marker a record may begin with front matter or with a line that is
 * only a date, which are not searched as they lie. */
static bool
may_have_front(struct str raw)
{
	char c = raw.len > 0 ? raw.ptr[0] : 'a';

	return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}

/* What an escape sequence swallows is in the bytes, and not in the text. */
static bool
may_have_escape(struct str raw)
{
	const char *at = raw.ptr, *end = raw.ptr + raw.len;

	if (raw.len == 0)
		return false;
	if (memchr(raw.ptr, '\033', raw.len))
		return true;
	while (at < end && (at = memchr(at, 0xC2, (size_t)(end - at)))) {
		if (++at < end && (unsigned char)*at < 0xA0)
			return true; /* C1 */
	}
	return false;
}

bool
query_must_read(const struct query *q, struct str raw, uint32_t raw_off,
    uint32_t marker)
{
	if (q->regex || q->speaker.len > 0 || q->source.len > 0 ||
	    (q->bare && raw_off > 0))
		return true;
	return (raw_off == 0 && marker == 0 && may_have_front(raw)) ||
	    may_have_escape(raw);
}

bool
query_may_hold(const struct query *q, struct arena *scratch, struct str raw,
    uint32_t marker)
{
	struct span all = span_of(marker, raw.len);
	uint32_t count;

	if (q->regex)
		return true;
	query_count_each(
	    q, scratch, raw, (struct places){ 0 }, &all, 1, &count);
	return count > 0;
}
