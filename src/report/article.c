/* One report made readable: its plain text, and blocks and quotes pointing
 * into it.
 *
 * Everything is understood in readable letters.  Who wants to see the letters
 * of the file gets the same blocks and quotes, carried over by raw offsets:
 *
 *	readable  --to raw-->  file's bytes  --from raw-->  original
 */
#include "dateline/report/article.h"

/* From the plain text in which spans were found to the one that is shown. */
struct bridge {
	const struct plain *from;
	const struct plain *to;
};

static void
carry(const struct bridge *b, struct span *s)
{
	if (s->len > 0)
		*s = plain_span_from_raw(b->to, plain_span_to_raw(b->from, *s));
}

static void
move_head(const struct bridge *b, struct head *h)
{
	carry(b, &h->date);
	carry(b, &h->title);
	carry(b, &h->source);
	carry(b, &h->dateline);
	carry(b, &h->lead);
	carry(b, &h->front);
	h->text = plain_from_raw(b->to, plain_to_raw(b->from, h->text));
	h->body = plain_from_raw(b->to, plain_to_raw(b->from, h->body));
}

static void
move_block(const struct bridge *b, struct block *block)
{
	carry(b, &block->at);
	carry(b, &block->said);
	carry(b, &block->author);
}

static void
move_quote(const struct bridge *b, struct quote *q)
{
	carry(b, &q->whole);
	carry(b, &q->words);
	carry(b, &q->mention);
	carry(b, &q->speaker);
	carry(b, &q->cue);
}

/* Shows `t` in the letters of the file. */
static void
show_original(struct article *t, struct arena *a, struct str raw,
    enum plain_form form)
{
	struct plain readable = t->text;
	struct bridge b = { &readable, &t->text };
	size_t i;

	t->text = plain_make(a, raw, readable.raw_off, form);
	t->text.runs = NULL;
	t->text.run_n = 0;
	move_head(&b, &t->head);
	for (i = 0; i < t->block_n; i++)
		move_block(&b, &t->blocks[i]);
	for (i = 0; i < t->quote_n; i++)
		move_quote(&b, &t->quotes[i]);
}

struct article
article_read(struct arena *a, struct str raw, uint32_t raw_off, uint32_t marker,
    enum plain_form form)
{
	return article_read_to(a, raw, raw_off, marker, form, ARTICLE_QUOTES);
}

struct article
article_read_to(struct arena *a, struct str raw, uint32_t raw_off,
    uint32_t marker, enum plain_form form, enum article_depth depth)
{
	struct article_how how = { .form = form, .depth = depth };

	return article_read_as(a, raw, raw_off, marker, &how);
}

struct article
article_read_as(struct arena *a, struct str raw, uint32_t raw_off,
    uint32_t marker, const struct article_how *how)
{
	struct article t = { .head = { .title_rule = "" } };

	t.text = plain_make(a, raw, raw_off, PLAIN_READABLE);
	if (raw_off == 0)
		t.head = head_read(t.text.text, marker);
	t.block_n = block_read(a, &t.text, &t.head, &t.blocks);
	if (how->no_plain_headings)
		block_drop_plain_headings(t.blocks, t.block_n);
	if (how->repeats)
		block_mark_repeats(t.blocks, t.block_n, t.text.text,
		    how->repeats,
		    repeats_source(
			str_of(t.text.text, t.head.source), how->path));
	if (how->depth == ARTICLE_QUOTES)
		t.quote_n = quote_read(a, t.text.text, &t.head, t.blocks,
		    t.block_n, &t.quotes);
	if (how->form != PLAIN_READABLE)
		show_original(&t, a, raw, how->form);
	return t;
}

size_t
article_block(const struct article *t, uint32_t at)
{
	size_t low = 0, high = t->block_n;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (t->blocks[mid].at.off <= at)
			low = mid;
		else
			high = mid;
	}
	return low;
}
