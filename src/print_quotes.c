/* The rows of one report for --quotes and --search. */
#include "print_parts.h"

#include "dateline/find/cite.h"
#include "dateline/find/name.h"
#include "dateline/text/json.h"
#include "dateline/text/line.h"

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
	json_string(&p->out, "how", cite_how(q->how, w->yours));
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

	if (p->options->count || r->hit_n == 0)
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
