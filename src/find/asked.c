/* One question about quotes, put to many reports: first to their bytes, which
 * is cheap, then to what was understood of them. */
#include "dateline/find/asked.h"

#include "dateline/find/name.h"
#include "dateline/find/search.h"
#include "dateline/text/fold.h"

struct asked {
	struct ask ask;
	struct str other; /* the name that the speaker is said to be; or empty */
	struct match **names; /* one of them is in the bytes */
	size_t name_n, cap;
};

static bool
fits(const struct asked *q, struct str name)
{
	return name_fits(name, q->ask.speaker) ||
	    (q->other.len > 0 && name_fits(name, q->other));
}

static void
add_name(struct asked *q, struct arena *a, struct str name)
{
	struct match *m = match_new(a, name_key(a, name_without_mark(name)));

	if (m)
		*arena_push(a, struct match *, q->names, q->name_n, q->cap) = m;
}

/* Whoever was said to be somebody who is asked for is looked for too. */
static void
add_other_names(struct asked *q, struct arena *a)
{
	struct str from, to;

	for (size_t i = 0;
	     corrections_nth_same(q->ask.corrections, i, &from, &to); i++)
		if (fits(q, corrections_name(q->ask.corrections, a, to)))
			add_name(q, a, from);
}

struct asked *
asked_new(struct arena *a, const struct ask *ask)
{
	struct asked *q = arena_array(a, struct asked, 1);

	q->ask = *ask;
	if (ask->speaker.len == 0)
		return q;
	q->other = corrections_name(ask->corrections, a, ask->speaker);
	if (q->other.ptr == ask->speaker.ptr)
		q->other = STR("");
	add_name(q, a, ask->speaker);
	if (q->other.len > 0)
		add_name(q, a, q->other);
	add_other_names(q, a);
	return q;
}

bool
asked_day(const struct asked *q, date day)
{
	return date_in(q->ask.days, day) &&
	    (!q->ask.words || query_on(q->ask.words, day));
}

/* A single quote of that day may be anybody's, by correction. */
static bool
raw_names(const struct asked *q, struct arena *scratch, struct str raw,
    uint32_t marker, date day)
{
	if (q->ask.speaker.len == 0 || corrections_on(q->ask.corrections, day))
		return true;
	for (size_t i = 0; i < q->name_n; i++)
		if (search_raw(q->names[i], scratch, raw, marker))
			return true;
	return false;
}

bool
asked_raw(const struct asked *q, struct arena *scratch, struct str raw,
    uint32_t marker, date day)
{
	return raw_names(q, scratch, raw, marker, day) &&
	    (!q->ask.words ||
		query_may_hold(q->ask.words, scratch, raw, marker));
}

/* Whether one of the hits, which are in order, lies in `in`. */
static bool
hits_meet(const struct span *hits, size_t n, struct span in)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (span_end(hits[mid]) <= in.off)
			low = mid + 1;
		else
			high = mid;
	}
	return low < n && span_meets(hits[low], in);
}

const bool *
asked_quotes(const struct asked *q, struct arena *a, const struct article *t,
    const struct whose *whose)
{
	bool *is = arena_array(a, bool, t->quote_n + 1), any = false;
	const struct query *words = q->ask.words;
	struct span *hits = NULL;
	size_t hit_n = 0;

	if (q->ask.source.len > 0 &&
	    !fold_eq(str_of(t->text.text, t->head.source), q->ask.source))
		return NULL;
	if (words && !query_admits(words, a, t))
		return NULL;
	if (words && query_is_bare(words))
		words = NULL;
	if (words)
		hit_n = query_article(words, a, t, &hits);
	for (size_t i = 0; i < t->quote_n; i++) {
		const struct quote *quote = &t->quotes[i];

		is[i] = (quote->kind != QUOTE_TERM || q->ask.terms) &&
		    (q->ask.speaker.len == 0 || fits(q, whose[i].name)) &&
		    (!words || hits_meet(hits, hit_n, quote->whole) ||
			hits_meet(hits, hit_n, t->blocks[quote->block].at));
		any |= is[i];
	}
	return any ? is : NULL;
}
