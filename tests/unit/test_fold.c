/* Rows that say what readers take for the same words, and the promises of
 * fold.h for every code point there is. */
#include "test.h"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "dateline/text/fold.h"
#include "dateline/text/unstyle.h"

enum { CODES = 0x110000 };

static bool
is_surrogate(uint32_t cp)
{
	return cp >= 0xD800 && cp < 0xE000;
}

static size_t
fold_str(struct str s, char *out, size_t (*one)(uint32_t, char[FOLD_MAX]))
{
	size_t len = 0;
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(s, at, &cp)) > 0; at += n)
		len += one(cp, out + len);
	return len;
}

struct row {
	const char *name;
	const char *text;
	const char *fold;
	const char *kept;
};

static const struct row rows[] = {
	{ "ascii", "Harbour 12, [x]", "harbour 12, [x]", "Harbour 12, [x]" },
	{ "backtick", "it`s", "it's", "it's" },
	{ "dotted capital i", "İ", "i", "I\u0307" },
	{ "dotless i", "ı", "i", "i" },
	{ "grows when small", "Ⱥ", "a", "A\u0338" },
	{ "sharp s", "ß ẞ", "ss ss", "ss SS" },
	{ "ligature", "ﬁ ﬄ", "fi ffl", "fi ffl" },
	{ "bold sans", "𝗫", "x", "X" },
	{ "script hole", "ℬ", "b", "B" },
	{ "reserved hole", "\U0001D49D", "b", "B" },
	{ "bold Greek symbol", "𝛉", "θ", "θ" },
	{ "square", "㎏ ㎒", "kg mhz", "kg MHz" },
	{ "apostrophes", "haven’t haven‘t havenʼt", "haven't haven't haven't",
	    "haven't haven't haven't" },
	{ "quotes", "“a” „b‟ «c» ″", "\"a\" \"b\" \"c\" \"", NULL },
	{ "dashes", "a–b—c−d‑e", "a-b-c-d-e", "a-b-c-d-e" },
	{ "digits", "٣ ३ 𝟗 ５", "3 3 9 5", "3 3 9 5" },
	{ "circled", "① ⑳ ❷ Ⓚ 🅰", "1 20 2 k a", NULL },
	{ "parenthesised", "⒜ ⑴", "a 1", NULL },
	{ "fraction", "½", "1/2", "1/2" },
	{ "ellipsis", "…", "...", "..." },
	{ "accents", "Éclair", "eclair", "E\u0301clair" },
	{ "loose accent", "e\u0301", "e", "e\u0301" },
	{ "strokes", "Øł đ", "ol d", "O\u0338l\u0335 d\u0335" },
	{ "ash and ethel", "Æ œ", "ae oe", "AE oe" },
	{ "short i", "Й", "и", "И\u0306" },
	{ "final sigma", "ΣΑΣ σας", "σασ σασ", "ΣΑΣ σασ" },
	{ "iota below", "ᾳ", "α", "α\u0345" },
	{ "kelvin", "\u212A", "k", "K" },
	{ "white space", "\t\n\v\f\r\xC2\x85\u00A0\u2003\u2028\u3000",
	    "          ", "          " },
	{ "ignored", "a\u00ADb\u200Bc\u200Dd\u202Ee\uFEFFf\uFE0Fg\U000E0041",
	    "abcdefg", "abcdefg" },
	{ "Hebrew points", "שָׁ", "ש", NULL },
	{ "Arabic vowels", "كَتَبَ", "كتب", NULL },
	{ "Hindi marks stay", "हिन्दी", "हिन्दी", "हिन्दी" },
	{ "Thai marks stay", "ที่", "ที่", "ที่" },
	{ "kana marks stay", "が", "か\u3099", "か\u3099" },
	{ "Hangul", "한가", "\u1112\u1161\u11AB\u1100\u1161", NULL },
	{ "compatibility ideograph", "\uF900", "\u8C48", "\u8C48" },
	{ "flags stay", "🇫", "🇫", "🇫" },
	{ "turned letters stay", "ɐ", "ɐ", "ɐ" },
	{ "a spacing accent is no space", "¨", "¨", "¨" },
	{ "two of them", "\u0385", "¨", "¨\u0301" },
	{ "another name for one", "\u1FFD", "'", "'" },
	{ "emoji", "👂", "👂", "👂" },
	{ "ill-formed", "\xC3(\xFF", "\uFFFD(\uFFFD", "\uFFFD(\uFFFD" },
};

static void
test_rows(void **state)
{
	char out[64 * FOLD_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		struct str got = { out, 0 };

		got.len = fold_str(str_c(r->text), out, fold_char);
		check_str(r->name, got, r->fold);
		got.len = fold_str(str_c(r->text), out, fold_keep);
		if (r->kept)
			check_str(r->name, got, r->kept);
	}
}

/* The fold of every code point, one after the other in `check`. */
static void
each_code_point(void (*check)(const char *name, uint32_t cp, struct str fold))
{
	char out[FOLD_MAX], name[16];

	for (uint32_t cp = 0; cp < CODES; cp++) {
		size_t n = fold_char(cp, out);

		snprintf(name, sizeof(name), "U+%04X", (unsigned)cp);
		assert_true(n <= FOLD_MAX);
		check(name, cp, (struct str){ out, n });
	}
}

static void
check_same(const char *name, struct str got, struct str want)
{
	if (str_eq(got, want))
		return;
	print_error("%s: got |%.*s|, want |%.*s|\n", name, (int)got.len,
	    got.ptr, (int)want.len, want.ptr);
	fail();
}

static void
check_again(const char *name, uint32_t cp, struct str fold)
{
	char out[FOLD_MAX * FOLD_MAX];

	(void)cp;
	check_same(name, (struct str){ out, fold_str(fold, out, fold_char) },
	    fold);
}

static void
test_folding_twice_is_folding_once(void **state)
{
	(void)state;
	each_code_point(check_again);
}

static void
check_kept(const char *name, uint32_t cp, struct str fold)
{
	char kept[FOLD_MAX], out[FOLD_MAX * FOLD_MAX];
	struct str k = { kept, fold_keep(cp, kept) };
	size_t n = fold_str(k, out, fold_char);

	assert_true(k.len <= FOLD_MAX);
	check_same(name, (struct str){ out, n }, fold);
	n = fold_str(k, out, fold_keep);
	check_same(name, (struct str){ out, n }, k);
}

static void
test_the_kept_form_folds_the_same(void **state)
{
	(void)state;
	each_code_point(check_kept);
}

/* ASCII one byte for one: match.c looks at it in the raw. */
static void
check_ascii(const char *name, uint32_t cp, struct str fold)
{
	char want = (char)cp;

	if (cp >= 0x80)
		return;
	if (cp >= 'A' && cp <= 'Z')
		want = (char)(cp - 'A' + 'a');
	else if (cp >= '\t' && cp <= '\r')
		want = ' ';
	else if (cp == '`')
		want = '\'';
	check_same(name, fold, (struct str){ &want, 1 });
}

static void
test_ascii(void **state)
{
	(void)state;
	each_code_point(check_ascii);
}

static struct str
fold_all(const uint32_t *cp, size_t n, char *out)
{
	struct str s = { out, 0 };

	for (size_t i = 0; i < n; i++)
		s.len += fold_char(cp[i], out + s.len);
	return s;
}

/* The library's decomposition of `cp`, folded. */
static struct str
fold_decomposed(uint32_t cp, uninorm_t form, char out[64 * FOLD_MAX])
{
	uint32_t parts[64];
	size_t n = COUNT(parts);

	assert_ptr_equal(u32_normalize(form, &cp, 1, parts, &n), parts);
	return fold_all(parts, n, out);
}

/* NFKD puts accents on a space, and brackets around numbers and letters. */
static bool
is_other_to_readers(uint32_t cp)
{
	uint32_t parts[64];
	size_t n = COUNT(parts);

	u32_normalize(UNINORM_NFKD, &cp, 1, parts, &n);
	return (n > 1 && (parts[0] == ' ' || parts[0] == '(')) ||
	    cp == 0x2033 || cp == 0x2036 || cp == 0xB4 || cp == 0x1FFD;
}

static void
check_normal_forms(const char *name, uint32_t cp, struct str fold)
{
	char out[64 * FOLD_MAX];

	if (is_surrogate(cp))
		return;
	check_same(name, fold_decomposed(cp, UNINORM_NFD, out), fold);
	if (!is_other_to_readers(cp))
		check_same(name, fold_decomposed(cp, UNINORM_NFKD, out), fold);
}

static void
test_normal_forms_fold_the_same(void **state)
{
	(void)state;
	each_code_point(check_normal_forms);
}

/* An iota under a letter is an accent, and no letter in small ones. */
static bool
has_iota_below(uint32_t cp)
{
	uint32_t parts[16];
	size_t n = COUNT(parts);

	u32_normalize(UNINORM_NFD, &cp, 1, parts, &n);
	return parts[n - 1] == 0x345;
}

/* The library's small letters, its white space, digits and what it says is not
 * to be seen. */
static void
check_database(const char *name, uint32_t cp, struct str fold)
{
	uint32_t small[16];
	size_t n = COUNT(small);
	char out[16 * FOLD_MAX], digit;

	if (is_surrogate(cp))
		return;
	assert_ptr_equal(u32_casefold(&cp, 1, NULL, NULL, small, &n), small);
	if (!has_iota_below(cp))
		check_same(name, fold_all(small, n, out), fold);
	if (uc_is_property_white_space(cp))
		check_same(name, fold, STR(" "));
	if (uc_is_property_default_ignorable_code_point(cp))
		check_same(name, fold, STR(""));
	digit = (char)('0' + uc_decimal_value(cp));
	if (digit >= '0')
		check_same(name, fold, (struct str){ &digit, 1 });
}

static void
test_database_agrees(void **state)
{
	(void)state;
	each_code_point(check_database);
}

static void
check_undressed(const char *name, uint32_t cp, struct str fold)
{
	struct undressed u = unstyle_letter(cp);
	char out[2 * FOLD_MAX];
	struct str got = { out, 0 };

	if (u.dress == DRESS_REGIONAL || u.dress == DRESS_TURNED)
		return;
	got.len = fold_char(u.plain[0], out);
	if (u.plain[1])
		got.len += fold_char(u.plain[1], out + got.len);
	check_same(name, got, fold);
}

static void
test_undressing_does_not_matter(void **state)
{
	(void)state;
	each_code_point(check_undressed);
}

/* Well-formed, and a space is white space or between letters. */
static void
check_shape(const char *name, uint32_t cp, struct str fold)
{
	uint32_t part;
	bool ok;

	for (size_t at = 0; at < fold.len;) {
		at += utf8_check(fold, at, &part, &ok);
		check_int(name, ok, true);
		check_int(name, part >= 0x20 || part == cp, true);
	}
	check_int(name, memchr(fold.ptr, '\n', fold.len) != NULL, false);
	if (fold.len > 1 &&
	    (fold.ptr[0] == ' ' || fold.ptr[fold.len - 1] == ' '))
		check_int(name, 0, 1);
	if (is_surrogate(cp))
		check_same(name, fold, STR("\uFFFD"));
}

static void
test_shape(void **state)
{
	char out[FOLD_MAX];

	(void)state;
	each_code_point(check_shape);
	assert_int_equal(fold_char(CODES, out), 3);
	assert_int_equal(fold_char(UINT32_MAX, out), 3);
}

/* fold_next() in any bytes says what utf8_next() and fold_char() say. */
static void
test_next(void **state)
{
	static const char any[] = "a\tZ`éйﷺ한𝗫\u00AD\xC3(\xE2\x80\xED\xA0\x80"
				  "\xE0\x9F\xBF\xF0\x9F\x98\xFF\xC3";
	struct str text = { any, sizeof(any) - 1 };

	(void)state;
	for (size_t at = 0, n; at < text.len; at += n) {
		char room[FOLD_MAX], out[FOLD_MAX];
		struct str fold;
		uint32_t cp, want;

		n = utf8_next(text, at, &want);
		assert_int_equal(fold_next(text, at, &cp, &fold, room), n);
		assert_int_equal(cp, want);
		check_same("fold_next", fold,
		    (struct str){ out, fold_char(want, out) });
	}
	assert_int_equal(
	    fold_next(text, text.len, &(uint32_t){ 0 }, &text, NULL), 0);
}

struct pair {
	const char *name;
	const char *a, *b;
	bool same;
};

static const struct pair pairs[] = {
	{ "nothing", "", "", true },
	{ "nothing and what is ignored", "", "\u200B\u00AD", true },
	{ "dressed", "𝗜𝗖𝗖'𝘀 𝗮𝗿𝗿𝗲𝘀𝘁", "icc’s arrest", true },
	{ "lengths differ", "STRAẞE", "strasse", true },
	{ "prefix", "harbour", "harbours", false },
	{ "the other prefix", "harbours", "harbour", false },
	{ "hidden end", "harbour\uFEFF", "harbour", true },
	{ "two spaces are two", "a  b", "a b", false },
	{ "other letters", "и", "n", false },
	{ "ill-formed", "\xFF", "\uFFFD", true },
};

static void
test_eq(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		const struct pair *p = &pairs[i];

		check_int(p->name, fold_eq(str_c(p->a), str_c(p->b)), p->same);
		check_int(p->name, fold_eq(str_c(p->b), str_c(p->a)), p->same);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_folding_twice_is_folding_once),
		cmocka_unit_test(test_the_kept_form_folds_the_same),
		cmocka_unit_test(test_ascii),
		cmocka_unit_test(test_normal_forms_fold_the_same),
		cmocka_unit_test(test_database_agrees),
		cmocka_unit_test(test_undressing_does_not_matter),
		cmocka_unit_test(test_shape),
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_eq),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
