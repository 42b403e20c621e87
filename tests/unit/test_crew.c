/* Articles read by several threads are those that one thread reads, in the same
 * order. */
#include "test.h"

#include <locale.h>

#include "dateline/base/buf.h"
#include "dateline/find/crew.h"

enum { REPORTS = 700 };

/* What was taken over so far. */
struct seen {
	size_t n;
	struct arena *in;
};

/* Long and short ones, and one that is larger than a batch. */
static struct str
report(struct arena *a, uint32_t i)
{
	struct buf b = { .in = a };
	uint32_t n = i == 300 ? 900 : i % 7;

	buf_addf(&b, " date 2024-01-%02u Report %u\n\n", i % 28 + 1, i);
	for (uint32_t k = 0; k < n; k++)
		buf_addf(&b,
		    "“Boat %u of %u is in,” Ada Lund said.\n\n“We wait,” she"
		    " said.\n\n",
		    k, i);
	return buf_str(&b);
}

static void
take(void *self, const struct task *task, const struct article *t)
{
	struct seen *s = self;
	struct str raw = report(s->in, task->id);
	struct article alone = article_read_to(
	    s->in, raw, 0, task->marker, PLAIN_READABLE, ARTICLE_QUOTES);

	assert_int_equal(task->id, s->n);
	assert_int_equal(t->block_n, alone.block_n);
	assert_int_equal(t->quote_n, alone.quote_n);
	for (size_t i = 0; i < t->quote_n; i++) {
		assert_int_equal(
		    t->quotes[i].speaker.off, alone.quotes[i].speaker.off);
		assert_int_equal(t->quotes[i].how, alone.quotes[i].how);
	}
	assert_true(str_eq(t->text.text, alone.text.text));
	arena_reset(s->in);
	s->n++;
}

static void
read_all(unsigned threads, uint32_t reports, bool finish)
{
	struct seen seen = { .in = arena_new() };
	struct arena *in = arena_new();
	struct crew *c = crew_new(
	    &(struct article_how){ .depth = ARTICLE_QUOTES }, threads,
	    (struct crew_owner){ take, &seen });

	for (uint32_t i = 0; i < reports; i++) {
		struct task task = { .id = i,
			.marker = 17,
			.raw = report(in, i) };

		crew_add(c, task);
		/* it was copied */
		memset((char *)task.raw.ptr, '-', task.raw.len);
		arena_reset(in);
	}
	if (finish) {
		crew_finish(c);
		assert_int_equal(seen.n, reports);
		crew_finish(c);
		assert_int_equal(seen.n, reports);
	}
	crew_free(c);
	arena_free(seen.in);
	arena_free(in);
}

static void
test_order(void **state)
{
	(void)state;
	for (unsigned threads = 0; threads < 6; threads++)
		read_all(threads, REPORTS, true);
}

static void
test_few(void **state)
{
	(void)state;
	for (uint32_t reports = 0; reports < 12; reports++)
		read_all(3, reports, true);
}

/* Nobody waits for what is dropped. */
static void
test_dropped(void **state)
{
	(void)state;
	for (unsigned threads = 0; threads < 4; threads++)
		read_all(threads, REPORTS / 2, false);
	crew_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_few),
		cmocka_unit_test(test_dropped),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
