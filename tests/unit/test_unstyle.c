/* Dressed letters.  For the tables the Unicode database is the judge: wherever
 * it says that a character is a letter in a font, a circle, a square or wide,
 * the table must agree or the exception must be one of those named here. */
#include "test.h"

#include <unictype.h>
#include <uniname.h>
#include <uninorm.h>
#include <unistr.h>

#include "dateline/text/unstyle.h"

/* Letters in a font that no one dresses up with. */
static const struct exception {
	const char *why;
	uint32_t first, last;
} exceptions[] = {
	{ "h-bar, a constant", 0x210F, 0x210F },
	{ "information source, an emoji", 0x2139, 0x2139 },
	{ "n-ary summation", 0x2140, 0x2140 },
	{ "Hebrew wide letters", 0xFB20, 0xFB29 },
	{ "Arabic mathematical letters", 0x1EE00, 0x1EEFF },
	{ "circled katakana, Han, Hangul", 0x3036, 0x3400 },
	{ "squared katakana and Han", 0x1F200, 0x1F251 },
	{ "fullwidth brackets and signs", 0xFF5F, 0xFFE6 },
};

static bool
is_exception(uint32_t cp)
{
	for (size_t i = 0; i < COUNT(exceptions); i++)
		if (cp >= exceptions[i].first && cp <= exceptions[i].last)
			return true;
	return false;
}

static bool
is_font_tag(int tag)
{
	return tag == UC_DECOMP_FONT || tag == UC_DECOMP_CIRCLE ||
	    tag == UC_DECOMP_SQUARE || tag == UC_DECOMP_WIDE;
}

static void
test_database_agrees(void **state)
{
	ucs4_t to[UC_DECOMPOSITION_MAX_LENGTH];
	size_t agreed = 0;

	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		struct undressed u = unstyle_letter(cp);
		int tag, n = uc_decomposition(cp, &tag, to);

		if (n < 1 || n > 2 || !is_font_tag(tag))
			continue;
		if (u.dress == DRESS_NONE) {
			if (n == 1 && !is_exception(cp))
				fail_msg("U+%04X is not in the table", cp);
			continue;
		}
		if (u.plain[0] != to[0] || u.plain[1] != (n == 2 ? to[1] : 0))
			fail_msg("U+%04X is another letter", cp);
		agreed++;
	}
	assert_int_equal(agreed, 996 + 24 + 10 + 95 + 54 + 21 + 26 + 10);
}

/* Raised, lowered and bracketed letters; the library also raises signs and other
 * alphabets, which nobody dresses up with. */
static void
test_database_agrees_on_small_ones(void **state)
{
	ucs4_t to[UC_DECOMPOSITION_MAX_LENGTH];
	size_t agreed = 0;

	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		struct undressed u = unstyle_letter(cp);
		int tag, n = uc_decomposition(cp, &tag, to);

		if (u.dress == DRESS_SUPER || u.dress == DRESS_SUB) {
			check_int("one letter", n, 1);
			check_int("raised or lowered", tag,
			    u.dress == DRESS_SUPER ? UC_DECOMP_SUPER
						   : UC_DECOMP_SUB);
			check_int("letter", to[0], u.plain[0]);
		} else if (n > 2 && u.dress != DRESS_NONE) {
			check_int("opens", to[0], '(');
			check_int("letter", to[1], u.plain[0]);
			check_int("closes", to[n - 1], ')');
		} else {
			continue;
		}
		agreed++;
	}
	assert_int_equal(agreed, 50 + 17 + 26 + 20 + 26);
}

/* What the name of a character says of its style; the other words, monospace
 * excepted, have none in a terminal. */
static unsigned
named_style(const char *name)
{
	unsigned style = 0;

	style |= strstr(name, "BOLD") ? STYLE_BOLD : 0;
	style |= strstr(name, "ITALIC") ? STYLE_ITALIC : 0;
	style |= strstr(name, "MONOSPACE") ? STYLE_MONO : 0;
	if (strstr(name, "SCRIPT") || strstr(name, "FRAKTUR") ||
	    strstr(name, "DOUBLE-STRUCK") || strstr(name, "BLACK-LETTER"))
		style |= STYLE_FANCY;
	return style;
}

/* The ASCII letter that a name ends with: "… CAPITAL LETTER A", "… SMALL H",
 * "… SMALL CAPITAL A".  0 for "… GAMMA" and "… DOTLESS I". */
static uint32_t
named_letter(const char *name)
{
	const char *last = strrchr(name, ' ');
	bool small = strstr(name, " SMALL ") != NULL;

	if (!last || last[2] != '\0' || last[1] < 'A' || last[1] > 'Z' ||
	    strstr(name, "DOTLESS"))
		return 0;
	return (uint32_t)(small ? last[1] - 'A' + 'a' : last[1]);
}

static void
check_named(const char *name, const struct undressed *u)
{
	uint32_t letter = named_letter(name);

	if (letter != 0)
		check_int(name, u->plain[0], letter);
	if (u->dress == DRESS_MATH)
		check_int(name, u->style, named_style(name));
}

/* Names know what has no decomposition: white letters on black, small capitals,
 * flags. */
static void
test_names_agree(void **state)
{
	(void)state;
	for (uint32_t cp = 0x80; cp <= 0x10FFFF; cp++) {
		struct undressed u = unstyle_letter(cp);
		char name[UNINAME_MAX];

		if (u.dress != DRESS_NONE && u.dress != DRESS_TURNED &&
		    unicode_character_name(cp, name))
			check_named(name, &u);
	}
}

/* How many code points wear what: a row lost or cut short shows here. */
static void
test_counts(void **state)
{
	static const size_t want[DRESS_COUNT] = { [DRESS_MATH] = 996,
		[DRESS_HOLE] = 24, [DRESS_LETTERLIKE] = 10,
		[DRESS_RESERVED] = 24, [DRESS_WIDE] = 95,
		[DRESS_ENCLOSED] = 184, [DRESS_ENCLOSED_DIGIT] = 94,
		[DRESS_SMALL_CAPITAL] = 25, [DRESS_SUPER] = 50,
		[DRESS_SUB] = 17, [DRESS_REGIONAL] = 26, [DRESS_TURNED] = 19,
		[DRESS_LEGACY] = 46 };
	size_t got[DRESS_COUNT] = { 0 };

	(void)state;
	for (uint32_t cp = 0; cp <= 0x110000; cp++) {
		struct undressed u = unstyle_letter(cp);

		got[u.dress]++;
		if (u.dress == DRESS_NONE) {
			assert_int_equal(u.plain[0], cp);
			assert_int_equal(u.style | u.plain[1], 0);
		}
	}
	for (size_t i = 1; i < DRESS_COUNT; i++)
		assert_int_equal(got[i], want[i]);
}

static const struct {
	const char *name;
	uint32_t cp;
	enum dress dress;
	unsigned style;
	uint32_t plain[2];
} letters[] = {
	{ "serif bold A", 0x1D400, DRESS_MATH, STYLE_BOLD, { 'A' } },
	{ "italic z", 0x1D467, DRESS_MATH, STYLE_ITALIC, { 'z' } },
	{ "sans bold italic z", 0x1D66F, DRESS_MATH,
	    STYLE_BOLD | STYLE_ITALIC, { 'z' } },
	{ "bold fraktur A", 0x1D56C, DRESS_MATH, STYLE_BOLD | STYLE_FANCY,
	    { 'A' } },
	{ "mono 9", 0x1D7FF, DRESS_MATH, STYLE_MONO, { '9' } },
	{ "bold omega", 0x1D6DA, DRESS_MATH, STYLE_BOLD, { 0x3C9 } },
	{ "never assigned", 0x1D7CC, DRESS_NONE, 0, { 0x1D7CC } },
	{ "Planck's h", 0x210E, DRESS_HOLE, STYLE_ITALIC, { 'h' } },
	{ "the hole of h", 0x1D455, DRESS_RESERVED, STYLE_ITALIC, { 'h' } },
	{ "double-struck R", 0x211D, DRESS_HOLE, STYLE_FANCY, { 'R' } },
	{ "its neighbour", 0x211E, DRESS_NONE, 0, { 0x211E } },
	{ "20 in a circle", 0x2473, DRESS_ENCLOSED_DIGIT, STYLE_FANCY,
	    { '2', '0' } },
	{ "10 on black", 0x277F, DRESS_ENCLOSED_DIGIT, STYLE_FANCY,
	    { '1', '0' } },
	{ "Z on black", 0x1F189, DRESS_ENCLOSED, STYLE_FANCY, { 'Z' } },
	{ "AB on black", 0x1F18E, DRESS_NONE, 0, { 0x1F18E } },
	{ "outlined 9", 0x1CCF9, DRESS_LEGACY, STYLE_FANCY, { '9' } },
	{ "small capital l", 0x29F, DRESS_SMALL_CAPITAL, 0, { 'l' } },
	{ "a gap between", 0x29D, DRESS_NONE, 0, { 0x29D } },
	{ "turned k", 0x29E, DRESS_TURNED, 0, { 'k' } },
	{ "fullwidth full stop", 0xFF0E, DRESS_WIDE, 0, { '.' } },
};

static void
test_letters(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(letters); i++) {
		struct undressed u = unstyle_letter(letters[i].cp);
		const char *row = letters[i].name;

		check_int(row, u.dress, letters[i].dress);
		check_int(row, u.style, letters[i].style);
		check_int(row, u.plain[0], letters[i].plain[0]);
		check_int(row, u.plain[1], letters[i].plain[1]);
	}
}

/* A line, and what it is when the stripped letters are plain. */
static const struct {
	const char *name, *line, *want;
} lines[] = {
	{ "nothing", "", "" },
	{ "ASCII", "Rain, 3 = 1 + 2", "Rain, 3 = 1 + 2" },
	{ "bold words", "𝗥𝗮𝗶𝗻 𝗶𝗻 𝗢𝘀𝘁𝗿𝗮𝘃𝗮", "Rain in Ostrava" },
	{ "two families in a word", "𝗪𝗵𝗮𝘁𝘀𝐀𝐩𝐩", "WhatsApp" },
	{ "one letter dressed", "𝗛ola amiga", "Hola amiga" },
	{ "apostrophe joins", "𝗪𝗵𝗮𝘁’𝘀 𝗠𝗿𝘀 𝗖'𝘀 plan", "What’s Mrs C's plan" },
	{ "one letter in company", "𝗔 𝗻𝗲𝘄 𝗱𝗮𝘆", "A new day" },
	{ "one letter, other company", "𝗔 𝘯𝘦𝘸 day", "𝗔 new day" },
	{ "one letter, richer company", "𝗔 𝙣𝙚𝙬 day", "A new day" },
	{ "one letter alone", "𝗔 new day", "𝗔 new day" },
	{ "digits", "𝟮𝟬𝟮𝟯: 𝟱 𝗱𝗲𝗮𝗱", "2023: 5 dead" },
	{ "umlaut inside", "𝗙ü𝗿 𝗞ö𝗹𝗻", "Für Köln" },
	{ "Greek", "𝚫𝛀", "ΔΩ" },
	{ "a set", "the numbers ℝ and ℂ", "the numbers ℝ and ℂ" },
	{ "sets on end", "ℝℂℍ", "ℝℂℍ" },
	{ "a set beside sets on end", "ℝ and ℂℍ", "ℝ and ℂℍ" },
	{ "set beside bold words", "𝗘𝘃𝗲𝗿𝘆 ℝ", "Every ℝ" },
	{ "hole in a word", "𝑇ℎ𝑒 𝑢𝑟𝑛", "The urn" },
	{ "holes of script", "ℐ 𝒶𝓂 𝒽ℯ𝓇ℯ", "I am here" },
	{ "reserved hole alone", "\xF0\x9D\x92\xA7", "L" },
	{ "reserved holes in a word", "He\xF0\x9D\x92\xA7lo", "HeLlo" },
	{ "variable", "for all 𝑥 in a set", "for all 𝑥 in a set" },
	{ "maths", "∀𝑥∈ℝ ∃𝑦: 𝑥𝑦 = 1", "∀𝑥∈ℝ ∃𝑦: 𝑥𝑦 = 1" },
	{ "function", "𝑓: ℝ → ℝ, 𝑓(𝑥) = 𝑥² + 2𝑥", "𝑓: ℝ → ℝ, 𝑓(𝑥) = 𝑥² + 2𝑥" },
	{ "word in maths", "𝑖𝑓 𝑚𝑎𝑥 = 1 → 2", "𝑖𝑓 max = 1 → 2" },
	{ "variable in Chinese", "设𝑥为实数", "设𝑥为实数" },
	{ "word in Chinese", "新闻𝗕𝗼𝗹𝗱新闻", "新闻Bold新闻" },
	{ "differential in a word", "𝕖ⅆ𝕘𝕖", "edge" },
	{ "differential beside one", "aⅆ𝕓", "aⅆb" },
	{ "differential alone", "∫ 𝑓 ⅆ𝑥", "∫ 𝑓 ⅆ𝑥" },
	{ "litre, constants", "5 ℓ, ℏ, ℵ, ™ ℃", "5 ℓ, ℏ, ℵ, ™ ℃" },
	{ "ordinals, fractions", "nº 1ª ½ ²", "nº 1ª ½ ²" },
	{ "circled word", "Ⓗⓔⓛⓛⓞ Ⓜ metro", "Hello Ⓜ metro" },
	{ "two circled letters", "ⓘⓒ", "ⓘⓒ" },
	{ "circled beside plain", "aⒷⒸⒹ", "aⒷⒸⒹ" },
	{ "squared word", "🅱🆁🅴🅰🅺", "BREAK" },
	{ "emoji letters", "🅰️ 🅱️ 🅿️", "🅰️ 🅱️ 🅿️" },
	{ "list markers", "①② ❶ ⑴", "①② ❶ ⑴" },
	{ "flags", "🇫🇷🇩🇪", "🇫🇷🇩🇪" },
	{ "small capitals", "ᴛʜɪs Rᴀɪɴ", "this Rain" },
	{ "two small capitals", "ɪɴ", "ɪɴ" },
	{ "IPA", "/ˈbɪtər/ and ʀɪŋɢ", "/ˈbɪtər/ and ʀɪŋɢ" },
	{ "superscript word", "ᵗʰⁱˢ ⁱˢ", "this ⁱˢ" },
	{ "ordinals, powers", "1ˢᵗ 2ⁿᵈ xⁿ Mᵐᵉ", "1ˢᵗ 2ⁿᵈ xⁿ Mᵐᵉ" },
	{ "superscript after letters", "noteᵃᵇᶜ", "noteᵃᵇᶜ" },
	{ "subscript word", "ₕₑₗₚ x₁ Hₐ", "help x₁ Hₐ" },
	{ "wide", "ｒａｉｎ　ｉｎ Ａ！", "rain in A!" },
	{ "one wide letter", "plan Ｂ", "plan Ｂ" },
	{ "wide beside kana", "日本ＮＨＫ", "日本ＮＨＫ" },
	{ "wide beside Hangul", "서울ＫＢＳ", "서울ＫＢＳ" },
	{ "wide beside bopomofo", "ㄅＮＨＫ", "ㄅＮＨＫ" },
	{ "turned", "ɐqɔ", "ɐqɔ" },
	{ "segmented digits", "\xF0\x9F\xAF\xB1\xF0\x9F\xAF\xB2", "12" },
	{ "underlined", "R̲a̲i̲n̲ fell", "Rain fell" },
	{ "underlined phrase", "T̲h̲e̲ ̲u̲r̲n̲", "The urn" },
	{ "two underlined", "a̲b̲ c", "a̲b̲ c" },
	{ "underlined and accented", "e̲\xCC\x81t̲é̲", "e\xCC\x81té" },
	{ "a line under nothing", "\xCC\xB2\xCC\xB2", "\xCC\xB2\xCC\xB2" },
	{ "struck through", "r̶a̶i̶n̶", "r̶a̶i̶n̶" },
	{ "bold and underlined", "𝗥̲𝗮̲𝗶̲𝗻̲", "Rain" },
};

static void
test_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		uint32_t cps[64], out[64];
		struct dressed line[64];
		uint8_t text[256];
		size_t n = COUNT(cps), m = 0, len = sizeof(text);

		assert_non_null(u8_to_u32((const uint8_t *)lines[i].line,
		    strlen(lines[i].line), cps, &n));
		assert_in_range(n, 0, 64);
		memset(line, 1, sizeof(line));
		for (size_t k = 0; k < n; k++)
			line[k].cp = cps[k];
		unstyle_line(line, n);
		for (size_t k = 0; k < n; k++) {
			if (line[k].strip)
				assert_true(unstyle_may_strip(cps[k]));
			if (!line[k].strip)
				out[m++] = cps[k];
			else if (cps[k] != UNSTYLE_UNDERLINE)
				out[m++] = line[k].plain;
		}
		assert_non_null(u32_to_u8(out, m, text, &len));
		check_str(lines[i].name, ((struct str){ (char *)text, len }),
		    lines[i].want);
	}
}

/* A line of 200,000 letters costs 200,000 letters: squared, it would take
 * minutes. */
static void
test_long_lines(void **state)
{
	static const uint32_t fill[] = { 'a', 0x1D5EE, 0x301,
		UNSTYLE_UNDERLINE, '\'', 0x1D04, 0x24D0, 0xFF21, 0x200D };
	enum { N = 200000 };
	struct arena *a = arena_new();
	struct dressed *line = arena_array(a, struct dressed, N);

	(void)state;
	for (size_t k = 0; k < COUNT(fill); k++) {
		for (size_t i = 0; i < N; i++)
			line[i].cp = i % 2 ? fill[k] :
					     fill[i / 2 % COUNT(fill)];
		unstyle_line(line, N);
		for (size_t i = 0; i < N; i++)
			line[i].cp = fill[k];
		unstyle_line(line, N);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_database_agrees),
		cmocka_unit_test(test_database_agrees_on_small_ones),
		cmocka_unit_test(test_names_agree),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_long_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
