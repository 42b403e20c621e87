/* Who does what in a sentence, as far as quotes need to know it.
 *
 * One walk from left to right keeps two clauses: the main one and one inside it
 * (after that, who, while …).  A noun phrase becomes the subject of a clause
 * only where a subject can stand; what follows a preposition or a verb is
 * passed over.  A word of saying takes the subject of the clause it is in:
 *
 *	As he left, Ferrow turned to his counterpart, Lind, and said “Q”
 *	   inner    main   ------------------------         main         */
#include "clause_walk.h"

static const struct phrase no_phrase;

/* Brackets are passed over if they are short and hold no quote. */
uint32_t
walk_skip_brackets(const struct walk *k, uint32_t i)
{
	enum { BRACKET_MAX = 40 };
	uint32_t at;

	for (at = i; at < k->end && at - i < BRACKET_MAX; at++) {
		if (k->t->at[at].kind == TOKEN_CLOSE)
			return at + 1;
		if (k->t->at[at].kind == TOKEN_QUOTE)
			break;
	}
	return i + 1;
}

/* What may stand between a subject and its verb. */
static bool
is_between(const struct walk *k, uint32_t i)
{
	const struct token *w = &k->t->at[i];

	if (token_means(w, W_DATE))
		return true;
	if (token_is_small(w) && (w->meaning & W_ADV || w->form & FORM_LY))
		return true;
	return token_means(w, W_PREP) && i + 1 < k->end &&
	    token_means(w + 1, W_DATE);
}

bool
walk_verb_follows(const struct walk *k, uint32_t i)
{
	if (i > 0 && k->t->at[i - 1].form & FORM_OWNS)
		return token_means(&k->t->at[i - 1], W_PRONOUN);
	if (i < k->end && k->t->at[i].kind == TOKEN_OPEN)
		i = walk_skip_brackets(k, i);
	if (i + 1 < k->end && token_is(k->t, i, STR("of"))) {
		struct phrase of = phrase_at(k->t, i + 1, k->end);

		i = of.end > i + 1 ? of.end : i;
	}
	while (i < k->end && is_between(k, i))
		i++;
	return i < k->end && token_is_verb(&k->t->at[i]) &&
	    !walk_is_participle(k, i);
}

bool
walk_is_participle(const struct walk *k, uint32_t i)
{
	return k->t->at[i].form & FORM_ED && i + 1 < k->end && i > k->first &&
	    token_is(k->t, i + 1, STR("by")) &&
	    !token_means(&k->t->at[i - 1], W_BE | W_ADV);
}

struct clause *
walk_clause(struct walk *k)
{
	if (k->in_inner && k->inner.subject.kind != PHRASE_NONE)
		return &k->inner;
	return &k->main;
}

void
walk_begin_inner(struct walk *k, struct phrase subject)
{
	k->in_inner = true;
	k->relative = k->as = false;
	k->inner = (struct clause){ subject, false };
}

void
walk_set_verb(struct walk *k, struct clause *c)
{
	c->verb = true;
	if (c == &k->main && k->lead.kind == PHRASE_NONE)
		k->lead = c->subject;
	if (c == &k->inner && c->subject.kind == PHRASE_NAME)
		k->inside = c->subject;
}

static uint32_t
read_conjunction(struct walk *k, uint32_t i)
{
	if (walk_verb_follows(k, i + 1) &&
	    !token_means(&k->t->at[k->main.subject.from], W_IT | W_DET))
		k->in_inner = false;
	if (k->expect != EXPECT_SUBJECT)
		k->expect = EXPECT_MAYBE;
	return i + 1;
}

/* “credited Hsiao as a leader”: no verb follows. */
static bool
is_role(const struct walk *k, uint32_t i)
{
	struct phrase p;

	if (!(k->t->at[i].meaning & W_AS))
		return false;
	p = phrase_at(k->t, i + 1, k->end);
	return p.kind == PHRASE_NOUN &&
	    token_means(&k->t->at[i + 1], W_DET) &&
	    (p.end >= k->end || k->t->at[p.end].kind != TOKEN_COMMA) &&
	    !walk_verb_follows(k, p.end);
}

/* “an ad that calls Hsiao “Q””: a text and a verb on either side of it. */
static bool
is_relative_that(const struct walk *k, uint32_t i)
{
	return k->t->at[i].meaning & W_THAT && i + 1 < k->end &&
	    k->last.kind == PHRASE_NOUN && k->last.end == i &&
	    token_means(&k->t->at[i - 1], W_DOC) &&
	    token_means(&k->t->at[i + 1], W_CUE | W_CALL) &&
	    !(k->t->at[i + 1].meaning & W_BESIDE);
}

/* who, that, while: a clause within begins. */
static uint32_t
read_opening(struct walk *k, uint32_t i)
{
	const struct token *w = &k->t->at[i];

	if (w->meaning & W_REL || is_relative_that(k, i)) {
		walk_begin_inner(k, k->last);
		k->relative = true;
		k->expect = EXPECT_MAYBE;
	} else if (is_role(k, i)) {
		return walk_read_preposition(k, i);
	} else {
		walk_begin_inner(k, no_phrase);
		k->as = w->meaning & W_AS;
		k->expect = EXPECT_SUBJECT;
	}
	return i + 1;
}

/* A verb that only its place tells: “opposes “Q””, “Speaking in Ulm, …”. */
static bool
is_placed_verb(const struct walk *k, uint32_t i)
{
	const struct token *w = &k->t->at[i];

	if (!token_is_small(w))
		return false;
	if (w->form & FORM_ING && i + 1 < k->end &&
	    w[1].meaning & W_TITLE && w[1].form & FORM_CAP)
		return false; /* Acting Mayor Jane Doe */
	if (w->form & FORM_ING)
		return k->expect == EXPECT_SUBJECT && !k->in_inner &&
		    k->main.subject.kind == PHRASE_NONE;
	return w->form & FORM_S && i > k->first && i + 1 < k->end &&
	    (w[1].kind == TOKEN_QUOTE || token_means(w + 1, W_DET | W_POSS));
}

/* “Retired Col. Jane Doe said”: a participle that leads its noun. */
static bool
is_adjective(const struct walk *k, uint32_t i)
{
	const struct token *w = &k->t->at[i];

	return k->expect == EXPECT_SUBJECT && w->form & FORM_ED &&
	    !(w->meaning & (W_SPEAKS | W_VERB | W_BE | W_AUX)) &&
	    i + 1 < k->end && w[1].kind == TOKEN_WORD &&
	    !(w[1].meaning & (W_FUNCTION | W_DATE));
}

static uint32_t
read_verb(struct walk *k, uint32_t i)
{
	bool turned = i == k->fresh && k->t->at[i].meaning & W_AUX;

	if (!(k->t->at[i].form & FORM_ING))
		walk_set_verb(k, walk_clause(k));
	/* „Q“, hat Hsiao gesagt */
	k->expect = turned ? EXPECT_MAYBE : EXPECT_NOTHING;
	return i + 1;
}

/* A word that the lexicon or its place makes part of the sentence's frame; 0
 * when it is none. */
static uint32_t
read_frame(struct walk *k, uint32_t i)
{
	const struct token *w = &k->t->at[i];

	if (w->meaning & (W_REL | W_SUB | W_THAT | W_WHAT))
		return read_opening(k, i);
	if (w->meaning & W_CONJ)
		return read_conjunction(k, i);
	/* so, per: only behind a quote */
	if (w->meaning & W_ACCORDING && (i == k->fresh ||
	    !(w->meaning & (W_ADV | W_PREP))))
		return cue_read_according(k, i);
	if (w->meaning & W_PREP)
		return walk_read_preposition(k, i);
	if (w->form & FORM_CAP && i > k->first)
		return 0;
	if (w->meaning & W_SAYING && !(w->form & FORM_CAP))
		return cue_read_saying(k, i);
	return 0;
}

/* “state Sen. Jane Doe”; but “the Poles state” */
static bool
is_place_word(const struct walk *k, uint32_t i)
{
	return k->t->at[i].meaning & W_PLACE &&
	    (i == k->first || !(k->t->at[i - 1].form & FORM_S));
}

static uint32_t
read_word(struct walk *k, uint32_t i)
{
	const struct token *w = &k->t->at[i];
	uint32_t next;

	if (w->link != 0)
		return walk_read_phrase(k, i);
	next = read_frame(k, i);
	if (next == 0 && w->meaning & W_IDIOM)
		next = cue_read_idiom(k, i);
	if (next != 0)
		return next;
	if (walk_is_participle(k, i))
		return i + 1;
	if (w->meaning & (W_CUE | W_CALL | W_SAY) &&
	    (!(w->form & FORM_CAP) || i == k->first))
		return is_place_word(k, i) ? walk_read_phrase(k, i)
					   : cue_read_finite(k, i);
	if (token_is_verb(w) && !is_adjective(k, i))
		return read_verb(k, i);
	if (w->meaning & W_ADV)
		return i + 1;
	if (is_placed_verb(k, i))
		return read_verb(k, i);
	return walk_read_phrase(k, i);
}

/* “Q” Hsiao said: the comma was left out. */
static bool
speech_follows(const struct walk *k, uint32_t i)
{
	struct phrase p = phrase_at(k->t, i, k->end);

	return p.kind != PHRASE_NONE && p.end < k->end &&
	    token_is_small(&k->t->at[p.end]) &&
	    token_means(&k->t->at[p.end], W_CUE);
}

/* “as Hsiao, a baker, put it” */
static bool
awaits_verb(const struct walk *k)
{
	return k->in_inner && k->as && !k->inner.verb &&
	    k->inner.subject.kind == PHRASE_NAME;
}

/* A quote that ends as a clause does leaves room for who said it; any other is
 * a word among words. */
static uint32_t
read_quote(struct walk *k, uint32_t i)
{
	bool comma = i + 1 < k->end && k->t->at[i + 1].kind == TOKEN_COMMA;

	if (!comma && !(k->t->at[i].form & FORM_DOT) &&
	    !speech_follows(k, i + 1)) {
		k->expect = EXPECT_NOTHING;
		return i + 1;
	}
	if (!awaits_verb(k))
		k->in_inner = false;
	k->expect = EXPECT_SUBJECT;
	k->fresh = i + 1 + comma;
	return k->fresh;
}

/* “that her brother, Bo Ferrow, had”: the name is the subject of the inner clause.
 * The token after it, or 0 when that is not there. */
static uint32_t
read_apposed(struct walk *k, uint32_t i)
{
	struct phrase name;

	if (!k->in_inner || k->inner.verb || k->inner.subject.end != i ||
	    k->inner.subject.kind != PHRASE_NOUN)
		return 0;
	name = phrase_named(k->t, k->inner.subject, k->end);
	if (name.kind != PHRASE_NAME || name.from != i + 1 ||
	    !walk_verb_follows(k, name.end + 1))
		return 0;
	k->inner.subject = name;
	return name.end + 1;
}

/* , ; : and dashes end the inner clause. */
static void
read_border(struct walk *k)
{
	if (!awaits_verb(k))
		k->in_inner = false;
	if (k->main.subject.kind == PHRASE_NONE)
		k->expect = EXPECT_SUBJECT;
	else if (k->expect != EXPECT_SUBJECT)
		k->expect = EXPECT_MAYBE;
}

/* Brackets that hold a quote hold a sentence: (Hsiao once said, “Q”). */
static uint32_t
read_brackets(struct walk *k, uint32_t i)
{
	uint32_t end = walk_skip_brackets(k, i);

	k->expect = end > i + 1 ? EXPECT_MAYBE : EXPECT_SUBJECT;
	k->in_inner = k->in_inner && end > i + 1;
	return end;
}

static uint32_t
read_sign(struct walk *k, uint32_t i)
{
	uint32_t next;

	switch (k->t->at[i].kind) {
	case TOKEN_NUMBER:
		return walk_read_phrase(k, i);
	case TOKEN_QUOTE:
		return read_quote(k, i);
	case TOKEN_COMMA: case TOKEN_DASH: case TOKEN_SEMICOLON:
	case TOKEN_COLON:
		next = read_apposed(k, i);
		if (next != 0)
			return next;
		read_border(k);
		return i + 1;
	case TOKEN_OPEN:
		return read_brackets(k, i);
	default:
		return i + 1;
	}
}

/* “Saying no in Ulm, Hsiao left”: a participle before its subject. */
static void
fill_subjects(struct walk *k)
{
	size_t i;

	for (i = 0; i < k->out->cue_n; i++) {
		struct cue *c = &k->out->cues[i];

		if (c->subject.kind == PHRASE_NONE &&
		    c->meaning & (W_SAYING | W_SAY))
			c->subject = k->main.subject;
	}
}

struct reading
clause_read(struct clauses *c, const struct sentence *s)
{
	struct walk k = { .t = c->t,
		.out = c,
		.first = s->first,
		.end = s->end,
		.expect = EXPECT_SUBJECT };
	uint32_t i = s->first;

	c->cue_n = 0;
	while (i < k.end)
		i = c->t->at[i].kind == TOKEN_WORD ? read_word(&k, i)
						   : read_sign(&k, i);
	fill_subjects(&k);
	return (struct reading){ .cues = c->cues,
		.cue_n = (uint32_t)c->cue_n,
		.subject = k.lead.kind != PHRASE_NONE ? k.lead
						      : k.main.subject,
		.inside = k.inside,
		.speaker = k.speaker };
}
