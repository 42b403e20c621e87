/* Most text needs no making: ASCII goes by 64 bytes at a time, and letters
 * and marks that are never anything else one by one.  The rest is worth a look. */
#include "plain_scan.h"

#include "dateline/base/sixteen.h"
#include "dateline/text/unstyle.h"

/* Ranges without a hidden character, a line end or a dressed letter. */
static const struct range {
	uint32_t first, last;
} common[] = {
	{ 0x2010, 0x2027 }, /* dashes, quotation marks, … */
	{ 0x00A0, 0x00AC },
	{ 0x00AE, 0x0261 }, /* Latin, between soft hyphen and IPA */
	{ 0x0350, 0x05FF }, /* Greek, Cyrillic, Armenian, Hebrew */
	{ 0x0620, 0x06DC }, /* Arabic */
	{ 0x0900, 0x10FF }, /* Devanagari … Thai … Georgian */
	{ 0x1E00, 0x1FFF },
	{ 0x20A0, 0x20FF }, /* currency signs */
	{ 0x3001, 0x3163 }, /* kana */
	{ 0x3165, 0xA6FF }, /* Han, Yi */
	{ 0xAC00, 0xD7FF }, /* Hangul */
};

static bool
is_common(uint32_t cp)
{
	for (size_t i = 0; i < COUNT(common); i++)
		if (cp >= common[i].first && cp <= common[i].last)
			return true;
	return false;
}

/* Which bytes may be anything else. */
static inline unsigned
odd_bytes(struct sixteen x)
{
	return sixteen_bits(sixteen_either(sixteen_between(x, ' ', '~'),
	    sixteen_between(x, '\t', '\n'))) ^ 0xFFFF;
}

/* A fullwidth comma beside Han stays (U4), so nobody need read its line. */
static bool
is_kept_wide(struct str raw, size_t at, size_t n, uint32_t cp)
{
	uint32_t beside = 0;

	if (cp != 0x3000 && (cp < 0xFF01 || cp > 0xFF5E))
		return false;
	if (at > 0)
		utf8_next(raw, utf8_prev(raw, at), &beside);
	return unstyle_keeps_wide(beside) ||
	    (utf8_next(raw, at + n, &beside) > 0 &&
		unstyle_keeps_wide(beside));
}

/* Bytes of the character at `at` if it needs no look, or 0. */
static size_t
plain_char(struct str raw, size_t at)
{
	uint32_t cp;
	size_t n;
	bool ok;

	n = utf8_check(raw, at, &cp, &ok);
	return ok && (is_common(cp) || is_kept_wide(raw, at, n, cp)) ? n : 0;
}

size_t
plain_skip(struct str raw, size_t at)
{
	size_t len, n, k;

	for (; at < raw.len; at += len) {
		uint64_t odd;

		len = raw.len - at < 64 ? raw.len - at : 64;
		odd = sixteen_bits_of(
		    odd_bytes, raw.ptr + at, len, raw.len - at);
		while (odd != 0) {
			k = (size_t)__builtin_ctzll(odd);
			n = plain_char(raw, at + k);
			if (n == 0)
				return at + k;
			if (k + n > len)
				len = k + n;
			odd = k + n < 64 ? odd & UINT64_MAX << (k + n) : 0;
		}
	}
	return raw.len;
}
