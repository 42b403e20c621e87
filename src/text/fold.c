/* A table lookup.  gen_fold.c says what a fold is and writes the table; here
 * are only the parts that need none: ASCII, and Hangul, whose 11,172 syllables
 * come apart by arithmetic (Unicode 3.12). */
#include "dateline/text/fold.h"

#include "fold_table.h"

enum {
	HANGUL = 0xAC00,
	HANGUL_END = 0xD7A4,
	LEAD = 0x1100,
	VOWEL = 0x1161,
	TAIL = 0x11A7,
	VOWELS = 21,
	TAILS = 28, /* none among them */
};

/* Two lengths, then the fold, then the kept form.  The second length may say
 * instead that the kept form is the fold or the character itself.  NULL for
 * what is its own fold. */
static const uint8_t *
find(uint32_t cp)
{
	size_t page, word;

	if (cp >= FOLD_END)
		return NULL;
	page = fold_page[cp / FOLD_PAGE];
	word = fold_word[page * FOLD_PAGE + cp % FOLD_PAGE];
	return word ? fold_text + word : NULL;
}

static size_t
put_hangul(char *out, uint32_t cp)
{
	uint32_t i = cp - HANGUL;
	size_t n;

	n = utf8_put(out, LEAD + i / (VOWELS * TAILS));
	n += utf8_put(out + n, VOWEL + i / TAILS % VOWELS);
	if (i % TAILS)
		n += utf8_put(out + n, TAIL + i % TAILS);
	return n;
}

static size_t
put_same(char *out, uint32_t cp)
{
	if (cp >= HANGUL && cp < HANGUL_END)
		return put_hangul(out, cp);
	return utf8_put(out, cp);
}

size_t
fold_char(uint32_t cp, char out[FOLD_MAX])
{
	const uint8_t *t = find(cp);

	if (!t)
		return put_same(out, cp);
	memcpy(out, t + 2, t[0]);
	return t[0];
}

size_t
fold_keep(uint32_t cp, char out[FOLD_MAX])
{
	const uint8_t *t = find(cp);

	if (!t || t[1] == FOLD_AS_SELF)
		return put_same(out, cp);
	if (t[1] == FOLD_AS_FOLD) {
		memcpy(out, t + 2, t[0]);
		return t[0];
	}
	memcpy(out, t + 2 + t[0], t[1]);
	return t[1];
}

/* Decode what is not ASCII: the two, three and four bytes of most scripts and of
 * dressed letters at once, what is rare or broken with care.  Returns the bytes taken, and what they are
 * in UTF-8. */
static inline size_t
next_wide(struct str text, size_t off, uint32_t *cp, struct str *self)
{
	const uint8_t *p = (const uint8_t *)text.ptr + off;
	size_t left = text.len - off, n;
	bool ok = true;

	if (left > 1 && p[0] >= 0xC2 && p[0] < 0xE0 && p[1] >> 6 == 2) {
		*cp = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
		n = 2;
	} else if (left > 2 && p[0] > 0xE0 && p[0] < 0xED && p[1] >> 6 == 2 &&
	    p[2] >> 6 == 2) {
		*cp = (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 |
		    (p[2] & 0x3Fu);
		n = 3;
	} else if (left > 3 && p[0] == 0xF0 && p[1] >= 0x90 &&
	    p[1] >> 6 == 2 && p[2] >> 6 == 2 && p[3] >> 6 == 2) {
		*cp = (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 |
		    (p[3] & 0x3Fu);
		n = 4;
	} else {
		n = utf8_check(text, off, cp, &ok);
	}
	*self = ok ? (struct str){ text.ptr + off, n } : STR("\uFFFD");
	return n;
}

size_t
fold_next(struct str text, size_t off, uint32_t *cp, struct str *fold,
    char room[FOLD_MAX])
{
	const uint8_t *t;
	size_t n;

	if (off >= text.len)
		return 0;
	if ((unsigned char)text.ptr[off] < 0x80) {
		*cp = (unsigned char)text.ptr[off];
		room[0] = fold_ascii(text.ptr[off]);
		*fold = (struct str){ room, 1 };
		return 1;
	}
	n = next_wide(text, off, cp, fold);
	t = find(*cp);
	if (t)
		*fold = (struct str){ (const char *)t + 2, t[0] };
	else if (*cp >= HANGUL && *cp < HANGUL_END)
		*fold = (struct str){ room, put_hangul(room, *cp) };
	return n;
}

/* One text on its way through the fold, a byte at a time. */
struct folding {
	struct str text;
	size_t at;
	struct str fold; /* what is left of that of the latest character */
	char room[FOLD_MAX];
};

static int
next_byte(struct folding *f)
{
	uint32_t cp;
	int byte;

	while (f->fold.len == 0) {
		size_t n = fold_next(f->text, f->at, &cp, &f->fold, f->room);

		if (n == 0)
			return -1;
		f->at += n;
	}
	byte = (unsigned char)f->fold.ptr[0];
	f->fold = str_skip(f->fold, 1);
	return byte;
}

int
fold_compare(struct str a, struct str b)
{
	struct folding left = { .text = a }, right = { .text = b };
	int byte, other;

	do {
		byte = next_byte(&left);
		other = next_byte(&right);
	} while (byte == other && byte >= 0);
	return (byte > other) - (byte < other);
}

bool
fold_eq(struct str a, struct str b)
{
	return fold_compare(a, b) == 0;
}
