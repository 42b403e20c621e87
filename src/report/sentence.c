/* Where sentences end.  A full stop ends one if the next word may begin one.
 * The stop inside a quote ends the sentence around it, too, unless an
 * attribution follows: “Why?” Hsiao asked. */
#include "token.h"

#include "dateline/text/letter.h"

#include "pair.h"

/* Whether a name and a cue come right after token `i`: Hsiao asked. */
static bool
is_attribution(const struct tokens *t, uint32_t i, uint32_t end)
{
	uint32_t names = 0;

	for (i++; i < end && names < 5; i++, names++) {
		const struct token *w = &t->at[i];

		if (w->kind != TOKEN_WORD)
			return false;
		if (w->meaning & W_CUE && !(w->form & FORM_CAP))
			break;
		if (!(w->form & FORM_CAP) || w->meaning & W_FUNCTION)
			return false;
	}
	if (names == 0 || names == 5 || i >= end)
		return false;
	return i + 1 >= end || t->at[i + 1].kind != TOKEN_WORD ||
	    t->at[i + 1].meaning & (W_PREP | W_DATE | W_SUB);
}

static bool
may_begin(const struct token *w)
{
	if (w->kind == TOKEN_WORD)
		return w->form & FORM_CAP;
	return w->kind == TOKEN_QUOTE || w->kind == TOKEN_NUMBER ||
	    w->kind == TOKEN_OPEN || w->kind == TOKEN_DASH;
}

/* Whether a sentence ends with token `i`. */
static bool
ends_sentence(const struct tokens *t, const struct quote *quotes,
    uint32_t i, uint32_t end)
{
	const struct token *w = &t->at[i];

	if (i + 1 >= end)
		return true;
	if (w->kind == TOKEN_CLOSE && i > 0 &&
	    t->at[i - 1].kind == TOKEN_STOP)
		return may_begin(w + 1);
	if (w->kind == TOKEN_STOP)
		return may_begin(w + 1);
	if (w->kind == TOKEN_QUOTE && may_begin(w + 1)) {
		uint32_t tail = quote_tail(t->text, &quotes[w->link]);

		return letter_ends_sentence(tail) &&
		    !is_attribution(t, i, end);
	}
	return false;
}

static struct sentence *
push(struct arena *a, struct tokens *t, size_t *cap)
{
	size_t n = t->sentence_n++;

	return arena_push(a, struct sentence, t->sentences, n, *cap);
}

/* The next token that is no word, or the last one.  Collects the meanings. */
static uint32_t
skip_words(
    const struct tokens *t, uint32_t i, uint32_t end, uint64_t *meaning)
{
	const struct token *w = &t->at[i], *last = &t->at[end - 1];
	uint64_t all = w->meaning;

	while (w < last && w->kind == TOKEN_WORD)
		all |= (++w)->meaning;
	*meaning |= all;
	return i + (uint32_t)(w - &t->at[i]);
}

void
sentence_split(struct arena *a, struct tokens *t, const struct quote *quotes,
    size_t *cap, const struct sentence *block)
{
	uint32_t first = block->first, capital = block->capital, i;
	uint64_t meaning = 0;
	bool quoted = false;

	for (i = first; i < block->end; i++) {
		struct sentence *s;

		i = skip_words(t, i, block->end, &meaning);
		quoted |= t->at[i].kind == TOKEN_QUOTE;
		if (!ends_sentence(t, quotes, i, block->end))
			continue;
		s = push(a, t, cap);
		*s = (struct sentence){ .first = first,
			.end = i + 1,
			.block = block->block,
			.capital = capital,
			.meaning = meaning,
			.quotes = quoted };
		while (capital < block->capital_end &&
		    t->capitals[capital] < s->end)
			capital++;
		s->capital_end = capital;
		first = i + 1;
		meaning = 0;
		quoted = false;
	}
}
