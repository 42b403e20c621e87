/* From the words a reader typed to what a search compares: the fold of them,
 * and byte for byte beside it what they ask for.
 *
 *	typed    K  r  i  s  t  ó  f
 *	fold     k  r  i  s  t  o  f
 *	need     1  .  .  .  .  2  .      1 a capital, 2 the accent U+0301
 */
#include "match_needle.h"

#include "dateline/text/letter.h"
#include "dateline/text/unstyle.h"

static uint8_t
accent_bit(const struct match *m, uint32_t cp)
{
	for (size_t i = 0; i < m->accent_n; i++)
		if (m->accent[i] == cp)
			return (uint8_t)(CAPITAL << (i + 1));
	return m->exact && cp != UNSTYLE_UNDERLINE ? OTHER_ACCENT : 0;
}

static void
add_letter(const struct match *m, struct letters *l, struct str kept,
    uint32_t cp)
{
	char *fold = l->fold + l->n;
	char one[FOLD_MAX];
	size_t n = fold_char(cp, one);

	if (n == 0) {
		*(l->n ? &l->has[l->last] : &l->accent) |= accent_bit(m, cp);
		return;
	}
	memcpy(fold, one, n);
	l->last = l->n;
	l->has[l->n] = str_eq((struct str){ fold, n }, kept) ? 0 : CAPITAL;
	l->n += n;
}

void
needle_take_apart(const struct match *m, uint32_t cp, struct letters *out)
{
	char kept[FOLD_MAX];
	struct str s = { kept, 0 };
	uint32_t part;

	if (cp < 0x80 && letter_is_alpha(cp)) {
		*out->fold = fold_ascii((char)cp);
		*out->has = *out->fold != (char)cp ? CAPITAL : 0;
		out->n = 1;
		out->last = 0;
		out->accent = 0;
		return;
	}
	*out = (struct letters){ .n = 0 };
	s.len = fold_keep(cp, kept);
	for (size_t at = 0, n; (n = utf8_next(s, at, &part)) > 0; at += n)
		add_letter(m, out, str_head(str_skip(s, at), n), part);
}

static void
note_accent(struct match *m, uint32_t cp)
{
	size_t most = m->exact ? ACCENTS - 1 : ACCENTS;

	for (size_t i = 0; i < m->accent_n; i++)
		if (m->accent[i] == cp)
			return;
	if (m->accent_n < most && cp != UNSTYLE_UNDERLINE)
		m->accent[m->accent_n++] = cp;
}

static void
note_accents(struct match *m, struct str needle)
{
	char kept[FOLD_MAX], fold[FOLD_MAX];
	uint32_t cp, part;

	for (size_t at = 0, n; (n = utf8_next(needle, at, &cp)) > 0; at += n) {
		struct str s = { kept, fold_keep(cp, kept) };

		for (size_t i = 0, k; (k = utf8_next(s, i, &part)) > 0; i += k)
			if (fold_char(part, fold) == 0)
				note_accent(m, part);
	}
}

/* Folds the needle into `out` and what it asks for into `need`; returns the
 * length. */
static size_t
fold_needle(const struct match *m, struct str needle, char *out, uint8_t *need)
{
	size_t len = 0, last = SIZE_MAX;
	bool space = false;
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(needle, at, &cp)) > 0; at += n) {
		struct letters l;

		needle_take_apart(m, cp, &l);
		if (l.n == 0 && last != SIZE_MAX)
			need[last] |= l.accent;
		if (l.n == 0)
			continue;
		if (l.fold[0] == ' ') {
			space = len > 0;
			last = SIZE_MAX;
			continue;
		}
		if (space)
			out[len++] = ' ';
		space = false;
		memcpy(out + len, l.fold, l.n);
		memcpy(need + len, l.has, l.n);
		last = len + l.last;
		len += l.n;
	}
	return len;
}

static uint32_t *
borders(struct arena *a, struct str needle)
{
	uint32_t *border = arena_array(a, uint32_t, needle.len + 1);
	uint32_t k = 0;

	for (size_t i = 1; i < needle.len; i++) {
		while (k > 0 && needle.ptr[i] != needle.ptr[k])
			k = border[k];
		if (needle.ptr[i] == needle.ptr[k])
			k++;
		border[i + 1] = k;
	}
	return border;
}

static bool
asks_for_anything(const uint8_t *need, size_t n)
{
	while (n > 0 && need[n - 1] == 0)
		n--;
	return n > 0;
}

/* The byte that ASCII text has for a letter of the needle, and which of its bits
 * count. */
static bool
quick_byte(const struct match *m, size_t i, uint8_t *byte, uint8_t *mask)
{
	uint8_t c = (uint8_t)m->needle.ptr[i];
	uint8_t need = m->need ? m->need[i] : 0;
	bool letter = c >= 'a' && c <= 'z';

	if (c >= 0x80 || c == '\'' || need > CAPITAL)
		return false;
	*byte = letter && need ? (uint8_t)(c - 'a' + 'A') : c;
	*mask = letter && !need && !m->exact ? 0xDF : 0xFF;
	*byte &= *mask;
	return true;
}

static struct quick
quick_new(const struct match *m)
{
	uint8_t bytes[QUICK_MAX] = { 0 }, mask[QUICK_MAX] = { 0 };
	struct quick q = { .len = m->needle.len };

	if (q.len > QUICK_MAX)
		return (struct quick){ 0 };
	for (size_t i = 0; i < q.len; i++)
		if (!quick_byte(m, i, &bytes[i], &mask[i]))
			return (struct quick){ 0 };
	memcpy(q.bytes, bytes, sizeof(bytes));
	memcpy(q.mask, mask, sizeof(mask));
	return q;
}

static struct match *
compile(struct arena *a, struct str needle, bool exact)
{
	struct match *m = arena_array(a, struct match, 1);
	size_t room = needle.len * FOLD_MAX;
	char *out = arena_array(a, char, room);
	uint8_t *need = arena_array(a, uint8_t, room);

	m->exact = exact;
	note_accents(m, needle);
	m->needle = (struct str){ out, fold_needle(m, needle, out, need) };
	if (m->needle.len == 0)
		return NULL;
	m->need =
	    exact || asks_for_anything(need, m->needle.len) ? need : NULL;
	m->border = borders(a, m->needle);
	m->scan = scan_new(m->needle);
	m->scan.quick = quick_new(m);
	m->ring = 1;
	while (m->ring < m->needle.len + FOLD_MAX)
		m->ring *= 2;
	return m;
}

struct match *
match_new(struct arena *a, struct str needle)
{
	return compile(a, needle, false);
}

struct match *
match_new_exact(struct arena *a, struct str needle)
{
	return compile(a, needle, true);
}

/* What `wider` asks for at its letter `w`, in the bits of `m`. */
static uint8_t
need_in(const struct match *m, const struct match *wider, size_t w)
{
	uint8_t need = wider->need ? wider->need[w] : 0;
	uint8_t bits = need & (CAPITAL | (wider->exact ? OTHER_ACCENT : 0));

	for (size_t i = 0; i < wider->accent_n; i++)
		if (need & (uint8_t)(CAPITAL << (i + 1)))
			bits |= accent_bit(m, wider->accent[i]);
	return bits;
}

/* Whether what `m` asks for from its letter `at` on is all that `wider` asks
 * for. */
static bool
asks_for_as_much(const struct match *m, const struct match *wider, size_t at)
{
	for (size_t i = 0; i < wider->needle.len; i++) {
		uint8_t need = m->need ? m->need[at + i] : 0;
		uint8_t other = need_in(m, wider, i);

		if ((other & ~need) || (wider->exact && other != need))
			return false;
	}
	return true;
}

/* An accent that `m` cannot note is one that it does not ask for. */
static bool
knows_accents(const struct match *m, const struct match *wider)
{
	for (size_t i = 0; i < wider->accent_n; i++) {
		size_t k = 0;

		while (k < m->accent_n && m->accent[k] != wider->accent[i])
			k++;
		if (k == m->accent_n)
			return false;
	}
	return true;
}

bool
match_is_within(const struct match *m, const struct match *wider)
{
	size_t len = wider->needle.len;

	if ((wider->exact && !m->exact) || !knows_accents(m, wider))
		return false;
	for (size_t at = 0; at + len <= m->needle.len; at++)
		if (str_eq(str_of(m->needle, span_of(at, at + len)),
			wider->needle) &&
		    asks_for_as_much(m, wider, at))
			return true;
	return false;
}
