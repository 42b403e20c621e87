#ifndef DATELINE_SRC_ASCII_H
#define DATELINE_SRC_ASCII_H

/* Dates and markers are ASCII whatever the text around them is written in. */

#include "dateline/base/span.h"

static inline bool
ascii_is(char c)
{
	return (unsigned char)c < 0x80;
}

static inline bool
ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline bool
ascii_is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

static inline char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool
ascii_is_letter(char c)
{
	return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/* Whether `s` is `word`, which is in lower case, in any case. */
static inline bool
ascii_is_word(struct str s, const char *word)
{
	size_t i;

	for (i = 0; i < s.len && word[i] != '\0'; i++)
		if (ascii_lower(s.ptr[i]) != word[i])
			return false;
	return i == s.len && word[i] == '\0';
}

/* `s` without blanks at its two ends. */
static inline struct str
ascii_trim(struct str s)
{
	while (s.len > 0 && ascii_is_blank(s.ptr[0]))
		s = str_skip(s, 1);
	while (s.len > 0 && ascii_is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

#endif
