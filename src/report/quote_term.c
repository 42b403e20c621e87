/* What stands in marks and was not said: a title, a nickname, scare quotes. */
#include "near.h"

#include "dateline/text/letter.h"

enum {
	SHORT_MAX = 4,	/* words of a term that is no title */
	WORDS_MAX = 14, /* words of a title, and all that is looked at */
};

struct shape {
	unsigned words;
	unsigned caps;	/* words with a capital … */
	bool small;	/* … and whether one has none, little ones aside */
	bool begins_cap;
	bool ends; /* in . ! ? … */
};

/* Words a title leaves small. */
static bool
is_little(struct str w)
{
	static const char words[][5] = { "a", "an", "the", "of", "and", "in",
		"to", "for", "is", "with", "on", "at", "by", "from", "or",
		"as", "but", "de", "la", "vs." };
	char word[5] = "";
	size_t i;

	if (w.len > 4)
		return false;
	memcpy(word, w.ptr, w.len);
	for (i = 0; i < COUNT(words); i++)
		if (memcmp(word, words[i], 4) == 0)
			return true;
	return false;
}

static void
shape_word(struct shape *sh, struct str w)
{
	uint32_t cp;

	if (utf8_next(w, 0, &cp) == 0)
		return;
	if (sh->words == 0)
		sh->begins_cap = !letter_is_lower(cp);
	/* Chinese and Japanese leave no blanks: two characters are a word. */
	sh->words += letter_is_caseless(cp) && cp >= 0x2E80
	    ? (unsigned)w.len / 6 + 1 : 1;
	if (letter_is_lower(cp) || letter_is_caseless(cp))
		sh->small = sh->small || !is_little(w);
	else
		sh->caps++;
}

/* Only the first words are looked at: a long quote is no term, and no title is
 * one with a small word in it. */
static struct shape
shape_of(struct str s)
{
	struct shape sh = { 0 };
	size_t from = 0, at = 0;
	uint32_t cp = 0;

	while (at < s.len && sh.words < WORDS_MAX &&
	    (sh.words <= SHORT_MAX || !sh.small)) {
		size_t n = utf8_next(s, at, &cp);

		if (letter_is_space(cp)) {
			shape_word(&sh, str_head(str_skip(s, from), at - from));
			from = at + n;
		}
		at += n;
	}
	shape_word(&sh, str_head(str_skip(s, from), at - from));
	if (s.len > 0)
		utf8_next(s, utf8_prev(s, s.len), &cp);
	sh.ends = letter_ends_sentence(cp);
	return sh;
}

bool
quote_is_term(struct str text, const struct quote *q, bool alone, bool said,
    bool caught)
{
	struct shape sh = shape_of(str_of(text, q->words));
	bool title = sh.begins_cap && !sh.small && sh.caps > 1 &&
	    sh.words < WORDS_MAX;

	if (title)
		return caught || !(said || alone);
	if (sh.words > SHORT_MAX || said)
		return false;
	return !(alone && sh.begins_cap && sh.ends);
}
