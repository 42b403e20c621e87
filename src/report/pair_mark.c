/* Lists the quotation marks of a paragraph with what stands on their two sides.
 * Most of a text is none, and is passed over sixteen bytes at a time. */
#include "pair_mark.h"

#include "dateline/base/sixteen.h"
#include "dateline/text/letter.h"

struct mark
mark_at(struct str s, size_t at, size_t end)
{
	struct mark m = { .off = (uint32_t)at };
	uint32_t cp;

	m.len = (uint8_t)utf8_next(str_head(s, end), at, &cp);
	m.kind = MARK_DOUBLE;
	switch (cp) {
	case '"': case 0xFF02:
		return m;
	case 0x201C: case 0x201E: case 0x201F:
		m.side = SIDE_LEFT;
		return m;
	case 0x201D:
		m.side = SIDE_RIGHT;
		return m;
	case '\'': case '`':
		if (at + 1 < end && s.ptr[at + 1] == s.ptr[at])
			m.len = 2;
		else
			m.kind = MARK_SINGLE;
		m.side = cp == '`' ? SIDE_LEFT : SIDE_NONE;
		return m;
	case 0x2018: case 0x201A: case 0x201B:
		m.kind = MARK_SINGLE;
		m.side = SIDE_LEFT;
		return m;
	case 0x2019:
		m.kind = MARK_SINGLE;
		m.side = SIDE_RIGHT;
		return m;
	case 0xAB: case 0xBB:
		m.kind = MARK_GUILLEMET;
		m.side = cp == 0xAB ? SIDE_LEFT : SIDE_RIGHT;
		return m;
	case 0x300C: case 0x300D: case 0x300E: case 0x300F:
		m.kind = MARK_CORNER;
		m.side = cp & 1 ? SIDE_RIGHT : SIDE_LEFT;
		return m;
	default:
		m.len = 0;
		return m;
	}
}

/* The bytes that quotation marks begin with. */
static const bool mark_byte[256] = { ['"'] = true, ['\''] = true,
	['`'] = true, [0xC2] = true, [0xE2] = true, [0xE3] = true,
	[0xEF] = true };

bool
mark_may_begin(char c)
{
	return mark_byte[(uint8_t)c];
}

/* How many of sixteen bytes no mark begins with, up to the first that one may.  Two
 * bits tell " and ' from each other, and from # and &, which are rare. */
static size_t
count_no_marks(const char *p)
{
	struct sixteen x = sixteen_at(p);
	struct sixteen mark = sixteen_either(
	    sixteen_is(sixteen_with(x, 0x05), '\''), sixteen_is(x, '`'));

	return sixteen_first(sixteen_bits(sixteen_either(mark, x)));
}

/* The next byte that a mark may begin with; most of a text has none. */
static size_t
skip_to_mark(struct str text, size_t at, size_t end)
{
	while (end - at >= 16) {
		size_t n = count_no_marks(text.ptr + at);

		at += n;
		if (n < 16 && mark_may_begin(text.ptr[at]))
			return at;
		at += n < 16;
	}
	while (at < end && !mark_may_begin(text.ptr[at]))
		at++;
	return at;
}

bool
mark_word(uint32_t cp)
{
	if ((cp | 0x20) - 'a' < 26)
		return true;
	if (cp <= ' ')
		return false;
	return letter_is_alpha(cp) || letter_is_digit(cp);
}

static bool
is_single_closer(const struct mark *m)
{
	return m->kind == MARK_SINGLE && m->side != SIDE_LEFT &&
	    !letter_is_space(m->before) && !mark_word(m->after);
}

static void
look_around(struct mark *m, struct str text, struct span para)
{
	struct str s = str_head(text, span_end(para));
	uint32_t next = ' ';

	m->before = m->after = ' ';
	if (m->off > para.off)
		utf8_next(s, utf8_prev(s, m->off), &m->before);
	if (m->off + m->len < span_end(para)) {
		size_t n = utf8_next(s, m->off + m->len, &m->after);

		if (m->off + m->len + n < span_end(para))
			utf8_next(s, m->off + m->len + n, &next);
	}
	m->owner = (m->before | 0x20) == 's' && m->after == ' ' &&
	    letter_is_lower(next);
}

struct marks
mark_list(struct arena *a, struct str text, struct span para)
{
	struct marks l = { .text = text, .para = para };
	size_t at = para.off, end = span_end(para);
	uint32_t doubles = 0, closer = 0;
	size_t i;

	while ((at = skip_to_mark(text, at, end)) < end) {
		struct mark m = mark_at(text, at, end);

		if (m.len == 0) {
			at++;
			continue;
		}
		look_around(&m, text, para);
		m.doubles = doubles;
		doubles += m.kind == MARK_DOUBLE;
		*arena_push(a, struct mark, l.at, l.n, l.cap) = m;
		at += m.len;
	}
	for (i = l.n; i-- > 0;) {
		l.at[i].closer = closer;
		if (is_single_closer(&l.at[i]))
			closer = (uint32_t)i;
	}
	return l;
}
