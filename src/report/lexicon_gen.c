/* Writes lexicon_table.h from the lists of words.  A program of the build: it
 * runs on the machine that compiles and needs nothing of the library.
 *
 *	cues.def  words.def  german.def  ...  names.def
 *	  ->  lexicons[]: moves, places and entries of each language
 *	  ->  lexicon_commons[]: what tells the language */
#include "lexicon.h"

#include <stdio.h>
#include <stdlib.h>

enum row_kind { ROW_WORDS, ROW_COMMON, ROW_LANGUAGE };

struct row {
	enum row_kind kind;
	enum language lang; /* of ROW_LANGUAGE: of the rows from here on */
	uint64_t meaning;
	const char *words;
};

static const struct row rows[] = {
#define LANGUAGE(lang)	      { ROW_LANGUAGE, lang, 0, "" },
#define COMMON(words)	      { ROW_COMMON, LANGUAGES, 0, words },
#define CUES(meaning, words)  { ROW_WORDS, LANGUAGES, meaning, words },
#define WORDS(meaning, words) { ROW_WORDS, LANGUAGES, meaning, words },
#define NAMES(meaning, words) { ROW_WORDS, LANGUAGES, meaning, words },
#define IDIOM(word, next)     { ROW_WORDS, LANGUAGES, W_IDIOM, word },
#include "cues.def"
#include "words.def"
#include "german.def"
#include "french.def"
#include "spanish.def"
#include "names.def"
};

struct table {
	struct lexeme word[LEXICON_PLACES];
	unsigned n;
	unsigned move[LEXICON_GROUPS];
	unsigned place[LEXICON_PLACES]; /* a word + 1, or 0 */
};

static _Noreturn void
fail(const char *what)
{
	fprintf(stderr, "%s: no room\n", what);
	exit(1);
}

static void
add(struct table *t, const char *word, size_t len, uint64_t meaning)
{
	struct lexeme e = { .meaning = meaning };
	char padded[LEXEME_MAX] = { 0 };
	unsigned i;

	if (len > LEXEME_MAX || t->n == LEXICON_PLACES)
		fail(word);
	memcpy(padded, word, len);
	e.key = lexicon_key(padded, len);
	for (i = 0; i < t->n; i++)
		if (memcmp(&t->word[i].key, &e.key, sizeof(e.key)) == 0)
			break;
	if (i == t->n)
		t->word[t->n++] = e;
	t->word[i].meaning |= meaning;
}

static void
add_words(struct table *t, const struct row *r)
{
	const char *p = r->words;

	while (*p != '\0') {
		size_t len = strcspn(p, " ");

		add(t, p, len, r->meaning);
		p += len + strspn(p + len, " ");
	}
}

/* Takes the places of a group that is moved by `move`; false, and nothing is
 * taken, when one of them is not free. */
static bool
take_places(struct table *t, unsigned group, unsigned move)
{
	unsigned taken[LEXICON_PLACES], n = 0, i;

	for (i = 0; i < t->n; i++) {
		uint64_t hash = lexicon_hash(t->word[i].key);
		unsigned at = lexicon_place(hash, move);

		if (lexicon_group(hash) != group)
			continue;
		if (t->place[at] != 0)
			break;
		t->place[at] = i + 1;
		taken[n++] = at;
	}
	if (i == t->n)
		return true;
	while (n-- > 0)
		t->place[taken[n]] = 0;
	return false;
}

static void
place_group(struct table *t, unsigned group)
{
	unsigned move;

	for (move = 0; move < LEXICON_PLACES; move++)
		if (take_places(t, group, move)) {
			t->move[group] = move;
			return;
		}
	fail("the words of a group");
}

/* The largest groups first: they are the hardest to find room for. */
static void
place_words(struct table *t)
{
	unsigned size[LEXICON_GROUPS] = { 0 }, largest = 0, g, i;

	for (i = 0; i < t->n; i++) {
		g = lexicon_group(lexicon_hash(t->word[i].key));
		if (++size[g] > largest)
			largest = size[g];
	}
	for (; largest > 0; largest--)
		for (g = 0; g < LEXICON_GROUPS; g++)
			if (size[g] == largest)
				place_group(t, g);
}

static unsigned
place_of(const struct table *t, size_t at)
{
	unsigned number = t->place[at];

	if (number == 0)
		return 0;
	return lexicon_tag(lexicon_hash(t->word[number - 1].key)) | number;
}

static void
print_table(const struct table *t, unsigned lang)
{
	size_t i;

	printf("static const uint16_t lexicon_moves_%u[] = {\n", lang);
	for (i = 0; i < LEXICON_GROUPS; i++)
		printf("%u,%s", t->move[i], i % 16 == 15 ? "\n" : "");
	printf("};\nstatic const uint32_t lexicon_places_%u[] = {\n", lang);
	for (i = 0; i < LEXICON_PLACES; i++)
		printf("0x%x,%s", place_of(t, i), i % 8 == 7 ? "\n" : "");
	printf("};\nstatic const struct lexeme lexicon_entries_%u[] = {\n"
	       "{ { { 0, 0 } }, 0 },\n",
	    lang);
	for (i = 0; i < t->n; i++)
		printf("{ { { 0x%llx, 0x%llx } }, 0x%llx },\n",
		    (unsigned long long)t->word[i].key.half[0],
		    (unsigned long long)t->word[i].key.half[1],
		    (unsigned long long)(t->word[i].meaning |
			lexicon_run(t->word[i].meaning)));
	printf("};\n");
}

static void
print_lexicons(void)
{
	unsigned i;

	printf("static const struct lexicon lexicons[] = {\n");
	for (i = 0; i < LANGUAGES; i++)
		printf("{ lexicon_moves_%u, lexicon_places_%u, lexicon_entries_%u },\n",
		    i, i, i);
	printf("};\n");
}

struct commons {
	uint32_t word[COMMON_SLOTS];
	unsigned languages[COMMON_SLOTS];
};

static void
add_common(struct commons *c, const char *words, enum language lang)
{
	const char *p = words;

	while (*p != '\0') {
		size_t len = strcspn(p, " ");
		uint32_t word = lexicon_pack(p, len);
		unsigned at = lexicon_common_first(word);

		if (len > COMMON_MAX) {
			fprintf(stderr, "%s: too long\n", words);
			exit(1);
		}
		while (c->word[at] != 0 && c->word[at] != word)
			at = (at + 1) % COMMON_SLOTS;
		c->word[at] = word;
		c->languages[at] |= 1u << lang;
		p += len + strspn(p + len, " ");
	}
}

/* The language of row `i` is that of the last LANGUAGE before it. */
static enum language
lang_at(size_t i)
{
	while (rows[i].kind != ROW_LANGUAGE)
		i--;
	return rows[i].lang;
}

int
main(void)
{
	static struct table tables[LANGUAGES];
	static struct commons commons;
	size_t i, l;

	for (i = 0; i < COUNT(rows); i++)
		for (l = 0; l < LANGUAGES; l++)
			if (rows[i].kind == ROW_WORDS &&
			    (lang_at(i) == l || lang_at(i) == LANG_EVERY))
				add_words(&tables[l], &rows[i]);
	for (l = 0; l < LANGUAGES; l++)
		place_words(&tables[l]);
	printf("/* Made by lexicon_gen from the .def files beside it. */\n");
	for (l = 0; l < LANGUAGES; l++)
		print_table(&tables[l], (unsigned)l);
	print_lexicons();
	for (i = 0; i < COUNT(rows); i++)
		if (rows[i].kind == ROW_COMMON)
			add_common(&commons, rows[i].words, lang_at(i));
	printf("static const struct common lexicon_commons[] = {\n");
	for (i = 0; i < COMMON_SLOTS; i++)
		printf("{ 0x%x, %u },\n", (unsigned)commons.word[i],
		    commons.languages[i]);
	printf("};\n");
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
