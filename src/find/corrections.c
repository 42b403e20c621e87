/* Corrections in memory: two sorted lists, of names and of quotes, which are
 * empty for most people and then cost nothing. */
#include "dateline/find/corrections.h"

#include <stdlib.h>

#include "corrections_line.h"
#include "dateline/find/name.h"
#include "dateline/text/letter.h"
#include "dateline/text/line.h"

enum { HOPS = 8 }; /* A = B, B = C …, and A = B, B = A */

struct corrections *
corrections_new(void)
{
	struct corrections *c = xrealloc(NULL, 1, sizeof(*c));

	*c = (struct corrections){ .in = arena_new() };
	return c;
}

void
corrections_free(struct corrections *c)
{
	if (!c)
		return;
	arena_free(c->in);
	free(c);
}

static int
key_compare(struct str a, struct str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int d = n ? memcmp(a.ptr, b.ptr, n) : 0;

	return d ? d : (a.len > b.len) - (a.len < b.len);
}

/* The first name whose key is not before `key`. */
static size_t
same_from(const struct corrections *c, struct str key)
{
	size_t low = 0, high = c->same_n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (key_compare(c->same[mid].key, key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The first quote of that day, or of a later one. */
static size_t
quote_from(const struct corrections *c, date day)
{
	size_t low = 0, high = c->quote_n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c->quotes[mid].mark.day < day)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Without a name the line takes back what was said. */
static void
take_same(struct corrections *c, const struct line *l)
{
	size_t at = same_from(c, l->key);
	bool there = at < c->same_n && str_eq(c->same[at].key, l->key);

	if (there && l->name.len == 0) {
		memmove(c->same + at, c->same + at + 1,
		    (c->same_n - at - 1) * sizeof(*c->same));
		c->same_n--;
	} else if (there) {
		c->same[at] = *l;
	} else if (l->name.len > 0) {
		(void)arena_push(
		    c->in, struct line, c->same, c->same_n, c->same_cap);
		memmove(c->same + at + 1, c->same + at,
		    (c->same_n - at - 1) * sizeof(*c->same));
		c->same[at] = *l;
	}
}

static bool
is_about(const struct quote_correction *q, const struct line *l)
{
	return q->mark.nth == l->mark.nth && str_eq(q->key, l->key) &&
	    str_eq(q->mark.file, l->mark.file);
}

static void
take_speaker(struct corrections *c, const struct line *l)
{
	struct quote_correction new = { l->mark, l->key, l->name };
	size_t at = quote_from(c, l->mark.day);

	while (at < c->quote_n && c->quotes[at].mark.day == l->mark.day &&
	    !is_about(&c->quotes[at], l))
		at++;
	if (at < c->quote_n && c->quotes[at].mark.day == l->mark.day) {
		c->quotes[at] = new;
		if (l->name.len > 0)
			return;
		memmove(c->quotes + at, c->quotes + at + 1,
		    (c->quote_n - at - 1) * sizeof(*c->quotes));
		c->quote_n--;
	} else if (l->name.len > 0) {
		(void)arena_push(c->in, struct quote_correction, c->quotes,
		    c->quote_n, c->quote_cap);
		memmove(c->quotes + at + 1, c->quotes + at,
		    (c->quote_n - at - 1) * sizeof(*c->quotes));
		c->quotes[at] = new;
	}
}

static void
take(struct corrections *c, const struct line *l)
{
	if (l->kind == LINE_SAME)
		take_same(c, l);
	else
		take_speaker(c, l);
	c->version++;
}

bool
corrections_take(struct corrections *c, struct str text)
{
	struct line l = line_parse(c->in, arena_str(c->in, text));

	if (l.kind == LINE_OTHER)
		return false;
	take(c, &l);
	return true;
}

static void
say(struct corrections *c, const struct line *l)
{
	*arena_push(c->in, struct line, c->news, c->news_n, c->news_cap) = *l;
	take(c, l);
}

bool
corrections_same(struct corrections *c, struct str words, struct err *e)
{
	struct str own = line_of(c->in, words);
	const char *at = own.len ? memchr(own.ptr, '=', own.len) : NULL;
	struct line l = { .kind = LINE_SAME };

	if (at) {
		size_t n = (size_t)(at - own.ptr);

		l.mark.words =
		    name_without_mark(letter_trim(str_head(own, n)));
		l.name = name_without_mark(letter_trim(str_skip(own, n + 1)));
		l.key = name_key(c->in, l.mark.words);
	}
	if (l.key.len == 0 || l.name.len == 0)
		return err_set(e, "say which name is whose: same Clinton = "
				  "Hillary Clinton");
	if (str_eq(l.key, name_key(c->in, l.name)))
		l.name.len = 0;
	say(c, &l);
	return true;
}

bool
corrections_speaker(struct corrections *c, const struct quote_mark *mark,
    struct str name, struct err *e)
{
	struct line l = { .kind = LINE_SPEAKER, .mark = *mark };

	l.name = name_without_mark(line_of(c->in, name));
	l.mark.file = arena_str(c->in, mark->file);
	l.mark.words = arena_str(c->in, mark->words);
	l.key = name_key(c->in, l.mark.words);
	if (l.name.len == 0 || l.key.len == 0)
		return err_set(e, "say whose words these are: speaker Hillary "
				  "Clinton");
	if (str_eq(l.name, STR("-")))
		l.name.len = 0;
	say(c, &l);
	return true;
}

struct str
corrections_name(
    const struct corrections *c, struct arena *scratch, struct str name)
{
	for (int i = 0; c && c->same_n > 0 && i < HOPS; i++) {
		struct str key = name_key(scratch, name_without_mark(name));
		size_t at = same_from(c, key);

		if (at == c->same_n || !str_eq(c->same[at].key, key))
			break;
		name = c->same[at].name;
	}
	return name;
}

const struct quote_correction *
corrections_of_day(const struct corrections *c, date day, size_t *n)
{
	size_t from, to;

	*n = 0;
	if (!c || c->quote_n == 0)
		return NULL;
	from = to = quote_from(c, day);
	while (to < c->quote_n && c->quotes[to].mark.day == day)
		to++;
	*n = to - from;
	return c->quotes + from;
}

bool
corrections_on(const struct corrections *c, date day)
{
	size_t n;

	corrections_of_day(c, day, &n);
	return n > 0;
}

bool
corrections_nth_same(const struct corrections *c, size_t i, struct str *from,
    struct str *to)
{
	if (!c || i >= c->same_n)
		return false;
	*from = c->same[i].key;
	*to = c->same[i].name;
	return true;
}

uint32_t
corrections_version(const struct corrections *c)
{
	return c ? c->version : 0;
}
