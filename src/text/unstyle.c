/* Give dressed-up letters back their plain form.  Whether a letter is dressed
 * is read off the Unicode charts below; whether it is meant as a letter is
 * another question, and src/text/unstyle_line.c answers it.
 *
 * The mathematical alphabets have 24 holes: letters that had been encoded long
 * before, among the letterlike symbols.  Generators that count on without
 * looking write the holes themselves, so both spellings are read. */
#include "dateline/text/unstyle.h"

#include <uchar.h>

/* A stretch of one chart: its letters in order. */
struct chart {
	uint32_t first;
	uint8_t n;
	uint8_t dress;
	uint8_t style;
	const char16_t *letters; /* one unit each; below 32: a number */
};

#define CHART(first, letters, dress, style) \
	{ first, COUNT(letters) - 1, dress, style, letters }

#define UPPER  u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LOWER  u"abcdefghijklmnopqrstuvwxyz"
#define LATIN  UPPER LOWER
#define DIGITS u"0123456789"
#define ONE_TO_NINE u"123456789"
#define ELEVEN_TO_TWENTY \
	u"\013\014\015\016\017\020\021\022\023\024"
#define ONE_TO_TEN    ONE_TO_NINE u"\012"
#define ONE_TO_TWENTY ONE_TO_TEN ELEVEN_TO_TWENTY
#define GREEK \
	u"ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇" \
	u"αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ"
#define PRINTABLE \
	u"!\"#$%&'()*+,-./" DIGITS u":;<=>?@" UPPER u"[\\]^_`" LOWER u"{|}~"

#define GAP 0xB7 /* · in a row: not a letter of this dress */

enum {
	NO_STYLE = 0,
	BOLD = STYLE_BOLD,
	ITALIC = STYLE_ITALIC,
	BOLD_ITALIC = STYLE_BOLD | STYLE_ITALIC,
	FANCY = STYLE_FANCY,
	BOLD_FANCY = STYLE_BOLD | STYLE_FANCY,
	ITALIC_FANCY = STYLE_ITALIC | STYLE_FANCY,
	MONO = STYLE_MONO,
};

/* In order of code points, for lookup(). */
static const struct chart charts[] = {
	/* Latin-1, IPA and modifier letters */
	CHART(0x00AA, u"a", DRESS_SUPER, NO_STYLE),
	CHART(0x00BA, u"o", DRESS_SUPER, NO_STYLE),
	CHART(0x0262, u"g", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0x026A, u"i", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0x0274, u"n", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0x0280, u"r", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0x028F, u"y", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0x0299, u"b··h··l", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0x02B0, u"h·jr···wy", DRESS_SUPER, NO_STYLE),
	CHART(0x02E1, u"lsx", DRESS_SUPER, NO_STYLE),
	/* Phonetic extensions and their supplement */
	CHART(0x1D00, u"a···cd·e··jk·m·o", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0x1D18, u"p··tu···vwz", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0x1D2C, u"A·B·DE·GHIJKLMN·O·PRTUW", DRESS_SUPER, NO_STYLE),
	CHART(0x1D43, u"a···bde···g·km·o···ptu··v", DRESS_SUPER, NO_STYLE),
	CHART(0x1D62, u"iruv", DRESS_SUB, NO_STYLE),
	CHART(0x1D9C, u"c···f", DRESS_SUPER, NO_STYLE),
	CHART(0x1DBB, u"z", DRESS_SUPER, NO_STYLE),
	/* Superscripts and subscripts */
	CHART(0x2071, u"i", DRESS_SUPER, NO_STYLE),
	CHART(0x207F, u"n", DRESS_SUPER, NO_STYLE),
	CHART(0x2090, u"aeox·hklmnpst", DRESS_SUB, NO_STYLE),
	/* Letterlike symbols; those that fill holes are in holes[] */
	CHART(0x2113, u"l", DRESS_LETTERLIKE, FANCY),
	CHART(0x213C, u"πγΓΠ", DRESS_LETTERLIKE, FANCY),
	CHART(0x2145, u"Ddeij", DRESS_LETTERLIKE, ITALIC_FANCY),
	/* Enclosed alphanumerics, dingbats */
	CHART(0x2460, ONE_TO_TWENTY, DRESS_ENCLOSED_DIGIT, FANCY),
	CHART(0x2474, ONE_TO_TWENTY, DRESS_ENCLOSED_DIGIT, FANCY),
	CHART(0x249C, LOWER, DRESS_ENCLOSED, FANCY),
	CHART(0x24B6, LATIN, DRESS_ENCLOSED, FANCY),
	CHART(0x24EA, u"0", DRESS_ENCLOSED_DIGIT, FANCY),
	CHART(0x24EB, ELEVEN_TO_TWENTY, DRESS_ENCLOSED_DIGIT, FANCY),
	CHART(0x24F5, ONE_TO_TEN, DRESS_ENCLOSED_DIGIT, FANCY),
	CHART(0x24FF, u"0", DRESS_ENCLOSED_DIGIT, FANCY),
	CHART(0x2776, ONE_TO_TEN, DRESS_ENCLOSED_DIGIT, FANCY),
	CHART(0x2780, ONE_TO_TEN, DRESS_ENCLOSED_DIGIT, FANCY),
	CHART(0x278A, ONE_TO_TEN, DRESS_ENCLOSED_DIGIT, FANCY),
	/* Latin extended C and D: the rest of three alphabets */
	CHART(0x2C7C, u"j", DRESS_SUB, NO_STYLE),
	CHART(0x2C7D, u"V", DRESS_SUPER, NO_STYLE),
	CHART(0x3000, u" ", DRESS_WIDE, NO_STYLE),
	CHART(0xA730, u"fs", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0xA7AF, u"q", DRESS_SMALL_CAPITAL, NO_STYLE),
	CHART(0xA7F2, u"CFQ", DRESS_SUPER, NO_STYLE),
	/* Fullwidth forms */
	CHART(0xFF01, PRINTABLE, DRESS_WIDE, NO_STYLE),
	/* Latin extended F */
	CHART(0x107A5, u"q", DRESS_SUPER, NO_STYLE),
	/* Symbols for legacy computing: outlined */
	CHART(0x1CCD6, UPPER DIGITS, DRESS_LEGACY, FANCY),
	/* Mathematical alphanumeric symbols: serif, script, fraktur, double */
	CHART(0x1D400, LATIN, DRESS_MATH, BOLD),
	CHART(0x1D434, LATIN, DRESS_MATH, ITALIC),
	CHART(0x1D468, LATIN, DRESS_MATH, BOLD_ITALIC),
	CHART(0x1D49C, LATIN, DRESS_MATH, FANCY),
	CHART(0x1D4D0, LATIN, DRESS_MATH, BOLD_FANCY),
	CHART(0x1D504, LATIN, DRESS_MATH, FANCY),
	CHART(0x1D538, LATIN, DRESS_MATH, FANCY),
	CHART(0x1D56C, LATIN, DRESS_MATH, BOLD_FANCY),
	/* … sans serif, monospace */
	CHART(0x1D5A0, LATIN, DRESS_MATH, NO_STYLE),
	CHART(0x1D5D4, LATIN, DRESS_MATH, BOLD),
	CHART(0x1D608, LATIN, DRESS_MATH, ITALIC),
	CHART(0x1D63C, LATIN, DRESS_MATH, BOLD_ITALIC),
	CHART(0x1D670, LATIN, DRESS_MATH, MONO),
	CHART(0x1D6A4, u"ıȷ", DRESS_MATH, ITALIC),
	/* … Greek: serif, then sans serif */
	CHART(0x1D6A8, GREEK, DRESS_MATH, BOLD),
	CHART(0x1D6E2, GREEK, DRESS_MATH, ITALIC),
	CHART(0x1D71C, GREEK, DRESS_MATH, BOLD_ITALIC),
	CHART(0x1D756, GREEK, DRESS_MATH, BOLD),
	CHART(0x1D790, GREEK, DRESS_MATH, BOLD_ITALIC),
	CHART(0x1D7CA, u"Ϝϝ", DRESS_MATH, BOLD),
	/* … digits: bold, double, sans serif, sans serif bold, monospace */
	CHART(0x1D7CE, DIGITS, DRESS_MATH, BOLD),
	CHART(0x1D7D8, DIGITS, DRESS_MATH, FANCY),
	CHART(0x1D7E2, DIGITS, DRESS_MATH, NO_STYLE),
	CHART(0x1D7EC, DIGITS, DRESS_MATH, BOLD),
	CHART(0x1D7F6, DIGITS, DRESS_MATH, MONO),
	/* Enclosed alphanumeric supplement: in brackets, circles, squares, and
	 * the last two the other way round, white on black */
	CHART(0x1F10B, u"00", DRESS_ENCLOSED_DIGIT, FANCY),
	CHART(0x1F110, UPPER, DRESS_ENCLOSED, FANCY),
	CHART(0x1F12B, u"CR", DRESS_ENCLOSED, ITALIC_FANCY),
	CHART(0x1F130, UPPER, DRESS_ENCLOSED, FANCY),
	CHART(0x1F150, UPPER, DRESS_ENCLOSED, FANCY),
	CHART(0x1F170, UPPER, DRESS_ENCLOSED, FANCY),
	CHART(0x1F1E6, UPPER, DRESS_REGIONAL, NO_STYLE),
	/* Symbols for legacy computing: segmented */
	CHART(0x1FBF0, DIGITS, DRESS_LEGACY, FANCY),
};

/* Letters of other alphabets that look like ours upside down.  They lie among
 * the small capitals, hence a table of their own. */
static const struct chart turned[] = {
	CHART(0x0131, u"i", DRESS_TURNED, NO_STYLE),
	CHART(0x0183, u"g", DRESS_TURNED, NO_STYLE),
	CHART(0x01DD, u"e", DRESS_TURNED, NO_STYLE),
	CHART(0x0250, u"a··gc", DRESS_TURNED, NO_STYLE),
	CHART(0x025F, u"f", DRESS_TURNED, NO_STYLE),
	CHART(0x0265, u"h", DRESS_TURNED, NO_STYLE),
	CHART(0x026F, u"m", DRESS_TURNED, NO_STYLE),
	CHART(0x0279, u"r····j", DRESS_TURNED, NO_STYLE),
	CHART(0x0287, u"t····vwy", DRESS_TURNED, NO_STYLE),
	CHART(0x029E, u"k", DRESS_TURNED, NO_STYLE),
	CHART(0x05DF, u"l", DRESS_TURNED, NO_STYLE),
	CHART(0x1D09, u"i", DRESS_TURNED, NO_STYLE),
	CHART(0x2200, u"A", DRESS_TURNED, NO_STYLE),
};

/* The holes of the mathematical alphabets and the letters that fill them. */
static const struct hole {
	uint32_t reserved;
	uint32_t letter;
} holes[] = {
	/* italic h */
	{ 0x1D455, 0x210E },
	/* script B E F H I L M R e g o */
	{ 0x1D49D, 0x212C },
	{ 0x1D4A0, 0x2130 },
	{ 0x1D4A1, 0x2131 },
	{ 0x1D4A3, 0x210B },
	{ 0x1D4A4, 0x2110 },
	{ 0x1D4A7, 0x2112 },
	{ 0x1D4A8, 0x2133 },
	{ 0x1D4AD, 0x211B },
	{ 0x1D4BA, 0x212F },
	{ 0x1D4BC, 0x210A },
	{ 0x1D4C4, 0x2134 },
	/* fraktur C H I R Z */
	{ 0x1D506, 0x212D },
	{ 0x1D50B, 0x210C },
	{ 0x1D50C, 0x2111 },
	{ 0x1D515, 0x211C },
	{ 0x1D51D, 0x2128 },
	/* double-struck C H N P Q R Z */
	{ 0x1D53A, 0x2102 },
	{ 0x1D53F, 0x210D },
	{ 0x1D545, 0x2115 },
	{ 0x1D547, 0x2119 },
	{ 0x1D548, 0x211A },
	{ 0x1D549, 0x211D },
	{ 0x1D551, 0x2124 },
};

/* The letter at `cp` in charts sorted by code point; 0 if there is none. */
static char16_t
lookup(const struct chart *c, size_t n, uint32_t cp, const struct chart **in)
{
	size_t low = 0;

	while (n > 1) {
		size_t half = n / 2;

		if (c[low + half].first <= cp)
			low += half;
		n -= half;
	}
	*in = &c[low];
	if (cp < c[low].first || cp - c[low].first >= c[low].n ||
	    c[low].letters[cp - c[low].first] == GAP)
		return 0;
	return c[low].letters[cp - c[low].first];
}

static struct undressed
undress(uint32_t cp, const struct chart *in, char16_t letter)
{
	struct undressed u = { .dress = (enum dress)in->dress,
		.style = in->style, .plain = { letter } };

	if (letter == 0)
		return (struct undressed){ DRESS_NONE, 0, { cp, 0 } };
	if (letter < 32) {
		u.plain[0] = '0' + letter / 10u;
		u.plain[1] = '0' + letter % 10u;
	}
	return u;
}

/* What stands in the chart where a hole is, with its true dress. */
static struct undressed
undress_hole(const struct hole *h, enum dress dress)
{
	const struct chart *in;
	char16_t letter = lookup(charts, COUNT(charts), h->reserved, &in);
	struct undressed u = undress(h->reserved, in, letter);

	u.dress = dress;
	return u;
}

/* Where no chart lies, in the midst of what is much written: Cyrillic, Arabic,
 * … Han, Hangul. */
static bool
is_bare(uint32_t cp)
{
	return cp < 0xAA || (cp > 0x2E3 && cp < 0x5DF) ||
	    (cp > 0x5DF && cp < 0x1D00) || (cp > 0x3000 && cp < 0xA730) ||
	    (cp > 0xA7F4 && cp < 0xFF01);
}

static bool
may_be_in_hole(uint32_t cp)
{
	return (cp >= 0x2102 && cp <= 0x2134) ||
	    (cp >= 0x1D455 && cp <= 0x1D551);
}

struct undressed
unstyle_letter(uint32_t cp)
{
	const struct chart *in = &charts[0];
	char16_t letter = 0;

	if (is_bare(cp))
		return undress(cp, in, 0);
	for (size_t i = 0; may_be_in_hole(cp) && i < COUNT(holes); i++) {
		if (cp == holes[i].letter)
			return undress_hole(&holes[i], DRESS_HOLE);
		if (cp == holes[i].reserved)
			return undress_hole(&holes[i], DRESS_RESERVED);
	}
	letter = lookup(charts, COUNT(charts), cp, &in);
	if (letter == 0)
		letter = lookup(turned, COUNT(turned), cp, &in);
	return undress(cp, in, letter);
}
