/* Find words in reports.  Whether the bytes of a record hold them is asked
 * first, so only reports with a hit are read as articles; since a text folds to
 * the same key dressed and plain, the two cannot disagree. */
#include "dateline/find/search.h"

#include "dateline/text/letter.h"

bool
search_raw(const struct match *m, struct arena *scratch, struct str raw,
    uint32_t marker)
{
	return match_count(m, scratch, str_skip(raw, marker)) > 0;
}

size_t
search_article(const struct match *m, struct arena *a, const struct article *t,
    struct span **hits)
{
	const struct head *h = &t->head;
	uint32_t from = h->title.len ? h->title.off : h->body;
	size_t n = match_all(m, a, t->text.text, hits), kept = 0;

	for (size_t i = 0; i < n; i++)
		if ((*hits)[i].off >= from &&
		    !span_meets((*hits)[i], h->front))
			(*hits)[kept++] = (*hits)[i];
	return kept;
}

/* The title, the source or the block that holds `at`. */
static struct span
part_of(const struct article *t, uint32_t at)
{
	if (span_has(t->head.title, at))
		return t->head.title;
	if (span_has(t->head.source, at))
		return t->head.source;
	if (t->block_n == 0)
		return span_of(0, t->text.text.len);
	return t->blocks[article_block(t, at)].at;
}

/* Whether a sentence ends between `at` and what follows: a full stop, closers,
 * a blank, and nothing in lower case after it; not after one letter, as in
 * "J. Smith" and "U.S. ships". */
static bool
sentence_ends(struct str text, uint32_t at)
{
	uint32_t cp, before = 0, next = 0;
	size_t p = at;

	if (at == 0 || !letter_is_space((utf8_next(text, at, &cp), cp)))
		return false;
	while (p > 0 && letter_is_space((p = utf8_prev(text, p),
			    utf8_next(text, p, &cp), cp)))
		;
	if (!letter_text_ends_sentence(str_head(text, p + utf8_next(text, p, &cp))))
		return false;
	if (cp == '.' && p >= 2) {
		size_t one = utf8_prev(text, p), two;

		utf8_next(text, one, &before);
		two = utf8_prev(text, one);
		utf8_next(text, two, &next);
		if (letter_is_upper(before) && !letter_is_alpha(next))
			return false;
	}
	for (p = at; p < text.len && letter_is_space((utf8_next(text, p, &cp), cp));)
		p += utf8_next(text, p, &cp);
	return p >= text.len || !letter_is_lower(cp);
}

struct span
search_sentence(const struct article *t, struct span hit)
{
	struct str text = t->text.text;
	struct span part = part_of(t, hit.off);
	uint32_t from = hit.off, to = span_end(hit), end = span_end(part);
	uint32_t cp;

	if (from < part.off || to > end)
		return hit;
	while (from > part.off && !sentence_ends(text, (uint32_t)utf8_prev(text, from)))
		from = (uint32_t)utf8_prev(text, from);
	while (to < end && !sentence_ends(str_head(text, end), to))
		to += (uint32_t)utf8_next(text, to, &cp);
	return letter_trim_span(text, span_of(from, to));
}

bool
search_meets(const struct span *hits, size_t n, struct span in)
{
	for (size_t i = 0; i < n; i++)
		if (span_meets(hits[i], in))
			return true;
	return false;
}
