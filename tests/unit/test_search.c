/* Words in reports: what is seen can be found, what is not seen is not. */
#include "test.h"

#include <locale.h>
#include <time.h>

#include "dateline/base/buf.h"
#include "dateline/find/query.h"
#include "dateline/find/search.h"
#include "dateline/text/letter.h"

#define REPORT \
	" date 2023-03-20 𝗙𝗲𝗿𝗿𝘆 back at 20 | 𝗗𝗲𝘀𝗸\r\n\r\n" \
	"PORT SULA — The ferry was late. It was foggy.\r\n\r\n" \
	"“Fog is\r\nfine,” Ann Lee said.\r\n"
#define MARK_LEN 17

static const struct row {
	const char *name;
	const char *words;
	size_t hits;
	const char *first; /* what was found first */
} rows[] = {
	{ "in title and text", "ferry", 2, "Ferry" },
	{ "a capital is meant", "Ferry", 1, "Ferry" },
	{ "the source", "desk", 1, "Desk" },
	{ "the dateline", "port sula", 1, "PORT SULA" },
	{ "across a line end", "fog is fine", 1, "Fog is\nfine" },
	{ "beginnings of words", "fog", 2, "fog" },
	{ "the marker is not text", "2023", 0, "" },
	{ "nor is its word", "date", 0, "" },
	{ "its figures elsewhere are", "20", 1, "20" },
	{ "not across blocks", "foggy fog", 0, "" },
	{ "not there", "storm", 0, "" },
};

/* Hits of some words in an article. */
static size_t
find_words(struct arena *a, const char *words, const struct article *t,
    struct span **hits)
{
	struct err e = { "" };
	struct query *q = query_new(str_c(words), QUERY_FOLDED, &e);
	size_t n = query_article(q, a, t, hits);

	query_free(q);
	return n;
}

static void
test_article(void **state)
{
	struct arena *a = arena_new();
	struct article t = article_read(
	    a, STR(REPORT), 0, MARK_LEN, PLAIN_READABLE);
	struct span *hits;

	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
		check_int(
		    r->name, find_words(a, r->words, &t, &hits), r->hits);
		if (r->hits > 0)
			check_str(r->name, str_of(t.text.text, hits[0]),
			    r->first);
	}
	arena_free(a);
}

/* What an article holds, its raw bytes hold: no report is passed over. */
static void
test_raw(void **state)
{
	struct arena *a = arena_new(), *scratch = arena_new();

	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
		struct match *m = match_new(a, str_c(r->words));

		check_int(r->name, search_raw(m, scratch, STR(REPORT), MARK_LEN),
		    r->hits > 0);
	}
	arena_free(scratch);
	arena_free(a);
}

static void
test_front_matter(void **state)
{
	static const struct {
		const char *name;
		const char *words;
		size_t hits;
	} front[] = {
		{ "the title is shown", "lantern", 1 },
		{ "the text", "pier", 1 },
		{ "names of fields are not", "title", 0 },
		{ "nor other fields", "nobody", 0 },
		{ "nor the date", "2023", 0 },
	};
	struct arena *a = arena_new();
	struct article t = article_read(a,
	    STR("---\ntitle: Lantern week\ndate: 2023-04-16\n"
		"author: nobody\n---\n\nIt hung on the pier.\n"),
	    0, 0, PLAIN_READABLE);
	struct span *hits;

	(void)state;
	for (size_t i = 0; i < COUNT(front); i++)
		check_int(front[i].name,
		    find_words(a, front[i].words, &t, &hits),
		    front[i].hits);
	arena_free(a);
}

static const struct {
	const char *name;
	const char *text;
	const char *words;
	const char *want;
} sentences[] = {
	{ "first", "One came. Two went. Three stayed.", "one", "One came." },
	{ "middle", "One came. Two went. Three stayed.", "went",
	    "Two went." },
	{ "last", "One came. Two went. Three stayed.", "three",
	    "Three stayed." },
	{ "only", "One came", "came", "One came" },
	{ "two at once", "One came. Two went. Three stayed.", "came. two",
	    "One came. Two went." },
	{ "an initial", "Here J. Rowe sailed. He sank.", "rowe",
	    "Here J. Rowe sailed." },
	{ "initials", "The U.S. Ships sailed. They sank.", "sailed",
	    "The U.S. Ships sailed." },
	{ "lower case goes on", "At 5 p.m. the lamp went out. Then on.",
	    "lamp", "At 5 p.m. the lamp went out." },
	{ "a number", "It cost 3.50 in all. Too much.", "in all",
	    "It cost 3.50 in all." },
	{ "a closing mark", "“It sank.” He wept.", "sank", "“It sank.”" },
	{ "a question", "Who sank? He did.", "did", "He did." },
	{ "its block only", "Above it.\n\nIt sank. So.\n\nBelow.", "sank",
	    "It sank." },
	{ "over a line end", "It sank\nat noon. So.", "sank",
	    "It sank\nat noon." },
	{ "Chinese", "船沉了。他哭了。", "他", "他哭了。" },
};

static void
test_sentence(void **state)
{
	struct arena *a = arena_new();
	struct span *hits;

	(void)state;
	for (size_t i = 0; i < COUNT(sentences); i++) {
		struct article t = article_read(a, str_c(sentences[i].text), 0,
		    0, PLAIN_READABLE);
		struct match *m = match_new(a, str_c(sentences[i].words));

		if (match_all(m, a, t.text.text, &hits) == 0)
			fail_msg("%s: no hit", sentences[i].name);
		check_str(sentences[i].name,
		    str_of(t.text.text, search_sentence(&t, hits[0])),
		    sentences[i].want);
	}
	arena_free(a);
}

/* A sentence of a hit in the title is the title's. */
static void
test_sentence_of_title(void **state)
{
	struct arena *a = arena_new();
	struct article t = article_read(
	    a, STR(REPORT), 0, MARK_LEN, PLAIN_READABLE);

	(void)state;
	check_str("title",
	    str_of(t.text.text, search_sentence(&t, t.head.title)),
	    "Ferry back at 20");
	check_str("source",
	    str_of(t.text.text, search_sentence(&t, t.head.source)), "Desk");
	arena_free(a);
}

static struct str
sentence_among(struct arena *a, const char *fill, int many, const char *word)
{
	struct buf b = { .in = a };
	struct article t;
	size_t at;

	for (int i = 0; i < many; i++)
		buf_add(&b, str_c(fill));
	at = b.len;
	buf_add(&b, str_c(word));
	for (int i = 0; i < many; i++)
		buf_add(&b, str_c(fill));
	t = article_read(a, buf_str(&b), 0, 0, PLAIN_READABLE);
	return str_of(t.text.text,
	    search_sentence(&t, span_of(at, at + strlen(word))));
}

/* A sentence without an end is cut, between words or at least characters, and
 * a hundred thousand of anything cost no more than they weigh. */
static void
test_sentence_is_bounded(void **state)
{
	enum { MANY = 100000 };
	static const struct {
		const char *name, *fill, *starts, *ends;
	} fills[] = {
		{ "words", "gulls ", "gulls ", " gulls" },
		{ "letters", "x", "xxx", "xxx" },
		{ "clusters", "e\u0301", "e\u0301", "e\u0301" },
		{ "blanks", " ", "lamp", "lamp" },
		{ "tabs", "\t", "lamp", "lamp" },
		{ "stops", ".", "...", "..." },
		{ "quotes", "\"", "\"\"", "\"\"" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(fills); i++) {
		clock_t start = clock();
		struct str s = sentence_among(a, fills[i].fill, MANY, "lamp");

		check_int(fills[i].name,
		    str_starts(s, str_c(fills[i].starts)), true);
		check_int(fills[i].name, str_ends(s, str_c(fills[i].ends)),
		    true);
		check_int(fills[i].name,
		    letter_count(s) <= 4 * SEARCH_REACH, true);
		if (clock() - start > 4 * CLOCKS_PER_SEC)
			fail_msg("%s took too long", fills[i].name);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_article),
		cmocka_unit_test(test_raw),
		cmocka_unit_test(test_front_matter),
		cmocka_unit_test(test_sentence),
		cmocka_unit_test(test_sentence_of_title),
		cmocka_unit_test(test_sentence_is_bounded),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
