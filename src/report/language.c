/* What language a text is in, by its most common words: the, der, le, el.  The
 * first few lines are enough.  A report of a line or two has few of them: there
 * every word counts that the tables of some languages know and that of English
 * does not, or the other way round; a word of saying counts twice. */
#include "dateline/report/language.h"

#include "token_word.h"

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

/* Bytes of what stands between words at `at`, a blank, a dash or a quotation
 * mark; 0 within a word.  An apostrophe is a part of its word. */
static size_t
gap_at(struct str s, size_t at)
{
	uint8_t c = (uint8_t)s.ptr[at];

	if (str_starts(str_skip(s, at), STR("\xE2\x80\x99")))
		return 0;
	if (c == 0xE2)
		return 3;
	if (c == 0xC2)
		return 2;
	return c < 0x80 && c != '\'' && (c | 0x20u) - 'a' > 25;
}

static unsigned
weight_of(uint64_t meaning, bool small)
{
	if (meaning & W_ACCORDING)
		return 2;
	return small && meaning & (W_CUE | W_HE | W_SHE) ? 2 : 1;
}

static void
vote_word(struct language_votes *v, struct str w, size_t room)
{
	bool curly = memchr(w.ptr, 0xE2, w.len);
	bool small = (uint8_t)w.ptr[0] >= 'a', foreign = false;
	uint64_t english = word_meaning(LANG_ENGLISH, w, room, curly);
	size_t i;

	for (i = 0; i < LANGUAGES; i++) {
		uint64_t m = i == LANG_ENGLISH
		    ? 0 : word_meaning((enum language)i, w, room, curly);

		foreign |= m != 0;
		if (m != 0 && english == 0)
			v->of[i] += weight_of(m, small);
	}
	if (english != 0 && !foreign)
		v->of[LANG_ENGLISH] += weight_of(english, small);
}

void
language_vote(struct language_votes *v, struct str s)
{
	size_t at = 0, from = 0, gap;

	while (at < s.len) {
		gap = gap_at(s, at);
		if (gap > 0 && at > from)
			vote_word(v, str_head(str_skip(s, from), at - from),
			    s.len - from);
		at += gap > 0 ? gap : 1;
		if (gap > 0)
			from = at;
	}
	if (from < s.len)
		vote_word(v, str_skip(s, from), s.len - from);
}

enum language
language_voted(const struct language_votes *v, enum language otherwise)
{
	enum language best = otherwise;
	size_t i;

	for (i = 0; i < LANGUAGES; i++)
		if (v->of[i] >= COUNT_MIN && v->of[i] > v->of[best])
			best = (enum language)i;
	return best;
}

enum language
language_of(struct str s)
{
	struct language_votes counts = { { 0 } }, votes = { { 0 } };
	size_t i, from = 0, end = s.len < LOOK_MAX ? s.len : LOOK_MAX;

	for (i = 0; i < end; i++) {
		if (!is_end(s.ptr[i]))
			continue;
		if (i - from <= COMMON_MAX && i > from &&
		    count_word(counts.of, str_head(str_skip(s, from), i - from)))
			return language_voted(&counts, LANG_ENGLISH);
		from = i + 1;
	}
	language_vote(&votes, str_head(s, end));
	return language_voted(&votes, LANG_ENGLISH);
}
