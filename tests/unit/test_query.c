/* What was typed, and what it finds in one report. */
#include "test.h"

#include <locale.h>
#include <time.h>

#include "dateline/find/query.h"

#define REPORT \
	" date 2023-03-20 𝗙𝗲𝗿𝗿𝘆 back at 20 | The Lantern\n\n" \
	"PORT SULA — The ferry was late. It was foggy, résumé or not.\n\n" \
	"“Fog is\nfine, and the ferry is old,” Ann Lee said.\n\n" \
	"“The ferry sank,” Bob Moor wrote. Nobody else did.\n"
#define MARK_LEN 16

/* Hits between bars. */
static struct str
found(struct arena *a, const struct query *q, const struct article *t)
{
	struct span *hits;
	size_t n = query_article(q, a, t, &hits), len = 0;
	char *out = arena_array(a, char, t->text.text.len + n + 1);

	for (size_t i = 0; i < n; i++) {
		struct str hit = str_of(t->text.text, hits[i]);

		if (i > 0)
			out[len++] = '|';
		memcpy(out + len, hit.ptr, hit.len);
		len += hit.len;
	}
	return (struct str){ out, len };
}

static const struct row {
	const char *name;
	const char *words;
	enum query_mode mode;
	const char *found;
} rows[] = {
	{ "a word", "ferry", QUERY_FOLDED, "Ferry|ferry|ferry|ferry" },
	{ "a phrase", "the ferry", QUERY_FOLDED,
	    "The ferry|the ferry|The ferry" },
	{ "over a line end", "fog  is fine", QUERY_FOLDED, "Fog is\nfine" },
	{ "not over blocks", "lantern port", QUERY_FOLDED, "" },
	{ "exactly", "\"the ferry\"", QUERY_FOLDED, "the ferry" },
	{ "curly marks", "“The ferry”", QUERY_FOLDED, "The ferry|The ferry" },
	{ "not closed yet", "\"the fer", QUERY_FOLDED, "the fer" },
	{ "exact mode", "the ferry", QUERY_EXACT, "the ferry" },
	{ "exact mode, accents", "resume", QUERY_EXACT, "" },
	{ "folded, accents", "resume", QUERY_FOLDED, "résumé" },
	{ "and another", "foggy +sank", QUERY_FOLDED, "foggy" },
	{ "and one that is not there", "foggy +storm", QUERY_FOLDED, "" },
	{ "only such", "+foggy +sank", QUERY_FOLDED, "foggy|sank" },
	{ "only such, over each other", "+foggy +fog", QUERY_FOLDED,
	    "foggy|Fog" },
	{ "without another", "foggy -storm", QUERY_FOLDED, "foggy" },
	{ "without one that is there", "foggy -sank", QUERY_FOLDED, "" },
	{ "exact behind a sign", "foggy -\"Sank\"", QUERY_FOLDED, "foggy" },
	{ "phrase and exact", "late \"Fog\"", QUERY_FOLDED, "late|Fog" },
	{ "phrase around the others", "was +sank late", QUERY_FOLDED,
	    "was late" },
	{ "a lone sign is a word", "sula -", QUERY_FOLDED,
	    "SULA —" },
	{ "a sign in a word is none", "and-the", QUERY_FOLDED, "" },
	{ "of the source", "sank source:\"the lantern\"", QUERY_FOLDED, "sank" },
	{ "of another", "sank source:torch", QUERY_FOLDED, "" },
	{ "said by", "ferry speaker:lee", QUERY_FOLDED, "ferry" },
	{ "said by nobody", "ferry speaker:torrance", QUERY_FOLDED, "" },
	{ "all that was said", "speaker:moor", QUERY_FOLDED,
	    "“The ferry sank,”" },
	{ "whole name", "Speaker:\"bob moor\"", QUERY_FOLDED,
	    "“The ferry sank,”" },
	{ "a name without a value is words", "speaker: x", QUERY_FOLDED, "" },
	{ "the date is a matter of the record", "sank date:1999", QUERY_FOLDED,
	    "sank" },
	{ "the marker is not searched", "2023", QUERY_FOLDED, "" },
	{ "nor part of it", "20", QUERY_FOLDED, "20" },

	{ "expression", "fer+y", QUERY_REGEX, "Ferry|ferry|ferry|ferry" },
	{ "a capital in it", "F[eo]", QUERY_REGEX, "Fe|Fo" },
	{ "its own capitals do not count", "\\Wfog\\W", QUERY_REGEX, "“Fog " },
	{ "starts of lines", "^\\w+", QUERY_REGEX, "Ferry|PORT|fine" },
	{ "ends of lines", "\\w+\\.?$", QUERY_REGEX, "Lantern|not.|is|said.|did." },
	{ "letters of Unicode", "r\\wsum\\w", QUERY_REGEX, "résumé" },
	{ "empty matches are none", "x*", QUERY_REGEX, "" },
	{ "not the marker", "\\d+", QUERY_REGEX, "20" },
	{ "looking back", "(?<=the )ferry", QUERY_REGEX,
	    "ferry|ferry|ferry" },
	{ "no signs in it", "+", QUERY_FOLDED, "" },
};

static void
test_rows(void **state)
{
	struct arena *a = arena_new();
	struct article t =
	    article_read(a, STR(REPORT), 0, MARK_LEN, PLAIN_READABLE);

	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
		struct err e = { "" };
		struct query *q = query_new(str_c(r->words), r->mode, &e);

		if (!q)
			fail_msg("%s: %s", r->name, e.text);
		check_str(r->name, found(a, q, &t), r->found);
		if (r->found[0] != '\0')
			check_int(r->name,
			    query_may_hold(q, a, STR(REPORT), MARK_LEN), 1);
		query_free(q);
	}
	arena_free(a);
}

/* Reports that are named: one empty hit, where the text begins. */
static void
test_bare(void **state)
{
	static const struct {
		const char *name;
		const char *words;
		size_t hits;
	} bare[] = {
		{ "a date", "date:2023", 1 },
		{ "a source", "source:\"the lantern\"", 1 },
		{ "both", "source:\"the lantern\" date:2023-04..", 1 },
		{ "another source", "source:torch", 0 },
		{ "without a word", "date:2023 -storm", 1 },
		{ "without one that is there", "date:2023 -sank", 0 },
	};
	struct arena *a = arena_new();
	struct article t =
	    article_read(a, STR(REPORT), 0, MARK_LEN, PLAIN_READABLE);

	(void)state;
	for (size_t i = 0; i < COUNT(bare); i++) {
		struct err e = { "" };
		struct query *q =
		    query_new(str_c(bare[i].words), QUERY_FOLDED, &e);
		struct span *hits;
		size_t n;

		assert_non_null(q);
		check_int(bare[i].name, query_is_bare(q), true);
		n = query_article(q, a, &t, &hits);
		check_int(bare[i].name, n, bare[i].hits);
		check_int(bare[i].name, query_admits(q, a, &t), n > 0);
		if (n > 0) {
			check_int(bare[i].name, hits[0].len, 0);
			check_int(bare[i].name, hits[0].off, t.head.lead.off);
		}
		query_free(q);
	}
	arena_free(a);
}

static void
test_refusals(void **state)
{
	static const struct {
		const char *name;
		const char *words;
		enum query_mode mode;
		const char *why; /* its beginning */
	} bad[] = {
		{ "nothing", "", QUERY_FOLDED, "nothing to look for" },
		{ "blanks", " \t\u00A0 ", QUERY_FOLDED, "nothing to look for" },
		{ "nothing visible", "\u00AD\u0301", QUERY_FOLDED,
		    "nothing to look for" },
		{ "empty marks", "\"\"", QUERY_FOLDED, "nothing to look for" },
		{ "only without", "-fog", QUERY_FOLDED,
		    "nothing to look for: -word" },
		{ "no range", "fog date:soon", QUERY_FOLDED, "date:soon: " },
		{ "blank expression", " ", QUERY_REGEX, "nothing to look for" },
		{ "wrong expression", "é(a", QUERY_REGEX,
		    "at letter 3 of the expression: " },
		{ "too much of one", "((a{900}){900}){900}", QUERY_REGEX,
		    "at letter " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct err e = { "" };
		struct query *q = query_new(
		    str_c(bad[i].words), bad[i].mode, &e);

		if (q)
			fail_msg("%s: was taken", bad[i].name);
		check_str(bad[i].name,
		    str_head(str_c(e.text), strlen(bad[i].why)), bad[i].why);
	}
}

static void
test_front_matter(void **state)
{
	static const struct row front[] = {
		{ "the title is shown", "lantern", QUERY_FOLDED,
		    "Lantern|lantern" },
		{ "names of fields are not", "title", QUERY_FOLDED, "" },
		{ "nor other fields", "nobody", QUERY_FOLDED, "" },
		{ "nor the date", "2023", QUERY_FOLDED, "" },
		{ "not from the title on", "week it", QUERY_FOLDED, "" },
		{ "expression", "^\\w+", QUERY_REGEX, "Lantern|It" },
	};
	struct arena *a = arena_new();
	struct article t = article_read(a,
	    STR("---\ntitle: Lantern week\ndate: 2023-04-16\n"
		"author: nobody\n---\n\nIt is a lantern.\n"),
	    0, 0, PLAIN_READABLE);

	(void)state;
	for (size_t i = 0; i < COUNT(front); i++) {
		struct err e = { "" };
		struct query *q =
		    query_new(str_c(front[i].words), front[i].mode, &e);

		check_str(front[i].name, found(a, q, &t), front[i].found);
		query_free(q);
	}
	arena_free(a);
}

static void
test_within(void **state)
{
	static const struct {
		const char *wide, *narrow;
		bool is;
	} pairs[] = {
		{ "kre", "krem", true },
		{ "kre", "the krem", true },
		{ "krem", "kre", false },
		{ "Kre", "krem", false },
		{ "kre", "Krem", true },
		{ "kre", "kré", true },
		{ "kré", "kre", false },
		{ "kré", "kréml", true },
		{ "fog", "\"fog\"", true },
		{ "\"fog\"", "fog", false },
		{ "\"fog\"", "\"foggy\"", true },
		{ "\"resume\"", "\"resumé\"", false },
		{ "fog", "fog +sea", true },
		{ "fog +s", "fog +sea", true },
		{ "fog +sea", "fog +s", false },
		{ "fog", "fog -s", true },
		{ "fog -s", "fog -se", false },
		{ "fog -se", "fog -s", true },
		{ "fog", "fog source:x", true },
		{ "fog source:x", "fog", false },
		{ "fog source:x", "fog source:xy", false },
		{ "fog", "fog date:2023", true },
		{ "fog date:2023", "fog date:2023-03", true },
		{ "fog date:2023-03", "fog date:2023", false },
		{ "fog speaker:lee", "foggy speaker:lee", true },
		{ "date:2023", "date:2023-03", true },
		{ "date:2023", "fog date:2023-03", true },
		{ "date:2023", "date:2022", false },
		{ "fog date:2023", "date:2023", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct err e = { "" };
		struct query *wide =
		    query_new(str_c(pairs[i].wide), QUERY_FOLDED, &e);
		struct query *narrow =
		    query_new(str_c(pairs[i].narrow), QUERY_FOLDED, &e);

		check_int(pairs[i].narrow, query_is_within(narrow, wide),
		    pairs[i].is);
		query_free(wide);
		query_free(narrow);
	}
}

/* Expressions that try everything end soon, with what they found. */
static void
test_no_expression_hangs(void **state)
{
	static const char *const hard[] = { "(a+)+b", "(a|aa)+$x",
		"(.*)(.*)(.*)(.*)(.*)x", "(a*)*\\1b", "((a?){30}){30}z",
		"(?:a|a)*?(?:a|a)*?b" };
	enum { LENGTH = 200000 };
	struct arena *a = arena_new();
	char *bytes = arena_array(a, char, LENGTH);
	struct article t;

	(void)state;
	memset(bytes, 'a', LENGTH);
	t = article_read_to(a, (struct str){ bytes, LENGTH }, 0, 0,
	    PLAIN_READABLE, ARTICLE_TEXT);
	for (size_t i = 0; i < COUNT(hard); i++) {
		struct err e = { "" };
		struct query *q = query_new(str_c(hard[i]), QUERY_REGEX, &e);
		clock_t from = clock();
		struct span *hits;

		assert_non_null(q);
		query_article(q, a, &t, &hits);
		if (clock() - from > 4 * CLOCKS_PER_SEC)
			fail_msg("%s took too long", hard[i]);
		query_free(q);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_bare),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_front_matter),
		cmocka_unit_test(test_within),
		cmocka_unit_test(test_no_expression_hangs),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
