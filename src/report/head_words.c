/* What the rules for first lines and headings ask of words: few and plain
 * questions about short lines, with small lists of English words where the
 * rules name some. */
#include "head_words.h"

#include "dateline/report/abbreviation.h"
#include "dateline/text/letter.h"

static const char months[] =
    " jan feb mar apr may jun jul aug sep sept oct nov dec january february"
    " march april june july august september october november december ";

static bool
is_word_letter(uint32_t cp)
{
	return letter_is_alpha(cp) || letter_is_digit(cp);
}

/* The bytes from `at` up to the next white space. */
static struct str
token_at(struct str s, size_t at)
{
	size_t to = at, n;
	uint32_t cp;

	while ((n = utf8_next(s, to, &cp)) > 0 && !letter_is_space(cp))
		to += n;
	return str_of(s, span_of(at, to));
}

/* `token` from its first letter or digit to its last; empty without one. */
static struct str
token_word(struct str token)
{
	size_t from = token.len, to = 0, at, n;
	uint32_t cp;

	for (at = 0; (n = utf8_next(token, at, &cp)) > 0; at += n) {
		if (!is_word_letter(cp))
			continue;
		if (from > at)
			from = at;
		to = at + n;
	}
	return str_of(token, span_of(from, to));
}

bool
words_next(struct words *w, struct str *word)
{
	uint32_t cp;
	size_t n;

	while ((n = utf8_next(w->line, w->at, &cp)) > 0) {
		struct str token;

		if (letter_is_space(cp)) {
			w->at += n;
			continue;
		}
		token = token_at(w->line, w->at);
		w->at += token.len;
		*word = token_word(token);
		if (word->len > 0)
			return true;
	}
	return false;
}

size_t
words_count(struct str line)
{
	struct words w = { .line = line };
	struct str word;
	size_t n = 0;

	while (words_next(&w, &word))
		n++;
	return n;
}

static char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
word_begins(struct str s, struct str lower)
{
	size_t i;

	if (s.len < lower.len)
		return false;
	for (i = 0; i < lower.len; i++)
		if (ascii_lower(s.ptr[i]) != lower.ptr[i])
			return false;
	return true;
}

bool
word_is(struct str word, const char *list)
{
	enum { WORD_MAX = 30 }; /* no list has a longer one */
	char key[WORD_MAX + 3] = " ";
	size_t i;

	if (word.len == 0 || word.len > WORD_MAX)
		return false;
	for (i = 0; i < word.len && word.ptr[i] != '\0'; i++)
		key[i + 1] = ascii_lower(word.ptr[i]);
	key[i + 1] = ' ';
	return i == word.len && strstr(list, key) != NULL;
}

bool
line_begins(struct str line, const char *const *phrases, size_t n)
{
	char first = line.len > 0 ? ascii_lower(line.ptr[0]) : '\0';
	size_t i;
	uint32_t cp;

	for (i = 0; i < n; i++) {
		struct str phrase;

		if (phrases[i][0] != first)
			continue;
		phrase = str_c(phrases[i]);
		if (word_begins(line, phrase) &&
		    (utf8_next(line, phrase.len, &cp) == 0 ||
			!is_word_letter(cp)))
			return true;
	}
	return false;
}

size_t
word_letters(struct str word)
{
	size_t at, n, count = 0;
	uint32_t cp;

	for (at = 0; (n = utf8_next(word, at, &cp)) > 0; at += n)
		count += letter_is_alpha(cp);
	return count;
}

bool
word_is_capital(struct str word)
{
	size_t at, n;
	uint32_t cp;

	for (at = 0; (n = utf8_next(word, at, &cp)) > 0; at += n)
		if (letter_is_alpha(cp))
			return letter_is_upper(cp);
	return false;
}

bool
word_is_month(struct str word)
{
	if (str_ends(word, STR(".")))
		word.len--;
	return word_is(word, months);
}

/* What follows an end of sentence: more such ends and closing marks. */
static size_t
skip_closers(struct str s, size_t at)
{
	uint32_t cp;
	size_t n;

	while ((n = utf8_next(s, at, &cp)) > 0 &&
	       (letter_ends_sentence(cp) || letter_is_closer(cp)))
		at += n;
	return at;
}

/* Whether a new sentence begins at `at`, where one may have ended.  Scripts
 * that set no blank after their full stop need none. */
static bool
begins_sentence(struct str s, size_t at, uint32_t stop)
{
	size_t n;
	uint32_t cp;
	bool blank = stop >= 0x80;

	while ((n = utf8_next(s, at, &cp)) > 0 && letter_is_space(cp)) {
		blank = true;
		at += n;
	}
	return n > 0 && blank && !letter_is_lower(cp);
}

size_t
sentence_count(struct str s)
{
	size_t at = 0, n, count = 0;
	uint32_t cp;

	s = letter_trim(s);
	while ((n = utf8_next(s, at, &cp)) > 0) {
		struct str before = str_head(s, at + n);

		at += n;
		if (!letter_ends_sentence(cp))
			continue;
		at = skip_closers(s, at);
		if (begins_sentence(s, at, cp) && !ends_abbreviation(before))
			count++;
	}
	return count + (s.len > 0);
}
