/* The foot of the screen: one row that says where we are, or asks for words, and
 * the hints below it. */
#include "panes.h"

#include <inttypes.h>

enum { ASIDE_MIN = 20 }; /* columns beside what is typed */

/* "quote 1 of 5: Xi Jinping, by “said”" */
static struct str
quote_info(const struct drawing *d)
{
	const struct opened *o = &d->reader->open;
	struct str text = o->article.text.text, who;
	struct buf b = { .in = d->frame };
	const struct quote *q;

	if (!o->is || o->quote >= o->article.quote_n)
		return STR("");
	q = &o->article.quotes[o->quote];
	who = quote_speaker(d->reader, q);
	buf_addf(&b, "quote %zu of %zu: %.*s",
	    reader_quote_number(d->reader, o->quote),
	    reader_quote_count(d->reader), (int)who.len, who.ptr);
	if (o->whose[o->quote].yours)
		buf_add(&b, STR(", by you"));
	else if (q->cue.len > 0)
		buf_addf(&b, ", by “%.*s”", (int)q->cue.len,
		    text.ptr + q->cue.off);
	return buf_str(&b);
}

/* "hit 3/17, report 2/9": of all that was found. */
static void
add_found(const struct drawing *d, struct buf *b)
{
	const struct hunt *h = d->reader->hunter.hunt;
	const struct finder *f = &d->reader->find;
	uint32_t n = hunt_count(h);
	uint32_t place = hunt_place(h, d->reader->open.id);

	if (place == n || hunt_at(h, place).id != d->reader->open.id) {
		buf_addf(b, "not here, in %u report%s", n, n == 1 ? "" : "s");
		return;
	}
	if (f->shown && f->hit_n > 0 && d->reader->open.part == 0)
		buf_addf(b, "hit %" PRIu64 "/%" PRIu64 ", ",
		    hunt_hits_before(h, place) + f->now + 1, hunt_hits(h));
	buf_addf(b, "report %u/%u", place + 1, n);
}

/* "“visit” 3/17" */
static struct str
find_info(const struct drawing *d)
{
	const struct finder *f = &d->reader->find;
	const struct wanted *w = &f->wanted;
	struct buf b = { .in = d->frame };

	if (!w->query || (!f->everywhere && !f->shown && f->hit_n == 0))
		return STR("");
	buf_addf(&b, "“%.*s” ", (int)w->len, w->words);
	if (f->everywhere)
		add_found(d, &b);
	else if (f->shown)
		buf_addf(&b, "%zu/%zu", f->hit_n ? f->now + 1 : 0, f->hit_n);
	else
		buf_addf(&b, "–/%zu", f->hit_n);
	return buf_str(&b);
}

/* What is odd about the open report, and what could not be opened at all. */
static void
add_oddities(const struct drawing *d, struct buf *b, const char *gap)
{
	const struct reader *r = d->reader;
	const struct record *rec = archive_record(r->archive, r->open.id);
	uint32_t problems = archive_problem_count(r->archive);

	if (rec->how == HOW_JOINED)
		buf_addf(b, "%sjoined to the one before it", b->len ? gap : "");
	if (r->open.article.text.bad > 0)
		buf_addf(b, "%snot all of it is UTF-8", b->len ? gap : "");
	if (problems > 0)
		buf_addf(b, "%s%u could not be opened, :problems",
		    b->len ? gap : "", problems);
}

/* What an open prompt for words to find says of them. */
static struct str
find_aside(const struct drawing *d)
{
	const struct reader *r = d->reader;
	const struct wanted *w = r->prompt.asks == CMD_FIND_ALL
	    ? &r->hunter.wanted
	    : &r->find.wanted;

	if (r->prompt.len > 0 && w->why.text[0] != '\0')
		return str_c(w->why.text);
	return r->prompt.asks == CMD_FIND ? find_info(d) : STR("");
}

/* "end. Space: next, TITLE", or that there is none. */
static struct str
end_info(const struct drawing *d)
{
	const struct reader *r = d->reader;
	uint32_t next = reader_place(r) + 1;
	struct buf b = { .in = d->frame };
	const struct label *label;

	if (reader_next_part(r) > 0)
		return STR("end of this part. Space: the next part");
	add_oddities(d, &b, ", ");
	if (b.len > 0)
		buf_add(&b, STR("   "));
	if (next >= order_count(r->order)) {
		buf_add(&b, next == 1 ? STR("end")
			: order_by(r->order) != ORDER_DATE ||
			    scope_dated(&r->scope) != next
			? STR("last; K previous")
			: scope_is_narrowed(&r->scope)
			? STR("newest of these; K previous")
			: STR("newest; K previous"));
		return buf_str(&b);
	}
	label = labels_get(r->labels, order_at(r->order, next));
	buf_addf(&b, "end. Space: next, %.*s", (int)label->len, label->text);
	return buf_str(&b);
}

static struct str
path_info(const struct drawing *d)
{
	const struct reader *r = d->reader;
	const struct record *rec = archive_record(r->archive, r->open.id);
	uint32_t hidden = r->open.article.text.hidden;
	struct buf b = { .in = d->frame };

	buf_add(&b, str_c(archive_path(r->archive, rec->source)));
	add_oddities(d, &b, "   ");
	if (hidden > 0)
		buf_addf(&b, "   %u hidden %s", hidden,
		    hidden == 1 ? "character" : "characters");
	return buf_str(&b);
}

/* Where the report was written (R7). */
static struct str
place_info(const struct drawing *d)
{
	const struct article *t = &d->reader->open.article;

	return d->reader->open.is
	    ? str_of(t->text.text, t->head.dateline)
	    : STR("");
}

static int
percent_seen(const struct reader *r)
{
	size_t seen = r->open.top + (size_t)r->layout.rows;

	if (r->open.page.n == 0 || seen >= r->open.page.n)
		return 100;
	return (int)(seen * 100 / r->open.page.n);
}

static void
draw_prompt(const struct drawing *d, int row)
{
	const struct reader *r = d->reader;
	struct str aside = STR("");
	int col = 1, end = r->cols;

	if (r->prompt.asks == CMD_GOTO_DATE)
		aside = foot_date_preview(d);
	else if (r->prompt.asks == CMD_FIND || r->prompt.asks == CMD_FIND_ALL)
		aside = find_aside(d);
	col = canvas_text(d->canvas, row, col, end,
	    str_c(prompt_label(&r->prompt)), PAINT_KEY);
	col = canvas_text(d->canvas, row, col, end,
	    text_end(prompt_text(&r->prompt), end - 1 - col), PAINT_PROMPT);
	d->canvas->cursor_row = row;
	d->canvas->cursor_col = col < end ? col : end - 1;
	d->canvas->cursor_shown = true;
	if (col + 3 + glyph_columns(aside) < end)
		canvas_text(d->canvas, row, end - 1 - glyph_columns(aside), end,
		    aside, PAINT_FAINT);
	else if (col + ASIDE_MIN < end)
		canvas_text_cut(
		    d->canvas, row, col + 2, end - 1, aside, PAINT_FAINT);
}

/* What the status row says on its left: a message, else what matters most where
 * there is no room for all of it. */
static struct str
status_text(const struct drawing *d, struct str middle)
{
	const struct reader *r = d->reader;
	bool wide = r->layout.shape == SHAPE_WIDE;

	if (r->message[0] != '\0')
		return str_c(r->message);
	if (!r->open.is)
		return archive_problem_count(r->archive)
		    ? str_c(archive_problem(r->archive, 0))
		    : STR("");
	if (reader_at_end(r) && (wide || middle.len == 0 ||
		(r->open.top > 0 && !r->find.shown)))
		return end_info(d);
	return wide ? path_info(d) : middle;
}

/* "only Mar 2023 (a: all)" */
static struct str
scope_info(const struct drawing *d)
{
	const struct reader *r = d->reader;
	char name[2 * KEY_NAME];
	struct buf b = { .in = d->frame };

	if (!scope_is_narrowed(&r->scope))
		return STR("");
	keymap_key_name(&r->keymap, CMD_ALL_REPORTS, name);
	buf_add(&b, STR("only "));
	scope_print(&r->scope, &b);
	buf_addf(&b, " (%s: all)", name);
	return buf_str(&b);
}

/* Draws a text that ends before column `end`; returns where it begins, with
 * `room` columns left free before it. */
static int
draw_right(const struct drawing *d, int row, int end, struct str text,
    enum paint paint, int room)
{
	int col = end - glyph_columns(text);

	if (text.len == 0 || col < room)
		return end;
	canvas_text(d->canvas, row, col, end, text, paint);
	return col - room;
}

static void
status_draw(const struct drawing *d, int row)
{
	const struct reader *r = d->reader;
	struct str middle = find_info(d), shown;
	struct buf b = { .in = d->frame }, left = { .in = d->frame };
	int end = r->cols - 1;

	if (middle.len == 0)
		middle = quote_info(d);
	shown = status_text(d, middle);
	if (middle.len == 0)
		middle = place_info(d);
	glyph_line(&left, shown.len == 0 ? middle : shown);
	if (r->open.is) {
		buf_addf(&b, "%3d%%", percent_seen(r));
		canvas_text(
		    d->canvas, row, end - 4, end, buf_str(&b), PAINT_FAINT);
		end -= 6;
	}
	end = draw_right(d, row, end, scope_info(d), PAINT_KEY, 3);
	if (r->layout.shape == SHAPE_WIDE && middle.len > 0 &&
	    glyph_columns(middle) < end / 2)
		end = draw_right(d, row, end - 4, middle, PAINT_FAINT, 2);
	canvas_text_cut(d->canvas, row, 1, end, buf_str(&left),
	    r->message[0] ? PAINT_PROMPT : PAINT_FAINT);
}

/* Where there is no status row, what must be said takes the last one; a date,
 * which has something to say there, too, the one above it. */
void
foot_draw(const struct drawing *d)
{
	const struct reader *r = d->reader;
	const struct layout *l = &r->layout;
	bool both = l->hints >= 0 && r->prompt.asks == CMD_GOTO_DATE;
	int row = l->status >= 0 ? l->status : r->rows - 1 - both;
	bool must = prompt_is_open(&r->prompt) ||
	    (l->shape != SHAPE_BARE && r->message[0] != '\0') ||
	    (l->shape == SHAPE_SINGLE && r->find.shown);

	if (l->hints >= 0 && (l->status >= 0 || !must || both))
		foot_hints_draw(d, l->hints);
	if (!must && (l->status < 0 || r->sheet.kind != SHEET_NONE))
		return;
	if (l->status < 0)
		for (int col = 0; col < r->cols; col++)
			canvas_text(
			    d->canvas, row, col, r->cols, STR(" "), PAINT_TEXT);
	if (prompt_is_open(&r->prompt))
		draw_prompt(d, row);
	else
		status_draw(d, row);
}
