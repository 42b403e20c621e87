#ifndef DATELINE_REPORT_TOKEN_ANY_H
#define DATELINE_REPORT_TOKEN_ANY_H

#include "token_word.h"

/* What a byte tells by itself; of one that joins its neighbours decide whether it
 * is in a word. */
enum byte_kind {
	BYTE_CAPITAL = 1,
	BYTE_SMALL = 2,
	BYTE_DIGIT = 4,
	BYTE_JOINS = 8,
	BYTE_WORD = BYTE_CAPITAL | BYTE_SMALL | BYTE_DIGIT,
};

#define FIVE(x)	   x, x, x, x, x
#define TEN(x)	   FIVE(x), FIVE(x)
#define LETTERS(x) TEN(x), TEN(x), FIVE(x), x
#define HALF(x)	   TEN(x), TEN(x), TEN(x), TEN(x), TEN(x), TEN(x), x, x, x, x
static const uint8_t byte_kinds[256] = {
	['0'] = TEN(BYTE_DIGIT),
	['A'] = LETTERS(BYTE_CAPITAL),
	['a'] = LETTERS(BYTE_SMALL),
	['&'] = BYTE_JOINS,
	['\''] = BYTE_JOINS,
	['-'] = BYTE_JOINS,
	['.'] = BYTE_JOINS,
	['/'] = BYTE_JOINS,
	[0x80] = HALF(BYTE_JOINS), HALF(BYTE_JOINS) };

/* Some of enum byte_kind; 0 for what is in no word. */
static inline unsigned
byte_kind(char c)
{
	return byte_kinds[(uint8_t)c];
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
