/* The sentences around hits.  A report is read in its parts, as the hunt that
 * counted its hits did; the part read last stays. */
#include "dateline/reader/excerpts.h"

#include <stdlib.h>

#include "dateline/find/search.h"
#include "dateline/text/line.h"

struct excerpts {
	struct archive *archive;
	const struct query *query;
	struct arena *in; /* the part that was read last */
	bool is;
	uint32_t id;
	uint32_t part;
	uint32_t before; /* hits in the parts before it */
	struct article article;
	struct span *hits;
	size_t hit_n;
};

struct excerpts *
excerpts_new(struct archive *archive)
{
	struct excerpts *e = xrealloc(NULL, 1, sizeof(*e));

	*e = (struct excerpts){ .archive = archive, .in = arena_new() };
	return e;
}

void
excerpts_free(struct excerpts *e)
{
	if (!e)
		return;
	arena_free(e->in);
	free(e);
}

void
excerpts_of(struct excerpts *e, const struct query *q)
{
	e->query = q;
	e->is = false;
}

/* Reads a part; false when there is none, or it cannot be read. */
static bool
read_part(struct excerpts *e, uint32_t id, uint32_t part, uint32_t before)
{
	const struct record *rec = archive_record(e->archive, id);
	struct err err = { "" };
	struct str raw;

	e->is = false;
	if (part >= rec->len)
		return false;
	arena_reset(e->in);
	if (!archive_read(
		e->archive, id, part, ARTICLE_PART, e->in, &raw, &err))
		return false;
	e->article = article_read_to(e->in, raw, part, part ? 0 : rec->head,
	    PLAIN_READABLE, query_depth(e->query));
	e->hit_n = query_article(e->query, e->in, &e->article, &e->hits);
	e->id = id;
	e->part = part;
	e->before = before;
	return e->is = true;
}

/* Reads as far as the part that holds hit `k`. */
static bool
read_hit(struct excerpts *e, uint32_t id, uint32_t k)
{
	bool there = e->is && e->id == id && e->before <= k;

	if (!there && !read_part(e, id, 0, 0))
		return false;
	while (k - e->before >= e->hit_n)
		if (e->part > UINT32_MAX - ARTICLE_PART ||
		    !read_part(e, id, e->part + ARTICLE_PART,
			e->before + (uint32_t)e->hit_n))
			return false;
	return true;
}

/* Where what follows `before` begins once both stand on one line. */
static size_t
line_len(struct arena *in, struct str before)
{
	size_t len = line_of(in, before).len;
	char last = before.len > 0 ? before.ptr[before.len - 1] : '\0';

	return len + (len > 0 && (last == ' ' || last == '\n' || last == '\t'));
}

bool
excerpts_place(struct excerpts *e, uint32_t id, uint32_t k, uint32_t *raw)
{
	if (!e->query || !read_hit(e, id, k))
		return false;
	*raw = query_is_bare(e->query)
	    ? 0
	    : plain_to_raw(&e->article.text, e->hits[k - e->before].off);
	return true;
}

bool
excerpts_get(struct excerpts *e, uint32_t id, uint32_t k, struct arena *in,
    struct excerpt *out)
{
	struct span hit, sentence;
	size_t start, end;
	struct str text;

	if (!excerpts_place(e, id, k, &out->raw))
		return false;
	hit = e->hits[k - e->before];
	sentence = search_sentence(&e->article, hit);
	text = str_of(e->article.text.text, sentence);
	out->text = line_of(in, text);
	start = line_len(in, str_head(text, hit.off - sentence.off));
	end = line_of(in, str_head(text, span_end(hit) - sentence.off)).len;
	out->hit = span_of(start, end);
	return true;
}
