/* What in a sentence is a name.  A run of capitals, with particles and a nickname
 * among them, less the titles and parties at its front, which tell the gender:
 *
 *	Chinese President Xi Jinping    Jan “Jack” van der Meer Jr.
 *	                  |-------|     |-----------------------| */
#include "name.h"

bool
name_word(const struct token *w)
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
is_and(const struct tokens *t, uint32_t i)
{
	return t->at[i].kind == TOKEN_OTHER &&
	    str_eq(token_text(t, i), STR("&"));
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
	return i + n < end && name_word(&t->at[i + n]) ? n : 0;
}

/* Where the run of name words from `i` ends. */
uint32_t
name_end(const struct tokens *t, uint32_t i, uint32_t end)
{
	uint32_t from = i;

	while (i < end) {
		const struct token *w = &t->at[i];

		if (name_word(w)) {
			i++;
			if (w->form & FORM_OWNS)
				break;
		} else if (i > from && particles_at(t, i, end) > 0) {
			i += particles_at(t, i, end);
		} else if (w->kind == TOKEN_COMMA && i + 1 < end &&
		    w[1].meaning & W_SUFFIX && w[1].form & FORM_CAP) {
			i += 2;
		} else if (w->kind == TOKEN_QUOTE && i > from && i + 1 < end &&
		    w->len < 24 && name_word(w + 1) &&
		    w[-1].meaning & (W_MALE | W_FEMALE)) {
			i++; /* Anna “Nan” Ferrow */
		} else if (is_and(t, i) && i > from && i + 1 < end &&
		    name_word(w + 1)) {
			i++; /* Ferrow & Sons */
		} else if (w->kind == TOKEN_WORD && i + 1 < end && i > 0 &&
		    w[-1].meaning & W_ORG && is_of(t, i) &&
		    name_word(w + 1)) {
			i++;
		} else {
			break;
		}
	}
	return i;
}

unsigned
name_gender(uint64_t meaning)
{
	bool he = meaning & W_MALE, she = meaning & W_FEMALE;

	if (he == she)
		return GENDER_UNKNOWN;
	return he ? GENDER_MALE : GENDER_FEMALE;
}

bool
name_is_shouted(const struct tokens *t, const struct name *n)
{
	return t->at[n->first].form & t->at[n->last].form & FORM_ALL;
}

static bool
is_gendered(const struct token *w)
{
	/* a title, the spokesman Hope Doe, is old use and tells nothing */
	return w->kind == TOKEN_WORD && w->meaning & W_ROLE &&
	    !(w->meaning & W_TITLE && w->meaning & W_MALE) &&
	    name_gender(w->meaning) != GENDER_UNKNOWN;
}

/* The gender that the noun beside a name tells: “the actress Jane Doe”; “Jane
 * Doe, a spokeswoman for the mill”. */
static unsigned
gender_beside(const struct tokens *t, uint32_t first, uint32_t end)
{
	enum { WORDS_MAX = 6 };
	uint32_t i, max = end + WORDS_MAX < t->n ? end + WORDS_MAX : t->n;

	if (first > 0 && is_gendered(&t->at[first - 1]))
		return name_gender(t->at[first - 1].meaning);
	if (end + 1 >= t->n || t->at[end].kind != TOKEN_COMMA ||
	    t->at[end + 1].kind != TOKEN_WORD ||
	    !(t->at[end + 1].meaning & W_DET))
		return GENDER_UNKNOWN;
	for (i = end + 1; i < max && t->at[i].kind == TOKEN_WORD &&
	     !(t->at[i].meaning & (W_PREP | W_REL)); i++)
		if (is_gendered(&t->at[i]))
			return name_gender(t->at[i].meaning);
	return GENDER_UNKNOWN;
}

/* Secretary of State Jane Doe */
static bool
is_office(const struct tokens *t, uint32_t first)
{
	return first > 1 && is_of(t, first - 1) &&
	    t->at[first - 2].meaning & W_TITLE;
}

/* Müllermeister Jonas Amsel, Secretary of Defense Jane Doe: nouns before a first
 * name. */
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

/* Farmer Jane Doe: what somebody does, before a first name. */
static bool
is_trade(const struct tokens *t, uint32_t i)
{
	return t->at[i].meaning & W_ROLE &&
	    !(t->at[i].meaning & (W_ORG | W_SURNAME)) &&
	    t->at[i + 1].meaning & (W_MALE | W_FEMALE) &&
	    !(t->at[i + 1].meaning & (W_ROLE | W_TITLE));
}

/* Takes titles and parties off the front: Chinese President Xi Jinping. */
struct name
name_read(const struct tokens *t, uint32_t first, uint32_t end)
{
	struct name n = { .first = first, .end = end, .last = end - 1 };
	uint32_t i;

	while (n.last > first && t->at[n.last].meaning & W_SUFFIX)
		n.last--;
	if (n.last > first && t->at[n.last].kind == TOKEN_COMMA)
		n.last--;
	for (i = first; i < n.last; i++) {
		uint64_t m = t->at[i].meaning;

		if (is_trade(t, i))
			n.first = i + 1;
		/* Del. Jane Doe; but Jane del Mar */
		if (m & W_TITLE && (!(m & W_PARTICLE) ||
		    t->at[i].form & FORM_DOT)) {
			n.first = i + 1;
			n.titled = true;
			if (name_gender(m) != GENDER_UNKNOWN)
				n.gender = (uint8_t)name_gender(m);
		}
	}
	if (t->at[first].lang == LANG_GERMAN || is_office(t, first))
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
		n.org |= is_and(t, i) || (t->at[i].meaning & (W_ORG | W_PLACE) &&
		    !(t->at[i].meaning & (W_MALE | W_FEMALE)));
	if (!n.gender)
		n.gender = (uint8_t)gender_beside(t, first, end);
	if (!n.gender && n.last > n.first)
		n.gender = (uint8_t)name_gender(t->at[n.first].meaning);
	n.org = n.org && !n.gender && !n.titled;
	if (n.last > n.first && t->at[n.last].meaning & W_ORG &&
	    !(n.gender && t->at[n.last].meaning & W_SURNAME))
		n.org = true;
	n.org |= name_is_shouted(t, &n) && !n.titled;
	return n;
}

/* Endings of nouns, adjectives and adverbs, and of few names. */
static bool
is_derived(struct str w)
{
	static const char *const endings[] = { "s", "ed", "ing", "men", "ly",
		"tion", "sion", "ment", "able", "ible", "ity", "ism", "ful",
		"ative", "ical", "ology", "ship", "hood" };
	size_t i;

	for (i = 0; i < COUNT(endings); i++)
		if (str_ends(w, str_c(endings[i])))
			return true;
	return false;
}

/* A capital at the start of a sentence says little: a name there is one known
 * before, or a word that looks like no other. */
bool
name_is_doubtful(const struct tokens *t, const struct name *n, bool begins)
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
	return w->len > 2 && is_derived(token_text(t, n->first));
}

/* Ohio Gov., Prime Minister: words of an office and no name behind them. */
bool
name_is_office(const struct tokens *t, const struct name *n)
{
	const struct token *last = &t->at[n->last];

	if (!(last->meaning & W_TITLE) || last->meaning & W_SURNAME)
		return false;
	if (n->first < n->last) /* Ohio Gov.; U.S. Secretary of State */
		return last->form & FORM_DOT ||
		    (n->end < t->n && is_of(t, n->end) &&
			t->at[n->first].meaning & (W_PLACE | W_ABBR));
	return n->titled && name_gender(last->meaning) == GENDER_UNKNOWN;
}

/* Republican, Mayor: a name only of somebody known: Mary White. */
bool
name_is_common(const struct tokens *t, const struct name *n)
{
	return n->end - n->first == 1 && !n->titled && t->at[n->first].meaning &
	    (W_TITLE | W_PARTY | W_ROLE | W_DOC);
}

/* A German word with a capital is a noun unless it is a first name. */
bool
name_is_noun(const struct tokens *t, const struct name *n)
{
	return t->at[n->first].lang == LANG_GERMAN && n->end - n->first == 1 &&
	    !n->titled && n->gender == GENDER_UNKNOWN &&
	    !(t->at[n->first].meaning & (W_MALE | W_FEMALE));
}
