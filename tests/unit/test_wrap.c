/* Where lines end: the cases a reader would notice, and three promises about
 * any text: nothing is lost, nothing sticks out, and the breaks are those of
 * the library for the whole paragraph. */
#include <locale.h>
#include <stdlib.h>
#include <unilbrk.h>

#include "dateline/base/buf.h"
#include "dateline/text/glyph.h"
#include "dateline/text/wrap.h"
#include "test.h"

/* A small generator of numbers: the same in every run. */
static uint32_t
next_number(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* The lines of a text, with a bar between them. */
static struct str
wrapped(struct arena *a, struct str text, int cols)
{
	struct buf b = { .in = a };
	struct span *lines;
	size_t n = wrap_lines(a, text, span_of(0, text.len), cols, &lines);

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(&b, '|');
		buf_add(&b, str_of(text, lines[i]));
	}
	return buf_str(&b);
}

static const struct {
	const char *name;
	int cols;
	const char *text, *want;
} rows[] = {
	{ "empty", 10, "", "" },
	{ "one word", 10, "Word", "Word" },
	{ "it just fits", 8, "One line", "One line" },
	{ "it does not", 7, "One line", "One|line" },
	{ "greedy", 11, "The harbour is closed now",
	    "The harbour|is closed|now" },
	{ "white space at the ends", 20, " \t Calm.  ", "Calm." },
	{ "white space in the line", 20, "a  b\tc", "a  b\tc" },
	{ "white space at a break", 5, "Calm   \t  seas", "Calm|seas" },
	{ "a tab is one column", 5, "ab\tcd", "ab\tcd" },
	{ "white space alone", 5, " \t  ", "" },
	{ "new line", 20, "One.\nTwo.", "One.|Two." },
	{ "empty line", 20, "One.\n\nTwo.\n", "One.||Two." },
	{ "new lines alone", 20, "\n\n", "|" },
	{ "CRLF", 20, "One.\r\nTwo.", "One.|Two." },
	{ "U.S.", 9, "The U.S. officials", "The U.S.|officials" },
	{ "U.S. too wide", 7, "Old U.S.-backed", "Old|U.S.-|backed" },
	{ "e.g.", 6, "So, e.g. here", "So,|e.g.|here" },
	{ "p.m., Ltd.", 7, "At 5 p.m. Ltd.", "At 5|p.m.|Ltd." },
	{ "no space after a comma", 6, "one,two six", "one,tw|o six" },
	{ "comma before a wide letter", 6, "ab 東,大阪", "ab 東,|大阪" },
	{ "time and number", 7, "at 10:30 1,000,000", "at|10:30|1,000,0|00" },
	{ "em dash", 10, "They agreed—then left", "They|agreed—|then left" },
	{ "em dash at the edge", 7, "a storm—then", "a|storm—|then" },
	{ "em dash between spaces", 8, "It ended — then", "It ended|— then" },
	{ "two em dashes", 7, "word——word", "word——|word" },
	{ "en dash", 6, "1990–1995", "1990–|1995" },
	{ "hyphen", 9, "a well-known man", "a well-|known man" },
	{ "number with a minus", 6, "about -15", "about|-15" },
	{ "curly quotes", 7, "He is “quite well” now",
	    "He is|“quite|well”|now" },
	{ "straight quotes", 6, "He is \"not well\"", "He is|\"not|well\"" },
	{ "brackets", 6, "Lake (the big)", "Lake|(the|big)" },
	{ "closing marks", 5, "Well! (Yes?)", "Well!|(Yes?|)" },
	{ "percent and money", 5, "is 45% $100", "is|45%|$100" },
	{ "no-break space", 7, "on 5\u00A0May 2020", "on|5\u00A0May|2020" },
	{ "word joiner", 5, "a b\u2060-\u2060c d", "a b\u2060-\u2060c|d" },
	{ "zero-width space", 4, "abc\u200Bdef", "abc\u200B|def" },
	{ "hidden behind that", 4, "abc\u200B\u200Edef",
	    "abc\u200B|\u200Edef" },
	{ "hidden behind a space", 4, "abc \u200Edef", "abc|\u200Edef" },
	{ "soft hyphen", 4, "wat\u00ADer", "wat\u00AD|er" },
	{ "CJK", 6, "東京は今日雨です。", "東京は|今日雨|です。" },
	{ "CJK full stop", 6, "東京は。雨", "東京|は。雨" },
	{ "Hangul", 5, "서울은 비가", "서울|은 비|가" },
	{ "Cyrillic", 8, "Порт закрыт", "Порт|закрыт" },
	{ "stops after Cyrillic", 5, "А т.е. я", "А|т.е.|я" },
	{ "Hebrew", 4, "שלום עולם", "שלום|עולם" },
	{ "long word", 4, "abcdefghij k", "abcd|efgh|ij k" },
	{ "long word after another", 4, "ab cdefgh", "ab|cdef|gh" },
	{ "one column", 1, "ab c", "a|b|c" },
	{ "no column is one", 0, "ab", "a|b" },
	{ "wide in one column", 1, "a東b", "a|東|b" },
	{ "wide at the edge", 3, "東京東", "東|京|東" },
	{ "marks stay", 2, "e\u0301e\u0301e\u0301", "e\u0301e\u0301|e\u0301" },
	{ "mark on a space", 3, "ab \u0301", "ab|\u0301" },
	{ "vowel sign stays", 2, "किकि", "कि|कि" },
	{ "white space in a character", 1, "\u0D4E\u0D4E a", "\u0D4E\u0D4E|a" },
	{ "family", 9, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦|👩‍👩‍👧‍👦" },
	{ "family wider than the line", 3, "a👩‍👩‍👧b", "a|👩‍👩‍👧|b" },
	{ "skin tone", 2, "👍🏽👍🏽", "👍🏽|👍🏽" },
	{ "flags", 3, "🇫🇮🇸🇪🇳🇴", "🇫🇮|🇸🇪|🇳🇴" },
	{ "flag wider than the line", 1, "🇫🇮x", "🇫🇮|x" },
	{ "URL", 12, "See https://news.example/a/long-story now",
	    "See|https://news|.example/a/|long-story|now" },
	{ "URL query", 9, "www.example/?q=sea&n=2",
	    "www.|example/?|q=sea&n=2" },
	{ "URL and a full stop", 9, "(www.bay.example/).",
	    "(www.bay.|example/)|." },
	{ "URL and a quotation mark", 14, "\"http://a.ex/\" she",
	    "\"http://a.ex/\"|she" },
};

static void
test_lines(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_str(rows[i].name,
		    wrapped(a, str_c(rows[i].text), rows[i].cols),
		    rows[i].want);
	arena_free(a);
}

/* A range inside a text: its lines are ranges of the text. */
static void
test_range(void **state)
{
	struct str text = STR("xx First day\nnext yy");
	struct arena *a = arena_new();
	struct span *lines;
	size_t n = wrap_lines(a, text, (struct span){ 3, 14 }, 5, &lines);

	(void)state;
	check_int("lines", n, 3);
	check_str("first", str_of(text, lines[0]), "First");
	check_int("where", lines[1].off, 9);
	check_str("last", str_of(text, lines[2]), "next");
	n = wrap_lines(a, text, (struct span){ 90, 5 }, 5, &lines);
	check_int("stale", n, 1);
	check_int("empty", lines[0].len, 0);
	arena_free(a);
}

static bool
is_white(uint32_t cp)
{
	return (cp >= '\t' && cp <= '\r') || cp == ' ' || cp == 0x85 ||
	    cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A && cp != 0x2007) ||
	    cp == 0x2028 || cp == 0x2029 || cp == 0x205F || cp == 0x3000;
}

static bool
is_all_white(struct str s)
{
	uint32_t cp;

	for (size_t at = 0; at < s.len;) {
		at += utf8_next(s, at, &cp);
		if (!is_white(cp))
			return false;
	}
	return true;
}

/* A line may be wider than asked only if it is one character, with what is
 * hidden around it. */
static void
check_width(const char *row, struct str line, int cols)
{
	size_t at = glyph_fit(line, 0), one;
	int c;

	if (glyph_columns(line) <= cols)
		return;
	one = at + glyph_cluster(line, at);
	while (at < one)
		at += glyph_measure(line, at, &c);
	check_int(row, glyph_columns(str_skip(line, at)), 0);
}

/* Lines come in order, are trimmed, and leave out nothing but white space. */
static void
check_promises(const char *row, struct arena *a, struct str text, int cols)
{
	struct span *lines;
	size_t n = wrap_lines(a, text, span_of(0, text.len), cols, &lines);
	size_t at = 0;

	assert_true(n >= 1);
	for (size_t i = 0; i < n; i++) {
		struct str line = str_of(text, lines[i]);
		uint32_t cp;

		assert_true(lines[i].off >= at);
		if (!is_all_white(str_head(
			str_skip(text, at), lines[i].off - at)))
			fail_msg("%s: lost before line %zu", row, i);
		at = span_end(lines[i]);
		check_int(row, utf8_floor(text, at), at);
		check_width(row, line, cols < 1 ? 1 : cols);
		utf8_next(line, 0, &cp);
		assert_false(line.len > 0 && is_white(cp));
		utf8_next(line, utf8_prev(line, line.len), &cp);
		assert_false(line.len > 0 && is_white(cp));
		assert_null(line.len ? memchr(line.ptr, '\n', line.len) : NULL);
	}
	assert_true(is_all_white(str_skip(text, at)));
}

static struct str
random_text(struct buf *b, uint32_t *seed, const char *const *parts, size_t n,
    size_t most)
{
	b->len = 0;
	for (size_t i = next_number(seed) % most; i > 0; i--)
		buf_add(b, str_c(parts[next_number(seed) % n]));
	return buf_str(b);
}

static void
test_promises(void **state)
{
	static const char *const parts[] = { "a", "Bay", "officials", " ", " ",
		" ", "  ", "\t", "\n", "\r\n", ".", ",", ":", "U.S. ", "—", "-",
		"\"", "“", "”", "(", ")", "/", "?", "https://", "www.", "&",
		"日", "。", "\u3000", "\u2003", "\u00A0", "\u200B", "\u200D",
		"\u200E", "\u2060", "\u00AD", "\u0301", "\u0323", "👩", "🏽",
		"🇫", "\uFE0F", "\u1100", "\u1161", "\u0E01", "\u0E31",
		"\u0600", "\u0D4E", "\u09C7", "\u09BE", "א", "1", "%", "\x1B",
		"\v", "\u2028", "\xC2\x85", "\uFEFF", "\U000E0067", "\uFFFE" };
	struct arena *a = arena_new();
	uint32_t seed = 1;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct buf b = { .in = a };
		struct str text =
		    random_text(&b, &seed, parts, COUNT(parts), 60);

		check_promises("random text", a, text, round % 81);
		arena_reset(a);
	}
	arena_free(a);
}

/* The same by brute force: all breaks of the library at once, and for each line
 * the last of them that fits.  Knows nothing of our filter, so its texts have
 * nothing to filter. */
struct slow {
	struct str s;
	char *kind;
	int cols;
};

static size_t
skip_white(struct str s, size_t at)
{
	uint32_t cp;
	size_t n;

	while ((n = utf8_next(s, at, &cp)) > 0 && is_white(cp))
		at += n;
	return at;
}

static size_t
trim_end(struct str s, size_t from, size_t to)
{
	uint32_t cp;

	for (; to > from; to = utf8_prev(s, to)) {
		utf8_next(s, utf8_prev(s, to), &cp);
		if (!is_white(cp))
			break;
	}
	return to;
}

static int
slow_columns(const struct slow *w, size_t from, size_t to)
{
	return glyph_columns(str_skip(str_head(w->s, to), from));
}

/* Where a word that is too long is cut: whole clusters, at least one. */
static size_t
slow_split(const struct slow *w, size_t from)
{
	size_t at = from + glyph_cluster(w->s, from), next = at;

	while (next < w->s.len && slow_columns(w, from, next) <= w->cols) {
		at = next;
		next = at + glyph_cluster(w->s, at);
	}
	return slow_columns(w, from, next) <= w->cols ? next : at;
}

static size_t
slow_next(const struct slow *w, size_t from)
{
	size_t best = 0, most = from + (size_t)w->cols * 64 + 64;

	for (size_t q = from + 1; q <= w->s.len && q < most; q++) {
		size_t end = trim_end(w->s, from, q);

		if (q < w->s.len && w->kind[q] != UC_BREAK_POSSIBLE)
			continue;
		if (slow_columns(w, from, end) > w->cols)
			break;
		best = q;
	}
	return best ? best : slow_split(w, from);
}

static void
check_slow(struct arena *a, struct str text, int cols)
{
	struct slow w = { text, arena_array(a, char, text.len + 1), cols };
	struct span *lines;
	size_t n = wrap_lines(a, text, span_of(0, text.len), cols, &lines);
	size_t at = skip_white(text, 0), i = 0;

	u8_possible_linebreaks(
	    (const uint8_t *)text.ptr, text.len, "UTF-8", w.kind);
	for (; at < text.len; i++) {
		size_t next = slow_next(&w, at);

		assert_true(i < n);
		check_int("line begins", lines[i].off, at);
		check_int("line ends", span_end(lines[i]),
		    trim_end(text, at, next));
		at = skip_white(text, next);
	}
	assert_true(i == n || (i == 0 && n == 1));
}

static const char *const pieces[] = { "a", "b", "harbour", "x", "1", "2", " ",
	" ", " ", "(", ")", "\"", "«", "»", "“", "”", "-", "/", "!", "?", "%",
	"$", "日", "本", "。", "…", "ぁ", "א", "ก", "🇫", "🇮", "👩‍👧", "👍🏽", "한",
	"e\u0301", "\u00A0", "\u2060", "\u00AD", "\u2013", "\u2003", "[", "}" };

static void
test_library(void **state)
{
	struct arena *a = arena_new();
	uint32_t seed = 5;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct buf b = { .in = a };
		struct str text =
		    random_text(&b, &seed, pieces, COUNT(pieces), 80);

		check_slow(a, text, 8 + round % 70);
		arena_reset(a);
	}
	arena_free(a);
}

/* Paragraphs far longer than what the library is given at once. */
static void
test_library_long(void **state)
{
	struct arena *a = arena_new();
	uint32_t seed = 6;

	(void)state;
	for (int round = 0; round < 8; round++) {
		struct buf b = { .in = a };

		while (b.len < 50000)
			buf_add(&b, str_c(pieces[next_number(&seed) %
			    (round < 4 ? 28 : COUNT(pieces))]));
		check_slow(a, buf_str(&b), 8 + 9 * round);
		arena_reset(a);
	}
	arena_free(a);
}

/* Hostile lengths: each must end soon, and keep the promises. */
static void
test_long(void **state)
{
	static const char *const parts[] = { "a", "e\u0301", "\u0301", " ",
		"\"", "(", "( ", "” “", "\u200B\u0301", "\u200B\u200E", "日",
		"🇫", "👩\u200D", "👩‍👧", "ก", "a.", "—", "http://", "www.a/",
		"\n", "\u00A0", "\u2060", "\u1100", " \u0301", "\x1B",
		"\u00AD" };
	static const int widths[] = { 1, 2, 80 };
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct buf b = { .in = a };

		while (b.len < 200000)
			buf_add(&b, str_c(parts[i]));
		for (size_t w = 0; w < COUNT(widths); w++)
			check_promises(parts[i], a, buf_str(&b), widths[w]);
		arena_reset(a);
	}
	arena_free(a);
}

/* Thai has no spaces between words and the library no dictionary: whole
 * characters, and lines filled to the edge. */
static void
test_thai(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };
	struct span *lines;
	size_t n;

	(void)state;
	for (int i = 0; i < 450; i++)
		buf_add(&b, STR("ก\u0E31น"));
	n = wrap_lines(a, buf_str(&b), span_of(0, b.len), 60, &lines);
	check_int("lines of Thai", n, 15);
	for (size_t i = 0; i < n; i++)
		check_int("full", glyph_columns(str_of(buf_str(&b), lines[i])),
		    60);
	arena_free(a);
}

/* What was wrapped before is wrapped anew, and no byte of it moves. */
static void
test_flow(void **state)
{
	static const struct {
		const char *name;
		const char *text;
		int cols;
		const char *want; /* lines, with ~ for a '\n' inside one */
	} flows[] = {
		{ "shorter", "one two\nthree four", 13, "one two~three|four" },
		{ "longer", "one two\nthree four", 40, "one two~three four" },
		{ "blanks after it", "one\n   two three", 7, "one~   two|three" },
		{ "a tab after it", "one\n\ttwo", 7, "one~\ttwo" },
		{ "at a break", "one\n  two", 4, "one|two" },
		{ "no break before a bang", "one\ntwo", 3, "one|two" },
		{ "a long word", "abcdef\nghi", 4, "abcd|ef|ghi" },
		{ "nothing", "", 4, "" },
		{ "only line ends", "\n\n", 4, "" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(flows); i++) {
		struct str text = str_c(flows[i].text);
		struct buf got = { .in = a };
		struct span *lines;
		size_t n = wrap_flow(a, text, span_of(0, text.len),
		    flows[i].cols, &lines);

		for (size_t k = 0; k < n; k++) {
			struct str line = str_of(text, lines[k]);

			if (k > 0)
				buf_addc(&got, '|');
			for (size_t c = 0; c < line.len; c++)
				buf_addc(&got,
				    line.ptr[c] == '\n' ? '~' : line.ptr[c]);
		}
		check_str(flows[i].name, buf_str(&got), flows[i].want);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_flow),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_range),
		cmocka_unit_test(test_promises),
		cmocka_unit_test(test_library),
		cmocka_unit_test(test_library_long),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_thai),
	};

	if (!setlocale(LC_ALL, "C.UTF-8"))
		return 77; /* no such locale here: skipped */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
