/* The rows of one report for --list and --dump: for people, or as JSON Lines. */
#include "print_parts.h"

#include "dateline/text/json.h"
#include "dateline/text/letter.h"
#include "dateline/text/wrap.h"

size_t
print_list(struct printer *p, const struct report *r)
{
	const struct head *h = &r->article.head;

	if (p->options->count)
		return 1;
	if (p->options->json) {
		json_open(&p->out);
		json_head(p, r);
		json_warnings(p, r);
		json_close(&p->out);
		return 1;
	}
	add_date(p, r);
	buf_add(&p->out, STR("  "));
	add_title(p, r);
	if (h->source.len > 0) {
		buf_add(&p->out, STR("  | "));
		add_line(p, r, h->source);
	}
	buf_addc(&p->out, '\n');
	return 1;
}

/* A paragraph, wrapped if that was asked for. */
static void
add_paragraph(struct printer *p, const struct report *r, struct span s)
{
	struct str text = r->article.text.text;
	struct span *lines;
	size_t n;

	if (p->options->width == 0) {
		add_text(p, text_of(r, s));
		buf_addc(&p->out, '\n');
		return;
	}
	n = wrap_lines(p->scan, text, s, p->options->width, &lines);
	for (size_t i = 0; i < n; i++) {
		add_text(p, text_of(r, lines[i]));
		buf_addc(&p->out, '\n');
	}
}

/* Text whose line ends say nothing. */
static void
add_flow(struct printer *p, const struct report *r, struct span s)
{
	struct str text = r->article.text.text;
	struct span *lines = &s;
	size_t n = 1;

	if (p->options->width > 0)
		n = wrap_flow(p->scan, text, s, p->options->width, &lines);
	for (size_t i = 0; i < n; i++) {
		add_line(p, r, lines[i]);
		buf_addc(&p->out, '\n');
	}
}

static void
add_block(struct printer *p, const struct report *r, const struct block *b)
{
	struct str text = r->article.text.text;
	struct span shown = block_shown(text, b), piece;
	size_t at = 0;

	if (b->lines == LINES_KEPT) {
		add_paragraph(p, r, shown);
	} else if (b->lines == LINES_TABLE) {
		add_text(p, text_of(r, shown));
		buf_addc(&p->out, '\n');
	} else {
		while (block_piece(text, b, &at, &piece))
			add_flow(p, r, piece);
	}
}

static void
json_blocks(struct printer *p, const struct report *r)
{
	json_array(&p->out, "blocks");
	for (size_t i = 0; i < r->article.block_n; i++)
		json_item(&p->out, text_of(r, r->article.blocks[i].at));
	json_array_end(&p->out);
}

size_t
print_dump(struct printer *p, const struct report *r)
{
	const struct head *h = &r->article.head;

	if (p->options->count)
		return 1;
	if (p->options->json) {
		json_open(&p->out);
		json_head(p, r);
		json_blocks(p, r);
		json_close(&p->out);
		return 1;
	}
	if (p->reports > 0)
		buf_add(&p->out, STR("\n----------\n\n"));
	add_date(p, r);
	buf_addc(&p->out, '\n');
	if (h->title.len > 0)
		add_paragraph(p, r, h->title);
	if (h->source.len > 0)
		add_paragraph(p, r, h->source);
	for (size_t i = 0; i < r->article.block_n; i++) {
		buf_addc(&p->out, '\n');
		add_block(p, r, &r->article.blocks[i]);
	}
	return 1;
}
