/* What was typed before.  A walk through it begins at the line being typed,
 * which is kept aside so that it is found again at the end of the way back. */
#include "dateline/reader/history.h"

static struct str
line_at(const struct history *h, size_t i)
{
	return (struct str){ h->lines[i].text, h->lines[i].len };
}

static void
line_remove(struct history *h, size_t i)
{
	memmove(&h->lines[i], &h->lines[i + 1],
	    (h->n - i - 1) * sizeof(h->lines[0]));
	h->n--;
}

void
history_add(struct history *h, struct str line)
{
	size_t i = 0;

	line = str_head(line, PROMPT_MAX);
	if (line.len == 0)
		return;
	while (i < h->n && !str_eq(line_at(h, i), line))
		i++;
	if (i < h->n)
		line_remove(h, i);
	else if (h->n == HISTORY_MAX)
		line_remove(h, 0);
	memcpy(h->lines[h->n].text, line.ptr, line.len);
	h->lines[h->n++].len = line.len;
}

static bool
holds(struct str line, struct str part)
{
	return part.len == 0 ||
	    memmem(line.ptr, line.len, part.ptr, part.len) != NULL;
}

bool
history_walk(const struct history *h, struct prompt *p, int by, bool holding)
{
	size_t at = p->walked;
	struct str typed;

	if (at == 0) {
		p->typed_len = p->len;
		memcpy(p->typed, p->text, p->len);
	}
	typed = (struct str){ p->typed, p->typed_len };
	do {
		if (by > 0 ? at == 0 : at >= h->n)
			return false;
		at = by > 0 ? at - 1 : at + 1;
	} while (at > 0 && holding && !holds(line_at(h, h->n - at), typed));
	prompt_set(p, at > 0 ? line_at(h, h->n - at) : typed);
	p->walked = at;
	return true;
}
