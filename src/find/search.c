/* Find words in reports.  Whether the bytes of a record hold them is asked
 * first, so only reports with a hit are read as articles; since a text folds to
 * the same key dressed and plain, the two cannot disagree. */
#include "dateline/find/search.h"

#include "dateline/report/abbreviation.h"
#include "dateline/text/glyph.h"
#include "dateline/text/letter.h"

bool
search_raw(const struct match *m, struct arena *scratch, struct str raw,
    uint32_t marker)
{
	return match_any(m, scratch, str_skip(raw, marker));
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

static uint32_t
char_at(struct str text, size_t at)
{
	uint32_t cp = 0;

	return utf8_next(text, at, &cp) > 0 ? cp : 0;
}

static uint32_t
char_before(struct str text, size_t at)
{
	return at > 0 ? char_at(text, utf8_prev(text, at)) : 0;
}

/* Stops that need no blank after them. */
static bool
is_wide_stop(uint32_t cp)
{
	return cp == 0x3002 || cp == 0xFF01 || cp == 0xFF0E || cp == 0xFF1F;
}

/* Whether a sentence ends at `at`: a stop and its closers before it, a blank
 * after it, and nothing in lower case after the blanks. */
static bool
sentence_ends(struct str text, size_t at)
{
	uint32_t before = char_before(text, at), after = char_at(text, at);

	if (is_wide_stop(before) && !letter_is_closer(after))
		return true;
	if (!letter_is_space(after) || letter_is_space(before) ||
	    !letter_text_ends_sentence(str_head(text, at)) ||
	    ends_abbreviation(str_head(text, at)))
		return false;
	while (letter_is_space(after)) {
		at += utf8_next(text, at, &after);
		after = char_at(text, at);
	}
	return !letter_is_lower(after);
}

/* Where the sentence before `at` starts; too far off, where a word does, or
 * else a grapheme cluster. */
static size_t
reach_back(struct str text, size_t at, size_t start)
{
	size_t from = at, word = 0;
	int n = 0;

	while (from > start && n++ < SEARCH_REACH) {
		if (sentence_ends(text, from))
			return from;
		if (letter_is_space(char_at(text, from)))
			word = from;
		from = utf8_prev(text, from);
	}
	if (from == start)
		return from;
	return word > 0 ? word : from + glyph_cluster(text, from);
}

/* Where it ends, in the same way. */
static size_t
reach_on(struct str text, size_t at, size_t end)
{
	size_t to = at, word = 0;
	int n = 0;

	while (to < end && n++ < SEARCH_REACH) {
		if (sentence_ends(text, to))
			return to;
		if (letter_is_space(char_at(text, to)))
			word = to;
		to += glyph_cluster(str_head(text, end), to);
	}
	return to < end && word > 0 ? word : to;
}

struct span
search_sentence(const struct article *t, struct span hit)
{
	struct str text = t->text.text;
	struct span part = part_of(t, hit.off);

	if (hit.off < part.off || span_end(hit) > span_end(part))
		return hit;
	return letter_trim_span(text,
	    span_of(hit.len > 0 ? reach_back(text, hit.off, part.off)
				: hit.off,
		reach_on(text, span_end(hit), span_end(part))));
}
