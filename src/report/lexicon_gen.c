/* Writes lexicon_table.h from the lists of words.  A program of the build: it
 * runs on the machine that compiles and needs nothing of the library.
 *
 *	cues.def  words.def  names.def  ->  lexicon_slot[], lexicon_entry[] */
#include "lexicon.h"

#include <stdio.h>
#include <stdlib.h>

enum { ENTRIES_MAX = LEXICON_NUMBER };

struct row {
	uint64_t meaning;
	const char *words;
};

static const struct row rows[] = {
#define CUES(meaning, words)  { meaning, words },
#define IDIOM(word, next)     { W_IDIOM, word },
#define WORDS(meaning, words) { meaning, words },
#define NAMES(meaning, words) { meaning, words },
#include "cues.def"
#include "names.def"
#include "words.def"
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

int
main(void)
{
	static struct table t;
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		const char *p = rows[i].words;

		while (*p != '\0') {
			size_t len = strcspn(p, " ");

			add(&t, p, len, rows[i].meaning);
			p += len + strspn(p + len, " ");
		}
	}
	printf("/* Made by lexicon_gen from the .def files beside it. */\n");
	printf("static const uint16_t lexicon_slot[LEXICON_SLOTS] = {\n");
	for (i = 0; i < LEXICON_SLOTS; i++)
		printf("%u,%s", t.slot[i], i % 16 == 15 ? "\n" : "");
	printf("};\nstatic const struct lexeme lexicon_entry[] = {\n");
	for (i = 0; i < t.n; i++) {
		const struct lexeme *e = &t.entry[i];

		printf("{ { { 0x%llx, 0x%llx } }, 0x%llx },\n",
		    (unsigned long long)e->key.half[0],
		    (unsigned long long)e->key.half[1],
		    (unsigned long long)e->meaning);
	}
	printf("};\n");
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
