/* The words around the quotes: one pass over each block and one look into the
 * lexicon for each word. */
#include "token.h"

#include "dateline/text/letter.h"

#include "pair.h"
#include "token_word.h"
#include "tongue.h"

enum { BYTES_A_TOKEN = 6 }; /* of prose, with its quotes */

struct reader {
	struct stretch in; /* the one being read */
	struct arena *a;
	struct tokens *t;
	size_t cap;
	size_t sentence_cap;
	const struct quote *quotes;
	size_t quote_n;
	size_t quote;	  /* the next one */
	bool quoted;	  /* one or more are in it */
};

/* Room for `need` tokens, all of which may have a capital. */
static void
make_room(struct reader *r, size_t need)
{
	struct tokens *t = r->t;
	size_t room = r->cap;

	t->at = arena_grow(r->a, t->at, t->n, need, &r->cap, sizeof(*t->at),
	    alignof(struct token));
	t->capitals = arena_grow(r->a, t->capitals, t->capital_n, r->cap, &room,
	    sizeof(*t->capitals), alignof(uint32_t));
}

static inline struct token *
push(struct reader *r)
{
	if (r->t->n == r->cap)
		make_room(r, r->cap + 1);
	return &r->t->at[r->t->n++];
}

static struct token *
push_sign(struct reader *r, enum token_kind kind, size_t off, size_t end)
{
	struct token *t = push(r);

	*t = (struct token){ .off = (uint32_t)off,
		.len = (uint32_t)(end - off),
		.kind = (uint8_t)kind,
		.lang = (uint8_t)r->in.lang };
	return t;
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
	uint32_t cp = stretch_peek(&r->in, at, &len);
	enum token_kind kind = kind_of(cp);

	if (!letter_is_space(cp) && (kind != TOKEN_OTHER || cp > 0x20))
		push_sign(r, kind, at, at + len);
	return at + (len > 0 ? len : 1);
}

/* The running text between two quotes. */
static void
read_stretch(struct reader *r, size_t at, size_t end)
{
	r->in.end = end;
	while (at < end) {
		size_t from = at;

		if (r->t->n == r->cap)
			make_room(r, r->cap + 1);
		at = words_read(&r->in, at, r->t, r->cap);
		if (at > from)
			continue;
		at = read_mark(r, at);
		at += at < end && r->in.text.ptr[at] == ' ';
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
			t = push_sign(r, TOKEN_QUOTE, q->whole.off,
			    span_end(q->whole));
			t->link = (uint32_t)r->quote;
			r->quoted = true;
			if (quote_closes(r->in.text, q))
				t->form = FORM_DOT;
			at = span_end(q->whole);
		}
		r->quote++;
	}
	if (at < end)
		read_stretch(r, at, end);
}

/* Whether there is a word of saying among the tokens from `first` on. */
static bool
is_attributed(const struct tokens *t, uint32_t first)
{
	for (; first < t->n; first++)
		if (t->at[first].meaning & (W_SPEAKS | W_ACCORDING))
			return true;
	return false;
}

/* Reads a block in the language of the article; and again if it is in another,
 * which may be where somebody is quoted and no word of saying is there. */
static void
read_text(struct reader *r, size_t at, size_t end)
{
	uint32_t n = r->t->n, capital_n = r->t->capital_n;
	size_t quote = r->quote;
	enum language lang = r->in.lang;

	r->quoted = false;
	read_block(r, at, end);
	if (!r->quoted || is_attributed(r->t, n))
		return;
	r->in.lang = tongue_of(r->t, n, lang);
	if (r->in.lang != lang) {
		r->t->n = n;
		r->t->capital_n = capital_n;
		r->quote = quote;
		read_block(r, at, end);
	}
	r->in.lang = lang;
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

/* Cuts into sentences what was read of a block since it began: `s` has its first
 * token and capital. */
static void
split(struct reader *r, struct sentence *s)
{
	s->end = r->t->n;
	s->capital_end = r->t->capital_n;
	if (s->end > s->first)
		sentence_split(r->a, r->t, r->quotes, &r->sentence_cap, s);
}

struct tokens
token_read(struct arena *a, struct str text, const struct head *head,
    const struct block *blocks, size_t block_n, const struct quote *quotes,
    size_t quote_n)
{
	struct tokens t = { .text = text };
	struct reader r = {
		.in = { .text = text,
		    .lang = language_of(str_skip(text, head->body)),
		    .lexicon = lexicon_of(LANG_ENGLISH) },
		.a = a,
		.t = &t,
		.quotes = quotes,
		.quote_n = quote_n,
	};
	size_t i, bytes = 0;

	for (i = 0; i < block_n; i++)
		bytes += blocks[i].at.len;
	make_room(&r, bytes / BYTES_A_TOKEN + 8);
	for (i = 0; i < block_n; i++) {
		struct sentence s = { .first = t.n,
			.block = (uint32_t)i,
			.capital = t.capital_n };

		if (blocks[i].kind == BLOCK_POST)
			read_stretch(&r, blocks[i].author.off,
			    span_end(blocks[i].author));
		split(&r, &s);
		if (blocks[i].kind != BLOCK_TEXT)
			continue;
		while (r.quote < quote_n && quotes[r.quote].block < i)
			r.quote++;
		read_text(&r, block_start(head, &blocks[i]),
		    span_end(blocks[i].at));
		split(&r, &s);
	}
	return t;
}
