/* How long an escape sequence is.  A parser of one sequence and not of a
 * terminal: nothing is obeyed, so it has no state and need not know what any of
 * them mean.
 *
 *	ESC [ 1 ; 3 1 m         ESC ] 0 ; n a m e BEL         ESC ( B
 *	    ^ parameters        ^ what is in strings            ^ between
 */
#include "dateline/text/escape.h"

enum { BEL = 0x07, ESC = 0x1B, CSI = 0x9B, ST = 0x9C, OSC = 0x9D };

/* What may begin a string, behind ESC and as C1. */
static const char string_letters[] = "]PX^_k";
static const uint8_t string_controls[] = { OSC, 0x90, 0x98, 0x9E, 0x9F };

static bool
is_between(char c, char first, char last)
{
	return c >= first && c <= last;
}

/* The end of a run of bytes from `first` to `last`. */
static size_t
skip_run(struct str s, size_t at, char first, char last)
{
	while (at < s.len && is_between(s.ptr[at], first, last))
		at++;
	return at;
}

/* Behind CSI: parameters, then what stands between, then the letter. */
static size_t
control_end(struct str s, size_t at)
{
	at = skip_run(s, at, '0', '?');
	at = skip_run(s, at, ' ', '/');
	return at < s.len && is_between(s.ptr[at], '@', '~') ? at + 1 : at;
}

/* Controls and line ends: nothing of the kind stands in a string. */
static bool
is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x2028 ||
	    cp == 0x2029;
}

/* Behind the terminator of a string; 0 if it has none. */
static size_t
string_end(struct str s, size_t at, bool by_bell)
{
	uint32_t cp;
	size_t n;
	bool ok;

	for (; (n = utf8_check(s, at, &cp, &ok)) > 0 && ok; at += n)
		if (is_control(cp))
			break;
	if (n == 0 || !ok)
		return 0;
	if (cp == ST || (cp == BEL && by_bell))
		return at + n;
	return str_starts(str_skip(s, at), STR("\033\\")) ? at + 2 : 0;
}

/* Behind ESC. */
static size_t
escape_end(struct str s)
{
	size_t at = 1, end;
	char c;

	if (s.len < 2)
		return 0;
	c = s.ptr[1];
	if (c == '[')
		return control_end(s, 2);
	if (c != '\0' && strchr(string_letters, c)) {
		end = string_end(s, 2, c == ']');
		return end ? end : 2;
	}
	at = skip_run(s, at, ' ', '/');
	return at < s.len && is_between(s.ptr[at], '0', '~') ? at + 1 : 0;
}

/* Behind a C1 control of `n` bytes. */
static size_t
c1_end(struct str s, uint32_t cp, size_t n)
{
	size_t end = 0;

	if (cp == CSI)
		end = control_end(s, n);
	else if (memchr(string_controls, (int)cp, sizeof(string_controls)))
		end = string_end(s, n, cp == OSC);
	return end > n ? end : 0;
}

size_t
escape_length(struct str text, size_t off)
{
	struct str s = str_head(str_skip(text, off), ESCAPE_MAX);
	uint32_t cp = 0;
	size_t n = utf8_next(s, 0, &cp);

	if (n > 0 && cp == ESC)
		return escape_end(s);
	return cp >= 0x80 && cp < 0xA0 ? c1_end(s, cp, n) : 0;
}
