/* What a list needs to know of a record, from its first few kilobytes:
 *
 *	 date 2023-03-20 Xi arrives. | Twitter	marker, title, source
 *
 *	HONG KONG — As he left a reception …	dateline, lead
 *
 * Only the first HEAD_WINDOW bytes are ever looked at, so a list that reads a
 * window and an article that has it all agree. */
#include "dateline/report/head.h"

#include "dateline/archive/date.h"
#include "dateline/text/glyph.h"
#include "dateline/text/letter.h"
#include "block_lines.h"
#include "head_title.h"
#include "head_words.h"
#include "paragraph.h"

enum {
	DATE_LEN = 10,   /* "YYYY-MM-DD" */
	LEAD_MAX = 4096, /* bytes */
	DECKS = 3,	   /* short lines between a title and its text … */
	DECK_BYTES = 80,   /* … of so many bytes at most */
};

/* The first YYYY-MM-DD of `s`, which begins at `from` in its text. */
static struct span
find_date(struct str s, size_t from)
{
	struct ymd when;
	size_t at;

	for (at = 0; at < s.len; at++)
		if (date_scan(str_skip(s, at), &when))
			return span_of(from + at, from + at + DATE_LEN);
	return (struct span){ 0, 0 };
}

static struct span
line_span(struct str text, size_t at)
{
	return letter_trim_span(text, span_of(at, line_end(text, at)));
}

static bool
is_fence(struct str line)
{
	return str_eq(line, STR("---")) || str_eq(line, STR("..."));
}

/* What stands after `key` in a line of front matter, without quotation marks;
 * empty when it is another key. */
static struct span
front_value(struct str text, struct span line, struct str key)
{
	struct span v = { line.off + (uint32_t)key.len, line.len };
	char c;

	if (!word_begins(str_of(text, line), key))
		return (struct span){ 0, 0 };
	v.len -= (uint32_t)key.len;
	v = letter_trim_span(text, v);
	if (v.len < 2)
		return v;
	c = text.ptr[v.off];
	if ((c == '"' || c == '\'') && text.ptr[span_end(v) - 1] == c)
		v = (struct span){ v.off + 1, v.len - 2 };
	return v;
}

static void
read_front_line(struct head *h, struct str text, struct span line)
{
	struct span title = front_value(text, line, STR("title:"));
	struct span source = front_value(text, line, STR("source:"));
	struct span day = front_value(text, line, STR("date:"));

	if (title.len > 0 && h->title.len == 0) {
		h->title = title;
		h->title_rule = "front-matter";
	}
	if (source.len > 0 && h->source.len == 0)
		h->source = source;
	if (day.len > 0 && h->date.len == 0)
		h->date = find_date(str_of(text, day), day.off);
}

/* Front matter stands between two lines of "---".  Returns where the text goes
 * on: at the start when there is none or it is not closed. */
static size_t
read_front(struct head *h, struct str text)
{
	struct head seen = *h;
	size_t at = line_end(text, 0) + 1;

	if (!str_eq(str_of(text, line_span(text, 0)), STR("---")))
		return 0;
	while (at < text.len) {
		struct span line = line_span(text, at);

		at = line_end(text, at) + 1;
		if (is_fence(str_of(text, line))) {
			*h = seen;
			at = at < text.len ? at : text.len;
			h->front = span_of(0, at);
			return at;
		}
		read_front_line(&seen, text, line);
	}
	return 0;
}

/* A first line that is only a date (R4) is no text. */
static size_t
read_date_line(struct head *h, struct str text, size_t at)
{
	struct span line = line_span(text, at);
	struct span day = find_date(str_of(text, line), line.off);

	if (h->date.len > 0 || day.len == 0 || day.len != line.len)
		return at;
	h->date = day;
	return line_end(text, at);
}

/* Past what stands before the text: marker, front matter, a line with a date.
 */
static size_t
read_before(struct head *h, struct str text, uint32_t marker)
{
	struct str before = str_head(text, utf8_floor(text, marker));
	size_t at;

	if (marker > 0) {
		h->date = find_date(before, 0);
		if (h->date.len == 0)
			h->date =
			    letter_trim_span(text, span_of(0, before.len));
		return before.len;
	}
	at = read_front(h, text);
	return read_date_line(h, text, at);
}

/* The line after the one that ends at `end` goes on with a small letter: both
 * are of one wrapped paragraph. */
static bool
runs_on(struct str text, size_t end)
{
	struct span after = line_span(text, end + 1);
	uint32_t cp;

	return end + 1 < text.len && after.len > 0 &&
	       utf8_next(text, after.off, &cp) > 0 && letter_is_lower(cp);
}

/* The paragraph that is weighed against a title: the longest of the first few,
 * as long as they are so short that they may be labels ("ABSTRACT.") or lines
 * that explain the title. */
static struct span
text_below(struct str text, size_t at)
{
	struct span most = { 0, 0 }, below;
	size_t i;

	for (i = 0; i < DECKS && most.len <= DECK_BYTES; i++) {
		if (!paragraph_next(text, &at, &below))
			break;
		if (below.len > most.len)
			most = below;
	}
	return most;
}

static void
read_title(struct head *h, struct str text, size_t at)
{
	struct span line;
	size_t end;

	while (at < text.len && line_is_blank(text, at))
		at = line_end(text, at) + 1;
	line = line_span(text, at < text.len ? at : text.len);
	h->body = line.off;
	if (h->title.len > 0)
		return;
	end = line_end(text, at);
	at = end < text.len ? end + 1 : text.len;
	title_read(h, text, line, text_below(text, at), runs_on(text, end));
	if (h->title.len > 0)
		h->body = (uint32_t)at;
}

static void
read_lead(struct head *h, struct str text)
{
	size_t at = h->body, len;
	uint32_t body;

	if (!paragraph_next(text, &at, &h->lead))
		return;
	if (lines_judge(text, h->lead) == LINES_FLOW)
		h->lead = letter_trim_span(text,
		    span_of(h->lead.off,
			lines_paragraph(text, h->lead, h->lead.off)));
	h->dateline = head_dateline(text, h->lead, &body);
	if (h->dateline.len > 0) {
		h->dateline_rule = "R7";
		h->lead = span_of(body, span_end(h->lead));
	}
	len = utf8_floor(str_of(text, h->lead), LEAD_MAX);
	h->lead.len = (uint32_t)len;
}

struct head
head_read(struct str text, uint32_t marker)
{
	struct head h = { .title_rule = "R6.8" };
	struct str seen = str_head(text, utf8_floor(text, HEAD_WINDOW));

	h.text = (uint32_t)read_before(&h, seen, marker);
	read_title(&h, seen, h.text);
	read_lead(&h, seen);
	return h;
}

/* Where a clause of `s` ends: before a comma and the like that a blank
 * follows.  0 when none ends after `least` bytes. */
static size_t
clause_end(struct str s, size_t least)
{
	size_t at = s.len;

	while (at > least + 1) {
		at--;
		if (s.ptr[at] == ' ' && memchr(",;:", s.ptr[at - 1], 3))
			return at - 1;
	}
	return 0;
}

/* Where the last whole word of `s` ends; 0 when it has but one. */
static size_t
word_end(struct str s)
{
	uint32_t cp = 0;
	size_t at = s.len;

	while (at > 0) {
		at = utf8_prev(s, at);
		utf8_next(s, at, &cp);
		if (letter_is_space(cp))
			return at;
	}
	return 0;
}

struct span
head_short_lead(struct str text, struct span lead, int cols)
{
	struct str all = str_of(text, lead);
	size_t fit = glyph_fit(all, cols), cut;
	struct str s = str_head(all, fit);
	uint32_t cp;

	if (fit >= all.len)
		return lead;
	/* A blank just behind it means that the last word is whole. */
	cut = clause_end(s, fit * 3 / 5);
	if (cut == 0 && utf8_next(all, fit, &cp) > 0 && letter_is_space(cp))
		cut = fit;
	if (cut == 0)
		cut = word_end(s);
	if (cut == 0)
		cut = fit;
	return letter_trim_span(text, span_of(lead.off, lead.off + cut));
}

const char *
head_source_rule(const struct head *h)
{
	return span_has(h->front, h->source.off) ? "front-matter"
						 : h->title_rule;
}
