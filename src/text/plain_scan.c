/* Most text needs no making: ASCII goes by in blocks, and letters and marks
 * that are never anything else one at a time.  The rest is worth a look. */
#include "plain_scan.h"

#include "dateline/text/unstyle.h"

enum { BLOCK = 32 };

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

static bool
is_plain_ascii(unsigned char c)
{
	return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
}

/* Whether all of a block is; without a branch, so compilers do it at once. */
static bool
is_plain_block(const char *p)
{
	uint8_t bad = 0;

	for (size_t i = 0; i < BLOCK; i++) {
		uint8_t c = (uint8_t)p[i];

		bad |= (uint8_t)((uint8_t)(c - 0x20) > 0x5E) &
		    (uint8_t)(c != '\n') & (uint8_t)(c != '\t');
	}
	return bad == 0;
}

/* The highest bit of each of eight bytes that is no printable ASCII. */
static uint64_t
not_printable(const char *p)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	uint64_t x, low;

	memcpy(&x, p, sizeof(x));
	low = x & each * 0x7F;
	return (~(low + each * (0x80 - 0x20)) | (low + each) | x) & each * 0x80;
}

static size_t
skip_ascii(struct str raw, size_t at)
{
	if (at == raw.len || !is_plain_ascii((uint8_t)raw.ptr[at]))
		return at;
	while (raw.len - at >= BLOCK && is_plain_block(raw.ptr + at))
		at += BLOCK;
	while (raw.len - at >= 8 && not_printable(raw.ptr + at) == 0)
		at += 8;
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

size_t
plain_skip(struct str raw, size_t at)
{
	uint32_t cp;
	size_t n;
	bool ok;

	for (; at < raw.len; at += n) {
		at = skip_ascii(raw, at);
		n = utf8_check(raw, at, &cp, &ok);
		if (n == 0 || !ok ||
		    !(is_common(cp) || is_kept_wide(raw, at, n, cp)))
			break;
	}
	return at;
}
