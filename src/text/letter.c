/* What the header has no answer for: punctuation, from a small table for ASCII,
 * and everything beyond ASCII by Unicode's general categories and properties as
 * the library knows them. */
#include "dateline/text/letter.h"

#include "dateline/base/eight.h"

#include <unictype.h>

enum trait {
	END = 1,    /* ends a sentence */
	OPENER = 2, /* quotation marks are both: " and ' say nothing */
	CLOSER = 4,
};

static const uint8_t ascii[128] = {
	['.'] = END, ['!'] = END, ['?'] = END,
	['"'] = OPENER | CLOSER, ['\''] = OPENER | CLOSER,
	['('] = OPENER, ['['] = OPENER, ['{'] = OPENER,
	[')'] = CLOSER, [']'] = CLOSER, ['}'] = CLOSER,
};

static bool
is_category(uint32_t cp, uint32_t mask)
{
	return uc_is_general_category_withtable(cp, mask);
}

/* Georgian has capitals for headlines only: its sentences and names begin like
 * any other word, so to a rule they are letters without case. */
static bool
is_georgian(uint32_t cp)
{
	return cp >= 0x10D0 && cp <= 0x10FF && cp != 0x10FB;
}

bool
letter_other(uint32_t cp, enum letter_trait trait)
{
	switch (trait) {
	case LETTER_ALPHA:
		return is_category(
		    cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M);
	case LETTER_UPPER:
		return is_category(
		    cp, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt);
	case LETTER_LOWER:
		return is_category(cp, UC_CATEGORY_MASK_Ll) &&
		    !is_georgian(cp);
	case LETTER_DIGIT:
		return is_category(cp, UC_CATEGORY_MASK_Nd);
	case LETTER_SPACE:
		return uc_is_property_white_space(cp);
	}
	return false;
}

bool
letter_is_caseless(uint32_t cp)
{
	if (cp < 0x80)
		return false;
	return is_category(cp, UC_CATEGORY_MASK_Lo | UC_CATEGORY_MASK_Lm) ||
	    is_georgian(cp);
}

bool
letter_ends_sentence(uint32_t cp)
{
	if (cp < 0x80)
		return ascii[cp] & END;
	return cp == 0x2026 || uc_is_property_sentence_terminal(cp);
}

/* »this« is a quotation in one country and «this» in another: a mark that some
 * language closes with is a closer, and the same mark may be an opener too. */
bool
letter_is_closer(uint32_t cp)
{
	if (cp < 0x80)
		return ascii[cp] & CLOSER;
	return is_category(cp, UC_CATEGORY_MASK_Pe | UC_CATEGORY_MASK_Pf) ||
	    (uc_is_property_quotation_mark(cp) &&
		!is_category(cp, UC_CATEGORY_MASK_Ps));
}

bool
letter_is_opener(uint32_t cp)
{
	if (cp < 0x80)
		return ascii[cp] & OPENER;
	return is_category(cp, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi) ||
	    (uc_is_property_quotation_mark(cp) &&
		!is_category(cp, UC_CATEGORY_MASK_Pe));
}

bool
letter_is_dash(uint32_t cp)
{
	return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212;
}

bool
letter_is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == 0x02BC;
}

struct str
letter_trim(struct str s)
{
	uint32_t cp;
	size_t n, at;

	while ((n = utf8_next(s, 0, &cp)) > 0 && letter_is_space(cp))
		s = str_skip(s, n);
	for (; s.len > 0; s.len = at) {
		at = utf8_prev(s, s.len);
		utf8_next(s, at, &cp);
		if (!letter_is_space(cp))
			break;
	}
	return s;
}

struct span
letter_trim_span(struct str text, struct span s)
{
	struct str all = str_of(text, s);
	struct str kept = letter_trim(all);
	size_t from;

	if (all.len == 0)
		return span_of(s.off, s.off);
	from = s.off + (size_t)(kept.ptr - all.ptr);
	return span_of(from, from + kept.len);
}

size_t
letter_count(struct str s)
{
	size_t count = s.len, at = 0;

	/* less the bytes that go on with a character: 10…… */
	for (; s.len - at >= 8; at += 8) {
		uint64_t x = eight_at(s.ptr + at);

		count -= (x >> 7 & ~(x >> 6) & EIGHT_TIMES(1)) *
		    EIGHT_TIMES(1) >> 56;
	}
	for (; at < s.len; at++)
		count -= ((uint8_t)s.ptr[at] & 0xC0) == 0x80;
	return count;
}

bool
letter_text_ends_sentence(struct str s)
{
	uint32_t cp;
	size_t at;

	for (; s.len > 0; s.len = at) {
		at = utf8_prev(s, s.len);
		utf8_next(s, at, &cp);
		if (!letter_is_closer(cp) && !letter_is_space(cp))
			return letter_ends_sentence(cp);
	}
	return false;
}
