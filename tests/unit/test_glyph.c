/* The gate: what is drawn for a character, and that nothing a terminal could
 * obey ever comes through. */
#include <locale.h>
#include <unictype.h>
#include <uninorm.h>
#include <wchar.h>

#include "dateline/text/glyph.h"
#include "test.h"

/* A small generator of numbers: the same in every run. */
static uint32_t
next_number(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void
add_code_point(struct buf *b, uint32_t cp)
{
	char bytes[UTF8_MAX];

	buf_add(b, (struct str){ bytes, utf8_put(bytes, cp) });
}

/* The glyphs of a text, each followed by its columns: "a1é1". */
static struct str
spell(struct arena *a, struct str text)
{
	struct buf b = { .in = a };
	struct glyph g;
	size_t n;

	for (size_t at = 0; (n = glyph_next(text, at, &g)) > 0; at += n)
		buf_addf(&b, "%.*s%d", (int)g.len, g.bytes, g.cols);
	return buf_str(&b);
}

static void
test_draw_form(void **state)
{
	static const struct {
		const char *name, *text, *want;
	} rows[] = {
		{ "nothing", "", "" },
		{ "ASCII", "Ok.", "O1k1.1" },
		{ "Cyrillic", "Да", "Д1а1" },
		{ "wide", "日x", "日2x1" },
		{ "NFC", "e\u0301", "é1" },
		{ "NFC with reordering", "e\u0301\u0323", "ẹ\u03011" },
		{ "NFC of what is composed", "é\u0323", "ẹ\u03011" },
		{ "NFC of one character", "\u212B\u2126", "Å1Ω1" },
		{ "mark on a wide one", "か\u3099", "が2" },
		{ "mark that stays one", "q\u0301", "q\u03011" },
		{ "syllable of jamo", "\u1112\u1161\u11AB", "한2" },
		{ "syllable and a final jamo", "하\u11AB", "한2" },
		{ "vowel sign in two parts", "\u09C7\u09BE", "\u09CB1" },
		{ "two spacing ones in NFC", "\U0001D15E", "\U0001D15E1" },
		{ "four marks", "x\u0316\u0317\u0318\u0319",
		    "x\u0316\u0317\u0318\u03191" },
		{ "a fifth mark", "x\u0316\u0317\u0318\u0319\u031Cy",
		    "x\u0316\u0317\u0318\u03191y1" },
		{ "mark alone", "\u0301a", " \u03011a1" },
		{ "family", "👩‍👩‍👧", "👩2👩2👧2" },
		{ "skin tone", "👍🏽!", "👍2!1" },
		{ "skin tone alone", "🏽 🏽", "🏽2 1🏽2" },
		{ "flag", "🇫🇮x", "F1I1x1" },
		{ "half a flag", "🇫", "F1" },
		{ "flag by tags", "🏴\U000E0067\U000E007Fx", "🏴2x1" },
		{ "heart with selector", "❤\uFE0F", "❤1" },
		{ "keycap", "1\uFE0F\u20E3", "1\u20E31" },
		{ "joiner and mark", "e\u200D\u0301", "é1" },
		{ "hidden before", "\uFEFFa", "0a1" },
		{ "hidden alone", "\u202E\u2066", "00" },
		{ "soft hyphen", "re\u00ADdo", "r1e1d1o1" },
		{ "format character", "\u0600\u0661", "0\u06611" },
		{ "controls", "\x01\x1B[m\x7F", "␁1␛1[1m1␡1" },
		{ "mark on a control", "\x1B\u0301", "␛1 \u03011" },
		{ "C1", "\xC2\x9B" "31m", "\uFFFD13111m1" },
		{ "tab and line ends", "\t\n\r\n\r\v\f", " 1 1 1 1 1 1" },
		{ "other line ends", "\xC2\x85\u2028\u2029", " 1 1 1" },
		{ "no-break space", "a\u00A0b", "a1\u00A01b1" },
		{ "bytes", "\xFF\xC3(", "\uFFFD1\uFFFD1(1" },
		{ "surrogate", "\xED\xA0\x80", "\uFFFD1\uFFFD1\uFFFD1" },
		{ "unassigned", "\u0378", "\uFFFD1" },
		{ "noncharacter", "\uFFFE", "\uFFFD1" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_str(rows[i].name, spell(a, str_c(rows[i].text)),
		    rows[i].want);
	arena_free(a);
}

static void
test_nul(void **state)
{
	struct glyph g;

	(void)state;
	check_int("taken", glyph_next(STR("\0x"), 0, &g), 1);
	check_str("NUL", ((struct str){ g.bytes, g.len }), "␀");
	check_int("beyond the end", glyph_next(STR("x"), 7, &g), 0);
}

/* No glyph holds a byte that a terminal obeys or reorders by, and what it holds
 * has the columns it says. */
static void
check_safe(const char *row, const struct glyph *g)
{
	struct str s = { g->bytes, g->len };
	int cols = 0, marks = -1;
	uint32_t cp;
	size_t n;
	bool ok;

	for (size_t at = 0; (n = utf8_check(s, at, &cp, &ok)) > 0; at += n) {
		if (!ok || cp < 0x20 || (cp >= 0x7F && cp < 0xA0) ||
		    glyph_is_hidden(cp) || wcwidth((wchar_t)cp) < 0 ||
		    uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Cf))
			fail_msg("%s: U+%04X is drawn", row, (unsigned)cp);
		if (at > 0 && wcwidth((wchar_t)cp) > 0)
			fail_msg("%s: two spacing characters", row);
		cols += wcwidth((wchar_t)cp);
		marks++;
	}
	check_int(row, g->cols, cols);
	assert_true(g->len <= GLYPH_MAX && marks <= 4);
}

/* Walks any bytes: progress, safety, and the same from every function. */
static void
check_text(const char *row, struct str s)
{
	struct glyph g;
	size_t at = 0, n, m;
	int cols, sum = 0;

	for (; (n = glyph_next(s, at, &g)) > 0; at += n) {
		check_safe(row, &g);
		m = glyph_measure(s, at, &cols);
		check_int(row, m, n);
		check_int(row, cols, g.cols);
		if (g.cols > 0)
			check_int(row, glyph_fit(s, sum), at);
		sum += g.cols;
	}
	check_int(row, at, s.len);
	check_int(row, glyph_columns(s), sum);
	check_int(row, glyph_fit(s, sum), s.len);
}

static void
test_every_code_point(void **state)
{
	static const char *const before[] = { "", "a", "か", "\u1112\u1161" };
	char text[32], row[32];

	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		size_t rows = cp < 0x20000 ? COUNT(before) : 1;

		for (size_t i = 0; i < rows; i++) {
			size_t n = strlen(before[i]);

			memcpy(text, before[i], n);
			n += utf8_put(text + n, cp);
			snprintf(row, sizeof(row), "U+%04X", (unsigned)cp);
			check_text(row, (struct str){ text, n });
		}
	}
}

/* What a single code point is drawn as: in NFC, as the library has it, unless
 * that is hidden, not to be drawn alone, or more than a cell holds. */
static void
test_every_code_point_in_nfc(void **state)
{
	(void)state;
	for (uint32_t cp = 0xA0; cp <= 0x10FFFF; cp++) {
		bool regional = cp >= 0x1F1E6 && cp <= 0x1F1FF;
		char text[UTF8_MAX], row[16], want[64];
		struct str s = { text, utf8_put(text, cp) };
		size_t n = sizeof(want);
		struct glyph g;

		if (regional || glyph_is_hidden(cp) || wcwidth((wchar_t)cp) < 1)
			continue;
		snprintf(row, sizeof(row), "U+%04X", (unsigned)cp);
		glyph_next(s, 0, &g);
		check_int(row, g.cols, wcwidth((wchar_t)cp));
		assert_non_null(u8_normalize(UNINORM_NFC,
		    (const uint8_t *)text, s.len, (uint8_t *)want, &n));
		if (glyph_columns((struct str){ want, n }) == g.cols)
			check_str_at(row, (struct str){ g.bytes, g.len },
			    (struct str){ want, n }, __FILE__, __LINE__);
	}
}

static void
test_random_bytes(void **state)
{
	uint32_t seed = 1;
	char text[64];

	(void)state;
	for (int round = 0; round < 20000; round++) {
		size_t n = next_number(&seed) % sizeof(text);

		for (size_t i = 0; i < n; i++)
			text[i] = (char)next_number(&seed);
		check_text("random bytes", (struct str){ text, n });
	}
}

/* Code points that meet each other in few places but here. */
static uint32_t
odd_code_point(uint32_t *seed)
{
	static const uint32_t odd[] = { 'a', ' ', '\n', '\r', 0x1B, 0x9B, 0xAD,
		0xE9, 0x301, 0x323, 0x34F, 0x5D0, 0x600, 0x93F, 0x995, 0x9BE,
		0x9C7, 0xCC2, 0xCC6, 0xCD5, 0xE01, 0xE31, 0x1100, 0x1161,
		0x11A8, 0x1B05, 0x1B35, 0x200B, 0x200D, 0x202E, 0x2028, 0x212B,
		0x2329, 0x304B, 0x3099, 0x65E5, 0xAC00, 0xFE0F, 0xFEFF, 0xFFFE,
		0x11347, 0x1133E, 0x1D15E, 0x1D165, 0x1F1EB, 0x1F44D, 0x1F469,
		0x1F3FD, 0x1F3F4, 0xE0067, 0xE007F };

	return odd[next_number(seed) % COUNT(odd)];
}

static struct str
odd_text(struct buf *b, uint32_t *seed, size_t most)
{
	b->len = 0;
	for (size_t n = next_number(seed) % most; n > 0; n--)
		add_code_point(b, odd_code_point(seed));
	return buf_str(b);
}

static void
test_random_text(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };
	uint32_t seed = 2;

	(void)state;
	for (int round = 0; round < 50000; round++)
		check_text("random text", odd_text(&b, &seed, 40));
	arena_free(a);
}

static void
test_columns(void **state)
{
	static const struct {
		const char *name, *text;
		int cols;
	} rows[] = {
		{ "empty", "", 0 },
		{ "ASCII", "The vote", 8 },
		{ "marks", "Cafe\u0301", 4 },
		{ "wide", "東京", 4 },
		{ "family", "👩‍👩‍👧‍👦", 8 },
		{ "hidden", "a\u200B\u202Eb", 2 },
		{ "flag", "🇫🇮", 2 },
		{ "line ends", "a\r\nb", 3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_int(rows[i].name, glyph_columns(str_c(rows[i].text)),
		    rows[i].cols);
}

static void
test_fit(void **state)
{
	static const struct {
		const char *name, *text;
		int cols;
		const char *want;
	} rows[] = {
		{ "nothing fits", "abc", 0, "" },
		{ "less than nothing", "abc", -3, "" },
		{ "some", "abc", 2, "ab" },
		{ "all", "abc", 9, "abc" },
		{ "half a wide one", "東京", 3, "東" },
		{ "its marks", "e\u0301\u0323x", 1, "e\u0301\u0323" },
		{ "hidden behind", "a\u200D\u202Eb", 1, "a\u200D\u202E" },
		{ "hidden before", "\u202Eb", 0, "\u202E" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str s = str_c(rows[i].text);

		check_str(rows[i].name,
		    str_head(s, glyph_fit(s, rows[i].cols)), rows[i].want);
	}
}

/* Clusters, with a bar between them. */
static struct str
split(struct arena *a, struct str text)
{
	struct buf b = { .in = a };
	size_t n;

	for (size_t at = 0; (n = glyph_cluster(text, at)) > 0; at += n) {
		if (at > 0)
			buf_addc(&b, '|');
		buf_add(&b, str_head(str_skip(text, at), n));
	}
	return buf_str(&b);
}

static void
test_cluster(void **state)
{
	static const struct {
		const char *name, *text, *want;
	} rows[] = {
		{ "nothing", "", "" },
		{ "ASCII", "ab", "a|b" },
		{ "CRLF", "a\r\nb\r\r", "a|\r\n|b|\r|\r" },
		{ "marks", "e\u0301x\u0323\u0301", "e\u0301|x\u0323\u0301" },
		{ "family", "👩‍👩‍👧‍👦👩", "👩‍👩‍👧‍👦|👩" },
		{ "skin tone", "👍🏽👍", "👍🏽|👍" },
		{ "flags", "🇫🇮🇸🇪", "🇫🇮|🇸🇪" },
		{ "jamo", "\u1112\u1161\u11AB\u1100",
		    "\u1112\u1161\u11AB|\u1100" },
		{ "flag by tags", "🏴\U000E0067\U000E0062\U000E007F🏴",
		    "🏴\U000E0067\U000E0062\U000E007F|🏴" },
		{ "vowel sign", "कि", "कि" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_str(rows[i].name, split(a, str_c(rows[i].text)),
		    rows[i].want);
	arena_free(a);
}

static void
test_cluster_is_bounded(void **state)
{
	static const uint32_t parts[] = { 0x301, 0x200D, 0xE0067, 0x1F3FD };
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct buf b = { .in = a };
		char part[UTF8_MAX];

		buf_addc(&b, 'x');
		for (int n = 0; n < 99; n++)
			add_code_point(&b, parts[i]);
		check_int("32 code points", glyph_cluster(buf_str(&b), 0),
		    1 + 31 * utf8_put(part, parts[i]));
	}
	arena_free(a);
}

static void
test_hidden_name(void **state)
{
	static const struct {
		uint32_t cp;
		const char *want;
	} rows[] = {
		{ 'a', NULL }, { '\n', NULL }, { '\t', NULL }, { 0xA0, NULL },
		{ 0x301, NULL }, { 0x1F469, NULL }, { 0, "NUL" },
		{ '\r', "CR" }, { 0x1B, "ESC" }, { 0x1F, "US" },
		{ 0x7F, "DEL" }, { 0x85, "U+0085" }, { 0x9B, "U+009B" },
		{ 0xAD, "SHY" }, { 0x034F, "CGJ" }, { 0x0600, "U+0600" },
		{ 0x061C, "ALM" }, { 0x200B, "ZWSP" }, { 0x200C, "ZWNJ" },
		{ 0x200D, "ZWJ" }, { 0x202E, "RLO" }, { 0x2060, "WJ" },
		{ 0x2066, "LRI" }, { 0x206A, "U+206A" }, { 0xFE00, "VS1" },
		{ 0xFE0F, "VS16" }, { 0xFEFF, "BOM" }, { 0xE0001, "U+E0001" },
		{ 0xE0067, "TAG g" }, { 0xE007F, "U+E007F" },
		{ 0xE0100, "VS17" }, { 0xE01EF, "VS256" },
	};
	char name[16], row[16];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *got = glyph_hidden_name(rows[i].cp, name);

		snprintf(row, sizeof(row), "U+%04X", (unsigned)rows[i].cp);
		check_str(row, str_c(got ? got : "drawn"),
		    rows[i].want ? rows[i].want : "drawn");
	}
}

/* Whatever is hidden has a name, no format character is forgotten, and nothing
 * is hidden that the library would see. */
static void
test_hidden_agrees(void **state)
{
	char name[16];

	(void)state;
	for (uint32_t cp = 0xA0; cp <= 0x10FFFF; cp++) {
		bool named = glyph_hidden_name(cp, name) != NULL;
		bool format = uc_is_general_category_withtable(
		    cp, UC_CATEGORY_MASK_Cf);

		if (named != glyph_is_hidden(cp) || (format && !named) ||
		    (named && !format &&
		        !uc_is_property_default_ignorable_code_point(cp)))
			fail_msg("U+%04X", (unsigned)cp);
	}
}

static void
test_gate(void **state)
{
	static const struct {
		const char *name, *text, *screen, *pipe;
	} rows[] = {
		{ "nothing", "", "", "" },
		{ "plain", "A vote.\n\tYes", "A vote.\n\tYes",
		    "A vote.\n\tYes" },
		{ "line end before a letter", "a\né\n\tż", "a\né\n\tż",
		    "a\né\n\tż" },
		{ "mark on ASCII", "cafe\u0301s", "cafés", "cafe\u0301s" },
		{ "escape", "a\x1B[31mb", "a␛[31mb", "a␛[31mb" },
		{ "C1", "\xC2\x9B" "2J", "\uFFFD2J", "\uFFFD2J" },
		{ "DEL", "\x7F", "␡", "␡" },
		{ "carriage return", "a\rb", "a b", "a␍b" },
		{ "bytes", "\xFFz", "\uFFFDz", "\uFFFDz" },
		{ "override", "a\u202Eb", "ab", "a‹RLO›b" },
		{ "joiner", "👩‍👧", "👩👧", "👩‍👧" },
		{ "selector", "❤\uFE0F", "❤", "❤\uFE0F" },
		{ "flag", "🇫🇮", "FI", "🇫🇮" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf screen = { .in = a }, pipe = { .in = a };

		glyph_gate(&screen, str_c(rows[i].text), GATE_SCREEN);
		glyph_gate(&pipe, str_c(rows[i].text), GATE_PIPE);
		check_str(rows[i].name, buf_str(&screen), rows[i].screen);
		check_str(rows[i].name, buf_str(&pipe), rows[i].pipe);
	}
	arena_free(a);
}

/* Names and sentences are one line, whatever is in them. */
static void
test_line(void **state)
{
	static const struct {
		const char *name, *text, *want;
	} rows[] = {
		{ "nothing", "", "" },
		{ "a name", "añ/b c.txt", "añ/b c.txt" },
		{ "line ends", "a\nb\r\nc", "a␊b␍␊c" },
		{ "other line ends", "a\vb\fc\xC2\x85" "d\u2028e\u2029",
		    "a␋b␌c\uFFFDd\uFFFDe\uFFFD" },
		{ "tab, DEL", "a\tb\x7F", "a␉b␡" },
		{ "title of a window", "a\033]0;evil\007b", "a␛b" },
		{ "colour", "\033[31ma\xC2\x9Bmb", "␛a␛b" },
		{ "without an end", "\033]0;evil\n", "␛0;evil␊" },
		{ "ESC at the end", "a\033", "a␛" },
		{ "C1 and bad bytes", "\xC2\x84\xFF", "\uFFFD\uFFFD" },
		{ "left to the gate", "a\u202E\u200Db", "a\u202E\u200Db" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf b = { .in = a };

		glyph_line(&b, str_c(rows[i].text));
		check_str(rows[i].name, buf_str(&b), rows[i].want);
	}
	arena_free(a);
}

/* Through either gate no control gets, and no bidi control. */
static void
test_gate_is_shut(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };
	uint32_t seed = 3, cp;
	bool ok;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct buf out = { .in = a };
		struct str text = odd_text(&b, &seed, 30), s;
		size_t at = 0;

		glyph_gate(&out, text, round % 2 ? GATE_SCREEN : GATE_PIPE);
		s = buf_str(&out);
		while (at < s.len) {
			at += utf8_check(s, at, &cp, &ok);
			assert_true(ok && cp != 0x1B && cp != 0x9B);
			assert_true(cp != '\r' && cp != 0x202E);
		}
	}
	arena_free(a);
}

/* Hostile lengths: a character with a million marks, a run of controls. */
static void
test_long(void **state)
{
	static const char *const parts[] = { "\u0301", "\u200D", "\x1B", "\xFF",
		"🏽", "\u11A8", "🇫", "\U000E0067" };
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct buf b = { .in = a }, out = { .in = a };
		struct glyph g;
		size_t n;

		buf_addc(&b, 'x');
		while (b.len < 1000000)
			buf_add(&b, str_c(parts[i]));
		for (size_t at = 0; at < b.len; at += n) {
			n = glyph_next(buf_str(&b), at, &g);
			assert_true(n > 0);
		}
		for (size_t at = 0; at < b.len; at += n)
			n = glyph_cluster(buf_str(&b), at);
		glyph_gate(&out, buf_str(&b), GATE_SCREEN);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_draw_form),
		cmocka_unit_test(test_nul),
		cmocka_unit_test(test_every_code_point),
		cmocka_unit_test(test_every_code_point_in_nfc),
		cmocka_unit_test(test_random_bytes),
		cmocka_unit_test(test_random_text),
		cmocka_unit_test(test_columns),
		cmocka_unit_test(test_fit),
		cmocka_unit_test(test_cluster),
		cmocka_unit_test(test_cluster_is_bounded),
		cmocka_unit_test(test_hidden_name),
		cmocka_unit_test(test_hidden_agrees),
		cmocka_unit_test(test_gate),
		cmocka_unit_test(test_line),
		cmocka_unit_test(test_gate_is_shut),
		cmocka_unit_test(test_long),
	};

	if (!setlocale(LC_ALL, "C.UTF-8"))
		return 77; /* no such locale here: skipped */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
