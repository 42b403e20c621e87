/* The files change, are read again, and the person is where the person was. */
#include "desk.h"

#include <locale.h>

static const char one[] = " date 2023-02-10 One | The Marrow Gull\n\n"
			  "The first of the tenth of February is short.\n\n";
static const char two[] = " date 2023-02-10 Two | The Marrow Gull\n\n"
			  "The second of the tenth of February is longer than "
			  "the first one.\n\n";
static const char three[] = " date 2023-03-01 Three | The Marrow Gull\n\n"
			    "The lamp is back.\n\n";
static const char early[] = " date 2022-11-04 Early | The Marrow Gull\n\n"
			    "The ferry ties up.\n\n";
static const char late[] = " date 2024-01-01 Late | The Marrow Gull\n\n"
			   "A new year.\n\n";
static const char undated[] = "Notes from the pier\n\nNo day on these.\n\n";

/* The texts of a file before and after; from the newest dated report `keys` go
 * to the one that is open when the files are read again. */
static const struct reload {
	const char *row;
	const char *before[4];
	const char *keys;
	const char *after[4];
	const char *want; /* its title; NULL: nothing is open */
	const char *message;
} reloads[] = {
	{ "nothing changed", { one, two, three }, "K", { one, two, three },
	    "Two", "read again: 3 reports, as before" },
	{ "one more behind", { one, two }, "", { one, two, three }, "Two",
	    "read again: 3 reports, 1 more than before" },
	{ "one more before", { one, two }, "", { early, one, two }, "Two",
	    "read again: 3 reports, 1 more than before" },
	{ "first of a day, one more before", { one, two }, "K",
	    { early, one, two }, "One",
	    "read again: 3 reports, 1 more than before" },
	{ "the other of the day is gone", { one, two }, "", { two }, "Two",
	    "read again: 1 report, 1 fewer than before" },
	{ "it is gone, another of the day is not", { one, two }, "", { one },
	    "One", "read again: 1 report, 1 fewer than before" },
	{ "its day is gone, later is nearer", { early, one, three }, "K",
	    { early, three }, "Three",
	    "read again: 2 reports, 1 fewer than before" },
	{ "its day is gone, all is earlier", { early, late }, "",
	    { early, one }, "One", "read again: 2 reports, as before" },
	{ "its day is gone, all is later", { early, late }, "K", { late },
	    "Late", "read again: 1 report, 1 fewer than before" },
	{ "all dates are gone", { early, late }, "", { undated }, NULL,
	    "read again: 1 report, 1 fewer than before" },
	{ "dates came", { undated }, "", { early, late }, "Late",
	    "read again: 2 reports, 1 more than before" },
	{ "within a range of dates", { early, one, two },
	    "D 2023-02..2023-02 Enter", { early, one, two, three }, "One",
	    "read again: 4 reports, 1 more than before" },
	{ "a range in which nothing is left", { early, one },
	    "D 2023-02..2023-02 Enter", { early, three }, "Three",
	    "that is another report: all are shown again" },
	{ "everything is gone", { early, late }, "", { "" }, NULL,
	    "read again: 0 reports, 2 fewer than before" },
};

static void
write_texts(const char *path, const char *const texts[4])
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	for (size_t i = 0; i < 4 && texts[i]; i++)
		fputs(texts[i], f);
	assert_int_equal(fclose(f), 0);
}

/* Reads the desk's files again. */
static void
desk_again(struct desk *d)
{
	struct archive *a = archive_new();
	struct reader *old = d->reader;
	struct err e = { "" };

	for (size_t i = 0; i < d->path_n; i++)
		assert_true(archive_add(a, d->paths[i], &e));
	archive_finish(a);
	d->reader = reader_again(old, a);
	reader_free(old);
	archive_free(d->archive);
	d->archive = a;
}

static struct str
title_of(const struct reader *r)
{
	const struct article *t = &r->open.article;

	return r->open.is ? str_of(t->text.text, t->head.title) : STR("");
}

static void
test_places(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(reloads); i++) {
		const struct reload *t = &reloads[i];
		struct desk d;

		desk_new(&d);
		desk_write(&d, &(struct report_file){ "file.txt", "" });
		write_texts(d.paths[0], t->before);
		desk_start(&d);
		desk_index(&d);
		press(d.reader, "j k");
		press(d.reader, t->keys);
		write_texts(d.paths[0], t->after);
		desk_again(&d);
		if (t->want)
			check_str(t->row, title_of(d.reader), t->want);
		check_str(t->row, str_c(d.reader->message), t->message);
		check_int(t->row, d.reader->indexing, false);
		press(d.reader, "Space K > <");
		desk_close(&d);
	}
}

/* What a person set up stays set up. */
static void
test_carried(void **state)
{
	struct reader *r;
	struct desk d;

	(void)state;
	desk_open(&d, true);
	press(d.reader, "D 2022 Enter C-o / water Enter n n x - \\");
	reader_resize(d.reader, 120, 30);
	press(d.reader, "7 j");
	r = d.reader;
	check_int("a hit", r->find.hit_n > 3, true);
	for (int i = 0; i < 2; i++) {
		struct place here = { r->open.id, r->open.anchor };
		struct view view = r->view;
		size_t hits = r->find.hit_n;

		desk_again(&d);
		r = d.reader;
		check_int("report", r->open.id, here.id);
		check_int("place", r->open.anchor, here.raw);
		check_int("hits", r->find.hit_n, hits);
		check_int("columns", r->cols, 120);
		check_int("rows", r->rows, 30);
		check_int("original", r->view.original, true);
		check_int("no dates", r->view.dates_hidden, true);
		check_int("measure", r->view.measure, view.measure);
	}
	press(r, "D 2022 Enter");
	desk_again(&d);
	press(d.reader, "C-o");
	check_int("back", place_of(d.reader), NEWEST);
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_carried),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
