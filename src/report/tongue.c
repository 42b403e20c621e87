/* A paragraph in another language than its article: it has quotes, and nobody
 * says anything in them as far as the words of the article's language tell.  What
 * was said may be in any language; only the words around it are weighed. */
#include "tongue.h"

enum language
tongue_of(const struct tokens *t, uint32_t first, enum language lang)
{
	struct language_votes v = { { 0 } };
	uint32_t i;

	for (i = first; i < t->n; i++)
		if (t->at[i].kind == TOKEN_WORD)
			language_vote(&v, token_text(t, i));
	return language_voted(&v, lang);
}
