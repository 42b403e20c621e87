/* The plain text and its bridge: what becomes of raw bytes, row by row, and
 * what every text promises, on random mixtures of awkward pieces. */
#include "test.h"

#include <locale.h>

#include "dateline/text/glyph.h"
#include "dateline/text/plain.h"
#include "fold_judge.h"

/* Edits as "plain:raw …", styles as "off+len=style …". */
static const struct row {
	const char *name, *raw, *text, *edits, *runs;
	uint32_t bad, controls, hidden;
} rows[] = {
	{ "nothing", "", "", "", "", 0, 0, 0 },
	{ "ASCII", "Rain,\tsnow.\n", "Rain,\tsnow.\n", "", "", 0, 0, 0 },
	{ "quotes, accents", "“Ré—ка”", "“Ré—ка”", "", "", 0, 0, 0 },
	{ "CRLF", "a\r\nb", "a\nb", "1:1 2:3", "", 0, 0, 0 },
	{ "two CRLF", "\r\n\r\n", "\n\n", "0:0 1:2 2:4", "", 0, 0, 0 },
	{ "CRCRLF", "a\r\r\nb", "a\nb", "1:1 2:4", "", 0, 0, 0 },
	{ "CR alone", "a\rb\r", "a\nb\n", "", "", 0, 0, 0 },
	{ "CR CR", "a\r\rb", "a\n\nb", "", "", 0, 0, 0 },
	{ "LF CR", "a\n\rb", "a\n\nb", "", "", 0, 0, 0 },
	{ "VT, FF", "a\vb\fc", "a\nb\nc", "", "", 0, 0, 0 },
	{ "NEL", "a\xC2\x85" "b", "a\nb", "1:1 2:3", "", 0, 0, 0 },
	{ "U+2028", "a\xE2\x80\xA8" "b", "a\nb", "1:1 2:4", "", 0, 0, 0 },
	{ "U+2029", "a\xE2\x80\xA9", "a\n", "1:1 2:4", "", 0, 0, 0 },
	{ "BOM at the start", "\xEF\xBB\xBFhi", "hi", "0:0 0:3", "", 0, 0, 0 },
	{ "BOM only", "\xEF\xBB\xBF", "", "0:0 0:3", "", 0, 0, 0 },
	{ "BOM before a marker", "a\n\xEF\xBB\xBF date 2021", "a\n date 2021",
	    "2:2 2:5", "", 0, 0, 0 },
	{ "BOM elsewhere", "a\xEF\xBB\xBF date", "a\xEF\xBB\xBF date", "", "",
	    0, 0, 1 },
	{ "one bad byte", "a\xFF" "b", "a\xEF\xBF\xBD" "b", "1:1 4:2", "", 1, 0,
	    0 },
	{ "two bad bytes", "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD",
	    "0:0 3:1 6:2", "", 2, 0, 0 },
	{ "cut sequence", "\xF0\x9D\x97", "\xEF\xBF\xBD", "", "", 1, 0, 0 },
	{ "controls", "a\x1B\x01\x7F\xC2\x9B", "a\x1B\x01\x7F\xC2\x9B", "",
	    "", 0, 4, 0 },
	{ "colours", "a\x1B[1mb\x1B[31;1mc\x1B[1", "a␛b␛c␛",
	    "1:1 4:2 4:5 5:6 8:7 8:13 9:14 12:15 12:17", "", 0, 1, 0 },
	{ "escape of three bytes", "\x1B[mb", "␛b", "0:0 3:1 3:3", "", 0, 0,
	    0 },
	{ "title of a window", "a\x1B]0;\xE2\x80\xAE" "b\x07" "c", "a␛c",
	    "1:1 4:2 4:10", "", 0, 1, 0 },
	{ "title without an end", "a\x1B]0;b\nc", "a␛0;b\nc", "1:1 4:2 4:3",
	    "", 0, 1, 0 },
	{ "C1 sequence", "\xC2\x9B" "1mb", "␛b", "0:0 3:2 3:4", "", 0, 1, 0 },
	{ "bold and an escape", "𝗛𝗶\x1B[m𝗼", "Hi␛o",
	    "0:0 1:4 2:8 5:9 5:11 6:15", "0+2=1 5+1=1", 0, 0, 0 },
	{ "hidden", "a\xE2\x80\xAE" "b\xC2\xAD" "c", "a\xE2\x80\xAE"
	    "b\xC2\xAD" "c", "", "", 0, 0, 2 },
	{ "bold word", "𝗛𝗶,\r\nbye", "Hi,\nbye", "0:0 1:4 2:8 3:9 4:11",
	    "0+2=1", 0, 0, 0 },
	{ "bold, then italic", "𝗛𝗶𝘩𝘰", "Hiho", "0:0 1:4 2:8 3:12 4:16",
	    "0+2=1 2+2=2", 0, 0, 0 },
	{ "two words", "𝗛𝗶 𝗛𝗼", "Hi Ho", "0:0 1:4 2:8 3:9 4:13 5:17",
	    "0+2=1 3+2=1", 0, 0, 0 },
	{ "sans keeps nothing", "𝖧𝗂", "Hi", "0:0 1:4 2:8", "", 0, 0, 0 },
	{ "Greek in step", "𝚫𝛀", "ΔΩ", "0:0 2:4 4:8", "0+4=1", 0, 0, 0 },
	{ "maths", "∀𝑥∈ℝ: 𝑥 = 1", "∀𝑥∈ℝ: 𝑥 = 1", "", "", 0, 0, 0 },
	{ "only its own line", "𝗔 𝗻𝗲𝘄\n𝗕 one", "A new\n𝗕 one",
	    "0:0 1:4 2:5 3:9 4:13 5:17", "0+1=1 2+3=1", 0, 0, 0 },
	{ "line by CR", "𝗔\r𝗻𝗲𝘄 𝗕", "𝗔\nnew B",
	    "5:5 6:9 7:13 8:17 9:18 10:22", "5+3=1 9+1=1", 0, 0, 0 },
	{ "composed", "𝗖𝗮𝗳𝗲\xCC\x81!", "Café!",
	    "0:0 1:4 2:8 3:12 5:18", "0+5=1", 0, 0, 0 },
	{ "reordered", "𝗼𝗲\xCC\x81\xCC\xA3", "oẹ\xCC\x81",
	    "0:0 1:4 4:10", "0+6=1", 0, 0, 0 },
	{ "mark that composes with none", "𝗼𝗲\xCC\xB6", "oe\xCC\xB6",
	    "0:0 1:4 2:8", "0+4=1", 0, 0, 0 },
	{ "plain accents stay", "e\xCC\x81 𝗼𝗸", "e\xCC\x81 ok",
	    "4:4 5:8 6:12", "4+2=1", 0, 0, 0 },
	{ "selector in a word", "𝗼\xEF\xB8\x8F𝗸", "o\xEF\xB8\x8Fk",
	    "0:0 1:4 4:7 5:11", "0+1=1 4+1=1", 0, 0, 1 },
	{ "underlined", "u̲r̲n̲.", "urn.", "1:1 1:3 2:4 2:6 3:7 3:9", "0+3=16",
	    0, 0, 0 },
	{ "underlined accent", "u̲r\xCC\x81̲n̲", "ur\xCC\x81n",
	    "1:1 1:3 4:6 4:8 5:9 5:11", "0+5=16", 0, 0, 0 },
	{ "bold, underlined", "𝘂̲𝗿̲𝗻̲", "urn", "0:0 1:6 2:12 3:18", "0+3=17", 0,
	    0, 0 },
	{ "wide beside Han", "港，ＡＢＣ", "港，ＡＢＣ", "", "", 0, 0, 0 },
	{ "wide under Han", "港\nＡ，港", "港\nＡ，港", "", "", 0, 0, 0 },
	{ "wide under a line of Han", "港\nＡＢ", "港\nAB",
	    "4:4 5:7 6:10", "", 0, 0, 0 },
	{ "bad byte in a styled line", "\xFF𝗼𝗸", "\xEF\xBF\xBDok",
	    "0:0 3:1 4:5 5:9", "3+2=1", 1, 0, 0 },
};

static const struct original {
	const char *name, *raw, *text;
} originals[] = {
	{ "letters stay", "𝗛𝗶 ⓗⓘⓙ", "𝗛𝗶 ⓗⓘⓙ" },
	{ "bidi", "a\xE2\x80\xAE" "b", "a‹RLO›b" },
	{ "joiner", "\xE2\x80\x8D", "‹ZWJ›" },
	{ "control", "\x1B[0m", "‹ESC›[0m" },
	{ "title of a window", "\x1B]0;a\x07" "b", "‹ESC›]0;a‹BEL›b" },
	{ "C1", "\xC2\x9B", "‹U+009B›" },
	{ "line ends", "a\r\nb\xC2\x85" "c", "a\nb\nc" },
	{ "bad", "\xC0", "\xEF\xBF\xBD" },
};

static struct str
edits_text(struct arena *a, const struct plain *p)
{
	struct buf b = { .in = a };

	for (size_t i = 0; i < p->edit_n; i++)
		buf_addf(&b, "%s%u:%u", i ? " " : "", p->edits[i].plain,
		    p->edits[i].raw - p->raw_off);
	return buf_str(&b);
}

static struct str
runs_text(struct arena *a, const struct plain *p)
{
	struct buf b = { .in = a };

	for (size_t i = 0; i < p->run_n; i++)
		buf_addf(&b, "%s%u+%u=%u", i ? " " : "", p->runs[i].at.off,
		    p->runs[i].at.len, p->runs[i].style);
	return buf_str(&b);
}

static void
check_runs(const char *row, const struct plain *p)
{
	uint32_t end = 0, at = 0;

	for (size_t i = 0; i < p->run_n; i++) {
		struct span run = p->runs[i].at;

		check_int(row, run.off >= end && run.len > 0, 1);
		check_int(row, p->runs[i].style != 0, 1);
		for (; at < run.off && at < end + 40; at++)
			check_int(row, plain_style(p, at), 0);
		at = end = span_end(run);
		check_int(row, plain_style(p, run.off), p->runs[i].style);
		check_int(row, plain_style(p, end - 1), p->runs[i].style);
	}
	check_int(row, end <= p->text.len, 1);
	check_int(row, plain_style(p, (uint32_t)p->text.len), 0);
}

/* Every offset there and back, a little beyond the ends too. */
static void
check_bridge(const char *row, const struct plain *p)
{
	uint32_t len = (uint32_t)p->text.len, last = 0;

	for (uint32_t at = 0; at <= len + 2; at++) {
		uint32_t raw = plain_to_raw(p, at);

		check_int(row, raw >= last && raw >= p->raw_off, 1);
		check_int(row, raw <= p->raw_off + p->raw_len, 1);
		check_int(row, plain_from_raw(p, raw) <= at, 1);
		last = raw;
	}
	last = 0;
	for (uint32_t raw = 0; raw <= p->raw_off + p->raw_len + 2; raw++) {
		uint32_t at = plain_from_raw(p, raw);

		check_int(row, at >= last && at <= len, 1);
		last = at;
	}
	check_int(row, last, len);
}

/* The text is well-formed, has one kind of line end, and each character is
 * found again from where it came from; but a name in ‹› is found as one. */
static void
check_text(const char *row, const struct plain *p, enum plain_form form)
{
	size_t n;
	uint32_t cp;
	bool ok;

	for (uint32_t at = 0;
	    (n = utf8_check(p->text, at, &cp, &ok)) > 0; at += (uint32_t)n) {
		struct span s = { at, (uint32_t)n };
		struct span back =
		    plain_span_from_raw(p, plain_span_to_raw(p, s));

		check_int(row, ok, 1);
		check_int(row, cp == '\r' || cp == 0x85 || cp == 0x2028, 0);
		if (form == PLAIN_ORIGINAL)
			continue;
		check_int(row, plain_from_raw(p, plain_to_raw(p, at)), at);
		check_int(row, back.off, at);
		check_int(row, back.len, n);
	}
}

/* A character of the file never begins within one of the text. */
static void
check_raw(const char *row, const struct plain *p, struct str raw)
{
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(raw, at, &cp)) > 0; at += n) {
		uint32_t got = plain_from_raw(p, p->raw_off + (uint32_t)at);

		check_int(row, utf8_floor(p->text, got), got);
	}
}

/* Borrowed if and only if nothing changed. */
static void
check_borrowed(const char *row, const struct plain *p, struct str raw)
{
	if (str_eq(p->text, raw))
		check_int(row, p->text.ptr == raw.ptr || raw.len == 0, 1);
	if (p->text.ptr == raw.ptr && p->text.len == raw.len)
		check_int(row, p->edit_n, 0);
}

static void
check_fold(const char *row, const struct plain *p, struct str raw)
{
	struct arena *a = arena_new();

	check_int(row, judge_folds_same(a, raw, p->text), true);
	arena_free(a);
}

static void
check_all(const char *row, const struct plain *p, struct str raw,
    enum plain_form form)
{
	if (form == PLAIN_READABLE)
		check_fold(row, p, raw);
	check_runs(row, p);
	check_bridge(row, p);
	check_text(row, p, form);
	check_raw(row, p, raw);
	check_borrowed(row, p, raw);
}

static void
test_rows(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
		struct str raw = str_c(r->raw);
		struct plain p = plain_make(a, raw, 0, PLAIN_READABLE);

		check_str(r->name, p.text, r->text);
		check_str(r->name, edits_text(a, &p), r->edits);
		check_str(r->name, runs_text(a, &p), r->runs);
		check_int(r->name, p.bad, r->bad);
		check_int(r->name, p.controls, r->controls);
		check_int(r->name, p.hidden, r->hidden);
		check_int(r->name, p.text.ptr == raw.ptr,
		    strcmp(r->raw, r->text) == 0);
		check_all(r->name, &p, raw, PLAIN_READABLE);
		arena_reset(a);
	}
	arena_free(a);
}

static void
test_originals(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(originals); i++) {
		struct str raw = str_c(originals[i].raw);
		struct plain p = plain_make(a, raw, 0, PLAIN_ORIGINAL);

		check_str(originals[i].name, p.text, originals[i].text);
		check_all(originals[i].name, &p, raw, PLAIN_ORIGINAL);
	}
	arena_free(a);
}

/* Offsets count from the start of the record, wherever the text begins. */
static void
test_raw_offset(void **state)
{
	struct arena *a = arena_new();
	struct str raw = STR("\xEF\xBB\xBFx\xFF𝗼𝗸");
	struct plain p = plain_make(a, raw, 100, PLAIN_READABLE);

	(void)state;
	check_str("text", p.text, "\xEF\xBB\xBFx\xEF\xBF\xBDok");
	check_int("a BOM inside a record stays", p.hidden, 1);
	check_int("bad_first", p.bad_first, 104);
	check_int("start", plain_to_raw(&p, 0), 100);
	check_int("o", plain_to_raw(&p, 7), 105);
	check_int("k", plain_to_raw(&p, 8), 109);
	check_int("inside k", plain_from_raw(&p, 111), 8);
	check_int("end", plain_to_raw(&p, 9), 113);
	check_int("before", plain_from_raw(&p, 3), 0);
	check_int("beyond", plain_from_raw(&p, 5000), 9);
	check_all("bridge", &p, raw, PLAIN_READABLE);
	arena_free(a);
}

/* Every character alone is counted as the gate sees it, so no shortcut on the
 * way lets one slip by. */
static void
test_every_character(void **state)
{
	struct arena *a = arena_new();
	char out[UTF8_MAX + 2] = "a", name[16];

	(void)state;
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
		struct str raw = { out, 1 + utf8_put(out + 1, cp) };
		struct plain p = plain_make(a, raw, 0, PLAIN_READABLE);
		struct plain o = plain_make(a, raw, 0, PLAIN_ORIGINAL);
		bool line_end = p.text.len == 2 && p.text.ptr[1] == '\n';
		bool named = glyph_hidden_name(cp, name) && !line_end;

		assert_int_equal(p.hidden, glyph_is_hidden(cp));
		assert_int_equal(p.hidden + p.controls, named);
		assert_int_equal(str_starts(str_skip(o.text, 1), STR("‹")),
		    named || cp == 0x2039);
		if ((cp & 0xFFF) == 0)
			arena_reset(a);
		if (cp == 0x32000)
			cp = 0xDFFFF; /* nothing lives between */
	}
	arena_free(a);
}

/* ASCII goes by in blocks: each byte, at each place of a few of them. */
static void
test_blocks(void **state)
{
	struct arena *a = arena_new();
	char text[100];

	(void)state;
	for (int c = 1; c < 0x80; c++) {
		bool line_end = c == '\r' || c == '\v' || c == '\f';
		bool control = (c < 0x20 || c == 0x7F) && c != '\n' &&
		    c != '\t' && !line_end;

		for (size_t i = 0; i < sizeof(text); i++) {
			bool escape = c == 0x1B && i + 1 < sizeof(text);
			struct plain p;

			memset(text, 'x', sizeof(text));
			text[i] = (char)c;
			p = plain_make(a, (struct str){ text, sizeof(text) },
			    0, PLAIN_READABLE);
			assert_int_equal(p.controls, control);
			assert_int_equal(
			    p.text.ptr != text, line_end || escape);
		}
		arena_reset(a);
	}
	arena_free(a);
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static const char *const pieces[] = { "a", "Rain ", "it's", " ", "\n", "\r",
	"\r\n", "\r\r\n", "\v", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF",
	"\xEF\xBB\xBF date 2021-05-04 ", "\xFF", "\xC3", "\xE2\x80", "\xF0\x9D",
	"\xED\xA0\x80", "\x1B[", "\x1B]", "\x1B", "\x07", "\xC2\x9B", "\x7F", "\xE2\x80\xAE", "\xC2\xAD",
	"\xE2\x80\x8D", "\xEF\xB8\x8F", "é", "“", "ж", "语", "𝗛", "𝗶", "𝘅𝘆",
	"𝑥", "ℝ", "ℎ", "\xF0\x9D\x91\x95", "𝓼", "Ⓗ", "ⓔⓛⓛ", "🅱", "🆁🅴🅰", "ᴛʜɪs",
	"ᵗʰᵉ", "ₕₑₗ", "Ａ", "ＢＣ", "　", "①", "🇫🇷", "👍🏽", "=", "→",
	"\xCC\x81", "\xCC\xA3", "\xCC\xB2", "\xCC\x88\xCC\x81", "\xCD\x84", "u̲r̲n̲", "𝗯̲𝗼̲𝗹̲" };

static void
test_mixtures(void **state)
{
	struct arena *a = arena_new();
	uint32_t seed = 11;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct buf b = { .in = a };
		uint32_t off = next_random(&seed) % 3 * 50;
		uint32_t n = next_random(&seed) % 24;
		char row[32];
		struct plain p;

		snprintf(row, sizeof(row), "mixture %d", round);
		for (; n > 0; n--)
			buf_add(&b, str_c(pieces[next_random(&seed) %
			    COUNT(pieces)]));
		p = plain_make(a, buf_str(&b), off, PLAIN_READABLE);
		check_all(row, &p, buf_str(&b), PLAIN_READABLE);
		p = plain_make(a, buf_str(&b), off, PLAIN_ORIGINAL);
		check_all(row, &p, buf_str(&b), PLAIN_ORIGINAL);
		arena_reset(a);
	}
	arena_free(a);
}

/* A quarter of a megabyte of one piece, mostly without a line end: squared, it
 * would not end. */
static void
test_long_lines(void **state)
{
	enum { SIZE = 1 << 18 };
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++) {
		size_t len = strlen(pieces[i]);
		char *text = arena_array(a, char, SIZE);
		struct plain p;

		for (size_t at = 0; at + len <= SIZE; at += len)
			memcpy(text + at, pieces[i], len);
		p = plain_make(a, (struct str){ text, SIZE / len * len }, 0,
		    PLAIN_READABLE);
		check_int(pieces[i], plain_from_raw(&p, SIZE), p.text.len);
		arena_reset(a);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_originals),
		cmocka_unit_test(test_raw_offset),
		cmocka_unit_test(test_every_character),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_mixtures),
		cmocka_unit_test(test_long_lines),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
