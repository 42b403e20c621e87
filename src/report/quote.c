/* Finds the words between marks, paragraph by paragraph, and asks who said
 * them.  Posts are quotes of their author; promotions have none. */
#include "dateline/report/quote.h"

#include "pair.h"
#include "speaker.h"
#include "transcript.h"

static void
add_post(struct quote_list *l, const struct block *b, uint32_t n)
{
	struct quote *q;

	if (b->said.len == 0)
		return;
	q = arena_push(l->a, struct quote, l->at, l->n, l->cap);
	*q = (struct quote){ .whole = b->said,
		.words = b->said,
		.mention = b->author,
		.speaker = b->author,
		.kind = QUOTE_POST,
		.how = b->author.len > 0 ? QUOTE_NAMED : QUOTE_NONE,
		.rule = "Q2",
		.group = (uint32_t)(l->n - 1),
		.block = n };
}

/* Q2: JANE DOE: Shall we begin?  What already stands in marks is found by them.
 */
static bool
add_spoken(struct quote_list *l, struct str text, struct span at, uint32_t n)
{
	size_t body;
	struct span words, label = transcript_label(text, at, &body);

	if (label.len == 0)
		return false;
	words = span_of(body, span_end(at));
	if (words.len == 0 || pair_opens(text, words))
		return false;
	*arena_push(l->a, struct quote, l->at, l->n, l->cap) =
	    (struct quote){ .whole = words,
		    .words = words,
		    .rule = "",
		    .how = QUOTE_NONE,
		    .group = (uint32_t)(l->n - 1),
		    .block = n };
	return true;
}

static bool
is_single(struct str text, const struct quote *q)
{
	struct str s = str_of(text, q->whole);

	return s.ptr[0] == '\'' || str_starts(s, STR("\xE2\x80\x98"));
}

/* Whether nobody says `q` in so many words, nor does it go on within a paragraph.
 */
static bool
is_unsaid(const struct block *blocks, const struct quote *q)
{
	return q->cue.len == 0 || (q->how == QUOTE_CARRIED &&
	    q->whole.off == blocks[q->block].at.off);
}

/* Q7: where double marks prevail, single ones outside them hold terms, unless
 * somebody said them. */
static void
weigh_marks(struct str text, const struct block *blocks, struct quote_list *l)
{
	size_t i, singles = 0, speech = 0;

	for (i = 0; i < l->n; i++) {
		if (l->at[i].kind != QUOTE_SPEECH)
			continue;
		speech++;
		singles += is_single(text, &l->at[i]);
	}
	if (singles == 0 || singles * 2 >= speech)
		return;
	for (i = 0; i < l->n; i++)
		if (l->at[i].kind == QUOTE_SPEECH &&
		    is_unsaid(blocks, &l->at[i]) && is_single(text, &l->at[i]))
			l->at[i].kind = QUOTE_TERM;
}

size_t
quote_read(struct arena *a, struct str text, const struct head *head,
    const struct block *blocks, size_t block_n, struct quote **quotes)
{
	struct quote_list l = { .a = a };
	bool spoken = transcript_is(text, blocks, block_n);
	size_t i;

	for (i = 0; i < block_n; i++) {
		const struct block *b = &blocks[i];
		bool reopens = i + 1 < block_n &&
		    blocks[i + 1].kind == BLOCK_TEXT &&
		    pair_opens(text, blocks[i + 1].at);
		size_t first = l.n;

		if (b->kind == BLOCK_POST)
			add_post(&l, b, (uint32_t)i);
		else if (b->kind != BLOCK_PROMO &&
		    !(spoken && b->kind == BLOCK_TEXT &&
			add_spoken(&l, text, b->at, (uint32_t)i)))
			pair_read(&l, text, b->at, (uint32_t)i, reopens);
		for (; b->kind == BLOCK_HEADING && first < l.n; first++) {
			l.at[first].in_heading = true;
			l.at[first].kind = QUOTE_TERM;
		}
	}
	if (l.n > 0)
		speaker_read(a, text, head, blocks, block_n, l.at, l.n);
	weigh_marks(text, blocks, &l);
	*quotes = l.at;
	return l.n;
}
