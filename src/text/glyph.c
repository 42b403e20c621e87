/* The draw form of a character.  Terminals agree with wcwidth() on single
 * characters and on little else, so they are given one spacing character with
 * a few marks, composed, and nothing of what they disagree about: joiners,
 * selectors, skin tones, regional indicators, format characters.
 *
 *	text         gathered     composed     cell
 *	e ◌̣ ◌́ ZWJ    e ◌̣ ◌́        ẹ ◌́          ẹ́    1 column
 *	👍 🏽          👍           👍           👍   2 columns
 *	🇫            F            F            F    1 column
 */
#include "dateline/text/glyph.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <wchar.h>

#include "dateline/text/letter.h"
#include "glyph_ascii.h"

enum {
	GATHERED = 16,	    /* code points kept to be composed */
	DRAWN = 5,	    /* a cell holds a spacing one and four marks */
	CLUSTER = 32,	    /* code points of the longest cluster */
	CLUSTER_FIRST = 16, /* bytes that hold all but a few clusters */
};

static_assert(DRAWN * UTF8_MAX <= GLYPH_MAX, "a glyph holds what is drawn");

struct gathered {
	uint32_t cp[GATHERED];
	size_t n; /* 0: nothing is drawn */
	int cols;
};

/* Printable ASCII that only ASCII follows: nearly all of the news. */
static bool
is_simple(struct str text, size_t off)
{
	unsigned char c = (unsigned char)text.ptr[off];

	return c >= ' ' && c < 0x7F &&
	    (off + 1 == text.len || !(text.ptr[off + 1] & 0x80));
}

static bool
is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x2028 ||
	    cp == 0x2029;
}

/* Rule 3 for line ends, rule 2 for the rest. */
static uint32_t
control_picture(uint32_t cp)
{
	if (letter_is_space(cp))
		return ' ';
	if (glyph_is_ascii())
		return '?';
	if (cp == 0x7F)
		return 0x2421;
	return cp < 0x20 ? 0x2400 + cp : UTF8_BAD;
}

static bool
is_regional(uint32_t cp)
{
	return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

static bool
is_skin_tone(uint32_t cp)
{
	return cp >= 0x1F3FB && cp <= 0x1F3FF;
}

/* Begins with one character.  False when nothing may join it. */
static bool
gather_first(struct gathered *g, uint32_t cp)
{
	int cols;

	g->n = 0;
	g->cols = 0;
	if (glyph_is_hidden(cp))
		return false;
	g->cols = 1;
	if (is_control(cp)) {
		g->cp[g->n++] = control_picture(cp);
		return false;
	}
	if (is_regional(cp)) {
		g->cp[g->n++] = 'A' + (cp - 0x1F1E6);
		return true;
	}
	if (glyph_is_ascii()) {
		g->cp[g->n++] = cp < 0x80 ? cp : (uint32_t)glyph_ascii(cp);
		return true;
	}
	cols = wcwidth((wchar_t)cp);
	if (cols == 0)
		g->cp[g->n++] = ' ';
	else if (cols > 1)
		g->cols = cols;
	g->cp[g->n++] = cols < 0 ? UTF8_BAD : cp;
	return true;
}

/* Takes a character that belongs to what was gathered, whether it will be drawn
 * or not; false when it begins the next glyph.  A vowel sign may take a column
 * alone and none when composed (U+09C7 U+09BE). */
static bool
gather_next(struct gathered *g, uint32_t cp)
{
	uint32_t whole;

	if (glyph_is_hidden(cp))
		return true;
	if (is_skin_tone(cp))
		return g->cp[0] != ' ';
	if (glyph_is_ascii())
		return uc_is_general_category_withtable(
		    cp, UC_CATEGORY_MASK_M);
	if (wcwidth((wchar_t)cp) == 0) {
		if (g->n < GATHERED)
			g->cp[g->n++] = cp;
		return true;
	}
	whole = g->n == 1 && cp >= 0x900 ? uc_composition(g->cp[0], cp) : 0;
	if (whole)
		g->cp[0] = whole;
	return whole != 0;
}

static size_t
gather(struct str text, size_t off, struct gathered *g)
{
	size_t at = off, n;
	uint32_t cp;

	at += utf8_next(text, at, &cp);
	if (cp == '\r' && at < text.len && text.ptr[at] == '\n')
		at++;
	if (!gather_first(g, cp))
		return at - off;
	while (at < text.len && (text.ptr[at] & 0x80)) {
		n = utf8_next(text, at, &cp);
		if (!gather_next(g, cp))
			break;
		at += n;
	}
	return at - off;
}

/* Whether a character alone is another one in NFC. */
static bool
is_composed(uint32_t cp)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	return cp < 0x300 || (cp >= 0xAC00 && cp < 0xD7A4) ||
	    uc_canonical_decomposition(cp, parts) < 0;
}

/* NFC, unless it gives what a cell cannot hold: two spacing characters, as for
 * a few musical signs. */
static void
compose(struct gathered *g)
{
	uint32_t room[4 * GATHERED], *cp;
	size_t n = COUNT(room), i = 1;

	if (g->n == 0 || (g->n == 1 && is_composed(g->cp[0])))
		return;
	cp = u32_normalize(UNINORM_NFC, g->cp, g->n, room, &n);
	if (!cp)
		return;
	if (wcwidth((wchar_t)cp[0]) == g->cols)
		while (i < n && wcwidth((wchar_t)cp[i]) == 0)
			i++;
	if (i == n) {
		g->n = n < DRAWN ? n : DRAWN;
		memcpy(g->cp, cp, g->n * sizeof(cp[0]));
	}
	if (cp != room)
		free(cp);
}

size_t
glyph_next(struct str text, size_t off, struct glyph *out)
{
	struct gathered g;
	size_t taken;

	*out = (struct glyph){ .len = 0 };
	if (off >= text.len)
		return 0;
	if (is_simple(text, off)) {
		out->bytes[0] = text.ptr[off];
		out->len = out->cols = 1;
		return 1;
	}
	taken = gather(text, off, &g);
	compose(&g);
	for (size_t i = 0; i < g.n && i < DRAWN; i++)
		out->len += (uint8_t)utf8_put(out->bytes + out->len, g.cp[i]);
	out->cols = (uint8_t)g.cols;
	return taken;
}

size_t
glyph_measure(struct str text, size_t off, int *cols)
{
	struct gathered g;
	size_t taken;

	*cols = 0;
	if (off >= text.len)
		return 0;
	if (is_simple(text, off)) {
		*cols = 1;
		return 1;
	}
	taken = gather(text, off, &g);
	*cols = g.cols;
	return taken;
}

int
glyph_columns(struct str text)
{
	size_t at = 0, n;
	int sum = 0, cols;

	while ((n = glyph_measure(text, at, &cols)) > 0) {
		if (sum > INT_MAX - cols)
			return INT_MAX;
		sum += cols;
		at += n;
	}
	return sum;
}

size_t
glyph_fit(struct str text, int cols)
{
	size_t at = 0, n;
	int c;

	while ((n = glyph_measure(text, at, &c)) > 0 && c <= cols) {
		at += n;
		cols -= c;
	}
	return at;
}

/* The first cluster of `text` if it ends before byte `size`, or after its 32nd
 * code point; else 0. */
static size_t
cluster_within(struct str text, size_t size)
{
	char breaks[CLUSTER * UTF8_MAX];
	size_t len = utf8_floor(text, size), at = 0;
	uint32_t cp;

	u8_grapheme_breaks((const uint8_t *)text.ptr, len, breaks);
	for (int count = 0; at < len && count < CLUSTER; count++) {
		if (at > 0 && breaks[at])
			return at;
		at += utf8_next(text, at, &cp);
		if (count == CLUSTER - 1)
			return at;
	}
	return at == text.len ? at : 0;
}

size_t
glyph_cluster(struct str text, size_t off)
{
	size_t n;

	if (off >= text.len)
		return 0;
	if (is_simple(text, off))
		return 1;
	text = str_skip(text, off);
	n = cluster_within(text, CLUSTER_FIRST);
	return n ? n : cluster_within(text, CLUSTER * UTF8_MAX);
}
