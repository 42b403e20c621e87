/* What the line ends in a block are for.  Most files have one line to a
 * paragraph and none; others were wrapped when they were written:
 *
 *	HARBOUR OFFICE SELLS LAMP OIL           an indented line begins
 *	    The harbour office sold forty cans  a paragraph, and any other
 *	of lamp oil on Sunday.                  line goes on with it (R12)
 *
 *	- one item                              an item begins with a bullet
 *	  that goes on                          or a number (R13)
 *
 *	Pier     Depth     Boats                a table has gaps in its lines
 *	North    4 m       12                   (R14)
 *
 * Only the first lines are looked at, so a block of any size costs the same. */
#include "block_lines.h"

#include "dateline/text/letter.h"
#include "paragraph.h"

enum {
	LOOK_LINES = 64,
	LOOK_BYTES = 512,  /* of one line */
	FULL_MIN = 40,     /* characters of a line that was wrapped … */
	FULL_MAX = 132,    /* … and of the longest one */
	INDENT_MIN = 2,
	TAB_COLUMNS = 8,
};

/* One line of a block. */
struct line {
	struct span at; /* without the white space at its two ends */
	size_t indent;	/* columns of blanks before it */
	bool whole;	/* it begins where a line of the file does */
};

static struct line
line_at(struct str text, struct span block, size_t at)
{
	size_t end = line_end(str_head(text, span_end(block)), at), from = at;
	struct line l = { .at = letter_trim_span(text, span_of(at, end)) };

	while (from > 0 &&
	    (text.ptr[from - 1] == ' ' || text.ptr[from - 1] == '\t'))
		from--;
	l.whole = from == 0 || text.ptr[from - 1] == '\n';
	for (; from < l.at.off; from++)
		l.indent += text.ptr[from] == '\t' ? TAB_COLUMNS : 1;
	return l;
}

bool
line_begins_with_number(struct str s)
{
	size_t at = 0;

	while (at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9')
		at++;
	return at > 0 && at <= 3 && at + 1 < s.len &&
	       (s.ptr[at] == '.' || s.ptr[at] == ')') && s.ptr[at + 1] == ' ';
}

bool
line_begins_with_bullet(struct str s)
{
	static const uint32_t bullets[] = { '-', '*', '+', 0x2022, 0x2023,
		0x25E6, 0x2043, 0x2013, 0x2014, 0x25AA, 0x25CF, 0x25A0, 0xB7 };
	uint32_t cp, after;
	size_t n = utf8_next(s, 0, &cp), i;

	if (n == 0 || utf8_next(s, n, &after) == 0 || !letter_is_space(after))
		return false;
	for (i = 0; i < COUNT(bullets); i++)
		if (cp == bullets[i])
			return true;
	return false;
}

/* A long dash opens somebody's words in many languages, and no item. */
static bool
is_item(struct str s)
{
	return (line_begins_with_bullet(s) && !str_starts(s, STR("—"))) ||
	    line_begins_with_number(s);
}

/* Whether a line has a gap that a table would have: a tab, two bars, or two
 * blanks that follow no end of a sentence. */
static bool
has_gap(struct str s)
{
	size_t i, bars = 0;

	for (i = 0; i < s.len && i < LOOK_BYTES; i++) {
		bars += s.ptr[i] == '|';
		if (s.ptr[i] == '\t' || bars == 2)
			return true;
		if (i > 0 && i + 1 < s.len && s.ptr[i] == ' ' &&
		    s.ptr[i + 1] == ' ' && s.ptr[i - 1] != ' ' &&
		    !letter_text_ends_sentence(str_head(s, i)) &&
		    !strchr(":;,", s.ptr[i - 1]))
			return true;
	}
	return false;
}

static size_t
characters(struct str s)
{
	return letter_count(str_head(s, utf8_floor(s, LOOK_BYTES)));
}

/* Whether `next` goes on with the sentence that `before` began. */
static bool
runs_on(struct str before, struct str next)
{
	uint32_t cp;

	if (utf8_next(next, 0, &cp) == 0)
		return false;
	if (letter_is_lower(cp))
		return true;
	return letter_is_caseless(cp) && cp < 0x2E80 &&
	    !letter_text_ends_sentence(before);
}

/* What was counted in the first lines of a block. */
struct tally {
	size_t lines;
	size_t items;
	size_t gaps;
	size_t set_in;	/* lines that may begin a paragraph */
	size_t wraps;	/* line ends that may be there for the width alone … */
	size_t shorts;	/* … after a line too short for that … */
	size_t running; /* … within a sentence */
	size_t longest; /* characters */
	bool item_first;
};

static bool
is_set_in(const struct line *l, size_t base)
{
	return l->indent >= base + INDENT_MIN;
}

static void
tally_break(struct tally *t, struct str text, const struct line *before,
    const struct line *next)
{
	struct str s = str_of(text, before->at);

	t->wraps++;
	t->shorts += before->whole && characters(s) < FULL_MIN;
	t->running += runs_on(s, str_of(text, next->at));
}

/* The smallest indent of the first lines. */
static size_t
base_indent(struct str text, struct span block)
{
	size_t at = block.off, base = SIZE_MAX, n;

	for (n = 0; n < LOOK_LINES && at < span_end(block); n++) {
		struct line l = line_at(text, block, at);

		if (l.whole && l.indent < base)
			base = l.indent;
		at = line_end(text, at) + 1;
	}
	return base == SIZE_MAX ? 0 : base;
}

static struct tally
tally_lines(struct str text, struct span block)
{
	size_t at = block.off, base = base_indent(text, block), chars;
	struct line before = { .at = { 0, 0 } };
	struct tally t = { 0 };

	for (; t.lines < LOOK_LINES && at < span_end(block); t.lines++) {
		struct line l = line_at(text, block, at);
		struct str s = str_of(text, l.at);

		chars = characters(s);
		t.longest = chars > t.longest ? chars : t.longest;
		t.items += is_item(s);
		t.item_first |= t.lines == 0 && is_item(s);
		t.gaps += has_gap(s);
		if (t.lines > 0 && is_set_in(&l, base))
			t.set_in++;
		else if (t.lines > 0)
			tally_break(&t, text, &before, &l);
		before = l;
		at = line_end(text, at) + 1;
	}
	return t;
}

enum block_lines
lines_judge(struct str text, struct span block)
{
	struct tally t;

	/* Most blocks are one line, and it can only be an item or none. */
	if (line_end(text, block.off) >= span_end(block))
		return is_item(str_of(text, block)) ? LINES_LIST : LINES_KEPT;
	t = tally_lines(text, block);
	if (t.item_first || t.items >= 2)
		return LINES_LIST;
	if (t.gaps >= 2 && t.gaps * 5 >= t.lines * 3)
		return LINES_TABLE;
	if (t.wraps == 0 || t.longest > FULL_MAX ||
	    t.shorts * 10 > t.wraps || t.running * 2 < t.wraps ||
	    t.set_in > t.lines / 2)
		return LINES_KEPT;
	return LINES_FLOW;
}

size_t
lines_paragraph(struct str text, struct span block, size_t at)
{
	size_t base = base_indent(text, block);

	for (at = line_end(text, at) + 1; at < span_end(block);
	     at = line_end(text, at) + 1) {
		struct line l = line_at(text, block, at);
		struct str before = letter_trim(
		    str_skip(str_head(text, at), block.off));

		if (is_set_in(&l, base) && letter_text_ends_sentence(before))
			return at;
	}
	return span_end(block);
}

struct span
block_shown(struct str text, const struct block *b)
{
	size_t from = b->at.off;

	if ((b->lines != LINES_KEPT && b->lines != LINES_TABLE) ||
	    !memchr(text.ptr + from, '\n', b->at.len))
		return b->at;
	while (from > 0 &&
	    (text.ptr[from - 1] == ' ' || text.ptr[from - 1] == '\t'))
		from--;
	if (from > 0 && text.ptr[from - 1] != '\n')
		return b->at;
	return span_of(from, span_end(b->at));
}

bool
block_piece(
    struct str text, const struct block *b, size_t *at, struct span *piece)
{
	size_t from = *at < b->at.off ? b->at.off : *at, to;

	if (from >= span_end(b->at))
		return false;
	to = span_end(b->at);
	if (b->lines == LINES_LIST)
		for (to = line_end(text, from) + 1; to < span_end(b->at);
		     to = line_end(text, to) + 1)
			if (is_item(str_of(text, line_at(text, b->at, to).at)))
				break;
	if (to > span_end(b->at))
		to = span_end(b->at);
	*piece = letter_trim_span(text, span_of(from, to));
	*at = to;
	return true;
}
