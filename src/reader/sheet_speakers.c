/* Everybody who said something, in one of three orders.  Numbers grow while they
 * are looked at, and rows change places; the selected one stays where it is. */
#include "parts.h"
#include "sheet_parts.h"

enum {
	SPEAKER_INDENT = 11,
	DAYS_COLS = 25,
	FIRST_STEP = 2 * 1024 * 1024, /* before the first picture */
};

/* "    17  Tilda Rowe  (Rowe)       2022-11-04 … 2023-03-20" */
struct sheet_row
sheet_row_speakers(const struct reader *r, size_t i, struct arena *in)
{
	const struct who *w = r->who;
	const struct said_speaker *who = said_speaker(w->all, w->rank[i]);
	struct buf left = { .in = in }, name = { .in = in };
	struct buf days = { .in = in };
	int end = r->cols - 1;
	struct sheet_row shown = { .indent = SPEAKER_INDENT,
		.paint = PAINT_TEXT, .leads = true };

	buf_addf(&left, "%7u", (unsigned)who->quotes);
	shown.left = buf_str(&left);
	if (r->cols >= 72) {
		buf_add(&days, list_day(in, who->first));
		if (who->last != who->first)
			buf_addf(&days, " … %.*s",
			    DATE_TEXT, list_day(in, who->last).ptr);
		shown.aside = buf_str(&days);
		shown.aside_at = end - DAYS_COLS;
		end = shown.aside_at - 2;
	}
	buf_add(&name, who->name);
	if (who->yours)
		buf_add(&name, STR("  (yours)"));
	for (const struct said_name *n = who->names; n; n = n->next)
		buf_addf(&name, "%s%.*s%s", n == who->names ? "  (" : ", ",
		    (int)n->name.len, n->name.ptr, n->next ? "" : ")");
	shown.text = list_fit(in, buf_str(&name), end - SPEAKER_INDENT);
	return shown;
}

void
sheet_make_speakers(struct reader *r)
{
	static const char *const orders[] = {
		[SAID_BY_COUNT] = "Who is quoted, most often first",
		[SAID_BY_NAME] = "Who is quoted, by name",
		[SAID_BY_LAST] = "Who is quoted, latest first",
	};
	struct who *w = r->who;
	size_t n = said_speaker_count(w->all);

	list_set_title(r, str_c(orders[w->order]));
	list_set_aside(r, w->all, n, "speaker");
	w->rank = said_order(w->all, w->order);
	r->sheet.n = n;
}

/* Where the chosen speaker stands now. */
static size_t
place_of_speaker(const struct who *w)
{
	size_t n = said_speaker_count(w->all);

	for (size_t i = 0; i < n && w->who != UINT32_MAX; i++)
		if (w->rank[i] == w->who)
			return i;
	return 0;
}

bool
sheet_step_speakers(struct reader *r, size_t bytes)
{
	struct who *w = r->who;
	bool fresh = r->sheet.n == 0, more;
	size_t was = r->sheet.now;

	if (!list_is_ready(r))
		return true;
	if (!fresh && was < said_speaker_count(w->all) && was > 0)
		w->who = w->rank[was];
	list_follow(r);
	more = said_step(w->all, bytes);
	w->rank = said_order(w->all, w->order);
	if (w->who != UINT32_MAX && said_speaker_count(w->all) > 0)
		list_keep(r, fresh, was, place_of_speaker(w));
	return more;
}

/* Everything the selected speaker said; q comes back. */
static void
open_speaker(struct reader *r)
{
	struct who *w = r->who;
	struct sheet_view view = { r->sheet.kind, r->sheet.top, r->sheet.now };

	if (view.now >= said_speaker_count(w->all))
		return;
	w->who = w->rank[view.now];
	w->chosen = false;
	who_show(r, said_speaker(w->all, w->who)->name, UINT32_MAX);
	r->under = view;
}

bool
sheet_perform_speakers(struct reader *r, enum command c)
{
	struct who *w = r->who;

	if (list_perform(r, c))
		return true;
	if (c == CMD_OPEN) {
		open_speaker(r);
	} else if (c == CMD_WHO) {
		w->order = (w->order + 1) % (SAID_BY_LAST + 1);
		w->who = UINT32_MAX;
		r->sheet.now = r->sheet.top = 0;
		sheet_again(r);
	} else {
		return false;
	}
	return true;
}

void
who_show_all(struct reader *r)
{
	who_ask_all(r->who);
	if (list_is_ready(r))
		said_step(r->who->all, FIRST_STEP);
	if (r->sheet.kind == SHEET_SPEAKERS)
		sheet_show(r, SHEET_NONE);
	sheet_show(r, SHEET_SPEAKERS);
}
