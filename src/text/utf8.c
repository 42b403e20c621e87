/* Any bytes in, progress out.  A lead byte says how many bytes follow and what
 * the first of them may be; the longest well-formed beginning of a broken
 * sequence is one U+FFFD (Unicode 3.9, table 3-7).  Our own, because the
 * library counts broken parts differently and some of its functions crash on
 * them; what comes from here is fit for it. */
#include "dateline/text/utf8.h"

struct lead {
	uint8_t more;	   /* bytes that follow */
	uint8_t low, high; /* what the first of them may be */
};

static struct lead
lead_of(uint8_t b)
{
	if (b < 0xC2)
		return (struct lead){ 0, 1, 0 };
	if (b < 0xE0)
		return (struct lead){ 1, 0x80, 0xBF };
	if (b < 0xF0)
		return (struct lead){ 2, b == 0xE0 ? 0xA0 : 0x80,
			b == 0xED ? 0x9F : 0xBF };
	if (b < 0xF5)
		return (struct lead){ 3, b == 0xF0 ? 0x90 : 0x80,
			b == 0xF4 ? 0x8F : 0xBF };
	return (struct lead){ 0, 1, 0 };
}

/* A sequence of any length, well-formed or not. */
static size_t
check_any(struct str s, size_t off, uint32_t *cp, bool *ok)
{
	const uint8_t *p = (const uint8_t *)s.ptr + off;
	struct lead lead = lead_of(p[0]);
	uint32_t c = p[0] & (0x3Fu >> lead.more);
	size_t i;

	for (i = 1; i <= lead.more; i++) {
		if (off + i >= s.len || p[i] < lead.low || p[i] > lead.high)
			break;
		c = c << 6 | (p[i] & 0x3Fu);
		lead.low = 0x80;
		lead.high = 0xBF;
	}
	*ok = lead.more > 0 && i > lead.more;
	*cp = *ok ? c : UTF8_BAD;
	return i;
}

static bool
follows(uint8_t b)
{
	return (b & 0xC0) == 0x80;
}

/* Three bytes of which any two may follow the first: most that is not ASCII. */
static bool
is_three(const uint8_t *p)
{
	return p[0] > 0xE0 && p[0] < 0xED && follows(p[1]) && follows(p[2]);
}

size_t
utf8_check(struct str s, size_t off, uint32_t *cp, bool *ok)
{
	const uint8_t *p = (const uint8_t *)s.ptr + off;

	*ok = true;
	*cp = UTF8_BAD;
	if (off >= s.len)
		return 0;
	if (p[0] < 0x80) {
		*cp = p[0];
		return 1;
	}
	if (p[0] > 0xC1 && p[0] < 0xE0 && s.len - off > 1 && follows(p[1])) {
		*cp = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
		return 2;
	}
	if (s.len - off > 2 && is_three(p)) {
		*cp = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 |
		    (p[2] & 0x3Fu);
		return 3;
	}
	return check_any(s, off, cp, ok);
}

size_t
utf8_prev_any(struct str s, size_t off)
{
	size_t back;
	uint32_t cp;

	if (off > s.len)
		off = s.len;
	if (off == 0)
		return 0;
	if (off > 2 && is_three((const uint8_t *)s.ptr + off - 3))
		return off - 3;
	for (back = off < UTF8_MAX ? off : UTF8_MAX; back > 1; back--)
		if (utf8_next(str_head(s, off), off - back, &cp) == back)
			return off - back;
	return off - 1;
}

size_t
utf8_floor(struct str s, size_t n)
{
	size_t at;
	uint32_t cp;

	if (n >= s.len)
		return s.len;
	at = utf8_prev(s, n);
	return at + utf8_next(s, at, &cp) > n ? at : n;
}

size_t
utf8_put(char out[UTF8_MAX], uint32_t cp)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
		cp = UTF8_BAD;
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}
