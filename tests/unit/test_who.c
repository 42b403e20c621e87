/* Lists of quotes in the reader: the selected row stays while others come in,
 * and what is done with a quote leaves as an errand. */
#include "test.h"

#include <locale.h>

#include "dateline/reader/reader.h"
#include "desk.h"

/* Everything said in the desk's archive is read, as in idle time. */
static void
settle(struct reader *r)
{
	do
		reader_step(r, 1 << 20);
	while (r->busy);
}

/* The words of row `i`, as they are drawn. */
static struct str
row_text(struct desk *d, size_t i)
{
	arena_reset(d->frame);
	return sheet_row(d->reader, i, d->frame).text;
}

static const struct {
	const char *name;
	const char *keys;
	size_t rows;
	const char *title;
	const char *selected; /* how the selected row begins */
} lists[] = {
	{ "of the current quote", "w", 11, "Tilda Rowe", "“Line 5 is fair,”" },
	{ "the row goes down", "w g j", 11, "Tilda Rowe", "“Then we paint" },
	{ "words", "w / paint Enter", 2, "Tilda Rowe, with “paint”",
	    "“We paint,”" },
	{ "words that are nowhere", "w / zebra Enter", 0,
	    "Tilda Rowe, with “zebra”", "" },
	{ "and any again", "w / zebra Enter / Enter", 11, "Tilda Rowe",
	    "“Line 5 is fair,”" },
	{ "days", "w D 2022 Enter", 2, "Tilda Rowe, only 2022",
	    "“We paint,”" },
	{ "no date", "w D harbour Enter", 11, "Tilda Rowe",
	    "“Line 5 is fair,”" },
	{ "all speakers", "w w", 3, "Who is quoted, most often first",
	    "Tilda Rowe" },
	{ "by name", "w w w", 3, "Who is quoted, by name", "Ines Calloway" },
	{ "by date", "w w w w", 3, "Who is quoted, latest first",
	    "Tilda Rowe" },
	{ "by number again", "w w w w w", 3,
	    "Who is quoted, most often first", "Tilda Rowe" },
	{ "one of them", "w w j Enter", 2, "Osk Varden", "“I counted" },
	{ "and back", "w w j Enter q", 3, "Who is quoted, most often first",
	    "Osk Varden" },
	{ "from a report and back", "w g Enter q", 11, "Tilda Rowe",
	    "“We paint,”" },
	{ "pages move the row", "w g Space", 11, "Tilda Rowe",
	    "“Line 40 is fair,”" },
	{ "the range of the reader", "D 2022.. Enter D 2022-11.. Enter ) w D "
	    "Enter", 11, "Tilda Rowe", "“Then we paint" },
};

static void
test_lists(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++) {
		struct desk d;
		struct str row;

		desk_open(&d, true);
		settle(d.reader);
		for (const char *k = lists[i].keys; *k;) {
			char one[32];
			size_t n = strcspn(k, " ");

			snprintf(one, sizeof(one), "%.*s", (int)n, k);
			press(d.reader, one);
			settle(d.reader);
			k += n + (k[n] == ' ');
		}
		check_int(lists[i].name, d.reader->sheet.n, lists[i].rows);
		check_str(lists[i].name, str_c(d.reader->sheet.title),
		    lists[i].title);
		row = d.reader->sheet.n > 0
		    ? row_text(&d, d.reader->sheet.now) : STR("");
		check_str(lists[i].name,
		    str_head(row, strlen(lists[i].selected)),
		    lists[i].selected);
		desk_close(&d);
	}
}

/* Many reports by the same speaker, in an order that is not theirs: the row
 * that is selected first stays, whatever comes before and behind it. */
static void
test_selected_stays(void **state)
{
	struct desk d;
	struct sheet *s;
	struct sheet_row row;
	uint32_t id, raw;
	size_t on_screen, grown = 0;
	FILE *f;

	(void)state;
	desk_new(&d);
	f = desk_file(&d, "many.txt");
	for (int i = 0; i < 600; i++)
		fprintf(f, " date 2023-%02d-%02d A day\n\nIt was day %d, and "
		    "the harbour was open.\n\n“Day %d is done,” Tilda Rowe "
		    "said.\n\n", 1 + i * 7 % 12, 1 + i * 5 % 28, i, i);
	fclose(f);
	desk_start(&d);
	desk_index(&d);
	settle(d.reader);
	press(d.reader, "D 2023-06-15 Enter w");
	s = &d.reader->sheet;
	row = sheet_row(d.reader, s->now, d.frame);
	id = row.id;
	raw = row.raw;
	on_screen = s->now - s->top;
	do {
		size_t before = s->n;

		reader_step(d.reader, 4096);
		grown += s->n > before;
		row = sheet_row(d.reader, s->now, d.frame);
		check_int("the same row", row.id == id && row.raw == raw, true);
		if (s->top > 0 && s->n > before)
			check_int("at its place", s->now - s->top, on_screen);
		on_screen = s->now - s->top;
	} while (d.reader->busy);
	check_int("all of them", s->n, 600);
	check_int("not at once", grown > 3, true);
	desk_close(&d);
}

static const struct {
	const char *name;
	const char *keys;
	enum errand errand;
	const char *out;
	const char *message;
} errands[] = {
	{ "words", "K K K y", ERRAND_COPY, "I counted both of them,",
	    "copied: I counted both of them," },
	{ "a paragraph", "K y", ERRAND_COPY, NULL, "copied: " },
	{ "a citation", "K K K Y", ERRAND_COPY,
	    "“I counted both of them,” — Osk Varden. Two storms in one night. "
	    "10 Feb 2023 (bay.txt:11)", "copied: “I counted" },
	{ "no quote to cite", "K Y", ERRAND_NONE, NULL, "no quote here" },
	{ "of a row", "K K K w y", ERRAND_COPY, "I counted both of them,",
	    "copied: " },
	{ "collected", "K K K *", ERRAND_NONE, NULL, "collected, 1 in all" },
	{ "no longer", "K K K * *", ERRAND_NONE, NULL, "no longer" },
	{ "saved", "K K K * ) * s two.txt Enter", ERRAND_SAVE,
	    "“I counted both of them,” — Osk Varden. Two storms in one night. "
	    "10 Feb 2023 (bay.txt:11)\n"
	    "“It will shine again,” — Ines Calloway. Two storms in one night. "
	    "10 Feb 2023 (bay.txt:15)\n",
	    "saved 2 quotes: two.txt" },
	{ "the open report", "K K K s two.txt Enter", ERRAND_SAVE,
	    "“I counted both of them,” — Osk Varden. Two storms in one night. "
	    "10 Feb 2023 (bay.txt:11)\n"
	    "“It will shine again,” — Ines Calloway. Two storms in one night. "
	    "10 Feb 2023 (bay.txt:15)\n",
	    "saved 2 quotes: two.txt" },
	{ "nothing to save", "K s two.txt Enter", ERRAND_NONE, NULL,
	    "no quote to save" },
	{ "no such kind", "K K K s two.pdf Enter", ERRAND_NONE, NULL,
	    "not saved: " },
	{ "no corrections", "K K K : same Space A Space = Space B Enter",
	    ERRAND_NONE, NULL, "corrections are left out" },
	{ "nowhere to narrow", "K : said-with Space it Enter", ERRAND_NONE,
	    NULL, "this narrows a list" },
};

static void
test_errands(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(errands); i++) {
		struct desk d;

		desk_open(&d, false);
		settle(d.reader);
		press(d.reader, "G"); /* the undated one is last */
		press(d.reader, "99J");
		check_int(errands[i].name,
		    press(d.reader, errands[i].keys), errands[i].errand);
		if (errands[i].out)
			check_str(errands[i].name, d.reader->out,
			    errands[i].out);
		check_message(errands[i].name, d.reader, errands[i].message);
		desk_close(&d);
	}
}

static void
test_corrections(void **state)
{
	struct corrections *c = corrections_new();
	struct desk d;
	size_t q;

	(void)state;
	desk_open(&d, false);
	reader_set_corrections(d.reader, c);
	press(d.reader, "99J 3K");
	q = d.reader->open.quote;
	check_str("as it was found", d.reader->open.whose[q].name,
	    "Osk Varden");
	check_int("to be written",
	    press(d.reader, ": speaker Space Ida Space Lund Enter"),
	    ERRAND_CORRECTIONS);
	check_str("at once", d.reader->open.whose[q].name, "Ida Lund");
	check_int("as theirs", d.reader->open.whose[q].yours, true);
	press(d.reader, "x");
	check_str("in other letters", d.reader->open.whose[q].name,
	    "Ida Lund");
	press(d.reader, "x w");
	settle(d.reader);
	check_str("in a list", str_c(d.reader->sheet.title), "Ida Lund");
	press(d.reader, ": same Space Ida Space Lund Space = Space Osk Space "
			"Varden Enter");
	press(d.reader, "q w");
	settle(d.reader);
	check_str("the other way", str_c(d.reader->sheet.title), "Osk Varden");
	check_int("both of his", d.reader->sheet.n, 2);
	press(d.reader, ": same Enter");
	check_str("a name to begin with", prompt_text(&d.reader->prompt),
	    "Osk Varden = ");
	press(d.reader, "Esc");
	press(d.reader, "g : speaker Space Tilda Space Rowe Enter");
	settle(d.reader);
	check_int("from the list, one less", d.reader->sheet.n, 1);
	desk_close(&d);
	corrections_free(c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_selected_stays),
		cmocka_unit_test(test_errands),
		cmocka_unit_test(test_corrections),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
