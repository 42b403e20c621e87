/* Where a line may be cut: UAX #14 as the library knows it and with what it
 * forgot, then what is a matter of taste (rule 9).  URLs have rules of their
 * own, for the library sees words and punctuation in them. */
#include "wrap_breaks.h"

#include <unictype.h>
#include <unilbrk.h>
#include <wchar.h>

#include "dateline/text/letter.h"

void
breaks_start(struct breaks *b, struct str s)
{
	b->s = s;
	b->from = b->to = b->url_end = 0;
	b->at_to = UC_BREAK_PROHIBITED;
}

/* Where a window is best ended: at its last break behind a space, at its last
 * break, or nowhere (0). */
static size_t
last_break(struct str window, const char *kind)
{
	size_t any = 0;

	for (size_t i = window.len; i-- > 1;) {
		if (kind[i] != UC_BREAK_POSSIBLE)
			continue;
		if (window.ptr[i - 1] == ' ')
			return i;
		if (any == 0)
			any = i;
	}
	return any;
}

static void
breaks_fill(struct breaks *b)
{
	struct str rest = str_skip(b->s, b->to);
	struct str window = str_head(rest, utf8_floor(rest, BREAKS_WINDOW));
	size_t end = 0;

	u8_possible_linebreaks((const uint8_t *)window.ptr, window.len,
	    "UTF-8", b->kind);
	b->kind[0] = b->at_to;
	if (window.len < rest.len)
		end = last_break(window, b->kind);
	b->at_to = end ? UC_BREAK_POSSIBLE : UC_BREAK_PROHIBITED;
	b->from = b->to;
	b->to += end ? end : window.len;
}

bool
breaks_is_white(uint32_t cp)
{
	bool no_break = cp == 0xA0 || cp == 0x2007 || cp == 0x202F;

	return letter_is_space(cp) && !no_break;
}

/* Class IS of UAX #14. */
static bool
is_infix(uint32_t cp)
{
	switch (cp) {
	case ',': case '.': case ':': case ';':
	case 0x037E: case 0x0589: case 0x060C: case 0x060D: case 0x07F8:
	case 0x2044: case 0xFE10: case 0xFE13: case 0xFE14:
		return true;
	default:
		return false;
	}
}

static bool
is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* Classes AL and HL: a letter of a script that has spaces between its words,
 * and the signs that go with one. */
static bool
is_alphabetic(uint32_t cp)
{
	if (cp < 0x80)
		return letter_is_alpha(cp) ||
		    is_one_of((char)cp, "#&*<=>@^_`~");
	return cp == 0xA7 ||
	    (letter_is_alpha(cp) && wcwidth((wchar_t)cp) == 1);
}

/* The character before `at` and its marks. */
static uint32_t
base_before(struct str s, size_t at)
{
	uint32_t cp;

	do {
		at = utf8_prev(s, at);
		utf8_next(s, at, &cp);
	} while (at > 0 && uc_is_general_category_withtable(
			       cp, UC_CATEGORY_MASK_M));
	return cp;
}

/* LB29, which the library does not know: "U.|S." and "e.|g.". */
static bool
is_abbreviation(struct str s, size_t at)
{
	uint32_t after;

	utf8_next(s, at, &after);
	return is_alphabetic(after) && is_infix(base_before(s, at));
}

bool
breaks_untailored(struct breaks *b, size_t at)
{
	while (at >= b->to && b->to < b->s.len)
		breaks_fill(b);
	return at < b->to && b->kind[at - b->from] == UC_BREAK_POSSIBLE &&
	    !is_abbreviation(b->s, at);
}

/* Rule 9: a dash is not torn from the word before it. */
static bool
is_glued_dash(struct str s, size_t at)
{
	uint32_t before, after;

	utf8_next(s, at, &after);
	if (after != 0x2014 && after != 0x2E3A && after != 0x2E3B)
		return false;
	utf8_next(s, utf8_prev(s, at), &before);
	return !breaks_is_white(before);
}

static bool
is_ascii_alnum(char c)
{
	return !(c & 0x80) &&
	    (letter_is_alpha((uint32_t)c) || letter_is_digit((uint32_t)c));
}

/* The length of a URL that begins at `at`; 0 when there is none. */
static size_t
url_length(struct str s, size_t at)
{
	struct str rest = str_skip(s, at);
	size_t n = 0;

	if (rest.ptr[0] != 'h' && rest.ptr[0] != 'w')
		return 0;
	if (at > 0 && is_ascii_alnum(s.ptr[at - 1]))
		return 0;
	if (!str_starts(rest, STR("http://")) &&
	    !str_starts(rest, STR("https://")) &&
	    !str_starts(rest, STR("www.")))
		return 0;
	while (n < rest.len && rest.ptr[n] > ' ' && rest.ptr[n] < 0x7F &&
	    !is_one_of(rest.ptr[n], "<>\""))
		n++;
	return n;
}

/* Whether a URL may be cut at `at`: behind a separator, but not in a row of
 * them and not before what may be the punctuation of the sentence. */
static bool
url_breaks_at(struct str s, size_t at)
{
	return is_one_of(s.ptr[at - 1], "/.-?&=;") &&
	    (is_ascii_alnum(s.ptr[at]) || is_one_of(s.ptr[at], "_%#~@+")) &&
	    !(at > 1 && s.ptr[at - 1] == '/' && s.ptr[at - 2] == '/');
}

void
breaks_enter(struct breaks *b, size_t at)
{
	if (at >= b->url_end)
		b->url_end = at + url_length(b->s, at);
}

bool
breaks_at(struct breaks *b, size_t at)
{
	if (at < b->url_end)
		return url_breaks_at(b->s, at);
	return breaks_untailored(b, at) && !is_glued_dash(b->s, at);
}
