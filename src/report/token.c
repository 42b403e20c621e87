/* The words around the quotes: one pass over each block and one look into the
 * lexicon for each word. */
#include "token.h"

#include "dateline/text/letter.h"

#include "pair.h"
#include "token_word.h"
#include "tongue.h"

enum { BYTES_A_TOKEN = 6 }; /* of prose, with its quotes */

struct reader {
	struct str s;
	size_t end; /* of the stretch being read */
	enum language lang;
	struct arena *a;
	struct tokens *t;
	size_t cap;
	size_t sentence_cap;
	const struct quote *quotes;
	size_t quote_n;
	size_t quote; /* the next one */
};

/* What a byte tells by itself; most bytes of most texts do. */
enum byte_kind { BYTE_OTHER, BYTE_BLANK, BYTE_WORD };

#define FIVE(kind)    kind, kind, kind, kind, kind
#define DIGITS(kind)  FIVE(kind), FIVE(kind)
#define LETTERS(kind) DIGITS(kind), DIGITS(kind), FIVE(kind), kind

static const uint8_t byte_kinds[256] = { [' '] = BYTE_BLANK,
	['0'] = DIGITS(BYTE_WORD),
	['A'] = LETTERS(BYTE_WORD),
	['a'] = LETTERS(BYTE_WORD) };

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

/* The character at `at`, or 0 at the end of the stretch. */
static inline uint32_t
peek(const struct reader *r, size_t at, size_t *len)
{
	uint32_t cp = 0;

	if (at >= r->end) {
		*len = 0;
		return 0;
	}
	if ((uint8_t)r->s.ptr[at] < 0x80) {
		*len = 1;
		return (uint8_t)r->s.ptr[at];
	}
	*len = utf8_next(r->s, at, &cp);
	return cp;
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

static bool
is_alnum_at(const struct reader *r, size_t at)
{
	size_t len;
	uint32_t cp = peek(r, at, &len);

	if (cp < 0x80)
		return byte_kinds[cp] == BYTE_WORD;
	return is_letter(cp);
}

struct word {
	size_t end;
	size_t part; /* where what follows the last joiner begins */
	bool dots;
	bool curly; /* ’ is in it */
};

/* Bytes of what joins two parts of one word: an apostrophe, a hyphen, the dots
 * of U.S.; 0 for what ends the word. */
static size_t
joiner(const struct reader *r, const struct word *w)
{
	size_t len;
	uint32_t cp = peek(r, w->end, &len);

	if (cp == ' ' || cp == ',' || len == 0 ||
	    !is_alnum_at(r, w->end + len))
		return 0;
	if (letter_is_apostrophe(cp) || cp == '-' || cp == '&' ||
	    cp == 0x2010 || cp == 0x2011)
		return len;
	if (cp == '.' && w->end - w->part == 1)
		return len;
	if (cp == '/' && is_ascii_digit(r->s.ptr[w->end - 1]))
		return len;
	return 0;
}

/* One more part of a word that is not an ASCII letter; 0 at its end. */
static size_t
step_word(const struct reader *r, struct word *w)
{
	size_t len;
	uint32_t cp = peek(r, w->end, &len);

	if (cp >= 0x80 && (is_letter(cp) || cp == 0xAD))
		return len;
	len = joiner(r, w);
	if (len == 0)
		return 0;
	w->dots |= cp == '.';
	w->curly |= cp == 0x2019;
	w->part = w->end + len;
	return len;
}

static size_t
skip_ascii_word(const struct reader *r, size_t at)
{
	const char *p = r->s.ptr;
	size_t end = r->end;

	while (at < end && byte_kind(p[at]) == BYTE_WORD)
		at++;
	return at;
}

static struct word
scan_word(const struct reader *r, size_t at)
{
	struct word w = { .end = skip_ascii_word(r, at), .part = at };

	while (w.end < r->end && byte_kind(r->s.ptr[w.end]) != BYTE_BLANK) {
		size_t len = step_word(r, &w);

		if (len == 0)
			break;
		w.end = skip_ascii_word(r, w.end + len);
	}
	return w;
}

static inline struct token *
push(struct reader *r, enum token_kind kind, size_t off, size_t end)
{
	size_t n = r->t->n;
	struct token *t = arena_push(r->a, struct token, r->t->at, n, r->cap);

	r->t->n = (uint32_t)n;
	*t = (struct token){ .off = (uint32_t)off,
		.len = (uint32_t)(end - off),
		.kind = (uint8_t)kind,
		.lang = (uint8_t)r->lang };
	return t;
}

/* Hsiao’s and the lawmakers’: takes the ending off the span. */
static void
strip_owner(struct reader *r, struct token *t, struct word *w)
{
	const char *p = r->s.ptr;
	size_t len, at = 0;
	uint32_t cp = 0;

	if (t->len < 3 || (p[w->end - 1] | 0x20) != 's')
		return;
	if (byte_kind(p[w->end - 2]) != BYTE_WORD) {
		at = utf8_prev(r->s, w->end - 1);
		utf8_next(r->s, at, &cp);
	}
	if (letter_is_apostrophe(cp) && at > t->off) {
		t->len = (uint32_t)(at - t->off);
		t->form |= FORM_OWNS;
		return;
	}
	cp = peek(r, w->end, &len);
	if (letter_is_apostrophe(cp)) {
		t->form |= FORM_OWNS;
		w->end += len;
	}
}

static unsigned
ending_of(struct str w)
{
	static const uint8_t forms[256] = { ['s'] = FORM_S,
		['d'] = FORM_ED,
		['y'] = FORM_LY,
		['g'] = FORM_ING };
	const char *end = w.ptr + w.len;
	unsigned form = forms[(uint8_t)end[-1]];

	if (form == 0 || w.len < 3)
		return 0;
	if (form == FORM_S)
		return form;
	if (form == FORM_ING)
		return w.len > 4 && memcmp(end - 3, "ing", 3) == 0 ? form : 0;
	if (w.len < 4 || end[-2] != (form == FORM_ED ? 'e' : 'l'))
		return 0;
	return form == FORM_ED && end[-3] == 'e' ? 0 : form; /* seed, need */
}

static unsigned
form_of(const struct reader *r, const struct token *t)
{
	struct str w = { r->s.ptr + t->off, t->len };
	unsigned form = r->lang == LANG_ENGLISH ? ending_of(w) : 0;
	size_t len, more;
	uint32_t cp, next;

	if (w.ptr[0] >= 'a' && w.ptr[0] <= 'z')
		return form;
	cp = peek(r, t->off, &len);
	if (!letter_is_upper(cp))
		return form;
	next = peek(r, t->off + len, &more);
	if (t->len > len && letter_is_upper(next))
		form |= FORM_ALL;
	return form | FORM_CAP;
}

/* One letter, U.S. or Sen.: the full stop behind it belongs to it. */
static bool
takes_stop(const struct token *t, const struct word *w)
{
	if (t->len == 1)
		return t->form & FORM_CAP;
	return w->dots || t->meaning & W_ABBR;
}

/* d’Ulm is two words, dit-elle, too.  Where the second begins if the first is cut
 * off from it by more than its end, or 0. */
static size_t
cut_french(const struct reader *r, size_t at, struct word *w)
{
	struct str s = { r->s.ptr + at, w->end - at };
	size_t part = w->part - at;
	size_t cut = word_elision(s, r->s.len - at, w->curly);

	if (cut > 0) {
		w->end = at + cut;
		return 0;
	}
	cut = word_clitic(s, part, r->s.len - at);
	if (cut == 0)
		return 0;
	w->end = at + cut;
	return at + part;
}

static size_t
read_word(struct reader *r, size_t at)
{
	struct word w = scan_word(r, at);
	size_t clitic = 0;
	bool digit = is_ascii_digit(r->s.ptr[at]);
	struct token *t;

	if (r->lang == LANG_FRENCH && w.part > at)
		clitic = cut_french(r, at, &w);
	t = push(r, digit ? TOKEN_NUMBER : TOKEN_WORD, at, w.end);
	if (r->lang == LANG_ENGLISH)
		strip_owner(r, t, &w);
	t->meaning = word_meaning(r->lang,
	    (struct str){ r->s.ptr + at, t->len }, r->s.len - at, w.curly);
	t->form |= (uint8_t)form_of(r, t);
	r->t->capital_n += t->form & FORM_CAP;
	if (w.end < r->end && r->s.ptr[w.end] == '.' && takes_stop(t, &w)) {
		t->form |= FORM_DOT;
		t->len++;
		w.end++;
	}
	return clitic != 0 ? clitic : w.end;
}

static enum token_kind
kind_of(uint32_t cp)
{
	if (cp == ',' || cp == 0x3001 || cp == 0xFF0C)
		return TOKEN_COMMA;
	if (cp == ':' || cp == 0xFF1A)
		return TOKEN_COLON;
	if (cp == ';')
		return TOKEN_SEMICOLON;
	if (letter_ends_sentence(cp))
		return TOKEN_STOP;
	if (letter_is_dash(cp) || cp == 0x2015)
		return TOKEN_DASH;
	if (cp == '(' || cp == '[')
		return TOKEN_OPEN;
	if (cp == ')' || cp == ']')
		return TOKEN_CLOSE;
	return TOKEN_OTHER;
}

static size_t
read_mark(struct reader *r, size_t at)
{
	size_t len;
	uint32_t cp = peek(r, at, &len);
	enum token_kind kind = kind_of(cp);

	if (!letter_is_space(cp) && (kind != TOKEN_OTHER || cp > 0x20))
		push(r, kind, at, at + len);
	return at + (len > 0 ? len : 1);
}

/* The running text between two quotes. */
static void
read_stretch(struct reader *r, size_t at, size_t end)
{
	r->end = end;
	while (at < end) {
		enum byte_kind kind = byte_kind(r->s.ptr[at]);

		if (kind == BYTE_BLANK)
			at++;
		else if (kind == BYTE_WORD || is_alnum_at(r, at))
			at = read_word(r, at);
		else
			at = read_mark(r, at);
	}
}

/* The next quote, if it begins before `end`. */
static const struct quote *
quote_in(struct reader *r, size_t end)
{
	if (r->quote < r->quote_n && r->quotes[r->quote].whole.off < end)
		return &r->quotes[r->quote];
	return NULL;
}

static void
read_block(struct reader *r, size_t at, size_t end)
{
	const struct quote *q;

	while ((q = quote_in(r, end)) != NULL) {
		struct token *t;

		if (q->whole.off >= at) {
			read_stretch(r, at, q->whole.off);
			t = push(r, TOKEN_QUOTE, q->whole.off,
			    span_end(q->whole));
			t->link = (uint32_t)r->quote;
			if (quote_closes(r->s, q))
				t->form = FORM_DOT;
			at = span_end(q->whole);
		}
		r->quote++;
	}
	if (at < end)
		read_stretch(r, at, end);
}

/* Reads a block in the language of the article, and again if it is in another.
 */
static void
read_text(struct reader *r, size_t at, size_t end)
{
	struct tokens before = *r->t;
	size_t quote = r->quote;
	enum language lang = r->lang;

	read_block(r, at, end);
	r->lang = tongue_of(r->t, before.n, lang);
	if (r->lang != lang) {
		r->t->n = before.n;
		r->t->capital_n = before.capital_n;
		r->quote = quote;
		read_block(r, at, end);
	}
	r->lang = lang;
}

/* Where the text of a block begins: after the dateline, if it has one. */
static size_t
block_start(const struct head *head, const struct block *b)
{
	if (head->dateline.len > 0 && span_has(b->at, head->dateline.off) &&
	    span_has(b->at, head->lead.off))
		return head->lead.off;
	return b->at.off;
}

static struct sentence
sentence_of(uint32_t first, uint32_t end, size_t block)
{
	return (struct sentence){ .first = first,
		.end = end,
		.block = (uint32_t)block };
}

struct tokens
token_read(struct arena *a, struct str text, const struct head *head,
    const struct block *blocks, size_t block_n, const struct quote *quotes,
    size_t quote_n)
{
	struct tokens t = { .text = text };
	struct reader r = { .s = text,
		.a = a,
		.t = &t,
		.lang = language_of(str_skip(text, head->body)),
		.quotes = quotes,
		.quote_n = quote_n };
	size_t i, bytes = 0;

	for (i = 0; i < block_n; i++)
		bytes += blocks[i].at.len;
	t.at = arena_grow(a, NULL, 0, bytes / BYTES_A_TOKEN + 8, &r.cap,
	    sizeof(*t.at), alignof(struct token));
	for (i = 0; i < block_n; i++) {
		uint32_t first = t.n;

		if (blocks[i].kind == BLOCK_POST)
			read_stretch(&r, blocks[i].author.off,
			    span_end(blocks[i].author));
		if (t.n > first)
			sentence_split(a, &t, quotes, &r.sentence_cap,
			    sentence_of(first, t.n, i));
		if (blocks[i].kind != BLOCK_TEXT)
			continue;
		while (r.quote < quote_n && quotes[r.quote].block < i)
			r.quote++;
		read_text(&r, block_start(head, &blocks[i]),
		    span_end(blocks[i].at));
		sentence_split(a, &t, quotes, &r.sentence_cap,
		    sentence_of(first, t.n, i));
	}
	return t;
}
