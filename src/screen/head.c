/* The head row over the panes, the rule below it, the bars between them. */
#include "panes.h"

#include "dateline/archive/date.h"

/* The head of the pane that has the focus stands out. */
static enum paint
head_paint(const struct drawing *d, enum pane pane)
{
	return d->reader->focus == pane ? PAINT_TITLE : PAINT_BAR;
}

static struct str
count_text(const struct drawing *d, size_t n, const char *what)
{
	struct buf b = { .in = d->frame };

	if (n == 0)
		buf_addf(&b, "no %ss", what);
	else
		buf_addf(&b, "%zu %s%s", n, what, n == 1 ? "" : "s");
	return buf_str(&b);
}

/* "Thursday 23 March 2023", or three letters of each name. */
static struct str
date_text(const struct drawing *d, bool names_whole)
{
	const struct opened *o = &d->reader->open;
	const struct record *rec =
	    archive_record(d->reader->archive, o->id);
	int letters = names_whole ? 9 : 3;
	struct buf b = { .in = d->frame };
	struct ymd when;

	if (rec->date != DATE_NONE) {
		when = date_ymd(rec->date);
		buf_addf(&b, "%.*s %d %.*s %04d", letters,
		    date_weekday_name(date_weekday(rec->date)), when.day,
		    letters, date_month_name(when.month), when.year);
	} else if (rec->bad_date) {
		buf_add(&b,
		    str_of(o->article.text.text, o->article.head.date));
		buf_add(&b, STR(", no such day"));
	} else {
		buf_add(&b, STR("Undated"));
	}
	return buf_str(&b);
}

/* "report 2/68"; with a dot when it is unread and no list says so. */
static struct str
place_text(const struct drawing *d, const char *what)
{
	const struct reader *r = d->reader;
	struct buf b = { .in = d->frame };

	if (!r->layout.dates.cols && unread_has(&r->unread, r->open.id))
		buf_add(&b, STR("• "));
	buf_addf(&b, "%s%u/%u", what, reader_place(r) + 1,
	    scope_count(&r->scope));
	return buf_str(&b);
}

/* "68 reports", "12 of 68 reports"; without the word, where it has no room. */
static struct str
reports_text(const struct drawing *d, bool word)
{
	const struct scope *s = &d->reader->scope;
	size_t all = archive_count(d->reader->archive), n = scope_count(s);
	struct buf b = { .in = d->frame };

	if (scope_is_narrowed(s))
		buf_addf(&b, "%zu of ", n);
	if (word)
		buf_add(&b, count_text(d, all, "report"));
	else
		buf_addf(&b, "%zu", all);
	return buf_str(&b);
}

/* "by file", "by source 43%"; nothing by date. */
static struct str
order_text(const struct drawing *d)
{
	struct order *o = d->reader->order;
	struct buf b = { .in = d->frame };

	if (order_by(o) == ORDER_DATE)
		return STR("");
	buf_addf(&b, "by %s", order_by_name(order_by(o)));
	if (order_percent(o) < 100)
		buf_addf(&b, " %d%%", order_percent(o));
	return buf_str(&b);
}

/* "3 unread" of all reports; nothing when none is, or only some are shown. */
static struct str
unread_text(const struct drawing *d, int room)
{
	const struct reader *r = d->reader;
	struct buf b = { .in = d->frame };

	if (r->unread.n == 0 || scope_is_narrowed(&r->scope))
		return STR("");
	buf_addf(&b, "%u unread", r->unread.n);
	if (glyph_columns(buf_str(&b)) <= room)
		return buf_str(&b);
	b = (struct buf){ .in = d->frame };
	buf_addf(&b, "• %u", r->unread.n);
	return buf_str(&b);
}

/* "68 reports, 3 unread by file", in parts. */
struct dates_head {
	struct str reports;
	struct str unread;
	struct str by;
};

static int
dates_head_cols(const struct dates_head *h)
{
	return glyph_columns(h->reports) + glyph_columns(h->unread) +
	    glyph_columns(h->by) +
	    (h->reports.len > 0 && h->unread.len > 0 ? 2 : 0) +
	    (h->by.len > 0 ? 2 : 0);
}

/* As much of it as there is room for. */
static struct dates_head
dates_head(const struct drawing *d, int room)
{
	struct dates_head h = { reports_text(d, true), unread_text(d, room),
		order_text(d) };

	if (dates_head_cols(&h) > room)
		h.reports =
		    h.unread.len > 0 ? STR("") : reports_text(d, false);
	if (dates_head_cols(&h) > room && h.by.len > 0)
		h.reports = h.unread = STR("");
	return h;
}

static void
draw_dates_head(const struct drawing *d)
{
	const struct pane_box *box = &d->reader->layout.dates;
	struct dates_head h = dates_head(d, box->cols - 1);
	enum paint paint = head_paint(d, PANE_DATES);
	int end = box->col + box->cols, col = box->col + 1;

	col = canvas_text(d->canvas, 0, col, end, h.reports, paint);
	if (h.reports.len > 0 && h.unread.len > 0)
		col = canvas_text(d->canvas, 0, col, end, STR(", "), paint);
	col = canvas_text(d->canvas, 0, col, end, h.unread, PAINT_KEY);
	if (h.by.len > 0 && col > box->col + 1)
		col++;
	col = canvas_text(d->canvas, 0, col, end, h.by, paint);
	if (d->reader->indexing)
		canvas_text(d->canvas, 0, col, end, STR("…"), PAINT_FAINT);
}

static void
draw_text_head(const struct drawing *d)
{
	const struct reader *r = d->reader;
	const struct layout *l = &r->layout;
	int col = l->text.col + l->indent;
	int right = l->text.col + l->text.cols - 2;
	int end = col + l->measure < right ? col + l->measure : right;
	struct str day = date_text(d, l->shape == SHAPE_WIDE);
	struct str place = place_text(d, "report ");
	int at = end - glyph_columns(place);

	if (r->view.original)
		place = STR("original letters");
	col = canvas_text_cut(d->canvas, 0, col, end, day, head_paint(d, PANE_TEXT));
	if (at > col + 2)
		canvas_text(d->canvas, 0, end - glyph_columns(place), end,
		    place, PAINT_FAINT);
}

/* Where there is no status row: "only Mar 2023". */
static int
draw_scope(const struct drawing *d, int col, int end)
{
	struct buf b = { .in = d->frame };

	buf_add(&b, STR("only "));
	scope_print(&d->reader->scope, &b);
	return canvas_text_cut(d->canvas, 0, col, end, buf_str(&b), PAINT_KEY);
}

/* One pane: "Thu 23 Mar 2023  2/2  Xi Jinping". */
static void
draw_single_head(const struct drawing *d)
{
	const struct reader *r = d->reader;
	const struct opened *o = &r->open;
	int col = 1, end = r->cols - 1;

	if (r->focus == PANE_DATES) {
		draw_dates_head(d);
		return;
	}
	col = canvas_text_cut(
	    d->canvas, 0, col, end, date_text(d, false), PAINT_BAR);
	col = canvas_text(
	    d->canvas, 0, col + 2, end, place_text(d, ""), PAINT_FAINT);
	if (scope_is_narrowed(&r->scope))
		col = draw_scope(d, col + 2, end);
	if (r->focus == PANE_QUOTES)
		canvas_text_cut(d->canvas, 0, col + 2, end,
		    count_text(d, reader_quote_count(r), "quote"), PAINT_BAR);
	else if (o->quote < o->article.quote_n)
		canvas_text_cut(d->canvas, 0, col + 2, end,
		    quote_speaker(r, &o->article.quotes[o->quote]),
		    PAINT_SPEAKER);
}

static void
draw_bar(const struct drawing *d, int col)
{
	const struct layout *l = &d->reader->layout;

	for (int row = 0; row < l->body + l->rows; row++)
		canvas_text(d->canvas, row, col, col + 1,
		    row == 1 ? STR("┼") : STR("│"), PAINT_RULE);
}

void
head_draw(const struct drawing *d)
{
	const struct reader *r = d->reader;
	const struct layout *l = &r->layout;

	if (l->shape == SHAPE_BARE)
		return;
	if (l->shape == SHAPE_SINGLE) {
		if (r->open.is)
			draw_single_head(d);
		return;
	}
	for (int col = 0; col < r->cols; col++)
		canvas_text(d->canvas, 1, col, col + 1, STR("─"), PAINT_RULE);
	if (l->dates.cols) {
		draw_dates_head(d);
		draw_bar(d, l->dates.cols);
	}
	if (r->open.is)
		draw_text_head(d);
	if (l->quotes.cols) {
		draw_bar(d, l->quotes.col - 1);
		if (r->open.is)
			canvas_text(d->canvas, 0, l->quotes.col + 2, r->cols,
			    count_text(d, reader_quote_count(r), "quote"),
			    head_paint(d, PANE_QUOTES));
	}
}
