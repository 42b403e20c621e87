/* Which word of saying a quote is near to.  Only the last few before it are
 * weighed, so that a sentence of a thousand quotes costs no more than a
 * thousand sentences. */
#include "near.h"

#include "pair.h"

enum { CUES_MAX = 8 };

/* Whether only commas, colons and how it was said stand between a cue and the
 * quote. */
static bool
is_beside(const struct tokens *t, const struct cue *c, uint32_t at)
{
	while (at > c->end && (t->at[at - 1].kind == TOKEN_COMMA ||
	    t->at[at - 1].kind == TOKEN_COLON ||
	    (token_is_small(&t->at[at - 1]) &&
		t->at[at - 1].form & FORM_LY)))
		at--;
	return at <= c->end;
}

/* Whether a cue weighs less than one before it, which says more plainly who speaks:
 * S told a man who claimed that “Q”; S said T was right to urge people “to Q”. */
static bool
is_lesser(const struct tokens *t, const struct cue *best,
    const struct cue *cue)
{
	if (!(best->meaning & W_CUE) || best->relative)
		return false;
	if (cue->relative || cue->meaning & W_ACCORDING || cue->meaning == 0)
		return true;
	return cue->meaning & W_SAY && !(best->meaning & W_REMARK) &&
	    token_is(t, cue->at - 1, STR("to"));
}

/* The nearest, but “S said, according to T, that “Q”” is S's. */
static const struct cue *
cue_before(const struct tokens *t, const struct reading *r, uint32_t end,
    uint32_t at)
{
	const struct cue *best = NULL;
	uint32_t i = end > CUES_MAX ? end - CUES_MAX : 0;

	for (; i < end; i++) {
		const struct cue *cue = &r->cues[i];

		if (cue->subject.kind == PHRASE_NONE ||
		    (cue->meaning & W_BESIDE && !is_beside(t, cue, at)))
			continue;
		if (best && is_lesser(t, best, cue) && !is_beside(t, cue, at))
			continue;
		if (best && cue->subject.kind == PHRASE_PRONOUN &&
		    t->at[cue->subject.first].meaning & (W_IT | W_THEY))
			continue;
		best = cue;
	}
	return best;
}

/* The cue at once behind the quote, no other quote between. */
static const struct cue *
cue_after(const struct tokens *t, const struct cue *later, uint32_t at)
{
	if (!later || !later->fresh)
		return NULL;
	for (at++; at < later->at; at++)
		if (t->at[at].kind == TOKEN_QUOTE)
			return NULL;
	return later;
}

struct near
near_find(const struct tokens *t, const struct sentence *in,
    const struct reading *r, uint32_t at, uint32_t *next)
{
	struct near n = { 0 };
	const struct token *noun;

	while (*next < r->cue_n && r->cues[*next].at < at)
		++*next;
	n.before = cue_before(t, r, *next, at);
	n.later = *next < r->cue_n ? &r->cues[*next] : NULL;
	n.after = cue_after(t, n.later, at);
	n.beside = n.before && is_beside(t, n.before, at);
	if (at == in->first)
		return n;
	n.prev = noun = &t->at[at - 1];
	n.colon = noun->kind == TOKEN_COLON;
	if (noun->kind == TOKEN_COMMA && at > in->first + 1)
		noun--;
	n.caught = token_means(noun, W_DOC | W_TITLED | W_PREP);
	return n;
}

bool
near_is_said(
    const struct near *n, const struct tokens *t, const struct quote *q)
{
	uint32_t tail = quote_tail(t->text, q);

	if (!n->prev)
		return n->after || tail == ',';
	if (n->colon)
		return quote_closes(t->text, q);
	if (n->beside && n->prev->kind == TOKEN_COMMA)
		return quote_closes(t->text, q);
	if (n->beside)
		return tail != '.' && quote_closes(t->text, q) &&
		    t->at[n->before->at].meaning & (W_CUE | W_SAY | W_SAYING);
	return n->prev->kind != TOKEN_WORD && n->after;
}

const struct cue *
near_promise(const struct tokens *t, const struct sentence *in,
    const struct reading *r)
{
	const struct cue *c;

	if (r->cue_n == 0 || t->at[in->end - 1].kind != TOKEN_COLON)
		return NULL;
	c = &r->cues[r->cue_n - 1];
	if (c->end + 1 != in->end || !(c->meaning & W_CUE) ||
	    c->subject.kind == PHRASE_NONE)
		return NULL;
	return c;
}
