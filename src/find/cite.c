/* Citations, one after another.  All that comes from a file passes the gate:
 * what is written here may be looked at in a terminal. */
#include "dateline/find/cite.h"

#include <inttypes.h>
#include <stdio.h>

#include "dateline/text/fold.h"
#include "dateline/text/glyph.h"
#include "dateline/text/json.h"
#include "dateline/text/line.h"

struct str
cite_how(enum quote_how how, bool yours)
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
gated(struct arena *a, struct str s)
{
	struct buf b = { .in = a };

	glyph_gate(&b, s, GATE_PIPE);
	return line_of(a, buf_str(&b));
}

struct cite
cite_make(struct arena *a, struct archive *archive, uint32_t id,
    const struct article *t, size_t i, const struct whose *whose)
{
	const struct record *rec = archive_record(archive, id);
	const struct quote *q = &t->quotes[i];
	struct str text = t->text.text;
	uint32_t raw = plain_to_raw(&t->text, q->words.off);

	return (struct cite){
		.words = gated(a, str_of(text, q->words)),
		.speaker = gated(a, whose[i].name),
		.mention = gated(a, str_of(text, q->mention)),
		.how = cite_how(q->how, whose[i].yours),
		.title = gated(a, str_of(text, t->head.title)),
		.source = gated(a, str_of(text, t->head.source)),
		.dateline = gated(a, str_of(text, t->head.dateline)),
		.day = rec->date,
		.path = archive_path(archive, rec->source),
		.line = archive_line(archive, id, raw),
	};
}

bool
cite_form_of(struct str name, enum cite_form *form)
{
	static const struct {
		const char *suffix;
		enum cite_form form;
	} forms[] = {
		{ "md", CITE_MARKDOWN },
		{ "markdown", CITE_MARKDOWN },
		{ "csv", CITE_CSV },
		{ "json", CITE_JSON },
		{ "txt", CITE_TEXT },
		{ "text", CITE_TEXT },
	};
	size_t dot = name.len;

	*form = CITE_TEXT;
	while (dot > 0 && name.ptr[dot - 1] != '.' && name.ptr[dot - 1] != '/')
		dot--;
	if (dot <= 1 || name.ptr[dot - 1] == '/' || name.ptr[dot - 2] == '/')
		return true;
	for (size_t i = 0; i < COUNT(forms); i++)
		if (fold_eq(str_skip(name, dot), str_c(forms[i].suffix))) {
			*form = forms[i].form;
			return true;
		}
	return false;
}

static struct str
file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return str_c(slash ? slash + 1 : path);
}

/* On one line, whatever is in it. */
static struct str
path_text(struct arena *a, struct str path)
{
	struct buf line = { .in = a }, b = { .in = a };

	glyph_line(&line, path);
	glyph_gate(&b, buf_str(&line), GATE_PIPE);
	return buf_str(&b);
}

/* " HONG KONG, 23 Mar 2023 (talks.txt:5)", with `code` around the file. */
static void
add_where(struct buf *b, const struct cite *c, const char *code)
{
	struct ymd when;

	buf_addc(b, ' ');
	if (c->dateline.len > 0) {
		buf_add(b, c->dateline);
		buf_add(b, STR(", "));
	}
	if (c->day == DATE_NONE) {
		buf_add(b, STR("undated"));
	} else {
		when = date_ymd(c->day);
		buf_addf(b, "%d %.3s %d", when.day,
		    date_month_name(when.month), when.year);
	}
	buf_addf(b, " (%s", code);
	buf_add(b, path_text(b->in, file_name(c->path)));
	if (c->line > 0)
		buf_addf(b, ":%" PRIu64, c->line);
	buf_addf(b, "%s)", code);
}

/* A title that ends in a stop needs no other. */
static void
add_stop(struct buf *b)
{
	if (b->len > 0 && !strchr(".!?", b->ptr[b->len - 1]))
		buf_addc(b, '.');
}

static void
add_text(struct buf *b, const struct cite *c)
{
	buf_addf(b, "“%.*s”", (int)c->words.len, c->words.ptr);
	if (c->speaker.len > 0) {
		buf_add(b, STR(" — "));
		buf_add(b, c->speaker);
		add_stop(b);
	}
	if (c->title.len > 0) {
		buf_addc(b, ' ');
		buf_add(b, c->title);
		add_stop(b);
	}
	add_where(b, c, "");
	buf_addc(b, '\n');
}

/* Letters that Markdown would obey are escaped. */
static void
add_escaped(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (strchr("\\`*_[]<>#|~&", s.ptr[i]) && s.ptr[i])
			buf_addc(b, '\\');
		buf_addc(b, s.ptr[i]);
	}
}

static void
add_markdown(struct buf *b, const struct cite *c)
{
	if (b->len > 0)
		buf_addc(b, '\n');
	buf_add(b, STR("> “"));
	add_escaped(b, c->words);
	buf_add(b, STR("”\n>\n> —"));
	if (c->speaker.len > 0) {
		buf_add(b, STR(" **"));
		add_escaped(b, c->speaker);
		buf_add(b, STR("**."));
	}
	if (c->title.len > 0) {
		buf_add(b, STR(" *"));
		add_escaped(b, c->title);
		buf_add(b, STR("*."));
	}
	add_where(b, c, "`");
	buf_addc(b, '\n');
}

/* One cell.  Spreadsheets run what begins like a formula. */
static void
add_cell(struct buf *b, struct str s, bool last)
{
	buf_addc(b, '"');
	if (s.len > 0 && s.ptr[0] && strchr("=+-@\t\r", s.ptr[0]))
		buf_addc(b, '\'');
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '"')
			buf_addc(b, '"');
		buf_addc(b, s.ptr[i]);
	}
	buf_add(b, last ? STR("\"\r\n") : STR("\","));
}

static void
add_csv(struct buf *b, const struct cite *c)
{
	char day[DATE_TEXT], line[24] = "";

	date_print(day, c->day);
	if (c->line > 0)
		snprintf(line, sizeof(line), "%" PRIu64, c->line);
	add_cell(b, str_c(day), false);
	add_cell(b, c->speaker, false);
	add_cell(b, c->words, false);
	add_cell(b, c->mention, false);
	add_cell(b, c->how, false);
	add_cell(b, c->title, false);
	add_cell(b, c->source, false);
	add_cell(b, c->dateline, false);
	add_cell(b, path_text(b->in, str_c(c->path)), false);
	add_cell(b, str_c(line), true);
}

static void
add_json(struct buf *b, const struct cite *c)
{
	char day[DATE_TEXT];

	date_print(day, c->day);
	if (b->len > 2)
		buf_add(b, STR(","));
	json_open(b);
	json_text(b, "date", str_c(day));
	json_text(b, "speaker", c->speaker);
	json_string(b, "text", c->words);
	json_text(b, "mention", c->mention);
	json_string(b, "how", c->how);
	json_text(b, "title", c->title);
	json_text(b, "source", c->source);
	json_text(b, "dateline", c->dateline);
	json_string(b, "file", str_c(c->path));
	json_number(b, "line", c->line);
	json_close(b);
}

void
cite_begin(struct buf *b, enum cite_form form)
{
	if (form == CITE_CSV)
		buf_add(b, STR("date,speaker,words,mention,how,title,source,"
			       "dateline,file,line\r\n"));
	if (form == CITE_JSON)
		buf_add(b, STR("[\n"));
}

void
cite_add(struct buf *b, enum cite_form form, const struct cite *c)
{
	switch (form) {
	case CITE_TEXT: add_text(b, c); break;
	case CITE_MARKDOWN: add_markdown(b, c); break;
	case CITE_CSV: add_csv(b, c); break;
	case CITE_JSON: add_json(b, c); break;
	}
}

void
cite_end(struct buf *b, enum cite_form form)
{
	if (form == CITE_JSON)
		buf_add(b, STR("]\n"));
}
