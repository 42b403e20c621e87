/* Any words in any mode, asked of any report: raw bytes and the article must
 * agree about how many hits there are.  The first byte is the mode, the second
 * the length of the words; the words and the report follow. */
#include <locale.h>
#include <stdlib.h>

#include "../../src/find/query_parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
ask(const struct query *q, struct str raw)
{
	struct arena *a = arena_new();
	struct article_how how = { .form = PLAIN_READABLE,
		.depth = query_depth(q) };
	struct article t = article_read_as(a, raw, 0, 0, &how);
	struct span *hits, all = span_of(0, raw.len);
	size_t n = query_article(q, a, &t, &hits);
	uint32_t count;

	for (size_t i = 0; i < n; i++)
		if (span_end(hits[i]) > t.text.text.len ||
		    (i > 0 && hits[i].off < span_end(hits[i - 1])))
			abort();
	if (n > 0 && !query_may_hold(q, a, raw, 0))
		abort();
	if (!query_is_within(q, q) && !q->regex)
		abort();
	if (!query_must_read(q, raw, 0, 0)) {
		query_count_each(
		    q, a, raw, (struct places){ 0 }, &all, 1, &count);
		if (count != n)
			abort();
	}
	arena_free(a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = str_skip((struct str){ (const char *)data, size }, 2);
	struct str words = str_head(rest, size > 1 ? data[1] : 0);
	struct err e = { "" };
	struct query *q;

	setlocale(LC_ALL, "C.UTF-8");
	q = query_new(words, (enum query_mode)(size ? data[0] % 3 : 0), &e);
	if (q)
		ask(q, str_skip(rest, words.len));
	else if (e.text[0] == '\0')
		abort();
	query_free(q);
	return 0;
}
