/* Everything one speaker said, by date.  Rows come in while they are looked at;
 * the selected one stays where it is, and earlier ones are added above it. */
#include "dateline/text/glyph.h"
#include "parts.h"
#include "sheet_parts.h"

enum {
	QUOTE_INDENT = 16,
	TITLE_WIDE = 36,
	TITLE_COLS = 20,
	FIRST_STEP = 2 * 1024 * 1024, /* before the first picture */
};

static int
title_cols(const struct reader *r)
{
	if (r->cols >= 110)
		return TITLE_WIDE;
	return r->cols >= 72 ? TITLE_COLS : 0;
}

/* Whether there is a star before a row. */
static bool
is_starred(const struct reader *r, struct said_row row)
{
	return reader_has_star(r, (struct place){ row.id, row.raw });
}

/* "Tilda Rowe  “We paint,”  (“she”)"; the end of the words goes first. */
static struct str
quote_text(
    struct arena *in, const struct who_text *t, struct str name, int cols)
{
	struct buf said = { .in = in }, b = { .in = in };
	struct buf evidence = { .in = in };
	bool yours = strcmp(t->mention, "yours") == 0;

	if (t->mention[0] != '\0')
		buf_addf(&evidence, yours ? "  (%s)" : "  (“%s”)", t->mention);
	if (name.len > 0)
		buf_addf(&said, "%.*s  ", (int)name.len, name.ptr);
	buf_add(&said, str_c(t->words));
	cols -= glyph_columns(buf_str(&evidence));
	buf_add(&b, list_fit(in, buf_str(&said), cols > 8 ? cols : 8));
	buf_add(&b, buf_str(&evidence));
	return buf_str(&b);
}

struct sheet_row
sheet_row_who(const struct reader *r, size_t i, struct arena *in)
{
	struct who *w = r->who;
	struct said_row row = said_row(w->said, i);
	bool several = said_speaker_count(w->said) > 1;
	struct str name = several
	    ? said_speaker(w->said, row.speaker)->name : STR("");
	struct buf left = { .in = in };
	int title = title_cols(r), end = r->cols - 1;
	struct sheet_row shown = { .indent = QUOTE_INDENT,
		.paint = PAINT_TEXT, .leads = true,
		.id = row.id, .raw = row.raw };

	buf_add(&left, is_starred(r, row) ? STR("* ") : STR("  "));
	buf_add(&left,
	    list_day(in, archive_record(r->archive, row.id)->date));
	shown.left = buf_str(&left);
	if (title > 0) {
		const struct label *label = labels_get(r->labels, row.id);

		shown.aside_at = end - title;
		shown.aside = list_fit(in,
		    (struct str){ label->text, label->len }, title);
		end = shown.aside_at - 2;
	}
	shown.text = quote_text(in, who_text(w, row), name,
	    end - QUOTE_INDENT);
	if (w->query)
		shown.mark = query_mark(w->query, in, shown.text);
	return shown;
}

void
sheet_make_who(struct reader *r)
{
	size_t n = said_count(r->who->said);

	list_set_title(r, str_c(r->who->speaker));
	list_set_aside(r, r->who->said, n, "direct quote");
	r->sheet.n = n;
}

static void
choose_quote(struct who *w, size_t i)
{
	struct said_row row;

	if (i >= said_count(w->said))
		return;
	row = said_row(w->said, i);
	w->chosen = true;
	w->id = row.id;
	w->raw = row.raw;
}

bool
sheet_step_who(struct reader *r, size_t bytes)
{
	struct who *w = r->who;
	bool fresh = r->sheet.n == 0, more = true;
	size_t was = r->sheet.now;

	if (!list_is_ready(r))
		return true;
	if (!fresh)
		choose_quote(w, was);
	if (!list_follow(r) && fresh && said_count(w->said) > 0)
		bytes = 0; /* the sheet has come back: it is as it was */
	if (bytes > 0)
		more = said_step(w->said, bytes);
	if (w->chosen && said_count(w->said) > 0)
		list_keep(r, fresh, was,
		    said_find(w->said, w->id, w->raw));
	return more;
}

/* Opens the report of a row, with its quote as the current one. */
static void
open_quote(struct reader *r)
{
	struct who *w = r->who;

	if (r->sheet.now >= said_count(w->said))
		return;
	choose_quote(w, r->sheet.now);
	if (sheet_open_row(r))
		quote_select(r, w->raw);
}

static void
show_timeline(struct reader *r)
{
	const struct said *s = r->who->said;
	struct buf what = { .in = r->counted_in };

	arena_reset(r->counted_in);
	r->counted = tally_new(r->counted_in);
	for (size_t i = 0; i < said_count(s); i++)
		tally_add(&r->counted,
		    archive_record(r->archive, said_row(s, i).id)->date, 1);
	buf_addf(&what, "quotes of %s", r->who->speaker);
	reader_show_timeline(r, &r->counted, buf_str(&what));
}

bool
sheet_perform_who(struct reader *r, enum command c)
{
	if (list_perform(r, c))
		return true;
	if (c == CMD_OPEN)
		open_quote(r);
	else if (c == CMD_WHO)
		who_show_all(r);
	else if (c == CMD_TIMELINE)
		show_timeline(r);
	else
		return false;
	return true;
}

void
who_show(struct reader *r, struct str speaker, uint32_t first)
{
	who_ask(r->who, speaker, first);
	if (list_is_ready(r))
		said_step(r->who->said, FIRST_STEP);
	if (r->sheet.kind == SHEET_WHO)
		sheet_show(r, SHEET_NONE);
	sheet_show(r, SHEET_WHO);
}
