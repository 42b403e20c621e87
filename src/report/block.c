/* Cut an article into headings, paragraphs, posts and promotions.  Each pass
 * knows one thing: paragraphs are cut, posts (R10) and headings in bold (R8)
 * are seen by themselves, promotions (R11a) by their repetition, and what is
 * still text may be a plain heading (R9). */
#include "dateline/report/block.h"

#include <stdlib.h>

#include "block_heading.h"
#include "block_lines.h"
#include "block_post.h"
#include "dateline/text/letter.h"
#include "paragraph.h"

enum { TEASER_MAX = 80 }; /* characters of what may announce a promotion */

struct blocks {
	const struct plain *text;
	struct block *v;
	size_t n, cap;
};

static struct str
block_text(const struct blocks *b, size_t i)
{
	return i < b->n ? str_of(b->text->text, b->v[i].at)
			: (struct str){ "", 0 };
}

static void
add(struct blocks *b, struct arena *a, struct span at, enum block_lines lines)
{
	*arena_push(a, struct block, b->v, b->n, b->cap) =
	    (struct block){ .at = at, .lines = lines, .rule = "" };
}

static void
cut(struct blocks *b, struct arena *a, size_t at)
{
	struct str text = b->text->text;
	struct span span;

	while (paragraph_next(text, &at, &span)) {
		enum block_lines lines = lines_judge(text, span);
		size_t from = span.off, to;

		if (lines != LINES_FLOW) {
			add(b, a, span, lines);
			continue;
		}
		for (; from < span_end(span); from = to) {
			to = lines_paragraph(text, span, from);
			add(b, a, letter_trim_span(text, span_of(from, to)),
			    lines);
		}
	}
}

static void
mark(struct block *b, enum block_kind kind, const char *rule)
{
	b->kind = kind;
	b->rule = rule;
}

static void
find_posts(struct blocks *b)
{
	size_t i;

	for (i = 0; i < b->n; i++) {
		struct span said, author;

		if (!post_read(b->text->text, b->v[i].at, &said, &author))
			continue;
		mark(&b->v[i], BLOCK_POST, "R10");
		b->v[i].said = said;
		b->v[i].author = author;
	}
}

static void
find_styled_headings(struct blocks *b)
{
	size_t i, run = 0;

	for (i = 0; i < b->n && run < b->text->run_n; i++)
		if (b->v[i].kind == BLOCK_TEXT &&
		    heading_is_styled(b->text, b->v[i].at, &run))
			mark(&b->v[i], BLOCK_HEADING, "R8");
}

static void
find_plain_headings(struct blocks *b)
{
	size_t i;

	for (i = 0; i + 1 < b->n; i++)
		if (b->v[i].kind == BLOCK_TEXT &&
		    b->v[i + 1].kind != BLOCK_HEADING &&
		    b->v[i + 1].kind != BLOCK_PROMO &&
		    heading_is_plain(block_text(b, i), block_text(b, i + 1)))
			mark(&b->v[i], BLOCK_HEADING, "R9");
}

/* One block that may be a repetition of another. */
struct copy {
	struct str text;
	size_t block;
};

/* By text, then by place.  Sorting bytes costs the same for any input, which
 * cannot be said of a hash. */
static int
by_text(const void *x, const void *y)
{
	const struct copy *a = x, *b = y;
	size_t n = a->text.len < b->text.len ? a->text.len : b->text.len;
	int order = memcmp(a->text.ptr, b->text.ptr, n);

	if (order != 0)
		return order;
	if (a->text.len != b->text.len)
		return a->text.len < b->text.len ? -1 : 1;
	return a->block < b->block ? -1 : a->block > b->block;
}

/* Makes promotions of all copies whose text occurs twice or more. */
static void
mark_copies(struct blocks *b, struct copy *copies, size_t n)
{
	size_t from, to;

	if (n > 1)
		qsort(copies, n, sizeof(*copies), by_text);
	for (from = 0; from < n; from = to) {
		for (to = from + 1; to < n; to++)
			if (!str_eq(copies[from].text, copies[to].text))
				break;
		for (size_t i = from; to - from > 1 && i < to; i++) {
			struct block *one = &b->v[copies[i].block];

			mark(one, BLOCK_PROMO, "R11a");
			one->twins = (uint32_t)(to - from);
		}
	}
}

static size_t
list_posts(const struct blocks *b, struct copy *copies)
{
	size_t i, n = 0;

	for (i = 0; i < b->n; i++)
		if (b->v[i].kind == BLOCK_POST)
			copies[n++] = (struct copy){ block_text(b, i), i };
	return n;
}

/* The short blocks directly before a repeated post: "Let us know!". */
static size_t
list_teasers(const struct blocks *b, struct copy *copies)
{
	size_t i, n = 0;

	for (i = 0; i + 1 < b->n; i++)
		if (b->v[i].kind == BLOCK_TEXT &&
		    b->v[i + 1].kind == BLOCK_PROMO &&
		    b->v[i].at.len <= TEASER_MAX * UTF8_MAX &&
		    letter_count(block_text(b, i)) <= TEASER_MAX)
			copies[n++] = (struct copy){ block_text(b, i), i };
	return n;
}

static void
find_promos(struct blocks *b, struct arena *a)
{
	struct copy *copies = arena_array(a, struct copy, b->n);
	size_t n = list_posts(b, copies);

	if (n < 2)
		return;
	mark_copies(b, copies, n);
	mark_copies(b, copies, list_teasers(b, copies));
}

size_t
block_read(struct arena *a, const struct plain *text, const struct head *head,
    struct block **blocks)
{
	struct blocks b = { .text = text };

	cut(&b, a, head->body);
	find_posts(&b);
	find_styled_headings(&b);
	find_promos(&b, a);
	find_plain_headings(&b);
	*blocks = b.v;
	return b.n;
}

void
block_drop_plain_headings(struct block *blocks, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(blocks[i].rule, "R9") == 0)
			mark(&blocks[i], BLOCK_TEXT, "");
}

void
block_mark_repeats(struct block *blocks, size_t n, struct str text,
    const struct repeats *repeats, uint64_t source)
{
	size_t i;

	for (i = 0; i < n && repeats->n > 0; i++) {
		struct block *b = &blocks[i];
		uint32_t times;

		if (b->kind != BLOCK_TEXT && b->kind != BLOCK_POST)
			continue;
		times = repeats_times(repeats, source, str_of(text, b->at));
		if (times == 0)
			continue;
		mark(b, BLOCK_PROMO, "R11b");
		b->twins = times;
		b->is_boilerplate = true;
	}
}

char
block_letter(enum block_kind kind)
{
	return "phtb"[kind];
}
