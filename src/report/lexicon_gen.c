/* Writes lexicon_table.h from the lists of words.  A program of the build: it
 * runs on the machine that compiles and needs nothing of the library.
 *
 *	cues.def  words.def  german.def  ...  names.def
 *	  ->  lexicons[]: slots and entries of each language
 *	  ->  lexicon_commons[]: what tells the language */
#include "lexicon.h"

#include <stdio.h>
#include <stdlib.h>

enum { ENTRIES_MAX = LEXICON_NUMBER };

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
	unsigned slot[LEXICON_SLOTS];
	struct lexeme entry[ENTRIES_MAX];
	unsigned n;
};

static void
add(struct table *t, const char *word, size_t len, uint64_t meaning)
{
	struct lexeme e = { .meaning = meaning };
	char padded[LEXEME_MAX] = { 0 };
	uint64_t hash;
	unsigned at;

	if (len > LEXEME_MAX || t->n == ENTRIES_MAX) {
		fprintf(stderr, "%.*s: no room\n", (int)len, word);
		exit(1);
	}
	memcpy(padded, word, len);
	e.key = lexicon_key(padded, len);
	hash = lexicon_hash(e.key);
	for (at = lexicon_first(hash); t->slot[at] != 0;
	     at = lexicon_next(at)) {
		struct lexeme *old =
		    &t->entry[(t->slot[at] & LEXICON_NUMBER) - 1];

		if (memcmp(&old->key, &e.key, sizeof(e.key)) == 0) {
			old->meaning |= meaning;
			return;
		}
	}
	t->entry[t->n++] = e;
	t->slot[at] = t->n | lexicon_tag(hash);
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

static void
print_table(const struct table *t, unsigned lang)
{
	size_t i;

	printf("static const uint16_t lexicon_slots_%u[] = {\n", lang);
	for (i = 0; i < LEXICON_SLOTS; i++)
		printf("%u,%s", t->slot[i], i % 16 == 15 ? "\n" : "");
	printf("};\nstatic const struct lexeme lexicon_entries_%u[] = {\n",
	    lang);
	for (i = 0; i < t->n; i++)
		printf("{ { { 0x%llx, 0x%llx } }, 0x%llx },\n",
		    (unsigned long long)t->entry[i].key.half[0],
		    (unsigned long long)t->entry[i].key.half[1],
		    (unsigned long long)t->entry[i].meaning);
	printf("};\n");
}

static void
print_lexicons(void)
{
	unsigned i;

	printf("static const struct lexicon lexicons[] = {\n");
	for (i = 0; i < LANGUAGES; i++)
		printf("{ lexicon_slots_%u, lexicon_entries_%u },\n", i, i);
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
