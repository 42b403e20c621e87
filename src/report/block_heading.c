/* Headings.  A line in bold letters says what it is (R8).  A plain line is
 * taken for one if it has the shape of a heading and a longer text stands
 * below it (R9); that is a guess, so every doubt speaks against it: a heading
 * shown as text does less harm than text shown as a heading. */
#include "block_heading.h"

#include "block_lines.h"

#include "dateline/text/letter.h"
#include "head_words.h"

enum {
	STYLED_MAX = 240, /* characters */
	BOLD_PERCENT = 80,
	PLAIN_MAX = 80, /* characters */
	PLAIN_BYTES = 4 * PLAIN_MAX,
	PLAIN_WORDS = 12,
	ASKING_WORDS = 11,
	BELOW_MIN = 60,   /* characters of the text below */
	BELOW_LOOK = 400, /* bytes of it that decide */
};

/* Letters that have a bold form, and those that wear it. */
struct tally {
	size_t bold;
	size_t could;
};

static bool
is_ascii_letter(uint32_t cp)
{
	return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
}

static bool
is_greek(uint32_t cp)
{
	return cp >= 0x391 && cp <= 0x3F5 && letter_is_alpha(cp);
}

static void
tally_letter(struct tally *t, uint32_t cp, const struct style_run *run)
{
	bool styled = run && (letter_is_alpha(cp) || letter_is_digit(cp));

	if (!styled && !is_ascii_letter(cp) && !is_greek(cp))
		return;
	t->could++;
	t->bold += styled && (run->style & STYLE_BOLD) != 0;
}

static struct tally
tally_block(const struct plain *text, struct span block, size_t run)
{
	struct str s = str_head(text->text, span_end(block));
	struct tally t = { 0, 0 };
	size_t at, n;
	uint32_t cp;

	for (at = block.off; (n = utf8_next(s, at, &cp)) > 0; at += n) {
		const struct style_run *r;

		while (run < text->run_n && span_end(text->runs[run].at) <= at)
			run++;
		r = run < text->run_n ? &text->runs[run] : NULL;
		tally_letter(
		    &t, cp, r && span_has(r->at, (uint32_t)at) ? r : NULL);
	}
	return t;
}

static bool
is_one_line(struct str s)
{
	return s.len > 0 && !memchr(s.ptr, '\n', s.len);
}

bool
heading_is_styled(const struct plain *text, struct span at, size_t *run)
{
	struct str s = str_of(text->text, at);
	struct tally t;

	while (*run < text->run_n && span_end(text->runs[*run].at) <= at.off)
		++*run;
	if (*run == text->run_n || text->runs[*run].at.off >= span_end(at))
		return false;
	if (!is_one_line(s) || letter_count(s) > STYLED_MAX)
		return false;
	t = tally_block(text, at, *run);
	return t.bold >= 2 && t.bold * 100 >= t.could * BOLD_PERCENT;
}

/* Words that open a question. */
static const char askers[] =
    " who what when where why how which whose whom is are was were do does did"
    " can could will would should shall may might has have had must am isn't"
    " aren't wasn't don't doesn't didn't can't won't isn’t aren’t wasn’t don’t"
    " doesn’t didn’t can’t won’t ";

/* What opens a line that belongs to the page, not to the report. */
static const char *const page_phrases[] = { "photo", "photos", "photograph",
	"photographs", "image", "images", "picture:", "pictured",
	"video:", "file photo", "getty images", "read more", "read also",
	"read next", "read:", "read the", "see also", "more:", "more from",
	"more on", "related", "recommended", "advertisement", "advertising",
	"sponsored", "sign up", "sign in", "log in", "subscribe", "copyright",
	"all rights reserved", "click here", "follow us", "follow me",
	"share this", "share on", "story continues", "continue reading",
	"skip to", "listen to", "watch:", "watch the", "watch live",
	"published", "posted", "updated", "last updated",
	"source:", "sources:", "credit", "credits", "caption", "illustration",
	"courtesy", "reporting by", "editing by", "written by", "compiled by",
	"additional reporting", "with additional", "let us know", "download",
	"join us", "get the", "email", "comments", "leave a comment",
	"newsletter", "trending", "most read", "most popular", "editor's picks",
	"editors' picks" };

/* The first sign may open a heading: a capital, a letter without case, a digit,
 * or a picture; not a bullet, a mark, @ or #. */
static bool
begins_as_heading(struct str s)
{
	uint32_t cp;

	if (utf8_next(s, 0, &cp) == 0)
		return false;
	if (letter_is_upper(cp) || letter_is_caseless(cp))
		return true;
	if (letter_is_digit(cp))
		return true;
	return (cp >= 0x1F000 && cp < 0x1FB00) ||
	       (cp >= 0x2600 && cp < 0x27C0 && cp != 0x2756 && cp != 0x2794);
}

/* The last letter, digit or sign that is no closing mark and no picture. */
static uint32_t
last_sign(struct str s)
{
	size_t at = s.len;
	uint32_t cp = 0;

	while (at > 0) {
		at = utf8_prev(s, at);
		utf8_next(s, at, &cp);
		if (cp < 0x80 ? cp != ' ' && !letter_is_closer(cp)
			      : letter_is_alpha(cp) || letter_is_digit(cp) ||
				    letter_ends_sentence(cp) || cp == 0x3001 ||
				    cp == 0xFF0C || cp == 0xFF1A || cp == 0x60C)
			return cp;
	}
	return 0;
}

static bool
asks(struct str s)
{
	struct words w = { .line = s };
	struct str first;

	return words_next(&w, &first) && word_is(first, askers) &&
	       words_count(s) <= ASKING_WORDS;
}

static bool
ends_as_heading(struct str s)
{
	uint32_t cp = last_sign(s);

	if (cp == '?')
		return asks(s);
	if (cp == ':' || cp == ';' || cp == ',' || cp == 0x3001 ||
	    cp == 0xFF0C || cp == 0xFF1A || cp == 0x60C)
		return false;
	return cp != 0 && !letter_ends_sentence(cp);
}

static bool
has(struct str s, const char *part)
{
	return memmem(s.ptr, s.len, part, strlen(part)) != NULL;
}

/* "By Ann Lee": a name goes on in capitals, "By the numbers" does not. */
static bool
is_byline(struct str s)
{
	struct words w = { .line = s };
	struct str by, name;

	return words_next(&w, &by) && word_is(by, " by ") &&
	       words_next(&w, &name) && word_is_capital(name) &&
	       !word_is(name, " the a an ");
}

/* "(Ann Lee/Agency)". */
static bool
has_credit(struct str s)
{
	const char *open = memchr(s.ptr, '(', s.len), *slash, *close;
	size_t left;

	if (!open)
		return false;
	left = s.len - (size_t)(open - s.ptr);
	close = memchr(open, ')', left);
	slash = memchr(open, '/', left);
	return close && slash && slash < close;
}

/* A day alone: only month names and digits. */
static bool
is_day(struct str s)
{
	struct words w = { .line = s };
	struct str word;

	while (words_next(&w, &word))
		if (word_letters(word) > 0 && !word_is_month(word) &&
		    !word_is(word,
			" monday tuesday wednesday thursday friday saturday"
			" sunday gmt utc est edt am pm a.m p.m "))
			return false;
	return true;
}

static bool
is_of_page(struct str s)
{
	return has(s, "://") || has(s, "www.") || has(s, "@") || has(s, "#") ||
	       has(s, " | ") || has(s, "©") || has_credit(s) || is_byline(s) ||
	       is_day(s) || line_begins(s, page_phrases, COUNT(page_phrases));
}

static bool
has_shape(struct str s)
{
	size_t chars;

	if (s.len < 2 || s.len > PLAIN_BYTES || !ends_as_heading(s) ||
	    !begins_as_heading(s) || !is_one_line(s))
		return false;
	chars = letter_count(s);
	return chars >= 2 && chars <= PLAIN_MAX &&
	       words_count(s) <= PLAIN_WORDS && word_letters(s) > 0 &&
	       !is_of_page(s);
}

bool
heading_is_plain(struct str line, struct str next)
{
	struct str below;
	size_t chars;

	if (next.len == 0 || !has_shape(line))
		return false;
	below = str_head(next, utf8_floor(next, BELOW_LOOK));
	if (line_begins_with_bullet(next) || line_begins_with_number(next))
		return !line_begins_with_number(line);
	chars = letter_count(below);
	return chars >= BELOW_MIN && chars * 10 >= letter_count(line) * 13 &&
	       !has_shape(next);
}
