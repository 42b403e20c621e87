#ifndef DATELINE_TEST_QUOTES_H
#define DATELINE_TEST_QUOTES_H

/* What the tests of quotes and speakers share: a text whose lines are
 * paragraphs, or headings if they begin with '#'. */

#include "test.h"

#include "dateline/base/buf.h"
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

/* A text, and for each quote in it that is no term one line: speaker, mention if
 * it differs, rule. */
struct speaker_row {
	const char *name;
	const char *text;
	const char *want;
};

static inline void
print_speaker(struct buf *out, const struct found *f, const struct quote *q)
{
	struct str speaker = str_of(f->text, q->speaker);
	struct str mention = str_of(f->text, q->mention);

	buf_add(out, speaker);
	if (mention.len > 0 && !str_eq(mention, speaker))
		buf_addf(out, " (%.*s)", (int)mention.len, mention.ptr);
	if (q->rule[0] != '\0')
		buf_addf(out, " %s", q->rule);
}

static inline void
check_speakers(const struct speaker_row *rows, size_t row_n)
{
	struct arena *a = arena_new();
	size_t i, j, n;

	for (i = 0; i < row_n; i++) {
		struct found f = find_quotes(a, str_c(rows[i].text));
		struct buf out = { .in = a };

		for (j = n = 0; j < f.n; j++) {
			if (f.quotes[j].kind == QUOTE_TERM)
				continue;
			if (n++ > 0)
				buf_addc(&out, '\n');
			print_speaker(&out, &f, &f.quotes[j]);
		}
		check_str(rows[i].name, buf_str(&out), rows[i].want);
		arena_reset(a);
	}
	arena_free(a);
}

#endif
