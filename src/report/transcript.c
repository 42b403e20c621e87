/* Who speaks in a transcript stands before what he says, in capitals.  One such
 * line may be a heading (CORRECTION: …), so a transcript takes three, and
 * somebody who speaks twice. */
#include "transcript.h"

#include "dateline/text/letter.h"

enum {
	LABEL_MAX = 48,	  /* bytes */
	LETTERS_MIN = 3,  /* Q: and A: are nobody */
	LABELS_MAX = 8,	  /* different ones, of which one must come again */
	TRANSCRIPT_MIN = 3,
};

static bool
is_label_sign(uint32_t cp)
{
	return cp == ' ' || cp == '.' || cp == '-' || letter_is_apostrophe(cp);
}

struct span
transcript_label(struct str text, struct span at, size_t *body)
{
	struct str s = str_head(str_of(text, at), LABEL_MAX);
	size_t i = 0, n, letters = 0;
	uint32_t cp = 0;

	for (; i < s.len; i += n) {
		n = utf8_next(s, i, &cp);
		if (letter_is_upper(cp))
			letters++;
		else if (i == 0 || !is_label_sign(cp))
			break;
	}
	if (i + 1 >= s.len || cp != ':' || letters < LETTERS_MIN ||
	    !letter_is_space((uint8_t)s.ptr[i + 1]))
		return (struct span){ 0 };
	*body = letter_trim_span(text,
	    span_of(at.off + i + 1, span_end(at))).off;
	return letter_trim_span(text, (struct span){ at.off, (uint32_t)i });
}

bool
transcript_is(struct str text, const struct block *blocks, size_t block_n)
{
	struct str seen[LABELS_MAX];
	size_t i, j, n = 0, labels = 0, body;
	bool again = false;

	for (i = 0; i < block_n; i++) {
		struct span label;

		if (blocks[i].kind != BLOCK_TEXT)
			continue;
		label = transcript_label(text, blocks[i].at, &body);
		if (label.len == 0)
			continue;
		labels++;
		for (j = 0; j < n; j++)
			again |= str_eq(seen[j], str_of(text, label));
		if (n < LABELS_MAX)
			seen[n++] = str_of(text, label);
		if (again && labels >= TRANSCRIPT_MIN)
			return true;
	}
	return false;
}
