/* Paragraphs, headings (R8, R9), posts (R10) and promotions (R11a).  A row is a
 * text and the kinds of its blocks, one letter each. */
#include "test.h"

#include <locale.h>

#include "dateline/report/block.h"

/* A paragraph long enough to stand below a heading. */
#define BODY \
	"The ferry had been due since the early morning, but the wind was" \
	" against it."
#define POST "It rained all night. — Ann Lee (@annlee)"

struct kind_row {
	const char *name;
	const char *text;
	const char *kinds;
};

static const struct kind_row kind_rows[] = {
	/* cutting */
	{ "nothing", "", "" },
	{ "only blanks", " \n\t\n  ", "" },
	{ "one", "It is in.", "p" },
	{ "two", "It is in.\n\nIt is out.", "pp" },
	{ "many empty lines", "\n\n\nIt is in.\n\n\n\nIt is out.\n\n", "pp" },
	{ "lines of blanks are empty", "It is in.\n \t \u00A0\nIt is out.",
	    "pp" },
	{ "wrapped lines are one", "It is in\nat the pier.", "p" },

	/* R8 */
	{ "bold", "𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆", "h" },
	{ "bold, signs and digits aside", "4. “𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆”, 2023! 👂", "h" },
	{ "bold script", "𝓣𝓱𝓮 𝓯𝓮𝓻𝓻𝔂", "h" },
	{ "bold italic", "𝑻𝒉𝒆 𝒇𝒆𝒓𝒓𝒚", "h" },
	{ "bold and serif in one word", "𝗧𝗵𝗲 𝗳𝐞𝐫𝐫𝐲", "h" },
	{ "bold with letters that have no bold", "𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆 é ü д 港", "h" },
	{ "bold Greek", "𝝩𝝾 𝝿𝝺𝝾𝝸𝝾", "h" },
	{ "bold below the text", BODY "\n\n𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆", "ph" },
	{ "a plain letter among nine", "𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆𝘀 a", "h" },
	{ "three of four are too few", "𝗧𝗵𝗲𝘀𝗲 ab", "p" },
	{ "a run-in heading", "𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆: it is in at noon today.", "p" },
	{ "italic", "𝘛𝘩𝘦 𝘧𝘦𝘳𝘳𝘺", "p" },
	{ "one bold letter", "𝗧", "p" },
	{ "bold in two lines", "𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆\n𝗶𝘀 𝗶𝗻", "p" },
	{ "bold words in a sentence", "It was 𝗻𝗲𝘃𝗲𝗿 late.", "p" },

	/* R9 */
	{ "plain heading", "A show of strength\n\n" BODY, "hp" },
	{ "plain heading in the middle",
	    BODY "\n\nA show of strength\n\n" BODY, "php" },
	{ "begins with a digit", "40 days at sea\n\n" BODY, "hp" },
	{ "begins with a picture", "🚢 The ferry\n\n" BODY, "hp" },
	{ "letters without case", "港口的风\n\n" BODY, "hp" },
	{ "a question", "Why was it late?\n\n" BODY, "hp" },
	{ "with an apostrophe", "The keeper’s choice\n\n" BODY, "hp" },
	{ "above a list", "What to bring\n\n- a lamp\n\n- a rope", "hpp" },
	{ "by the numbers", "By the numbers\n\n" BODY, "hp" },
	{ "12 words", "A b c d e f g h i j k l\n\n" BODY, "hp" },
	{ "13 words", "A b c d e f g h i j k l m\n\n" BODY, "pp" },
	{ "the last block", BODY "\n\nThe end", "pp" },
	{ "alone", "The end", "p" },
	{ "ends a sentence", "It is in.\n\n" BODY, "pp" },
	{ "ends in a call", "It is in!\n\n" BODY, "pp" },
	{ "a call and a picture", "Let us know! 👂\n\n" BODY, "pp" },
	{ "ends in an ellipsis", "And then…\n\n" BODY, "pp" },
	{ "ends in a colon", "What we know:\n\n" BODY, "pp" },
	{ "ends in a comma", "At noon,\n\n" BODY, "pp" },
	{ "ends in a Chinese full stop", "港口的风。\n\n" BODY, "pp" },
	{ "a question that does not ask", "The ferry was late?\n\n" BODY,
	    "pp" },
	{ "wholly quoted", "“A show of strength”\n\n" BODY, "pp" },
	{ "small letter", "a show of strength\n\n" BODY, "pp" },
	{ "bullet", "• A show of strength\n\n" BODY, "pp" },
	{ "hyphen", "- A show of strength\n\n" BODY, "pp" },
	{ "hash", "#ferry\n\n" BODY, "pp" },
	{ "at", "News from @annlee\n\n" BODY, "pp" },
	{ "URL", "Read www.example.org\n\n" BODY, "pp" },
	{ "byline", "By Ann Lee\n\n" BODY, "pp" },
	{ "credit", "The pier at noon (Ann Lee/Pier Post)\n\n" BODY, "pp" },
	{ "photo", "Photo from the archive\n\n" BODY, "pp" },
	{ "read more", "Read more about the pier\n\n" BODY, "pp" },
	{ "related", "Related\n\n" BODY, "pp" },
	{ "a word that only begins so", "Imagery of the pier\n\n" BODY,
	    "hp" },
	{ "copyright", "© 2023 Pier Post\n\n" BODY, "pp" },
	{ "sign up", "Sign up for our letter\n\n" BODY, "pp" },
	{ "a time", "0:09\n\n" BODY, "pp" },
	{ "a day", "March 20, 2023\n\n" BODY, "pp" },
	{ "one letter", "A\n\n" BODY, "pp" },
	{ "the text below is short", "A show\n\nIt is in at last today.",
	    "pp" },
	{ "two headings in a row", "A show\n\nThe keeper\n\n" BODY, "php" },
	{ "the text below is a heading in bold", "A show\n\n𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆",
	    "ph" },
	{ "the text below is not 1.3 times as long",
	    "The long history of the old pier and of its keeper and of town\n\n"
	    "The ferry had been due since the morning, but wind was bad.",
	    "pp" },
	{ "81 letters",
	    "The history of the pier, the keeper and the town as told by those"
	    " who came backkkk\n\n" BODY BODY, "pp" },

	/* R10 */
	{ "post", POST, "t" },
	{ "post with a day", POST " June 15, 2020", "t" },
	{ "post with a short month", POST " Jun 5, 2020", "t" },
	{ "post with an en dash", "It rained. – Ann Lee (@annlee)", "t" },
	{ "post with a hyphen", "It rained. - Ann Lee (@annlee)", "t" },
	{ "post with two hyphens", "It rained. -- Ann Lee (@annlee)", "t" },
	{ "post with a glued dash", "It rained. —Ann Lee (@annlee)", "t" },
	{ "post of two lines", "It rained.\n— Ann Lee (@annlee)", "t" },
	{ "post of a double name", "It rained. — Ann-Marie (@ann_m)", "t" },
	{ "no dash", "It rained. Ann Lee (@annlee)", "p" },
	{ "a hyphen in a word", "It rained-Ann Lee (@annlee)", "p" },
	{ "no handle", "It rained. — Ann Lee (Desk)", "p" },
	{ "an empty handle", "It rained. — Ann Lee (@)", "p" },
	{ "nothing posted", "— Ann Lee (@annlee)", "p" },
	{ "no name", "It rained. — (@annlee)", "p" },
	{ "text goes on", POST " and more", "p" },
	{ "text goes on with a number", POST " at 10", "p" },

	/* R11a */
	{ "a post once", "Let us know!\n\n" POST "\n\n" BODY, "ptp" },
	{ "a post twice", POST "\n\n" BODY "\n\n" POST, "bpb" },
	{ "a post twice with its teaser",
	    "Let us know!\n\n" POST "\n\n" BODY "\n\nLet us know!\n\n" POST,
	    "bbpbb" },
	{ "a teaser that has no twin",
	    "Let us know!\n\n" POST "\n\n" BODY "\n\nTell us!\n\n" POST,
	    "pbppb" },
	{ "a teaser that looks like a heading",
	    "Your turn\n\n" POST "\n\n" BODY "\n\nYour turn\n\n" POST,
	    "bbpbb" },
	{ "a teaser of 81 letters",
	    BODY " Now!\n\n" POST "\n\nNo.\n\n" BODY " Now!\n\n" POST,
	    "pbppb" },
	{ "a bold heading before a promotion is one",
	    "𝗬𝗼𝘂𝗿 𝘁𝘂𝗿𝗻\n\n" POST "\n\n" BODY "\n\n𝗬𝗼𝘂𝗿 𝘁𝘂𝗿𝗻\n\n" POST,
	    "hbphb" },
	{ "paragraphs may repeat", BODY "\n\n" BODY, "pp" },
	{ "two other posts", POST "\n\nIt was dry. — Ann Lee (@annlee)",
	    "tt" },
};

static size_t
read_blocks(struct arena *a, const char *raw, struct plain *text,
    struct block **blocks)
{
	struct head head = { .title_rule = "" };

	*text = plain_make(a, str_c(raw), 0, PLAIN_READABLE);
	return block_read(a, text, &head, blocks);
}

static void
test_kinds(void **state)
{
	struct arena *a = arena_new();
	size_t i, k;

	(void)state;
	for (i = 0; i < COUNT(kind_rows); i++) {
		const struct kind_row *row = &kind_rows[i];
		struct plain text;
		struct block *blocks;
		size_t n = read_blocks(a, row->text, &text, &blocks);
		char *kinds = arena_array(a, char, n + 1);

		for (k = 0; k < n; k++)
			kinds[k] = block_letter(blocks[k].kind);
		check_str(row->name, str_c(kinds), row->kinds);
	}
	arena_free(a);
}

static void
test_spans(void **state)
{
	struct arena *a = arena_new();
	struct plain text;
	struct block *b;
	size_t n = read_blocks(a,
	    " \n  It is in\nat noon. \n\n" POST " June 15, 2020\n", &text, &b);

	(void)state;
	check_int("blocks", n, 2);
	check_str("wrapped", str_of(text.text, b[0].at), "It is in\nat noon.");
	check_str("post", str_of(text.text, b[1].at), POST " June 15, 2020");
	check_str("said", str_of(text.text, b[1].said),
	    "It rained all night.");
	check_str("author", str_of(text.text, b[1].author), "Ann Lee");
	check_str("rule of a post", str_c(b[1].rule), "R10");
	check_str("rule of text", str_c(b[0].rule), "");
	arena_free(a);
}

static void
test_rules(void **state)
{
	struct arena *a = arena_new();
	struct plain text;
	struct block *b;
	size_t n = read_blocks(a,
	    "𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆\n\n" POST "\n\nA show\n\n" BODY "\n\n" POST, &text, &b);

	(void)state;
	check_int("blocks", n, 5);
	check_str("bold", str_c(b[0].rule), "R8");
	check_str("promotion", str_c(b[1].rule), "R11a");
	check_int("twins", b[1].twins, 2);
	check_str("plain", str_c(b[2].rule), "R9");
	check_str("author", str_of(text.text, b[1].author), "Ann Lee");
	arena_free(a);
}

static void
test_dressed_author(void **state)
{
	struct arena *a = arena_new();
	struct plain text;
	struct block *b;
	size_t n = read_blocks(
	    a, "It rained. — 𝔄𝔫𝔫𝔢 (@annlee) June 15, 2020", &text, &b);

	(void)state;
	check_int("blocks", n, 1);
	check_str("author", str_of(text.text, b[0].author), "Anne");
	arena_free(a);
}

/* The body begins where the head says. */
static void
test_body(void **state)
{
	struct arena *a = arena_new();
	struct plain text = plain_make(
	    a, STR("Ferry returns\nIt is in.\n\nMore."), 0, PLAIN_READABLE);
	struct head head = { .body = 14 };
	struct block *b;

	(void)state;
	check_int("blocks", block_read(a, &text, &head, &b), 2);
	check_str("first", str_of(text.text, b[0].at), "It is in.");
	head.body = (uint32_t)text.text.len;
	check_int("none left", block_read(a, &text, &head, &b), 0);
	arena_free(a);
}

/* Input made to be slow: each is a megabyte of one thing. */
static const char *const hostile[] = { "“", "a", "- ", "\n", " ", "𝗧", "𝗧\n\n",
	"A b\n\n", POST "\n\n", "— (@a)\n\n", ")", "— A (@b)",
	"Ab\n\n— A (@b)\n\n", "(@", "1", "- a (@b)\n" };

static void
test_hostile(void **state)
{
	struct arena *a = arena_new();
	size_t i, len = 1024 * 1024;

	(void)state;
	for (i = 0; i < COUNT(hostile); i++) {
		struct str part = str_c(hostile[i]);
		char *p = arena_array(a, char, len + 1);
		struct plain text;
		struct block *b;
		size_t at, n, k;
		uint32_t end = 0;

		for (at = 0; at + part.len <= len; at += part.len)
			memcpy(p + at, part.ptr, part.len);
		n = read_blocks(a, p, &text, &b);
		for (k = 0; k < n; k++) {
			check_int("in order", b[k].at.off >= end, 1);
			end = span_end(b[k].at);
		}
		check_int("inside", end <= text.text.len, 1);
		arena_reset(a);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_dressed_author),
		cmocka_unit_test(test_body),
		cmocka_unit_test(test_hostile),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
