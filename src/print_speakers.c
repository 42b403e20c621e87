/* Who is quoted, the most quoted first: one pass over the archive, of which
 * only names and numbers are kept. */
#include "print.h"

#include "dateline/find/said.h"
#include "dateline/text/json.h"

static struct str
day_text(struct printer *p, date day)
{
	char text[DATE_TEXT];

	date_print(text, day);
	return arena_str(p->scan, str_c(text));
}

static void
json_speaker(struct printer *p, const struct said_speaker *who)
{
	json_open(&p->out);
	json_string(&p->out, "speaker", who->name);
	json_number(&p->out, "quotes", who->quotes);
	json_text(&p->out, "first", day_text(p, who->first));
	json_text(&p->out, "last", day_text(p, who->last));
	json_array(&p->out, "names");
	for (const struct said_name *n = who->names; n; n = n->next)
		json_item(&p->out, n->name);
	json_array_end(&p->out);
	json_close(&p->out);
}

/* "    12  2022-11-04  2023-02-10  Tilda Rowe  (Rowe)" */
static void
add_speaker(struct printer *p, const struct said_speaker *who)
{
	buf_addf(&p->out, "%6u", (unsigned)who->quotes);
	if (who->first == DATE_NONE)
		buf_addf(&p->out, "  %-10s  %-10s", "undated", "");
	else
		buf_addf(&p->out, "  %s  %s", day_text(p, who->first).ptr,
		    day_text(p, who->last).ptr);
	buf_add(&p->out, STR("  "));
	glyph_gate(&p->out, who->name, p->gate);
	if (who->yours)
		buf_add(&p->out, STR("  (yours)"));
	for (const struct said_name *n = who->names; n; n = n->next) {
		buf_add(&p->out, n == who->names ? STR("  (") : STR(", "));
		glyph_gate(&p->out, n->name, p->gate);
	}
	if (who->names)
		buf_addc(&p->out, ')');
	buf_addc(&p->out, '\n');
}

void
print_speakers(struct printer *p)
{
	struct said_how how = { .ask = p->ask,
		.repeats = repeats_scan_result(p->repeats),
		.no_plain_headings = p->options->no_plain_headings };
	struct said *s = said_new(p->archive, &how);
	const uint32_t *order;
	size_t n;

	while (said_step(s, SIZE_MAX))
		;
	p->bad += said_unread(s);
	n = said_speaker_count(s);
	p->found = n;
	order = said_order(s, SAID_BY_COUNT);
	for (size_t i = 0; i < n && !p->options->count && !ferror(stdout);
	     i++) {
		const struct said_speaker *who = said_speaker(s, order[i]);

		arena_reset(p->scan);
		p->out = (struct buf){ .in = p->scan };
		if (p->options->json)
			json_speaker(p, who);
		else
			add_speaker(p, who);
		fwrite(p->out.ptr, 1, p->out.len, stdout);
	}
	said_free(s);
}
