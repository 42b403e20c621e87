/* The dateline (R7) is a small language of its own:
 *
 *	WASHINGTON/NEW YORK, Dec 16 (Reuters) - The Senate …
 *	|<----- place --->|  |date| |agency|  |
 *	FORT HALE, N.C.  —  He came …         dash
 *	           |<->| region
 *
 * and it is read as one, from the left, each part if it is there.  What makes
 * it safe is the company: a hyphen, or a place that does not shout, needs a
 * date or an agency beside it, and no text goes on in lower case. */
#include "dateline/report/head.h"

#include "dateline/text/letter.h"
#include "head_words.h"

enum {
	DATELINE_MAX = 70, /* characters before the dash */
	DATELINE_BYTES = 400,
	PLACE_WORDS = 5,
	REGION_WORDS = 5,
	AGENCY_BYTES = 60,
};

/* What may stand in small letters within a name, and what never opens one. */
static const char particles[] =
    " a al am an and au aux d da das de del den der des di do dos du e el en et"
    " i ile in islands l la las le les los lo near of off on op s sous sur the"
    " und upon van von y ";

static const char not_in_place[] =
    " a an as are after before but by can for from has have how if into is it"
    " not over says than to was what when where who why will with ";

/* Labels of a newsroom and names that shout but are no places. */
static const char no_places[] =
    " analysis aids bbc breaking cdc ceo cia cnn comment corrected correction"
    " covid editorial editorials exclusive explainer factbox fbi feature fifa"
    " gallery gdp hiv ibm imf interview isis live nasa nato news note opec"
    " opinion photo photos poll preview profile quotes quote refile review"
    " special timeline top ufo un unesco unicef update updated urgent video"
    " watch who wto ";

static const char *const agencies[] = { "aap", "abc", "afp", "agerpres",
	"anadolu", "ani", "ansa", "antara", "ap", "apa", "associated press",
	"bbc", "belga", "bernama", "bloomberg", "bta", "cbs", "cna", "cnn",
	"cns", "cp", "ctk", "dow jones", "dpa", "efe", "ians", "interfax",
	"ips", "irna", "itar-tass", "jiji", "jta", "kcna", "kuna", "kyodo",
	"lusa", "mena", "mti", "nan", "nbc", "pa", "pap", "pti", "reuter",
	"reuters", "ria", "ria novosti", "rns", "spa", "sputnik", "tanjug",
	"tass", "the associated press", "the canadian press",
	"thomson reuters foundation", "tns", "tribune news service",
	"ukrinform", "uni", "upi", "voa", "wam", "xinhua", "yonhap" };

/* What was read so far of a dateline. */
struct parse {
	struct str s;
	size_t at;
	size_t capitals; /* upper-case letters of the place */
	bool shouts;     /* the place is in upper case */
	bool region;
	bool date;
	bool agency;
	bool known; /* the agency is one of ours */
};

static size_t
skip_blanks(struct str s, size_t at)
{
	uint32_t cp;
	size_t n;

	while ((n = utf8_next(s, at, &cp)) > 0 && letter_is_space(cp) &&
	       cp != '\n')
		at += n;
	return at;
}

/* One word of a name: letters and marks, full stops, apostrophes, and hyphens
 * and slashes between letters. */
static struct str
name_word(struct str s, size_t at)
{
	size_t to = at, n, m;
	uint32_t cp, after;

	while ((n = utf8_next(s, to, &cp)) > 0) {
		m = utf8_next(s, to + n, &after);
		if (!letter_is_alpha(cp) && cp != '.' &&
		    !letter_is_apostrophe(cp) &&
		    !((cp == '-' || cp == '/') && to > at && m > 0 &&
			letter_is_alpha(after)))
			break;
		to += n;
	}
	return str_of(s, span_of(at, to));
}

/* A piece of a name between hyphens, slashes and apostrophes shouts if it has
 * no small letter, is a particle, or is the "Mc" of "McALLEN". */
static bool
piece_shouts(struct str piece)
{
	size_t at, n, low = 0;
	uint32_t cp;

	if (word_is(piece, particles))
		return true;
	if (str_starts(piece, STR("Mc")) && piece.len > 3)
		piece = str_skip(piece, 2);
	for (at = 0; (n = utf8_next(piece, at, &cp)) > 0; at += n)
		low += letter_is_lower(cp);
	return low == 0;
}

static bool
word_shouts(struct str word)
{
	size_t from = 0, at, n;
	uint32_t cp;

	if (!word_is_capital(word) || word_is(word, not_in_place))
		return false;
	for (at = 0; (n = utf8_next(word, at, &cp)) > 0; at += n) {
		if (cp != '-' && cp != '/' && !letter_is_apostrophe(cp))
			continue;
		if (!piece_shouts(str_of(word, span_of(from, at))))
			return false;
		from = at + n;
	}
	return piece_shouts(str_skip(word, from));
}

static size_t
count_capitals(struct str word)
{
	size_t at, n, count = 0;
	uint32_t cp;

	for (at = 0; (n = utf8_next(word, at, &cp)) > 0; at += n)
		count += letter_is_upper(cp);
	return count;
}

static size_t
skip_digits(struct str s, size_t at)
{
	while (at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9')
		at++;
	return at;
}

/* "Dec 16", "Sept. 3, 2023" at `at`: where it ends, or `at`. */
static size_t
date_end(struct str s, size_t at)
{
	struct str month = name_word(s, at);
	size_t from, to, year;

	if (!word_is_capital(month) || !word_is_month(month))
		return at;
	from = skip_blanks(s, at + month.len);
	to = skip_digits(s, from);
	if (to == from || to > from + 2)
		return at;
	year = to + (to < s.len && s.ptr[to] == ',');
	year = skip_blanks(s, year);
	return skip_digits(s, year) == year + 4 ? year + 4 : to;
}

/* Whether `p` goes on with a date, and if so, behind it. */
static bool
read_date(struct parse *p)
{
	size_t at = skip_blanks(p->s, p->at), end;

	if (at < p->s.len && p->s.ptr[at] == ',')
		at = skip_blanks(p->s, at + 1);
	end = date_end(p->s, at);
	if (end == at)
		return false;
	p->at = end;
	p->date = true;
	return true;
}

/* The words of a place: all of them shout, or none has to. */
static bool
read_place(struct parse *p)
{
	struct str word = name_word(p->s, p->at);
	size_t n = 0, at = p->at;

	if (!word_is_capital(word))
		return false;
	p->shouts = word_shouts(word);
	for (; word.len > 0 && n < PLACE_WORDS; n++) {
		bool small =
		    n > 0 && !word_is_capital(word) && word_is(word, particles);

		if (p->shouts ? !small && !word_shouts(word)
			      : !small && !word_is_capital(word))
			break;
		if (date_end(p->s, at) > at)
			break;
		p->capitals += count_capitals(word);
		p->at = at + word.len;
		at = skip_blanks(p->s, p->at);
		word = name_word(p->s, at);
	}
	return n > 0;
}

/* ", N.C." or ", South Africa". */
static void
read_region(struct parse *p)
{
	size_t at = skip_blanks(p->s, p->at), n;
	struct str word;

	if (at >= p->s.len || p->s.ptr[at] != ',')
		return;
	at = skip_blanks(p->s, at + 1);
	for (n = 0; n < REGION_WORDS; n++) {
		word = name_word(p->s, at);
		if (!word_is_capital(word) &&
		    (n == 0 || !word_is(word, particles)))
			return;
		if (n > 0 && date_end(p->s, at) > at)
			return;
		p->region = true;
		p->at = at + word.len;
		at = skip_blanks(p->s, p->at);
	}
}

/* "(Reuters)"; known if it begins with the name of an agency. */
static void
read_agency(struct parse *p)
{
	size_t at = skip_blanks(p->s, p->at);
	struct str in = str_head(str_skip(p->s, at), AGENCY_BYTES);
	const char *close;
	uint32_t cp;

	if (in.len == 0 || in.ptr[0] != '(')
		return;
	in = str_skip(in, 1);
	close = in.len > 0 ? memchr(in.ptr, ')', in.len) : NULL;
	if (!close || utf8_next(in, 0, &cp) == 0 || !letter_is_alpha(cp))
		return;
	in.len = (size_t)(close - in.ptr);
	p->known = line_begins(in, agencies, COUNT(agencies));
	p->agency = p->known || letter_is_upper(cp);
	if (p->agency)
		p->at = at + in.len + 2;
}

enum dash { DASH_NONE, DASH_HYPHEN, DASH_LONG };

/* The dash at `at`; `*end` is behind it. */
static enum dash
dash_at(struct str s, size_t at, size_t *end)
{
	uint32_t cp;
	size_t n = utf8_next(s, at, &cp);

	*end = at + n;
	if (n == 0)
		return DASH_NONE;
	if (cp >= 0x2013 && cp <= 0x2015)
		return DASH_LONG;
	if (cp != '-')
		return DASH_NONE;
	if (*end < s.len && s.ptr[*end] == '-') {
		*end += 1;
		return DASH_LONG;
	}
	return DASH_HYPHEN;
}

/* Text does not go on in lower case after a dateline, "iPhone" aside. */
static bool
goes_on_small(struct str s, size_t at)
{
	uint32_t cp, after;
	size_t n = utf8_next(s, at, &cp);

	if (n == 0 || !letter_is_lower(cp))
		return false;
	return utf8_next(s, at + n, &after) == 0 || !letter_is_upper(after);
}

/* Whether what was read is enough company for the dash that follows. */
static bool
is_enough(const struct parse *p, struct str place, enum dash dash)
{
	bool company = p->region || p->date || p->agency;
	struct words w = { .line = place };
	struct str word;

	if (!p->shouts)
		return p->date || p->known;
	if (p->capitals < 3)
		return false;
	if (company)
		return true;
	return (dash == DASH_LONG || p->capitals >= 4) &&
	       words_next(&w, &word) && !word_is(word, no_places);
}

/* Reads all that may stand before the dash; its end is in `p->at`. */
static struct str
read_all(struct parse *p)
{
	struct str place = { NULL, 0 };

	if (!read_place(p))
		return place;
	place = str_head(p->s, p->at);
	if (!read_date(p)) {
		read_region(p);
		read_date(p);
	}
	read_agency(p);
	/* "BEIJING (Xinhua), Jan 3" */
	if (p->agency && !p->date)
		read_date(p);
	return place;
}

/* Whether one of the dashes above ASCII may stand at `p`, or a hyphen that joins
 * no two letters. */
static bool
may_be_dash(const char *p, size_t len)
{
	if (*p == '-')
		return len > 1 && !((p[1] | 0x20) >= 'a' && (p[1] | 0x20) <= 'z');
	return len > 2 && p[1] == '\x80' && p[2] >= '\x93' && p[2] <= '\x95';
}

static bool
has_dash_from(struct str s, char first)
{
	const char *end = s.ptr + s.len, *p = s.ptr;

	while ((p = memchr(p, first, (size_t)(end - p))) != NULL) {
		if (may_be_dash(p, (size_t)(end - p)))
			return true;
		p++;
	}
	return false;
}

/* Most lines have no dash in reach, and so no dateline. */
static bool
has_dash(struct str s)
{
	return has_dash_from(s, '-') || has_dash_from(s, '\xE2');
}

struct span
head_dateline(struct str text, struct span block, uint32_t *body)
{
	struct parse p = { .s = str_of(text, block) };
	struct str place;
	size_t blank, end, after;
	enum dash dash;

	*body = block.off;
	p.s = str_head(p.s, utf8_floor(p.s, DATELINE_BYTES));
	if (p.s.len == 0 || !has_dash(p.s))
		return (struct span){ 0, 0 };
	place = read_all(&p);
	blank = skip_blanks(p.s, p.at);
	dash = dash_at(p.s, blank, &end);
	after = skip_blanks(p.s, end);
	if (place.len == 0 || dash == DASH_NONE || after == end ||
	    after == p.s.len || (dash == DASH_HYPHEN && blank == p.at))
		return (struct span){ 0, 0 };
	if (!is_enough(&p, place, dash) || goes_on_small(p.s, after) ||
	    letter_count(str_head(p.s, p.at)) > DATELINE_MAX)
		return (struct span){ 0, 0 };
	*body = block.off + (uint32_t)after;
	return span_of(block.off, block.off + p.at);
}
