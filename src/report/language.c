/* What language a text is in, by its most common words: the, der, le, el.  The
 * first few lines are enough; no rule looks at the language of one quote. */
#include "dateline/report/language.h"

#include "lexicon.h"

enum {
	LOOK_MAX = 2048,  /* bytes */
	LEAD = 8,	  /* so many more than English ones end the search, */
	LEAD_ENGLISH = 5, /* or so many more English ones than others */
	COUNT_MIN = 2,	  /* one may be in a name: van der Meer */
};

static bool
is_end(char c)
{
	return c == ' ' || c == '\n' || c == ',' || c == '.';
}

/* Counts the word; returns whether nothing can change any more. */
static bool
count_word(unsigned counts[LANGUAGES], struct str w)
{
	unsigned most = 0, mask = lexicon_common(w);
	size_t i;

	if (mask == 0)
		return false;
	for (i = 0; i < LANGUAGES; i++) {
		counts[i] += mask >> i & 1;
		if (i != LANG_ENGLISH && counts[i] > most)
			most = counts[i];
	}
	return most >= counts[LANG_ENGLISH] + LEAD ||
	    counts[LANG_ENGLISH] >= most + LEAD_ENGLISH;
}

enum language
language_of(struct str s)
{
	unsigned counts[LANGUAGES] = { 0 };
	size_t i, from = 0, end = s.len < LOOK_MAX ? s.len : LOOK_MAX;
	int best = LANG_ENGLISH;

	for (i = 0; i < end; i++) {
		if (!is_end(s.ptr[i]))
			continue;
		if (i - from <= COMMON_MAX && i > from &&
		    count_word(counts, str_head(str_skip(s, from), i - from)))
			break;
		from = i + 1;
	}
	for (i = 0; i < LANGUAGES; i++)
		if (counts[i] >= COUNT_MIN && counts[i] > counts[best])
			best = (int)i;
	return (enum language)best;
}
