/* Finding words in the open report.  The needle is compiled once and kept from
 * report to report; its hits belong to the text at hand.  They are found in the
 * text, never in drawn rows, so a line break hides nothing. */
#include "parts.h"

/* A promotion that holds the current hit is opened. */
static void
unfold_hit(struct reader *r)
{
	size_t b = article_block(
	    &r->open.article, r->find.hits[r->find.now].off);

	if (b >= r->open.article.block_n || r->open.folding[b] != FOLDED ||
	    r->open.article.blocks[b].kind != BLOCK_PROMO)
		return;
	r->open.folding[b] = OPENED_BY_SEARCH;
	page_again(r);
}

/* What an earlier search opened is folded again. */
static void
fold_again(struct reader *r)
{
	bool changed = false;

	for (size_t b = 0; b < r->open.article.block_n; b++) {
		if (r->open.folding[b] != OPENED_BY_SEARCH)
			continue;
		r->open.folding[b] = FOLDED;
		changed = true;
	}
	if (changed)
		page_again(r);
}

void
find_again(struct reader *r)
{
	struct finder *f = &r->find;
	const struct query *q = f->wanted.query;

	arena_reset(r->hits_in);
	f->hits = NULL;
	f->hit_n = f->now = 0;
	f->shown = false;
	if (!q || !r->open.is || query_is_bare(q) ||
	    !query_on(q, archive_record(r->archive, r->open.id)->date))
		return;
	f->hit_n =
	    query_article(q, r->hits_in, &r->open.article, &f->hits);
}

void
wanted_set(struct wanted *w, struct str words, enum query_mode mode)
{
	words = str_head(words, sizeof(w->words));
	memmove(w->words, words.ptr, words.len);
	w->len = words.len;
	w->mode = mode;
	w->why = (struct err){ "" };
	w->query =
	    query_new((struct str){ w->words, w->len }, mode, &w->why);
}

void
find_set(struct reader *r, struct str words, enum query_mode mode)
{
	struct finder *f = &r->find;

	query_free(f->wanted.query);
	wanted_set(&f->wanted, words, mode);
	f->everywhere = false;
	if (r->open.is)
		fold_again(r);
	find_again(r);
}

static void
show_hit(struct reader *r)
{
	struct finder *f = &r->find;

	f->shown = true;
	unfold_hit(r);
	show_offset(r, f->hits[f->now].off);
}

void
find_from(struct reader *r, uint32_t at)
{
	struct finder *f = &r->find;

	f->shown = f->wanted.query != NULL;
	if (f->hit_n == 0)
		return;
	f->now = 0;
	while (f->now < f->hit_n && f->hits[f->now].off < at)
		f->now++;
	if (f->now == f->hit_n)
		f->now = 0;
	show_hit(r);
}

/* Another hit of the open report, round its ends. */
static void
hit_by(struct reader *r, long by)
{
	struct finder *f = &r->find;
	long n = (long)f->hit_n, now = (long)f->now + by;

	if (now < 0 || now >= n)
		message_set(r, by > 0 ? "on from the top" : "on from the end");
	f->now = (size_t)(((now % n) + n) % n);
	show_hit(r);
}

void
find_by(struct reader *r, long by)
{
	struct finder *f = &r->find;
	long now = (long)f->now + by;

	if (!f->wanted.query)
		message_set(r, "nothing is being looked for: / finds words");
	else if (f->hit_n > 0 && !f->shown) /* begin on this screen */
		find_from(r, page_offset(&r->open.page, r->open.top));
	else if (f->everywhere && (now < 0 || now >= (long)f->hit_n))
		found_by(r, by);
	else if (f->hit_n > 0)
		hit_by(r, by);
	else
		message_set(r, "not in this report: %.*s",
		    (int)f->wanted.len, f->wanted.words);
}
