/* Lists in side panes.  Only the neighbourhood of the selected entry is ever
 * made, so a list of a million entries costs as much as one of ten. */
#include "dateline/text/letter.h"
#include "dateline/text/wrap.h"
#include "panes.h"

void
list_add(const struct drawing *d, struct list *l, struct list_row row)
{
	*arena_push(d->frame, struct list_row, l->rows, l->n, l->cap) = row;
}

size_t
list_top(const struct list *l, int height)
{
	size_t rows = height > 0 ? (size_t)height : 0;
	size_t first = 0, last, middle;

	if (l->n <= rows)
		return 0;
	while (first < l->n && !l->rows[first].now)
		first++;
	last = first;
	while (last + 1 < l->n && l->rows[last + 1].now)
		last++;
	if (first == l->n)
		return 0;
	middle = (first + last) / 2;
	if (middle < rows / 2)
		return 0;
	return middle - rows / 2 < l->n - rows ? middle - rows / 2
					       : l->n - rows;
}

/* `line` with "…" at its end, within `cols`: cut after a word if there is one. */
static struct str
line_cut(const struct drawing *d, struct str line, int cols)
{
	struct buf b = { .in = d->frame };
	size_t n = glyph_fit(line, cols - 1), word = n;

	if (n < line.len) {
		while (word > 0 && line.ptr[word] != ' ')
			word--;
		n = word > n / 2 ? word : n;
	}
	buf_add(&b, letter_trim(str_head(line, n)));
	buf_add(&b, STR("…"));
	return buf_str(&b);
}

/* The lines of `text`, or more than `max` of them: a quote may go on for pages
 * of which a list shows the beginning. */
static size_t
first_lines(const struct drawing *d, struct str text, int cols, size_t max,
    struct span **lines)
{
	size_t start = glyph_fit(text, cols * ((int)max + 2));
	size_t n = wrap_lines(d->frame, text, span_of(0, start), cols, lines);

	if (n > max || start == text.len)
		return n;
	return wrap_lines(d->frame, text, span_of(0, text.len), cols, lines);
}

void
list_add_text(const struct drawing *d, struct list *l, struct list_row like,
    int cols, size_t max)
{
	struct str text = like.text;
	struct span *lines;
	size_t n = first_lines(d, text, cols, max, &lines);

	for (size_t i = 0; i < n && i < max; i++) {
		struct str line = str_of(text, lines[i]);

		if (i + 1 == max && n > max)
			line = line_cut(d, line, cols);
		like.text = line;
		list_add(d, l, like);
		like.day = STR("");
		like.dot = false;
	}
}

struct str
text_end(struct str text, int cols)
{
	int all = glyph_columns(text), one;

	while (text.len > 0 && all > (cols > 0 ? cols : 0)) {
		text = str_skip(text, glyph_measure(text, 0, &one));
		all -= one;
	}
	return text;
}
