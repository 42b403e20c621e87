/* Writes the table of text/fold.c: for every code point what is left of it when
 * a reader looks for words.  Run by the build, because libunistring knows the
 * Unicode tables but is a hundred times too slow for a gigabyte of text.
 *
 *	code point ── keep ──► capitals and accents kept, taken apart
 *	                           └── fold ──► small letters without accents
 *
 * Both repeat one small step for each code point until nothing changes, so that
 * folding twice is folding once.  What comes out is checked at the end of the
 * file for the promises of fold.h, and a broken one ends the build. */
#include <stdio.h>
#include <stdlib.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "dateline/text/fold.h"
#include "dateline/text/unstyle.h"

enum {
	CODES = 0x110000,
	ROOM = 64,	    /* code points of one fold, with some to spare */
	PAGE = 128,	    /* code points of one page of the table */
	PAGES = CODES / PAGE,
	TEXT_MAX = 0x10000, /* what a 16-bit offset can reach */
	PER_LINE = 12,
	AS_FOLD = FOLD_MAX + 1, /* in place of a length: kept as the fold */
	AS_SELF = FOLD_MAX + 2, /* … as the character itself */
};

/* A few code points: the fold of one while it is made. */
struct run {
	uint32_t cp[ROOM];
	size_t n;
};

static _Noreturn void
broken(const char *promise, uint32_t cp)
{
	fprintf(stderr, "gen_fold: U+%04X: %s\n", (unsigned)cp, promise);
	exit(1);
}

static void
run_add(struct run *r, uint32_t cp)
{
	if (r->n == ROOM)
		broken("its fold is too long", cp);
	r->cp[r->n++] = cp;
}

static bool
run_eq(const struct run *a, const struct run *b)
{
	return a->n == b->n &&
	    memcmp(a->cp, b->cp, a->n * sizeof(a->cp[0])) == 0;
}

/* What Unicode takes for another character and a reader does not.  A letter
 * with a stroke keeps it as an accent, so that a search can ask for it. */
struct same {
	uint32_t cp;
	uint32_t as[2];
};

enum { STROKE = 0x338, BAR = 0x335 };

static const struct same letters[] = {
	{ 0xC6, { 'A', 'E' } }, { 0xE6, { 'a', 'e' } }, /* Æ æ */
	{ 0x152, { 'O', 'E' } }, { 0x153, { 'o', 'e' } }, /* Œ œ */
	{ 0x1E9E, { 'S', 'S' } }, { 0xDF, { 's', 's' } }, /* ẞ ß */
	{ 0x131, { 'i', 0 } }, { 0x237, { 'j', 0 } }, /* ı ȷ */
	{ 0xD8, { 'O', STROKE } }, { 0xF8, { 'o', STROKE } }, /* Ø ø */
	{ 0x23A, { 'A', STROKE } }, { 0x2C65, { 'a', STROKE } }, /* Ⱥ ⱥ */
	{ 0x23B, { 'C', STROKE } }, { 0x23C, { 'c', STROKE } }, /* Ȼ ȼ */
	{ 0x23E, { 'T', STROKE } }, { 0x2C66, { 't', STROKE } }, /* Ⱦ ⱦ */
	{ 0x246, { 'E', STROKE } }, { 0x247, { 'e', STROKE } }, /* Ɇ ɇ */
	{ 0x141, { 'L', BAR } }, { 0x142, { 'l', BAR } }, /* Ł ł */
	{ 0x110, { 'D', BAR } }, { 0x111, { 'd', BAR } }, /* Đ đ */
	{ 0xD0, { 'D', BAR } }, { 0xF0, { 'd', BAR } }, /* Ð ð */
	{ 0x126, { 'H', BAR } }, { 0x127, { 'h', BAR } }, /* Ħ ħ */
	{ 0x166, { 'T', BAR } }, { 0x167, { 't', BAR } }, /* Ŧ ŧ */
	{ 0x243, { 'B', BAR } }, { 0x180, { 'b', BAR } }, /* Ƀ ƀ */
	{ 0x1E4, { 'G', BAR } }, { 0x1E5, { 'g', BAR } }, /* Ǥ ǥ */
	{ 0x197, { 'I', BAR } }, { 0x268, { 'i', BAR } }, /* Ɨ ɨ */
	{ 0x248, { 'J', BAR } }, { 0x249, { 'j', BAR } }, /* Ɉ ɉ */
	{ 0x24C, { 'R', BAR } }, { 0x24D, { 'r', BAR } }, /* Ɍ ɍ */
	{ 0x1B5, { 'Z', BAR } }, { 0x1B6, { 'z', BAR } }, /* Ƶ ƶ */
	{ 0x24E, { 'Y', BAR } }, { 0x24F, { 'y', BAR } }, /* Ɏ ɏ */
};

/* Signs that stand for one another. */
struct signs {
	char as;
	uint16_t cp[20]; /* up to the first 0; there is one */
};

static const struct signs signs[] = {
	{ '\'', { '`', 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2035,
	    0x2039, 0x203A, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x275B, 0x275C } },
	{ '"', { 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x2036,
	    0x2BA, 0x301D, 0x301E, 0x301F, 0x275D, 0x275E } },
	{ '-', { 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2043,
	    0x2E3A, 0x2E3B, 0xFE58 } },
	{ '/', { 0x2044, 0x2215, 0x29F8 } },
};

struct range {
	uint32_t first, last;
};

/* Accents, Hebrew points and Arabic vowels: what readers leave out when they
 * type.  Not the marks of other scripts, which are letters. */
static const struct range accents[] = {
	{ 0x300, 0x36F }, { 0x483, 0x489 }, { 0x591, 0x5BD }, { 0x5BF, 0x5BF },
	{ 0x5C1, 0x5C2 }, { 0x5C4, 0x5C5 }, { 0x5C7, 0x5C7 }, { 0x610, 0x61A },
	{ 0x64B, 0x65F }, { 0x670, 0x670 }, { 0x6D6, 0x6DC }, { 0x6DF, 0x6E4 },
	{ 0x6E7, 0x6E8 }, { 0x6EA, 0x6ED }, { 0x1AB0, 0x1AFF },
	{ 0x1DC0, 0x1DFF }, { 0x20D0, 0x20FF }, { 0xFE20, 0xFE2F },
};

static bool
is_accent(uint32_t cp)
{
	for (size_t i = 0; i < COUNT(accents); i++)
		if (cp >= accents[i].first && cp <= accents[i].last)
			return true;
	return false;
}

/* Soft hyphen, joiners, selectors, tags, bidi controls, and the anchors of
 * annotations, which the property leaves out. */
static bool
is_ignored(uint32_t cp)
{
	return (cp >= 0xFFF9 && cp <= 0xFFFB) ||
	    (!is_accent(cp) &&
	        uc_is_property_default_ignorable_code_point(cp));
}

static bool
add_same(struct run *out, uint32_t cp)
{
	for (size_t i = 0; i < COUNT(letters); i++) {
		if (letters[i].cp != cp)
			continue;
		run_add(out, letters[i].as[0]);
		if (letters[i].as[1])
			run_add(out, letters[i].as[1]);
		return true;
	}
	for (size_t i = 0; i < COUNT(signs); i++)
		for (size_t k = 0; signs[i].cp[k] != 0; k++)
			if (signs[i].cp[k] == cp) {
				run_add(out, (uint32_t)signs[i].as);
				return true;
			}
	return false;
}

static bool
add_plain(struct run *out, uint32_t cp)
{
	struct undressed u = unstyle_letter(cp);

	if (u.dress == DRESS_NONE || u.dress == DRESS_REGIONAL ||
	    u.dress == DRESS_TURNED)
		return false;
	run_add(out, u.plain[0]);
	if (u.plain[1])
		run_add(out, u.plain[1]);
	return true;
}

static void
add_casefolded(struct run *out, uint32_t cp)
{
	uint32_t small[ROOM];
	size_t n = ROOM;

	if (u32_casefold(&cp, 1, NULL, NULL, small, &n) != small)
		broken("its case folding is too long", cp);
	for (size_t i = 0; i < n; i++)
		run_add(out, small[i]);
}

static size_t
decompose(uint32_t plain[ROOM], uint32_t cp, uninorm_t form)
{
	size_t n = ROOM;

	if (u32_normalize(form, &cp, 1, plain, &n) != plain)
		broken("its decomposition is too long", cp);
	return n;
}

/* NFKD.  A spacing accent such as ¨, to Unicode a space with a mark, is no
 * white space and stays: NFD is enough for it.  Returns false when there is
 * nothing to take apart. */
static bool
add_decomposed(struct run *out, uint32_t cp)
{
	uint32_t plain[ROOM];
	size_t n = decompose(plain, cp, UNINORM_NFKD);

	if (n > 1 && plain[0] == ' ')
		n = decompose(plain, cp, UNINORM_NFD);
	if (n == 1 && plain[0] == cp)
		return false;
	for (size_t i = 0; i < n; i++)
		run_add(out, plain[i]);
	return true;
}

/* What only case folding would change, and is kept. */
static bool
is_kept(uint32_t cp)
{
	return is_accent(cp) || uc_is_general_category(cp, UC_CATEGORY_Lu) ||
	    uc_is_general_category(cp, UC_CATEGORY_Lt);
}

/* One step towards the kept form. */
static void
add_kept(struct run *out, uint32_t cp)
{
	int digit;

	if (is_ignored(cp) || add_same(out, cp) || add_plain(out, cp))
		return;
	digit = uc_decimal_value(cp);
	if (digit >= 0)
		run_add(out, (uint32_t)('0' + digit));
	else if (uc_is_property_white_space(cp))
		run_add(out, ' ');
	else if (add_decomposed(out, cp))
		return;
	else if (is_kept(cp))
		run_add(out, cp);
	else
		add_casefolded(out, cp); /* ς, as small as σ */
}

/* One step towards the fold of what is in the kept form. */
static void
add_folded(struct run *out, uint32_t cp)
{
	if (!is_accent(cp))
		add_casefolded(out, cp);
}

/* Does one step to each code point of `r` until nothing changes. */
static void
repeat(struct run *r, void (*step)(struct run *, uint32_t))
{
	struct run next;

	for (;;) {
		next.n = 0;
		for (size_t i = 0; i < r->n; i++)
			step(&next, r->cp[i]);
		if (run_eq(r, &next))
			return;
		*r = next;
	}
}

static struct run
keep_of(uint32_t cp)
{
	struct run r = { .cp = { cp }, .n = 1 };

	repeat(&r, add_kept);
	return r;
}

static struct run
fold_of(const struct run *kept)
{
	struct run r = *kept, again;

	do {
		repeat(&r, add_folded);
		again = r;
		repeat(&r, add_kept);
	} while (!run_eq(&r, &again));
	return r;
}

static size_t
encode(const struct run *r, char out[ROOM * UTF8_MAX])
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		n += utf8_put(out + n, r->cp[i]);
	return n;
}

/* What fold.h and match.c rely on. */
static void
check(uint32_t cp, const struct run *fold, const struct run *kept)
{
	char bytes[ROOM * UTF8_MAX];

	if (encode(fold, bytes) > FOLD_MAX || encode(kept, bytes) > FOLD_MAX)
		broken("it needs a larger FOLD_MAX", cp);
	if (cp < 0x80 && fold->n != 1)
		broken("ASCII must fold to one byte", cp);
	for (size_t i = 0; i < kept->n; i++) {
		struct run one = { .cp = { kept->cp[i] }, .n = 1 };

		if (fold_of(&one).n != (is_accent(kept->cp[i]) ? 0 : 1))
			broken("a kept character folds to several", cp);
	}
	if (fold->n > 0 && is_accent(kept->cp[0]))
		broken("an accent stands before its letter", cp);
	for (size_t i = 0; fold->n > 1 && i < fold->n; i++)
		if (fold->cp[i] == ' ' &&
		    (i == 0 || i + 1 == fold->n || fold->cp[i + 1] == ' '))
			broken("its spaces are not between letters", cp);
}

/* The table: a page of offsets for each 128 code points, equal pages once, and
 * the texts they point at, equal texts once.  Offset 0 is "itself". */
struct table {
	uint16_t word[CODES];
	uint16_t page[PAGES];
	uint32_t page_first[PAGES]; /* of each page that is written */
	size_t page_n;
	uint8_t text[TEXT_MAX];
	size_t text_n;
	uint16_t last[TEXT_MAX]; /* by hash: where a text was put last … */
	uint16_t older[TEXT_MAX]; /* … and the one before it */
};

/* Two lengths and two texts.  Most kept forms are the fold or the character
 * itself, and cost one byte. */
static size_t
record(uint32_t cp, const struct run *fold, const struct run *kept,
    char out[2 + 2 * FOLD_MAX])
{
	struct run self = { .cp = { cp }, .n = 1 };
	char bytes[ROOM * UTF8_MAX];
	size_t n = encode(fold, bytes), kept_n;

	out[0] = (char)n;
	memcpy(out + 2, bytes, n);
	if (run_eq(kept, fold) || run_eq(kept, &self)) {
		out[1] = (char)(run_eq(kept, fold) ? AS_FOLD : AS_SELF);
		return 2 + n;
	}
	kept_n = encode(kept, bytes);
	out[1] = (char)kept_n;
	memcpy(out + 2 + n, bytes, kept_n);
	return 2 + n + kept_n;
}

static uint16_t
table_text(struct table *t, uint32_t cp, const char *bytes, size_t n)
{
	size_t hash = 5381;
	uint16_t at;

	for (size_t i = 0; i < n; i++)
		hash = (hash * 33 + (uint8_t)bytes[i]) % TEXT_MAX;
	for (at = t->last[hash]; at != 0; at = t->older[at])
		if (at + n <= t->text_n && memcmp(t->text + at, bytes, n) == 0)
			return at;
	if (t->text_n + n > TEXT_MAX)
		broken("the texts are too many for 16 bits", cp);
	at = (uint16_t)t->text_n;
	memcpy(t->text + at, bytes, n);
	t->text_n += n;
	t->older[at] = t->last[hash];
	t->last[hash] = at;
	return at;
}

static bool
is_computed(uint32_t cp)
{
	return (cp >= 0xD800 && cp < 0xE000) || (cp >= 0xAC00 && cp < 0xD7A4);
}

static void
table_add(struct table *t, uint32_t cp)
{
	struct run kept = keep_of(cp), fold = fold_of(&kept);
	char bytes[2 + 2 * FOLD_MAX];
	size_t n;

	check(cp, &fold, &kept);
	if (fold.n == 1 && fold.cp[0] == cp && run_eq(&fold, &kept))
		return;
	n = record(cp, &fold, &kept, bytes);
	t->word[cp] = table_text(t, cp, bytes, n);
}

static void
table_pages(struct table *t)
{
	for (uint32_t p = 0; p < PAGES; p++) {
		const uint16_t *words = t->word + (size_t)p * PAGE;
		size_t i = 0;

		while (i < t->page_n && memcmp(t->word + t->page_first[i],
		    words, PAGE * sizeof(*words)) != 0)
			i++;
		if (i == t->page_n)
			t->page_first[t->page_n++] = p * PAGE;
		t->page[p] = (uint16_t)i;
	}
}

static void
put_number(size_t i, unsigned n)
{
	printf("%s%u,", i % PER_LINE == 0 ? "\n\t" : " ", n);
}

static void
table_print(const struct table *t)
{
	size_t pages = PAGES;

	while (pages > 0 && t->page[pages - 1] == t->page[PAGES - 1])
		pages--;
	printf("/* Made by gen_fold.c. */\n"
	       "enum {\n\tFOLD_PAGE = %d,\n\tFOLD_END = 0x%zX,\n"
	       "\tFOLD_AS_FOLD = %d,\n\tFOLD_AS_SELF = %d\n};\n"
	       "static const uint16_t fold_page[] = {",
	    PAGE, pages * PAGE, AS_FOLD, AS_SELF);
	for (size_t i = 0; i < pages; i++)
		put_number(i, t->page[i]);
	printf("\n};\nstatic const uint16_t fold_word[] = {");
	for (size_t i = 0; i < t->page_n * PAGE; i++)
		put_number(i, t->word[t->page_first[i / PAGE] + i % PAGE]);
	printf("\n};\nstatic const uint8_t fold_text[] = {");
	for (size_t i = 0; i < t->text_n; i++)
		put_number(i, t->text[i]);
	printf("\n};\n");
}

int
main(void)
{
	struct table *t = calloc(1, sizeof(*t));

	if (!t)
		return 1;
	t->text_n = 1;
	for (uint32_t cp = 0; cp < CODES; cp++)
		if (!is_computed(cp))
			table_add(t, cp);
	table_pages(t);
	table_print(t);
	free(t);
	return fflush(stdout) != 0 || ferror(stdout) != 0;
}
