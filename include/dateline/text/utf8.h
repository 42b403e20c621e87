#ifndef DATELINE_TEXT_UTF8_H
#define DATELINE_TEXT_UTF8_H

#include "dateline/base/span.h"

#define UTF8_BAD UINT32_C(0xFFFD)
#define UTF8_MAX 4

/* Decode one character at `off`.  Returns the bytes taken: 0 only at the end,
 * and at least 1 on any other byte, good or bad, so every loop ends.  What is
 * ill-formed comes back as UTF8_BAD, one for each maximal subpart (Unicode
 * 3.9, U+FFFD substitution), never more than 3 bytes at once.  `ok` says
 * whether the bytes were well-formed: U+FFFD that stands in the text is, a
 * broken sequence is not. */
size_t utf8_check(struct str s, size_t off, uint32_t *cp, bool *ok);

/* The same for whoever does not ask: most text is ASCII, and most loops are
 * about to look at every character of it. */
static inline size_t
utf8_next(struct str s, size_t off, uint32_t *cp)
{
	bool ok;

	if (off >= s.len || (uint8_t)s.ptr[off] >= 0x80)
		return utf8_check(s, off, cp, &ok);
	*cp = (uint8_t)s.ptr[off];
	return 1;
}

/* utf8_prev() where it is not an ASCII character. */
size_t utf8_prev_any(struct str s, size_t off);

/* The offset of the character before `off`; 0 at the start.  In well-formed
 * text it is where utf8_next() would have stopped. */
static inline size_t
utf8_prev(struct str s, size_t off)
{
	if (off == 0 || off > s.len || (uint8_t)s.ptr[off - 1] >= 0x80)
		return utf8_prev_any(s, off);
	return off - 1;
}

/* Encode into `out`; returns the bytes written.  What is not a character is
 * written as UTF8_BAD. */
size_t utf8_put(char out[UTF8_MAX], uint32_t cp);

/* `n`, or less if that would cut a character of `s` in two. */
size_t utf8_floor(struct str s, size_t n);

#endif
