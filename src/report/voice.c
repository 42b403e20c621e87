/* From a phrase beside a cue to somebody with a name.  A name is looked up, a
 * noun stays what it is, a pronoun is looked for in memory. */
#include "voice.h"

#include <assert.h>

/* “one voter”, “a nurse from Ulm”: new in the text, so "she" may be her. */
static bool
is_somebody(const struct memory *m, struct phrase p)
{
	return p.kind == PHRASE_NOUN && token_means(&m->t->at[p.first], W_A);
}

/* a spokesman, her daughter, the mayor’s brother: one person without a name. */
static bool
is_person(const struct memory *m, struct phrase p)
{
	const struct token *at = m->t->at, *head = &at[p.end - 1];
	uint32_t i;

	if (p.kind != PHRASE_NOUN || !token_means(head, W_ROLE | W_TITLE) ||
	    head->form & FORM_S ||
	    phrase_named(m->t, p, m->t->n).kind == PHRASE_NAME)
		return false;
	if (token_means(&at[p.first], W_A | W_POSS))
		return true;
	for (i = p.first; i + 1 < p.end; i++)
		if (at[i].form & FORM_OWNS)
			return true;
	return false;
}

void
voice_note_thing(struct memory *m, const struct voice *v, bool last)
{
	m->thing = *v;
	m->thing_block = m->block;
	m->person = (struct span){ 0 };
	if (last && is_person(m, v->phrase))
		m->person = phrase_span(m->t, v->phrase, v->phrase.end);
}

/* Whether “she” is her daughter, who was the last subject. */
static bool
is_last_person(const struct memory *m, enum gender gender)
{
	uint64_t other = gender == GENDER_MALE ? W_FEMALE : W_MALE;

	return m->person.len > 0 && m->thing_block == m->block &&
	    !(m->t->at[m->thing.phrase.end - 1].meaning & other);
}

/* Q20: he and she are the one who just spoke if that was “a nurse”, else the
 * person who comes to mind. */
static void
find_person(struct memory *m, struct voice *v, enum gender gender)
{
	const struct voice *last = &m->last;

	if (is_last_person(m, gender)) {
		v->noun = m->person;
		v->phrase = m->thing.phrase;
		v->known = true;
		return;
	}
	if (last->known && m->last_block == m->block && last->cue.len > 0 &&
	    is_somebody(m, last->phrase)) {
		v->noun = last->noun;
		v->phrase = last->phrase;
		v->known = true;
		return;
	}
	v->who = recall_find(&m->recall, gender);
	v->known = v->who != 0;
}

/* A shepherd came by.  “No,” he said: nobody else is there. */
static void
find_somebody(const struct memory *m, struct voice *v)
{
	if (m->thing.known && m->thing_block == m->block &&
	    is_somebody(m, m->thing.phrase)) {
		v->noun = m->thing.noun;
		v->phrase = m->thing.phrase;
		v->known = true;
	}
}

/* it: the paper, the company or the letter that was the last subject of this
 * paragraph. */
static void
find_thing(const struct memory *m, struct voice *v)
{
	if (!m->thing.known || m->thing_block != m->block)
		return;
	v->who = m->thing.who;
	v->noun = m->thing.noun;
	v->phrase = m->thing.phrase;
	v->known = true;
}

static enum gender
pronoun_gender(const struct tokens *t, uint32_t i)
{
	if (t->at[i].meaning & W_HE || token_is(t, i, STR("his")))
		return GENDER_MALE;
	if (t->at[i].meaning & W_SHE || token_is(t, i, STR("her")))
		return GENDER_FEMALE;
	return GENDER_UNKNOWN;
}

/* The names before the pronoun in its own sentence come last. */
static void
infer(struct memory *m, struct voice *v)
{
	uint32_t at = v->phrase.first;
	enum gender gender = pronoun_gender(m->t, at);

	if (gender != GENDER_UNKNOWN)
		find_person(m, v, gender);
	else if (m->t->at[at].meaning & W_IT)
		find_thing(m, v);
	m->minded = recall_names(&m->recall, m->t, m->minded, at);
	if (!v->known && gender != GENDER_UNKNOWN)
		find_person(m, v, gender);
	if (!v->known && gender != GENDER_UNKNOWN)
		find_somebody(m, v);
	v->how = v->known ? QUOTE_INFERRED : QUOTE_NONE;
}

struct voice
voice_of(struct memory *m, struct phrase p, const struct cue *cue,
    const char *rule)
{
	struct voice v = { .phrase = p, .rule = rule, .how = QUOTE_NONE };

	if (cue)
		v.cue = token_span(m->t, cue->at, cue->at + 1);
	if (p.kind == PHRASE_NONE)
		return v;
	v.mention = v.noun = phrase_span(m->t, p, cue ? cue->at : 0);
	v.known = p.kind != PHRASE_PRONOUN;
	v.how = QUOTE_NAMED;
	if (p.kind == PHRASE_NAME)
		v.who = p.who;
	else if (p.kind == PHRASE_PRONOUN)
		infer(m, &v);
	return v;
}

void
voice_note(struct memory *m, const struct voice *v)
{
	assert(v->known);
	if (v->who != 0 && v->how == QUOTE_NAMED && v->cue.len > 0)
		m->people->at[v->who - 1].human = true;
	m->last = *v;
	m->last_block = m->block;
	recall_add(&m->recall, v->who, RECALL_SPEAKER);
}

/* Mrs. Ferrow is not Mr. Ferrow. */
static bool
tells_gender(const struct tokens *t, uint32_t first)
{
	return first > 0 && token_means(&t->at[first - 1], W_TITLE) &&
	    t->at[first - 1].meaning & (W_MALE | W_FEMALE);
}

/* Q21: the full name, but a surname that two share stays what was written. */
static struct span
name_of(const struct memory *m, const struct voice *v)
{
	const struct person *p;

	if (v->who == 0)
		return v->noun;
	p = &m->people->at[v->who - 1];
	if (v->how == QUOTE_NAMED && v->mention.len <= p->last.len &&
	    !tells_gender(m->t, v->phrase.first) &&
	    person_unclear(m->people, m->t->text, v->who - 1))
		return v->mention;
	return p->full;
}

/* Whether a name that was given is one word, and no paper or state; in capitals
 * it is one only as the label of a transcript (Q12). */
static bool
is_bare(const struct memory *m, const struct voice *v, struct span name)
{
	struct str text = str_of(m->t->text, name);
	bool is_label = strcmp(v->rule, "Q12") == 0;
	const struct person *p;

	if (v->who == 0)
		return is_label && !memchr(text.ptr, ' ', text.len);
	p = &m->people->at[v->who - 1];
	return name.off != p->full.off || name.len != p->full.len ||
	    (p->words == 1 && (is_label || (!p->org && !p->shouts)));
}

void
voice_give(const struct memory *m, struct quote *q, const struct voice *v,
    bool carried)
{
	q->mention = v->mention;
	q->cue = v->cue;
	if (!v->known)
		return;
	q->speaker = name_of(m, v);
	q->bare = is_bare(m, v, q->speaker);
	q->how = carried ? QUOTE_CARRIED : v->how;
	q->rule = v->rule;
}
