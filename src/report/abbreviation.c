/* Words that are shortened with a full stop. */
#include "dateline/report/abbreviation.h"

#include "dateline/text/letter.h"
#include "head_words.h"

/* Shortened words whose full stop seldom ends a sentence. */
static const char abbreviations[] =
    " mr mrs ms dr prof st ste ft mt gov sen rep gen lt col sgt capt cmdr adm"
    " rev hon pres jr sr vs v inc co corp ltd bros llc plc etc jan feb mar"
    " apr jun jul aug sep sept oct nov dec ";

/* The last word of `s`, which ends in a full stop, is an initial, has a full
 * stop inside, or is one of the list. */
bool
ends_abbreviation(struct str s)
{
	size_t from = s.len;
	uint32_t cp;
	struct words tail;
	struct str word;

	if (!str_ends(s, STR(".")))
		return false;
	while (from > 0) {
		size_t prev = utf8_prev(s, from);

		utf8_next(s, prev, &cp);
		if (letter_is_space(cp) || s.len - prev > 24)
			break;
		from = prev;
	}
	tail = (struct words){ .line = str_skip(s, from) };
	if (!words_next(&tail, &word))
		return false;
	return (word_letters(word) == 1 && word_is_capital(word)) ||
	       memchr(word.ptr, '.', word.len) || word_is(word, abbreviations);
}
