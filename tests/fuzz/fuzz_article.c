/* Any bytes, both forms, with and without a marker, as a beginning and as a
 * later part: every span lies inside the text and between characters, blocks
 * and quotes come in order, and a window gives the same head as the whole.  The
 * first byte says which. */
#include <locale.h>
#include <stdlib.h>

#include "dateline/report/article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(what)                                                            \
	do {                                                                   \
		if (!(what))                                                   \
			abort();                                               \
	} while (0)

enum { ORIGINAL = 1, MARKED = 2, LATER = 4 };

static void
check_span(struct str text, struct span s)
{
	CHECK(s.off <= text.len && s.len <= text.len - s.off);
	CHECK(utf8_floor(text, s.off) == s.off);
	CHECK(utf8_floor(text, span_end(s)) == span_end(s));
}

static void
check_head(struct str text, const struct head *h)
{
	check_span(text, h->date);
	check_span(text, h->title);
	check_span(text, h->source);
	check_span(text, h->dateline);
	check_span(text, h->lead);
	check_span(text, h->front);
	check_span(text, (struct span){ h->body, 0 });
	CHECK(h->title_rule);
	CHECK((h->dateline.len > 0) == (h->dateline_rule != NULL));
}

static void
check_blocks(const struct article *t)
{
	uint32_t end = 0;

	for (size_t i = 0; i < t->block_n; i++) {
		const struct block *b = &t->blocks[i];

		CHECK(b->at.len > 0 && b->at.off >= end);
		end = span_end(b->at);
		check_span(t->text.text, b->at);
		check_span(t->text.text, b->said);
		check_span(t->text.text, b->author);
		CHECK(block_letter(b->kind) && b->rule);
		CHECK((b->kind == BLOCK_PROMO) == (b->twins > 1));
		CHECK(article_block(t, b->at.off) == i);
	}
}

static void
check_quotes(const struct article *t)
{
	uint32_t from = 0;

	for (size_t i = 0; i < t->quote_n; i++) {
		const struct quote *q = &t->quotes[i];

		CHECK(q->whole.off >= from);
		from = q->whole.off;
		check_span(t->text.text, q->whole);
		check_span(t->text.text, q->words);
		check_span(t->text.text, q->mention);
		check_span(t->text.text, q->speaker);
		check_span(t->text.text, q->cue);
		CHECK(q->block < t->block_n && q->rule);
	}
}

/* The window is cut from the text, as head_read() promises. */
static void
check_window(struct str text, uint32_t marker)
{
	struct str seen = str_head(text, utf8_floor(text, HEAD_WINDOW));
	struct head whole = head_read(text, marker);
	struct head window = head_read(seen, marker);

	CHECK(whole.title.off == window.title.off);
	CHECK(whole.title.len == window.title.len);
	CHECK(whole.dateline.len == window.dateline.len);
	CHECK(whole.lead.off == window.lead.off);
	CHECK(whole.lead.len == window.lead.len);
	CHECK(whole.body == window.body);
	check_span(text, head_short_lead(text, whole.lead, 20));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int how = size > 0 ? data[0] : 0;
	struct str raw = str_skip((struct str){ (const char *)data, size }, 1);
	uint32_t marker = how & MARKED ? (uint32_t)how >> 3 : 0;
	struct arena *a = arena_new();
	struct article t;
	size_t i;

	setlocale(LC_ALL, "C.UTF-8");
	/* A marker is ASCII. */
	for (i = 0; i < marker && i < raw.len; i++)
		if ((uint8_t)raw.ptr[i] >= 0x80)
			marker = (uint32_t)i;
	t = article_read(a, raw, how & LATER ? ARTICLE_PART : 0, marker,
	    how & ORIGINAL ? PLAIN_ORIGINAL : PLAIN_READABLE);
	check_head(t.text.text, &t.head);
	check_blocks(&t);
	check_quotes(&t);
	check_window(t.text.text, marker);
	arena_free(a);
	return 0;
}
