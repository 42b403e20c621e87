/* Any text: quotes lie inside it, at the borders of characters and in their
 * blocks, in order and without overlap, and the groups only rise.  The first
 * byte says whether the rest is text or, each byte, a word of a small language
 * that is all quotes. */
#include <stdlib.h>

#include "dateline/base/buf.h"
#include "dateline/report/quote.h"
#include "dateline/text/plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(bool ok)
{
	if (!ok)
		abort();
}

static const char *const words[] = { "“", "”", "\"", "'", "‘", "’", "''", "``",
	"„", "«", "»", "「", "」", " ", " ", " ", ", ", ". ", "? ", ": ",
	" — ", "\n\n", "(", ")", "said ", "she ", "he ", "it ", "who ", "that ",
	"as ", "and ", "according to ", "the ", "of ", "Ann ", "Ferrow ",
	"Ferrow’s ", "Mr. ", "Sen. ", "a baker ", "saying ", "was called ",
	"by ", "Tuesday ", "later ", "the Inn ", "6'2\" ", "put it ", "tub ",
	"It is late", "’90s ", "lawmakers’ ", "with ", "in ", "FERROW",
	"today", "Anna “Nan” ", "\xF0\x9F\x9A\xA2", "é", "今日", "in Ann’s view ",
	"asked", "- ", "FERROW: ", "der ", "die ", "nach Angaben von ", "sagte ",
	"hat ", "le ", "les ", "dit-il", "a-t-elle déclaré ", "d’Ulm ", "selon ",
	"el ", "los ", "según ", "dijo ", "van der Meer ", "her remark ",
	"Ohio Gov. and ", "close to ", "some ", "released " };

static struct str
spell(struct arena *a, const uint8_t *data, size_t size)
{
	struct buf b = { .in = a };
	size_t i;

	for (i = 0; i < size; i++)
		buf_add(&b, str_c(words[data[i] % COUNT(words)]));
	return buf_str(&b);
}

static void
check_span(struct str text, struct span s)
{
	check(span_end(s) <= text.len);
	check(utf8_floor(text, s.off) == s.off);
	check(utf8_floor(text, span_end(s)) == span_end(s));
}

static void
check_quote(
    struct str text, const struct block *blocks, const struct quote *q)
{
	const struct span at = blocks[q->block].at;

	check_span(text, q->whole);
	check_span(text, q->words);
	check_span(text, q->mention);
	check_span(text, q->speaker);
	check_span(text, q->cue);
	check(q->words.len > 0 && q->words.off >= q->whole.off);
	check(span_end(q->words) <= span_end(q->whole));
	check(q->whole.off >= at.off && span_end(q->whole) <= span_end(at));
	check(q->kind <= QUOTE_TERM && q->how <= QUOTE_NONE);
	check((q->how == QUOTE_NONE) == (q->speaker.len == 0));
	check((q->how == QUOTE_NONE) == (q->rule[0] == '\0'));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct str raw = { (const char *)data, size };
	struct plain p;
	struct head head;
	struct block *blocks;
	struct quote *q;
	size_t block_n, n, i;

	if (size > 0 && data[0] % 2 == 0)
		raw = spell(a, data + 1, size - 1);
	p = plain_make(a, raw, 0, PLAIN_READABLE);
	head = head_read(p.text, 0);
	block_n = block_read(a, &p, &head, &blocks);
	n = quote_read(a, p.text, &head, blocks, block_n, &q);
	for (i = 0; i < n; i++) {
		check_quote(p.text, blocks, &q[i]);
		if (i == 0)
			continue;
		check(q[i].whole.off >= span_end(q[i - 1].whole));
		check(q[i].group >= q[i - 1].group);
	}
	arena_free(a);
	return 0;
}
