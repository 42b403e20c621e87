/* Who a pronoun means: of the persons last spoken of, the one of that gender
 * who weighs most.  Subjects and speakers weigh more than names in passing, and
 * all fade with every sentence; quotes between do not count. */
#include "recall.h"

void
recall_add(struct recall *r, uint32_t who, float weight)
{
	size_t i, least = 0;

	if (who == 0 || r->people->at[who - 1].org ||
	    !r->people->at[who - 1].human)
		return;
	for (i = 0; i < RECALL_MAX; i++) {
		if (r->slots[i].who == who)
			break;
		if (r->slots[i].weight < r->slots[least].weight)
			least = i;
	}
	if (i == RECALL_MAX)
		i = least;
	if (r->slots[i].weight >= weight)
		return;
	r->slots[i].who = who;
	r->slots[i].weight = weight;
}

uint32_t
recall_names(
    struct recall *r, const struct tokens *t, uint32_t capital, uint32_t end)
{
	for (; capital < t->capital_n && t->capitals[capital] < end; capital++) {
		const struct token *w = &t->at[t->capitals[capital]];

		if (w->link != 0)
			recall_add(r, w->link, w->form & FORM_OWNS
				? RECALL_OWNER
				: RECALL_NAME);
	}
	return capital;
}

uint32_t
recall_titled(const struct recall *r, struct str text, struct str title)
{
	size_t i;

	for (i = 0; i < RECALL_MAX; i++)
		if (r->slots[i].who != 0 && person_has_title(r->people, text,
		    r->slots[i].who - 1, title))
			return r->slots[i].who;
	return 0;
}

void
recall_fade(struct recall *r)
{
	size_t i;

	for (i = 0; i < RECALL_MAX; i++)
		r->slots[i].weight *= 0.6f;
}

uint32_t
recall_find(const struct recall *r, enum gender gender)
{
	uint32_t best = 0;
	float most = 0;
	size_t i;

	for (i = 0; i < RECALL_MAX; i++) {
		uint32_t who = r->slots[i].who;
		float weight = r->slots[i].weight;
		unsigned g;

		if (who == 0)
			continue;
		g = r->people->at[who - 1].gender;
		if (g == GENDER_UNKNOWN)
			weight *= 0.8f;
		else if (g != gender)
			continue;
		if (weight > most) {
			most = weight;
			best = who;
		}
	}
	/* Who was once “she” will not be “he”. */
	if (best != 0)
		r->people->at[best - 1].gender = (uint8_t)gender;
	return best;
}
