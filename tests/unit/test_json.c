/* Rows of JSON Lines: commas where they belong, and nothing in a row that a
 * terminal would obey. */
#include "test.h"

#include "dateline/text/json.h"
#include "dateline/text/utf8.h"

#define BYTES(z) { (z), sizeof(z) - 1 }

static const struct row {
	const char *name;
	struct str value;
	const char *want;
} rows[] = {
	{ "empty", BYTES(""), "" },
	{ "plain", BYTES("low tide"), "low tide" },
	{ "quotation mark", BYTES("\"so\""), "\\\"so\\\"" },
	{ "backslash", BYTES("a\\b"), "a\\\\b" },
	{ "slash stays", BYTES("a/b"), "a/b" },
	{ "line end, tab", BYTES("a\nb\tc"), "a\\nb\\tc" },
	{ "carriage return", BYTES("\r"), "\\u000d" },
	{ "NUL", BYTES("a\0b"), "a\\u0000b" },
	{ "escape", BYTES("\x1B[2J"), "\\u001b[2J" },
	{ "DEL", BYTES("\x7F"), "\\u007f" },
	{ "C1", BYTES("\xC2\x85\xC2\x9B"), "\\u0085\\u009b" },
	{ "bidi override", BYTES("\u202Efdp"), "\\u202efdp" },
	{ "bidi marks", BYTES("\u061C\u200E\u200F"),
	    "\\u061c\\u200e\\u200f" },
	{ "bidi isolates", BYTES("\u2066\u2069"), "\\u2066\\u2069" },
	{ "line separators", BYTES("\u2028\u2029"), "\\u2028\\u2029" },
	{ "joiner", BYTES("a\u200Db"), "a\\u200db" },
	{ "no character", BYTES("\uFFFF\U0010FFFF"), "\\uffff\\udbff\\udfff" },
	{ "tag", BYTES("\U000E0065"), "\\udb40\\udc65" },
	{ "letters", BYTES("né 海 𝗫"), "né 海 𝗫" },
	{ "ill-formed", BYTES("a\xFF" "b\xE2\x80"), "a\uFFFDb\uFFFD" },
	{ "overlong", BYTES("\xC0\xAF"), "\uFFFD\uFFFD" },
};

static void
test_strings(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
		struct buf got = { .in = a }, want = { .in = a };

		json_open(&got);
		json_string(&got, "k", r->value);
		json_close(&got);
		buf_addf(&want, "{\"k\":\"%s\"}\n", r->want);
		buf_addc(&want, '\0');
		check_str(r->name, buf_str(&got), want.ptr);
	}
	arena_free(a);
}

static void
test_all_members(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };

	(void)state;
	json_open(&b);
	json_text(&b, "none", STR(""));
	json_text(&b, "some", STR("ebb"));
	json_null(&b, "null");
	json_number(&b, "zero", 0);
	json_number(&b, "most", UINT64_MAX);
	json_bool(&b, "yes", true);
	json_bool(&b, "no", false);
	json_close(&b);
	check_str("members", buf_str(&b),
	    "{\"none\":null,\"some\":\"ebb\",\"null\":null,\"zero\":0,"
	    "\"most\":18446744073709551615,\"yes\":true,\"no\":false}\n");
	arena_free(a);
}

static void
test_nesting(void **state)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };

	(void)state;
	json_open(&b);
	json_object(&b, "o");
	json_array(&b, "none");
	json_array_end(&b);
	json_array(&b, "list");
	json_item(&b, STR("["));
	json_item(&b, STR("{"));
	json_item(&b, STR(""));
	json_array_end(&b);
	json_object_end(&b);
	json_object(&b, "empty");
	json_object_end(&b);
	json_number(&b, "n", 1);
	json_close(&b);
	json_open(&b);
	json_close(&b);
	json_open(&b);
	json_null(&b, "x");
	json_close(&b);
	check_str("rows", buf_str(&b),
	    "{\"o\":{\"none\":[],\"list\":[\"[\",\"{\",\"\"]},\"empty\":{},"
	    "\"n\":1}\n{}\n{\"x\":null}\n");
	arena_free(a);
}

/* No byte of any string comes out as a control or as ill-formed UTF-8. */
static void
test_safe_whatever_comes(void **state)
{
	struct arena *a = arena_new();
	uint32_t seed = 11, cp;
	bool ok;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct buf b = { .in = a };
		char bytes[16];
		size_t n;

		for (size_t i = 0; i < sizeof(bytes); i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = (char)(seed >> 24);
		}
		json_item(&b, (struct str){ bytes, sizeof(bytes) });
		for (size_t at = 0; (n = utf8_check(buf_str(&b), at, &cp, &ok)) >
		     0; at += n)
			assert_true(ok && cp >= 0x20 &&
			    (cp < 0x7F || cp >= 0xA0));
		arena_reset(a);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_all_members),
		cmocka_unit_test(test_nesting),
		cmocka_unit_test(test_safe_whatever_comes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
