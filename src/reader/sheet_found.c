/* The list of what a hunt has found.  It is made as it is drawn: a row for each
 * report, and below it one for each hit. */
#include <inttypes.h>
#include <stdio.h>

#include "dateline/text/glyph.h"
#include "found_parts.h"
#include "sheet_parts.h"

enum { DAY_COLS = 12 };

/* Whether only reports were asked for. */
static bool
is_bare(const struct reader *r)
{
	const struct query *q = r->hunter.wanted.query;

	return q && query_is_bare(q);
}

/* "14 hits in 9 reports, 3 outside these days, 43% read" */
static struct str
count_text(const struct reader *r, struct arena *in)
{
	struct window w = window_of(r);
	uint32_t n = window_count(&w), out;
	uint64_t hits = window_hits(&w);
	struct buf b = { .in = in };

	if (!w.hunt)
		return STR("");
	out = hunt_count(w.hunt) - n;
	if (!is_bare(r))
		buf_addf(&b, "%" PRIu64 " hit%s in ", hits,
		    hits == 1 ? "" : "s");
	buf_addf(&b, "%" PRIu32 " report%s", n, n == 1 ? "" : "s");
	if (out > 0)
		buf_addf(&b, ", %" PRIu32 " outside these days", out);
	if (r->hunter.busy)
		buf_addf(&b, ", %d%% read", hunt_percent(w.hunt));
	else if (hunt_percent(w.hunt) < 100)
		buf_addf(&b, ", stopped at %d%%", hunt_percent(w.hunt));
	return buf_str(&b);
}

/* Hits by day. */
static struct tally
tally_of(const struct reader *r, struct arena *in)
{
	struct window w = window_of(r);
	struct tally t = tally_new(in);

	for (uint32_t i = w.first; i < w.after; i++) {
		struct found f = hunt_at(w.hunt, i);

		tally_add(&t, archive_record(r->archive, f.id)->date, f.hits);
	}
	return t;
}

static void
show_timeline(struct reader *r)
{
	struct buf what = { .in = r->counted_in };

	arena_reset(r->counted_in);
	r->counted = tally_of(r, r->counted_in);
	buf_addf(&what, "%s of “%.*s”", is_bare(r) ? "reports" : "hits", (int)r->hunter.wanted.len,
	    r->hunter.wanted.words);
	reader_show_timeline(r, &r->counted, buf_str(&what));
}

/* Once everything has been looked at. */
static void
make_legend(struct reader *r)
{
	struct tally t;
	struct buf b = { .in = r->sheet_in };

	if (r->hunter.busy)
		return;
	t = tally_of(r, r->sheet_in);
	found_add_periods(&b, &t, r->cols - 2);
	r->sheet.legend = buf_str(&b);
}

void
sheet_make_found(struct reader *r)
{
	const struct wanted *w = &r->hunter.wanted;
	struct window found = window_of(r);
	struct buf b = { .in = r->sheet_in };
	const char *no = "";
	struct str count;

	if (w->len > 0)
		buf_addf(&b, "“%.*s” in all reports", (int)w->len, w->words);
	else
		buf_addf(&b, "In all reports");
	buf_addc(&b, '\0');
	r->sheet.title = b.ptr;
	count = count_text(r, r->sheet_in);
	snprintf(r->sheet.aside, sizeof(r->sheet.aside), "%.*s",
	    (int)count.len, count.ptr);
	if (window_count(&found) > 0) {
		r->sheet.n = window_row(&found, found.after);
		make_legend(r);
		return;
	}
	if (w->len > 0 && !w->query)
		no = w->why.text;
	else if (w->len == 0)
		no = "Words are looked for in all reports as they are typed.";
	else if (!r->hunter.busy)
		no = "In no report.";
	sheet_add_text(r, (struct sheet_row){ .text = str_c(no), .indent = 2,
		.paint = PAINT_FAINT });
}

bool
found_leads(const struct reader *r, size_t i)
{
	struct window w = window_of(r);

	return window_entry(&w, i).is_hit;
}

/* Its day, its title and how many hits it has. */
static struct sheet_row
report_row(const struct reader *r, struct found f, struct arena *in)
{
	const struct label *label = labels_get(r->labels, f.id);
	struct buf n = { .in = in };

	if (!is_bare(r))
		buf_addf(&n, "%" PRIu32, f.hits);
	return (struct sheet_row){
		.left = list_day(in, archive_record(r->archive, f.id)->date),
		.text = arena_str(
		    in, (struct str){ label->text, label->len }),
		.aside = buf_str(&n),
		.aside_at = r->cols - 1 - (int)n.len,
		.indent = 2 + DAY_COLS,
		.paint = label->lead ? PAINT_LEAD : PAINT_TITLE };
}

/* So much of the words before the hit goes that the hit is in view: a third of
 * the row is left to them, or what the words behind it leave. */
static struct excerpt
cut_front(struct excerpt e, int cols, struct arena *in)
{
	size_t from = 0, blank;
	struct buf b = { .in = in };
	struct str before = str_head(e.text, e.hit.off);
	int room = cols - 1 - glyph_columns(str_skip(e.text, e.hit.off));

	if (room < cols / 3)
		room = cols / 3;
	if (glyph_columns(str_head(e.text, span_end(e.hit))) <= cols * 2 / 3 ||
	    glyph_columns(e.text) <= cols)
		return e;
	while (from < before.len &&
	    glyph_columns(str_skip(before, from)) > room) {
		from += glyph_cluster(str_skip(before, from), 0);
		for (blank = from; blank < before.len &&
		     before.ptr[blank] != ' '; blank++)
			;
		if (blank < before.len)
			from = blank + 1;
	}
	buf_add(&b, STR("…"));
	buf_add(&b, str_skip(e.text, from));
	e.hit.off += (uint32_t)(STR("…").len - from);
	e.text = buf_str(&b);
	return e;
}

struct sheet_row
found_row(const struct reader *r, size_t i, struct arena *in)
{
	struct window w = window_of(r);
	struct entry e = window_entry(&w, i);
	struct sheet_row row = { .indent = 4, .paint = PAINT_TEXT,
		.leads = true, .id = e.found.id };
	struct excerpt x;

	if (!e.is_hit)
		return report_row(r, e.found, in);
	if (!excerpts_get(r->hunter.excerpts, e.found.id, e.hit, in, &x)) {
		row.text = STR("(cannot be read)");
		return row;
	}
	x = cut_front(x, r->cols - row.indent - 1, in);
	row.text = x.text;
	row.mark = x.hit;
	row.raw = x.raw;
	return row;
}

/* Enter opens the hit that is selected, and n goes on from there. */
static bool
open_selected(struct reader *r)
{
	const struct wanted *words = &r->hunter.wanted;
	struct window w = window_of(r);
	struct entry e = window_entry(&w, r->sheet.now);
	uint32_t raw;

	find_set(r, (struct str){ words->words, words->len }, words->mode);
	r->find.everywhere = true;
	if (sheet_open_row(r) && r->open.id == e.found.id &&
	    excerpts_place(r->hunter.excerpts, e.found.id, e.hit, &raw))
		find_from(r, plain_from_raw(&r->open.article.text, raw));
	return true;
}

bool
found_perform(struct reader *r, enum command c)
{
	struct sheet *s = &r->sheet;

	if (s->rows || s->now >= s->n)
		return false;
	if (c == CMD_OPEN)
		return open_selected(r);
	if (c == CMD_TIMELINE) {
		show_timeline(r);
		return true;
	}
	if (c == CMD_NEXT_HIT || c == CMD_PREVIOUS_HIT)
		return sheet_perform(
		    r, c == CMD_NEXT_HIT ? CMD_LINE_DOWN : CMD_LINE_UP);
	if (!list_move(r, c))
		return false;
	s->now += !found_leads(r, s->now); /* below a title is a hit */
	return true;
}
