/* A query asked of an article.  It is the same needles that go over raw bytes,
 * and what is searched of the text is what is searched of the bytes, so that
 * the one finds what the other does. */
#include "query_parts.h"

#include <stdlib.h>

#include "dateline/base/buf.h"
#include "dateline/find/name.h"
#include "dateline/text/fold.h"
#include "dateline/text/letter.h"

/* A name is looked for without regard to how it is written. */
static struct match *
name_match(struct arena *a, struct str name)
{
	struct buf fold = { .in = a };
	char room[FOLD_MAX];
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(name, at, &cp)) > 0; at += n)
		buf_add(&fold, (struct str){ room, fold_char(cp, room) });
	return match_new(a, buf_str(&fold));
}

static bool
compile_words(struct query *q, struct str words, struct err *e)
{
	if (!query_parse(q, words, e))
		return false;
	if (q->want.n == 0) {
		q->want = q->also;
		q->also = (struct needles){ 0 };
	}
	if (q->speaker.len > 0)
		q->name = name_match(q->in, q->speaker);
	q->bare = q->want.n == 0 && !q->name &&
	    (q->source.len > 0 || q->dates.first != DATE_ALL.first ||
		q->dates.last != DATE_ALL.last);
	if (q->want.n > 0 || q->name || q->bare)
		return true;
	return err_set(e, "%s",
	    q->never.n > 0
		? "nothing to look for: -word only leaves reports out"
		: "nothing to look for");
}

static bool
is_blank(struct str s)
{
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(s, at, &cp)) > 0; at += n)
		if (!letter_is_space(cp))
			return false;
	return true;
}

static bool
compile_regex(struct query *q, struct str words, struct err *e)
{
	if (is_blank(words))
		return err_set(e, "nothing to look for");
	q->regex = regex_new(words, e);
	return q->regex != NULL;
}

struct query *
query_new(struct str words, enum query_mode mode, struct err *e)
{
	struct arena *in = arena_new();
	struct query *q = arena_array(in, struct query, 1);

	*q = (struct query){ .in = in, .mode = mode, .dates = DATE_ALL };
	if (mode == QUERY_REGEX ? compile_regex(q, words, e)
				: compile_words(q, words, e))
		return q;
	query_free(q);
	return NULL;
}

void
query_free(struct query *q)
{
	if (!q)
		return;
	regex_free(q->regex);
	arena_free(q->in);
}

void
query_only(struct query *q, struct date_range range, const char *source)
{
	if (q->dates.first < range.first)
		q->dates.first = range.first;
	if (q->dates.last > range.last)
		q->dates.last = range.last;
	if (source)
		q->source = str_c(source);
}

/* DATE_NONE is only in DATE_ALL, which a narrower range no longer is. */
bool
query_on(const struct query *q, date day)
{
	return date_in(q->dates, day);
}

enum article_depth
query_depth(const struct query *q)
{
	return q->speaker.len > 0 ? ARTICLE_QUOTES : ARTICLE_TEXT;
}

/* From the first letter on, so that ^ is the start of the title. */
static struct span
trim_start(struct str text, struct span s)
{
	uint32_t end = span_end(s);

	while (s.off < end && memchr(" \t\n", text.ptr[s.off], 3))
		s.off++;
	return span_of(s.off, end);
}

size_t
query_ranges(const struct article *t, struct span out[2])
{
	struct str text = t->text.text;
	struct span all = span_of(t->head.text, text.len);
	size_t n = 0;

	if (span_meets(t->head.title, t->head.front))
		out[n++] = t->head.title;
	out[n++] = trim_start(text, all);
	return n;
}

/* A list of hits that grows. */
struct hits {
	struct arena *in;
	struct span *at;
	size_t n, cap;
};

static void
add_hit(struct hits *h, struct span hit, uint32_t from)
{
	hit.off += from;
	*arena_push(h->in, struct span, h->at, h->n, h->cap) = hit;
}

/* Adds the hits of one needle; false when it has none. */
static bool
add_hits(struct hits *h, const struct match *m, struct str text,
    const struct span *ranges, size_t range_n)
{
	size_t before = h->n;
	struct span *hits;

	for (size_t r = 0; r < range_n; r++) {
		size_t n = match_all(m, h->in, str_of(text, ranges[r]), &hits);

		for (size_t i = 0; i < n; i++)
			add_hit(h, hits[i], ranges[r].off);
	}
	return h->n > before;
}

static bool
is_there(const struct match *m, struct arena *a, struct str text,
    const struct span *ranges, size_t range_n)
{
	for (size_t r = 0; r < range_n; r++)
		if (match_any(m, a, str_of(text, ranges[r])))
			return true;
	return false;
}

static void
add_regex_hits(struct hits *h, struct regex *r, struct str text,
    struct span range)
{
	struct regex_run run = { .text = str_of(text, range), .to = range.len };
	enum regex_found found;
	struct span hit;

	while ((found = regex_next(r, &run, &hit)) != REGEX_END)
		if (found == REGEX_HIT && hit.len > 0)
			add_hit(h, hit, range.off);
}

bool
query_is_of_source(const struct query *q, const struct article *t)
{
	return q->source.len == 0 || t->text.raw_off > 0 ||
	    fold_eq(str_of(t->text.text, t->head.source), q->source);
}

static bool
said_it(const struct query *q, const struct article *t, const struct quote *s)
{
	return s->kind != QUOTE_TERM &&
	    name_fits(str_of(t->text.text, s->speaker), q->speaker);
}

/* Keeps the hits in paragraphs where the speaker is quoted. */
static void
keep_said(const struct query *q, const struct article *t, struct hits *h)
{
	size_t kept = 0, next = 0;
	bool *said = arena_array(h->in, bool, t->block_n + 1);

	for (size_t i = 0; i < t->quote_n; i++)
		said[t->quotes[i].block] |= said_it(q, t, &t->quotes[i]);
	for (size_t i = 0; i < h->n; i++) {
		while (next + 1 < t->block_n &&
		    t->blocks[next + 1].at.off <= h->at[i].off)
			next++;
		if (next < t->block_n && said[next] &&
		    span_meets(h->at[i], t->blocks[next].at))
			h->at[kept++] = h->at[i];
	}
	h->n = kept;
}

/* speaker: alone. */
static void
add_said(const struct query *q, const struct article *t, struct hits *h)
{
	for (size_t i = 0; i < t->quote_n; i++)
		if (said_it(q, t, &t->quotes[i]))
			add_hit(h, t->quotes[i].whole, 0);
}

bool
query_is_bare(const struct query *q)
{
	return q->bare;
}

bool
query_admits(
    const struct query *q, struct arena *scratch, const struct article *t)
{
	struct str text = t->text.text;
	struct span ranges[2];
	size_t n = query_ranges(t, ranges);

	for (size_t i = 0; i < q->never.n; i++)
		if (is_there(q->never.at[i], scratch, text, ranges, n))
			return false;
	for (size_t i = 0; i < q->also.n; i++)
		if (!is_there(q->also.at[i], scratch, text, ranges, n))
			return false;
	return query_is_of_source(q, t);
}

/* Where the text begins below the title. */
static uint32_t
lead_of(const struct article *t)
{
	return t->head.lead.len > 0 ? t->head.lead.off : t->head.body;
}

/* Adds what is wanted; nothing if one needle has no hits. */
static bool
find_words(const struct query *q, const struct article *t, struct hits *h)
{
	struct str text = t->text.text;
	struct span ranges[2];
	size_t n = query_ranges(t, ranges);

	for (size_t i = 0; i < q->want.n; i++)
		if (!add_hits(h, q->want.at[i], text, ranges, n))
			return false;
	for (size_t i = 0; q->regex && i < n; i++)
		add_regex_hits(h, q->regex, text, ranges[i]);
	if (q->bare && t->text.raw_off == 0)
		add_hit(h, span_of(0, 0), lead_of(t));
	else if (!q->regex && q->want.n == 0)
		add_said(q, t, h);
	return true;
}

static int
compare_hits(const void *x, const void *y)
{
	const struct span *a = x, *b = y;

	if (a->off != b->off)
		return a->off < b->off ? -1 : 1;
	return a->len > b->len ? -1 : a->len < b->len;
}

size_t
query_unite(struct span *hits, size_t n)
{
	size_t kept = 0;

	if (n > 1)
		qsort(hits, n, sizeof(*hits), compare_hits);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || hits[i].off >= span_end(hits[kept - 1]))
			hits[kept++] = hits[i];
	return kept;
}

size_t
query_article(const struct query *q, struct arena *a, const struct article *t,
    struct span **hits)
{
	struct hits h = { .in = a };

	*hits = NULL;
	if (!query_admits(q, a, t) || !find_words(q, t, &h))
		return 0;
	if (q->speaker.len > 0 && q->want.n > 0)
		keep_said(q, t, &h);
	if (q->want.n != 1)
		h.n = query_unite(h.at, h.n);
	*hits = h.n > 0 ? h.at : NULL;
	return h.n;
}

struct span
query_mark(const struct query *q, struct arena *scratch, struct str text)
{
	struct hits h = { .in = scratch };
	struct span all = span_of(0, text.len);

	for (size_t i = 0; i < q->want.n; i++)
		add_hits(&h, q->want.at[i], text, &all, 1);
	if (q->regex)
		add_regex_hits(&h, q->regex, text, all);
	h.n = query_unite(h.at, h.n);
	return h.n > 0 ? h.at[0] : span_of(0, 0);
}

/* Whether each of `narrow` has one of `wide` in it. */
static bool
is_each_within(const struct needles *narrow, const struct query *q)
{
	for (size_t i = 0; i < narrow->n; i++) {
		bool within = false;

		for (size_t k = 0; k < q->want.n && !within; k++)
			within = match_is_within(q->want.at[k], narrow->at[i]);
		for (size_t k = 0; k < q->also.n && !within; k++)
			within = match_is_within(q->also.at[k], narrow->at[i]);
		if (!within)
			return false;
	}
	return true;
}

/* Whether what the wider one leaves out, `q` leaves out, too. */
static bool
leaves_out_as_much(const struct query *q, const struct query *wider)
{
	for (size_t i = 0; i < wider->never.n; i++) {
		bool out = false;

		for (size_t k = 0; k < q->never.n && !out; k++)
			out = match_is_within(
			    wider->never.at[i], q->never.at[k]);
		if (!out)
			return false;
	}
	return true;
}

bool
query_is_within(const struct query *q, const struct query *wider)
{
	if (q->regex || wider->regex || q->dates.first < wider->dates.first ||
	    q->dates.last > wider->dates.last ||
	    (wider->source.len > 0 && !str_eq(q->source, wider->source)) ||
	    (wider->speaker.len > 0 && !str_eq(q->speaker, wider->speaker)))
		return false;
	return is_each_within(&wider->want, q) &&
	    is_each_within(&wider->also, q) && leaves_out_as_much(q, wider);
}
