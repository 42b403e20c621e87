/* What a noun phrase is in its sentence: the subject where one can stand, the
 * name of the noun before it, or what a preposition takes along. */
#include "clause_walk.h"

static void
set_subject(struct walk *k, struct phrase p, bool verb)
{
	if (k->in_inner && k->inner.subject.kind == PHRASE_NONE)
		k->inner.subject = p;
	else if (k->main.subject.kind == PHRASE_NONE ||
	    (k->expect == EXPECT_SUBJECT && !k->in_inner))
		k->main = (struct clause){ p, false };
	else if (!verb)
		return;
	else if (k->expect == EXPECT_COMPLEMENT ||
	    k->expect == EXPECT_NOTHING)
		walk_begin_inner(k, p);
	else if (!k->in_inner)
		k->main = (struct clause){ p, false };
	else
		k->inner = (struct clause){ p, false };
}

/* “the nominee, Jane Doe, said”: the name is who the noun means. */
static bool
is_apposed(const struct walk *k, struct phrase p)
{
	uint32_t end = p.end;

	if (p.kind != PHRASE_NAME || k->in_inner || k->main.verb ||
	    k->main.subject.kind != PHRASE_NOUN || p.end >= k->end)
		return false;
	if (k->t->at[end].kind == TOKEN_OPEN)
		end = walk_skip_brackets(k, end);
	return (p.end > p.first + 1 || p.first > p.from ||
	    token_means(&k->t->at[p.first], W_MALE | W_FEMALE)) &&
	    end < k->end && k->t->at[end].kind == TOKEN_COMMA &&
	    k->t->at[p.from - 1].kind == TOKEN_COMMA;
}

/* Whether a noun stands right before a phrase, which then begins a clause on it:
 * all the work he did. */
static bool
is_on_noun(const struct walk *k, struct phrase p)
{
	const struct token *noun;

	if (p.from <= k->first)
		return false;
	noun = &k->t->at[p.from - 1];
	return token_is_small(noun) && !(noun->meaning &
	    (W_FUNCTION | W_SPEAKS | W_VERB | W_DATE)) &&
	    !(noun->form & (FORM_ED | FORM_ING | FORM_LY));
}

/* “a move her campaign called “Q”” */
static bool
is_contact(const struct walk *k, struct phrase p)
{
	const struct token *at = k->t->at;

	return is_on_noun(k, p) && token_means(&at[p.end], W_CALL | W_CUE) &&
	    (p.kind == PHRASE_NAME ||
		token_means(&at[p.from], W_POSS | W_DET));
}

/* Keeps the noun phrase that a "who" would mean; “Jane Doe, the baker of the
 * village, who” is Jane Doe. */
static void
keep_last(struct walk *k, struct phrase p, bool verb)
{
	if (p.kind != PHRASE_NOUN || verb)
		k->apposed = false;
	else if (k->last.kind == PHRASE_NAME && p.from > k->first &&
	    k->t->at[p.from - 1].kind == TOKEN_COMMA &&
	    p.from < k->last.end + 4)
		k->apposed = true;
	if (!k->apposed)
		k->last = p;
}

uint32_t
walk_read_phrase(struct walk *k, uint32_t i)
{
	struct phrase p = phrase_full(k->t, i, k->end);
	bool verb;

	if (p.kind == PHRASE_NONE)
		return p.end > i ? p.end : i + 1;
	cue_read_remark(k, p);
	verb = walk_verb_follows(k, p.end);
	if (k->expect == EXPECT_SUBJECT)
		set_subject(k, p, verb);
	else if (p.kind == PHRASE_PRONOUN && verb && !k->in_inner &&
	    k->main.subject.kind != PHRASE_NONE && is_on_noun(k, p))
		walk_begin_inner(k, p);
	else if (p.kind == PHRASE_PRONOUN &&
	    (verb || token_means(&k->t->at[i], W_HE | W_SHE | W_THEY)))
		set_subject(k, p, true);
	else if (k->expect >= EXPECT_MAYBE && verb)
		set_subject(k, p, true);
	else if (verb && is_contact(k, p))
		walk_begin_inner(k, p);
	else if (is_apposed(k, p))
		k->main.subject = p;
	keep_last(k, p, verb);
	if (k->expect != EXPECT_COMPLEMENT || verb)
		k->expect = EXPECT_NOTHING;
	return p.end;
}

/* of, in, from, at: what follows tells where somebody belongs. */
static bool
is_place(const struct tokens *t, uint32_t i)
{
	return token_is(t, i, STR("of")) || token_is(t, i, STR("in")) ||
	    token_is(t, i, STR("from")) || token_is(t, i, STR("at"));
}

/* “called a liar by Hsiao” */
static void
fill_passive(struct walk *k, uint32_t i)
{
	struct phrase p;

	if (k->passive == 0 || !token_is(k->t, i, STR("by")))
		return;
	p = phrase_named(
	    k->t, phrase_full(k->t, i + 1, k->end), k->end);
	if (p.kind != PHRASE_NONE)
		k->out->cues[k->passive - 1].subject = p;
	k->passive = 0;
}

/* with [the camp] of the senator saying; with [Hsiao] tweeting */
static bool
participle_follows(const struct walk *k, uint32_t i)
{
	enum { CHAIN_MAX = 3 };
	int links;

	for (links = 0; links < CHAIN_MAX && i + 1 < k->end &&
	     token_means(&k->t->at[i], W_PREP); links++) {
		uint32_t end = phrase_at(k->t, i + 1, k->end).end;

		if (end <= i + 1)
			return false;
		i = end;
	}
	return i < k->end && k->t->at[i].form & FORM_ING;
}

uint32_t
walk_read_preposition(struct walk *k, uint32_t i)
{
	uint32_t view = cue_read_view(k, i);
	struct phrase p;

	fill_passive(k, i);
	if (view != 0)
		return view;
	if (i + 1 < k->end && token_means(&k->t->at[i + 1], W_ACCORDING))
		return i + 1;
	if (i + 1 < k->end && token_means(&k->t->at[i + 1],
	    W_SAYING | W_WHAT))
		return token_is(k->t, i, STR("like")) ? i + 2 : i + 1;
	p = phrase_at(k->t, i + 1, k->end);
	if (p.kind == PHRASE_NONE) {
		/* for comment, in answers: a noun; but “to say” */
		bool noun = i + 1 < k->end &&
		    token_is_small(&k->t->at[i + 1]) &&
		    token_means(&k->t->at[i + 1], W_CUE | W_SAY | W_CALL) &&
		    !token_is(k->t, i, STR("to"));

		return noun ? i + 2 : i + 1;
	}
	cue_read_remark(k, p);
	if (!k->apposed && !(k->last.kind == PHRASE_NAME &&
	    k->last.end == i && is_place(k->t, i)))
		k->last = p;
	if (token_is(k->t, i, STR("with")) && participle_follows(k, p.end))
		walk_begin_inner(k, p);
	return p.end;
}
