/* Where reports begin.  Every marker has a date with two hyphens, so the bytes
 * are searched for those, many at a time; what is found is read backwards:
 *
 *	… northern ally. date 2023-03-23 HONG KONG — As he left
 *	<------ before ------>|<------- after -------->
 *	                      the date
 *
 * How far back and ahead a rule looks has a limit, so that the answer does not
 * depend on where a window of the file happens to end. */
#include "archive_mark.h"

#include <unictype.h>

#include "dateline/text/letter.h"
#include "dateline/text/unstyle.h"

#include "ascii.h"

enum { DATE_LEN = 10, HYPHEN = 4 /* in a date */ };

/* A month begins with a 0 or a 1.  Needles have their rarest bytes in the last
 * bucket, which is united with this one (filter_unite). */
struct filter
mark_filter(void)
{
	struct filter f = filter_new();

	filter_add(&f, 7, 0, '-', '-');
	filter_add(&f, 7, 1, '0', '1');
	filter_seal(&f);
	return f;
}

/* Whether there may be a date at `i`, whose first hyphen is there. */
static bool
may_be_date(struct str s, size_t i)
{
	return s.ptr[i + 7] == '-' && ascii_is_digit(s.ptr[i + 3]) &&
	    ascii_is_digit(s.ptr[i + 5]);
}

static bool
may_be_at_hyphen(const void *of, struct str s, size_t hyphen)
{
	(void)of;
	return hyphen < HYPHEN || s.len - hyphen < DATE_LEN - HYPHEN ||
	    may_be_date(s, hyphen - HYPHEN);
}

struct quest
mark_look(const struct filter *hyphens)
{
	return (struct quest){ hyphens, may_be_at_hyphen, NULL };
}

/* The first place in [from, to) where a date may stand; `to` if none. */
static size_t
find_date(struct stretch *st, size_t from, size_t to)
{
	struct str s = str_head(st->text, to + DATE_LEN);
	size_t i, hyphen = from + HYPHEN;

	while ((hyphen = filter_next(
		    st->hyphens, s, hyphen, &st->dates)) < s.len) {
		i = hyphen - HYPHEN;
		if (i >= to || s.len - i < DATE_LEN)
			break;
		if (may_be_date(s, i))
			return i;
		hyphen++;
	}
	return to;
}

/* Takes up to `most` blanks from the end of `s`; returns how many. */
static size_t
take_blanks(struct str *s, size_t most)
{
	size_t n = 0;

	while (n < most && s->len > 0 && ascii_is_blank(s->ptr[s->len - 1])) {
		s->len--;
		n++;
	}
	return n;
}

/* What stands around a date that follows the word "date". */
struct found {
	struct str before; /* the marker; at most MARK_BEHIND bytes */
	bool from_start;   /* `before` goes back to the start of the file */
	bool exact;	   /* spelled " date YYYY-MM-DD" */
	size_t indent;	   /* blanks before "date", counted up to 9 */
	size_t bom;
	struct str after; /* from the date on; at most MARK_AHEAD bytes */
	struct ymd when;
};

static bool
take_word(struct str *s, bool *exact)
{
	struct str word = str_skip(*s, s->len < 4 ? 0 : s->len - 4);

	if (!ascii_is_word(word, "date"))
		return false;
	*exact &= str_eq(word, STR("date"));
	s->len -= word.len;
	return true;
}

static bool
read_backwards(struct found *f)
{
	struct str *s = &f->before;
	size_t gap = take_blanks(s, 5);

	if (gap < 1 || gap > 4 || !date_scan(f->after, &f->when))
		return false;
	f->exact = gap == 1 && s->ptr[s->len] == ' ';
	if (s->len > 0 && s->ptr[s->len - 1] == ':') {
		s->len--;
		f->exact = false;
	}
	if (!take_word(s, &f->exact))
		return false;
	f->exact &= s->len > 0 && s->ptr[s->len - 1] == ' ';
	f->indent = take_blanks(s, 9);
	if (str_ends(*s, MARK_BOM)) {
		f->bom = MARK_BOM.len;
		s->len -= f->bom;
	}
	return true;
}

/* Whether a line begins after `s`. */
static bool
ends_line(struct str s, bool from_start)
{
	return s.len > 0 ? ascii_is_line_end(s.ptr[s.len - 1]) : from_start;
}

/* Whether nothing or an empty line stands before `s` ends: \n, \r, \r\n and
 * \r\r\n end a line (R0). */
static bool
ends_empty_line(struct str s, bool from_start)
{
	if (s.len > 0 && s.ptr[s.len - 1] == '\n') {
		s.len--;
		if (s.len > 0 && s.ptr[s.len - 1] == '\r')
			s.len--;
		if (s.len > 0 && s.ptr[s.len - 1] == '\r')
			s.len--;
	} else if (s.len > 0) {
		s.len--;
	}
	take_blanks(&s, SIZE_MAX);
	return ends_line(s, from_start);
}

/* Whether the date is followed by a space or the end of its line. */
static bool
is_marker_end(struct str after)
{
	return after.len == DATE_LEN || after.ptr[DATE_LEN] == ' ' ||
	    ascii_is_line_end(after.ptr[DATE_LEN]);
}

/* Words that a date of their own may follow: "the closing date 2023-03-20". */
static bool
is_stop_word(struct str w)
{
	static const char *const words[] = { "a", "actual", "after", "agreed",
		"an", "and", "anniversary", "any", "are", "arrival", "as", "at",
		"auction", "ballot", "base", "before", "best-before", "between",
		"birth", "but", "by", "certain", "chosen", "closing",
		"completion", "conference", "contract", "court", "current",
		"cut-off", "cutoff", "deadline", "delivery", "departure",
		"dividend", "due", "each", "earlier", "earliest", "effective",
		"either", "election", "end", "every", "eviction", "ex-dividend",
		"exact", "exam", "execution", "expected", "expiration",
		"expiry", "filing", "final", "first", "fixed", "for", "from",
		"given", "graduation", "hearing", "her", "his", "if", "in",
		"interview", "invoice", "is", "issue", "its", "kickoff", "last",
		"later", "latest", "launch", "likely", "maturity", "meeting",
		"moving", "my", "new", "next", "no", "not", "of", "on", "one",
		"opening", "or", "original", "our", "payment", "planned",
		"poll", "polling", "possible", "premiere", "proposed",
		"provisional", "publication", "purchase", "record", "reference",
		"release", "retirement", "return", "same", "scheduled",
		"sell-by", "sentencing", "session", "set", "settlement",
		"shipping", "signing", "since", "specific", "start", "starting",
		"surgery", "target", "tentative", "test", "than", "that", "the",
		"their", "these", "this", "those", "to", "transaction",
		"travel", "trial", "under", "until", "use-by", "vote", "voting",
		"was", "wedding", "were", "what", "when", "which", "whose",
		"with", "your" };
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (ascii_is_word(w, words[i]))
			return true;
	return false;
}

/* What follows the last blank or line end of `s`. */
static struct str
last_word(struct str s)
{
	size_t i = s.len;

	while (i > 0 && !ascii_is_blank(s.ptr[i - 1]) &&
	    !ascii_is_line_end(s.ptr[i - 1]))
		i--;
	return str_skip(s, i);
}

static bool
is_url(struct str word)
{
	size_t i;

	if (str_starts(word, STR("www.")))
		return true;
	for (i = 0; i < word.len; i++)
		if (str_starts(str_skip(word, i), STR("://")))
			return true;
	return false;
}

/* Whether `text` goes on with the words "date …" in the same sentence. */
static bool
leads_to_date(struct str text)
{
	struct str word = last_word(text);
	uint32_t last;

	if (is_url(word))
		return false;
	utf8_next(text, utf8_prev(text, text.len), &last);
	if (letter_is_dash(last) ||
	    (last < 0x80 && last > 0 && strchr(",;([{</\\=&|+", (int)last)))
		return true;
	while (word.len > 0 && !ascii_is_letter(word.ptr[0]))
		word = str_skip(word, 1);
	return is_stop_word(word);
}

/* Whether a report may begin with `text`. */
static bool
begins_report(struct str text)
{
	uint32_t cp;

	if (utf8_next(text, 0, &cp) == 0)
		return false;
	if (cp < 0x80 && cp > 0 && strchr("#@*&%", (int)cp))
		return true;
	return cp == 0xBF || cp == 0xA1 || /* ¿ ¡ */
	    letter_is_upper(cp) ||
	    letter_is_upper(unstyle_letter(cp).plain[0]) || letter_is_caseless(cp) ||
	    letter_is_digit(cp) || letter_is_opener(cp) ||
	    uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_S);
}

/* R2: files put one after the other, the first without a last line end. */
static bool
is_joined(const struct found *f)
{
	struct str text = f->before;

	if (!f->exact || date_of(f->when) == DATE_NONE)
		return false;
	take_blanks(&text, SIZE_MAX);
	if (text.len == 0 || ascii_is_line_end(text.ptr[text.len - 1]))
		return false;
	if (letter_text_ends_sentence(text))
		return true;
	return f->after.len > DATE_LEN + 1 &&
	    f->after.ptr[DATE_LEN] == ' ' &&
	    begins_report(str_skip(f->after, DATE_LEN + 1)) &&
	    !leads_to_date(text);
}

/* R1, R2. */
static enum record_how
judge(const struct found *f, bool joined)
{
	if (!is_marker_end(f->after))
		return HOW_NONE;
	if (!ends_line(f->before, f->from_start))
		return joined && is_joined(f) ? HOW_JOINED : HOW_NONE;
	if (f->exact && f->indent == 1)
		return HOW_MARKER;
	if (f->indent <= 8 &&
	    (f->bom > 0 || ends_empty_line(f->before, f->from_start)))
		return HOW_LOOSE;
	return HOW_NONE;
}

/* The marker whose date stands at `d`. */
static bool
mark_at(const struct stretch *s, size_t d, bool joined, struct mark *m)
{
	size_t low = d > MARK_BEHIND ? d - MARK_BEHIND : 0;
	struct found f = {
		.before = { s->text.ptr + low, d - low },
		.from_start = s->at + low == 0,
		.after = str_head(str_skip(s->text, d), MARK_AHEAD),
	};
	size_t begin;

	if (!read_backwards(&f))
		return false;
	m->how = (uint8_t)judge(&f, joined);
	if (m->how == HOW_NONE)
		return false;
	begin = low + f.before.len + f.bom;
	if (m->how == HOW_JOINED && f.bom == 0)
		begin += f.indent - 1;
	m->off = s->at + begin;
	m->head = (uint16_t)(d + DATE_LEN - begin);
	m->bom = (uint8_t)f.bom;
	m->date = date_of(f.when);
	m->bad = m->date == DATE_NONE;
	return true;
}

bool
mark_next(struct stretch *s, size_t *from, size_t to, bool joined,
    struct mark *m)
{
	size_t d;

	for (d = find_date(s, *from, to); d < to;
	     d = find_date(s, d + 1, to))
		if (mark_at(s, d, joined, m)) {
			*from = d + DATE_LEN;
			return true;
		}
	*from = to;
	return false;
}
