/* A page of lines that covers the panes.  Help is made of the one table of
 * commands, so it shows the keys that work. */
#include "dateline/reader/sheet.h"

#include "dateline/text/glyph.h"
#include "dateline/text/wrap.h"
#include "parts.h"

enum { KEYS_COLS = 22, SENTENCE_MIN = 20 };

static void
add_row(struct reader *r, struct sheet_row row)
{
	struct sheet *s = &r->sheet;

	*arena_push(r->sheet_in, struct sheet_row, s->rows, s->n, s->cap) = row;
}

/* A text that may take several rows; `left` stands beside the first. */
static void
add_text(struct reader *r, struct sheet_row row)
{
	int cols = r->cols - row.indent - 1;
	struct str text = row.text;
	struct span *lines;
	size_t n = wrap_lines(r->sheet_in, text, span_of(0, text.len),
	    cols > 0 ? cols : 1, &lines);

	for (size_t i = 0; i < n; i++) {
		row.text = str_of(text, lines[i]);
		add_row(r, row);
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
		add_row(r, (struct sheet_row){ .left = row.left });
		row.left = STR("");
		row.indent = 4;
	}
	add_text(r, row);
}

static void
make_help(struct reader *r)
{
	r->sheet.title = "Keys";
	for (size_t g = 0; g < GROUP_COUNT; g++) {
		if (g > 0)
			add_row(r, (struct sheet_row){ .text = STR("") });
		add_row(r, (struct sheet_row){
			.text = str_c(command_group_name((enum command_group)g)),
			.indent = 1,
			.paint = PAINT_MONTH });
		for (size_t c = 0; c < CMD_COUNT; c++)
			if (command_info((enum command)c)->group == g)
				add_command(r, (enum command)c);
	}
}

static void
make_problems(struct reader *r)
{
	uint32_t n = archive_problem_count(r->archive);

	r->sheet.title = "Problems";
	if (n == 0)
		add_row(r, (struct sheet_row){ .indent = 2,
			.text = STR("Everything could be read.") });
	for (uint32_t i = 0; i < n; i++) {
		struct buf b = { .in = r->sheet_in };

		glyph_gate(&b, str_c(archive_problem(r->archive, i)),
		    GATE_SCREEN);
		add_text(r, (struct sheet_row){ .indent = 2,
			.text = buf_str(&b) });
	}
}

static size_t
top_most(const struct sheet *s)
{
	size_t room = s->room > 0 ? (size_t)s->room : 0;

	return s->n > room ? s->n - room : 0;
}

void
sheet_again(struct reader *r)
{
	const struct layout *l = &r->layout;
	struct sheet *s = &r->sheet;
	size_t top = s->top;

	if (s->kind == SHEET_NONE)
		return;
	arena_reset(r->sheet_in);
	*s = (struct sheet){ .kind = s->kind };
	s->first = l->shape == SHAPE_BARE ? 0 : 2;
	s->room = (l->status >= 0 ? l->status
		      : l->hints >= 0 ? l->hints
				      : r->rows) - s->first;
	if (s->kind == SHEET_HELP)
		make_help(r);
	else
		make_problems(r);
	s->top = top < top_most(s) ? top : top_most(s);
}

void
sheet_show(struct reader *r, enum sheet_kind kind)
{
	r->sheet = (struct sheet){
		.kind = r->sheet.kind == kind ? SHEET_NONE : kind
	};
	sheet_again(r);
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
sheet_scroll(struct reader *r, enum command c)
{
	struct sheet *s = &r->sheet;
	long page = s->room > 2 ? s->room - 1 : 1;
	long n = r->count > 0 ? (long)r->count : 1;

	switch (c) {
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
