/* Somebody's post (R10), read from its end:
 *
 *	It rained all night. — Ann Lee (@annlee) June 15, 2020
 *	|<---- said ---->|     |author| |handle| |<-- day -->|
 */
#include "block_post.h"

#include "dateline/text/letter.h"
#include "head_words.h"

enum {
	HANDLE_MAX = 64, /* bytes */
	DAY_MAX = 24,    /* bytes: "September 30, 2020" */
	AUTHOR_MAX = 80, /* characters */
	AUTHOR_BYTES = 4 * AUTHOR_MAX + 16,
};

/* "June 15, 2020". */
static bool
is_day(struct str s)
{
	struct words w = { .line = s };
	struct str month, day, year, more;

	return words_next(&w, &month) && word_is_month(month) &&
	       words_next(&w, &day) && day.len <= 2 && word_letters(day) == 0 &&
	       words_next(&w, &year) && year.len == 4 &&
	       word_letters(year) == 0 && !words_next(&w, &more);
}

/* Cuts the day off the end of `s`, if one stands there. */
static struct str
without_day(struct str s)
{
	size_t from = s.len;

	while (from > 0 && s.len - from <= DAY_MAX && s.ptr[from - 1] != ')')
		from--;
	if (from == 0 || s.ptr[from - 1] != ')' || !is_day(str_skip(s, from)))
		return s;
	return str_head(s, from);
}

static bool
is_handle_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' ||
	       c == '@';
}

/* Cuts "(@handle)" off the end of `s`; empty when none stands there. */
static struct str
without_handle(struct str s)
{
	size_t from = s.len - (s.len > 0);

	if (!str_ends(s, STR(")")))
		return str_head(s, 0);
	while (from > 0 && s.len - from < HANDLE_MAX &&
	       is_handle_byte(s.ptr[from - 1]))
		from--;
	if (from == 0 || s.ptr[from - 1] != '(' || s.ptr[from] != '@' ||
	    s.len - from < 3)
		return str_head(s, 0);
	return letter_trim(str_head(s, from - 1));
}

/* A dash at `at` that opens the name: — or – or ―, or - or -- with a blank
 * before and behind it.  Returns its bytes, or 0. */
static size_t
dash_bytes(struct str s, size_t at)
{
	uint32_t cp, before = ' ', after;
	size_t n = utf8_next(s, at, &cp);

	if (!letter_is_dash(cp))
		return 0;
	if (cp >= 0x2013 && cp <= 0x2015)
		return n;
	if (at > 0)
		utf8_next(s, utf8_prev(s, at), &before);
	return utf8_next(s, at + n, &after) > 0 && letter_is_space(after) &&
		       (letter_is_space(before) || before == '-')
		   ? n
		   : 0;
}

/* The bytes of `s` before the dash; the name follows at `*name`. */
static bool
find_dash(struct str s, size_t *said, size_t *name)
{
	size_t at = s.len, n;

	while (at > 0 && s.len - at <= AUTHOR_BYTES) {
		at = utf8_prev(s, at);
		n = dash_bytes(s, at);
		if (n == 0)
			continue;
		*name = at + n;
		if (at > 0 && s.ptr[at] == '-' && s.ptr[at - 1] == '-')
			at--;
		*said = at;
		return true;
	}
	return false;
}

bool
post_read(
    struct str text, struct span at, struct span *said, struct span *author)
{
	struct str block = str_of(text, at), s;
	char last = block.len > 0 ? block.ptr[block.len - 1] : 0;
	size_t dash, name;

	if (last != ')' && (last < '0' || last > '9'))
		return false;
	s = without_handle(without_day(block));
	if (s.len == 0 || !find_dash(s, &dash, &name))
		return false;
	*said = letter_trim_span(text, span_of(at.off, at.off + dash));
	*author =
	    letter_trim_span(text, span_of(at.off + name, at.off + s.len));
	return said->len > 0 && author->len > 0 &&
	       letter_count(str_of(text, *author)) <= AUTHOR_MAX;
}
