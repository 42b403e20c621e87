/* What the rows of several actions have in common: words of a report, its day and
 * place, and the fields of JSON that they share. */
#include "print_parts.h"

#include "dateline/report/head.h"
#include "dateline/text/json.h"
#include "dateline/text/line.h"

enum { LEAD_COLS = 100 }; /* of a lead that stands for a title */

struct str
text_of(const struct report *r, struct span s)
{
	return str_of(r->article.text.text, s);
}

void
add_text(struct printer *p, struct str s)
{
	glyph_gate(&p->out, s, p->gate);
}

void
add_line(struct printer *p, const struct report *r, struct span s)
{
	add_text(p, line_of(p->scan, text_of(r, s)));
}

/* As the marker has it, when it is no day; empty when there is none. */
struct str
date_text(struct printer *p, const struct report *r)
{
	char day[DATE_TEXT];

	if (r->record->date == DATE_NONE)
		return text_of(r, r->article.head.date);
	date_print(day, r->record->date);
	return arena_str(p->scan, str_c(day));
}

void
add_date(struct printer *p, const struct report *r)
{
	struct str day = date_text(p, r);

	add_text(p, day.len > 0 ? day : STR("undated   "));
}

uint64_t
line_at(struct printer *p, const struct report *r, uint32_t plain)
{
	return archive_line(
	    p->archive, r->id, plain_to_raw(&r->article.text, plain));
}

/* "  (seeds/003.txt:5)" */
void
add_file_line(struct printer *p, const struct report *r, uint32_t plain)
{
	struct buf path = { .in = p->scan };

	glyph_line(&path, str_c(r->path));
	add_text(p, buf_str(&path));
	buf_addf(&p->out, ":%llu",
	    (unsigned long long)line_at(p, r, plain));
}

/* Where in the file a byte of the record lies. */
static uint64_t
file_byte(struct printer *p, const struct report *r, uint32_t raw)
{
	return archive_origin(
	    p->archive, r->record->source, r->record->off + raw);
}

/* Offsets in the file of a range of the text. */
void
json_range(struct printer *p, const struct report *r, struct span s)
{
	struct span raw = plain_span_to_raw(&r->article.text, s);

	json_number(&p->out, "start", file_byte(p, r, raw.off));
	json_number(&p->out, "end", file_byte(p, r, span_end(raw)));
}

void
json_warnings(struct printer *p, const struct report *r)
{
	const struct plain *text = &r->article.text;
	const struct record *rec = r->record;

	json_array(&p->out, "warn");
	if (rec->bad_date)
		json_item(&p->out, STR("invalid-date"));
	if (date_is_implausible(rec->date, date_today()))
		json_item(&p->out, STR("implausible-date"));
	if (text->bad > 0)
		json_item(&p->out, STR("invalid-utf8"));
	if (rec->how == HOW_LOOSE)
		json_item(&p->out, STR("loose"));
	if (rec->how == HOW_JOINED)
		json_item(&p->out, STR("joined"));
	if (text->controls > 0)
		json_item(&p->out, STR("control"));
	if (text->hidden > 0)
		json_item(&p->out, STR("hidden"));
	json_array_end(&p->out);
}

void
json_head(struct printer *p, const struct report *r)
{
	const struct head *h = &r->article.head;

	json_text(&p->out, "date", date_text(p, r));
	json_text(&p->out, "title", line_of(p->scan, text_of(r, h->title)));
	json_text(&p->out, "source", text_of(r, h->source));
	json_text(&p->out, "dateline", text_of(r, h->dateline));
	json_text(&p->out, "lead", text_of(r, h->lead));
	json_string(&p->out, "file", str_c(r->path));
	json_number(&p->out, "offset", file_byte(p, r, 0));
	json_number(&p->out, "length",
	    file_byte(p, r, r->record->len) - file_byte(p, r, 0));
}

/* The title, or the start of the lead. */
void
add_title(struct printer *p, const struct report *r)
{
	const struct head *h = &r->article.head;
	struct span lead =
	    head_short_lead(r->article.text.text, h->lead, LEAD_COLS);

	if (h->title.len > 0) {
		add_line(p, r, h->title);
	} else if (lead.len > 0) {
		add_line(p, r, lead);
		if (lead.len < h->lead.len)
			buf_add(&p->out, STR(" …"));
	} else {
		buf_add(&p->out, STR("(no text)"));
	}
}
