/* A key names a command; a command changes the reader.  Everything a person can
 * ask passes through reader_do(). */
#include <stdio.h>

#include "dateline/text/letter.h"
#include "parts.h"

/* The next or previous pane that is there at this size. */
static void
focus_by(struct reader *r, int by)
{
	static const enum pane ring[] = { PANE_DATES, PANE_TEXT, PANE_QUOTES };
	size_t at = 0;

	while (ring[at] != r->focus)
		at++;
	do {
		at = (at + COUNT(ring) + (size_t)by) % COUNT(ring);
		r->focus = ring[at];
		if (r->layout.shape == SHAPE_SINGLE)
			break;
	} while ((r->focus == PANE_DATES && !r->layout.dates.cols) ||
	    (r->focus == PANE_QUOTES && !r->layout.quotes.cols));
	layout_again(r);
}

static void
focus_text(struct reader *r)
{
	if (r->focus == PANE_TEXT)
		return;
	r->focus = PANE_TEXT;
	layout_again(r);
}

static void
line_by(struct reader *r, long by)
{
	if (r->focus == PANE_DATES)
		cursor_by(r, by);
	else if (r->focus == PANE_QUOTES)
		quote_by(r, by);
	else
		scroll_by(r, by);
}

/* The first or last line, date or quote. */
static void
end_of_pane(struct reader *r, long by)
{
	const struct article *t = &r->open.article;

	if (r->focus == PANE_DATES) {
		cursor_by(r, by);
	} else if (r->focus == PANE_QUOTES && reader_quote_count(r) > 0) {
		size_t i = by < 0 ? 0 : t->quote_n - 1;

		while (!reader_lists(&t->quotes[i]))
			i += by < 0 ? 1 : (size_t)-1;
		r->open.quote = i;
		quote_show(r);
		r->open.quote = i;
	} else {
		scroll_to(r, by < 0 ? 0 : r->open.page.n);
	}
}

static void
open_selected(struct reader *r)
{
	if (r->focus == PANE_DATES && dates_unfold(r)) {
		return;
	} else if (r->focus == PANE_DATES && order_count(r->order) > 0) {
		uint32_t id = order_at(r->order, r->cursor);

		if (id != r->open.id) {
			place_remember(r, place_here(r));
			reader_open(r, (struct place){ id, 0 });
		}
		focus_text(r);
	} else if (r->focus == PANE_QUOTES) {
		quote_show(r);
		if (r->layout.shape == SHAPE_SINGLE)
			focus_text(r);
	} else {
		scroll_by(r, 1);
	}
}

/* Opens or folds the promotions that are on the screen. */
static void
unfold(struct reader *r)
{
	const struct page *p = &r->open.page;
	size_t end = r->open.top + (size_t)r->layout.rows;
	bool open = false, any = false;

	for (size_t i = r->open.top; i < p->n && i < end; i++)
		open = open || p->rows[i].kind == ROW_FOLD;
	for (size_t i = r->open.top; i < p->n && i < end; i++) {
		size_t b = p->rows[i].block;

		if (p->rows[i].kind != ROW_FOLD && p->rows[i].kind != ROW_PROMO)
			continue;
		for (; b < r->open.article.block_n &&
		     r->open.article.blocks[b].kind == BLOCK_PROMO; b++)
			r->open.folding[b] = open ? OPENED_BY_HAND : FOLDED;
		any = true;
	}
	if (any)
		page_again(r);
	else
		message_set(r, "nothing is folded here");
}

static void
fold_or_unfold(struct reader *r)
{
	if (r->focus == PANE_DATES)
		dates_fold(r);
	else
		unfold(r);
}

static void
toggle_original(struct reader *r)
{
	r->view.original = !r->view.original;
	if (!article_again(r)) {
		r->view.original = !r->view.original;
		return;
	}
	if (r->view.original)
		message_set(r, "letters as the file has them; %u hidden, x: back",
		    r->open.article.text.hidden);
}

static void
go_back(struct reader *r, long steps)
{
	if (r->back_n == 0) {
		message_set(r, "nowhere to go back to");
		return;
	}
	r->back_n -= steps < (long)r->back_n ? (size_t)steps : r->back_n;
	reader_open(r, r->back[r->back_n]);
}

static void
show_all(struct reader *r)
{
	if (!scope_is_narrowed(&r->scope)) {
		message_set(r, "all reports are shown: D narrows them, as in "
			       "2023-03..");
		return;
	}
	reader_widen(r);
	message_set(r, "all %u reports", scope_count(&r->scope));
}

/* q and Esc leave what is in front first. */
static bool
leave(struct reader *r)
{
	if (r->sheet.kind != SHEET_NONE) {
		if (!sheet_back(r))
			sheet_show(r, SHEET_NONE);
	} else if (r->focus != PANE_TEXT && r->layout.shape == SHAPE_SINGLE) {
		focus_text(r);
	} else {
		return sheet_back(r);
	}
	return true;
}

static void
cancel(struct reader *r)
{
	if (found_stop(r) || leave(r))
		return;
	found_drop(r);
	find_set(r, STR(""), QUERY_FOLDED);
	focus_text(r);
}

static void
change_view(struct reader *r, enum command c, long count)
{
	struct view *v = &r->view;
	int step = (c == CMD_WIDER ? 2 : -2) * (int)(count < 99 ? count : 99);
	int wide = r->layout.measure + step;

	switch (c) {
	case CMD_LIST_QUOTES:
		v->quotes_other ^= r->layout.shape != SHAPE_SINGLE;
		break;
	case CMD_DATES_PANE:
		v->dates_hidden = !v->dates_hidden;
		break;
	case CMD_TEXT_ONLY:
		v->text_only = !v->text_only;
		break;
	default:
		v->measure = wide < MEASURE_MIN ? MEASURE_MIN
		    : wide > MEASURE_MAX	? MEASURE_MAX
						: wide;
	}
	if (r->layout.shape != SHAPE_SINGLE)
		r->focus = PANE_TEXT;
	else if (c == CMD_LIST_QUOTES)
		r->focus = r->focus == PANE_QUOTES ? PANE_TEXT : PANE_QUOTES;
	layout_again(r);
	if (c == CMD_WIDER && r->layout.measure < wide)
		message_set(r, "lines of %d columns: there is no room for more",
		    r->layout.measure);
	else if (c == CMD_WIDER || c == CMD_NARROWER)
		message_set(r, "lines of %d columns", r->layout.measure);
}

static void
go_percent(struct reader *r, long percent)
{
	scroll_to(r, top_max(r) * (size_t)(percent < 100 ? percent : 100) / 100);
}

/* Moving about; false when `c` is something else. */
static bool
do_move(struct reader *r, enum command c, struct str words, long n)
{
	switch (c) {
	case CMD_LINE_DOWN: line_by(r, n); break;
	case CMD_LINE_UP: line_by(r, -n); break;
	case CMD_PAGE_DOWN: page_by(r, 2 * n); break;
	case CMD_PAGE_UP: page_by(r, -2 * n); break;
	case CMD_HALF_DOWN: page_by(r, n); break;
	case CMD_HALF_UP: page_by(r, -n); break;
	case CMD_TOP: end_of_pane(r, -(long)UINT32_MAX); break;
	case CMD_BOTTOM: end_of_pane(r, (long)UINT32_MAX); break;
	case CMD_PERCENT: go_percent(r, n); break;
	case CMD_NEXT_REPORT: report_by(r, n); break;
	case CMD_PREVIOUS_REPORT: report_by(r, -n); break;
	case CMD_LATER_DATE: date_by(r, n); break;
	case CMD_EARLIER_DATE: date_by(r, -n); break;
	case CMD_NEXT_QUOTE: quote_by(r, n); break;
	case CMD_PREVIOUS_QUOTE: quote_by(r, -n); break;
	case CMD_NEXT_HEADING: heading_by(r, n); break;
	case CMD_PREVIOUS_HEADING: heading_by(r, -n); break;
	case CMD_NEXT_HIT: find_by(r, n); break;
	case CMD_PREVIOUS_HIT: find_by(r, -n); break;
	case CMD_ONLY_FOUND: found_only(r); break;
	case CMD_OPEN: open_selected(r); break;
	case CMD_UNFOLD: fold_or_unfold(r); break;
	case CMD_SIDE_RIGHT: side_by(r, n); break;
	case CMD_SIDE_LEFT: side_by(r, -n); break;
	case CMD_ORIGINAL: toggle_original(r); break;
	case CMD_WHERE: sheet_show(r, SHEET_WHERE); break;
	case CMD_CALENDAR: when_show(r, SHEET_CALENDAR); break;
	case CMD_TIMELINE: reader_show_timeline(r, NULL, STR("")); break;
	case CMD_BACK: go_back(r, n); break;
	case CMD_ALL_REPORTS: show_all(r); break;
	case CMD_LIST_BY: list_by(r, words); break;
	default: return false;
	}
	return true;
}

/* Needs no report to be open. */
static enum errand
do_program(struct reader *r, enum command c, long n)
{
	switch (c) {
	case CMD_NEXT_PANE: focus_by(r, 1); break;
	case CMD_PREVIOUS_PANE: focus_by(r, -1); break;
	case CMD_LIST_QUOTES:
	case CMD_DATES_PANE:
	case CMD_TEXT_ONLY:
	case CMD_WIDER:
	case CMD_NARROWER: change_view(r, c, n); break;
	case CMD_HELP: sheet_show(r, SHEET_HELP); break;
	case CMD_PROBLEMS: sheet_show(r, SHEET_PROBLEMS); break;
	case CMD_CANCEL: cancel(r); break;
	case CMD_REDRAW: return ERRAND_REDRAW;
	case CMD_RELOAD: return ERRAND_RELOAD;
	case CMD_SUSPEND: return ERRAND_SUSPEND;
	case CMD_QUIT: return leave(r) ? ERRAND_NONE : ERRAND_QUIT;
	case CMD_QUIT_NOW: return ERRAND_QUIT;
	default: break;
	}
	return ERRAND_NONE;
}

static void
say_unknown(struct reader *r, struct str name)
{
	enum command one = command_complete(name, 0);
	enum command two = command_complete(name, 1);

	if (two == CMD_COUNT)
		message_set(r, "no such command: %.*s", (int)name.len, name.ptr);
	else
		message_set(r, "%.*s may be %s, %s …: Tab completes",
		    (int)name.len, name.ptr, command_info(one)->name,
		    command_info(two)->name);
}

/* "go-to-date 2023-03": a command by its name, and its words. */
static enum errand
do_line(struct reader *r, struct str line)
{
	const char *blank;
	struct str name;
	enum command c;

	line = letter_trim(line);
	if (line.len == 0)
		return ERRAND_NONE;
	blank = memchr(line.ptr, ' ', line.len);
	name = str_head(line, blank ? (size_t)(blank - line.ptr) : line.len);
	c = command_find(name);
	if (c == CMD_COUNT || c == CMD_COMMAND_LINE) {
		say_unknown(r, name);
		return ERRAND_NONE;
	}
	line = letter_trim(str_skip(line, name.len));
	if (command_info(c)->argument == ARGUMENT_WORDS && line.len == 0) {
		ask_words(r, c);
		return ERRAND_NONE;
	}
	return reader_do(r, c, line);
}

/* The number after a command's name; 1 when it is none. */
static long
count_parse(struct str words)
{
	long n = 0;

	for (size_t i = 0; i < words.len && n < 100000000; i++) {
		if (words.ptr[i] < '0' || words.ptr[i] > '9')
			return 1;
		n = n * 10 + (words.ptr[i] - '0');
	}
	return n > 0 ? n : 1;
}

/* Commands that leave a place for another one far away in the same report; a
 * report that is opened remembers the last by itself. */
static bool
is_jump(enum command c)
{
	return c == CMD_TOP || c == CMD_BOTTOM || c == CMD_PERCENT ||
	    c == CMD_NEXT_HEADING || c == CMD_PREVIOUS_HEADING ||
	    c == CMD_NEXT_QUOTE || c == CMD_PREVIOUS_QUOTE ||
	    c == CMD_NEXT_HIT || c == CMD_PREVIOUS_HIT;
}

static void
do_jump(struct reader *r, enum command c, long n)
{
	struct place from = place_here(r);
	size_t top = r->open.top;

	do_move(r, c, STR(""), n);
	if (r->open.id == from.id && r->open.top != top)
		place_remember(r, from);
}

enum errand
reader_do(struct reader *r, enum command c, struct str words)
{
	long n = r->count > 0 ? (long)r->count : c != CMD_PERCENT;
	enum errand e;

	if (c == CMD_COMMAND_LINE)
		return do_line(r, words);
	if (command_info(c)->argument == ARGUMENT_COUNT && words.len > 0)
		n = count_parse(words);
	if (quotes_do(r, c, words, &e))
		return e;
	if (!r->open.is)
		return do_program(r, c, n);
	if (c == CMD_GOTO_DATE) {
		date_goto(r, words, 0);
	} else if (c == CMD_FIND_ALL) {
		found_set(r, words, QUERY_FOLDED);
		sheet_show(r, SHEET_FOUND);
	} else if (c == CMD_FIND) {
		find_set(r, words, QUERY_FOLDED);
		find_from(r, page_offset(&r->open.page, r->open.top));
	} else if (is_jump(c)) {
		do_jump(r, c, n);
	} else if (!marks_do(r, c, n) && !do_move(r, c, words, n)) {
		return do_program(r, c, n);
	}
	return ERRAND_NONE;
}

bool
reader_can(const struct reader *r, enum command c)
{
	uint32_t here = reader_place(r), day = place_by_date(r);
	const struct article *t = &r->open.article;
	uint32_t dated = scope_dated(&r->scope);

	if (r->sheet.kind == SHEET_CALENDAR || r->sheet.kind == SHEET_TIMELINE)
		return when_can(r, c);
	if (c == CMD_OPEN && r->sheet.kind != SHEET_NONE)
		return r->sheet.now < r->sheet.n;
	if (!r->open.is)
		return c == CMD_QUIT || c == CMD_HELP;
	switch (c) {
	case CMD_PAGE_DOWN:
		return !reader_at_end(r) || reader_next_part(r) > 0 ||
		    here + 1 < scope_count(&r->scope);
	case CMD_NEXT_REPORT:
		return here + 1 < scope_count(&r->scope);
	case CMD_PREVIOUS_REPORT:
		return here > 0;
	case CMD_LATER_DATE:
		return day < dated &&
		    scope_date(&r->scope, dated - 1) >
			scope_date(&r->scope, day);
	case CMD_EARLIER_DATE:
		return dated > 0 &&
		    (day >= dated ||
			scope_date(&r->scope, 0) <
			    scope_date(&r->scope, day));
	case CMD_NEXT_QUOTE:
		return here + 1 < scope_count(&r->scope) ||
		    (r->open.quote < t->quote_n &&
			reader_quote_number(r, r->open.quote) <
			    reader_quote_count(r));
	case CMD_LIST_QUOTES:
		return r->open.quote < t->quote_n;
	case CMD_NEXT_HIT:
		return r->find.hit_n > 0 ||
		    (r->find.everywhere && hunt_count(r->hunter.hunt) > 0);
	case CMD_BACK:
		return r->back_n > 0;
	case CMD_WHO:
		return t->quote_n > 0;
	case CMD_ALL_REPORTS:
		return scope_is_narrowed(&r->scope);
	case CMD_NEXT_UNREAD:
		return unread_after(&r->unread, r->order, here) <
		    order_count(r->order);
	case CMD_ONLY_UNREAD:
		return r->unread.n > 0 && !r->only_unread;
	default:
		return true;
	}
}
