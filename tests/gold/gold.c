/* Lines of gold, and the places in the text that they speak of.
 *
 * Words may stand in a report more than once, so the lines come in order of
 * place, and each is looked for behind the one before: first directly behind a
 * quotation mark, then, as posts have none, anywhere. */
#include "gold.h"

#include <ctype.h>

#include "dateline/text/fold.h"
#include "dateline/text/letter.h"

#define GAP " … "

static bool
is_mark(uint32_t cp)
{
	char fold[FOLD_MAX];
	size_t n = fold_char(cp, fold);

	return (n == 1 && (fold[0] == '"' || fold[0] == '\'')) ||
	    (cp >= 0x300c && cp <= 0x300f);
}

static bool
is_edge(uint32_t cp)
{
	return letter_is_space(cp) || is_mark(cp);
}

static bool
is_tail(uint32_t cp)
{
	return is_edge(cp) || letter_ends_sentence(cp) || letter_is_dash(cp) ||
	    cp == ',' || cp == ';' || cp == ':';
}

struct span
gold_trim(struct str text, struct span s)
{
	size_t from = s.off, to = span_end(s);
	uint32_t cp;

	while (from < to) {
		size_t n = utf8_next(text, from, &cp);

		if (!is_edge(cp))
			break;
		from += n;
	}
	while (to > from) {
		size_t last = utf8_prev(text, to);

		utf8_next(text, last, &cp);
		if (!is_tail(cp))
			break;
		to = last;
	}
	return span_of(from, to);
}

/* What stands before the next bar; it is taken off `rest`. */
static struct str
take_field(struct str *rest)
{
	const char *bar = memchr(rest->ptr, '|', rest->len);
	size_t n = bar ? (size_t)(bar - rest->ptr) : rest->len;
	struct str field = letter_trim(str_head(*rest, n));

	*rest = str_skip(*rest, bar ? n + 1 : n);
	return field;
}

/* Where `words` stand in `text` at or after `from`; its length when nowhere. */
static size_t
find(struct str text, size_t from, struct str words)
{
	struct str rest = str_skip(text, from);
	const char *at = rest.len > 0
		? memmem(rest.ptr, rest.len, words.ptr, words.len)
		: NULL;

	return at ? (size_t)(at - text.ptr) : text.len;
}

static bool
is_behind_mark(struct str text, size_t at)
{
	uint32_t cp = ' ';

	while (at > 0 && letter_is_space(cp)) {
		at = utf8_prev(text, at);
		utf8_next(text, at, &cp);
	}
	return is_mark(cp);
}

static size_t
find_quoted(struct str text, size_t from, struct str words)
{
	size_t at = find(text, from, words);

	while (at < text.len && !is_behind_mark(text, at))
		at = find(text, at + 1, words);
	return at < text.len ? at : find(text, from, words);
}

/* The place of the words, or of all from the first to the last of them. */
static struct span
place(struct str text, size_t from, struct str words)
{
	size_t gap = find(words, 0, STR(GAP));
	size_t at = find_quoted(text, from, str_head(words, gap));
	struct str tail = str_skip(words, gap + strlen(GAP));
	size_t end = at + gap;

	if (tail.len > 0)
		end = find(text, end, tail) + tail.len;
	return end <= text.len ? span_of(at, end) : (struct span){ 0, 0 };
}

static bool
is_one_of(struct str w, const char *const *words, size_t n)
{
	while (n > 0)
		if (str_eq(w, str_c(words[--n])))
			return true;
	return false;
}

static bool
is_phrase(struct str speaker)
{
	static const char *const articles[] = { "A", "An", "The", "Its", "One",
		"Two", "Their", "His", "Her" };
	const char *blank = memchr(speaker.ptr, ' ', speaker.len);
	struct str first = blank
		? str_head(speaker, (size_t)(blank - speaker.ptr))
		: speaker;

	return islower((unsigned char)speaker.ptr[0]) ||
	    is_one_of(first, articles, COUNT(articles));
}

static enum gold_kind
kind_of(struct arena *a, const struct gold *g)
{
	static const char *const pronouns[] = { "he", "she", "it", "they",
		"who", "He", "She", "It", "They", "er", "sie", "Er", "Sie",
		"il", "elle", "Il", "Elle" };

	if (is_one_of(g->mention, pronouns, COUNT(pronouns)))
		return GOLD_PRONOUN;
	if (g->speaker.len == 0 || is_phrase(g->speaker))
		return GOLD_NOMINAL;
	return gold_share_word(a, g->speaker, g->mention) ? GOLD_NAMED
							  : GOLD_NOMINAL;
}

static struct gold
read_line(struct str line, struct str text, size_t from)
{
	struct str words = take_field(&line);
	struct gold g = { .sort = GOLD_SAID };

	if (str_eq(words, STR("T")))
		g.sort = GOLD_TERM;
	else if (str_eq(words, STR("?")))
		g.sort = GOLD_EITHER;
	if (g.sort != GOLD_SAID)
		words = take_field(&line);
	g.words = gold_trim(text, place(text, from, words));
	g.speaker = take_field(&line);
	g.mention = take_field(&line);
	g.open = str_eq(g.speaker, STR("-"));
	g.carried = g.sort == GOLD_SAID && g.mention.len == 0 && !g.open;
	return g;
}

/* A quote that is carried on has the mention of the nearest one with the same
 * speaker: of those before it first. */
static struct str
find_mention(const struct gold *gold, size_t n, size_t i)
{
	size_t k, best = n;

	for (k = 0; k < n && (k < i || best == n); k++)
		if (!gold[k].carried && str_eq(gold[k].speaker, gold[i].speaker))
			best = k;
	return best < n ? gold[best].mention : gold[i].speaker;
}

bool
gold_read(struct arena *a, struct str file, struct str text,
    struct gold **gold, size_t *n, struct str *wrong)
{
	size_t cap = 0, from = 0, i;

	*gold = NULL;
	for (*n = 0; file.len > 0;) {
		size_t end = find(file, 0, STR("\n"));
		struct str line = letter_trim(str_head(file, end));

		file = str_skip(file, end + 1);
		if (line.len == 0)
			continue;
		*wrong = line;
		*arena_push(a, struct gold, *gold, *n, cap) =
		    read_line(line, text, from);
		if ((*gold)[*n - 1].words.len == 0)
			return false;
		from = span_end((*gold)[*n - 1].words);
	}
	for (i = 0; i < *n; i++) {
		if ((*gold)[i].carried)
			(*gold)[i].mention = find_mention(*gold, *n, i);
		(*gold)[i].kind = kind_of(a, *gold + i);
	}
	return true;
}
