/* Who or what a sentence speaks of.  A noun phrase runs from its article over
 * adjectives, nouns and names to the first word that can be none of them:
 *
 *	the  former  mill  director  Amanda Hsiao  told
 *	|------------------ from ----- first ---|  end
 */
#include "phrase.h"

/* What of a phrase has been read. */
struct state {
	uint32_t nouns; /* words that can be its head */
	bool article;	/* it began with the, his, two … */
	bool owned;	/* the word before was one, or Hsiao’s */
	enum language lang;
};

/* Whether a word of saying behind a, another, two is a noun: another claim, two
 * claims; but “another claims”, “the two claim”, “some said”. */
static bool
is_named_deed(const struct token *w)
{
	if (token_means(&w[-1], W_MANY) || w[-1].kind == TOKEN_NUMBER)
		return w->form & FORM_S;
	return w->meaning & W_SAY && !(w[-1].form & (FORM_S | FORM_CAP));
}

/* Whether what comes here is a verb, as far as its place tells in a language
 * whose verbs have no endings we know: behind a name; in German, where nouns have
 * a capital, behind any noun. */
static bool
is_verb_place(const struct token *w, struct state s)
{
	return w[-1].link != 0 ||
	    (s.lang == LANG_GERMAN && w[-1].form & FORM_CAP);
}

/* Whether `w` can go on the phrase. */
static bool
goes_on(const struct token *w, struct state s)
{
	if (w->kind != TOKEN_WORD) /* Ferrow & Sons */
		return w->kind == TOKEN_NUMBER ||
		    (w->kind == TOKEN_OTHER && w->link != 0);
	if (w->link != 0)
		return true;
	if (w->meaning & (W_FUNCTION | W_DATE))
		return false;
	if (w->form & FORM_CAP || w->meaning & (W_ROLE | W_DOC | W_TITLE))
		return true;
	if (w->meaning & W_PLACE &&
	    (s.nouns == 0 || !(w[-1].form & FORM_S)))
		return true; /* secretary of state; but “the Poles state” */
	if (w->meaning & (W_SPEAKS | W_VERB))
		return s.owned || (s.article && is_named_deed(w));
	if (w->form & (FORM_ED | FORM_ING | FORM_LY))
		return s.nouns == 0;
	return s.lang == LANG_ENGLISH || s.nouns == 0 || !is_verb_place(w, s);
}

/* “mill running mate Jane Doe”: a participle within. */
static bool
is_within(const struct token *w, struct state s)
{
	const struct state after = { .nouns = 1 };

	return w->form & FORM_ING && s.nouns > 0 &&
	    !(w->meaning & W_SPEAKS) && goes_on(w + 1, after);
}

/* a May letter, the Feb. 1 ruling */
static bool
is_dated(const struct token *w, struct state s)
{
	return s.owned && token_means(w, W_DATE) && w->form & FORM_CAP &&
	    (w[1].kind == TOKEN_NUMBER || (token_is_small(&w[1]) &&
		!(w[1].meaning & (W_FUNCTION | W_SPEAKS | W_VERB))));
}

/* A term inside: the “Jane” actress; Anna “Nan” Ferrow. */
static bool
is_quoted(const struct token *w, struct state s)
{
	const struct state begun = { .article = true, .owned = true };

	if (w->kind != TOKEN_QUOTE || w->form & FORM_DOT)
		return false;
	if (s.owned)
		return goes_on(w + 1, begun);
	return s.nouns > 0 && w[1].link != 0 && w[1].kind == TOKEN_WORD &&
	    w[1].link == w[-1].link;
}

/* “Hsiao bristles at”: a plural after a name is a verb unless a noun or a verb
 * comes after it; `w` comes after a name. */
static bool
is_plural_verb(const struct token *w)
{
	if (w->kind != TOKEN_WORD || !(w->form & FORM_S) ||
	    w->form & (FORM_CAP | FORM_OWNS) || w->meaning & (W_ROLE | W_DOC))
		return false;
	return !(w[-1].form & FORM_OWNS) &&
	    token_means(w + 1,
		W_PREP | W_DET | W_POSS | W_THAT | W_PRONOUN);
}

/* Whether a word of a phrase can be its head: the 43-year-old, but “the Sept. 11
 * attacks” is not 11. */
static bool
is_noun(const struct token *w, struct state s)
{
	bool form = w->form & (FORM_ED | FORM_LY);
	bool noun = w->meaning & (W_ORG | W_ROLE | W_DOC);
	bool word = w->kind == TOKEN_WORD;

	return (w->form & FORM_CAP) | ((word | s.article) & (!form | noun));
}

/* “Another said”, “some say” */
static bool
stands_alone(const struct tokens *t, uint32_t i)
{
	return token_means(&t->at[i], W_DET) && t->at[i].len > 2 &&
	    !token_is(t, i, STR("the")) && !token_is(t, i, STR("The"));
}

/* the accused, the daily: no noun follows, so it is one. */
static bool
is_head(const struct tokens *t, uint32_t first, uint32_t end)
{
	return first > 0 && end > first &&
	    t->at[end - 1].kind == TOKEN_WORD &&
	    (token_is(t, first - 1, STR("the")) ||
		token_is(t, first - 1, STR("The")));
}

struct phrase
phrase_name(const struct tokens *t, uint32_t from, uint32_t end)
{
	struct phrase p = { from, end, from, t->at[end - 1].link,
		PHRASE_NAME };

	while (p.first + 1 < end && (t->at[p.first].link != p.who ||
	    t->at[p.first].kind != TOKEN_WORD))
		p.first++;
	return p;
}

/* Where the words of a phrase end that began with an article or without. */
static uint32_t
run(const struct tokens *t, uint32_t i, uint32_t end, struct state *s)
{
	uint32_t from = i;

	for (; i < end; i++) {
		const struct token *w = &t->at[i];

		if (w->run != RUN_GOES && !goes_on(w, *s)) {
			if (i + 1 == end)
				break;
			if (is_quoted(w, *s))
				continue;
			if (!is_within(w, *s) && !is_dated(w, *s))
				break;
		}
		if (i > from && w[-1].link != 0 && i + 1 < end &&
		    is_plural_verb(w))
			break;
		s->nouns += is_noun(w, *s);
		s->owned = w->form & FORM_OWNS;
	}
	return i;
}

struct phrase
phrase_at(const struct tokens *t, uint32_t i, uint32_t end)
{
	struct phrase p = { i, i, i, 0, PHRASE_NONE };
	struct state s = { 0 };
	const struct token *last;

	if (i < end && token_means(&t->at[i], W_PRONOUN)) {
		p.end = i + 1;
		p.kind = PHRASE_PRONOUN;
		return p;
	}
	while (i < end && token_means(&t->at[i], W_DET | W_POSS) &&
	    t->at[i].link == 0)
		i++;
	s.lang = i < end ? (enum language)t->at[i].lang : LANG_ENGLISH;
	s.article = i > p.first;
	s.owned = s.article && !stands_alone(t, i - 1);
	p.end = run(t, i, end, &s);
	if (p.end == p.first || (s.nouns == 0 &&
	    !stands_alone(t, p.end - 1) &&
	    !is_head(t, p.first + s.article, p.end)))
		return p;
	last = &t->at[p.end - 1];
	if (last->link != 0 && last->kind == TOKEN_WORD &&
	    !(last->form & FORM_OWNS))
		return phrase_name(t, p.first, p.end);
	p.kind = PHRASE_NOUN;
	return p;
}

struct phrase
phrase_full(const struct tokens *t, uint32_t i, uint32_t end)
{
	struct phrase p = phrase_at(t, i, end);
	struct phrase of;
	bool joined;

	if (p.kind != PHRASE_NOUN || p.end + 1 >= end)
		return p;
	joined = token_is(t, p.end, STR("and")) &&
	    t->at[p.end - 1].meaning & (W_TITLE | W_ROLE) &&
	    !token_means(&t->at[p.end + 1], W_DET);
	if (!joined && !token_is(t, p.end, STR("of")))
		return p;
	of = phrase_at(t, p.end + 1, end);
	if (of.kind != PHRASE_NAME || of.first == of.from ||
	    of.end - of.first < 2 ||
	    token_means(&t->at[of.first - 1], W_FUNCTION))
		return p;
	of.from = i;
	return of;
}

/* “the chief known as Bob”, “a dog named Rex”: the name, or `p`. */
static struct phrase
by_name(const struct tokens *t, struct phrase p, uint32_t end)
{
	uint32_t i = p.end;
	struct phrase n;

	if (i + 2 >= end || !(token_is(t, i, STR("known")) ||
	    token_is(t, i, STR("named")) || token_is(t, i, STR("called")) ||
	    token_is(t, i, STR("identified"))))
		return p;
	n = phrase_at(t, i + 1 + token_is(t, i + 1, STR("as")), end);
	return n.kind == PHRASE_NAME ? n : p;
}

struct phrase
phrase_named(const struct tokens *t, struct phrase p, uint32_t end)
{
	enum { CHAIN_MAX = 4 };
	uint32_t i = p.end;
	struct phrase n;
	int links;

	if (p.kind != PHRASE_NOUN)
		return p;
	n = by_name(t, p, end);
	if (n.kind == PHRASE_NAME)
		return n;
	for (links = 0; links < CHAIN_MAX && i + 1 < end &&
	     token_means(&t->at[i], W_PREP); links++) {
		n = phrase_at(t, i + 1, end);
		if (n.kind != PHRASE_NONE)
			i = n.end;
		else if (links == 0 && token_means(&t->at[i + 1], W_OBLIQUE))
			i += 2; /* one of them */
		else
			return p;
	}
	if (i + 1 >= end || t->at[i].kind != TOKEN_COMMA)
		return p;
	n = phrase_at(t, i + 1, end);
	if (n.kind != PHRASE_NAME || n.from != i + 1 ||
	    token_means(&t->at[n.from], W_DET | W_POSS) ||
	    n.end < n.from + 2 ||
	    (n.end < end && t->at[n.end].kind == TOKEN_WORD))
		return p;
	return n;
}

/* The token after a preposition at `i` and what it governs; `i` when nothing
 * is there.  “one of them” counts. */
static uint32_t
skip_governed(const struct tokens *t, uint32_t i)
{
	struct phrase p;

	if (i + 1 >= t->n || !token_means(&t->at[i], W_PREP))
		return i;
	if (token_means(&t->at[i + 1], W_OBLIQUE))
		return i + 2;
	p = phrase_at(t, i + 1, t->n);
	return p.kind == PHRASE_NONE ? i : p.end;
}

/* Where “close to the camp”, “released on Friday by the mill” ends, which
 * begins at `i` behind the noun; `i` when the noun goes on with neither. */
static uint32_t
skip_attribute(const struct tokens *t, uint32_t i, bool text)
{
	uint32_t at = i;

	while (at < t->n && token_means(&t->at[at], W_DATE | W_ADV))
		at++;
	if (at + 1 >= t->n)
		return i;
	if (token_is(t, at - 1, STR("close")) ||
	    token_is(t, at - 1, STR("familiar")))
		return skip_governed(t, at);
	if (t->at[at].form & FORM_ED &&
	    token_means(&t->at[at + 1], W_PREP | W_DATE)) {
		for (at++; at < t->n && token_means(&t->at[at], W_DATE); at++)
			;
		return skip_governed(t, at);
	}
	if (text && token_means(&t->at[at], W_PREP)) {
		uint32_t end = skip_governed(t, at);

		return end > at ? end : i;
	}
	return i;
}

struct span
phrase_span(const struct tokens *t, struct phrase p, uint32_t stop)
{
	enum { CHAIN_MAX = 3 };
	uint32_t end = p.end, more;
	bool text;
	int links;

	if (p.kind != PHRASE_NOUN)
		return token_span(t, p.first, p.end);
	text = token_means(&t->at[p.end - 1], W_DOC);
	for (links = 0; links < CHAIN_MAX && end < t->n &&
	     token_means(&t->at[end], W_OF); links++) {
		more = skip_governed(t, end);
		if (more == end)
			break;
		end = more;
	}
	for (more = end, links = 0; links < CHAIN_MAX; links++) {
		uint32_t next = skip_attribute(t, more, text);

		if (next == more)
			break;
		more = next;
		text = true;
	}
	if (stop <= p.first || more == stop)
		end = more;
	return token_span(t, p.first, end);
}
