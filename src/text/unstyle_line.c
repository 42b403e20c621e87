/* Is it a word in fancy dress, or mathematics?  A dressed letter is taken for a
 * letter when its company says so: the word it stands in, and the other words
 * of its line.
 *
 *	𝗔 𝗻𝗲𝘄 𝗱𝗮𝘆, 𝗛ola	words: A new day, Hola
 *	for all 𝑥∈ℝ, 𝟏+𝑥	not words: each stands alone
 *
 * One pass gathers what the line says, a second one judges.  Both read only the
 * words that have a dressed letter, so they cost little where there are few. */
#include "dateline/text/unstyle.h"

#include <unictype.h>

#include "dateline/text/letter.h"

enum {
	RUN_MIN = 3,	/* enclosed letters, small capitals, underlines … */
	MATHS_LINE = 2, /* operators that make a line mathematics */
};

struct word {
	size_t from, to;
	size_t worn[DRESS_COUNT]; /* how many letters of each dress */
	size_t plain;		  /* letters without one */
	size_t not_small; /* … that do not stand in for a small capital */
	size_t units;	  /* all of its code points but joiners */
	unsigned style;	  /* of the mathematical letters */
};

/* What the words of a line know of each other. */
struct company {
	size_t end; /* behind its last dressed letter */
	size_t operators;
	bool cjk;
	bool underlines;
	bool wide;	/* a word of two or more fullwidth letters */
	bool styled;	/* a word of two or more mathematical letters … */
	unsigned style; /* … and what all such words wear */
};

static bool
is_mark(uint32_t cp)
{
	return cp >= 0x300 &&
	    uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M);
}

/* The dress that counts here.  ª and º are never shown as letters: 1ª, nº. */
static struct undressed
dress_of(uint32_t cp)
{
	struct undressed u = { DRESS_NONE, 0, { cp, 0 } };

	if (cp <= 0xBA)
		return u;
	u = unstyle_letter(cp);
	if (u.dress == DRESS_REGIONAL || u.dress == DRESS_TURNED ||
	    u.dress == DRESS_ENCLOSED_DIGIT)
		u.dress = DRESS_NONE;
	return u;
}

bool
unstyle_may_strip(uint32_t cp)
{
	return cp == UNSTYLE_UNDERLINE || dress_of(cp).dress != DRESS_NONE;
}

/* Letters without case make no words here: nothing parts 设𝑥为实数. */
static bool
is_plain_unit(uint32_t cp)
{
	if (cp < 0x80)
		return letter_is_alpha(cp) || letter_is_digit(cp);
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L |
		   UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N) &&
	    !letter_is_caseless(cp);
}

static bool
is_unit(const struct dressed *d)
{
	if (d->dress == DRESS_NONE)
		return is_plain_unit(d->cp);
	return d->dress != DRESS_WIDE || is_plain_unit(d->plain);
}

/* Inside a word only: apostrophes, hyphens, joiners, variation selectors. */
static bool
is_joiner(uint32_t cp)
{
	return letter_is_apostrophe(cp) || cp == '-' || cp == 0x2011 ||
	    cp == 0x200D || cp == 0xFE0E || cp == 0xFE0F;
}

/* x and s have no small capital of their own, or an ugly one; q and f are
 * often borrowed; and true capitals begin a word. */
static bool
is_beside_small(uint32_t cp)
{
	return cp == 'x' || cp == 's' || cp == 0x1EB || cp == 0x493 ||
	    (cp >= 'A' && cp <= 'Z');
}

static void
word_add(struct word *w, const struct dressed *d)
{
	w->units++;
	w->worn[d->dress]++;
	if (d->dress == DRESS_MATH || d->dress == DRESS_HOLE ||
	    d->dress == DRESS_RESERVED)
		w->style |= d->style;
	if (d->dress != DRESS_NONE || !letter_is_alpha(d->cp) ||
	    is_mark(d->cp))
		return;
	w->plain++;
	if (!is_beside_small(d->cp))
		w->not_small++;
}

/* Where the word begins that `at` stands in, not before `from`. */
static size_t
word_start(const struct dressed *line, size_t from, size_t at)
{
	for (;;) {
		if (at > from && is_unit(&line[at - 1]))
			at--;
		else if (at > from + 1 && is_joiner(line[at - 1].cp) &&
		    is_unit(&line[at - 2]))
			at -= 2;
		else
			return at;
	}
}

/* The word from `from` on; only `from`, of no weight, if that is in none. */
static void
word_read(struct word *w, const struct dressed *line, size_t n, size_t from)
{
	*w = (struct word){ .from = from, .to = from };
	for (size_t i = from; i < n; i++) {
		if (is_unit(&line[i])) {
			word_add(w, &line[i]);
			w->to = i + 1;
		} else if (w->to != i || i == from || !is_joiner(line[i].cp)) {
			break;
		}
	}
	if (w->to == from)
		w->to++;
}

/* The next word behind `*w` with a dressed letter, of which the last lies before
 * `end`; false when there is none. */
static bool
word_next(const struct dressed *line, size_t n, size_t end, struct word *w)
{
	size_t at = w->to, from = w->to;

	while (at < end && line[at].dress == DRESS_NONE)
		at++;
	if (at >= end)
		return false;
	from = is_unit(&line[at]) ? word_start(line, from, at) : at;
	word_read(w, line, n, from);
	return true;
}

/* Beyond ASCII. */
static bool
is_operator(uint32_t cp)
{
	return (cp >= 0x2200 && cp <= 0x22FF && cp != 0x2219 && cp != 0x22C5) ||
	    cp == 0xD7 || cp == 0x2192 || cp == 0x21A6 ||
	    cp == 0x27E8;
}

bool
unstyle_keeps_wide(uint32_t cp)
{
	static const struct range {
		uint32_t first, last;
	} ranges[] = {
		{ 0x1100, 0x11FF }, { 0x2E80, 0x2FD5 }, { 0x3005, 0x3007 },
		{ 0x3041, 0x318E }, { 0x31A0, 0x31FF }, { 0x3400, 0x9FFF },
		{ 0xA960, 0xA97C }, { 0xAC00, 0xD7FB }, { 0xF900, 0xFAD9 },
		{ 0xFF66, 0xFFDC }, { 0x20000, 0x3FFFF },
	};

	if (cp < ranges[0].first || cp > ranges[COUNT(ranges) - 1].last)
		return false;
	for (size_t i = 0; i < COUNT(ranges); i++)
		if (cp >= ranges[i].first && cp <= ranges[i].last)
			return true;
	return false;
}

/* The mathematical letters of a word, holes filled or not. */
static size_t
word_styled(const struct word *w)
{
	return w->worn[DRESS_MATH] + w->worn[DRESS_RESERVED] +
	    w->worn[DRESS_HOLE];
}

/* U3: ℝℂℍ are letters that stand for something. */
static bool
is_holes(const struct word *w)
{
	return word_styled(w) == w->worn[DRESS_HOLE];
}

static void
look_up_one(struct dressed *d, struct company *c)
{
	struct undressed u = dress_of(d->cp);

	d->plain = (uint16_t)u.plain[0];
	d->dress = (uint8_t)u.dress;
	d->style = (uint8_t)u.style;
	d->strip = false;
	if (u.dress != DRESS_NONE)
		return;
	c->operators += is_operator(d->cp);
	c->cjk |= unstyle_keeps_wide(d->cp);
	c->underlines |= d->cp == UNSTYLE_UNDERLINE;
}

/* Looks every letter up in the charts.  ASCII, most of a line, is quick. */
static void
look_up(struct dressed *line, size_t n, struct company *c)
{
	for (size_t i = 0; i < n; i++) {
		struct dressed *d = &line[i];

		if (d->cp >= 0x80) {
			look_up_one(d, c);
			if (d->dress != DRESS_NONE)
				c->end = i + 1;
			continue;
		}
		c->operators += d->cp == '=';
		d->dress = DRESS_NONE;
		d->strip = false;
	}
}

static struct company
company_read(struct dressed *line, size_t n)
{
	struct company c = { 0 };
	struct word w = { 0 };

	look_up(line, n, &c);
	while (word_next(line, n, c.end, &w)) {
		c.wide |= w.worn[DRESS_WIDE] >= 2;
		if (word_styled(&w) >= 2 && !is_holes(&w)) {
			c.styled = true;
			c.style |= w.style;
		}
	}
	return c;
}

/* U1: a word with a mathematical letter among two or more, fewer than three in
 * a line of mathematics excepted.  U2: a letter alone beside such words, if
 * they wear all it wears. */
static bool
is_styled_word(const struct word *w, const struct company *c)
{
	bool maths = c->operators >= MATHS_LINE;
	size_t styled = word_styled(w);
	size_t letters = styled + w->plain;

	if (letters == 1)
		return styled == 1 && c->styled && !maths &&
		    (w->style & ~c->style) == 0;
	if (is_holes(w))
		return false;
	return !maths || styled >= RUN_MIN || w->plain >= 2;
}

/* The dresses that come off in this word: a set of bits. */
static unsigned
word_judge(const struct word *w, const struct company *c)
{
	const size_t *worn = w->worn;
	unsigned off = 1u << DRESS_RESERVED;

	if (is_styled_word(w, c)) {
		off |= 1u << DRESS_MATH | 1u << DRESS_HOLE;
		if (worn[DRESS_MATH] >= 2)
			off |= 1u << DRESS_LETTERLIKE;
	}
	/* U4: what is a symbol when it stands alone */
	if (worn[DRESS_ENCLOSED] >= RUN_MIN && w->plain == 0)
		off |= 1u << DRESS_ENCLOSED;
	if (worn[DRESS_SMALL_CAPITAL] >= RUN_MIN && w->not_small == 0)
		off |= 1u << DRESS_SMALL_CAPITAL;
	if (worn[DRESS_SUPER] >= RUN_MIN && worn[DRESS_SUPER] == w->units)
		off |= 1u << DRESS_SUPER;
	if (worn[DRESS_SUB] >= RUN_MIN && worn[DRESS_SUB] == w->units)
		off |= 1u << DRESS_SUB;
	if (worn[DRESS_LEGACY] >= 2)
		off |= 1u << DRESS_LEGACY;
	return off;
}

/* The end of the letter at `i` with its marks. */
static size_t
cluster_end(const struct dressed *line, size_t n, size_t i, bool *underlined)
{
	*underlined = false;
	for (i++; i < n && is_mark(line[i].cp); i++)
		*underlined |= line[i].cp == UNSTYLE_UNDERLINE;
	return i;
}

/* U6: underlined letters on end.  Blanks may be underlined between them, and
 * the next word need not be as long.  A mark that begins the line is under
 * nothing. */
static void
strip_underlines(struct dressed *line, size_t n)
{
	size_t from = 0, letters = 0, end;
	bool underlined;

	for (size_t i = 0; i <= n; i = end) {
		end = i < n ? cluster_end(line, n, i, &underlined) : n + 1;
		if (i < n && underlined) {
			letters += is_unit(&line[i]);
			continue;
		}
		for (; letters >= RUN_MIN && from < i; from++)
			line[from].strip |= from > 0 &&
			    line[from].cp == UNSTYLE_UNDERLINE;
		from = end;
		letters = 0;
	}
}

void
unstyle_line(struct dressed *line, size_t n)
{
	struct company c = company_read(line, n);
	struct word w = { 0 };

	while (word_next(line, n, c.end, &w)) {
		unsigned off = word_judge(&w, &c);

		if (c.wide && !c.cjk)
			off |= 1u << DRESS_WIDE;
		for (size_t i = w.from; i < w.to; i++)
			line[i].strip = off >> line[i].dress & 1;
	}
	if (c.underlines)
		strip_underlines(line, n);
}
