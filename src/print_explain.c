/* The rows of one report for --explain. */
#include "print_parts.h"

#include "dateline/report/explain.h"
#include "dateline/text/json.h"

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
		json_string(&p->out, "source", str_c(head_source_rule(h)));
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
