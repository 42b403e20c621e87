/* Who said it.  A quote belongs to the subject of the word of saying nearest to
 * it in its sentence; a quote that is a sentence of its own goes on with the
 * speaker before it, or waits for the one after it in its paragraph.  Nobody
 * there means nobody: a quote without a speaker is better than one with the
 * wrong speaker. */
#include "speaker.h"

#include "dateline/text/letter.h"

#include "near.h"
#include "speaker_rule.h"

struct speakers {
	const struct block *blocks;
	struct quote *quotes;
	size_t quote_n;
	struct tokens t;
	struct persons p;
	struct clauses c;
	struct memory m;
	size_t next;	    /* the first quote of this block or a later one */
	uint32_t cue;	    /* the next cue of the sentence: near_find() */
	uint32_t it_from;   /* the first sentence where "it" was not sought */
	uint32_t named_to;  /* the sentence after the last about somebody named */
	uint32_t waits;	    /* the first quote that waits for a speaker … */
	uint32_t waits_end; /* … and the one after the last */
};

/* Adverbs and conjunctions do not speak: “Then “Q”” is only a quote. */
static bool
is_only_quotes(const struct tokens *t, const struct sentence *in)
{
	uint32_t i;

	for (i = in->first; i < in->end; i++)
		if (t->at[i].kind == TOKEN_WORD &&
		    !(t->at[i].meaning & (W_ADV | W_CONJ)))
			return false;
	return true;
}

/* Gives a voice to all quotes that wait. */
static void
settle(struct speakers *s, struct voice v, const char *rule)
{
	v.rule = rule;
	for (; s->waits < s->waits_end; s->waits++)
		if (s->quotes[s->waits].how == QUOTE_NONE)
			voice_give(&s->m, &s->quotes[s->waits], &v, true);
}

static void
wait(struct speakers *s, uint32_t n)
{
	if (s->waits == s->waits_end)
		s->waits = n;
	s->waits_end = n + 1;
}

/* Whether quote `n` goes on where the one before it was left open (Q5). */
static bool
continues(const struct speakers *s, uint32_t n)
{
	return n > 0 && n < s->quote_n &&
	    s->quotes[n].group == s->quotes[n - 1].group &&
	    s->quotes[n].block != s->quotes[n - 1].block;
}

/* A quote that is a sentence of its own (Q16, Q18). */
static void
read_alone(struct speakers *s, uint32_t n)
{
	struct quote *q = &s->quotes[n];
	struct voice v = rule_label(&s->m, q);
	bool goes_on = continues(s, n) && s->quotes[n - 1].how != QUOTE_NONE;

	if (v.known) {
		voice_give(&s->m, q, &v, false);
		voice_note(&s->m, &v);
		return;
	}
	v = s->m.last;
	if (v.known && (s->m.last_block == s->m.block || goes_on)) {
		s->m.last_block = s->m.block;
		v.rule = "Q16";
		voice_give(&s->m, q, &v, true);
	} else {
		wait(s, n);
	}
	if (quote_is_term(s->t.text, q, true, false, false))
		q->kind = QUOTE_TERM;
}

/* “Q,” Hsiao said. “P” all over the valley.  But “P”, and a comma, waits for
 * somebody whom no rule found. */
static bool
is_carried(const struct speakers *s, const struct near *n, uint32_t at)
{
	const struct quote *q = &s->quotes[s->t.at[at].link];
	uint32_t cp;

	if (!s->m.last.known || s->m.last_block != s->m.block ||
	    (at + 1 < s->t.n && s->t.at[at + 1].kind == TOKEN_COMMA))
		return false;
	if (n->prev)
		return n->colon;
	return utf8_next(str_of(s->t.text, q->words), 0, &cp) > 0 &&
	    letter_is_upper(cp);
}

static void
read_quote(struct speakers *s, const struct sentence *in,
    const struct reading *r, uint32_t at)
{
	struct quote *q = &s->quotes[s->t.at[at].link];
	struct near n = near_find(&s->t, in, r, at, &s->cue);
	struct voice v = rule_voice(&s->m, r, &n, at);
	bool carried = v.mention.len == 0 && v.cue.len == 0 &&
	    is_carried(s, &n, at);

	if (carried) {
		v = s->m.last;
		v.rule = "Q16";
	}
	voice_give(&s->m, q, &v, carried);
	if (quote_is_term(s->t.text, q, false, near_is_said(&n, &s->t, q),
		n.caught))
		q->kind = QUOTE_TERM;
	if (q->kind != QUOTE_TERM && v.known)
		voice_note(&s->m, &v);
	else if (q->kind != QUOTE_TERM && v.mention.len > 0)
		s->m.last.known = false; /* “he”, and nobody knows who */
	if (v.known)
		settle(s, v, "Q18");
}

/* `r` is NULL when nothing but quotes is in the sentence. */
static void
read_quotes(struct speakers *s, const struct sentence *in,
    const struct reading *r)
{
	uint32_t i;

	s->cue = 0;
	for (i = in->first; in->quotes && i < in->end; i++) {
		if (s->t.at[i].kind != TOKEN_QUOTE)
			continue;
		if (r)
			read_quote(s, in, r, i);
		else
			read_alone(s, s->t.at[i].link);
	}
}

/* Whether a sentence leaves nothing in mind but a thing: nobody is named in it,
 * no pronoun means somebody, and nobody says anything. */
static bool
is_plain(const struct sentence *in)
{
	return !in->quotes && !in->names && !(in->meaning &
	    (W_HE | W_SHE | W_IT | W_SPEAKS | W_ACCORDING | W_IDIOM));
}

/* “The judge smiled” brings Judge Ferrow to mind. */
static uint32_t
titled(const struct speakers *s, struct phrase p)
{
	if (p.kind != PHRASE_NOUN || p.end != p.first + 2 ||
	    !token_means(&s->t.at[p.first], W_DET) ||
	    !token_means(&s->t.at[p.end - 1], W_TITLE))
		return 0;
	return recall_titled(
	    &s->m.recall, s->t.text, token_text(&s->t, p.end - 1));
}

/* The subject of a sentence may be what "it" means in a later one. */
static void
note_thing(struct speakers *s, uint32_t n, const struct voice *subject)
{
	bool person = subject->who != 0 && !s->p.at[subject->who - 1].org;

	if (person) {
		s->m.person.len = 0;
		s->named_to = n + 1;
	}
	if (!subject->known || person || (subject->who == 0 &&
	    subject->phrase.kind != PHRASE_NOUN))
		return;
	voice_note_thing(&s->m, subject, n >= s->named_to);
	s->it_from = n + 1;
}

/* Looks for such a subject in the plain sentences of the paragraph, which were
 * passed over. */
static void
recall_thing(struct speakers *s, uint32_t n)
{
	uint32_t i;

	for (i = n; i > s->it_from; i--) {
		const struct sentence *in = &s->t.sentences[i - 1];
		struct voice subject;

		if (in->block != s->m.block)
			break;
		if (!is_plain(in) || is_only_quotes(&s->t, in))
			continue;
		subject = voice_of(&s->m, clause_read(&s->c, in).subject, NULL,
		    "Q14");
		note_thing(s, i - 1, &subject);
		recall_add(&s->m.recall, titled(s, subject.phrase),
		    RECALL_NAME);
	}
	s->it_from = n;
}

/* “Hsiao asked Lind whether …”: Lind will answer. */
static uint32_t
asked_by(const struct speakers *s, const struct cue *c, uint32_t end)
{
	struct phrase p;

	if (!token_is(&s->t, c->at, STR("asked")) &&
	    !token_is(&s->t, c->at, STR("asks")))
		return 0;
	p = phrase_at(&s->t, c->at + 1, end);
	return p.kind == PHRASE_NAME && p.first != c->subject.first ? p.who : 0;
}

/* What a sentence leaves in mind: its subject, or who reported it. */
static void
note_sentence(struct speakers *s, const struct sentence *in,
    const struct reading *r, struct voice subject)
{
	uint32_t i;

	if (r->speaker.kind != PHRASE_NONE) {
		subject = voice_of(&s->m, r->speaker,
		    r->cue_n > 0 ? &r->cues[0] : NULL, "Q14");
		if (subject.known)
			voice_note(&s->m, &subject);
	} else if (subject.who != 0 && !in->quotes) {
		voice_note(&s->m, &subject);
	}
	for (i = 0; i < r->cue_n; i++)
		recall_add(&s->m.recall, asked_by(s, &r->cues[i], in->end),
		    RECALL_ASKED);
	for (i = 0; i < r->cue_n; i++)
		if (r->cues[i].subject.kind == PHRASE_NAME &&
		    r->cues[i].meaning & W_CUE)
			recall_add(&s->m.recall, r->cues[i].subject.who,
			    RECALL_CUE);
	if (in->names)
		recall_names(&s->m.recall, &s->t, in->capital, in->end);
}

/* Whether only the names of a sentence can be in mind at the next quote: what
 * else was said is forgotten after two paragraphs (Q20). */
static bool
is_far(struct speakers *s, const struct sentence *in)
{
	enum { BLOCKS_MAX = 2 };

	while (s->next < s->quote_n && s->quotes[s->next].block < in->block)
		s->next++;
	return s->next < s->quote_n &&
	    s->quotes[s->next].block > in->block + BLOCKS_MAX;
}

static void
read_sentence(struct speakers *s, uint32_t n)
{
	const struct sentence *in = &s->t.sentences[n];
	struct reading r;
	struct voice subject;

	if (s->blocks[in->block].kind != BLOCK_TEXT)
		return;
	s->m.block = in->block;
	s->m.minded = in->capital;
	if (is_only_quotes(&s->t, in)) {
		read_quotes(s, in, NULL);
		return;
	}
	recall_fade(&s->m.recall);
	if (is_plain(in))
		return;
	if (is_far(s, in)) {
		recall_names(&s->m.recall, &s->t, in->capital, in->end);
		return;
	}
	if (in->meaning & W_IT ||
	    (in->quotes && in->meaning & (W_HE | W_SHE)))
		recall_thing(s, n);
	r = clause_read(&s->c, in);
	subject = voice_of(&s->m, r.subject, NULL, "Q14");
	recall_add(&s->m.recall, subject.who, RECALL_SUBJECT);
	recall_add(&s->m.recall, titled(s, r.subject), RECALL_SUBJECT);
	read_quotes(s, in, &r);
	note_thing(s, n, &subject);
	note_sentence(s, in, &r, subject);
}

/* Whether the paragraph before ends in a colon: this one is what it promised.
 */
static bool
is_introduced(const struct speakers *s)
{
	struct span at;

	if (s->m.block == 0)
		return false;
	at = s->blocks[s->m.block - 1].at;
	return at.len > 0 && s->t.text.ptr[span_end(at) - 1] == ':';
}

/* Q17: what still waits at the end of a paragraph goes on with the speaker of
 * the one before, unless the quote itself goes on. */
static void
end_block(struct speakers *s)
{
	bool near = s->m.last.known && s->m.last_block + 1 >= s->m.block;

	if (s->waits == s->waits_end)
		return;
	if (near)
		s->m.last_block = s->m.block;
	if (continues(s, s->waits_end) && !(near && is_introduced(s)))
		return;
	if (near)
		settle(s, s->m.last, "Q17");
	s->waits = s->waits_end;
}

/* Q9: two pieces with one word of saying, or the second carried on at once in
 * the same paragraph. */
static bool
is_piece(const struct quote *prev, const struct quote *q)
{
	if (q->kind != QUOTE_SPEECH || prev->kind != QUOTE_SPEECH ||
	    q->block != prev->block)
		return false;
	if (q->cue.len > 0 && q->cue.off == prev->cue.off)
		return true;
	return q->how == QUOTE_CARRIED &&
	    q->speaker.off == prev->speaker.off;
}

/* So far only what was left open (Q5) shares a group. */
static void
join_pieces(struct quote *quotes, size_t n)
{
	uint32_t was = n > 0 ? quotes[0].group : 0;
	size_t i;

	for (i = 1; i < n; i++) {
		uint32_t group = quotes[i].group;

		if (group == was || is_piece(&quotes[i - 1], &quotes[i]))
			quotes[i].group = quotes[i - 1].group;
		was = group;
	}
}

/* How many sentences can tell who said something: those up to the end of the
 * last paragraph with a quote. */
static uint32_t
count_telling(const struct tokens *t, const struct quote *last)
{
	uint32_t n = t->sentence_n;

	while (n > 0 && t->sentences[n - 1].block > last->block)
		n--;
	return n;
}

void
speaker_read(struct arena *a, struct str text, const struct head *head,
    const struct block *blocks, size_t block_n, struct quote *quotes,
    size_t quote_n)
{
	struct speakers s = { .blocks = blocks,
		.quotes = quotes,
		.quote_n = quote_n };
	uint32_t i, n;

	if (quote_n > 0)
		block_n = quotes[quote_n - 1].block + 1;
	s.t = token_read(a, text, head, blocks, block_n, quotes, quote_n);
	s.p = person_read(a, &s.t);
	n = quote_n > 0 ? count_telling(&s.t, &quotes[quote_n - 1]) : 0;
	s.c = (struct clauses){ .t = &s.t, .a = a };
	s.m = (struct memory){ .t = &s.t,
		.people = &s.p,
		.recall = { .people = &s.p } };
	for (i = 0; i < n; i++) {
		const struct sentence *in = &s.t.sentences[i];

		read_sentence(&s, i);
		if (i + 1 == n || in[1].block != in->block)
			end_block(&s);
	}
	join_pieces(quotes, quote_n);
}
