/* One line of the file of corrections, to and fro. */
#include "corrections_line.h"

#include "dateline/base/buf.h"
#include "dateline/find/name.h"
#include "dateline/text/glyph.h"
#include "dateline/text/letter.h"
#include "dateline/text/line.h"

enum { WORDS_MAX = 80, DIGITS_MAX = 8 };

#define OPEN "\xE2\x80\x9C"  /* “ */
#define CLOSE "\xE2\x80\x9D" /* ” */
#define MORE "\xE2\x80\xA6"  /* … */

/* Where `what` stands in `s` first; s.len if it does not. */
static size_t
find_first(struct str s, struct str what)
{
	for (size_t i = 0; i + what.len <= s.len; i++)
		if (str_starts(str_skip(s, i), what))
			return i;
	return s.len;
}

static size_t
find_last(struct str s, struct str what)
{
	for (size_t i = s.len; i-- > 0;)
		if (str_starts(str_skip(s, i), what))
			return i;
	return s.len;
}

struct str
corrections_file_name(struct arena *a, const char *path)
{
	struct str name = str_c(path);
	struct buf gated = { .in = a }, b = { .in = a };
	size_t at, from = name.len;

	while (from > 0 && name.ptr[from - 1] != '/')
		from--;
	glyph_gate(&gated, str_skip(name, from), GATE_PIPE);
	name = line_of(a, buf_str(&gated));
	while ((at = find_first(name, STR(OPEN))) < name.len) {
		buf_add(&b, str_head(name, at));
		buf_addc(&b, '"');
		name = str_skip(name, at + sizeof(OPEN) - 1);
	}
	buf_add(&b, name);
	return buf_str(&b);
}

struct str
corrections_words(struct arena *a, struct str words)
{
	struct buf gated = { .in = a }, b = { .in = a };

	/* a character is at most four bytes; blanks may go */
	glyph_gate(&gated, str_head(words, utf8_floor(words, 8 * WORDS_MAX)),
	    GATE_PIPE);
	words = line_of(a, buf_str(&gated));
	if (words.len <= WORDS_MAX)
		return words;
	buf_add(&b, str_head(words, utf8_floor(words, WORDS_MAX)));
	buf_add(&b, STR(MORE));
	return buf_str(&b);
}

/* "#2" at the end of a file name is the number of times. */
static uint32_t
take_number(struct str *file)
{
	size_t at = file->len, digits;
	uint32_t n = 0;

	while (at > 0 && file->ptr[at - 1] >= '0' && file->ptr[at - 1] <= '9')
		at--;
	digits = file->len - at;
	if (digits == 0 || digits > DIGITS_MAX || at < 2 ||
	    file->ptr[at - 1] != '#' || file->ptr[at - 2] != ' ')
		return 0;
	for (size_t i = at; i < file->len; i++)
		n = n * 10 + (uint32_t)(file->ptr[i] - '0');
	file->len = at - 2;
	return n;
}

static bool
parse_day(struct str *s, date *day)
{
	struct ymd when;

	if (str_starts(*s, STR("undated "))) {
		*day = DATE_NONE;
		*s = str_skip(*s, sizeof("undated ") - 1);
		return true;
	}
	if (!date_scan(*s, &when) || s->len < 11 || s->ptr[10] != ' ')
		return false;
	*day = date_of(when);
	*s = str_skip(*s, 11);
	return *day != DATE_NONE;
}

/* 2023-03-23 talks.txt #2 “I agree,” = NAME */
static bool
parse_speaker(struct arena *a, struct str s, struct line *l)
{
	size_t open, close;
	uint32_t nth;

	if (!parse_day(&s, &l->mark.day))
		return false;
	open = find_first(s, STR(" " OPEN));
	close = find_last(s, STR(CLOSE " = "));
	if (open == s.len || close == s.len || close < open + 4)
		return false;
	l->mark.file = str_head(s, open);
	nth = take_number(&l->mark.file);
	l->mark.nth = nth > 0 ? nth : 1;
	l->mark.words = str_of(s, span_of(open + 4, close));
	l->key = name_key(a, l->mark.words);
	l->name = letter_trim(str_skip(s, close + 6));
	return l->key.len > 0 && l->name.len > 0;
}

/* A = B */
static bool
parse_same(struct arena *a, struct str s, struct line *l)
{
	size_t at = find_first(s, STR(" = "));

	l->key = name_key(a, name_without_mark(letter_trim(str_head(s, at))));
	l->name = name_without_mark(letter_trim(str_skip(s, at + 3)));
	return at < s.len && l->key.len > 0 && l->name.len > 0;
}

struct line
line_parse(struct arena *a, struct str text)
{
	struct line l = { .kind = LINE_OTHER };

	text = letter_trim(text);
	if (str_starts(text, STR("same ")) &&
	    parse_same(a, str_skip(text, 5), &l))
		l.kind = LINE_SAME;
	else if (str_starts(text, STR("speaker ")) &&
	    parse_speaker(a, str_skip(text, 8), &l))
		l.kind = LINE_SPEAKER;
	return l;
}

/* Whether a name ends as if a number of times stood there. */
static bool
seems_numbered(struct str file)
{
	return take_number(&file) > 0;
}

struct str
line_write(struct arena *a, const struct line *l)
{
	struct buf b = { .in = a };
	char day[DATE_TEXT];

	if (l->kind == LINE_SAME) {
		buf_addf(&b, "same %.*s = ", (int)l->mark.words.len,
		    l->mark.words.ptr);
	} else {
		date_print(day, l->mark.day);
		buf_addf(&b, "speaker %s %.*s ",
		    l->mark.day == DATE_NONE ? "undated" : day,
		    (int)l->mark.file.len, l->mark.file.ptr);
		if (l->mark.nth > 1 || seems_numbered(l->mark.file))
			buf_addf(&b, "#%u ", (unsigned)l->mark.nth);
		buf_addf(&b, OPEN "%.*s" CLOSE " = ", (int)l->mark.words.len,
		    l->mark.words.ptr);
	}
	buf_add(&b, l->name);
	return buf_str(&b);
}

bool
line_eq(const struct line *a, const struct line *b)
{
	if (a->kind != b->kind || !str_eq(a->key, b->key))
		return false;
	return a->kind == LINE_SAME ||
	    (a->kind == LINE_SPEAKER && a->mark.day == b->mark.day &&
		a->mark.nth == b->mark.nth &&
		str_eq(a->mark.file, b->mark.file));
}
