/* Lists of quotes and speakers: what moves in them, what narrows them, and how
 * the selected row stays where it is while others come in. */
#include <stdio.h>

#include "dateline/text/glyph.h"
#include "parts.h"
#include "sheet_parts.h"

/* `s` in at most `cols` columns. */
struct str
list_fit(struct arena *in, struct str s, int cols)
{
	struct buf b = { .in = in };
	struct glyph g;
	int used = 0;

	if (glyph_columns(s) <= cols)
		return s;
	for (size_t at = 0; at < s.len;) {
		size_t n = glyph_next(s, at, &g);

		if (used + g.cols > cols - 1)
			break;
		buf_add(&b, str_of(s, span_of(at, at + n)));
		used += g.cols;
		at += n;
	}
	buf_add(&b, STR("…"));
	return buf_str(&b);
}

struct str
list_day(struct arena *in, date day)
{
	char text[DATE_TEXT];

	date_print(text, day);
	return day == DATE_NONE ? STR("undated")
				: arena_str(in, str_c(text));
}

/* "with “storm”, in Mar 2023": what narrows the list. */
static void
add_narrowing(struct buf *b, const struct who *w)
{
	char range[DATE_RANGE_TEXT];

	if (w->words[0] != '\0')
		buf_addf(b, ", with “%s”", w->words);
	if (w->dates.first == DATE_ALL.first && w->dates.last == DATE_ALL.last)
		return;
	date_range_print(range, w->dates);
	buf_addf(b, ", only %s", range);
}

void
list_set_title(struct reader *r, struct str what)
{
	struct who *w = r->who;
	struct buf b = { .in = r->sheet_in };
	size_t n;

	buf_add(&b, what);
	add_narrowing(&b, w);
	n = utf8_floor(buf_str(&b), sizeof(w->title) - 1);
	memcpy(w->title, b.ptr, n);
	w->title[n] = '\0';
	r->sheet.title = w->title;
}

/* "17 direct quotes, 45% read" */
void
list_set_aside(struct reader *r, const struct said *s, size_t n, const char *what)
{
	size_t room = sizeof(r->sheet.aside);
	uint32_t all = archive_count(r->archive), done = said_looked_at(s);
	int len = snprintf(r->sheet.aside, room, "%zu %s%s", n, what,
	    n == 1 ? "" : "s");

	if ((done < all || r->indexing) && len > 0 && (size_t)len < room)
		snprintf(r->sheet.aside + len, room - (size_t)len,
		    ", %d%% read",
		    all ? (int)((uint64_t)done * 100 / all) : 0);
}

/* Blocks that repeat are known once all is indexed, and soon after; until then
 * what is listed would differ from what is opened. */
bool
list_is_ready(const struct reader *r)
{
	return r->indexing ||
	    (r->repeats && repeats_scan_result(r->repeats));
}

bool
list_follow(struct reader *r)
{
	const struct repeats *known =
	    r->repeats ? repeats_scan_result(r->repeats) : NULL;

	return who_follow(r->who, known, r->no_plain_headings);
}

void
list_keep(struct reader *r, bool fresh, size_t was, size_t at)
{
	struct sheet *s = &r->sheet;
	size_t above = was > s->top ? was - s->top : 0;

	if (fresh)
		above = (size_t)r->rows / 3;
	s->now = at;
	s->top = at > above ? at - above : 0;
}

/* Selects a row; it comes into view. */
static void
select_at(struct reader *r, size_t i)
{
	struct sheet *s = &r->sheet;
	size_t room = s->room > 0 ? (size_t)s->room : 1;

	if (s->n == 0)
		return;
	s->now = i < s->n ? i : s->n - 1;
	if (s->now < s->top)
		s->top = s->now;
	if (s->now >= s->top + room)
		s->top = s->now - room + 1;
}

bool
list_move(struct reader *r, enum command c)
{
	struct sheet *s = &r->sheet;
	size_t page = s->room > 2 ? (size_t)s->room - 1 : 1, by = page;
	size_t count = r->count > 0 ? r->count : 1;

	if (c == CMD_HALF_DOWN || c == CMD_HALF_UP)
		by = page > 1 ? page / 2 : 1;
	by *= count;
	switch (c) {
	case CMD_TOP: select_at(r, 0); break;
	case CMD_BOTTOM: select_at(r, SIZE_MAX); break;
	case CMD_PAGE_DOWN:
	case CMD_HALF_DOWN: select_at(r, s->now + by); break;
	case CMD_PAGE_UP:
	case CMD_HALF_UP: select_at(r, s->now > by ? s->now - by : 0); break;
	default: return false;
	}
	return true;
}

bool
list_perform(struct reader *r, enum command c)
{
	if (list_move(r, c))
		return true;
	if (c != CMD_FIND && c != CMD_GOTO_DATE)
		return false;
	ask_words(r, c == CMD_FIND ? CMD_SAID_WITH : CMD_SAID_IN);
	return true;
}

bool
list_leads(const struct reader *r, size_t i)
{
	(void)r;
	(void)i;
	return true;
}

bool
list_keeps(enum command c)
{
	return c == CMD_STAR || c == CMD_COPY || c == CMD_CITE ||
	    c == CMD_SAVE || c == CMD_SPEAKER || c == CMD_SAME ||
	    c == CMD_SAID_WITH || c == CMD_SAID_IN;
}
