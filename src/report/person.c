/* Who is named in an article.  “Amanda Hsiao” enters the table, a later “Hsiao”
 * or “Ms. Hsiao” is linked to her. */
#include "person.h"

#include "name.h"
#include "token_word.h"

enum { CHAIN_MAX = 12 };

struct finder {
	struct arena *a;
	struct tokens *t;
	struct persons *p;
	size_t cap;
};

/* The first and the last bytes of a name, which may overlap, in small letters:
 * they tell nearly all names apart. */
static uint32_t
hash_name(struct str s)
{
	uint64_t first = 0, last = 0;
	size_t i, n = s.len < 8 ? s.len / 2 + s.len % 2 : 8;

	if (n == 8) {
		first = lexicon_eight(s.ptr);
		last = lexicon_eight(s.ptr + s.len - 8);
	}
	for (i = 0; n < 8 && i < n; i++) {
		first = first << 8 | (uint8_t)s.ptr[i];
		last = last << 8 | (uint8_t)s.ptr[s.len - n + i];
	}
	return (uint32_t)(lexicon_hash((struct lexeme_key){ {
		first | UINT64_C(0x2020202020202020),
		last | UINT64_C(0x2020202020202020) } }) >> 32);
}

static bool
same_name(struct str a, struct str b)
{
	size_t i;

	if (a.len != b.len)
		return false;
	for (i = 0; i < a.len; i++)
		if ((a.ptr[i] | 0x20) != (b.ptr[i] | 0x20))
			return false;
	return true;
}

static struct str
span_str(const struct finder *f, struct span s)
{
	return str_of(f->t->text, s);
}

static bool
fits(const struct person *p, const struct name *n)
{
	return !n->gender || !p->gender || n->gender == p->gender;
}

/* Initials agree with what they stand for: J. fits Jane. */
static bool
fits_first(struct str a, struct str b)
{
	if (a.len > 0 && b.len > 0 &&
	    (a.len <= 2 || b.len <= 2) && a.ptr[0] == b.ptr[0])
		return true;
	return same_name(a, b);
}

/* The person a full name belongs to, + 1. */
static uint32_t
find_full(const struct finder *f, const struct name *n)
{
	struct str last = token_text(f->t, n->last);
	struct str first = token_text(f->t, n->first);
	uint32_t who = f->p->slots[hash_name(last) & (f->p->slot_n - 1)];
	int i;

	for (i = 0; who != 0 && i < CHAIN_MAX; i++) {
		const struct person *p = &f->p->at[who - 1];

		if (same_name(span_str(f, p->last), last) &&
		    (p->words == 1 ? fits(p, n)
				   : fits_first(span_str(f, p->first), first)))
			return who;
		who = p->older;
	}
	return 0;
}

/* The person a single name belongs to, + 1: by surname, else by first name;
 * of several the one spoken of most. */
static uint32_t
find_single(const struct finder *f, const struct name *n)
{
	struct str word = token_text(f->t, n->last);
	uint32_t slot = hash_name(word) & (f->p->slot_n - 1);
	uint32_t who = f->p->slots[slot], best = 0;
	int i;

	for (i = 0; who != 0 && i < CHAIN_MAX; i++) {
		const struct person *p = &f->p->at[who - 1];

		if (same_name(span_str(f, p->last), word) && fits(p, n) &&
		    (best == 0 || p->seen > f->p->at[best - 1].seen))
			best = who;
		who = p->older;
	}
	if (best != 0)
		return best;
	who = f->p->first_slots[slot];
	for (i = 0; who != 0 && i < CHAIN_MAX; i++) {
		const struct person *p = &f->p->at[who - 1];

		if (same_name(span_str(f, p->first), word) && fits(p, n) &&
		    !p->org)
			return who;
		who = p->older_first;
	}
	return 0;
}

static uint32_t
add(struct finder *f, const struct name *n)
{
	struct persons *p = f->p;
	size_t count = p->n;
	struct person *new =
	    arena_push(f->a, struct person, p->at, count, f->cap);
	uint32_t *last, *first;
	unsigned gender = n->gender;

	p->n = (uint32_t)count;
	if (n->first == n->last && !n->gender)
		gender = name_gender(f->t->at[n->first].meaning);
	*new = (struct person){
		.full = token_span(f->t, n->first, n->end),
		.last = token_span(f->t, n->last, n->last + 1),
		.first = token_span(f->t, n->first, n->first + 1),
		.words = n->last - n->first + 1,
		.gender = (uint8_t)gender,
		.org = n->org,
		.shouts = name_is_shouted(f->t, n),
	};
	last = &p->slots[hash_name(span_str(f, new->last)) & (p->slot_n - 1)];
	first = &p->first_slots[hash_name(span_str(f, new->first)) &
	    (p->slot_n - 1)];
	new->older = *last;
	*last = p->n;
	if (new->words > 1) {
		new->older_first = *first;
		*first = p->n;
	}
	return p->n;
}

/* Judge Ann Ferrow; the judge, Ann Ferrow. */
static struct span
title_before(const struct tokens *t, uint32_t first)
{
	if (first > 1 && t->at[first - 1].kind == TOKEN_COMMA)
		first--;
	if (first == 0 || t->at[first - 1].kind != TOKEN_WORD ||
	    !(t->at[first - 1].meaning & W_TITLE))
		return (struct span){ 0 };
	return token_span(t, first - 1, first);
}

/* A fuller name than the one known replaces it: Hsiao, then Amanda Hsiao. */
static void
learn(struct finder *f, uint32_t who, const struct name *n)
{
	struct person *p = &f->p->at[who - 1];
	uint32_t words = n->last - n->first + 1;

	p->seen++;
	if (p->title.len == 0)
		p->title = title_before(f->t, n->first);
	if (!p->gender && n->gender)
		p->gender = n->gender;
	p->human |= n->titled || p->gender || (words > 1 && !p->org);
	if (n->titled)
		p->org = false;
	if (p->shouts && !name_is_shouted(f->t, n)) {
		/* AMSEL of a script is Amsel */
		p->shouts = false;
		p->full = token_span(f->t, n->first, n->end);
		p->org = n->org;
	}
	if (p->words == 1 && words > 1) {
		uint32_t *slot;

		p->full = token_span(f->t, n->first, n->end);
		p->first = token_span(f->t, n->first, n->first + 1);
		p->words = words;
		slot = &f->p->first_slots[hash_name(span_str(f, p->first)) &
		    (f->p->slot_n - 1)];
		p->older_first = *slot;
		*slot = who;
	}
}

/* the Harbour Inn: no person stands after an article without a title. */
static bool
is_the(const struct tokens *t, uint32_t i)
{
	struct str w = token_text(t, i);

	return str_eq(w, STR("the")) || str_eq(w, STR("The"));
}

/* Links a run of name words to its person, if it names one. */
static bool
link_name(struct finder *f, uint32_t first, uint32_t end, bool begins)
{
	struct name n = name_read(f->t, first, end);
	uint32_t who, i;

	if (n.first > n.last || name_is_office(f->t, &n))
		return false;
	if (n.first == first && !n.titled && first > 0 && !begins &&
	    is_the(f->t, first - 1))
		n.org = true;
	who = n.first < n.last ? find_full(f, &n) : find_single(f, &n);
	if (name_is_common(f->t, &n) && (who == 0 || f->p->at[who - 1].words < 2))
		return false;
	if (who == 0 && (name_is_doubtful(f->t, &n, begins) ||
	    name_is_noun(f->t, &n)))
		return false;
	if (who == 0)
		who = add(f, &n);
	learn(f, who, &n);
	for (i = n.first; i < n.end; i++) {
		struct token *w = &f->t->at[i];

		if (w->kind != TOKEN_WORD && w->kind != TOKEN_OTHER)
			continue;
		w->link = who;
		w->run = RUN_GOES;
	}
	return true;
}

static void
make_slots(struct finder *f)
{
	uint32_t n = 16;

	while (n < f->t->capital_n)
		n *= 2;
	f->p->slot_n = n;
	f->p->slots = arena_array(f->a, uint32_t, n);
	f->p->first_slots = arena_array(f->a, uint32_t, n);
}

/* The capital of a word that names nobody meant nothing but the start of its
 * sentence. */
static void
drop_capital(struct token *w)
{
	if (w->link != 0 || (w->form & (FORM_CAP | FORM_ALL)) != FORM_CAP)
		return;
	w->form &= (uint8_t)~FORM_CAP;
	w->run = (uint8_t)word_run(w);
}

struct persons
person_read(struct arena *a, struct tokens *t)
{
	struct persons p = { 0 };
	struct finder f = { .a = a, .t = t, .p = &p };
	uint32_t i, s;

	make_slots(&f);
	for (s = 0; s < t->sentence_n; s++) {
		struct sentence *in = &t->sentences[s];
		uint32_t done = 0;

		for (i = in->capital; i < in->capital_end; i++) {
			uint32_t first = t->capitals[i];

			if (first < done || !name_word(&t->at[first]))
				continue;
			done = name_end(t, first, in->end);
			in->names |=
			    link_name(&f, first, done, first == in->first);
		}
		drop_capital(&t->at[in->first]);
	}
	return p;
}

bool
person_has_title(const struct persons *p, struct str text, uint32_t who,
    struct str title)
{
	return same_name(str_of(text, p->at[who].title), title);
}

bool
person_unclear(const struct persons *p, struct str text, uint32_t who)
{
	struct str last = str_of(text, p->at[who].last);
	uint32_t at = p->slots[hash_name(last) & (p->slot_n - 1)];
	int i, n = 0;

	for (i = 0; at != 0 && i < CHAIN_MAX; i++) {
		const struct person *o = &p->at[at - 1];

		n += o->words > 1 && same_name(str_of(text, o->last), last);
		at = o->older;
	}
	return n > 1;
}

uint32_t
person_find(const struct persons *p, struct str text, struct str last)
{
	uint32_t who = p->slots[hash_name(last) & (p->slot_n - 1)];
	int i;

	for (i = 0; who != 0 && i < CHAIN_MAX; i++) {
		if (same_name(str_of(text, p->at[who - 1].last), last))
			return who;
		who = p->at[who - 1].older;
	}
	return 0;
}
