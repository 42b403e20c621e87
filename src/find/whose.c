/* From a speaker in one report to a name among many.  The rules speak first,
 * then the person, who may know this quote, or the name. */
#include "dateline/find/whose.h"

#include "dateline/base/buf.h"
#include "dateline/find/name.h"
#include "dateline/text/line.h"

static struct str
name_found(struct arena *a, const struct article *t, const struct quote *q)
{
	struct str name = line_of(a, str_of(t->text.text, q->speaker));
	struct buf b = { .in = a };

	if (!q->bare || name.len == 0)
		return name;
	buf_add(&b, name);
	buf_add(&b, STR(NAME_UNCLEAR));
	return buf_str(&b);
}

static struct str
words_of(struct arena *a, const struct article *t, size_t i)
{
	return corrections_words(
	    a, str_of(t->text.text, t->quotes[i].words));
}

/* What was said of single quotes of that day.  Few lines speak of a day, so
 * each quote is held against all of them. */
static void
name_quotes(struct arena *a, const struct corrections *c,
    const struct article *t, date day, struct str file, struct whose *w)
{
	size_t n;
	const struct quote_correction *said = corrections_of_day(c, day, &n);
	uint32_t *seen = arena_array(a, uint32_t, n + 1);

	for (size_t i = 0; i < t->quote_n && n > 0; i++) {
		struct str key = name_key(a, words_of(a, t, i));

		for (size_t k = 0; k < n; k++) {
			if (!str_eq(said[k].mark.file, file) ||
			    !str_eq(said[k].key, key) ||
			    ++seen[k] != said[k].mark.nth)
				continue;
			w[i] = (struct whose){ said[k].name, true };
		}
	}
}

struct whose *
whose_read(struct arena *a, const struct corrections *corrections,
    const struct article *t, date day, const char *path)
{
	struct whose *w = arena_array(a, struct whose, t->quote_n + 1);

	for (size_t i = 0; i < t->quote_n; i++)
		w[i].name = name_found(a, t, &t->quotes[i]);
	if (!corrections)
		return w;
	if (corrections_on(corrections, day))
		name_quotes(a, corrections, t, day,
		    corrections_file_name(a, path), w);
	for (size_t i = 0; i < t->quote_n; i++) {
		struct str name =
		    corrections_name(corrections, a, w[i].name);

		w[i].yours |= name.ptr != w[i].name.ptr;
		w[i].name = name;
	}
	return w;
}

struct quote_mark
whose_mark(struct arena *a, const struct article *t, size_t i, date day,
    const char *path)
{
	struct quote_mark m = { .day = day, .nth = 1,
		.file = corrections_file_name(a, path),
		.words = words_of(a, t, i) };
	struct str key = name_key(a, m.words);

	for (size_t k = 0; k < i; k++)
		m.nth += str_eq(name_key(a, words_of(a, t, k)), key);
	return m;
}
