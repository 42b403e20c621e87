/* Words of saying and whose they are.  The subject is the one of the clause,
 * or stands behind the word:
 *
 *	“Q,” said Amanda Hsiao       the price fell, said a baker from Ulm.
 *	     cue  |----------|                       cue  |-----| */
#include "clause_walk.h"

static struct cue *
push(struct walk *k, uint32_t i, uint32_t end, struct phrase subject)
{
	struct clauses *out = k->out;
	struct cue *c = arena_push(
	    out->a, struct cue, out->cues, out->cue_n, out->cue_cap);

	*c = (struct cue){ .at = i,
		.end = end,
		.subject = subject,
		.meaning = k->t->at[i].meaning,
		.relative = k->in_inner && k->relative,
		.inner = k->in_inner };
	return c;
}

/* The token before `i`, adverbs passed over. */
static const struct token *
before(const struct walk *k, uint32_t i)
{
	static const struct token none = { .kind = TOKEN_OTHER };

	while (i > k->first && (token_means(&k->t->at[i - 1], W_ADV) ||
	    k->t->at[i - 1].form & FORM_LY))
		i--;
	return i > k->first ? &k->t->at[i - 1] : &none;
}

/* Whether a quote was closed right before token `i`, but for adverbs and the
 * like of “« Q », a déclaré”. */
static bool
is_fresh(const struct walk *k, uint32_t i)
{
	if (k->fresh == 0 || i < k->fresh)
		return false;
	while (i > k->fresh && (token_means(&k->t->at[i - 1], W_ADV | W_AUX) ||
	    k->t->at[i - 1].form & FORM_LY))
		i--;
	return i == k->fresh || k->t->at[i - 1].kind == TOKEN_QUOTE;
}

/* What stands behind a cue, “said later Tuesday” passed over. */
static struct phrase
phrase_behind(const struct walk *k, uint32_t i)
{
	while (i < k->end && token_means(&k->t->at[i], W_ADV | W_DATE) &&
	    k->t->at[i].link == 0)
		i++;
	return phrase_named(k->t, phrase_full(k->t, i, k->end), k->end);
}

/* “…, said James Doe, a director.”: the subject stands behind. */
static bool
is_turned(const struct walk *k, uint32_t i)
{
	const struct token *after;
	struct phrase p;

	if (i == k->first || k->t->at[i - 1].kind != TOKEN_COMMA ||
	    !token_means(&k->t->at[i], W_CUE))
		return false;
	p = phrase_at(k->t, i + 1, k->end);
	if ((p.kind != PHRASE_NAME && p.kind != PHRASE_NOUN) ||
	    k->t->at[p.end - 1].form & FORM_OWNS)
		return false;
	after = &k->t->at[p.end];
	if (!k->main.verb) /* The ferry, says Jane Doe, is late. */
		return p.kind == PHRASE_NAME && p.end + 1 < k->end &&
		    after->kind == TOKEN_COMMA &&
		    after[1].kind != TOKEN_QUOTE;
	if (p.end >= k->end)
		return true;
	if (after->kind == TOKEN_WORD)
		return after->meaning & (W_PREP | W_REL | W_DATE);
	return p.kind == PHRASE_NAME || after->kind != TOKEN_COMMA ||
	    token_means(&k->t->at[p.from], W_DET);
}

/* “was called”: the subject may come with "by". */
static uint32_t
read_passive(struct walk *k, uint32_t i)
{
	push(k, i, i + 1, (struct phrase){ 0 });
	k->passive = k->out->cue_n;
	walk_set_verb(k, walk_clause(k));
	return i + 1;
}

/* Takes the subject from behind the cue; 0 when there is none. */
static uint32_t
read_turned(struct walk *k, uint32_t i, uint32_t end, bool fresh)
{
	struct phrase p = phrase_behind(k, end);

	if (p.kind == PHRASE_NONE)
		return 0;
	push(k, i, p.end, p)->fresh = fresh;
	k->main = (struct clause){ p, true };
	k->speaker = p;
	k->in_inner = false;
	k->expect = EXPECT_NOTHING;
	return p.end;
}

/* Whether “, S said” ends here: what was before is what S said; or “As S said,”
 * before it. */
static bool
is_aside(const struct walk *k, struct phrase subject, uint32_t cue)
{
	const struct token *next = &k->t->at[cue + 1];

	if (k->in_inner && k->as)
		return next < &k->t->at[k->end] && next->kind == TOKEN_COMMA;
	if (subject.from <= k->first || subject.end != cue ||
	    k->t->at[subject.from - 1].kind == TOKEN_WORD)
		return false;
	return cue + 1 >= k->end || next->kind != TOKEN_WORD ||
	    next->meaning & (W_PREP | W_DATE | W_SUB);
}

/* “Hsiao, author of “Salt,” said”: what stands before the quote is the subject;
 * but “Hsiao “is old,” said Lind”. */
static bool
awaits_verb(const struct walk *k)
{
	const struct clause *c = &k->main;

	return c->subject.kind == PHRASE_NAME && !c->verb &&
	    k->t->at[c->subject.end].kind == TOKEN_COMMA;
}

/* A finite cue at tokens [i, end). */
static uint32_t
read_finite(struct walk *k, uint32_t i, uint32_t end)
{
	const struct token *w = &k->t->at[i], *prev = before(k, i);
	struct clause *c = walk_clause(k);
	bool fresh = is_fresh(k, i);

	if (token_means(prev, W_BE) && !(w->meaning & W_SAY))
		return read_passive(k, i);
	if (token_means(prev, W_SUB) || (i == k->first &&
	    w->form & FORM_CAP && !(w->meaning & W_CUE)))
		return end; /* “when asked”, “Called to …” */
	if ((fresh && !awaits_verb(k)) || c->subject.kind == PHRASE_NONE ||
	    is_turned(k, i)) {
		uint32_t next = read_turned(k, i, end, fresh);

		if (next != 0)
			return next;
	}
	if (is_aside(k, c->subject, i) ||
	    ((w->meaning & W_CUE || end > i + 1) && c == &k->main &&
		k->speaker.kind == PHRASE_NONE))
		k->speaker = c->subject;
	push(k, i, end, c->subject)->fresh =
	    c->subject.kind != PHRASE_NONE && k->fresh != 0 &&
	    (c->subject.from == k->fresh || (c->subject.from == k->fresh + 1 &&
		token_means(&k->t->at[k->fresh], W_AUX)));
	walk_set_verb(k, c);
	k->expect = EXPECT_COMPLEMENT;
	return end;
}

/* “she asked for approval” says nothing, “she asked for “Q”” does. */
static bool
is_asked_for(const struct walk *k, uint32_t i)
{
	const struct tokens *t = k->t;

	if (!token_is(t, i, STR("asked")) && !token_is(t, i, STR("asks")))
		return false;
	return i != k->fresh && i + 2 < k->end &&
	    token_is(t, i + 1, STR("for")) && t->at[i + 2].kind != TOKEN_QUOTE;
}

uint32_t
cue_read_finite(struct walk *k, uint32_t i)
{
	if (!is_asked_for(k, i))
		return read_finite(k, i, i + 1);
	walk_set_verb(k, walk_clause(k));
	k->expect = EXPECT_NOTHING;
	return i + 1;
}

uint32_t
cue_read_saying(struct walk *k, uint32_t i)
{
	push(k, i, i + 1, walk_clause(k)->subject);
	k->expect = EXPECT_COMPLEMENT;
	return i + 1;
}

uint32_t
cue_read_according(struct walk *k, uint32_t i)
{
	bool begun = k->fresh != 0 && i == k->fresh + 1 &&
	    token_means(&k->t->at[k->fresh], W_PREP); /* nach Angaben von */
	uint32_t at = i + 1;
	struct phrase p;

	if (at < k->end && token_means(&k->t->at[at], W_PREP))
		at++;
	p = phrase_named(k->t, phrase_full(k->t, at, k->end), k->end);
	if (p.kind == PHRASE_NONE)
		return at;
	push(k, i, p.end, p)->fresh = k->fresh != 0 &&
	    (i == k->fresh || begun);
	k->last = p; /* according to Hsiao, who added … */
	return p.end;
}

uint32_t
cue_read_view(struct walk *k, uint32_t i)
{
	const struct token *owner = &k->t->at[i + 1];

	if (i + 2 >= k->end || owner->link == 0 ||
	    !(owner->form & FORM_OWNS) || owner->kind != TOKEN_WORD)
		return 0;
	if (!token_is(k->t, i + 2, STR("view")) &&
	    !token_is(k->t, i + 2, STR("words")) &&
	    !token_is(k->t, i + 2, STR("opinion")))
		return 0;
	push(k, i + 2, i + 3, phrase_name(k->t, i + 1, i + 2))->fresh =
	    k->fresh == i;
	return i + 3;
}

/* Whose remark it is: the last owner in the phrase. */
static struct phrase
owner_of(const struct tokens *t, struct phrase p)
{
	uint32_t i;

	for (i = p.end - 1; i-- > p.from;) {
		const struct token *w = &t->at[i];

		if (w->kind != TOKEN_WORD)
			continue;
		if (w->form & FORM_OWNS && w->link != 0)
			return phrase_name(t, p.from, i + 1);
		if (w->meaning & W_POSS)
			return (struct phrase){ i, i + 1, i, 0,
				PHRASE_PRONOUN };
	}
	return (struct phrase){ 0 };
}

/* What explains a name ends at the next comma. */
static uint32_t
skip_apposition(const struct walk *k, uint32_t i)
{
	enum { WORDS_MAX = 12 };
	uint32_t at;

	if (i >= k->end || k->t->at[i].kind != TOKEN_COMMA)
		return i;
	for (at = i + 1; at < k->end && at < i + WORDS_MAX; at++)
		if (k->t->at[at].kind == TOKEN_COMMA)
			return at + 1;
		else if (k->t->at[at].kind != TOKEN_WORD)
			break;
	return i + 1;
}

/* “a remark by Hsiao, a baker, that …”, “in the words of Hsiao, “Q””: it brings in
 * what the name behind it said. */
static void
read_remark_by(struct walk *k, uint32_t i)
{
	const struct token *at = k->t->at;
	struct phrase by;
	uint32_t next;

	if (!token_is(k->t, i, STR("by")) && !token_is(k->t, i, STR("from")) &&
	    !(token_is(k->t, i, STR("of")) &&
		token_is(k->t, i - 1, STR("words"))))
		return;
	by = phrase_full(k->t, i + 1, k->end);
	next = skip_apposition(k, by.end);
	if (by.kind == PHRASE_NAME && next < k->end &&
	    (at[next].kind == TOKEN_QUOTE || at[next].kind == TOKEN_COLON ||
		token_means(&at[next], W_THAT)))
		push(k, i - 1, by.end, by);
}

void
cue_read_remark(struct walk *k, struct phrase p)
{
	const struct token *next = &k->t->at[p.end];
	struct phrase owner;

	if (p.kind != PHRASE_NOUN || p.end >= k->end ||
	    !token_means(next - 1, W_REMARK))
		return;
	read_remark_by(k, p.end);
	if (next->kind == TOKEN_WORD && !(next->meaning & (W_PREP | W_THAT)))
		return;
	owner = owner_of(k->t, p);
	if (owner.kind != PHRASE_NONE)
		push(k, p.end - 1, p.end, owner);
}

/* Two words that together are a word of saying. */
static bool
is_idiom(const struct tokens *t, uint32_t i)
{
#define LANGUAGE(lang)
#define CUES(meaning, words)
#define IDIOM(word, next)                                             \
	if (token_is(t, i, STR(word)) && token_is(t, i + 1, STR(next))) \
		return true;
#include "cues.def"
	return false;
}

uint32_t
cue_read_idiom(struct walk *k, uint32_t i)
{
	if (i + 1 >= k->end || !is_idiom(k->t, i))
		return 0;
	return read_finite(k, i, i + 2);
}
