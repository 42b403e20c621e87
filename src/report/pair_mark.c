/* Lists the quotation marks of a paragraph with what stands on their two sides.
 * Most of a text is none, and is passed over 64 bytes at a time. */
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

/* Where a mark may begin.  Two bits tell " and ' from each other, and from # and
 * &, which are rare. */
static inline unsigned
candidates(struct sixteen x)
{
	return sixteen_bits(sixteen_either(sixteen_leads(x),
	    sixteen_either(sixteen_is(sixteen_with(x, 0x05), '\''),
		sixteen_is(x, '`'))));
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

/* The mark at `at` if there is one; returns where it ends. */
static size_t
add_mark(struct arena *a, struct marks *l, size_t at)
{
	struct mark *m;

	if (!mark_may_begin(l->text.ptr[at]))
		return at;
	m = arena_push(a, struct mark, l->at, l->n, l->cap);
	*m = mark_at(l->text, at, span_end(l->para));
	if (m->len == 0) {
		l->n--;
		return at;
	}
	look_around(m, l->text, l->para);
	if (l->n > 1)
		m->doubles = m[-1].doubles + (m[-1].kind == MARK_DOUBLE);
	return at + m->len;
}

static void
note_closers(struct marks *l)
{
	uint32_t closer = 0;

	for (size_t i = l->n; i-- > 0;) {
		l->at[i].closer = closer;
		if (is_single_closer(&l->at[i]))
			closer = (uint32_t)i;
	}
}

struct marks
mark_list(struct arena *a, struct str text, struct span para)
{
	struct marks l = { .text = text, .para = para };
	size_t at, len, end = span_end(para), done = para.off;

	for (at = para.off; at < end; at += len) {
		uint64_t bits;

		len = end - at < 64 ? end - at : 64;
		bits = sixteen_bits_of(
		    candidates, text.ptr + at, len, text.len - at);
		for (; bits != 0; bits &= bits - 1) {
			size_t k = at + (size_t)__builtin_ctzll(bits);

			if (k >= done)
				done = add_mark(a, &l, k);
		}
	}
	note_closers(&l);
	return l;
}
