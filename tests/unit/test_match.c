/* What a search finds, and where: rows for what readers expect, the slow judge
 * for everything else, and a few texts that would hang a careless search. */
#include "test.h"

#include <time.h>

#include "dateline/text/match.h"
#include "dateline/text/filter.h"
#include "match_judge.h"

/* Hits are written between brackets. */
static struct str
mark_hits(struct arena *a, struct str text, const struct span *hits, size_t n)
{
	char *out = arena_array(a, char, text.len + 2 * n + 1);
	size_t at = 0, len = 0;

	for (size_t i = 0; i < n; i++) {
		size_t before = hits[i].off - at;

		memcpy(out + len, text.ptr + at, before);
		len += before;
		out[len++] = '[';
		memcpy(out + len, text.ptr + hits[i].off, hits[i].len);
		len += hits[i].len;
		out[len++] = ']';
		at = span_end(hits[i]);
	}
	memcpy(out + len, text.ptr + at, text.len - at);
	return (struct str){ out, len + text.len - at };
}

struct row {
	const char *name;
	const char *needle;
	const char *text;
	const char *found;
};

static const struct row rows[] = {
	{ "a word", "harbour", "The harbour is shut.",
	    "The [harbour] is shut." },
	{ "either case", "harbour", "HARBOUR Harbour", "[HARBOUR] [Harbour]" },
	{ "in a word", "our", "harbour hours", "harb[our] h[our]s" },
	{ "at the very ends", "ab", "abxab", "[ab]x[ab]" },
	{ "not overlapping", "aa", "aaaaa", "[aa][aa]a" },
	{ "one letter", "q", "Quay, quiet", "[Q]uay, [q]uiet" },
	{ "not there", "pier", "The harbour is shut.", "The harbour is shut." },
	{ "longer than the text", "harbour", "harb", "harb" },
	{ "after a false start", "aab", "aaab aabaab", "a[aab] [aab][aab]" },

	{ "dressed", "highlights", "𝗵𝗶𝗴𝗵𝗹𝗶𝗴𝗵𝘁𝘀 of it", "[𝗵𝗶𝗴𝗵𝗹𝗶𝗴𝗵𝘁𝘀] of it" },
	{ "dressed in part", "lights", "high𝗹𝗶ghts", "high[𝗹𝗶ghts]" },
	{ "dressed needle", "𝗹𝗶𝗴𝗵𝘁", "a light", "a [light]" },
	{ "dressed, one letter", "i", "𝗛𝗶", "𝗛[𝗶]" },
	{ "ligature, whole", "fi", "a ﬁne fit", "a [ﬁ]ne [fi]t" },
	{ "ligature, first half", "f", "ﬁ", "[ﬁ]" },
	{ "ligature, second half", "in", "ﬁn", "[ﬁn]" },
	{ "ligature, one hit only", "f", "ﬀ", "[ﬀ]" },
	{ "square", "5 kg", "5 ㎏", "[5 ㎏]" },
	{ "square, its end", "g", "㎏", "[㎏]" },
	{ "sharp s", "strasse", "Straße STRAẞE", "[Straße] [STRAẞE]" },
	{ "dotted capital i", "istanbul", "İstanbul", "[İstanbul]" },
	{ "grows when small", "ab", "ȺB", "[ȺB]" },
	{ "emoji", "👂", "a 👂 b", "a [👂] b" },
	{ "digits", "12", "١٢ and ⑫ and 𝟏𝟐", "[١٢] and [⑫] and [𝟏𝟐]" },

	{ "loose accent", "e", "e\u0301a", "[e\u0301]a" },
	{ "loose accent inside", "era", "e\u0301ra", "[e\u0301ra]" },
	{ "any accent", "kristof", "Kristóf Kristof", "[Kristóf] [Kristof]" },
	{ "this accent", "kristóf", "Kristóf Kristof Kristof\u0301",
	    "[Kristóf] Kristof Kristof\u0301" },
	{ "this accent, loose", "kristóf", "KRISTO\u0301F", "[KRISTO\u0301F]" },
	{ "this accent, last", "café", "cafe cafè cafe\u0301 café",
	    "cafe cafè [cafe\u0301] [café]" },
	{ "this accent and more", "â", "a â ấ", "a [â] [ấ]" },
	{ "both accents", "ấ", "a â á ấ", "a â á [ấ]" },
	{ "accents elsewhere", "señor", "señór senór", "[señór] senór" },
	{ "stroke", "jørn", "Jorn Jørn", "Jorn [Jørn]" },
	{ "no stroke", "jorn", "Jorn Jørn", "[Jorn] [Jørn]" },
	{ "small", "xi", "Xi, taxi", "[Xi], ta[xi]" },
	{ "capital", "Xi", "Xi, taxi, 𝗫𝗶, XI, xi",
	    "[Xi], taxi, [𝗫𝗶], [XI], xi" },
	{ "capital in the middle", "mcA", "mca mcA MCA", "mca [mcA] [MCA]" },
	{ "capital square", "MHz", "㎒ mhz", "[㎒] mhz" },
	{ "capital sharp s", "STRAẞE", "STRASSE STRAßE", "[STRASSE] STRAßE" },
	{ "capital with accent", "É", "é É E E\u0301", "é [É] E [E\u0301]" },
	{ "capital, overlapping", "Aa", "aAaA", "a[Aa]A" },

	{ "soft hyphen", "harbour", "har\u00ADbour", "[har\u00ADbour]" },
	{ "soft hyphen behind", "har", "har\u00ADbour", "[har\u00AD]bour" },
	{ "soft hyphen in the needle", "har\u00ADbour", "harbour",
	    "[harbour]" },
	{ "zero width, all over", "ab", "a\u200B\u2060b\uFEFF",
	    "[a\u200B\u2060b\uFEFF]" },
	{ "hidden before", "ab", "\u202Eab", "\u202E[ab]" },
	{ "straight for curly", "haven't", "they haven’t", "they [haven’t]" },
	{ "curly for straight", "haven’t", "they haven't, haven`t",
	    "they [haven't], [haven`t]" },
	{ "quotation marks", "\"no\"", "“No” «no»", "[“No”] [«no»]" },
	{ "dashes", "a-b", "a—b a–b", "[a—b] [a–b]" },
	{ "ellipsis", "...", "so… yes", "so[…] yes" },

	{ "over a wrap", "the quay", "along the\nquay", "along [the\nquay]" },
	{ "over a wrap, CRLF", "the quay", "the\r\nquay", "[the\r\nquay]" },
	{ "over indentation", "the quay", "the  \n\t quay",
	    "[the  \n\t quay]" },
	{ "not over an empty line", "the quay", "the\n\nquay", "the\n\nquay" },
	{ "nor CRLF CRLF", "the quay", "the\r\n\r\nquay", "the\r\n\r\nquay" },
	{ "nor a line of spaces", "the quay", "the\n \t\nquay",
	    "the\n \t\nquay" },
	{ "CR CR LF is one line end", "the quay", "the\r\r\nquay",
	    "[the\r\r\nquay]" },
	{ "CR and CR CR LF are two", "the quay", "the\r\r\r\nquay",
	    "the\r\r\r\nquay" },
	{ "nor two CR", "the quay", "the\r\rquay", "the\r\rquay" },
	{ "a line separator", "the quay", "the\u2028quay", "[the\u2028quay]" },
	{ "no-break space", "10 km", "10\u00A0km", "[10\u00A0km]" },
	{ "hidden in white space", "a b", "a \u200B b", "[a \u200B b]" },
	{ "no space", "the quay", "thequay", "thequay" },
	{ "space where none is asked", "thequay", "the quay", "the quay" },
	{ "white space in the needle", " the \n\n quay\t", "the quay",
	    "[the quay]" },
	{ "single letters", "a b c", "a b c a  b\nc", "[a b c] [a  b\nc]" },
	{ "space around is not in it", "quay", " quay ", " [quay] " },

	{ "Cyrillic", "порт", "Порт и порту", "[Порт] и [порт]у" },
	{ "Cyrillic, two words", "в порту", "Она в\nпорту.",
	    "Она [в\nпорту]." },
	{ "short i", "Рейн", "рейн Рейн Реин", "рейн [Рейн] Реин" },
	{ "Greek", "σας", "ΣΑΣ", "[ΣΑΣ]" },
	{ "Chinese", "港口", "在港口。", "在[港口]。" },
	{ "syllable by its beginning", "하", "한국", "[한]국" },
	{ "Hindi, sign after", "क", "कि", "[कि]" },
	{ "Hindi, sign alone", "ि", "कि", "[कि]" },
	{ "mixed", "м1", "М1 м2", "[М1] м2" },

	{ "ill-formed around", "ab", "\xFF" "ab\xC3", "\xFF[ab]\xC3" },
	{ "ill-formed inside", "ab", "a\xFF" "b", "a\xFF" "b" },
	{ "ill-formed is U+FFFD", "a\uFFFD", "a\xE2\x82 a\xFF",
	    "[a\xE2\x82] [a\xFF]" },
	{ "NUL and controls", "a\x01", "a\x01", "[a\x01]" },
};

static void
test_rows(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		struct str text = str_c(r->text);
		struct match *m = match_new(a, str_c(r->needle));
		struct span *hits;
		size_t n;

		assert_non_null(m);
		n = match_all(m, a, text, &hits);
		check_str(r->name, mark_hits(a, text, hits, n), r->found);
		check_int(r->name, match_count(m, a, text), n);
		check_int(r->name, hits == NULL, n == 0);
		arena_reset(a);
	}
	arena_free(a);
}

static void
test_rows_satisfy_the_judge(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		struct str text = str_c(r->text);
		struct span *hits;
		size_t n = judge_all(a, str_c(r->needle), text, &hits);

		check_str(r->name, mark_hits(a, text, hits, n), r->found);
		arena_reset(a);
	}
	arena_free(a);
}

static const struct row exact_rows[] = {
	{ "small", "xi", "xi Xi taxi 𝘅𝗶 𝗫𝗶", "[xi] Xi ta[xi] [𝘅𝗶] 𝗫𝗶" },
	{ "capital", "Xi", "xi Xi XI", "xi [Xi] XI" },
	{ "no accent", "resume", "resume résumé resume\u0301",
	    "[resume] résumé resume\u0301" },
	{ "these accents", "résumé", "résumé resumé RÉSUMÉ re\u0301sume\u0301",
	    "[résumé] resumé RÉSUMÉ [re\u0301sume\u0301]" },
	{ "no more accents", "â", "a â ấ", "a [â] ấ" },
	{ "an accent nobody asked for, last", "ab", "ab\u0301 ab",
	    "ab\u0301 [ab]" },
	{ "a line under it is dress", "ab", "a\u0332b\u0332 ab",
	    "[a\u0332b\u0332] [ab]" },
	{ "curly is straight", "haven't", "haven’t Haven’t",
	    "[haven’t] Haven’t" },
	{ "white space", "the Quay", "the\n Quay the quay",
	    "[the\n Quay] the quay" },
	{ "stroke", "jorn", "jørn jorn", "jørn [jorn]" },
	{ "hidden", "ab", "a\u00ADb\uFE0F", "[a\u00ADb\uFE0F]" },
};

static void
test_exact_rows(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(exact_rows); i++) {
		const struct row *r = &exact_rows[i];
		struct str text = str_c(r->text);
		struct match *m = match_new_exact(a, str_c(r->needle));
		struct span *hits;
		size_t n = match_all(m, a, text, &hits);

		check_str(r->name, mark_hits(a, text, hits, n), r->found);
		n = judge_each(a, str_c(r->needle), true, text, &hits);
		check_str(r->name, mark_hits(a, text, hits, n), r->found);
		arena_reset(a);
	}
	arena_free(a);
}

static void
test_nothing_to_look_for(void **state)
{
	static const char *const needles[] = { "", " ", "\n\n", "\u200B",
		"\u0301", " \u00AD " };
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(needles); i++)
		assert_null(match_new(a, str_c(needles[i])));
	arena_free(a);
}

static void
test_the_needle_may_go_away(void **state)
{
	struct arena *a = arena_new();
	char needle[] = "Quay";
	struct match *m = match_new(a, str_c(needle));

	(void)state;
	memset(needle, 'z', sizeof(needle));
	assert_int_equal(match_count(m, a, STR("quay Quay QUAY")), 2);
	arena_free(a);
}

/* Words that meet often: few letters, and every kind of trouble. */
static const char *const pieces[] = { "a", "b", "A", "B", "a", "b", "x", "f",
	"i", " ", "\n", "\r\n", "\r", "\t", "-", "'", "’", "“", "é", "e",
	"e\u0301", "\u0301", "\u0308", "É", "𝗮", "𝗕", "ﬁ", "ﬀ", "ß", "ẞ", "S",
	"s", "İ", "ı", "Ⱥ", "ø", "㎏", "k", "g", "\u00AD", "\u200B", "\uFE0F",
	"п", "й", "и", "П", "Й", "क", "ि", "한", "\u1112", "\u1161", "\u11AB",
	"①", "1", "…", ".", "\uFDFA", "\u2029", "👂", "\xFF", "\xE2\x80",
	"\xC3", "`", "ab", "aab", "the " };

struct dice {
	uint32_t seed;
};

static size_t
roll(struct dice *d, size_t n)
{
	d->seed = d->seed * 1664525u + 1013904223u;
	return (d->seed >> 8) % n;
}

/* `n` pieces, of the first `kinds` kinds from a random one on. */
static struct str
random_text(struct dice *d, char *out, size_t n)
{
	size_t from = roll(d, COUNT(pieces));
	size_t kinds = 1 + roll(d, COUNT(pieces));
	size_t len = 0;

	while (n-- > 0) {
		const char *p =
		    pieces[(from + roll(d, kinds)) % COUNT(pieces)];

		memcpy(out + len, p, strlen(p));
		len += strlen(p);
	}
	return (struct str){ out, len };
}

static struct str
part_of(struct dice *d, struct str text)
{
	size_t from = roll(d, text.len + 1);
	size_t len = roll(d, 12);

	return str_head(str_skip(text, from), len);
}

static void
check_against_judge(
    struct arena *a, struct str needle, struct str text, bool exact)
{
	struct match *m =
	    exact ? match_new_exact(a, needle) : match_new(a, needle);
	struct span *want, *got = NULL;
	size_t want_n = judge_each(a, needle, exact, text, &want);
	size_t got_n = m ? match_all(m, a, text, &got) : 0;
	struct str w = mark_hits(a, text, want, want_n);
	struct str g = mark_hits(a, text, got, got_n);

	if (str_eq(w, g))
		return;
	print_error("needle |%.*s|\ngot    |%.*s|\nwant   |%.*s|\n",
	    (int)needle.len, needle.ptr, (int)g.len, g.ptr, (int)w.len, w.ptr);
	fail();
}

static void
test_judge(void **state)
{
	enum { ROUNDS = 150000, PIECES = 40 };
	struct arena *a = arena_new();
	struct dice d = { 20230323 };
	char text_buf[PIECES * 8], needle_buf[PIECES * 8];

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct str text = random_text(&d, text_buf, roll(&d, PIECES));
		struct str needle = i % 2
		    ? part_of(&d, text)
		    : random_text(&d, needle_buf, 1 + roll(&d, 4));

		check_against_judge(a, needle, text, i % 4 == 0);
		arena_reset(a);
	}
	arena_free(a);
}

/* Long ASCII around the same, so that blocks of sixteen are passed over. */
static void
test_judge_in_prose(void **state)
{
	static const char prose[] =
	    "the ferry left the old quay at nine and nobody on board had "
	    "heard of the strike before the captain said so over the speakers ";
	enum { ROUNDS = 3000, PIECES = 8, LENGTH = sizeof(prose) - 1 };
	struct arena *a = arena_new();
	struct dice d = { 7 };
	char text[LENGTH + PIECES * 8], needle[PIECES * 8];

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		size_t at = roll(&d, LENGTH + 1);
		struct str odd = random_text(&d, text + at, roll(&d, PIECES));
		struct str whole = { text, LENGTH + odd.len };

		memcpy(text, prose, at);
		memcpy(text + at + odd.len, prose + at, LENGTH - at);
		check_against_judge(a, part_of(&d, whole), whole, i % 4 == 0);
		check_against_judge(a,
		    random_text(&d, needle, 1 + roll(&d, 3)), whole, false);
		arena_reset(a);
	}
	arena_free(a);
}

/* Pieces of prose one behind the other, each counted as if it were alone. */
static void
test_count_each(void **state)
{
	enum { ROUNDS = 3000, PIECES = 12, EACH = 20 };
	struct arena *a = arena_new();
	struct dice d = { 11 };
	char text[PIECES * EACH * 8];

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct span at[PIECES];
		uint32_t counts[PIECES];
		size_t len = 0;
		struct str whole, needle;
		struct match *m;

		for (size_t k = 0; k < PIECES; k++) {
			size_t from = len += roll(&d, 2)
			    ? random_text(&d, text + len, roll(&d, EACH / 2)).len
			    : 0;

			len += random_text(&d, text + len, roll(&d, EACH / 2))
				   .len;
			text[len++] = 'z'; /* a whole character */
			at[k] = span_of(from, len);
			text[len++] = '.';
		}
		whole = (struct str){ text, len };
		needle = part_of(&d, str_of(whole, at[roll(&d, PIECES)]));
		m = match_new(a, needle);
		if (!m)
			continue;
		match_count_each(
		    m, a, whole, (struct places){ 0 }, at, PIECES, counts);
		for (size_t k = 0; k < PIECES; k++)
			check_int("piece", counts[k],
			    match_count(m, a, str_of(whole, at[k])));
		arena_reset(a);
	}
	arena_free(a);
}

/* What would have been found ahead from `from` on, the text being cut out of
 * another one. */
static struct places
list_places(
    const struct filter *f, struct str text, uint32_t *list, size_t from)
{
	enum { BEFORE = 1000 };
	struct places p = { .list = list, .listed = from, .first = BEFORE };

	for (size_t i = from; i < text.len; i++)
		if (filter_passes(f, text, i))
			list[p.n++] = (uint32_t)(BEFORE + i - from);
	return p;
}

/* The byte before a list may pass by itself alone. */
static size_t
next_exactly(
    const struct filter *f, struct str s, size_t from, struct places *p)
{
	size_t at = filter_next(f, s, from, p);

	return at + 1 == p->listed && !filter_passes(f, s, at)
	    ? filter_next(f, s, at + 1, p)
	    : at;
}

/* Every way of passing over bytes passes over the same ones. */
/* What was added is held; what only its halves make passes, and is not. */
static void
test_filter_holds(void **state)
{
	static const struct {
		const char *name, *text;
		bool passes, holds;
	} cases[] = {
		{ "the pair", "\x97\xBA", true, true },
		{ "another of the bucket", "\x91\xA6", true, true },
		{ "halves of two second bytes", "\x97\xB6", true, false },
		{ "another first byte", "\xA7\xBA", false, false },
		{ "a first byte at the end", "\x97", true, true },
	};
	struct filter f = filter_new();

	(void)state;
	filter_add(&f, 3, 0, 0x97, 0x97);
	filter_add(&f, 3, 0, 0x91, 0x91);
	filter_add(&f, 3, 1, 0xBA, 0xBA);
	filter_add(&f, 3, 1, 0xA6, 0xA6);
	filter_seal(&f);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str s = str_c(cases[i].text);

		check_int(cases[i].name, filter_passes(&f, s, 0) != 0,
		    cases[i].passes);
		check_int(cases[i].name, filter_holds(&f, s, 0) != 0,
		    cases[i].holds);
	}
}

static void
test_filter_ways(void **state)
{
	enum { ROUNDS = 500, LENGTH = 5000 };
	struct dice d = { 5 };
	char text[LENGTH];

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct filter f = filter_new();
		size_t len = roll(&d, LENGTH), from = roll(&d, LENGTH + 1);

		for (size_t k = 0; k < len; k++)
			text[k] = (char)roll(&d, 256);
		for (unsigned k = 0; k < 4; k++) {
			int first = (int)roll(&d, 256), second = (int)roll(&d, 256);

			filter_add(&f, k, 0, first, first);
			filter_add(&f, k, 1, second, 255);
		}
		filter_seal(&f);
		filter_choose(&f, FILTER_BYTEWISE);
		for (int way = 0; way < FILTER_WAYS; way++) {
			struct filter other = f;
			struct str s = { text, len };
			struct places p = { 0 }, one = { 0 }, found = { 0 };
			size_t want = from, got = from;
			uint32_t list[LENGTH];

			if (!filter_choose(&other, (enum filter_way)way))
				continue;
			found = list_places(&f, s, list, roll(&d, LENGTH));
			do {
				check_int("list",
				    next_exactly(&other, s, got, &found),
				    filter_next(&other, s, got, &p));
				got = filter_next(&other, s, got, &p);
				want = filter_next(&f, s, want, &one);
				check_int("way", got, want);
			} while (got++ < len && want++ < len);
		}
	}
}

static struct str
repeated(struct arena *a, const char *piece, size_t n)
{
	size_t len = strlen(piece);
	char *out = arena_array(a, char, n * len + 1);

	for (size_t i = 0; i < n; i++)
		memcpy(out + i * len, piece, len);
	return (struct str){ out, n * len };
}

struct hostile {
	const char *name;
	const char *needle;
	size_t needle_n; /* so many times */
	const char *end; /* … and this */
	const char *text;
	size_t text_n;
	size_t hits;
};

static const struct hostile hostile[] = {
	{ "a hit everywhere", "a", 2000, "", "a", 1000000, 500 },
	{ "nearly a hit everywhere", "a", 2000, "b", "a", 1000000, 0 },
	{ "periods", "ab", 1000, "c", "ab", 500000, 0 },
	{ "periods with hits", "ab", 1000, "", "ab", 500000, 500 },
	{ "marks without end", "a", 1, "b", "\u0301", 500000, 0 },
	{ "marks after each start", "a", 1, "b", "a\u0301\u0301", 200000, 0 },
	{ "hidden without end", "ab", 300, "", "\u200B", 400000, 0 },
	{ "empty lines without end", "a", 1, " b", "a\n\n", 300000, 0 },
	{ "the longest fold", "ص", 1, "", "\uFDFA", 300000, 300000 },
	{ "signs without a letter", "ि", 1, "", "ि", 300000, 1 },
	{ "ill-formed", "\xFF", 1000, "a", "\xFF", 500000, 0 },
	{ "capital at the end", "a", 100, "A", "a", 100000, 0 },
};

/* Each takes milliseconds, or the square of it in minutes. */
static void
test_hostile(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(hostile); i++) {
		const struct hostile *h = &hostile[i];
		struct str head = repeated(a, h->needle, h->needle_n);
		size_t len = head.len + strlen(h->end);
		char *needle = arena_array(a, char, len + 1);
		clock_t from = clock();
		struct match *m;

		memcpy(needle, head.ptr, head.len);
		memcpy(needle + head.len, h->end, len - head.len);
		m = match_new(a, (struct str){ needle, len });
		assert_non_null(m);
		check_int(h->name,
		    match_count(m, a, repeated(a, h->text, h->text_n)),
		    h->hits);
		check_int(h->name, (clock() - from) / CLOCKS_PER_SEC < 10, 1);
		arena_reset(a);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_rows_satisfy_the_judge),
		cmocka_unit_test(test_exact_rows),
		cmocka_unit_test(test_nothing_to_look_for),
		cmocka_unit_test(test_the_needle_may_go_away),
		cmocka_unit_test(test_judge),
		cmocka_unit_test(test_judge_in_prose),
		cmocka_unit_test(test_count_each),
		cmocka_unit_test(test_filter_ways),
		cmocka_unit_test(test_filter_holds),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
