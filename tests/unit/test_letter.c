/* What the rules ask of a character, one row a character. */
#include "test.h"

#include "dateline/text/letter.h"

enum {
	ALPHA = 1,
	UPPER = 2,
	LOWER = 4,
	DIGIT = 8,
	SPACE = 16,
	CASELESS = 32,
	END = 64,
	CLOSER = 128,
	OPENER = 256,
	DASH = 512,
	APOSTROPHE = 1024,
};

static const struct row {
	const char *name;
	uint32_t cp;
	int is;
} rows[] = {
	{ "A", 'A', ALPHA | UPPER },
	{ "Z", 'Z', ALPHA | UPPER },
	{ "a", 'a', ALPHA | LOWER },
	{ "z", 'z', ALPHA | LOWER },
	{ "before A", '@', 0 },
	{ "after Z", '[', OPENER },
	{ "before a", '`', 0 },
	{ "after z", '{', OPENER },
	{ "0", '0', DIGIT },
	{ "9", '9', DIGIT },
	{ "before 0", '/', 0 },
	{ "after 9", ':', 0 },
	{ "blank", ' ', SPACE },
	{ "tab", '\t', SPACE },
	{ "carriage return", '\r', SPACE },
	{ "vertical tab", '\v', SPACE },
	{ "NUL", 0, 0 },
	{ "DEL", 0x7F, 0 },
	{ "full stop", '.', END },
	{ "exclamation mark", '!', END },
	{ "question mark", '?', END },
	{ "comma", ',', 0 },
	{ "quotation mark", '"', OPENER | CLOSER },
	{ "apostrophe", '\'', OPENER | CLOSER | APOSTROPHE },
	{ "opening bracket", '(', OPENER },
	{ "closing bracket", ')', CLOSER },
	{ "hyphen-minus", '-', DASH },
	{ "underscore", '_', 0 },
	{ "É", 0xC9, ALPHA | UPPER },
	{ "é", 0xE9, ALPHA | LOWER },
	{ "ß", 0xDF, ALPHA | LOWER },
	{ "ǅ, title case", 0x1C5, ALPHA | UPPER },
	{ "Cyrillic Ж", 0x416, ALPHA | UPPER },
	{ "Greek ω", 0x3C9, ALPHA | LOWER },
	{ "combining acute", 0x301, ALPHA },
	{ "Han", 0x4E2D, ALPHA | CASELESS },
	{ "hiragana", 0x3042, ALPHA | CASELESS },
	{ "Hangul", 0xD55C, ALPHA | CASELESS },
	{ "Hebrew alef", 0x5D0, ALPHA | CASELESS },
	{ "Arabic beh", 0x628, ALPHA | CASELESS },
	{ "Georgian an", 0x10D0, ALPHA | CASELESS },
	{ "bold H", 0x1D5DB, ALPHA | UPPER },
	{ "Arabic-Indic 3", 0x663, DIGIT },
	{ "superscript 2", 0xB2, 0 },
	{ "no-break space", 0xA0, SPACE },
	{ "ideographic space", 0x3000, SPACE },
	{ "next line", 0x85, SPACE },
	{ "line separator", 0x2028, SPACE },
	{ "zero width space", 0x200B, 0 },
	{ "ellipsis", 0x2026, END },
	{ "ideographic full stop", 0x3002, END },
	{ "fullwidth !", 0xFF01, END },
	{ "fullwidth ?", 0xFF1F, END },
	{ "Urdu full stop", 0x6D4, END },
	{ "danda", 0x964, END },
	{ "middle dot", 0xB7, 0 },
	{ "“", 0x201C, OPENER | CLOSER },
	{ "”", 0x201D, OPENER | CLOSER },
	{ "„", 0x201E, OPENER },
	{ "’", 0x2019, OPENER | CLOSER | APOSTROPHE },
	{ "«", 0xAB, OPENER | CLOSER },
	{ "»", 0xBB, OPENER | CLOSER },
	{ "「", 0x300C, OPENER },
	{ "」", 0x300D, CLOSER },
	{ "modifier apostrophe", 0x2BC, ALPHA | CASELESS | APOSTROPHE },
	{ "hyphen", 0x2010, DASH },
	{ "em dash", 0x2014, DASH },
	{ "horizontal bar", 0x2015, DASH },
	{ "double vertical line", 0x2016, 0 },
	{ "minus", 0x2212, DASH },
	{ "emoji", 0x1F600, 0 },
	{ "beyond Unicode", 0x110000, 0 },
};

static int
traits(uint32_t cp)
{
	return (letter_is_alpha(cp) ? ALPHA : 0) |
	    (letter_is_upper(cp) ? UPPER : 0) |
	    (letter_is_lower(cp) ? LOWER : 0) |
	    (letter_is_digit(cp) ? DIGIT : 0) |
	    (letter_is_space(cp) ? SPACE : 0) |
	    (letter_is_caseless(cp) ? CASELESS : 0) |
	    (letter_ends_sentence(cp) ? END : 0) |
	    (letter_is_closer(cp) ? CLOSER : 0) |
	    (letter_is_opener(cp) ? OPENER : 0) |
	    (letter_is_dash(cp) ? DASH : 0) |
	    (letter_is_apostrophe(cp) ? APOSTROPHE : 0);
}

static void
test_rows(void **state)
{
	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++)
		check_int(r->name, traits(r->cp), r->is);
}

/* No letter is of two cases, and all that has a case is a letter. */
static void
test_cases_exclude_each_other(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		int is = traits(cp) & (UPPER | LOWER | CASELESS | DIGIT);

		assert_int_equal(is & (is - 1), 0);
		if (is & ~DIGIT)
			assert_true(letter_is_alpha(cp));
	}
}

static const struct {
	const char *name, *text, *trimmed;
	size_t count;
	bool ends;
} texts[] = {
	{ "nothing", "", "", 0, false },
	{ "blanks", " \t\n\xC2\xA0", "", 4, false },
	{ "plain", "Rain in Ostrava", "Rain in Ostrava", 15, false },
	{ "blanks about", "\xE3\x80\x80 Rain. \r\n", "Rain.", 10, true },
	{ "quoted", "“Rain.”", "“Rain.”", 7, true },
	{ "quote and bracket", "(“Rain!”)", "(“Rain!”)", 9, true },
	{ "stop outside", "“Rain”.", "“Rain”.", 7, true },
	{ "only closers", "”’)", "”’)", 3, false },
	{ "comma", "Rain,”", "Rain,”", 6, false },
	{ "ellipsis", "Rain…", "Rain…", 5, true },
	{ "Japanese", "雨です。」", "雨です。」", 5, true },
	{ "broken at the end", "Rain.\xE2\x80", "Rain.\xE2\x80", 6, false },
};

static void
test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct str s = str_c(texts[i].text);
		struct span all = span_of(0, s.len);
		struct span trimmed = letter_trim_span(s, all);

		check_str(texts[i].name, letter_trim(s), texts[i].trimmed);
		check_str(texts[i].name, str_of(s, trimmed), texts[i].trimmed);
		check_int(texts[i].name, letter_count(s), texts[i].count);
		check_int(texts[i].name, letter_text_ends_sentence(s),
		    texts[i].ends);
	}
}

static void
test_trim_span_keeps_to_its_span(void **state)
{
	struct str s = STR("one  two  three");
	struct span got = letter_trim_span(s, span_of(3, 10));

	(void)state;
	check_int("off", got.off, 5);
	check_int("len", got.len, 3);
	got = letter_trim_span(s, span_of(8, 10));
	check_int("all blank", got.len, 0);
	got = letter_trim_span(s, span_of(90, 95));
	check_int("outside", got.len, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_cases_exclude_each_other),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_trim_span_keeps_to_its_span),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
