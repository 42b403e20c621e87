/* Where the panes are: at any size they keep to the screen and do not overlap,
 * and at the sizes people have they are where the manual says. */
#include "test.h"

#include "dateline/reader/layout.h"

static const struct view plain_view = { .measure = MEASURE_DEFAULT };

static const struct row {
	const char *name;
	int cols;
	int high;
	enum shape shape;
	int dates;  /* columns of each pane */
	int text;
	int quotes;
	int measure;
	int body;   /* first row … */
	int height; /* … and how many */
	int status;
	int hints;
} rows[] = {
	{ "wide", 120, 36, SHAPE_WIDE, 28, 61, 29, 58, 2, 32, 34, 35 },
	{ "very wide", 200, 60, SHAPE_WIDE, 28, 136, 34, 66, 2, 56, 58, 59 },
	{ "just wide", 110, 24, SHAPE_WIDE, 25, 57, 26, 54, 2, 20, 22, 23 },
	{ "not quite wide", 109, 24, SHAPE_NOTES, 11, 78, 18, 66, 2, 20, 22,
	    23 },
	{ "usual", 80, 24, SHAPE_NOTES, 11, 49, 18, 46, 2, 20, 22, 23 },
	{ "narrowest notes", 72, 24, SHAPE_NOTES, 11, 41, 18, 38, 2, 20, 22,
	    23 },
	{ "one pane", 71, 24, SHAPE_SINGLE, 0, 71, 0, 66, 1, 22, -1, 23 },
	{ "small", 50, 20, SHAPE_SINGLE, 0, 50, 0, 47, 1, 18, -1, 19 },
	{ "no hints", 80, 11, SHAPE_NOTES, 11, 49, 18, 46, 2, 8, 10, -1 },
	{ "no status", 80, 7, SHAPE_NOTES, 11, 49, 18, 46, 2, 5, -1, -1 },
	{ "one pane, low", 50, 6, SHAPE_SINGLE, 0, 50, 0, 47, 1, 5, -1, -1 },
	{ "too narrow", 29, 24, SHAPE_BARE, 0, 29, 0, 29, 0, 24, -1, -1 },
	{ "too low", 120, 5, SHAPE_BARE, 0, 120, 0, 66, 0, 5, -1, -1 },
	{ "a cell", 1, 1, SHAPE_BARE, 0, 1, 0, 1, 0, 1, -1, -1 },
};

static void
test_sizes(void **state)
{
	(void)state;
	for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
		struct layout l =
		    layout_make(r->cols, r->high, &plain_view, PANE_TEXT);

		check_int(r->name, l.shape, r->shape);
		check_int(r->name, l.dates.cols, r->dates);
		check_int(r->name, l.text.cols, r->text);
		check_int(r->name, l.quotes.cols, r->quotes);
		check_int(r->name, l.measure, r->measure);
		check_int(r->name, l.body, r->body);
		check_int(r->name, l.rows, r->height);
		check_int(r->name, l.status, r->status);
		check_int(r->name, l.hints, r->hints);
	}
}

/* Panes stand side by side with a bar between two, and the text in its pane. */
static void
check_box(const struct layout *l, int cols, int high)
{
	int end = 0;

	assert_true(l->dates.col == 0 || l->dates.cols == 0);
	if (l->dates.cols > 0)
		end = l->dates.cols + (l->text.cols + l->quotes.cols > 0);
	if (l->text.cols > 0) {
		assert_int_equal(l->text.col, end);
		end += l->text.cols + (l->quotes.cols > 0);
	}
	if (l->quotes.cols > 0) {
		assert_int_equal(l->quotes.col, end);
		end += l->quotes.cols;
	}
	assert_int_equal(end, cols);
	assert_true(l->measure >= 1 && l->indent >= 0);
	assert_true(l->text.cols == 0 ||
	    l->indent + l->measure <= l->text.cols);
	assert_true(l->rows >= 1 && l->body >= 0);
	assert_true(l->body + l->rows <= high);
	assert_true(l->status < high && l->hints < high);
	assert_true(l->status < 0 || l->status >= l->body + l->rows);
	assert_true(l->hints < 0 || l->hints >= l->body + l->rows);
	assert_true(l->status < 0 || l->status != l->hints);
}

static void
check_every_size(const struct view *view, enum pane focus)
{
	for (int cols = 1; cols <= 230; cols++) {
		for (int high = 1; high <= 60; high += high < 15 ? 1 : 9) {
			struct layout l = layout_make(cols, high, view, focus);

			check_box(&l, cols, high);
			assert_true(l.measure <= view->measure);
		}
	}
}

static void
test_every_size(void **state)
{
	static const int measures[] = { MEASURE_MIN, MEASURE_DEFAULT,
		MEASURE_MAX };

	(void)state;
	for (unsigned bits = 0; bits < 8 * 3 * 3; bits++) {
		struct view view = { .dates_hidden = bits & 1,
			.text_only = bits & 2, .quotes_other = bits & 4,
			.measure = measures[bits / 8 % 3] };

		check_every_size(&view, (enum pane)(bits / 24));
	}
}

static void
test_choices(void **state)
{
	struct view view = plain_view;
	struct layout l = layout_make(120, 36, &view, PANE_TEXT);

	(void)state;
	check_int("a list where it is wide", l.notes, false);
	l = layout_make(80, 24, &view, PANE_TEXT);
	check_int("notes where it is not", l.notes, true);
	view.quotes_other = true;
	l = layout_make(120, 36, &view, PANE_TEXT);
	check_int("the other: notes", l.notes, true);
	l = layout_make(80, 24, &view, PANE_TEXT);
	check_int("the other: a list", l.notes, false);
	view.dates_hidden = true;
	l = layout_make(120, 36, &view, PANE_TEXT);
	check_int("no dates", l.dates.cols, 0);
	check_int("quotes stay", l.quotes.cols, 29);
	view.text_only = true;
	l = layout_make(120, 36, &view, PANE_TEXT);
	check_int("no quotes either", l.quotes.cols, 0);
	check_int("all for the text", l.text.cols, 120);
}

/* One pane at a time: the one that has the focus. */
static void
test_single(void **state)
{
	struct layout l = layout_make(50, 20, &plain_view, PANE_DATES);

	(void)state;
	check_int("dates", l.dates.cols, 50);
	check_int("no text", l.text.cols, 0);
	l = layout_make(50, 20, &plain_view, PANE_QUOTES);
	check_int("quotes", l.quotes.cols, 50);
	check_int("as a list", l.notes, false);
	l = layout_make(20, 20, &plain_view, PANE_QUOTES);
	check_int("bare is text", l.text.cols, 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_choices),
		cmocka_unit_test(test_single),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
