#ifndef DATELINE_REPORT_TOKEN_ANY_H
#define DATELINE_REPORT_TOKEN_ANY_H

#include "token_word.h"

static inline bool
byte_is_digit(char c)
{
	return (uint8_t)(c - '0') < 10;
}

/* Whether `c` is in a word whatever stands beside it. */
static inline bool
byte_is_word(char c)
{
	return (uint8_t)((c | 0x20) - 'a') < 26 || byte_is_digit(c);
}

/* Whether its neighbours decide that: ' - & . / and all that is not ASCII. */
static inline bool
byte_joins(char c)
{
	const uint64_t ascii = UINT64_C(1) << '\'' | UINT64_C(1) << '-' |
	    UINT64_C(1) << '&' | UINT64_C(1) << '.' | UINT64_C(1) << '/';
	unsigned byte = (uint8_t)c;

	return (byte >= 0x80) | (byte < 64 && (ascii >> (byte & 63) & 1));
}

/* Whether a letter or a digit stands at `at`. */
bool stretch_has_word(const struct stretch *s, size_t at);

/* Reads the word of any kind that begins at `at` into `*t`, all but its `run`, and
 * returns where the text goes on: behind its full stop if that belongs to it,
 * and behind its 's. */
size_t word_read_any(const struct stretch *s, size_t at, struct token *t);

/* Which of FORM_S, FORM_ED, FORM_ING and FORM_LY the last three letters of an
 * English word of `len` make. */
unsigned word_ending(const char *last_three, size_t len);

/* Whether the full stop behind a word belongs to it: one letter, Sen., or as it
 * has more such `dots` U.S.  If it does it is taken.  Returns the end. */
static inline size_t
word_end(const struct stretch *s, struct token *t, size_t end, bool dots)
{
	if (end >= s->end || s->text.ptr[end] != '.' ||
	    !(t->len == 1 ? t->form & FORM_CAP
			  : dots || t->meaning & W_ABBR))
		return end;
	t->form |= FORM_DOT;
	t->len++;
	return end + 1;
}

#endif
