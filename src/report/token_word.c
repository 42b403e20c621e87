/* Words, as many as follow one another.  Nearly all of them are ASCII letters and
 * a blank behind them, and fit in the lexicon: read_plain() has them whole in one
 * register, and asks nothing by a branch that a processor could only guess at.
 * Any other is put together part by part (token_any.c). */
#include "token_any.h"

#include "dateline/base/sixteen.h"

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

static inline enum token_run
run_of(const struct token *t)
{
	unsigned noun = ((t->meaning & W_NOUN) != 0) |
	    ((t->form & FORM_CAP) != 0) | (t->kind == TOKEN_NUMBER);
	unsigned doubt = ((t->meaning & W_DOUBT) != 0) |
	    ((t->form & (FORM_ED | FORM_ING | FORM_LY)) != 0) |
	    (t->lang != LANG_ENGLISH);

	return (enum token_run)(((t->meaning & W_STOPS) == 0)
	    << (noun | (doubt ^ 1)));
}

enum token_run
word_run(const struct token *t)
{
	return run_of(t);
}

/* The endings that the last letter may be of, and, besides -s, the one before it;
 * those that the third last one brings or spoils (-ing, but not need, agreed); and
 * those that a word of so many letters has room for. */
static const uint8_t last[256] = {
	['s'] = FORM_S,
	['d'] = FORM_ED,
	['g'] = FORM_ING,
	['y'] = FORM_LY,
};
static const uint8_t last_but_one[256] = {
	['e'] = FORM_ED,
	['n'] = FORM_ING,
	['l'] = FORM_LY,
};
static const uint8_t third_last[256] = {
	['i'] = FORM_ING,
	['e'] = FORM_ED,
};
#define FROM_THREE FORM_S
#define FROM_FOUR  (FORM_S | FORM_ED | FORM_LY)
#define FROM_FIVE  (FORM_S | FORM_ED | FORM_LY | FORM_ING)
static const uint8_t has_room[LEXEME_MAX] = { 0, 0, 0, FROM_THREE, FROM_FOUR,
	FIVE(FROM_FIVE), FIVE(FROM_FIVE), FROM_FIVE };

/* `three` is where they stand; a shorter word has them anywhere. */
static inline unsigned
ending_of(const char *three, size_t len)
{
	return last[(uint8_t)three[2]] & has_room[len] &
	    (last_but_one[(uint8_t)three[1]] | FORM_S) &
	    (third_last[(uint8_t)three[0]] ^ (FORM_S | FORM_LY | FORM_ED));
}

unsigned
word_ending(const char *last_three, size_t len)
{
	return ending_of(
	    last_three, len < LEXEME_MAX ? len : LEXEME_MAX - 1);
}

/* How many of sixteen bytes are ASCII letters and digits, up to the first other
 * one. */
static inline size_t
word_bytes(const char *p)
{
	struct sixteen x = sixteen_at(p);

	return sixteen_first_other(sixteen_bits(sixteen_either(
	    sixteen_between(sixteen_with(x, ' '), 'a', 'z'),
	    sixteen_between(x, '0', '9'))));
}

/* Whether `len` ASCII letters and digits with `next` behind them are a word: only a
 * full stop may be of it and is looked at later. */
static inline bool
is_plain(size_t len, char next)
{
	return len > 0 && len < LEXEME_MAX &&
	    (!(byte_kind(next) & BYTE_JOINS) || (next == '.' && len > 1));
}

/* A word of `len` ASCII letters and digits. */
static inline void
put_plain(struct token *t, const struct lexicon *l, struct str text, size_t at,
    size_t len)
{
	const char *p = text.ptr + at;
	unsigned first = byte_kind(p[0]), both = first & byte_kind(p[1]);

	t->meaning = lexicon_find(l, lexicon_key(p, len));
	t->off = (uint32_t)at;
	t->len = (uint32_t)len;
	t->link = 0;
	t->kind = first & BYTE_DIGIT ? TOKEN_NUMBER : TOKEN_WORD;
	t->form = (uint8_t)(ending_of(p + (len < 3 ? 3 : len) - 3, len) |
	    (first & BYTE_CAPITAL) * FORM_CAP |
	    (both & BYTE_CAPITAL) * FORM_ALL);
	t->lang = LANG_ENGLISH;
	t->run = (uint8_t)run_of(t);
}

size_t
words_read(const struct stretch *s, size_t at, struct tokens *t, size_t cap)
{
	const struct lexicon lexicon = *s->lexicon;
	struct str text = s->text;
	size_t end = s->end, len;
	/* before here LEXEME_MAX bytes and one more can be read */
	size_t plain = s->lang == LANG_ENGLISH && text.len > LEXEME_MAX
	    ? text.len - LEXEME_MAX : 0;
	struct token *word = t->at + t->n;
	uint32_t *capital = t->capitals + t->capital_n, n = t->n;

	for (; at < end && n < cap; word++, n++) {
		len = at < plain ? word_bytes(text.ptr + at) : 0;
		if (is_plain(len, text.ptr[at + len]) && at + len <= end) {
			put_plain(word, &lexicon, text, at, len);
			at = word_end(s, word, at + len, false);
		} else if (stretch_has_word(s, at)) {
			at = word_read_any(s, at, word);
			word->run = (uint8_t)run_of(word);
		} else {
			break;
		}
		*capital = n;
		capital += word->form & FORM_CAP;
		at += at < end && text.ptr[at] == ' ';
	}
	t->n = n;
	t->capital_n = (uint32_t)(capital - t->capitals);
	return at;
}
