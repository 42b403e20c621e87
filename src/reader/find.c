/* Finding words in the open report.  The needle is compiled once and kept from
 * report to report; its hits belong to the text at hand.  They are found in the
 * text, never in drawn rows, so a line break hides nothing. */
#include "dateline/find/search.h"
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

	arena_reset(r->hits_in);
	f->hits = NULL;
	f->hit_n = f->now = 0;
	f->shown = false;
	if (!f->match || !r->open.is)
		return;
	f->hit_n = search_article(
	    f->match, r->hits_in, &r->open.article, &f->hits);
}

void
find_set(struct reader *r, struct str words)
{
	struct finder *f = &r->find;

	arena_reset(r->find_in);
	words = str_head(words, sizeof(f->words));
	memmove(f->words, words.ptr, words.len);
	f->len = words.len;
	f->match = match_new(r->find_in, (struct str){ f->words, f->len });
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

	f->shown = f->match != NULL;
	if (f->hit_n == 0)
		return;
	f->now = 0;
	while (f->now < f->hit_n && f->hits[f->now].off < at)
		f->now++;
	if (f->now == f->hit_n)
		f->now = 0;
	show_hit(r);
}

/* Whether a record holds the words, in any of its parts. */
static bool
record_holds(struct reader *r, uint32_t id, struct arena *scan, uint32_t *part)
{
	const struct record *rec = archive_record(r->archive, id);
	struct err e = { "" };
	struct str raw;

	for (*part = 0; *part < rec->len; *part += ARTICLE_PART) {
		arena_reset(scan);
		if (!archive_read(r->archive, id, *part, ARTICLE_PART, scan,
			&raw, &e))
			return false;
		if (search_raw(r->find.match, scan, raw, *part ? 0 : rec->head))
			return true;
		if (*part > UINT32_MAX - ARTICLE_PART)
			return false;
	}
	return false;
}

bool
reader_find_first(struct reader *r, struct str words)
{
	struct arena *scan = arena_new();
	uint32_t n = scope_count(&r->scope), place, part = 0;
	bool found = false;

	find_set(r, words);
	for (place = 0; place < n && r->find.match && !found; place++)
		found = record_holds(
		    r, scope_at(&r->scope, place), scan, &part);
	arena_free(scan);
	if (!found) {
		message_set(r, "in no report: %.*s", (int)words.len, words.ptr);
		return false;
	}
	found = reader_open(
	    r, (struct place){ scope_at(&r->scope, place - 1), part });
	if (found)
		find_from(r, 0);
	return found;
}

void
find_by(struct reader *r, long by)
{
	struct finder *f = &r->find;
	long n = (long)f->hit_n, now;

	if (!f->match) {
		message_set(r, "nothing is being looked for: / finds words");
		return;
	}
	if (n == 0) {
		message_set(r, "not in this report: %.*s", (int)f->len, f->words);
		return;
	}
	if (!f->shown) { /* a report opened since: begin on this screen */
		find_from(r, page_offset(&r->open.page, r->open.top));
		return;
	}
	now = (long)f->now + by;
	if (now < 0 || now >= n)
		message_set(r, by > 0 ? "on from the top" : "on from the end");
	f->now = (size_t)(((now % n) + n) % n);
	show_hit(r);
}
