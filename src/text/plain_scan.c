/* Most text needs no making: ASCII goes by sixteen bytes at a time, and letters
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

/* Which of sixteen bytes are. */
static unsigned
plain_ascii(struct sixteen x)
{
	return sixteen_bits(sixteen_either(
	    sixteen_between(x, ' ', '~'), sixteen_between(x, '\t', '\n')));
}

static bool
is_plain_ascii(unsigned char c)
{
	return (c >= ' ' && c <= '~') || c == '\n' || c == '\t';
}

static size_t
skip_ascii(struct str raw, size_t at)
{
	while (raw.len - at >= 16) {
		size_t n = sixteen_first_other(
		    plain_ascii(sixteen_at(raw.ptr + at)));

		at += n;
		if (n < 16)
			return at;
	}
	while (at < raw.len && is_plain_ascii((uint8_t)raw.ptr[at]))
		at++;
	return at;
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

/* A dash or a quotation mark: the first row of common[]. */
static bool
is_punctuation(struct str raw, size_t at)
{
	return raw.len - at > 2 && raw.ptr[at] == '\xE2' &&
	    raw.ptr[at + 1] == '\x80' &&
	    (uint8_t)(raw.ptr[at + 2] - '\x90') <= 0x17;
}

size_t
plain_skip(struct str raw, size_t at)
{
	uint32_t cp;
	size_t n;
	bool ok;

	for (; at < raw.len; at += n) {
		at = skip_ascii(raw, at);
		n = 3;
		if (is_punctuation(raw, at))
			continue;
		n = utf8_check(raw, at, &cp, &ok);
		if (n == 0 || !ok ||
		    !(is_common(cp) || is_kept_wide(raw, at, n, cp)))
			break;
	}
	return at;
}
