/* Is the first line a title, or does the text begin at once?  The rules of R6
 * are asked one after the other; the first that has an opinion is right.  A
 * wrong title hides the beginning of a report from its text, so the last word
 * is "no title": the list then shows the beginning itself. */
#include "head_title.h"

#include "dateline/report/abbreviation.h"
#include "dateline/text/letter.h"
#include "head_words.h"

enum {
	LINE_BYTES = 2048, /* a longer line is no title by any rule */
	NEXT_BYTES = 640,  /* of the text below: more than R6.7 asks for */
	BAR_TITLE = 400,   /* characters, here and below */
	BAR_SOURCE = 60,
	LEAD_MIN = 60,
	OPEN_MAX = 160, /* a line that does not end a sentence */
	CAPITALS_MAX = 180,
	ASKING_MAX = 120,
	SENTENCE_MAX = 110,
	HEADLINE_MAX = 75, /* a longer sentence has to sound like a headline */
	LABEL_BYTES = 24,
};

/* Verbs that stand small in a sentence and large in a Headline Like This. */
static const char small_verbs[] =
    " am are be been is was were had has have can could did do does may might"
    " must should will would ";

/* Words that sentences have and headlines leave out. */
static const char prose_words[] =
    " a an the is are was were has have had been this that these those its his"
    " her their will would ";

enum verdict { PASS, TITLE, NO_TITLE };

/* What the rules look at. */
struct first {
	struct str line;
	struct str next;
	size_t chars;
	bool ends; /* the line ends a sentence */
	bool runs_on;
};

static const char speech_verbs[] =
    " said says say told tells asked replied added wrote answered explained"
    " insisted warned noted tweeted recalled argued responded continued"
    " declared stated announced joked shouted according ";

/* "TITLE | SOURCE" in two, at the last bar with a blank on both sides. */
static bool
split_bar(struct str line, struct str *title, struct str *source)
{
	const char *bar = line.ptr + line.len;
	size_t at;

	do {
		bar = memrchr(line.ptr, '|', (size_t)(bar - line.ptr));
		at = bar ? (size_t)(bar - line.ptr) : 0;
		if (at < 2)
			return false;
	} while (!str_starts(str_skip(line, at - 1), STR(" | ")));
	*title = letter_trim(str_head(line, at));
	*source = letter_trim(str_skip(line, at + 1));
	return title->len > 0 && source->len > 0;
}

/* "Time Inc." and "Zoom!" are names though they end like a sentence. */
static bool
is_source(struct str s)
{
	if (letter_count(s) > BAR_SOURCE)
		return false;
	return !letter_text_ends_sentence(s) || ends_abbreviation(s) ||
	       (str_ends(s, STR("!")) && words_count(s) == 1);
}

static enum verdict
rule_bar(const struct first *f)
{
	struct str title, source;

	return split_bar(f->line, &title, &source) && is_source(source) &&
		       letter_count(title) <= BAR_TITLE
		   ? TITLE
		   : PASS;
}

static enum verdict
rule_dateline(const struct first *f)
{
	struct span all = { 0, (uint32_t)f->line.len };
	uint32_t body;

	if (head_dateline(f->line, all, &body).len == 0)
		return PASS;
	return f->next.len == 0 ||
		       letter_count(str_skip(f->line, body)) > LEAD_MIN
		   ? NO_TITLE
		   : PASS;
}

/* The mark that closes what `cp` opens; 0 when it opens nothing. */
static uint32_t
closing_mark(uint32_t cp)
{
	static const uint32_t pairs[][2] = {
		{ '"', '"' },
		{ 0x201C, 0x201D }, /* “ ” */
		{ 0x201E, 0x201C }, /* „ “ */
		{ 0xAB, 0xBB },     /* « » */
		{ 0x300C, 0x300D }, /* 「 」 */
		{ 0x300E, 0x300F }, /* 『 』 */
		{ 0x2018, 0x2019 }, /* ‘ ’ */
		{ '\'', '\'' },
	};
	size_t i;

	if (cp < 0x80 && cp != '"' && cp != '\'')
		return 0;
	for (i = 0; i < COUNT(pairs); i++)
		if (pairs[i][0] == cp)
			return pairs[i][1];
	return 0;
}

/* An apostrophe stands between letters, a closing mark does not. */
static bool
is_inside_word(struct str s, size_t at, size_t n)
{
	uint32_t before, after;

	if (at == 0 || utf8_next(s, at + n, &after) == 0)
		return false;
	utf8_next(s, utf8_prev(s, at), &before);
	return letter_is_alpha(before) && letter_is_alpha(after);
}

/* The words between the first pair of marks from `*at` on; `*at` goes behind
 * them, or to the end. */
static bool
next_quoted(struct str s, size_t *at, struct span *words)
{
	uint32_t cp, close = 0, opens = 0;
	size_t n, from = 0, i;

	for (i = *at; (n = utf8_next(s, i, &cp)) > 0; i += n) {
		if (close == 0)
			opens = closing_mark(cp);
		if ((close == 0 ? opens == 0 : cp != close) ||
		    is_inside_word(s, i, n))
			continue;
		if (close == 0) {
			close = opens;
			from = i + n;
			continue;
		}
		*words = span_of(from, i);
		*at = i + n;
		return true;
	}
	*at = s.len;
	return false;
}

/* How many words of `line` stand in `list`. */
static size_t
count_words(struct str line, const char *list)
{
	struct words w = { .line = line };
	struct str word;
	size_t n = 0;

	while (words_next(&w, &word))
		n += word_is(word, list);
	return n;
}

static bool
has_word(struct str line, const char *list)
{
	return count_words(line, list) > 0;
}

/* Whether what stands in marks was said rather than named so: it ends like
 * speech, or is long enough.  Headlines like ‘single marks’ around a word. */
static bool
sounds_said(const struct first *f, struct span words)
{
	struct str q = letter_trim(str_of(f->line, words));
	bool single = f->line.ptr[words.off - 1] == '\'' ||
		      str_ends(str_head(f->line, words.off), STR("‘"));

	if (str_ends(q, STR(",")) || !f->ends)
		return str_ends(q, STR(","));
	if (letter_text_ends_sentence(q))
		return !single || words_count(q) >= 3;
	return !single && words_count(q) >= 3;
}

/* Most of the long words are capitalised, and there are enough of them. */
static bool
has_capitals(struct str line)
{
	struct words w = { .line = line };
	struct str word;
	size_t all = 0, capital = 0;

	while (words_next(&w, &word)) {
		if (word_letters(word) < 4)
			continue;
		all++;
		capital += word_is_capital(word);
	}
	return capital >= 3 && capital * 4 >= all * 3;
}

/* A quote with a speech verb outside its marks.  A line that ends no sentence
 * is a lead only if the quote ends in a comma: “I agree,” he said */
static enum verdict
rule_quote(const struct first *f)
{
	size_t at = 0, from = 0;
	struct span words;
	bool quote = false, verb = false;

	while (next_quoted(f->line, &at, &words)) {
		quote |= sounds_said(f, words);
		verb |= has_word(
		    str_of(f->line, span_of(from, words.off)), speech_verbs);
		from = at;
	}
	if (!quote || has_capitals(f->line))
		return PASS;
	verb = verb || has_word(str_skip(f->line, from), speech_verbs);
	return verb ? NO_TITLE : PASS;
}

static enum verdict
rule_open(const struct first *f)
{
	if (f->ends || f->chars > OPEN_MAX || str_ends(f->line, STR(":")) ||
	    str_ends(f->line, STR(",")))
		return PASS;
	return TITLE;
}

/* "The mayor of Port Isolde has a Friend in Velmar." has the capitals of names,
 * and its verb is small. */
static bool
has_small_verb(struct str line)
{
	struct words w = { .line = line };
	struct str word;

	while (words_next(&w, &word))
		if (!word_is_capital(word) && word_is(word, small_verbs))
			return true;
	return false;
}

static enum verdict
rule_capitals(const struct first *f)
{
	if (f->chars > CAPITALS_MAX || f->next.len == 0 ||
	    str_ends(f->line, STR(":")) || !has_capitals(f->line))
		return PASS;
	return f->ends && has_small_verb(f->line) ? PASS : TITLE;
}

/* The last sign, closing marks skipped, asks or calls. */
static bool
ends_asking(struct str s)
{
	uint32_t cp = 0;
	size_t at = s.len;

	while (at > 0) {
		at = utf8_prev(s, at);
		utf8_next(s, at, &cp);
		if (!letter_is_closer(cp))
			break;
	}
	return cp == '?' || cp == '!' || cp == 0xFF1F || cp == 0xFF01 ||
	       cp == 0x061F;
}

static enum verdict
rule_asking(const struct first *f)
{
	if (f->chars > ASKING_MAX || f->next.len == 0 || !ends_asking(f->line))
		return PASS;
	return sentence_count(f->line) <= 2 ? TITLE : PASS;
}

/* One word, or two that shout, with a full stop: "Letters.", "TOP STORIES." */
static bool
is_label(struct str line)
{
	struct words w = { .line = line };
	struct str word;
	size_t n = 0, at;
	bool small = false;

	if (line.len > LABEL_BYTES || !str_ends(line, STR(".")))
		return false;
	while (words_next(&w, &word))
		n++;
	for (at = 0; at < line.len; at++)
		small |= line.ptr[at] < 'A' ? line.ptr[at] != ' ' &&
			line.ptr[at] != '.' : line.ptr[at] > 'Z';
	return n == 1 || (n == 2 && !small);
}

static enum verdict
rule_sentence(const struct first *f)
{
	if (!f->ends || f->chars > SENTENCE_MAX || f->next.len == 0 ||
	    has_word(f->line, " said says told ") ||
	    sentence_count(f->line) != 1 || is_label(f->line))
		return PASS;
	if (f->chars > HEADLINE_MAX && count_words(f->line, prose_words) > 1)
		return PASS;
	return letter_count(f->next) * 5 >= f->chars * 6 ? TITLE : PASS;
}

/* What no rule has to look at: too much, only signs, half a paragraph. */
static enum verdict
rule_none(const struct first *f)
{
	struct words w = { .line = f->line };
	struct str word;

	return f->runs_on || f->line.len > LINE_BYTES || !words_next(&w, &word)
		   ? NO_TITLE
		   : PASS;
}

static const struct {
	const char *name;
	enum verdict (*judge)(const struct first *f);
} rules[] = {
	{ "R6.8", rule_none },
	{ "R6.1", rule_bar },
	{ "R6.2", rule_dateline },
	{ "R6.3", rule_quote },
	{ "R6.4", rule_open },
	{ "R6.5", rule_capitals },
	{ "R6.6", rule_asking },
	{ "R6.7", rule_sentence },
};

static struct span
span_in(struct str text, struct str part)
{
	size_t from = (size_t)(part.ptr - text.ptr);

	return span_of(from, from + part.len);
}

static void
set_title(struct head *h, struct str text, struct str line)
{
	struct str title = line, source;

	if (strcmp(h->title_rule, "R6.1") == 0 &&
	    split_bar(line, &title, &source) && h->source.len == 0)
		h->source = span_in(text, source);
	h->title = span_in(text, title);
}

void
title_read(struct head *h, struct str text, struct span line, struct span next,
    bool runs_on)
{
	struct first f = { .line = str_of(text, line),
		.next = str_head(str_of(text, next), NEXT_BYTES),
		.runs_on = runs_on };
	enum verdict verdict = PASS;
	size_t i;

	f.chars = letter_count(f.line);
	f.ends = letter_text_ends_sentence(f.line);
	h->title_rule = "R6.8";
	for (i = 0; i < COUNT(rules) && verdict == PASS; i++) {
		verdict = rules[i].judge(&f);
		if (verdict != PASS)
			h->title_rule = rules[i].name;
	}
	if (verdict == TITLE)
		set_title(h, text, f.line);
}
