/* Help, made of the one table of commands, and the list of problems: pages that
 * cover the panes. */
#include "dateline/text/wrap.h"
#include "panes.h"

enum { KEYS_COLS = 22 };

/* "j Down C-n" with room for the sentence beside it. */
static void
add_command(const struct drawing *d, struct list *l, enum command c)
{
	const struct command_info *info = command_info(c);
	struct list_row row = { .indent = 2 + KEYS_COLS, .paint = PAINT_TEXT };
	struct buf b = { .in = d->frame };
	int cols = d->reader->cols - row.indent - 1;

	row.day = str_c(info->keys[0] ? info->keys : ":");
	if (!info->keys[0]) {
		buf_addf(&b, ":%s", info->name);
		row.day = buf_str(&b);
	}
	row.text = str_c(info->sentence);
	if (cols < 20) {
		list_add(d, l, (struct list_row){ .day = row.day });
		row.day = STR("");
		row.indent = 4;
		cols = d->reader->cols - 5;
	}
	list_add_text(d, l, row, cols > 1 ? cols : 1, 9);
}

static struct list
help_rows(const struct drawing *d)
{
	struct list l = { 0 };

	for (size_t g = 0; g < GROUP_COUNT; g++) {
		if (g > 0)
			list_add(d, &l, (struct list_row){ .text = STR("") });
		list_add(d, &l, (struct list_row){ .paint = PAINT_MONTH,
				    .indent = 1,
				    .text = str_c(command_group_name(
					(enum command_group)g)) });
		for (size_t c = 0; c < CMD_COUNT; c++)
			if (command_info((enum command)c)->group == g)
				add_command(d, &l, (enum command)c);
	}
	return l;
}

static struct list
problem_rows(const struct drawing *d)
{
	const struct reader *r = d->reader;
	uint32_t n = archive_problem_count(r->archive);
	struct list l = { 0 };

	if (n == 0)
		list_add(d, &l, (struct list_row){ .indent = 2,
				    .text = STR("Everything could be read.") });
	for (uint32_t i = 0; i < n; i++) {
		struct buf b = { .in = d->frame };
		struct list_row row = { .indent = 2, .paint = PAINT_TEXT };

		glyph_gate(&b, str_c(archive_problem(r->archive, i)),
		    GATE_SCREEN);
		row.text = buf_str(&b);
		list_add_text(d, &l, row, r->cols > 4 ? r->cols - 4 : 1, 4);
	}
	return l;
}

static void
draw_page(const struct drawing *d, const struct list *l, const char *title)
{
	const struct reader *r = d->reader;
	bool head = r->layout.shape != SHAPE_BARE;
	int first = head ? 2 : 0;
	int last = r->layout.status >= 0 ? r->layout.status
	    : r->layout.hints >= 0	 ? r->layout.hints
					 : r->rows;
	int room = last - first;
	int most = (int)l->n > room ? (int)l->n - room : 0;
	int top = r->overlay_top < most ? r->overlay_top : most;

	if (head)
		canvas_text(
		    d->canvas, 0, 1, r->cols, str_c(title), PAINT_TITLE);
	for (int i = 0; i < room && top + i < (int)l->n; i++) {
		const struct list_row *row = &l->rows[top + i];

		canvas_text(d->canvas, first + i, 2, r->cols, row->day,
		    PAINT_KEY);
		canvas_text(d->canvas, first + i, row->indent, r->cols,
		    row->text, row->paint);
	}
}

void
pane_help_draw(const struct drawing *d)
{
	struct list l = help_rows(d);

	draw_page(d, &l, "Keys");
}

void
pane_problems_draw(const struct drawing *d)
{
	struct list l = problem_rows(d);

	draw_page(d, &l, "Problems");
}
