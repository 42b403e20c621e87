/* The bridge between a plain text and its bytes in the file.  Between two edits
 * the texts run in step, or what lies there is one atom:
 *
 *	raw    a b c 𝗛 . . . i j          edits  { 3, 3 }  an atom
 *	plain  a b c H i j                       { 4, 7 }  in step again
 *
 * Edits never go back in either text, so both ways are one binary search. */
#include "dateline/text/plain.h"

/* How many edits lie at or before `at`; where() says which offset. */
static size_t
edits_until(const struct plain *p, uint32_t at,
    uint32_t (*where)(const struct edit *))
{
	size_t low = 0, high = p->edit_n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (where(&p->edits[mid]) <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static uint32_t
plain_of(const struct edit *e)
{
	return e->plain;
}

static uint32_t
raw_of(const struct edit *e)
{
	return e->raw;
}

/* Whether the texts run in step after the first `n` edits. */
static bool
is_in_step(const struct plain *p, size_t n)
{
	const struct edit *e = p->edits;

	return n == 0 || n == p->edit_n ||
	    e[n].plain - e[n - 1].plain == e[n].raw - e[n - 1].raw;
}

/* Where the texts were together last, after the first `n` edits. */
static struct edit
last_edit(const struct plain *p, size_t n)
{
	return n > 0 ? p->edits[n - 1] : (struct edit){ 0, p->raw_off };
}

uint32_t
plain_to_raw(const struct plain *p, uint32_t at)
{
	struct edit last;
	size_t n;

	if (at >= p->text.len)
		return p->raw_off + p->raw_len;
	n = edits_until(p, at, plain_of);
	last = last_edit(p, n);
	return is_in_step(p, n) ? last.raw + (at - last.plain) : last.raw;
}

uint32_t
plain_from_raw(const struct plain *p, uint32_t raw)
{
	struct edit last;
	size_t n;

	if (raw <= p->raw_off)
		return 0;
	if (raw - p->raw_off >= p->raw_len)
		return (uint32_t)p->text.len;
	n = edits_until(p, raw, raw_of);
	last = last_edit(p, n);
	return is_in_step(p, n) ? last.plain + (raw - last.raw) : last.plain;
}

struct span
plain_span_to_raw(const struct plain *p, struct span s)
{
	return span_of(plain_to_raw(p, s.off), plain_to_raw(p, span_end(s)));
}

struct span
plain_span_from_raw(const struct plain *p, struct span s)
{
	return span_of(
	    plain_from_raw(p, s.off), plain_from_raw(p, span_end(s)));
}

unsigned
plain_style(const struct plain *p, uint32_t at)
{
	size_t low = 0, high = p->run_n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->runs[mid].at.off <= at)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0 || !span_has(p->runs[low - 1].at, at))
		return 0;
	return p->runs[low - 1].style;
}
