/* Whose a quote is by what stands beside it in its own sentence (Q10 to Q15): the
 * word of saying nearest to it, a colon, an owner, or the sentence's subject. */
#include "speaker_rule.h"

#include "transcript.h"

/* Somebody, or a text: not a wall or a plan. */
static bool
can_speak(const struct tokens *t, struct phrase p)
{
	switch (p.kind) {
	case PHRASE_NAME:
		return true;
	case PHRASE_PRONOUN:
		return t->at[p.first].meaning & (W_HE | W_SHE);
	case PHRASE_NOUN:
		return t->at[p.end - 1].meaning & (W_ROLE | W_DOC | W_TITLE);
	default:
		return false;
	}
}

/* Hsiao’s “Q” */
static bool
is_owned(const struct near *n)
{
	return !n->after && n->prev && n->prev->kind == TOKEN_WORD &&
	    n->prev->form & FORM_OWNS && n->prev->link != 0;
}

static struct phrase
owner_before(const struct tokens *t, uint32_t at)
{
	uint32_t from = at - 1;

	while (from > 0 && t->at[from - 1].link == t->at[at - 1].link &&
	    t->at[from - 1].kind == TOKEN_WORD)
		from--;
	return phrase_name(t, from, at);
}

/* “Lind said Hsiao’s “Q””: what is hers is only spoken of. */
static bool
is_reported(const struct tokens *t, const struct cue *c, struct phrase owner)
{
	uint32_t at = owner.from;

	while (at > 0 && token_means(&t->at[at - 1], W_THAT | W_TITLE))
		at--;
	return c && c->end == at && c->subject.kind != PHRASE_NONE &&
	    (token_is(t, c->at, STR("said")) ||
		token_is(t, c->at, STR("says")));
}

/* Who speaks behind the colon at token `at`: the subject, but “This does not
 * surprise the baker Jane Doe: “Q”” is hers. */
static struct phrase
before_colon(const struct memory *m, const struct reading *r, uint32_t at)
{
	const struct token *name = at > 0 ? &m->t->at[at - 1] : NULL;

	if (!name || r->subject.kind != PHRASE_NOUN ||
	    can_speak(m->t, r->subject) || name->kind != TOKEN_WORD || name->link == 0 ||
	    name->form & FORM_OWNS || m->people->at[name->link - 1].org ||
	    !m->people->at[name->link - 1].human)
		return r->subject;
	return owner_before(m->t, at);
}

/* “While nobody says how, “Q” of it, Hsiao said”: the clause of the word before the
 * quote is closed. */
static bool
is_closed(const struct near *n)
{
	return n->before->inner && !n->before->relative && !n->beside &&
	    n->prev->kind == TOKEN_COMMA && n->later->meaning & W_CUE;
}

struct voice
rule_voice(struct memory *m, const struct reading *r, const struct near *n,
    uint32_t at)
{
	if (is_owned(n)) {
		struct phrase owner = owner_before(m->t, at);

		if (!is_reported(m->t, n->before, owner))
			return voice_of(m, owner, NULL, "Q15");
	}
	if (n->colon && !n->beside && r->subject.kind != PHRASE_NONE &&
	    (!n->before || (n->before->inner &&
		can_speak(m->t, r->subject))) && !n->after)
		return voice_of(m, before_colon(m, r, at - 1), NULL, "Q12");
	if (n->before && n->later && !n->after && is_closed(n))
		return voice_of(m, n->later->subject, n->later, "Q13");
	if (n->before && (!n->after || n->beside))
		return voice_of(m, n->before->subject, n->before, "Q11");
	if (n->after)
		return voice_of(m, n->after->subject, n->after, "Q10");
	if (n->later)
		return voice_of(m, n->later->subject, n->later, "Q13");
	if (can_speak(m->t, r->subject) && r->subject.end != at)
		return voice_of(m, r->subject, NULL, "Q14");
	return voice_of(m, (struct phrase){ 0 }, NULL, "");
}

/* Who speaks in “DOE: Shall we begin?”; not known where nobody is named. */
struct voice
rule_label(const struct memory *m, const struct quote *q)
{
	size_t body;
	struct span label = transcript_label(m->t->text, q->words, &body);
	struct str name = str_of(m->t->text, label);
	size_t at = name.len;

	while (at > 0 && name.ptr[at - 1] != ' ')
		at--;
	return (struct voice){ .mention = label,
		.noun = label,
		.who = label.len == 0
		    ? 0 : person_find(m->people, m->t->text, str_skip(name, at)),
		.known = label.len > 0,
		.how = QUOTE_NAMED,
		.rule = "Q12" };
}
