/* Words.  Nearly all of them are ASCII letters and a blank behind them, and fit
 * in the lexicon: read_plain() has them whole in two numbers, and asks nothing
 * by a branch that a processor could only guess at.  Any other is put together
 * part by part. */
#include "token_word.h"

#include "dateline/text/letter.h"

/* What a byte tells by itself. */
enum byte_kind {
	BYTE_OTHER,
	BYTE_WORD,
	BYTE_JOINS, /* may be in a word, which its neighbours decide */
};

#define FIVE(kind)     kind, kind, kind, kind, kind
#define DIGITS(kind)   FIVE(kind), FIVE(kind)
#define LETTERS(kind)  DIGITS(kind), DIGITS(kind), FIVE(kind), kind
#define SIXTEEN(kind)  DIGITS(kind), FIVE(kind), kind
#define NO_ASCII(kind) SIXTEEN(kind), SIXTEEN(kind), SIXTEEN(kind), \
	SIXTEEN(kind), SIXTEEN(kind), SIXTEEN(kind), SIXTEEN(kind), \
	SIXTEEN(kind)

static const uint8_t byte_kinds[256] = {
	['0'] = DIGITS(BYTE_WORD),
	['A'] = LETTERS(BYTE_WORD),
	['a'] = LETTERS(BYTE_WORD),
	['\''] = BYTE_JOINS,
	['-'] = BYTE_JOINS,
	['&'] = BYTE_JOINS,
	['.'] = BYTE_JOINS,
	['/'] = BYTE_JOINS,
	[0x80] = NO_ASCII(BYTE_JOINS) };

static enum byte_kind
byte_kind(char c)
{
	return byte_kinds[(uint8_t)c];
}

static bool
is_ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

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
		return byte_kinds[cp] == BYTE_WORD;
	return is_letter(cp);
}

/* The word with ' for ’; false when it is longer than the lexicon knows. */
static bool
straighten(struct str w, char key[LEXEME_MAX], size_t *len)
{
	size_t i, n = 0;

	for (i = 0; i < w.len && n < LEXEME_MAX; n++) {
		bool mark = w.ptr[i] == '\xE2' && str_starts(str_skip(w, i),
		    STR("\xE2\x80\x99"));

		key[n] = mark ? '\'' : w.ptr[i];
		i += mark ? 3 : 1;
	}
	*len = n;
	return i == w.len;
}

uint64_t
word_meaning(enum language lang, struct str w, size_t room, bool curly)
{
	char key[LEXEME_MAX] = { 0 };
	size_t n = w.len;

	if (!curly && n <= LEXEME_MAX && room >= LEXEME_MAX)
		return lexicon_find(lexicon_of(lang), lexicon_key(w.ptr, n));
	return straighten(w, key, &n)
	    ? lexicon_find(lexicon_of(lang), lexicon_key(key, n))
	    : 0;
}

/* Which of eight bytes is no BYTE_WORD. */
static uint64_t
not_word(uint64_t x)
{
	return (eight_between(x | EIGHT_TIMES(' '), 'a', 'z') |
		   eight_between(x, '0', '9')) ^ EIGHT_TIMES(0x80);
}

/* The last eight bytes of a word, the last one highest, 0 before its start.  From
 * there on `room` bytes may be read. */
static uint64_t
tail_of(struct str w, size_t room)
{
	uint64_t tail = 0;
	size_t i;

	if (w.len >= 8)
		return eight_at(w.ptr + w.len - 8);
	if (room >= 8)
		return eight_at(w.ptr) << (8 - w.len) * 8;
	for (i = 0; i < w.len; i++)
		tail = tail >> 8 | (uint64_t)(uint8_t)w.ptr[i] << 56;
	return tail;
}

static inline unsigned
is_capital(char c)
{
	return (unsigned)(uint8_t)c - 'A' < 26;
}

/* What the last letters tell. */
static inline unsigned
ending_form(uint64_t tail, size_t len)
{
	unsigned three = (unsigned)(tail >> 40), two = three >> 8;
	unsigned s = (two >> 8 == 's') & (len > 2);
	unsigned ly = (two == ('y' << 8 | 'l')) & (len > 3);
	unsigned ing = (three == ('g' << 16 | 'n' << 8 | 'i')) & (len > 4);
	unsigned ed = (two == ('d' << 8 | 'e')) & (len > 3) &
	    ((three & 0xFF) != 'e'); /* seed, need */

	return s * FORM_S | ed * FORM_ED | ly * FORM_LY | ing * FORM_ING;
}

/* One letter, U.S. or Sen.: the full stop behind it belongs to it. */
static bool
takes_stop(const struct token *t, bool dots)
{
	if (t->len == 1)
		return t->form & FORM_CAP;
	return dots || t->meaning & W_ABBR;
}

/* Takes that full stop; returns the end of the word. */
static inline size_t
end_word(const struct stretch *s, struct token *t, size_t end, bool dots)
{
	if (end >= s->end || s->text.ptr[end] != '.' || !takes_stop(t, dots))
		return end;
	t->form |= FORM_DOT;
	t->len++;
	return end + 1;
}

/* An English word of ASCII letters and digits alone, not longer than the lexicon
 * has any; 0 when it is another. */
static inline size_t
read_plain(const struct stretch *s, size_t at, struct token *t)
{
	const char *p = s->text.ptr + at;
	struct lexeme_key key = { { 0, EIGHT_TIMES(' ') } };
	uint64_t first, other, tail;
	unsigned capital, second;
	size_t len;

	if (s->text.len - at <= LEXEME_MAX)
		return 0;
	first = eight_at(p);
	other = not_word(first);
	len = eight_first(other);
	if (len == 0)
		return 0;
	tail = first << (8 - len) * 8;
	key.half[0] = tail >> (8 - len) * 8 | EIGHT_TIMES(' ');
	if (len == 8) {
		other = not_word(eight_at(p + 8));
		if (other == 0)
			return 0;
		len += eight_first(other);
		tail = eight_at(p + len - 8);
		key = lexicon_key(p, len);
	}
	if (at + len > s->end || (byte_kind(p[len]) == BYTE_JOINS &&
	    (p[len] != '.' || len == 1)))
		return 0;
	capital = is_capital(p[0]);
	second = is_capital(p[1]);
	*t = (struct token){
		.meaning = lexicon_find(s->lexicon, key),
		.off = (uint32_t)at,
		.len = (uint32_t)len,
		.kind = is_ascii_digit(p[0]) ? TOKEN_NUMBER : TOKEN_WORD,
		.form = (uint8_t)(ending_form(tail, len) | capital * FORM_CAP |
		    (capital & second) * FORM_ALL),
		.lang = LANG_ENGLISH,
	};
	return end_word(s, t, at + len, false);
}

static inline enum token_run
run_of(const struct token *t)
{
	const uint64_t nouns = W_ROLE | W_DOC | W_TITLE;
	const uint64_t doubts = W_PLACE | W_SPEAKS | W_VERB;
	unsigned stops = (t->meaning & (W_FUNCTION | W_DATE)) != 0;
	unsigned noun = ((t->form & FORM_CAP) != 0) |
	    ((t->meaning & nouns) != 0) | (t->kind == TOKEN_NUMBER);
	unsigned doubt = ((t->meaning & doubts) != 0) |
	    ((t->form & (FORM_ED | FORM_ING | FORM_LY)) != 0) |
	    (t->lang != LANG_ENGLISH);

	return (enum token_run)((stops ^ 1) << (noun | (doubt ^ 1)));
}

enum token_run
word_run(const struct token *t)
{
	return run_of(t);
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
	if (cp == '/' && is_ascii_digit(s->text.ptr[w->end - 1]))
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
	while (at < s->end && byte_kind(s->text.ptr[at]) == BYTE_WORD)
		at++;
	return at;
}

static struct word
scan_word(const struct stretch *s, size_t at)
{
	struct word w = { .end = skip_ascii(s, at), .part = at };

	while (w.end < s->end && byte_kind(s->text.ptr[w.end]) == BYTE_JOINS) {
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
	if (byte_kind(p[w->end - 2]) != BYTE_WORD) {
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
	struct str w = { s->text.ptr + t->off, t->len };
	unsigned form = 0;
	size_t len, more;
	uint32_t cp, next;

	if (s->lang == LANG_ENGLISH)
		form = ending_form(tail_of(w, s->text.len - t->off), t->len);
	cp = stretch_peek(s, t->off, &len);
	if (!letter_is_upper(cp))
		return form;
	next = stretch_peek(s, t->off + len, &more);
	if (t->len > len && letter_is_upper(next))
		form |= FORM_ALL;
	return form | FORM_CAP;
}

/* d’Ulm is two words, dit-elle, too.  Where the second begins if the first is cut
 * off from it by more than its end, or 0. */
static size_t
cut_french(const struct stretch *s, size_t at, struct word *w)
{
	struct str word = { s->text.ptr + at, w->end - at };
	size_t room = s->text.len - at, part = w->part - at;
	size_t cut = word_elision(word, room, w->curly > 0);

	if (cut > 0) {
		w->end = at + cut;
		return 0;
	}
	cut = word_clitic(word, part, room);
	if (cut == 0)
		return 0;
	w->end = at + cut;
	return at + part;
}

/* A word of any kind. */
__attribute__((noinline)) static size_t
read_any(const struct stretch *s, size_t at, struct token *t)
{
	struct word w = scan_word(s, at);
	size_t clitic = 0;

	if (s->lang == LANG_FRENCH && w.part > at)
		clitic = cut_french(s, at, &w);
	*t = (struct token){ .off = (uint32_t)at,
		.len = (uint32_t)(w.end - at),
		.kind = is_ascii_digit(s->text.ptr[at]) ? TOKEN_NUMBER
							: TOKEN_WORD,
		.lang = (uint8_t)s->lang };
	if (s->lang == LANG_ENGLISH)
		strip_owner(s, t, &w);
	t->meaning = word_meaning(s->lang,
	    (struct str){ s->text.ptr + at, t->len }, s->text.len - at,
	    w.curly > 0);
	t->form |= (uint8_t)form_of(s, t);
	w.end = end_word(s, t, w.end, w.dots);
	return clitic != 0 ? clitic : w.end;
}

size_t
word_read(const struct stretch *s, size_t at, struct token *t)
{
	size_t end = s->lang == LANG_ENGLISH ? read_plain(s, at, t) : 0;

	if (end == 0)
		end = read_any(s, at, t);
	t->run = (uint8_t)run_of(t);
	return end;
}

size_t
word_elision(struct str w, size_t room, bool curly)
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

size_t
word_clitic(struct str w, size_t part, size_t room)
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
