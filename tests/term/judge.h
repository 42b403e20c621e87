#ifndef DATELINE_TEST_JUDGE_H
#define DATELINE_TEST_JUDGE_H

/* What may be sent to a terminal.  Letters are judged by the library's tables
 * and not by our own; a control sequence is read strictly and has to be one of
 * those that curses makes of the terminfo entry xterm-256color.  Each function
 * says what is wrong, or NULL. */

#include <unictype.h>
#include <unistr.h>

#include "test.h"

/* Final letters of "ESC [ 1 ; 2 X" by what it does. */
#define MOVES  "ABCDGHd"
#define ERASES "JKXP@LM"
#define OTHERS "mrSTb"

enum { MARKS_MAX = 4, NUMBERS_MAX = 9 };

/* The one sequence with "?" and the two others that curses sends at its start
 * and at its end. */
static const char *const judge_modes[] = { "?1049h", "?1049l", "?1h", "?1l",
	"?25h", "?25l", "?12l", "?12;25h", "?7h", "?7l", "4h", "4l",
	"22;0;0t", "23;0;0t" };

/* Behind ESC: keypad, character set, cursor kept, scrolled, colours reset. */
static const char *const judge_short[] = { "=", ">", "(B", "7", "8", "M",
	"]104\007" };

static inline bool
judge_mode(struct str s)
{
	for (size_t i = 0; i < COUNT(judge_modes); i++)
		if (str_eq(s, str_c(judge_modes[i])))
			return true;
	return false;
}

/* A control sequence behind "ESC ["; its length, 0 if it may not be sent. */
static inline size_t
judge_csi(struct str s)
{
	size_t n = 0, numbers = 1;

	while (n < s.len && s.ptr[n] >= 0x20 && s.ptr[n] < 0x40)
		n++;
	if (n == s.len || n > 40)
		return 0;
	if (judge_mode(str_head(s, n + 1)))
		return n + 1;
	for (size_t i = 0; i < n; i++) {
		numbers += s.ptr[i] == ';';
		if (s.ptr[i] != ';' && (s.ptr[i] < '0' || s.ptr[i] > '9'))
			return 0;
	}
	if (numbers > NUMBERS_MAX || !s.ptr[n] ||
	    !strchr(MOVES ERASES OTHERS, s.ptr[n]))
		return 0;
	return n + 1;
}

/* What is copied goes out as OSC 52, in Base64; its length behind ESC, 0 if it
 * is anything else. */
static inline size_t
judge_copy(struct str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/=";
	size_t n = sizeof("]52;c;") - 1;

	if (!str_starts(s, STR("]52;c;")))
		return 0;
	while (n < s.len && s.ptr[n] && strchr(digits, s.ptr[n]))
		n++;
	return n < s.len && s.ptr[n] == '\a' ? n + 1 : 0;
}

static inline size_t
judge_escape(struct str s)
{
	size_t n;

	if (str_starts(s, STR("["))) {
		n = judge_csi(str_skip(s, 1));
		return n ? n + 1 : 0;
	}
	for (size_t i = 0; i < COUNT(judge_short); i++)
		if (str_starts(s, str_c(judge_short[i])))
			return strlen(judge_short[i]);
	return judge_copy(s);
}

/* Variation selectors are marks and tags unassigned; none is ever drawn. */
static inline bool
judge_is_selector(ucs4_t cp)
{
	return (cp >= 0xFE00 && cp <= 0xFE0F) || cp >= 0xE0000 || cp == 0x34F ||
	    (cp >= 0x180B && cp <= 0x180F);
}

/* One character beyond ASCII; its length, 0 if it may not be sent.  The mark
 * that keeps panes apart beside text from right to left may, behind a bar. */
static inline size_t
judge_letter(struct str all, size_t at, ucs4_t *cp)
{
	struct str s = str_skip(all, at);
	int n = u8_mbtoucr(cp, (const uint8_t *)s.ptr, s.len);

	if (n <= 0 || judge_is_selector(*cp))
		return 0;
	if (*cp == 0x200E && str_ends(str_head(all, at), STR("│")))
		return (size_t)n;
	if (uc_is_general_category_withtable(*cp,
		UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf |
		    UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Cn |
		    UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp))
		return 0;
	return (size_t)n;
}

/* What curses sent.  It moves the cursor by \r, \n and \b, too. */
static inline const char *
judge_screen(struct str s, size_t *at)
{
	size_t n, marks = 0;
	ucs4_t cp;

	for (*at = 0; *at < s.len; *at += n) {
		unsigned char c = (unsigned char)s.ptr[*at];

		n = 1;
		if (c == '\033')
			n += judge_escape(str_skip(s, *at + 1));
		else if (c >= 0x80)
			n = judge_letter(s, *at, &cp);
		else if (c == 0x7F || (c < ' ' && !memchr("\r\n\b", c, 3)))
			return "a control character";
		if (n == 0)
			return "a character that is no letter";
		if (c == '\033' && n == 1)
			return "an escape sequence";
		if (c < 0x80 || !uc_is_general_category_withtable(
				    cp, UC_CATEGORY_MASK_M))
			marks = 0;
		else if (++marks > MARKS_MAX)
			return "too many marks on a letter";
	}
	return NULL;
}

/* What was printed on a terminal: lines, without any escape sequence. */
static inline const char *
judge_lines(struct str s, size_t *at)
{
	size_t n;
	ucs4_t cp;

	for (*at = 0; *at < s.len; *at += n) {
		unsigned char c = (unsigned char)s.ptr[*at];

		n = 1;
		if (c >= 0x80)
			n = judge_letter(s, *at, &cp);
		else if (c == 0x7F || (c < ' ' && c != '\n' && c != '\t'))
			return "a control character";
		if (n == 0)
			return "a character that is no letter";
	}
	return NULL;
}

/* What was printed into a pipe: UTF-8 without control characters; letters may
 * keep their joiners and selectors, but the direction of writing is safe. */
static inline const char *
judge_pipe(struct str s, size_t *at)
{
	int n;
	ucs4_t cp;

	for (*at = 0; *at < s.len; *at += (size_t)n) {
		n = u8_mbtoucr(
		    &cp, (const uint8_t *)s.ptr + *at, s.len - *at);
		if (n <= 0)
			return "no UTF-8";
		if (cp != '\n' && cp != '\t' &&
		    uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Cc))
			return "a control character";
		if (uc_is_property_bidi_control(cp))
			return "a control of the direction of writing";
	}
	return NULL;
}

/* The same, with nothing in it that is not to be seen. */
static inline const char *
judge_json(struct str s, size_t *at)
{
	const char *wrong = judge_pipe(s, at);
	int n;
	ucs4_t cp;

	for (*at = wrong ? *at : 0; !wrong && *at < s.len; *at += (size_t)n) {
		n = u8_mbtoucr(
		    &cp, (const uint8_t *)s.ptr + *at, s.len - *at);
		if (judge_is_selector(cp) ||
		    uc_is_general_category(cp, UC_CATEGORY_Cf))
			return "a hidden character";
	}
	return wrong;
}

typedef const char *judge_fn(struct str s, size_t *at);

static inline void
check_sent(const char *row, struct str s, judge_fn *judge)
{
	size_t at;
	const char *wrong = judge(s, &at);

	if (!wrong)
		return;
	print_error("%s: sent %s at byte %zu:", row, wrong, at);
	for (size_t i = at > 40 ? at - 40 : 0; i < s.len && i < at + 20; i++)
		print_error(i == at ? " [%02x]" : " %02x",
		    (unsigned char)s.ptr[i]);
	print_error("\n");
	fail();
}

#endif
