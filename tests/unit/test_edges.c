/* Files at the edge of what anybody writes, too long to be kept: they are made
 * here, and what explain says of them is held against their bytes. */
#include "test.h"

#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "dateline/report/explain.h"

struct desk {
	struct arena *in;
	struct archive *archive;
	char path[32];
	struct buf bytes;
	struct buf said; /* of the file and its records, as they lie */
};

static void
setup(struct desk *d)
{
	*d = (struct desk){ .in = arena_new(), .path = "/tmp/edges-XXXXXX" };
	d->bytes.in = d->said.in = d->in;
	d->archive = archive_new();
}

static void
explain_part(struct desk *d, uint32_t id, uint32_t part)
{
	const struct record *r = archive_record(d->archive, id);
	struct err e = { "" };
	struct article t;
	struct str raw;

	assert_true(archive_read(
	    d->archive, id, part, ARTICLE_PART, d->in, &raw, &e));
	t = article_read(d->in, raw, part, part ? 0 : r->head, PLAIN_READABLE);
	explain_record(&d->said, &t, d->archive, id);
}

/* Writes the bytes to a file, reads it, and says what it found. */
static void
read_bytes(struct desk *d)
{
	int fd = mkstemp(d->path);
	struct err e = { "" };
	const uint32_t *ids;
	uint32_t n, i, part;

	assert_true(fd >= 0);
	check_int("written", write(fd, d->bytes.ptr, d->bytes.len),
	    d->bytes.len);
	close(fd);
	assert_true(archive_add(d->archive, d->path, &e));
	archive_finish(d->archive);
	unlink(d->path);
	ids = archive_as_they_lie(d->archive, d->in);
	n = archive_count(d->archive);
	explain_file(&d->said, d->archive, 0, ids, n);
	for (i = 0; i < n; i++)
		for (part = 0;
		    part < archive_record(d->archive, ids[i])->len;
		    part += ARTICLE_PART)
			explain_part(d, ids[i], part);
}

static void
teardown(struct desk *d)
{
	archive_free(d->archive);
	arena_free(d->in);
}

static bool
says(const struct desk *d, const char *words)
{
	return memmem(d->said.ptr, d->said.len, words, strlen(words)) != NULL;
}

static void
add_words(struct buf *b, size_t bytes)
{
	while (bytes > 0) {
		struct str words = str_head(STR("salt and rope and "), bytes);

		buf_add(b, words);
		bytes -= words.len;
	}
}

static void
test_marker_in_a_long_line(void **state)
{
	struct desk d;

	(void)state;
	setup(&d);
	buf_add(&d.bytes, STR(" date 2023-04-01 One | Quay Post\n\n"));
	add_words(&d.bytes, 30000);
	buf_add(&d.bytes, STR("tar. date 2023-04-02 PORT ELLEN — Two "));
	add_words(&d.bytes, 14158);
	read_bytes(&d);
	assert_true(says(&d, "reports 2: 1 exact, 1 joined\n"));
	assert_true(says(&d, "record 30038+"));
	assert_true(says(&d, "dateline 17..27 “PORT ELLEN” by R7\n"));
	teardown(&d);
}

static void
test_many_on_one_day(void **state)
{
	struct desk d;
	uint32_t i;

	(void)state;
	setup(&d);
	for (i = 0; i < 3210; i++)
		buf_addf(&d.bytes, " date 2023-04-01 Report %u | Quay\n\n%u.\n",
		    i, i);
	read_bytes(&d);
	assert_true(says(&d, "reports 3210: 3210 exact\n"));
	for (i = 0; i < 3210; i++)
		check_int("in their order", archive_at(d.archive, i), i);
	teardown(&d);
}

static void
test_one_line_of_a_megabyte(void **state)
{
	struct desk d;

	(void)state;
	setup(&d);
	buf_add(&d.bytes, STR(" date 2023-04-01 One | Quay Post\n\n"));
	add_words(&d.bytes, 1200000);
	read_bytes(&d);
	assert_true(says(&d, "reports 1: 1 exact\n"));
	assert_true(says(&d, "record 0+1200034 of "));
	assert_true(says(&d, "part 1048576..1200034 of record 0+1200034"));
	teardown(&d);
}

static void
test_a_marker_after_a_nul(void **state)
{
	struct desk d;

	(void)state;
	setup(&d);
	add_words(&d.bytes, 9000);
	buf_add(&d.bytes, STR("\n date 2023-04-01 One\n\nA nul: "));
	buf_addc(&d.bytes, '\0');
	buf_add(&d.bytes, STR(" and on.\n"));
	read_bytes(&d);
	assert_true(says(&d, "reports 2: 1 exact, 1 undated\n"));
	assert_true(says(&d, "warning control characters: 1, first at byte 29"));
	teardown(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marker_in_a_long_line),
		cmocka_unit_test(test_many_on_one_day),
		cmocka_unit_test(test_one_line_of_a_megabyte),
		cmocka_unit_test(test_a_marker_after_a_nul),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
