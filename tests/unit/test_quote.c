/* Which marks pair, and what is a term.  A row is a text whose lines are
 * paragraphs, and the words of its quotes, one a line; "T " stands before a
 * term and "+ " before a piece of the utterance above it. */
#include "test_quotes.h"

#include <locale.h>

#include "dateline/base/buf.h"
#include "dateline/text/utf8.h"

struct row {
	const char *name;
	const char *text;
	const char *want;
};

static const struct row pair_rows[] = {
	/* Q1 */
	{ "nothing", "", "" },
	{ "no marks", "The ferry was late.", "" },
	{ "curly", "“The ferry is late,” she said.", "The ferry is late," },
	{ "straight", "\"The ferry is late,\" she said.",
	    "The ferry is late," },
	{ "mixed", "“The ferry is late,\" she said.", "The ferry is late," },
	{ "mixed the other way", "\"The ferry is late,” she said.",
	    "The ferry is late," },
	{ "two apostrophes", "''The ferry is late,'' she said.",
	    "The ferry is late," },
	{ "of a typewriter", "``The ferry is late,'' she said.",
	    "The ferry is late," },
	{ "guillemets", "« Le bateau est en retard », dit-elle.",
	    "Le bateau est en retard" },
	{ "guillemets turned", "»Die Fähre kommt zu spät«, sagte sie.",
	    "Die Fähre kommt zu spät" },
	{ "German", "„Die Fähre kommt heute zu spät“, sagte sie.",
	    "Die Fähre kommt heute zu spät" },
	{ "German with an English closer",
	    "„Die Fähre kommt heute zu spät”, sagte sie.",
	    "Die Fähre kommt heute zu spät" },
	{ "corners", "船長は「今日の船は遅れます。」と言った。",
	    "今日の船は遅れます。" },
	{ "British", "‘The ferry is late again,’ she said.",
	    "The ferry is late again," },
	{ "straight singles", "'The ferry is late again,' she said.",
	    "The ferry is late again," },
	{ "two in a paragraph",
	    "“The ferry is late,” Bo Lind said. “It was late before.”",
	    "The ferry is late,\n+ It was late before." },
	{ "two in a paragraph of nobody",
	    "“The ferry is late.” The mast broke. “It was late before.”",
	    "The ferry is late.\nIt was late before." },
	{ "blanks are no words", "She said: “ The ferry is late. ”",
	    "The ferry is late." },
	{ "empty marks", "She said “” and left \"\" it.", "" },
	{ "a term in a quote is part of it",
	    "“He called it ‘a tub’ again,” she said.",
	    "He called it ‘a tub’ again," },
	{ "straight singles inside", "\"He called it 'a tub',\" she said.",
	    "He called it 'a tub'," },
	{ "doubles inside British",
	    "‘He called it “a tub” again,’ she said.",
	    "He called it “a tub” again," },
	{ "doubles inside doubles",
	    "“He showed the “list of the dead” to us,” she said.",
	    "He showed the “list of the dead” to us," },
	{ "a bracket before", "(“The ferry is late,” she said.)",
	    "The ferry is late," },
	{ "a dash before", "She said—“The ferry is late again.”",
	    "The ferry is late again." },
	{ "glued to the word before", "She said:\"The ferry is late.\"",
	    "The ferry is late." },

	/* Q2 */
	{ "a heading holds terms",
	    "#“We will sail in any wind at all”\nShe left.",
	    "T We will sail in any wind at all" },

	/* Q3 */
	{ "apostrophes", "The lawmakers’ bill isn’t Ann’s, in the ’90s.", "" },
	{ "straight apostrophes",
	    "The lawmakers' bill isn't Ann's, in the '90s.", "" },
	{ "left out", "Give ‘em rope, he thought, ’til it ends.", "" },
	{ "inches", "He is 6'2\" tall and the mast is 40\" wide.", "" },
	{ "inches before a quote",
	    "He is 6'2\" tall. \"I am not so tall,\" he said.",
	    "I am not so tall," },
	{ "a plural owner within British singles",
	    "‘The sailors’ bill is not ready yet,’ she said.",
	    "The sailors’ bill is not ready yet," },

	/* Q4 */
	{ "a single mark alone", "‘The ferry is late, she said.", "" },
	{ "a closer alone", "The ferry is late, she said.’", "" },
	{ "an elision and a real one",
	    "In the ‘90s she said: ‘The ferry is always late.’",
	    "The ferry is always late." },

	/* Q5 */
	{ "open over paragraphs",
	    "She said: “The ferry is late.\n“It was late before.”",
	    "The ferry is late.\n+ It was late before." },
	{ "open over three",
	    "She said: “It is late.\n“It was late.\n“It will be late.”",
	    "It is late.\n+ It was late.\n+ It will be late." },
	{ "closed, so the next is another",
	    "“The ferry is late,” she said.\n“It was late,” Bo Lind said.",
	    "The ferry is late,\nIt was late," },

	/* Q6 */
	{ "a wrong closer", "“The ferry is late,“ Bo Lind said. “It is so.”",
	    "The ferry is late,\n+ It is so." },
	{ "a wrong opener", "”The ferry is late,” she said.",
	    "The ferry is late," },
	{ "no closer: to the end of the paragraph",
	    "She said: “The ferry is late.\nNobody knew why.",
	    "The ferry is late." },
	{ "no closer: to the next opener",
	    "“The ferry is late. “It was late before,” she said.",
	    "The ferry is late.\nIt was late before," },
	{ "no closer: never over it",
	    "“It is late.\nIt rained.\nIt was dark.\nShe said “no more rain”.",
	    "It is late.\nT no more rain" },
	{ "two openers", "She said: ““The ferry is late again.”",
	    "The ferry is late again." },

	/* Q7 */
	{ "singles among doubles",
	    "‘A sea of troubles.’\n“The ferry is late,” she said.\n“It was"
	    " late,” she said.",
	    "T A sea of troubles.\nThe ferry is late,\nIt was late," },

	/* Q8 */
	{ "a word is a term", "The “tub” was late.", "T tub" },
	{ "four words are one", "It was a “very old rusty tub” he had.",
	    "T very old rusty tub" },
	{ "five are not", "He wanted “a very old rusty tub” for it.",
	    "a very old rusty tub" },
	{ "said outright", "“No,” she said.", "No," },
	{ "after a comma", "She said, “No.”", "No." },
	{ "after a colon", "She had one word: “No.”", "No." },
	{ "asked", "“Why?” she asked.", "Why?" },
	{ "shouted", "The crowd was chanting “Sail on!” again.", "Sail on!" },
	{ "called", "She called it “a tub.”", "T a tub." },
	{ "its own sentence", "“It is late,” Bo Lind said. “Look here.”",
	    "It is late,\n+ Look here." },
	{ "with the subject's verb", "He spoke of a “no limits” voyage.",
	    "T no limits" },
	{ "a title", "She sang in “The Ferry of a Thousand Nights” then.",
	    "T The Ferry of a Thousand Nights" },
	{ "a title before a speaker",
	    "In her book “A Rusty Tub,” Lind said it was late.",
	    "T A Rusty Tub," },
	{ "a cue and capitals", "“Stop The Ferry Right Now,” she said.",
	    "Stop The Ferry Right Now," },

	/* Q9 */
	{ "split in two",
	    "“The ferry,” Bo Lind said, “is late again today.”",
	    "The ferry,\n+ is late again today." },
	{ "two speakers",
	    "“It is late,” Bo Lind said. “No,” said Ann Ferrow.",
	    "It is late,\nNo," },
};

static void
print_quote(struct buf *out, const struct found *f, size_t i)
{
	const struct quote *q = &f->quotes[i];

	if (i > 0)
		buf_addc(out, '\n');
	if (q->kind == QUOTE_TERM)
		buf_add(out, STR("T "));
	if (i > 0 && q->group == q[-1].group)
		buf_add(out, STR("+ "));
	buf_add(out, str_of(f->text, q->words));
}

static void
test_pairs(void **state)
{
	struct arena *a = arena_new();
	size_t i, j;

	(void)state;
	for (i = 0; i < COUNT(pair_rows); i++) {
		struct found f =
		    find_quotes(a, str_c(pair_rows[i].text));
		struct buf out = { .in = a };

		for (j = 0; j < f.n; j++)
			print_quote(&out, &f, j);
		check_str(pair_rows[i].name, buf_str(&out),
		    pair_rows[i].want);
		arena_reset(a);
	}
	arena_free(a);
}

static void
test_whole(void **state)
{
	static const struct row rows[] = {
		{ "with its marks", "She said: “It is late.”",
		    "“It is late.”" },
		{ "two apostrophes", "''It is so late,'' she said.",
		    "''It is so late,''" },
		{ "without a closer", "She said: “It is late. ",
		    "“It is late." },
	};
	struct arena *a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct found f = find_quotes(a, str_c(rows[i].text));

		check_int(rows[i].name, f.n, 1);
		check_str(rows[i].name, str_of(f.text, f.quotes[0].whole),
		    rows[i].want);
	}
	arena_free(a);
}

static void
test_posts(void **state)
{
	struct str text = STR("It “rained” all night.Bo LindIt “rained.”");
	const struct block blocks[] = {
		{ .at = { 0, 37 }, .kind = BLOCK_POST, .rule = "R10",
		    .said = { 0, 26 }, .author = { 26, 7 } },
		{ .at = { 33, 17 }, .kind = BLOCK_PROMO, .rule = "R11a" },
	};
	struct head head = { .title_rule = "" };
	struct arena *a = arena_new();
	struct quote *q;

	(void)state;
	check_int("promo: none", quote_read(a, text, &head, blocks, 2, &q), 1);
	check_str("words", str_of(text, q->words), "It “rained” all night.");
	check_str("speaker", str_of(text, q->speaker), "Bo Lind");
	check_str("rule", str_c(q->rule), "Q2");
	check_int("kind", q->kind, QUOTE_POST);
	check_int("how", q->how, QUOTE_NAMED);
	arena_free(a);
}

/* Spans lie inside the text, at the borders of characters, in order. */
static void
check_sound(const char *row, const struct found *f)
{
	uint32_t end = 0, group = 0;
	size_t i;

	for (i = 0; i < f->n; i++) {
		const struct quote *q = &f->quotes[i];

		if (q->whole.off < end || q->group < group ||
		    span_end(q->whole) > f->text.len ||
		    q->words.off < q->whole.off ||
		    span_end(q->words) > span_end(q->whole))
			fail_msg("%s: quote %zu is unsound", row, i);
		check_int(row, utf8_floor(f->text, q->words.off),
		    q->words.off);
		end = span_end(q->whole);
		group = q->group;
	}
}

/* Pieces that, repeated, ask the most of a rule. */
static const struct row hostile_rows[] = {
	{ "straight marks", "\"", "" },
	{ "openers", "“", "" },
	{ "closers", "”", "" },
	{ "singles", "‘a ", "" },
	{ "owners", "‘as’ a ", "" },
	{ "open words", "\"a ", "" },
	{ "said", "“a,” said ", "" },
	{ "said he", "“a,” he said he, ", "" },
	{ "names", "Ann Lind ", "" },
	{ "new names", "“a,” Xb Lind said. ", "" },
	{ "said of", "said a man of ", "" },
	{ "brackets", "Ann (", "" },
	{ "adverbs", "Ann then ", "" },
	{ "commas", "said,,,,“a” ", "" },
	{ "colons and that", "that: who ", "" },
	{ "one word", "a", "" },
	{ "one word of many", "a-b'c.", "" },
	{ "corners", "「『", "" },
	{ "paragraphs", "“a\n", "" },
	{ "the", "the “a” ", "" },
	{ "marks in singles", "'a \"b ", "" },
};

static void
test_hostile(void **state)
{
	enum { BYTES = 400 * 1000 };
	struct arena *a = arena_new();
	size_t i, n;

	(void)state;
	for (i = 0; i < COUNT(hostile_rows); i++) {
		struct buf text = { .in = a };
		struct found f;

		for (n = 0; text.len < BYTES; n++)
			buf_add(&text, str_c(hostile_rows[i].text));
		f = find_quotes(a, buf_str(&text));
		check_sound(hostile_rows[i].name, &f);
		arena_reset(a);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_posts),
		cmocka_unit_test(test_hostile),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
