/* An article in rows: title and source, then block after block with one blank
 * row between them.  Rows point into the article's text; nothing is copied. */
#include "dateline/reader/page.h"

#include "dateline/text/wrap.h"

enum { HANG = 2 }; /* columns */

struct maker {
	struct arena *in;
	const struct article *article;
	struct page page;
	size_t cap;
};

static struct row *
add_row(struct maker *m, struct span at, size_t block, enum row_kind kind)
{
	struct row *row =
	    arena_push(m->in, struct row, m->page.rows, m->page.n, m->cap);

	*row = (struct row){ at, (uint32_t)block, (uint8_t)kind, 0 };
	return row;
}

static void
add_blank(struct maker *m, size_t block)
{
	if (m->page.n > 0)
		add_row(m, (struct span){ 0 }, block, ROW_BLANK);
}

static void
add_lines(struct maker *m, struct span para, size_t block, enum row_kind kind)
{
	struct span *lines;
	size_t n = wrap_lines(
	    m->in, m->article->text.text, para, m->page.cols, &lines);

	for (size_t i = 0; i < n; i++)
		add_row(m, lines[i], block, kind);
}

static void
add_head(struct maker *m)
{
	const struct head *h = &m->article->head;

	if (h->title.len > 0)
		add_lines(m, h->title, 0, ROW_TITLE);
	if (h->source.len > 0)
		add_lines(m, h->source, 0, ROW_SOURCE);
}

static enum row_kind
row_kind_of(enum block_kind kind)
{
	switch (kind) {
	case BLOCK_HEADING:
		return ROW_HEADING;
	case BLOCK_POST:
		return ROW_POST;
	case BLOCK_PROMO:
		return ROW_PROMO;
	default:
		return ROW_TEXT;
	}
}

/* A line is a row, whatever its length. */
static void
add_table(struct maker *m, struct span at, size_t block)
{
	struct str text = m->article->text.text;
	size_t from = at.off, end = span_end(at);

	while (from < end) {
		const char *nl = memchr(text.ptr + from, '\n', end - from);
		size_t to = nl ? (size_t)(nl - text.ptr) : end;

		add_row(m, span_of(from, to), block, ROW_TABLE);
		from = to + 1;
	}
}

/* Lines of a text that was wrapped before; `hang`: all but the first one are
 * set in, as those of an item are. */
static void
add_flow(struct maker *m, struct span at, size_t block, enum row_kind kind,
    int hang)
{
	int cols = m->page.cols > 2 * hang ? m->page.cols - hang : m->page.cols;
	struct span *lines;
	size_t n =
	    wrap_flow(m->in, m->article->text.text, at, cols, &lines);

	for (size_t i = 0; i < n; i++)
		add_row(m, lines[i], block, kind)->indent =
		    (uint8_t)(i > 0 ? m->page.cols - cols : 0);
}

static void
add_block(struct maker *m, size_t i)
{
	const struct block *b = &m->article->blocks[i];
	enum row_kind kind = row_kind_of(b->kind);
	struct str text = m->article->text.text;
	struct span piece;
	size_t at = 0;

	if (b->lines == LINES_TABLE)
		add_table(m, block_shown(text, b), i);
	else if (b->lines == LINES_KEPT)
		add_lines(m, block_shown(text, b), i, kind);
	else
		while (block_piece(text, b, &at, &piece))
			add_flow(m, piece, i, kind,
			    b->lines == LINES_LIST ? HANG : 0);
}

/* One row for the folded promotions from block `i` on; returns the block after
 * them. */
static size_t
add_fold(struct maker *m, const uint8_t *folding, size_t i)
{
	const struct block *blocks = m->article->blocks;
	size_t first = i;

	while (i < m->article->block_n && blocks[i].kind == BLOCK_PROMO &&
	    blocks[i].is_boilerplate == blocks[first].is_boilerplate &&
	    folding[i] == FOLDED)
		i++;
	add_row(m, span_of(blocks[first].at.off, span_end(blocks[i - 1].at)),
	    first, ROW_FOLD);
	return i;
}

struct page
page_make(struct arena *a, const struct article *t, const uint8_t *folding,
    int cols, bool margin)
{
	struct maker m = { .in = a, .article = t, .page.cols = cols };
	size_t i = 0;

	if (margin)
		add_row(&m, (struct span){ 0 }, 0, ROW_BLANK);
	add_head(&m);
	while (i < t->block_n) {
		const struct block *b = &t->blocks[i];

		if (m.page.n > (size_t)margin)
			add_blank(&m, i);
		if (b->kind == BLOCK_PROMO && folding[i] == FOLDED) {
			i = add_fold(&m, folding, i);
		} else {
			add_block(&m, i);
			i++;
		}
	}
	return m.page;
}

uint32_t
page_offset(const struct page *p, size_t row)
{
	while (row < p->n && p->rows[row].kind == ROW_BLANK)
		row++;
	return row < p->n ? p->rows[row].at.off : 0;
}

size_t
page_row(const struct page *p, uint32_t at)
{
	size_t low = 0, high = p->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (page_offset(p, mid) <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low > 0 ? low - 1 : 0;
}

size_t
page_fold_size(
    const struct article *t, const struct row *fold, uint32_t *times)
{
	size_t n = 0;

	*times = 0;
	for (size_t i = fold->block; i < t->block_n; i++, n++) {
		if (t->blocks[i].at.off >= span_end(fold->at))
			break;
		if (t->blocks[i].twins > *times)
			*times = t->blocks[i].twins;
	}
	return n;
}
