#ifndef DATELINE_TEST_QUOTES_H
#define DATELINE_TEST_QUOTES_H

/* What the tests of quotes and speakers share: a text whose lines are
 * paragraphs, or headings if they begin with '#'. */

#include "test.h"

#include "dateline/report/quote.h"

struct found {
	struct str text;
	struct quote *quotes;
	size_t n;
};

static inline struct found
find_quotes(struct arena *a, struct str text)
{
	struct found f = { .text = text };
	struct head head = { .title_rule = "" };
	struct block *blocks = NULL;
	size_t n = 0, cap = 0, at = 0;

	while (at < text.len) {
		const char *nl =
		    memchr(text.ptr + at, '\n', text.len - at);
		size_t end = nl ? (size_t)(nl - text.ptr) : text.len;
		struct block b = { .rule = "" };

		if (end > at) {
			bool heading = text.ptr[at] == '#';

			b.kind = heading ? BLOCK_HEADING : BLOCK_TEXT;
			b.at = span_of(at + heading, end);
			*arena_push(a, struct block, blocks, n, cap) = b;
		}
		at = end + 1;
	}
	f.n = quote_read(a, text, &head, blocks, n, &f.quotes);
	return f;
}

#endif
