/* The rows of one report, for each action: for people, or as JSON Lines. */
#include "print.h"

#include "dateline/find/name.h"
#include "dateline/report/explain.h"
#include "dateline/text/fold.h"
#include "dateline/text/json.h"
#include "dateline/text/letter.h"
#include "dateline/text/line.h"
#include "dateline/text/wrap.h"

enum { LEAD_COLS = 100 }; /* of a lead that stands for a title */

static struct str
text_of(const struct report *r, struct span s)
{
	return str_of(r->article.text.text, s);
}

static void
add_text(struct printer *p, struct str s)
{
	glyph_gate(&p->out, s, p->gate);
}

static void
add_line(struct printer *p, const struct report *r, struct span s)
{
	add_text(p, line_of(p->scan, text_of(r, s)));
}

/* As the marker has it, when it is no day; empty when there is none. */
static struct str
date_text(struct printer *p, const struct report *r)
{
	char day[DATE_TEXT];

	if (r->record->date == DATE_NONE)
		return text_of(r, r->article.head.date);
	date_print(day, r->record->date);
	return arena_str(p->scan, str_c(day));
}

static void
add_date(struct printer *p, const struct report *r)
{
	struct str day = date_text(p, r);

	add_text(p, day.len > 0 ? day : STR("undated   "));
}

static uint64_t
line_at(struct printer *p, const struct report *r, uint32_t plain)
{
	return archive_line(
	    p->archive, r->id, plain_to_raw(&r->article.text, plain));
}

/* "  (seeds/003.txt:5)" */
static void
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
static void
json_range(struct printer *p, const struct report *r, struct span s)
{
	struct span raw = plain_span_to_raw(&r->article.text, s);

	json_number(&p->out, "start", file_byte(p, r, raw.off));
	json_number(&p->out, "end", file_byte(p, r, span_end(raw)));
}

static void
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

static void
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
static void
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

size_t
print_list(struct printer *p, const struct report *r)
{
	const struct head *h = &r->article.head;

	if (p->options->count)
		return 1;
	if (p->options->json) {
		json_open(&p->out);
		json_head(p, r);
		json_warnings(p, r);
		json_close(&p->out);
		return 1;
	}
	add_date(p, r);
	buf_add(&p->out, STR("  "));
	add_title(p, r);
	if (h->source.len > 0) {
		buf_add(&p->out, STR("  | "));
		add_line(p, r, h->source);
	}
	buf_addc(&p->out, '\n');
	return 1;
}

/* A paragraph, wrapped if that was asked for. */
static void
add_paragraph(struct printer *p, const struct report *r, struct span s)
{
	struct str text = r->article.text.text;
	struct span *lines;
	size_t n;

	if (p->options->width == 0) {
		add_text(p, text_of(r, s));
		buf_addc(&p->out, '\n');
		return;
	}
	n = wrap_lines(p->scan, text, s, p->options->width, &lines);
	for (size_t i = 0; i < n; i++) {
		add_text(p, text_of(r, lines[i]));
		buf_addc(&p->out, '\n');
	}
}

/* Text whose line ends say nothing. */
static void
add_flow(struct printer *p, const struct report *r, struct span s)
{
	struct str text = r->article.text.text;
	struct span *lines = &s;
	size_t n = 1;

	if (p->options->width > 0)
		n = wrap_flow(p->scan, text, s, p->options->width, &lines);
	for (size_t i = 0; i < n; i++) {
		add_line(p, r, lines[i]);
		buf_addc(&p->out, '\n');
	}
}

static void
add_block(struct printer *p, const struct report *r, const struct block *b)
{
	struct str text = r->article.text.text;
	struct span shown = block_shown(text, b), piece;
	size_t at = 0;

	if (b->lines == LINES_KEPT) {
		add_paragraph(p, r, shown);
	} else if (b->lines == LINES_TABLE) {
		add_text(p, text_of(r, shown));
		buf_addc(&p->out, '\n');
	} else {
		while (block_piece(text, b, &at, &piece))
			add_flow(p, r, piece);
	}
}

static void
json_blocks(struct printer *p, const struct report *r)
{
	json_array(&p->out, "blocks");
	for (size_t i = 0; i < r->article.block_n; i++)
		json_item(&p->out, text_of(r, r->article.blocks[i].at));
	json_array_end(&p->out);
}

size_t
print_dump(struct printer *p, const struct report *r)
{
	const struct head *h = &r->article.head;

	if (p->options->count)
		return 1;
	if (p->options->json) {
		json_open(&p->out);
		json_head(p, r);
		json_blocks(p, r);
		json_close(&p->out);
		return 1;
	}
	if (p->reports > 0)
		buf_add(&p->out, STR("\n----------\n\n"));
	add_date(p, r);
	buf_addc(&p->out, '\n');
	if (h->title.len > 0)
		add_paragraph(p, r, h->title);
	if (h->source.len > 0)
		add_paragraph(p, r, h->source);
	for (size_t i = 0; i < r->article.block_n; i++) {
		buf_addc(&p->out, '\n');
		add_block(p, r, &r->article.blocks[i]);
	}
	return 1;
}

static struct str
quote_how_text(enum quote_how how, bool yours)
{
	static const char *const names[] = {
		[QUOTE_NAMED] = "named",
		[QUOTE_INFERRED] = "inferred",
		[QUOTE_CARRIED] = "carried",
		[QUOTE_NONE] = "none",
	};

	return yours ? STR("yours") : str_c(names[how]);
}

static struct str
quote_kind_text(enum quote_kind kind)
{
	static const char *const names[] = {
		[QUOTE_SPEECH] = "quote",
		[QUOTE_POST] = "post",
		[QUOTE_TERM] = "term",
	};

	return str_c(names[kind]);
}

/* A file's name without its folder and its last suffix. */
static struct str
article_name(const char *path)
{
	struct str name = str_c(path);
	size_t from = name.len, dot;

	while (from > 0 && name.ptr[from - 1] != '/')
		from--;
	name = str_skip(name, from);
	for (dot = name.len; dot > 1; dot--)
		if (name.ptr[dot - 1] == '.')
			return str_head(name, dot - 1);
	return name;
}

static void
json_quote(struct printer *p, const struct report *r, size_t i)
{
	const struct quote *q = &r->article.quotes[i];
	const struct whose *w = &r->whose[i];

	json_open(&p->out);
	json_string(&p->out, "article", article_name(r->path));
	json_text(&p->out, "date", date_text(p, r));
	json_string(&p->out, "file", str_c(r->path));
	json_number(&p->out, "line", line_at(p, r, q->words.off));
	json_range(p, r, q->words);
	json_string(&p->out, "text", text_of(r, q->words));
	json_text(&p->out, "speaker", name_without_mark(w->name));
	json_text(&p->out, "mention",
	    line_of(p->scan, text_of(r, q->mention)));
	json_text(&p->out, "cue", text_of(r, q->cue));
	json_string(&p->out, "how", quote_how_text(q->how, w->yours));
	json_string(&p->out, "kind", quote_kind_text(q->kind));
	json_number(&p->out, "group", q->group);
	json_close(&p->out);
}

static void
add_quote(struct printer *p, const struct report *r, size_t i)
{
	const struct quote *q = &r->article.quotes[i];
	const struct whose *w = &r->whose[i];

	add_date(p, r);
	buf_add(&p->out, STR("  "));
	if (q->kind == QUOTE_TERM)
		buf_add(&p->out, STR("(term)"));
	else if (w->name.len > 0)
		add_text(p, w->name);
	else
		buf_add(&p->out, STR("(nobody named)"));
	if (w->yours)
		buf_add(&p->out, STR(" (yours)"));
	buf_add(&p->out, STR("  "));
	add_line(p, r, q->whole);
	buf_add(&p->out, STR("  "));
	add_file_line(p, r, q->words.off);
	buf_addc(&p->out, '\n');
}

size_t
count_quotes(const struct report *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->article.quote_n; i++)
		n += r->asked[i];
	return n;
}

size_t
print_quotes(struct printer *p, const struct report *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->article.quote_n; i++) {
		if (!r->asked[i])
			continue;
		n++;
		if (p->options->count)
			continue;
		if (p->options->json)
			json_quote(p, r, i);
		else
			add_quote(p, r, i);
	}
	return n;
}

static void
json_hit(struct printer *p, const struct report *r, struct span hit,
    struct span sentence)
{
	json_open(&p->out);
	json_text(&p->out, "date", date_text(p, r));
	json_text(&p->out, "title",
	    line_of(p->scan, text_of(r, r->article.head.title)));
	json_string(&p->out, "file", str_c(r->path));
	json_number(&p->out, "line", line_at(p, r, hit.off));
	json_range(p, r, hit);
	json_string(&p->out, "text", text_of(r, hit));
	json_string(&p->out, "sentence", text_of(r, sentence));
	json_close(&p->out);
}

/* The report once, then a line for each sentence with hits. */
static void
add_hit_head(struct printer *p, const struct report *r)
{
	add_date(p, r);
	buf_add(&p->out, STR("  "));
	add_title(p, r);
	buf_addc(&p->out, '\n');
}

size_t
print_search(struct printer *p, const struct report *r)
{
	struct span s = { 0 };

	if (p->options->count)
		return r->hit_n;
	if (!p->options->json)
		add_hit_head(p, r);
	for (size_t i = 0; i < r->hit_n; i++) {
		bool again = span_has(s, r->hits[i].off) &&
		    span_end(r->hits[i]) <= span_end(s);

		if (!again)
			s = search_sentence(&r->article, r->hits[i]);
		if (p->options->json) {
			json_hit(p, r, r->hits[i], s);
		} else if (!again) {
			buf_add(&p->out, STR("    "));
			add_file_line(p, r, r->hits[i].off);
			buf_add(&p->out, STR("  "));
			add_line(p, r, s);
			buf_addc(&p->out, '\n');
		}
	}
	return r->hit_n;
}

static struct str
how_text(enum record_how how)
{
	static const char *const names[] = {
		[HOW_MARKER] = "marker",
		[HOW_LOOSE] = "loose",
		[HOW_JOINED] = "joined",
		[HOW_FRONT_MATTER] = "front-matter",
		[HOW_NAME] = "name",
		[HOW_FOLDER] = "folder",
		[HOW_FIRST_LINE] = "first-line",
		[HOW_NONE] = "none",
	};

	return str_c(names[how]);
}

static struct str
date_rule(const struct record *r)
{
	if (r->how == HOW_JOINED)
		return STR("R2");
	return r->how <= HOW_LOOSE ? STR("R1") : STR("R4");
}

static void
json_rules(struct printer *p, const struct report *r)
{
	const struct head *h = &r->article.head;

	json_object(&p->out, "rules");
	json_string(&p->out, "date", date_rule(r->record));
	json_string(&p->out, "title", str_c(h->title_rule));
	if (h->source.len > 0)
		json_string(&p->out, "source", str_c(h->title_rule));
	if (h->dateline_rule)
		json_string(&p->out, "dateline", str_c(h->dateline_rule));
	if (h->lead.len > 0)
		json_string(&p->out, "lead",
		    h->dateline_rule ? STR("R7") : STR("R6"));
	json_object_end(&p->out);
}

static void
json_explain(struct printer *p, const struct report *r)
{
	const struct article *t = &r->article;
	struct buf kinds = { .in = p->scan };

	for (size_t i = 0; i < t->block_n; i++)
		buf_addc(&kinds, block_letter(t->blocks[i].kind));
	json_open(&p->out);
	json_head(p, r);
	json_warnings(p, r);
	json_string(&p->out, "how", how_text(r->record->how));
	json_bool(&p->out, "valid", r->record->date != DATE_NONE);
	json_string(&p->out, "kinds", buf_str(&kinds));
	json_array(&p->out, "headings");
	for (size_t i = 0; i < t->block_n; i++)
		if (t->blocks[i].kind == BLOCK_HEADING)
			json_item(&p->out, text_of(r, t->blocks[i].at));
	json_array_end(&p->out);
	json_rules(p, r);
	json_close(&p->out);
}

void
print_file_head(struct printer *p)
{
	const struct file_reports *f = &p->file;
	struct buf b = { .in = p->scan };

	if (f->said || p->options->count || p->options->json)
		return;
	if (f->source > 0 || p->reports > 0)
		buf_addc(&p->out, '\n');
	explain_file(&b, p->archive, f->source, f->ids, f->n);
	add_text(p, buf_str(&b));
	p->file.said = true;
}

size_t
print_explain(struct printer *p, const struct report *r)
{
	struct buf b = { .in = p->scan };

	if (p->options->count)
		return 1;
	if (p->options->json) {
		json_explain(p, r);
		return 1;
	}
	print_file_head(p);
	buf_addc(&p->out, '\n');
	explain_record(&b, &r->article, p->archive, r->id);
	add_text(p, buf_str(&b));
	return 1;
}
