/* Paragraphs are what empty lines leave apart.  A line is looked at from its
 * front only as far as its first letter, and memchr() finds its end, so cutting
 * costs little more than reading. */
#include "paragraph.h"

#include "dateline/text/letter.h"

size_t
line_end(struct str text, size_t at)
{
	const char *nl;

	if (at >= text.len)
		return text.len;
	nl = memchr(text.ptr + at, '\n', text.len - at);
	return nl ? (size_t)(nl - text.ptr) : text.len;
}

bool
line_is_blank(struct str text, size_t at)
{
	uint32_t cp;
	size_t n;

	if (at < text.len && (uint8_t)(text.ptr[at] - '!') <= '~' - '!')
		return false; /* nearly every line */
	while ((n = utf8_next(text, at, &cp)) > 0 && cp != '\n') {
		if (!letter_is_space(cp))
			return false;
		at += n;
	}
	return true;
}

bool
paragraph_next(struct str text, size_t *at, struct span *out)
{
	size_t from = *at, to;

	while (from < text.len && line_is_blank(text, from))
		from = text.ptr[from] == '\n' ? from + 1
					      : line_end(text, from) + 1;
	for (to = from; to < text.len && !line_is_blank(text, to);)
		to = line_end(text, to) + 1;
	if (to > text.len)
		to = text.len;
	*at = to;
	if (from >= text.len)
		return false;
	*out = letter_trim_span(text, span_of(from, to));
	return true;
}
