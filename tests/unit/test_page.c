/* An article in rows. */
#include "test.h"

#include <locale.h>

#include "dateline/base/buf.h"
#include "dateline/reader/page.h"

#define PROMO \
	"Tell us!  ✉\n\nWhich gull do you read? — Gull Letters " \
	"(@gullletters)\n\n"
#define REPORT \
	" date 2023-03-01 The lamp is back | Chirper\n\n" \
	"The lamp came back on Monday.\n\n" PROMO \
	"𝗪𝗵𝗼 𝗽𝗮𝘆𝘀\n\n" \
	"The office pays.\n\n" PROMO \
	"𝗪𝗵𝗼 𝗰𝗹𝗶𝗺𝗯𝘀\n\n" \
	"Two of the crew.\n"
#define MARK_LEN 17

struct fixture {
	struct arena *in;
	struct article article;
	uint8_t *folding;
};

static struct fixture
read_report(const char *text, uint32_t marker)
{
	struct fixture f = { .in = arena_new() };

	f.article = article_read(
	    f.in, str_c(text), 0, marker, PLAIN_READABLE);
	f.folding = arena_array(f.in, uint8_t, f.article.block_n + 1);
	return f;
}

/* A letter for each row: what a page looks like from afar. */
static struct str
shape_of(const struct fixture *f, const struct page *p)
{
	static const char letters[] = {
		[ROW_BLANK] = '.',
		[ROW_TITLE] = 'T',
		[ROW_SOURCE] = 'S',
		[ROW_HEADING] = 'H',
		[ROW_TEXT] = 'p',
		[ROW_POST] = 't',
		[ROW_PROMO] = 'b',
		[ROW_FOLD] = '+',
	};
	struct buf b = { .in = f->in };

	for (size_t i = 0; i < p->n; i++)
		buf_addc(&b, letters[p->rows[i].kind]);
	return buf_str(&b);
}

static void
test_shapes(void **state)
{
	static const struct {
		const char *name;
		const char *text;
		uint32_t marker;
		int cols;
		bool margin;
		const char *want;
	} rows[] = {
		{ "all kinds", REPORT, MARK_LEN, 66, false,
		    "TS.p.+.H.p.+.H.p" },
		{ "a blank row above", REPORT, MARK_LEN, 66, true,
		    ".TS.p.+.H.p.+.H.p" },
		{ "narrow", REPORT, MARK_LEN, 16, false,
		    "TS.pp.+.H.p.+.H.p" },
		{ "no head", "One.\n\nTwo.\n", 0, 20, false, "p.p" },
		{ "no head, a blank row", "One.\n\nTwo.\n", 0, 20, true,
		    ".p.p" },
		{ "many empty lines are one", "One.\n\n\n\n\nTwo.\n", 0, 20,
		    false, "p.p" },
		{ "nothing", "", 0, 20, false, "" },
		{ "nothing, a blank row", "", 0, 20, true, "." },
		{ "a title alone", " date 2023-03-01 Lamp | Chirper\n", 17,
		    20, false, "TS" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct fixture f = read_report(rows[i].text, rows[i].marker);
		struct page p = page_make(f.in, &f.article, f.folding,
		    rows[i].cols, rows[i].margin);

		check_str(rows[i].name, shape_of(&f, &p), rows[i].want);
		arena_free(f.in);
	}
}

static size_t
row_of_kind(const struct page *p, enum row_kind kind)
{
	size_t row = 0;

	while (row < p->n && p->rows[row].kind != kind)
		row++;
	assert_true(row < p->n);
	return row;
}

static void
test_fold(void **state)
{
	struct fixture f = read_report(REPORT, MARK_LEN);
	struct page p = page_make(f.in, &f.article, f.folding, 66, false);
	const struct row *fold = &p.rows[row_of_kind(&p, ROW_FOLD)];
	uint32_t times;

	(void)state;
	check_int("blocks", page_fold_size(&f.article, fold, &times), 2);
	check_int("times", times, 2);
	check_int("the first", f.article.blocks[fold->block].kind, BLOCK_PROMO);
	check_int("from", fold->at.off, f.article.blocks[fold->block].at.off);
	check_int("to", span_end(fold->at),
	    span_end(f.article.blocks[fold->block + 1].at));
	f.folding[fold->block] = OPENED_BY_HAND;
	p = page_make(f.in, &f.article, f.folding, 66, false);
	check_str("one open", shape_of(&f, &p), "TS.p.b.+.H.p.+.H.p");
	f.folding[fold->block + 1] = OPENED_BY_SEARCH;
	p = page_make(f.in, &f.article, f.folding, 66, false);
	check_str("both open", shape_of(&f, &p), "TS.p.b.b.H.p.+.H.p");
	arena_free(f.in);
}

/* Rows come in order; all rows but blank ones lie in their block; a row that
 * holds a place is the row of that place. */
static void
check_page(const struct fixture *f, const struct page *p)
{
	uint32_t last = 0;

	for (size_t i = 0; i < p->n; i++) {
		const struct row *row = &p->rows[i];

		if (row->kind == ROW_BLANK)
			continue;
		assert_true(row->at.off >= last);
		last = row->at.off;
		if (row->kind >= ROW_HEADING)
			assert_true(row->at.off >=
			    f->article.blocks[row->block].at.off);
		if (row->at.len == 0)
			continue;
		assert_int_equal(page_row(p, row->at.off), i);
		assert_int_equal(page_row(p, span_end(row->at) - 1), i);
		assert_int_equal(page_offset(p, i), row->at.off);
		if (i > 0 && p->rows[i - 1].kind == ROW_BLANK)
			assert_int_equal(page_offset(p, i - 1), row->at.off);
	}
}

static void
test_places(void **state)
{
	struct fixture f = read_report(REPORT, MARK_LEN);

	(void)state;
	for (int cols = 1; cols < 100; cols++) {
		struct page p = page_make(
		    f.in, &f.article, f.folding, cols, cols % 2);

		check_page(&f, &p);
		check_int("before all", page_row(&p, 0), 0);
		check_int("behind all", page_row(&p, UINT32_MAX), p.n - 1);
		memset(f.folding, cols % 3, f.article.block_n);
	}
	arena_free(f.in);
}

static void
test_empty(void **state)
{
	struct fixture f = read_report("", 0);
	struct page p = page_make(f.in, &f.article, f.folding, 1, false);

	(void)state;
	check_int("rows", p.n, 0);
	check_int("row", page_row(&p, 7), 0);
	check_int("offset", page_offset(&p, 0), 0);
	check_int("offset behind", page_offset(&p, 9), 0);
	arena_free(f.in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_empty),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
