#ifndef DATELINE_TEST_FLAW_H
#define DATELINE_TEST_FLAW_H

/* What must be true of any reader and of any picture, whatever was pressed.
 * Each function says in a word what is wrong, or NULL when all is well, so unit
 * tests and fuzzers share them. */

#include "dateline/screen/screen.h"

static inline const char *
flaw_of_glyph(const struct glyph *g)
{
	struct str bytes = { g->bytes, g->len };
	size_t at = 0, n;
	uint32_t cp;
	bool ok;

	if (g->len == 0 || g->len > GLYPH_MAX)
		return "a cell without a character";
	if (g->cols > 2 || glyph_columns(bytes) != g->cols)
		return "a character of another width";
	for (; (n = utf8_check(bytes, at, &cp, &ok)) > 0; at += n) {
		if (!ok)
			return "an ill-formed character";
		if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
			return "a control character";
		if (glyph_is_hidden(cp))
			return "a hidden character";
	}
	return NULL;
}

static inline const char *
flaw_of_row(const struct canvas *c, int row)
{
	const char *flaw;

	for (int col = 0; col < c->cols; col++) {
		const struct cell *cell = canvas_cell(c, row, col);

		if (cell->paint >= PAINT_COUNT)
			return "no such paint";
		if (cell->glyph.cols == 0)
			return "half a wide character";
		flaw = flaw_of_glyph(&cell->glyph);
		if (flaw)
			return flaw;
		if (cell->glyph.cols == 1)
			continue;
		if (++col == c->cols || cell[1].glyph.cols != 0 ||
		    cell[1].glyph.len != 0)
			return "a wide character without its other half";
	}
	return NULL;
}

static inline const char *
flaw_of_canvas(const struct canvas *c)
{
	const char *flaw = NULL;

	if (c->cursor_row < 0 || c->cursor_row >= c->rows)
		return "the cursor is in no row";
	if (c->cursor_col < 0 || c->cursor_col >= c->cols)
		return "the cursor is in no column";
	for (int row = 0; row < c->rows && !flaw; row++)
		flaw = flaw_of_row(c, row);
	return flaw;
}

static inline bool
cell_is(const struct canvas *c, int row, int col, const char *what)
{
	const struct glyph *g = &canvas_cell(c, row, col)->glyph;

	return str_eq((struct str){ g->bytes, g->len }, str_c(what));
}

/* The bars stand between the panes, from the head to the foot, unbroken. */
static inline const char *
flaw_of_bars(const struct reader *r, const struct canvas *c)
{
	const struct layout *l = &r->layout;

	if (r->sheet.kind != SHEET_NONE || l->shape < SHAPE_NOTES)
		return NULL;
	for (int row = 0; row < l->body + l->rows; row++) {
		const char *bar = row == 1 ? "┼" : "│";
		bool foot = row == r->rows - 1 && l->status < 0;

		if (foot)
			continue;
		if (l->dates.cols && !cell_is(c, row, l->dates.cols, bar))
			return "no bar beside the dates";
		if (l->quotes.cols && !cell_is(c, row, l->quotes.col - 1, bar))
			return "no bar beside the quotes";
	}
	return NULL;
}

static inline bool
pane_is_shown(const struct reader *r, enum pane pane)
{
	const struct layout *l = &r->layout;

	switch (pane) {
	case PANE_DATES:
		return l->dates.cols > 0;
	case PANE_QUOTES:
		return l->quotes.cols > 0;
	default:
		return l->text.cols > 0;
	}
}

static inline const char *
flaw_of_opened(const struct reader *r)
{
	const struct opened *o = &r->open;
	size_t rows = (size_t)r->layout.rows;

	if (o->id >= archive_count(r->archive))
		return "no such report";
	if (scope_count(&r->scope) > 0 && !scope_has(&r->scope, o->id))
		return "what is open is outside of the scope";
	if (o->page.n > rows ? o->top > o->page.n - rows : o->top != 0)
		return "scrolled beyond the end";
	if (o->quote > o->article.quote_n)
		return "no such quote";
	if (o->quote < o->article.quote_n &&
	    !reader_lists(&o->article.quotes[o->quote]))
		return "the current quote is not listed";
	if (o->quote == o->article.quote_n && reader_quote_count(r) > 0)
		return "no quote is the current one";
	if (o->anchor > o->article.text.text.len)
		return "the place is behind the text";
	return NULL;
}

static inline const char *
flaw_of_reader(const struct reader *r)
{
	uint32_t n = scope_count(&r->scope);

	if (r->layout.rows < 1)
		return "no row for the body";
	if (r->cursor >= (n > 0 ? n : 1))
		return "the selected date is behind the list";
	if (!pane_is_shown(r, r->focus))
		return "the focus is in a pane that is not shown";
	if (r->prompt.len > PROMPT_MAX || r->find.wanted.len > PROMPT_MAX)
		return "too many words";
	if (r->find.hit_n ? r->find.now >= r->find.hit_n : r->find.now != 0)
		return "no such hit";
	if (!memchr(r->message, '\0', sizeof(r->message)))
		return "a message without an end";
	if (r->back_n > PLACES_MAX)
		return "too many places";
	return r->open.is ? flaw_of_opened(r) : NULL;
}

#endif
