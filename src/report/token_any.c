/* A word of any kind, part by part: letters of all scripts, what joins them, and
 * what is cut off at an apostrophe or a hyphen. */
#include "token_any.h"

#include "dateline/text/letter.h"

/* Whether a character above ASCII belongs to a word.  Most of them in news are
 * dashes and quotation marks, which stand together. */
static bool
is_letter(uint32_t cp)
{
	if (cp - 0x2010 < 0x60)
		return false;
	return letter_is_alpha(cp) || letter_is_digit(cp);
}

bool
stretch_has_word(const struct stretch *s, size_t at)
{
	size_t len;
	uint32_t cp = stretch_peek(s, at, &len);

	if (cp < 0x80)
		return len > 0 && byte_kind((char)cp) & BYTE_WORD;
	return is_letter(cp);
}

struct word {
	size_t end;
	size_t part; /* where what follows the last joiner begins */
	bool dots;
	unsigned curly; /* how many ’ are in it */
};

/* Bytes of what joins two parts of one word: an apostrophe, a hyphen, the dots
 * of U.S.; 0 for what ends the word. */
static size_t
joiner(const struct stretch *s, const struct word *w)
{
	size_t len;
	uint32_t cp = stretch_peek(s, w->end, &len);

	if (len == 0 || !stretch_has_word(s, w->end + len))
		return 0;
	if (letter_is_apostrophe(cp) || cp == '-' || cp == '&' ||
	    cp == 0x2010 || cp == 0x2011)
		return len;
	if (cp == '.' && w->end - w->part == 1)
		return len;
	if (cp == '/' && byte_kind(s->text.ptr[w->end - 1]) & BYTE_DIGIT)
		return len;
	return 0;
}

/* One more part of a word that is not an ASCII letter; 0 at its end. */
static size_t
step_word(const struct stretch *s, struct word *w)
{
	size_t len;
	uint32_t cp = stretch_peek(s, w->end, &len);

	if (cp >= 0x80 && (is_letter(cp) || cp == 0xAD))
		return len;
	len = joiner(s, w);
	if (len == 0)
		return 0;
	w->dots |= cp == '.';
	w->curly += cp == 0x2019;
	w->part = w->end + len;
	return len;
}

static size_t
skip_ascii(const struct stretch *s, size_t at)
{
	while (at < s->end && byte_kind(s->text.ptr[at]) & BYTE_WORD)
		at++;
	return at;
}

static struct word
scan_word(const struct stretch *s, size_t at)
{
	struct word w = { .end = skip_ascii(s, at), .part = at };

	while (w.end < s->end && byte_kind(s->text.ptr[w.end]) & BYTE_JOINS) {
		size_t len = step_word(s, &w);

		if (len == 0)
			break;
		w.end = skip_ascii(s, w.end + len);
	}
	return w;
}

/* Hsiao’s and the lawmakers’: takes the ending off the span. */
static void
strip_owner(const struct stretch *s, struct token *t, struct word *w)
{
	const char *p = s->text.ptr;
	size_t len, at = 0;
	uint32_t cp = 0;

	if (t->len < 3 || (p[w->end - 1] | 0x20) != 's')
		return;
	if (!(byte_kind(p[w->end - 2]) & BYTE_WORD)) {
		at = utf8_prev(s->text, w->end - 1);
		utf8_next(s->text, at, &cp);
	}
	if (letter_is_apostrophe(cp) && at > t->off) {
		t->len = (uint32_t)(at - t->off);
		t->form |= FORM_OWNS;
		w->curly -= cp == 0x2019;
		return;
	}
	cp = stretch_peek(s, w->end, &len);
	if (letter_is_apostrophe(cp)) {
		t->form |= FORM_OWNS;
		w->end += len;
	}
}

static unsigned
form_of(const struct stretch *s, const struct token *t)
{
	const char *end = s->text.ptr + t->off + t->len;
	unsigned form = 0;
	size_t len, more;
	uint32_t cp, next;

	if (s->lang == LANG_ENGLISH && t->len >= 3)
		form = word_ending(end - 3, t->len);
	cp = stretch_peek(s, t->off, &len);
	if (!letter_is_upper(cp))
		return form;
	next = stretch_peek(s, t->off + len, &more);
	if (t->len > len && letter_is_upper(next))
		form |= FORM_ALL;
	return form | FORM_CAP;
}

/* In French an apostrophe ends a word, d’|Ulm, unless the two are one in the
 * lexicon: s’est.  Bytes before the cut, or 0. */
static size_t
elision(struct str w, size_t room, bool curly)
{
	enum { ELISION_MAX = 3 }; /* qu’ */
	size_t i, n;
	uint32_t cp = 0;

	if (word_meaning(LANG_FRENCH, w, room, curly) != 0)
		return 0;
	for (i = 0; i < w.len && i < ELISION_MAX; i += n) {
		n = utf8_next(w, i, &cp);
		if (letter_is_apostrophe(cp) && i + n < w.len)
			return i + n;
	}
	return 0;
}

/* … and so does the hyphen before a pronoun, dit|-elle, a|-t-il.  The pronoun
 * begins at `part`; bytes of the verb, or 0. */
static size_t
clitic(struct str w, size_t part, size_t room)
{
	struct str pronoun = str_skip(w, part);
	size_t end = part - 1;

	if (part < 3 || w.ptr[end] != '-' ||
	    !(word_meaning(LANG_FRENCH, pronoun, room - part, false) &
		W_PRONOUN))
		return 0;
	return end > 2 && str_ends(str_head(w, end), STR("-t")) ? end - 2
								: end;
}

/* d’Ulm is two words, dit-elle, too.  Where the second begins if the first is cut
 * off from it by more than its end, or 0. */
static size_t
cut_french(const struct stretch *s, size_t at, struct word *w)
{
	struct str word = { s->text.ptr + at, w->end - at };
	size_t room = s->text.len - at, part = w->part - at;
	size_t cut = elision(word, room, w->curly > 0);

	if (cut > 0) {
		w->end = at + cut;
		return 0;
	}
	cut = clitic(word, part, room);
	if (cut == 0)
		return 0;
	w->end = at + cut;
	return at + part;
}

size_t
word_read_any(const struct stretch *s, size_t at, struct token *t)
{
	struct word w = scan_word(s, at);
	size_t second = 0;

	if (s->lang == LANG_FRENCH && w.part > at)
		second = cut_french(s, at, &w);
	*t = (struct token){ .off = (uint32_t)at,
		.len = (uint32_t)(w.end - at),
		.kind = byte_kind(s->text.ptr[at]) & BYTE_DIGIT ? TOKEN_NUMBER
							: TOKEN_WORD,
		.lang = (uint8_t)s->lang };
	if (s->lang == LANG_ENGLISH)
		strip_owner(s, t, &w);
	t->meaning = word_meaning(s->lang,
	    (struct str){ s->text.ptr + at, t->len }, s->text.len - at,
	    w.curly > 0);
	t->form |= (uint8_t)form_of(s, t);
	w.end = word_end(s, t, w.end, w.dots);
	return second != 0 ? second : w.end;
}
