/* Which part of a needle to look for, and in which bytes it can come.
 *
 *	needle  "tax i"   anchor "ax"
 *
 *	buckets  0  "a" or "A", then "x" or "X"
 *		 1  "a" or "A", then what is not ASCII: it could be an "x", or
 *		    hidden between the two
 *		 2…7  the last two bytes of every character that folds to
 *		    something with an "a" in it: 𝗮, á, ㏂ */
#include "match_scan.h"

#include <uchar.h>

#include "dateline/text/fold.h"
#include "reach_table.h"

enum {
	FIRST = 0, /* of the two bytes that a filter looks at */
	SECOND = 1,
	PAIR = 0, /* buckets */
	BEFORE_WIDE = 1,
	WIDE = 2, /* and all after it */

	OTHER = 7,	   /* digits and signs: as common as a p */
	OTHER_SCRIPT = 12, /* letters of which nothing is known */
	OFTEN = 1000,	   /* what two letters are more that go together */

	JAMO = 0x1100, /* what Hangul syllables fold to */
	JAMO_END = 0x1200,
};

char
scan_other_case(char c)
{
	if (c >= 'a' && c <= 'z')
		return (char)(c - 'a' + 'A');
	return c == '\'' ? '`' : c;
}

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* How often a byte of a fold turns up in prose, roughly. */
static int
commonness(char c)
{
	static const char rising[] = "zqxjkvbpgywfmculdhrsinoate";
	const char *at = memchr(rising, c, sizeof(rising) - 1);

	return at ? (int)(at - rising) + 1 : OTHER;
}

/* The same for two bytes, of which the most common go in this order. */
static int
pair_commonness(const char *p)
{
	static const char often[] = "thheinerandreedonesstenattontha"
				    "andouearisngofalitasishatseti"
				    "tevesaaromcomeleracolirohofo";
	int both = commonness(p[0]) * commonness(p[1]);

	for (size_t i = 0; i + 2 < sizeof(often); i++)
		if (often[i] == p[0] && often[i + 1] == p[1])
			return both + OFTEN;
	return both;
}

/* The same for a character of another script. */
static int
wide_commonness(uint32_t cp)
{
	static const char16_t rising[] =
	    u"ъэфщюцхжшйчьыгзбяупдмклвсртниаео"
	    u"ψζξβφχθγδωμκλπρηυσνταειο";

	for (size_t i = 0; rising[i] != 0; i++)
		if (rising[i] == cp)
			return (int)i + 1;
	return OTHER_SCRIPT;
}

static bool
can_anchor(char c)
{
	return is_ascii(c) && c != ' ';
}

static bool
find_pair(struct scan *s)
{
	const char *p = s->needle.ptr;
	int best = INT32_MAX;

	for (size_t i = 0; i + 1 < s->needle.len; i++) {
		int both = pair_commonness(p + i);

		if (!can_anchor(p[i]) || !can_anchor(p[i + 1]) || both >= best)
			continue;
		best = both;
		s->anchor = i;
	}
	return best < INT32_MAX;
}

/* One character; one of another script tells more than one of ASCII. */
static void
find_single(struct scan *s)
{
	int best = INT32_MAX;
	uint32_t cp;

	for (size_t i = 0, n; (n = utf8_next(s->needle, i, &cp)) > 0; i += n) {
		int rank = cp < 0x80 ? commonness((char)cp) + OFTEN
				     : wide_commonness(cp);

		if (cp == ' ' || rank >= best)
			continue;
		best = rank;
		s->anchor = i;
	}
}

/* The rows of the table for `to`. */
static const struct reach *
reach_of(uint32_t to, size_t *n)
{
	size_t low = 0, high = COUNT(reach_table);
	size_t end;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (reach_table[mid].to < to)
			low = mid + 1;
		else
			high = mid;
	}
	end = low;
	while (end < COUNT(reach_table) && reach_table[end].to == to)
		end++;
	*n = end - low;
	return reach_table + low;
}

/* By the first of two bytes.  é and the like and bold letters without serifs are
 * usual and have buckets of their own; of the others, those together that are
 * alike, as a bucket takes every first byte with every second one. */
static unsigned
bucket_of(int first)
{
	switch (first) {
	case 0xC3: return WIDE;
	case 0x97: return WIDE + 1;
	case 0x98: return WIDE + 2;
	default: return first >> 4 == 9 ? WIDE + 3 :
	    first < 0xC0		? WIDE + 4 :
					  WIDE + 5;
	}
}

/* Characters that are not ASCII and have `to` in their fold. */
static void
add_wide(struct filter *f, uint32_t to)
{
	size_t n;
	const struct reach *r = reach_of(to, &n);

	for (size_t i = 0; i < n; i++) {
		int first = r[i].by >> 8, second = r[i].by & 0xFF;
		unsigned b = bucket_of(first);

		filter_add(f, b, FIRST, first, first);
		filter_add(f, b, SECOND, second, second);
	}
}

/* `letter` itself, which is not ASCII, in the bucket of pairs. */
static void
add_self(struct filter *f, struct str letter, uint32_t cp)
{
	int first = (uint8_t)letter.ptr[letter.len - 2];
	int second = (uint8_t)letter.ptr[letter.len - 1];

	filter_add(f, PAIR, FIRST, first, first);
	filter_add(f, PAIR, SECOND, second, second);
	if (cp >= JAMO && cp < JAMO_END) {
		filter_add(f, BEFORE_WIDE, FIRST, 0x80, 0xBF);
		filter_add(f, BEFORE_WIDE, SECOND, 0x80, 0xBF);
	} else if (cp == UTF8_BAD) {
		filter_add(f, BEFORE_WIDE, FIRST, 0x80, 0xFF);
		filter_add(f, BEFORE_WIDE, SECOND, 0, 0xFF);
	}
}

static void
add_each(struct filter *f, unsigned bucket, int which, const char bytes[2])
{
	for (int i = 0; i < 2; i++)
		filter_add(f, bucket, which, (uint8_t)bytes[i],
		    (uint8_t)bytes[i]);
}

static void
add_ascii(struct scan *s)
{
	add_each(&s->filter, PAIR, FIRST, s->first);
	if (!s->pair) {
		filter_add(&s->filter, PAIR, SECOND, 0, 0xFF);
		return;
	}
	add_each(&s->filter, PAIR, SECOND, s->second);
	add_each(&s->filter, BEFORE_WIDE, FIRST, s->first);
	filter_add(&s->filter, BEFORE_WIDE, SECOND, 0x80, 0xFF);
}

static bool
has_bad(struct str needle)
{
	uint32_t cp = 0;

	for (size_t i = 0, n; (n = utf8_next(needle, i, &cp)) > 0; i += n)
		if (cp == UTF8_BAD)
			return true;
	return false;
}

struct scan
scan_new(struct str needle)
{
	struct scan s = { .needle = needle, .filter = filter_new() };
	const char *at;
	uint32_t cp;

	s.is_bad = has_bad(needle);
	s.pair = find_pair(&s);
	if (!s.pair)
		find_single(&s);
	at = needle.ptr + s.anchor;
	s.letter = str_head(str_skip(needle, s.anchor),
	    utf8_next(needle, s.anchor, &cp));
	s.first[0] = at[0];
	s.first[1] = scan_other_case(at[0]);
	if (s.pair) {
		s.second[0] = at[1];
		s.second[1] = scan_other_case(at[1]);
	}
	if (is_ascii(at[0]))
		add_ascii(&s);
	else
		add_self(&s.filter, s.letter, cp);
	add_wide(&s.filter, cp);
	filter_seal(&s.filter);
	return s;
}
