/* Who is named in an article.  A name is a run of capitals; titles before it
 * are taken off and tell the gender.  “Amanda Hsiao” enters the table, a later
 * “Hsiao” or “Ms. Hsiao” is linked to her. */
#include "person.h"

enum { CHAIN_MAX = 12 };

struct name {
	uint32_t first; /* tokens [first, end) without titles */
	uint32_t end;
	uint32_t last; /* the surname, suffixes aside */
	uint8_t gender;
	bool titled;
	bool org;
};

struct finder {
	struct arena *a;
	struct tokens *t;
	struct persons *p;
	size_t cap;
};

static uint32_t
hash_name(struct str s)
{
	uint32_t h = 2166136261u;
	size_t i;

	for (i = 0; i < s.len; i++)
		h = (h ^ ((uint8_t)s.ptr[i] | 0x20)) * 16777619u;
	return h ^ h >> 15;
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

static bool
is_name_word(const struct token *w)
{
	if (!(w->form & FORM_CAP))
		return false;
	if (w->form & FORM_DOT && w->len == 2)
		return true; /* Jane A. Doe */
	if (w->meaning & W_ACCORDING)
		return false;
	if (w->meaning & (W_DATE | W_FUNCTION))
		return w->meaning & (W_MALE | W_FEMALE) &&
		    !(w->meaning & W_PRONOUN);
	return true;
}

/* Council of Beekeepers, Union for Justice */
static bool
is_of(const struct tokens *t, uint32_t i)
{
	struct str w = token_text(t, i);

	return str_eq(w, STR("of")) || str_eq(w, STR("for"));
}

static bool
token_is_particle(const struct token *w, bool begun)
{
	if (w->kind != TOKEN_WORD || !(w->meaning & W_PARTICLE))
		return false;
	return begun || w->form & FORM_CAP || !(w->meaning & W_DET);
}

/* How many particles there are from `i` on that belong to a name, whose next
 * word follows them: van der Meer, Le Meer.  A word that is an article, too, needs
 * a capital or another particle before it. */
static uint32_t
particles_at(const struct tokens *t, uint32_t i, uint32_t end)
{
	enum { PARTICLES_MAX = 3 };
	uint32_t n = 0;

	while (n < PARTICLES_MAX && i + n < end &&
	    token_is_particle(&t->at[i + n], n > 0))
		n++;
	return i + n < end && is_name_word(&t->at[i + n]) ? n : 0;
}

/* Where the run of name words from `i` ends. */
static uint32_t
run_end(const struct tokens *t, uint32_t i, uint32_t end)
{
	uint32_t from = i;

	while (i < end) {
		const struct token *w = &t->at[i];

		if (is_name_word(w)) {
			i++;
			if (w->form & FORM_OWNS)
				break;
		} else if (i > from && particles_at(t, i, end) > 0) {
			i += particles_at(t, i, end);
		} else if (w->kind == TOKEN_COMMA && i + 1 < end &&
		    w[1].meaning & W_SUFFIX && w[1].form & FORM_CAP) {
			i += 2;
		} else if (w->kind == TOKEN_QUOTE && i > from && i + 1 < end &&
		    w->len < 24 && is_name_word(w + 1) &&
		    w[-1].meaning & (W_MALE | W_FEMALE)) {
			i++; /* Anna “Nan” Ferrow */
		} else if (w->kind == TOKEN_WORD && i + 1 < end && i > 0 &&
		    w[-1].meaning & W_ORG && is_of(t, i) &&
		    is_name_word(w + 1)) {
			i++;
		} else {
			break;
		}
	}
	return i;
}

static unsigned
gender_of(uint64_t meaning)
{
	bool he = meaning & W_MALE, she = meaning & W_FEMALE;

	if (he == she)
		return GENDER_UNKNOWN;
	return he ? GENDER_MALE : GENDER_FEMALE;
}

static bool
is_shouted(const struct tokens *t, const struct name *n)
{
	return t->at[n->first].form & t->at[n->last].form & FORM_ALL;
}

static bool
is_gendered(const struct token *w)
{
	/* a title, the spokesman Hope Doe, is old use and tells nothing */
	return w->kind == TOKEN_WORD && w->meaning & W_ROLE &&
	    !(w->meaning & W_TITLE && w->meaning & W_MALE) &&
	    gender_of(w->meaning) != GENDER_UNKNOWN;
}

/* The gender that the noun beside a name tells: “the actress Jane Doe”; “Jane
 * Doe, a spokeswoman for the mill”. */
static unsigned
gender_beside(const struct tokens *t, uint32_t first, uint32_t end)
{
	enum { WORDS_MAX = 6 };
	uint32_t i, max = end + WORDS_MAX < t->n ? end + WORDS_MAX : t->n;

	if (first > 0 && is_gendered(&t->at[first - 1]))
		return gender_of(t->at[first - 1].meaning);
	if (end + 1 >= t->n || t->at[end].kind != TOKEN_COMMA ||
	    t->at[end + 1].kind != TOKEN_WORD ||
	    !(t->at[end + 1].meaning & W_DET))
		return GENDER_UNKNOWN;
	for (i = end + 1; i < max && t->at[i].kind == TOKEN_WORD &&
	     !(t->at[i].meaning & (W_PREP | W_REL)); i++)
		if (is_gendered(&t->at[i]))
			return gender_of(t->at[i].meaning);
	return GENDER_UNKNOWN;
}

/* Secretary of State Jane Doe */
static bool
is_office(const struct tokens *t, uint32_t first)
{
	return first > 1 && is_of(t, first - 1) &&
	    t->at[first - 2].meaning & W_TITLE;
}

/* Müllermeister Jonas Amsel: German nouns before a first name. */
static uint32_t
skip_nouns(const struct tokens *t, uint32_t first, uint32_t last)
{
	uint32_t i;

	for (i = first; i < last; i++)
		if (t->at[i].meaning & (W_MALE | W_FEMALE) &&
		    !(t->at[i].meaning & (W_ROLE | W_TITLE)))
			return i;
	for (i = first; i < last && t->at[i].meaning & W_ROLE; i++)
		;
	return i;
}

/* Takes titles and parties off the front: Chinese President Xi Jinping. */
static struct name
name_of(const struct tokens *t, uint32_t first, uint32_t end)
{
	struct name n = { .first = first, .end = end, .last = end - 1 };
	uint32_t i;

	while (n.last > first && t->at[n.last].meaning & W_SUFFIX)
		n.last--;
	if (n.last > first && t->at[n.last].kind == TOKEN_COMMA)
		n.last--;
	for (i = first; i < n.last; i++) {
		uint64_t m = t->at[i].meaning;

		/* Del. Jane Doe; but Jane del Mar */
		if (m & W_TITLE && (!(m & W_PARTICLE) ||
		    t->at[i].form & FORM_DOT)) {
			n.first = i + 1;
			n.titled = true;
			if (gender_of(m) != GENDER_UNKNOWN)
				n.gender = (uint8_t)gender_of(m);
		}
	}
	if (t->lang == LANG_GERMAN)
		n.first = skip_nouns(t, n.first, n.last);
	while (n.first < n.last && is_office(t, first) &&
	    t->at[n.first].meaning & (W_PLACE | W_ORG)) {
		n.titled = true;
		n.first++;
	}
	while (n.first < n.last && t->at[n.first].meaning & W_PARTY &&
	    !(t->at[n.first].meaning & (W_MALE | W_FEMALE)))
		n.first++;
	for (i = n.first; i < n.end; i++)
		n.org |= t->at[i].meaning & (W_ORG | W_PLACE) &&
		    !(t->at[i].meaning & (W_MALE | W_FEMALE));
	if (!n.gender)
		n.gender = (uint8_t)gender_beside(t, first, end);
	if (!n.gender && n.last > n.first)
		n.gender = (uint8_t)gender_of(t->at[n.first].meaning);
	n.org = n.org && !n.gender && !n.titled;
	if (n.last > n.first && t->at[n.last].meaning & W_ORG &&
	    !(n.gender && t->at[n.last].meaning & W_SURNAME))
		n.org = true;
	n.org |= is_shouted(t, &n) && !n.titled;
	return n;
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
		gender = gender_of(f->t->at[n->first].meaning);
	*new = (struct person){
		.full = token_span(f->t, n->first, n->end),
		.last = token_span(f->t, n->last, n->last + 1),
		.first = token_span(f->t, n->first, n->first + 1),
		.words = n->last - n->first + 1,
		.gender = (uint8_t)gender,
		.org = n->org,
		.shouts = is_shouted(f->t, n),
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

/* A fuller name than the one known replaces it: Hsiao, then Amanda Hsiao. */
static void
learn(struct finder *f, uint32_t who, const struct name *n)
{
	struct person *p = &f->p->at[who - 1];
	uint32_t words = n->last - n->first + 1;

	p->seen++;
	if (!p->gender && n->gender)
		p->gender = n->gender;
	p->human |= n->titled || p->gender || (words > 1 && !p->org);
	if (n->titled)
		p->org = false;
	if (p->shouts && !is_shouted(f->t, n)) {
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

/* A capital at the start of a sentence says little: a name there is one known
 * before, or a word that looks like no other. */
static bool
is_doubtful(const struct tokens *t, const struct name *n, bool begins)
{
	const struct token *w = &t->at[n->first];

	if (!begins || n->end - n->first > 1 || n->titled)
		return false;
	if (w->meaning & (W_MALE | W_FEMALE) || w->form & FORM_OWNS)
		return false;
	if (w->meaning & ~(W_ORG | W_PLACE | W_PARTICLE | W_ABBR))
		return true;
	if (n->end < t->n && w[1].kind == TOKEN_WORD &&
	    !(w[1].meaning & (W_CUE | W_SAY | W_CALL | W_BE | W_AUX | W_VERB |
		W_CONJ | W_ADV | W_PREP | W_REL | W_DATE)) &&
	    !(w[1].form & (FORM_ED | FORM_S | FORM_LY)))
		return true;
	return w->len > 2 &&
	    (token_text(t, n->first).ptr[w->len - 1] == 's' ||
		str_ends(token_text(t, n->first), STR("ed")) ||
		str_ends(token_text(t, n->first), STR("ing")) ||
		str_ends(token_text(t, n->first), STR("ly")));
}

/* the Harbour Inn: no person stands after an article without a title. */
static bool
is_the(const struct tokens *t, uint32_t i)
{
	struct str w = token_text(t, i);

	return str_eq(w, STR("the")) || str_eq(w, STR("The"));
}

/* Ohio Gov., Prime Minister: words of an office and no name behind them. */
static bool
is_only_title(const struct tokens *t, const struct name *n)
{
	const struct token *last = &t->at[n->last];

	if (!(last->meaning & W_TITLE) || last->meaning & W_SURNAME)
		return false;
	if (n->first < n->last)
		return last->form & FORM_DOT;
	return n->titled && gender_of(last->meaning) == GENDER_UNKNOWN;
}

/* Republican, Mayor: a name only of somebody known: Mary White. */
static bool
is_common(const struct tokens *t, const struct name *n)
{
	return n->end - n->first == 1 && !n->titled && t->at[n->first].meaning &
	    (W_TITLE | W_PARTY | W_ROLE | W_DOC);
}

/* A German word with a capital is a noun unless it is a first name. */
static bool
is_noun(const struct tokens *t, const struct name *n)
{
	return t->lang == LANG_GERMAN && n->end - n->first == 1 &&
	    !n->titled && n->gender == GENDER_UNKNOWN &&
	    !(t->at[n->first].meaning & (W_MALE | W_FEMALE));
}

/* Links a run of name words to its person, if it names one. */
static bool
link_name(struct finder *f, uint32_t first, uint32_t end, bool begins)
{
	struct name n = name_of(f->t, first, end);
	uint32_t who, i;

	if (n.first > n.last || is_only_title(f->t, &n))
		return false;
	if (n.first == first && !n.titled && first > 0 && !begins &&
	    is_the(f->t, first - 1))
		n.org = true;
	who = n.first < n.last ? find_full(f, &n) : find_single(f, &n);
	if (is_common(f->t, &n) && (who == 0 || f->p->at[who - 1].words < 2))
		return false;
	if (who == 0 && (is_doubtful(f->t, &n, begins) ||
	    is_noun(f->t, &n)))
		return false;
	if (who == 0)
		who = add(f, &n);
	learn(f, who, &n);
	for (i = n.first; i < n.end; i++)
		if (f->t->at[i].kind == TOKEN_WORD)
			f->t->at[i].link = who;
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

struct persons
person_read(struct arena *a, struct tokens *t)
{
	struct persons p = { 0 };
	struct finder f = { .a = a, .t = t, .p = &p };
	uint32_t i, s;

	make_slots(&f);
	for (s = 0; s < t->sentence_n; s++) {
		struct sentence *in = &t->sentences[s];

		for (i = in->first; i < in->end;) {
			uint32_t end;

			if (!is_name_word(&t->at[i])) {
				i++;
				continue;
			}
			end = run_end(t, i, in->end);
			in->names |= link_name(&f, i, end, i == in->first);
			i = end;
		}
		/* its capital meant nothing but the start */
		if (t->at[in->first].link == 0 &&
		    !(t->at[in->first].form & FORM_ALL))
			t->at[in->first].form &= (uint8_t)~FORM_CAP;
	}
	return p;
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
