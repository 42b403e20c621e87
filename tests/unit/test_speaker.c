/* Who said it.  A row is a text whose lines are paragraphs, and for each quote
 * that is no term one line: speaker, mention if it differs, rule. */
#include "test_quotes.h"

#include <locale.h>

#include "dateline/base/buf.h"

struct row {
	const char *name;
	const char *text;
	const char *want;
};

#define ANN "Ann Ferrow runs the ferry. "
#define BO  "Bo Lind keeps the pier. Mr. Lind is old. "
#define Q   "“The ferry is late again,” "

static const struct row rows[] = {
	/* Q10 */
	{ "S said", Q "Ann Ferrow said.", "Ann Ferrow Q10" },
	{ "said S", Q "said Ann Ferrow.", "Ann Ferrow Q10" },
	{ "he said", ANN Q "she said.", "Ann Ferrow (she) Q10" },
	{ "said he", BO Q "said he.", "Bo Lind (he) Q10" },
	{ "asked", "“Is it late?” Ann Ferrow asked.", "Ann Ferrow Q10" },
	{ "a new sentence", "“Is it late?” Ann Ferrow left the pier.",
	    "Ann Ferrow Q17" },
	{ "later", Q "Ann Ferrow later told the harbour master.",
	    "Ann Ferrow Q10" },
	{ "on a day", Q "Ann Ferrow on Tuesday said.", "Ann Ferrow Q10" },
	{ "with an appositive", Q "Ann Ferrow, a pilot from Ulm, said.",
	    "Ann Ferrow Q10" },
	{ "with a clause", Q "Ann Ferrow, who lives in Ulm, Bavaria, said.",
	    "Ann Ferrow Q10" },
	{ "with her age", Q "Ann Ferrow, 54, said in an email.",
	    "Ann Ferrow Q10" },
	{ "an appositive behind", Q "said Ann Ferrow, a pilot.",
	    "Ann Ferrow Q10" },
	{ "a title", Q "said the Rev. Ann Ferrow.", "Ann Ferrow Q10" },
	{ "a party and a title", Q "Republican Sen. Ann Ferrow said.",
	    "Ann Ferrow Q10" },
	{ "state in brackets", Q "Sen. Ann Ferrow (R-Ulm) said.",
	    "Ann Ferrow Q10" },
	{ "state after a comma", Q "Sen. Ann Ferrow, R-Ulm, said.",
	    "Ann Ferrow Q10" },
	{ "nouns before the name", Q "said former mill director Ann Ferrow.",
	    "Ann Ferrow Q10" },
	{ "chief of", Q "said chief of staff Ann Ferrow.", "Ann Ferrow Q10" },
	{ "a noun and its name", Q "said a spokeswoman for the mill, Ann"
	    " Ferrow.", "Ann Ferrow Q10" },
	{ "a nickname", Q "said Anna “Nan” Ferrow.",
	    "Anna “Nan” Ferrow Q10" },
	{ "a noun", Q "a harbour pilot said.", "a harbour pilot Q10" },
	{ "a noun behind", Q "said the two lawmakers.",
	    "the two lawmakers Q10" },
	{ "a noun with of", Q "said a friend of the pilot.",
	    "a friend of the pilot Q10" },
	{ "one's spokesman", Q "Ferrow’s spokesman said.",
	    "Ferrow’s spokesman Q10" },
	{ "according to", Q "according to Ann Ferrow.", "Ann Ferrow Q10" },
	{ "put it", Q "as Ann Ferrow put it.", "Ann Ferrow Q13" },
	{ "went on", ANN Q "she went on.", "Ann Ferrow (she) Q10" },
	{ "the comma left out", "“The ferry is late again” Ann Ferrow said.",
	    "Ann Ferrow Q10" },
	{ "in the view", Q "in Ferrow’s view.", "Ferrow Q10" },
	{ "a nested quote at its end",
	    "“He called it ‘a rusty tub,’ ” Ann Ferrow said.",
	    "Ann Ferrow Q10" },

	/* Q11 */
	{ "S said that", "Ann Ferrow said that the ferry is “late again and"
	    " again and again.”", "Ann Ferrow Q11" },
	{ "S said, comma", "Ann Ferrow said, “It is late.”",
	    "Ann Ferrow Q11" },
	{ "coordinated verbs", "Ann Ferrow turned to Bo Lind and said “the"
	    " ferry is late again.”", "Ann Ferrow Q11" },
	{ "coordinated, with an appositive",
	    "As she left, Ann Ferrow turned to her host, Bo Lind, and said the"
	    " sea was “as wild as it can be.”", "Ann Ferrow Q11" },
	{ "a participle", "Ann Ferrow wrote to Bo Lind, calling the ferry “a"
	    " very rusty old tub.”", "Ann Ferrow Q11" },
	{ "a complement", "Ann Ferrow said Bo Lind called it “a very rusty old"
	    " tub.”", "Bo Lind Q11" },
	{ "and is the main one's", "Ann Ferrow said Bo Lind was right and"
	    " called it “a very rusty old tub.”", "Ann Ferrow Q11" },
	{ "who", "The mayor praised Ann Ferrow, who said the sea was “as wild"
	    " as it can be.”", "Ann Ferrow Q11" },
	{ "who, with a place", "The mayor met Ann Ferrow of Ulm, who said the"
	    " sea was “as wild as it can be.”", "Ann Ferrow Q11" },
	{ "who, and said again", "Ann Ferrow told a man who claimed to know"
	    " the sea that “it is as wild as it can be.”", "Ann Ferrow Q11" },
	{ "by", "The ferry was called “a very rusty old tub indeed” by Ann"
	    " Ferrow.", "Ann Ferrow Q11" },
	{ "with S saying", "The talks ended, with Ann Ferrow calling it “a very"
	    " rusty old tub.”", "Ann Ferrow Q11" },
	{ "speaking in", "Speaking in Ulm, Ann Ferrow said the sea was “as wild"
	    " as it can be.”", "Ann Ferrow Q11" },
	{ "asked about", "Asked about the ferry, Ann Ferrow said “it is late"
	    " again and again.”", "Ann Ferrow Q11" },
	{ "the place is not the subject", "In Port Ulm, Ann Ferrow said the sea"
	    " was “as wild as it can be.”", "Ann Ferrow Q11" },
	{ "the owner is not the subject", "Ferrow’s pilot said the sea was “as"
	    " wild as it can be.”", "Ferrow’s pilot Q11" },
	{ "a thing", "The letter said the sea was “as wild as it can be.”",
	    "The letter Q11" },
	{ "it", "The Ulm Herald disagreed. It said the sea was “as wild as it"
	    " can be.”", "Ulm Herald (It) Q11" },

	/* Q12 */
	{ "a colon", "Ann Ferrow had an answer: “The ferry is late.”",
	    "Ann Ferrow Q12" },
	{ "a script", "FERROW: “The ferry is late.”", "FERROW Q12" },
	{ "a cue and a colon", "Ann Ferrow said: “The ferry is late.”",
	    "Ann Ferrow Q11" },

	/* Q13, Q14, Q15 */
	{ "the subject", "Ann Ferrow left in “a very rusty old tub of a"
	    " ship.”", "Ann Ferrow Q14" },
	{ "a wall does not speak", "The wall fell on “a very rusty old tub of a"
	    " ship.”", "" },
	{ "S’s", "Nobody believed Ann Ferrow’s “a very rusty old tub of a"
	    " ship” any more.", "Ann Ferrow Q15" },

	/* Q16 to Q18 */
	{ "goes on in a new sentence", Q "Ann Ferrow said. “But we can wait here”"
	    " all over the valley.", "Ann Ferrow Q10\nAnn Ferrow Q16" },
	{ "goes on behind a colon", Q "Ann Ferrow said. And then: “We wait.”",
	    "Ann Ferrow Q10\nAnn Ferrow Q16" },
	{ "another cue", Q "Ann Ferrow said. “We wait,” said the next.",
	    "Ann Ferrow Q10\n" },
	{ "goes on", Q "Ann Ferrow said. “It was late before.”",
	    "Ann Ferrow Q10\nAnn Ferrow Q16" },
	{ "goes on after a sentence", Q "Ann Ferrow said. She paused. “It was"
	    " late before.”", "Ann Ferrow Q10\nAnn Ferrow (She) Q16" },
	{ "goes on in the next paragraph", Q "Ann Ferrow said.\n“It was late"
	    " before.”", "Ann Ferrow Q10\nAnn Ferrow Q17" },
	{ "not over a paragraph", Q "Ann Ferrow said.\nIt rained.\nThe wind was"
	    " up.\n“It was late before.”", "Ann Ferrow Q10\n" },
	{ "open over a paragraph", "Ann Ferrow said: “The ferry is late.\n“It"
	    " was late before.”", "Ann Ferrow Q11\nAnn Ferrow Q16" },
	{ "open, and named at the end", "Bo Lind left.\n“The ferry is"
	    " late.\n“It was late before,” Ann Ferrow said.",
	    "Ann Ferrow Q18\nAnn Ferrow Q10" },
	{ "waits",
	    "“The ferry is late.” “It was late before,” Ann Ferrow said.",
	    "Ann Ferrow Q18\nAnn Ferrow Q10" },

	/* Q19 */
	{ "the full name", ANN Q "Ferrow said.", "Ann Ferrow (Ferrow) Q10" },
	{ "surname first", "Kao Minh left. " Q "Kao said.",
	    "Kao Minh (Kao) Q10" },
	{ "a first name", ANN Q "Ann said.", "Ann Ferrow (Ann) Q10" },
	{ "with a title", ANN Q "Ms. Ferrow said.",
	    "Ann Ferrow (Ferrow) Q10" },
	{ "the name comes later", Q "Ferrow said. Ann Ferrow left.",
	    "Ann Ferrow (Ferrow) Q10" },
	{ "not from a heading", "#Ann Ferrow sails\n" Q "Ferrow said.",
	    "Ferrow Q10" },

	/* Q20 */
	{ "she is not he", ANN BO Q "she said.", "Ann Ferrow (she) Q10" },
	{ "he is not she", BO ANN Q "he said.", "Bo Lind (he) Q10" },
	{ "the subject, not the last name",
	    "Tom Ferrow met Bo Lind. " Q "he said.", "Tom Ferrow (he) Q10" },
	{ "not the owner", "Tom Ferrow left Bo Lind’s pier. " Q "he said.",
	    "Tom Ferrow (he) Q10" },
	{ "the last speaker",
	    "“It is late,” said Tom Ferrow. Bo Lind’s pier was empty. " Q "he said.",
	    "Tom Ferrow Q10\nTom Ferrow (he) Q10" },
	{ "who reported the sentence", "Tom Ferrow sails well, Bo Lind said.\n"
	    Q "he said.", "Bo Lind (he) Q10" },
	{ "a title tells", "Mr. Ferrow met Mrs. Odu. " Q "she said.",
	    "Odu (she) Q10" },
	{ "a new somebody",
	    ANN "“No,” said a baker. “We wait for it,” she said.",
	    "a baker Q10\na baker (she) Q10" },
	{ "an inn is not she", "Guests like the Harbour Inn. " Q "she said.",
	    " (she)" },

	/* Q21 */
	{ "two of a name", "Tom Ferrow met Ann Ferrow. " Q "Ferrow said.",
	    "Ferrow Q10" },
	{ "told apart by a title", "Tom Ferrow met Ann Ferrow. " Q
	    "Mrs. Ferrow said.", "Ann Ferrow (Ferrow) Q10" },

	/* Q22 */
	{ "nobody", Q "and the sea was wild.", "" },
	{ "they", Q "they said.", " (they)" },
	{ "I", Q "I said.", " (I)" },
	{ "he, but nobody was named", Q "he said.", " (he)" },

	/* other ways to write */
	{ "British", "‘The ferry is late again,’ Ann Ferrow said.",
	    "Ann Ferrow Q10" },
	{ "an abbreviation ends no sentence", Q "Ann Ferrow of the U.S. Navy"
	    " said.", "Ann Ferrow Q10" },
};

static void
print_quote(struct buf *out, const struct found *f, const struct quote *q)
{
	struct str speaker = str_of(f->text, q->speaker);
	struct str mention = str_of(f->text, q->mention);

	buf_add(out, speaker);
	if (mention.len > 0 && !str_eq(mention, speaker))
		buf_addf(out, " (%.*s)", (int)mention.len, mention.ptr);
	if (q->rule[0] != '\0')
		buf_addf(out, " %s", q->rule);
}

static void
test_rows(void **state)
{
	struct arena *a = arena_new();
	size_t i, j, n;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct found f = find_quotes(a, str_c(rows[i].text));
		struct buf out = { .in = a };

		for (j = n = 0; j < f.n; j++) {
			if (f.quotes[j].kind == QUOTE_TERM)
				continue;
			if (n++ > 0)
				buf_addc(&out, '\n');
			print_quote(&out, &f, &f.quotes[j]);
		}
		check_str(rows[i].name, buf_str(&out), rows[i].want);
		arena_reset(a);
	}
	arena_free(a);
}

static void
test_evidence(void **state)
{
	static const struct {
		const char *name;
		const char *text;
		const char *cue;
		enum quote_how how;
	} evidence[] = {
		{ "named", Q "Ann Ferrow replied.", "replied", QUOTE_NAMED },
		{ "inferred", ANN Q "she said.", "said", QUOTE_INFERRED },
		{ "nobody", Q "he said.", "said", QUOTE_NONE },
		{ "no cue", "Ann Ferrow was short: “No.”", "", QUOTE_NAMED },
	};
	struct arena *a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(evidence); i++) {
		struct found f = find_quotes(a, str_c(evidence[i].text));

		check_int(evidence[i].name, f.n, 1);
		check_str(evidence[i].name, str_of(f.text, f.quotes[0].cue),
		    evidence[i].cue);
		check_int(evidence[i].name, f.quotes[0].how,
		    evidence[i].how);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_evidence),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
