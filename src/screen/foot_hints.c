/* The last row: which keys would do something now, or what can be typed. */
#include "panes.h"

struct hint {
	enum command command;
	const char *words; /* on a wide screen; NULL: not there … */
	const char *brief; /* … and on any other */
};

static const struct hint text_hints[] = {
	{ CMD_PAGE_DOWN, "page", "page" },
	{ CMD_NEXT_HIT, "next hit", "hit" },
	{ CMD_NEXT_UNREAD, "next unread", "unread" },
	{ CMD_NEXT_QUOTE, "next quote", "quote" },
	{ CMD_EARLIER_DATE, "earlier date", "earlier" },
	{ CMD_FIND, "find", "find" },
	{ CMD_FIND_ALL, "find in all", "in all" },
	{ CMD_WHO, "who said", "who" },
	{ CMD_LATER_DATE, "later date", "later" },
	{ CMD_ALL_REPORTS, "all reports", "all" },
	{ CMD_PREVIOUS_REPORT, "previous report", NULL },
	{ CMD_LIST_QUOTES, NULL, "list quotes" },
	{ CMD_GOTO_DATE, "go to date", "date" },
	{ CMD_NEXT_REPORT, "next report", "next" },
	{ CMD_PREVIOUS_REPORT, NULL, "previous" },
};

static const struct hint dates_hints[] = {
	{ CMD_LINE_DOWN, "down", "down" },
	{ CMD_LINE_UP, "up", "up" },
	{ CMD_OPEN, "open", "open" },
	{ CMD_ONLY_UNREAD, "only unread", "unread" },
	{ CMD_UNFOLD, "fold", "fold" },
	{ CMD_LIST_BY, "by file or source", "by file" },
	{ CMD_GOTO_DATE, "go to date", "date" },
	{ CMD_NEXT_PANE, "text", "text" },
};

static const struct hint quotes_hints[] = {
	{ CMD_LINE_DOWN, "next quote", "down" },
	{ CMD_LINE_UP, "previous quote", "up" },
	{ CMD_OPEN, "show in the text", "show" },
	{ CMD_NEXT_PANE, "dates", "dates" },
};

static const struct hint sheet_hints[] = {
	{ CMD_PAGE_DOWN, "page", "page" },
	{ CMD_PAGE_UP, "back", "back" },
	{ CMD_OPEN, "go there", "open" },
	{ CMD_QUIT, "close", "close" },
};

static const struct hint who_hints[] = {
	{ CMD_OPEN, "go there", "open" },
	{ CMD_FIND, "with words", "words" },
	{ CMD_GOTO_DATE, "only some days", "days" },
	{ CMD_STAR, "collect", "collect" },
	{ CMD_SAVE, "save", "save" },
	{ CMD_TIMELINE, "timeline", "timeline" },
	{ CMD_WHO, "all speakers", "all" },
	{ CMD_QUIT, "back", "back" },
};

static const struct hint speakers_hints[] = {
	{ CMD_OPEN, "what they said", "open" },
	{ CMD_WHO, "in another order", "order" },
	{ CMD_FIND, "with words", "words" },
	{ CMD_GOTO_DATE, "only some days", "days" },
	{ CMD_QUIT, "back", "back" },
};

static const struct hint found_hints[] = {
	{ CMD_LINE_DOWN, "next hit", "next" },
	{ CMD_OPEN, "open", "open" },
	{ CMD_ONLY_FOUND, "only these reports", "only these" },
	{ CMD_TIMELINE, "timeline", "timeline" },
	{ CMD_FIND_ALL, "other words", "words" },
	{ CMD_QUIT, "close", "close" },
};

static const struct hint calendar_hints[] = {
	{ CMD_OPEN, "read the day", "read" },
	{ CMD_NEXT_REPORT, "next day with reports", "next day" },
	{ CMD_PREVIOUS_REPORT, "previous one", "previous" },
	{ CMD_EARLIER_DATE, "earlier month", "earlier" },
	{ CMD_LATER_DATE, "later month", "later" },
	{ CMD_QUIT, "close", "close" },
};

static const struct hint timeline_hints[] = {
	{ CMD_OPEN, "only this period", "only this" },
	{ CMD_WIDER, "shorter periods", "shorter" },
	{ CMD_NARROWER, "longer periods", "longer" },
	{ CMD_NEXT_REPORT, "next with some", "next" },
	{ CMD_ALL_REPORTS, "all reports", "all" },
	{ CMD_QUIT, "close", "close" },
};

static const struct hint always[] = {
	{ CMD_HELP, "help", "help" },
	{ CMD_QUIT, "quit", "quit" },
};

struct hints {
	const struct hint *at;
	size_t n;
};

#define HINTS(table) { (table), COUNT(table) }

static const struct hints of_pane[] = {
	[PANE_TEXT] = HINTS(text_hints),
	[PANE_DATES] = HINTS(dates_hints),
	[PANE_QUOTES] = HINTS(quotes_hints),
};

static const struct hints of_sheet[SHEET_KINDS] = {
	[SHEET_HELP] = HINTS(sheet_hints),
	[SHEET_PROBLEMS] = HINTS(sheet_hints),
	[SHEET_WHERE] = HINTS(sheet_hints),
	[SHEET_WHO] = HINTS(who_hints),
	[SHEET_SPEAKERS] = HINTS(speakers_hints),
	[SHEET_FOUND] = HINTS(found_hints),
	[SHEET_CALENDAR] = HINTS(calendar_hints),
	[SHEET_TIMELINE] = HINTS(timeline_hints),
};

static const char *
hint_words(const struct drawing *d, const struct hint *h)
{
	if (h->command == CMD_PAGE_DOWN && d->reader->open.is &&
	    reader_at_end(d->reader) && d->reader->sheet.kind == SHEET_NONE)
		return d->reader->layout.shape == SHAPE_WIDE ? "next report"
							    : "next";
	return d->reader->layout.shape == SHAPE_WIDE ? h->words : h->brief;
}

static int
hint_cols(const struct drawing *d, const struct hint *h)
{
	char name[2 * KEY_NAME];
	bool wide = d->reader->layout.shape == SHAPE_WIDE;

	keymap_key_name(&d->reader->keymap, h->command, name);
	return glyph_columns(str_c(name)) + 1 +
	    glyph_columns(str_c(hint_words(d, h))) + (wide ? 3 : 2);
}

static int
draw_hint(const struct drawing *d, const struct hint *h, int row, int col)
{
	char name[2 * KEY_NAME];
	int end = d->reader->cols, after = col + hint_cols(d, h);

	keymap_key_name(&d->reader->keymap, h->command, name);
	col = canvas_text(d->canvas, row, col, end, str_c(name), PAINT_KEY);
	canvas_text(
	    d->canvas, row, col + 1, end, str_c(hint_words(d, h)), PAINT_HINT);
	return after;
}

/* As many hints as fit, of keys that would do something; help and quit always.
 */
static void
draw_hints(const struct drawing *d, struct hints list, int row)
{
	int col = 1, keep = 0;

	for (size_t i = 0; i < COUNT(always); i++)
		if (d->reader->sheet.kind == SHEET_NONE)
			keep += hint_cols(d, &always[i]);
	for (size_t i = 0; i < list.n; i++)
		if (hint_words(d, &list.at[i]) &&
		    reader_can(d->reader, list.at[i].command) &&
		    col + hint_cols(d, &list.at[i]) + keep <= d->reader->cols)
			col = draw_hint(d, &list.at[i], row, col);
	for (size_t i = 0; i < COUNT(always); i++)
		if (d->reader->sheet.kind == SHEET_NONE &&
		    col + hint_cols(d, &always[i]) <= d->reader->cols + 2)
			col = draw_hint(d, &always[i], row, col);
}

/* What can be typed for a command. */
static struct str
prompt_hint(const struct drawing *d)
{
	switch (d->reader->prompt.asks) {
	case CMD_FIND:
		return STR("Enter keeps   Esc back   Tab in all reports   "
			   "C-e exactly   C-t pattern   Up, C-r earlier words");
	case CMD_FIND_ALL:
		return STR("Enter to the list   Esc back   Tab in this report   "
			   "C-e exactly   C-t pattern   Up, C-r earlier words");
	case CMD_SAID_WITH:
		return STR("words in the quote or its paragraph   "
			   "nothing: any   Esc stays");
	case CMD_SAID_IN:
		return STR("2023-03, 2022..2023-05, ..2022, last year   "
			   "nothing: all   Esc stays");
	case CMD_SPEAKER:
		return STR("who said this quote   -: as it was found   "
			   "Esc stays");
	case CMD_SAME:
		return STR("Clinton = Hillary Clinton   A = A takes it back   "
			   "Esc stays");
	case CMD_SAVE:
		return STR("notes.md, .csv, .json or .txt   Esc stays");
	default:
		return foot_date_hint(d);
	}
}

static void
draw_prompt_hints(const struct drawing *d, int row)
{
	const struct reader *r = d->reader;
	int end = r->cols, col = 1;
	struct str words = prompt_text(&r->prompt);
	enum command c;

	if (r->prompt.asks == CMD_COMMAND_LINE) {
		for (size_t i = 0; col < end; i++) {
			c = command_complete(words, i);
			if (c == CMD_COUNT)
				break;
			col = 2 + canvas_text_cut(d->canvas, row, col, end,
			    str_c(command_info(c)->name), PAINT_HINT);
		}
		return;
	}
	canvas_text_cut(
	    d->canvas, row, 1, end, prompt_hint(d), PAINT_HINT);
}

void
foot_hints_draw(const struct drawing *d, int row)
{
	const struct reader *r = d->reader;

	if (prompt_is_open(&r->prompt))
		draw_prompt_hints(d, row);
	else if (r->sheet.kind != SHEET_NONE)
		draw_hints(d, of_sheet[r->sheet.kind], row);
	else
		draw_hints(d, of_pane[r->focus], row);
}
