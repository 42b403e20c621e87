/* Boilerplate over an archive (R11b), and the odd things that are listed of
 * it. */
#include "test.h"

#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "dateline/base/buf.h"
#include "dateline/find/repeats.h"
#include "dateline/find/warnings.h"
#include "dateline/report/article.h"

struct desk {
	struct arena *in;
	struct archive *archive;
	struct repeats_scan *scan;
	struct buf bytes;
};

static void
setup(struct desk *d)
{
	*d = (struct desk){ .in = arena_new(), .archive = archive_new() };
	d->bytes.in = d->in;
}

static void
teardown(struct desk *d)
{
	repeats_scan_free(d->scan);
	archive_free(d->archive);
	arena_free(d->in);
}

/* A report that is like no other but for `last`. */
static void
add_report(struct desk *d, const char *source, const char *last)
{
	size_t at = d->bytes.len;

	buf_addf(&d->bytes, " date 2023-01-01 Report %zu | %s\n\n", at, source);
	buf_addf(&d->bytes, "The keeper wrote %zu words on a wall.\n\n", at);
	buf_addf(&d->bytes, "%s\n\n", last);
}

static void
index_bytes(struct desk *d)
{
	char path[] = "/tmp/repeats-XXXXXX";
	int fd = mkstemp(path);
	struct err e = { "" };

	assert_true(fd >= 0);
	assert_int_equal(write(fd, d->bytes.ptr, d->bytes.len), d->bytes.len);
	close(fd);
	assert_true(archive_add(d->archive, path, &e));
	archive_finish(d->archive);
	d->scan = repeats_scan_new(d->archive);
	while (repeats_scan_step(d->scan, 1000))
		assert_null(repeats_scan_result(d->scan));
	unlink(path);
}

static uint32_t
times_of(struct desk *d, const char *source, const char *block)
{
	return repeats_times(repeats_scan_result(d->scan),
	    repeats_source(str_c(source), "x"), str_c(block));
}

#define LINE "Write to us at the north pier."

static void
test_three_of_many(void **state)
{
	struct desk d;

	(void)state;
	setup(&d);
	for (int i = 0; i < 3; i++)
		add_report(&d, "Quay Post", LINE);
	add_report(&d, "Chirper", LINE);
	add_report(&d, "Chirper", LINE);
	index_bytes(&d);
	check_int("three", times_of(&d, "Quay Post", LINE), 3);
	check_int("two of another", times_of(&d, "Chirper", LINE), 0);
	check_int("no block of ours", times_of(&d, "Quay Post", "Other."), 0);
	teardown(&d);
}

static void
test_share_of_a_source(void **state)
{
	static const struct {
		const char *name;
		int reports, with;
		uint32_t times;
	} rows[] = {
		{ "3 of 300", 300, 3, 3 },
		{ "3 of 301", 301, 3, 0 },
		{ "4 of 400", 400, 4, 4 },
		{ "2 of 4", 4, 2, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct desk d;

		setup(&d);
		for (int k = 0; k < rows[i].reports; k++)
			add_report(&d, "Quay Post",
			    k < rows[i].with ? LINE : "No line.");
		index_bytes(&d);
		check_int(rows[i].name, times_of(&d, "Quay Post", LINE),
		    rows[i].times);
		teardown(&d);
	}
}

static void
test_what_does_not_count(void **state)
{
	struct desk d;

	(void)state;
	setup(&d);
	for (int i = 0; i < 4; i++)
		buf_addf(&d.bytes,
		    " date 2023-01-0%d The same | Quay Post\n\n"
		    "The keeper went home and came back with a lamp, and "
		    "nobody saw him.\n\n", i + 1);
	for (int i = 0; i < 4; i++)
		add_report(&d, "Chirper",
		    "What comes next\n\nIt is a longer text of sixty "
		    "characters and of some more, as they go.");
	for (int i = 0; i < 2; i++)
		add_report(&d, "Tern", LINE "\n\n" LINE "\n\n" LINE);
	index_bytes(&d);
	check_int("copies of one report",
	    times_of(&d, "Quay Post",
		"The keeper went home and came back with a lamp, and nobody "
		"saw him."), 0);
	check_int("a heading", times_of(&d, "Chirper", "What comes next"), 0);
	check_int("thrice in one", times_of(&d, "Tern", LINE), 0);
	teardown(&d);
}

static struct article
read_last(struct desk *d, bool use)
{
	uint32_t id = archive_count(d->archive) - 1;
	const struct record *r = archive_record(d->archive, id);
	struct article_how how = {
		.depth = ARTICLE_QUOTES,
		.no_plain_headings = !use,
		.repeats = use ? repeats_scan_result(d->scan) : NULL,
		.path = "x",
	};
	struct str raw = str_head(str_skip(buf_str(&d->bytes), r->off), r->len);

	return article_read_as(d->in, raw, 0, r->head, &how);
}

static void
test_article(void **state)
{
	struct desk d;
	struct article t;

	(void)state;
	setup(&d);
	for (int i = 0; i < 5; i++)
		add_report(&d, "Quay Post",
		    "What comes next\n\n“We read all of them in the evening,” "
		    "the Quay Post said to its readers.");
	index_bytes(&d);
	t = read_last(&d, false);
	check_int("text if nobody knows", t.blocks[2].kind, BLOCK_TEXT);
	check_int("a quote", t.quote_n, 1);
	check_int("no plain headings", t.blocks[1].kind, BLOCK_TEXT);
	t = read_last(&d, true);
	check_int("boilerplate", t.blocks[2].kind, BLOCK_PROMO);
	check_str("its rule", str_c(t.blocks[2].rule), "R11b");
	check_int("in so many", t.blocks[2].twins, 5);
	check_int("no quote", t.quote_n, 0);
	check_int("its own text", t.blocks[0].kind, BLOCK_TEXT);
	check_int("a heading stays", t.blocks[1].kind, BLOCK_HEADING);
	teardown(&d);
}

static void
test_warnings(void **state)
{
	static const uint32_t want[WARNING_COUNT] = {
		[WARNING_BAD_DATE] = 1,
		[WARNING_IMPLAUSIBLE] = 1,
		[WARNING_BAD_UTF8] = 2,
		[WARNING_CONTROL] = 1,
		[WARNING_LOOSE] = 1,
		[WARNING_JOINED] = 1,
	};
	struct desk d;
	struct warnings *w;

	(void)state;
	setup(&d);
	buf_add(&d.bytes, STR("Date: 2023-02-30 A\n\nB \xff C \xff\n\n"
		" date 0003-01-01 D\n\n\a text. date 2023-01-01 E \xc3"));
	index_bytes(&d);
	w = warnings_new(d.archive);
	while (warnings_step(w, 1))
		;
	for (enum warning_kind k = 0; k < WARNING_COUNT; k++)
		check_int(warning_name(k), w->found[k], want[k]);
	check_int("first", w->kept[WARNING_BAD_UTF8][0].raw, 22);
	check_int("both", w->kept[WARNING_BAD_UTF8][0].times, 2);
	check_int("no more", warnings_step(w, 1), false);
	warnings_free(w);
	teardown(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_three_of_many),
		cmocka_unit_test(test_share_of_a_source),
		cmocka_unit_test(test_what_does_not_count),
		cmocka_unit_test(test_article),
		cmocka_unit_test(test_warnings),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
