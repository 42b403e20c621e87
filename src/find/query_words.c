/* What was typed, taken apart:
 *
 *	grain  +strike  terminal  "Old Quay"  source:lantern
 *	-----  ^also    --------  ^exact      ^narrows
 *	one phrase: "grain terminal"
 *
 * Whoever types is never done, so a quotation mark that is not closed yet holds
 * all the rest. */
#include "query_parts.h"

#include "dateline/base/buf.h"
#include "dateline/text/fold.h"
#include "dateline/text/letter.h"

enum sign { SIGN_NONE, SIGN_ALSO, SIGN_NEVER, SIGN_SPEAKER, SIGN_SOURCE,
	SIGN_DATE };

/* One word, or what quotation marks hold together. */
struct word {
	enum sign sign;
	bool quoted;
	struct str text;
};

static const struct {
	const char *text;
	enum sign sign;
} signs[] = {
	{ "+", SIGN_ALSO },
	{ "-", SIGN_NEVER },
	{ "speaker:", SIGN_SPEAKER },
	{ "source:", SIGN_SOURCE },
	{ "date:", SIGN_DATE },
};

static size_t
skip_space(struct str s, size_t at)
{
	uint32_t cp;

	for (size_t n; (n = utf8_next(s, at, &cp)) > 0; at += n)
		if (!letter_is_space(cp))
			break;
	return at;
}

static size_t
skip_word(struct str s, size_t at)
{
	uint32_t cp;

	for (size_t n; (n = utf8_next(s, at, &cp)) > 0; at += n)
		if (letter_is_space(cp))
			break;
	return at;
}

static bool
is_quotation_mark(uint32_t cp)
{
	return cp == '"' || (cp >= 0x201C && cp <= 0x201F);
}

/* Whether `s` begins with `with`, whose letters are small, in any case. */
static bool
begins_with(struct str s, struct str with)
{
	if (s.len < with.len)
		return false;
	for (size_t i = 0; i < with.len; i++)
		if (fold_ascii(s.ptr[i]) != with.ptr[i])
			return false;
	return true;
}

/* The sign or name at `at`, if something follows it; returns where that is. */
static size_t
take_sign(struct str s, size_t at, enum sign *sign)
{
	*sign = SIGN_NONE;
	for (size_t i = 0; i < COUNT(signs); i++) {
		struct str text = str_c(signs[i].text);
		size_t after = at + text.len;

		if (!begins_with(str_skip(s, at), text) ||
		    skip_word(s, after) == after)
			continue;
		*sign = signs[i].sign;
		return after;
	}
	return at;
}

static size_t
take_quoted(struct str s, size_t at, struct str *text)
{
	size_t end = at, n;
	uint32_t cp;

	while ((n = utf8_next(s, end, &cp)) > 0 && !is_quotation_mark(cp))
		end += n;
	*text = str_of(s, span_of(at, end));
	return end + n;
}

/* The next word; returns where it ends, `s.len` and nothing in it when there are
 * no more. */
static size_t
take_word(struct str s, size_t at, struct word *w)
{
	uint32_t cp = 0;
	size_t n, end;

	at = take_sign(s, skip_space(s, at), &w->sign);
	n = utf8_next(s, at, &cp);
	w->quoted = n > 0 && is_quotation_mark(cp);
	if (w->quoted)
		return take_quoted(s, at + n, &w->text);
	end = skip_word(s, at);
	w->text = str_of(s, span_of(at, end));
	return end;
}

/* What nothing is left of to look for is passed over. */
static void
add_needle(struct query *q, struct needles *to, struct str text, bool exact)
{
	struct match *m = exact || q->mode == QUERY_EXACT
	    ? match_new_exact(q->in, text)
	    : match_new(q->in, text);

	if (m)
		*arena_push(q->in, struct match *, to->at, to->n, to->cap) = m;
}

static bool
parse_date(struct query *q, struct str text, struct err *e)
{
	const char *why = "";

	if (date_range_guess(text, date_today(), &q->dates, &why))
		return true;
	return err_set(
	    e, "date:%.*s: %s", (int)text.len, text.ptr, why);
}

static bool
take(struct query *q, const struct word *w, struct buf *phrase, struct err *e)
{
	switch (w->sign) {
	case SIGN_ALSO:
		add_needle(q, &q->also, w->text, w->quoted);
		break;
	case SIGN_NEVER:
		add_needle(q, &q->never, w->text, w->quoted);
		break;
	case SIGN_SPEAKER:
		q->speaker = arena_str(q->in, w->text);
		break;
	case SIGN_SOURCE:
		q->source = arena_str(q->in, w->text);
		break;
	case SIGN_DATE:
		return parse_date(q, w->text, e);
	case SIGN_NONE:
		if (w->quoted) {
			add_needle(q, &q->want, w->text, true);
		} else {
			buf_addc(phrase, ' ');
			buf_add(phrase, w->text);
		}
	}
	return true;
}

bool
query_parse(struct query *q, struct str words, struct err *e)
{
	struct buf phrase = { .in = q->in };
	struct word w;

	for (size_t at = 0; at < words.len;) {
		at = take_word(words, at, &w);
		if (!take(q, &w, &phrase, e))
			return false;
	}
	add_needle(q, &q->want, buf_str(&phrase), false);
	return true;
}
