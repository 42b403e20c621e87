/* A page of lines that covers the panes.  Help is made of the one table of
 * commands, so it shows the keys that work. */
#include "dateline/reader/sheet.h"

#include "dateline/text/glyph.h"
#include "dateline/text/wrap.h"
#include "parts.h"
#include "sheet_parts.h"

enum {
	KEYS_COLS = 22,
	SENTENCE_MIN = 20,
	FIRST_LOOK = 256 * 1024, /* bytes read before problems are shown */
};

void
sheet_add(struct reader *r, struct sheet_row row)
{
	struct sheet *s = &r->sheet;

	*arena_push(r->sheet_in, struct sheet_row, s->rows, s->n, s->cap) = row;
}

void
sheet_add_text(struct reader *r, struct sheet_row row)
{
	int cols = r->cols - row.indent - 1;
	struct str text = row.text;
	struct span *lines;
	size_t n = wrap_lines(r->sheet_in, text, span_of(0, text.len),
	    cols > 0 ? cols : 1, &lines);

	for (size_t i = 0; i < n; i++) {
		row.text = str_of(text, lines[i]);
		sheet_add(r, row);
		row.left = STR("");
	}
}

static void
add_command(struct reader *r, enum command c)
{
	const struct command_info *info = command_info(c);
	struct sheet_row row = { .left = str_c(info->keys),
		.text = str_c(info->sentence), .indent = 2 + KEYS_COLS };
	struct buf b = { .in = r->sheet_in };

	if (row.left.len == 0) {
		buf_addf(&b, ":%s", info->name);
		row.left = buf_str(&b);
	}
	if (r->cols - row.indent < SENTENCE_MIN) {
		sheet_add(r, (struct sheet_row){ .left = row.left });
		row.left = STR("");
		row.indent = 4;
	}
	sheet_add_text(r, row);
}

static void
make_help(struct reader *r)
{
	r->sheet.title = "Keys";
	for (size_t g = 0; g < GROUP_COUNT; g++) {
		if (g > 0)
			sheet_add(r, (struct sheet_row){ .text = STR("") });
		sheet_add(r, (struct sheet_row){
			.text = str_c(command_group_name((enum command_group)g)),
			.indent = 1,
			.paint = PAINT_MONTH });
		for (size_t c = 0; c < CMD_COUNT; c++)
			if (command_info((enum command)c)->group == g)
				add_command(r, (enum command)c);
	}
}

static const struct sheet_ops kinds[SHEET_KINDS] = {
	[SHEET_HELP] = { .make = make_help },
	[SHEET_PROBLEMS] = { .make = sheet_make_problems,
	    .step = sheet_step_problems },
	[SHEET_WHERE] = { .make = sheet_make_where },
	[SHEET_WHO] = { .make = sheet_make_who,
	    .row = sheet_row_who,
	    .leads = list_leads,
	    .step = sheet_step_who,
	    .perform = sheet_perform_who,
	    .keeps = list_keeps },
	[SHEET_SPEAKERS] = { .make = sheet_make_speakers,
	    .row = sheet_row_speakers,
	    .leads = list_leads,
	    .step = sheet_step_speakers,
	    .perform = sheet_perform_speakers,
	    .keeps = list_keeps },
	[SHEET_CALENDAR] = { .make = sheet_make_calendar,
	    .perform = sheet_perform_calendar },
	[SHEET_TIMELINE] = { .make = sheet_make_timeline,
	    .perform = sheet_perform_timeline },
	[SHEET_FOUND] = { .make = sheet_make_found,
	    .row = found_row,
	    .leads = found_leads,
	    .perform = found_perform },
};

struct sheet_row
sheet_row(const struct reader *r, size_t i, struct arena *in)
{
	const struct sheet *s = &r->sheet;

	return s->rows ? s->rows[i] : kinds[s->kind].row(r, i, in);
}

static bool
leads(const struct reader *r, size_t i)
{
	const struct sheet *s = &r->sheet;

	return s->rows ? s->rows[i].leads : kinds[s->kind].leads(r, i);
}

static size_t
top_most(const struct sheet *s)
{
	size_t room = s->room > 0 ? (size_t)s->room : 0;

	return s->n > room ? s->n - room : 0;
}

/* The next row from `i` on that leads somewhere; n when there is none. */
static size_t
row_that_leads(const struct reader *r, size_t i, int by)
{
	size_t n = r->sheet.n;

	while (i < n && !leads(r, i))
		i = by < 0 && i == 0 ? n : i + (size_t)by;
	return i < n ? i : n;
}

void
sheet_again(struct reader *r)
{
	const struct layout *l = &r->layout;
	struct sheet *s = &r->sheet;
	size_t top = s->top, now = s->now;

	if (s->kind == SHEET_NONE)
		return;
	arena_reset(r->sheet_in);
	*s = (struct sheet){ .kind = s->kind };
	s->first = l->shape == SHAPE_BARE ? 0 : 2;
	s->room = (l->status >= 0 ? l->status
		      : l->hints >= 0 ? l->hints
				      : r->rows) - s->first;
	kinds[s->kind].make(r);
	s->now = now < s->n && leads(r, now) ? now : row_that_leads(r, 0, 1);
	s->top = top < top_most(s) ? top : top_most(s);
}

void
sheet_show(struct reader *r, enum sheet_kind kind)
{
	r->sheet = (struct sheet){
		.kind = r->sheet.kind == kind ? SHEET_NONE : kind
	};
	r->under.kind = SHEET_NONE;
	sheet_step(r, FIRST_LOOK);
	sheet_again(r);
}

bool
sheet_back(struct reader *r)
{
	struct sheet_view to = r->under;

	if (to.kind == SHEET_NONE)
		return false;
	sheet_show(r, to.kind);
	r->sheet.top = to.top;
	r->sheet.now = to.now;
	sheet_again(r);
	return true;
}

bool
sheet_step(struct reader *r, size_t bytes)
{
	const struct sheet_ops *ops = &kinds[r->sheet.kind];
	bool more;

	if (!ops->step)
		return false;
	more = ops->step(r, bytes);
	r->busy |= more;
	sheet_again(r);
	return more;
}

void
sheet_narrowed(struct reader *r)
{
	r->sheet.n = r->sheet.top = r->sheet.now = 0;
	sheet_step(r, FIRST_LOOK);
}

bool
sheet_keeps(const struct reader *r, enum command c)
{
	const struct sheet_ops *ops = &kinds[r->sheet.kind];

	return ops->keeps && ops->keeps(c);
}

/* Selects the row that leads somewhere `by` of them on; false when there is
 * nothing to select. */
static bool
select_row(struct reader *r, long by)
{
	struct sheet *s = &r->sheet;
	size_t now = s->now;

	if (now == s->n)
		return false;
	for (; by != 0; by += by > 0 ? -1 : 1) {
		size_t next = row_that_leads(
		    r, by > 0 ? now + 1 : now - 1, by > 0 ? 1 : -1);

		if (next == s->n) {
			s->top = by < 0 ? 0 : s->top;
			break;
		}
		now = next;
	}
	s->now = now;
	if (now < s->top)
		s->top = now;
	if (now >= s->top + (size_t)s->room)
		s->top = now - (size_t)s->room + 1;
	return true;
}

bool
sheet_open_row(struct reader *r)
{
	struct sheet *s = &r->sheet;
	struct arena *scratch;
	struct sheet_row row;
	struct sheet_view view = { s->kind, s->top, s->now };

	if (s->now >= s->n)
		return false;
	scratch = arena_new();
	row = sheet_row(r, s->now, scratch);
	arena_free(scratch);
	sheet_show(r, SHEET_NONE);
	place_remember(r, place_here(r));
	if (reader_open(r, (struct place){ row.id, row.raw }))
		r->under = view;
	return true;
}

static void
scroll_sheet(struct sheet *s, long by)
{
	size_t most = top_most(s);

	if (by < 0)
		s->top = s->top > (size_t)-by ? s->top - (size_t)-by : 0;
	else
		s->top = s->top + (size_t)by < most ? s->top + (size_t)by : most;
}

bool
sheet_perform(struct reader *r, enum command c)
{
	struct sheet *s = &r->sheet;
	long page = s->room > 2 ? s->room - 1 : 1;
	long n = r->count > 0 ? (long)r->count : 1;

	if (kinds[s->kind].perform && kinds[s->kind].perform(r, c))
		return true;
	if ((c == CMD_LINE_DOWN || c == CMD_LINE_UP) &&
	    select_row(r, c == CMD_LINE_DOWN ? n : -n))
		return true;
	switch (c) {
	case CMD_OPEN: return sheet_open_row(r);
	case CMD_LINE_DOWN: scroll_sheet(s, n); break;
	case CMD_LINE_UP: scroll_sheet(s, -n); break;
	case CMD_PAGE_DOWN: scroll_sheet(s, n * page); break;
	case CMD_PAGE_UP: scroll_sheet(s, -n * page); break;
	case CMD_HALF_DOWN: scroll_sheet(s, n * page / 2); break;
	case CMD_HALF_UP: scroll_sheet(s, -n * page / 2); break;
	case CMD_TOP: s->top = 0; break;
	case CMD_BOTTOM: s->top = top_most(s); break;
	default: return false;
	}
	return true;
}
