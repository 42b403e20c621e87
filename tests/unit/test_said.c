/* Everything somebody said: who is whom over many reports, what narrows it, and
 * an order that late reports do not disturb. */
#include "test_archive.h"

#include <locale.h>

#include "dateline/find/said.h"

/* Two Rowes, of whom two reports name one in full, one names both, and one
 * neither. */
#define FERRY \
	" date 2023-02-10 Ferry back\n\n" \
	"The ferry is back, harbour clerk Tilda Rowe told the Gull.\n\n" \
	"“It came at noon,” Rowe said. “It was empty.”\n\n" \
	"“Nobody came with it,” she said.\n\n"
#define LAMP \
	" date 2023-02-12 The lamp\n\n" \
	"“It shines,” said Osk Rowe, who keeps the lamp.\n\n" \
	"“It does,” Ines Calloway said of the lamp.\n\n"
#define BOTH \
	" date 2023-02-14 Both of them\n\n" \
	"Tilda Rowe and Osk Rowe walked to the pier at dawn.\n\n" \
	"“We met the ferry,” Tilda Rowe said.\n\n" \
	"“I saw no ferry at all,” Rowe told the office later.\n\n"
#define NEITHER \
	" date 2023-02-16 A word\n\n" \
	"Mr. Rowe was at the pier.\n\n" \
	"“I say nothing more,” Rowe said.\n\n"

/* A transcript, in which one has a full name and the other has not. */
#define SPOKEN \
	" date 2023-02-18 The council\n\n" \
	"Ines Calloway and the others met at six.\n\n" \
	"LUND: We begin.\n\n" \
	"CALLOWAY: So we do.\n\n" \
	"LUND: Is there anything?\n\n" \
	"CALLOWAY: The ferry.\n\n" \
	"“It is late,” said Delmont Grain Company, which owns it.\n\n"

static void
write_bay(void)
{
	write_file("bay.txt", FERRY LAMP BOTH NEITHER);
}

static void
add_row(struct buf *b, struct archive *a, const struct said *s, size_t i)
{
	struct said_row row = said_row(s, i);
	const struct said_speaker *who = said_speaker(s, row.speaker);
	struct arena *in = arena_new();
	struct err e = { "" };
	struct str raw;

	assert_true(archive_read(a, row.id, row.raw, 8, in, &raw, &e));
	buf_addf(b, "%.*s: %.*s; ", (int)who->name.len, who->name.ptr,
	    (int)raw.len, raw.ptr);
	arena_free(in);
}

static void
add_speaker(struct buf *b, const struct said_speaker *who)
{
	buf_addf(b, "%u %.*s", (unsigned)who->quotes, (int)who->name.len,
	    who->name.ptr);
	for (const struct said_name *n = who->names; n; n = n->next)
		buf_addf(b, " (%.*s)", (int)n->name.len, n->name.ptr);
	buf_add(b, STR("; "));
}

/* All of it, in words. */
static struct str
words_of(struct arena *in, struct archive *a, const struct ask *ask)
{
	struct buf b = { .in = in };
	struct said *s = said_new(a, &(struct said_how){ .ask = *ask });
	const uint32_t *order;

	while (said_step(s, 1))
		;
	for (size_t i = 0; i < said_count(s); i++)
		add_row(&b, a, s, i);
	order = said_order(s, SAID_BY_COUNT);
	for (size_t i = 0; !ask->speaker.len && i < said_speaker_count(s); i++)
		add_speaker(&b, said_speaker(s, order[i]));
	said_free(s);
	return buf_str(&b);
}

static const struct {
	const char *name;
	const char *speaker;
	const char *words;
	const char *corrected; /* lines, apart by ; */
	const char *want;
} rows[] = {
	{ "a full name", "Tilda Rowe", NULL, "",
	    "Tilda Rowe: It came ; Tilda Rowe: It was e; Tilda Rowe: Nobody c; "
	    "Tilda Rowe: We met t; " },
	{ "the other of that surname", "osk rowe", NULL, "",
	    "Osk Rowe: It shine; " },
	{ "a last name is everyone's", "Rowe", NULL, "",
	    "Tilda Rowe: It came ; Tilda Rowe: It was e; Tilda Rowe: Nobody c; "
	    "Osk Rowe: It shine; Tilda Rowe: We met t; "
	    "Rowe (unclear): I saw no; Rowe (unclear): I say no; " },
	{ "only who is unclear", "Rowe (unclear)", NULL, "",
	    "Rowe (unclear): I saw no; Rowe (unclear): I say no; " },
	{ "words in the quote", "Rowe", "ferry", "",
	    "Tilda Rowe: We met t; Rowe (unclear): I saw no; " },
	{ "words in its paragraph", "Rowe", "lamp", "",
	    "Osk Rowe: It shine; " },
	{ "words of some days", "Rowe", "ferry date:2023-02-11..", "",
	    "Tilda Rowe: We met t; Rowe (unclear): I saw no; " },
	{ "only days", "Rowe", "lamp date:2023-02-13..", "", "" },
	{ "words elsewhere", "Osk Rowe", "dawn", "", "" },
	{ "words before it", "Tilda Rowe", "clerk", "", "" },
	{ "words behind it", "Tilda Rowe", "office", "", "" },
	{ "words between two", "Tilda Rowe", "\"Rowe said\"", "",
	    "Tilda Rowe: It came ; Tilda Rowe: It was e; Tilda Rowe: We met t; " },
	{ "no words but days", "Tilda Rowe", "date:2023-02-11..", "",
	    "Tilda Rowe: We met t; " },
	{ "no words but a source", "Tilda Rowe", "source:gull", "", "" },
	{ "without a word", "Tilda Rowe", "date:2023 -noon", "",
	    "Tilda Rowe: We met t; " },
	{ "nobody", "Crowe", NULL, "", "" },
	{ "the same by hand", "Tilda Rowe", NULL, "same Rowe = Tilda Rowe",
	    "Tilda Rowe: It came ; Tilda Rowe: It was e; Tilda Rowe: Nobody c; "
	    "Tilda Rowe: We met t; Tilda Rowe: I saw no; "
	    "Tilda Rowe: I say no; " },
	{ "another name by hand", "Ida Lund", NULL,
	    "same Osk Rowe = Ida Lund", "Ida Lund: It shine; " },
	{ "asked for by the old name", "Osk Rowe", NULL,
	    "same Osk Rowe = Ida Lund", "Ida Lund: It shine; " },
	{ "one quote by hand", "Osk Rowe", NULL,
	    "speaker 2023-02-16 bay.txt “I say nothing more,” = Osk Rowe",
	    "Osk Rowe: It shine; Osk Rowe: I say no; " },
	{ "to somebody who is not named", "Ida Lund", NULL,
	    "speaker 2023-02-16 bay.txt “I say nothing more,” = Ida Lund",
	    "Ida Lund: I say no; " },
	{ "of another file", "Ida Lund", NULL,
	    "speaker 2023-02-16 b.txt “I say nothing more,” = Ida Lund", "" },
	{ "of another time", "Ida Lund", NULL,
	    "speaker 2023-02-16 bay.txt #2 “I say nothing more,” = Ida Lund",
	    "" },
	{ "everybody", "", NULL, "",
	    "4 Tilda Rowe (Rowe); 2 Rowe (unclear); 1 Ines Calloway; "
	    "1 Osk Rowe; " },
	{ "everybody, with words", "", "ferry", "",
	    "1 Rowe (unclear); 1 Tilda Rowe; " },
	{ "everybody, corrected", "", NULL, "same Osk Rowe = Ida Lund",
	    "4 Tilda Rowe (Rowe); 2 Rowe (unclear); "
	    "1 Ida Lund (Osk Rowe); 1 Ines Calloway; " },
};

static void
take_lines(struct corrections *c, const char *lines)
{
	while (*lines) {
		size_t n = strcspn(lines, ";");

		assert_true(corrections_take(c, (struct str){ lines, n }));
		lines += n + (lines[n] == ';');
	}
}

static void
test_rows(void **state)
{
	struct arena *in = arena_new();
	struct archive *a;

	(void)state;
	write_bay();
	a = open_all("bay.txt");
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct corrections *c = corrections_new();
		struct ask ask = { .speaker = str_c(rows[i].speaker),
			.days = DATE_ALL, .corrections = c };
		struct query *query = NULL;
		struct err e = { "" };

		take_lines(c, rows[i].corrected);
		if (rows[i].words)
			query = query_new(
			    str_c(rows[i].words), QUERY_FOLDED, &e);
		ask.words = query;
		check_str(rows[i].name, words_of(in, a, &ask), rows[i].want);
		query_free(query);
		corrections_free(c);
	}
	archive_free(a);
	arena_free(in);
}

static void
test_transcript(void **state)
{
	struct arena *in = arena_new();
	struct ask ask = { .days = DATE_ALL };
	struct archive *a;

	(void)state;
	write_file("spoken.txt", SPOKEN);
	a = open_all("spoken.txt");
	check_str("a label is a name", words_of(in, a, &ask),
	    "2 Ines Calloway (CALLOWAY); 2 LUND (unclear); "
	    "1 Delmont Grain Company; ");
	archive_free(a);
	arena_free(in);
}

static void
test_days(void **state)
{
	struct arena *in = arena_new();
	struct ask ask = { .speaker = STR("Rowe"),
		.days = { date_of((struct ymd){ 2023, 2, 12 }),
		    date_of((struct ymd){ 2023, 2, 14 }) } };
	struct archive *a;

	(void)state;
	write_bay();
	a = open_all("bay.txt");
	check_str("three days", words_of(in, a, &ask),
	    "Osk Rowe: It shine; Tilda Rowe: We met t; "
	    "Rowe (unclear): I saw no; ");
	archive_free(a);
	arena_free(in);
}

/* Reports of an earlier day arrive when the later ones have been looked at:
 * their rows stand before, and what was there keeps its order. */
static void
test_late(void **state)
{
	struct arena *in = arena_new();
	struct buf b = { .in = in };
	struct archive *a;
	struct err e = { "" };
	struct said *s;
	struct said_row first;

	(void)state;
	write_file("late.txt", BOTH NEITHER);
	write_file("early.txt", FERRY LAMP);
	a = open_all("late.txt");
	s = said_new(a, &(struct said_how){
	    .ask = { .speaker = STR("Rowe"), .days = DATE_ALL } });
	while (said_step(s, SIZE_MAX))
		;
	check_int("at first", said_count(s), 3);
	first = said_row(s, 0);
	assert_true(archive_add(a, "early.txt", &e));
	archive_finish(a);
	check_int("more to do", said_step(s, 1), true);
	while (said_step(s, 1))
		;
	for (size_t i = 0; i < said_count(s); i++)
		add_row(&b, a, s, i);
	check_str("in order", buf_str(&b),
	    "Tilda Rowe: It came ; Tilda Rowe: It was e; Tilda Rowe: Nobody c; "
	    "Osk Rowe: It shine; Tilda Rowe: We met t; "
	    "Rowe (unclear): I saw no; Rowe (unclear): I say no; ");
	check_int("found again", said_find(s, first.id, first.raw), 4);
	check_int("all looked at", said_looked_at(s), 4);
	said_free(s);
	archive_free(a);
	arena_free(in);
}

static void
test_orders(void **state)
{
	static const struct {
		const char *name;
		enum said_order by;
		const char *want;
	} orders[] = {
		{ "count", SAID_BY_COUNT, "4 2 1 1 " },
		{ "name", SAID_BY_NAME, "1 1 2 4 " },
		{ "last", SAID_BY_LAST, "2 4 1 1 " },
		{ "count again", SAID_BY_COUNT, "4 2 1 1 " },
	};
	struct arena *in = arena_new();
	struct archive *a;
	struct said *s;

	(void)state;
	write_bay();
	a = open_all("bay.txt");
	s = said_new(a, &(struct said_how){ .ask = { .days = DATE_ALL } });
	while (said_step(s, 1))
		said_order(s, SAID_BY_COUNT);
	for (size_t i = 0; i < COUNT(orders); i++) {
		struct buf b = { .in = in };
		const uint32_t *order = said_order(s, orders[i].by);

		for (size_t k = 0; k < said_speaker_count(s); k++)
			buf_addf(&b, "%u ",
			    (unsigned)said_speaker(s, order[k])->quotes);
		check_str(orders[i].name, buf_str(&b), orders[i].want);
	}
	said_free(s);
	archive_free(a);
	arena_free(in);
}

/* Many speakers, a step for each report: what is sorted in by and by is what is
 * sorted at once. */
static void
test_many(void **state)
{
	struct archive *a;
	struct said *slow, *fast;
	const uint32_t *x, *y;
	FILE *f = fopen("many.txt", "w");

	(void)state;
	assert_non_null(f);
	for (int i = 0; i < 700; i++)
		fprintf(f, " date 2023-01-%02d T\n\n“It is so,” said Anna "
		    "Q%cr%cm%cn.\n\n", 1 + i % 28, 'a' + i * 7 % 5,
		    'a' + i * 5 % 23, 'a' + i * 11 % 17);
	fclose(f);
	a = open_all("many.txt");
	slow = said_new(a, &(struct said_how){ .ask = { .days = DATE_ALL } });
	fast = said_new(a, &(struct said_how){ .ask = { .days = DATE_ALL } });
	while (said_step(slow, 1))
		said_order(slow, SAID_BY_LAST);
	while (said_step(fast, SIZE_MAX))
		;
	x = said_order(slow, SAID_BY_LAST);
	y = said_order(fast, SAID_BY_LAST);
	check_int("as many", said_speaker_count(slow),
	    said_speaker_count(fast));
	check_int("many", said_speaker_count(slow) > 300, true);
	for (size_t i = 0; i < said_speaker_count(slow); i++)
		check_int("at their places", x[i], y[i]);
	said_free(slow);
	said_free(fast);
	archive_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_rows),
		TEST(test_transcript),
		TEST(test_days),
		TEST(test_late),
		TEST(test_orders),
		TEST(test_many),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
