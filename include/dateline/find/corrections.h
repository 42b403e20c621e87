#ifndef DATELINE_FIND_CORRECTIONS_H
#define DATELINE_FIND_CORRECTIONS_H

#include "dateline/archive/date.h"
#include "dateline/base/arena.h"
#include "dateline/base/err.h"

/* What a person knows better: that two names are one speaker, and who said a
 * quote.  They live in a plain file, one on a line, and what stands there comes
 * before what the rules find.
 *
 *	# a comment
 *	same Clinton = Hillary Clinton
 *	speaker 2023-03-23 talks.txt “I agree,” = Vladimir Putin
 *	speaker undated notes.txt #2 “Yes.” = Anna Ferrow
 *
 * The first says that who is called Clinton, and by no fuller name, is Hillary
 * Clinton.  The others name a quote: by the day and the file of its
 * report, the first 80 bytes of its words, and, if they occur again in that
 * report, the number of times. */
struct corrections;

struct corrections *corrections_new(void);
void corrections_free(struct corrections *c); /* NULL is fine */

/* The quote that is meant. */
struct quote_mark {
	date day;	 /* DATE_NONE: undated */
	struct str file; /* corrections_file_name() */
	struct str words; /* corrections_words() */
	uint32_t nth;	 /* from 1, among equal words of the report */
};

/* The name of a file without its folder, and the words of a quote, as they
 * stand in a line.  In `a`. */
struct str corrections_file_name(struct arena *a, const char *path);
struct str corrections_words(struct arena *a, struct str words);

/* One line of the file.  False when it says nothing: a comment, or something
 * that is not understood. */
bool corrections_take(struct corrections *c, struct str line);

/* What is said now, which is written by the next corrections_save(): "A = B",
 * and whose a quote is.  A = A, and the name "-", take back what was said.
 * False, with a sentence, when it makes no sense. */
bool corrections_same(
    struct corrections *c, struct str words, struct err *e);
bool corrections_speaker(struct corrections *c, const struct quote_mark *mark,
    struct str name, struct err *e);

/* Both take NULL for no corrections at all.  Names are as find/name.h has them;
 * what comes back lives until the next change. */
/* The name that `name` was said to be, as far as that leads; else itself. */
struct str corrections_name(
    const struct corrections *c, struct arena *scratch, struct str name);
/* Whether anything is said about a quote of that day. */
bool corrections_on(const struct corrections *c, date day);

/* What is said about quotes of that day: [*first, the result). */
struct quote_correction {
	struct quote_mark mark;
	struct str key; /* of its words: name_key() */
	struct str name;
};
const struct quote_correction *corrections_of_day(
    const struct corrections *c, date day, size_t *n);

/* All names that were said to be somebody else: the `i`th, and false beyond.
 * `from` is a key. */
bool corrections_nth_same(const struct corrections *c, size_t i,
    struct str *from, struct str *to);

/* How often something changed: who keeps what follows of it looks here. */
uint32_t corrections_version(const struct corrections *c);

/* Reads a file.  One that does not exist says nothing; false, with a sentence,
 * when it cannot be read. */
bool corrections_load(
    struct corrections *c, const char *path, struct err *e);
/* Writes what was said since into the file, and makes it and its folders if
 * need be.  What else stands in it stays, also what is not understood and what
 * somebody wrote there meanwhile.  The file is replaced as a whole. */
bool corrections_save(
    struct corrections *c, const char *path, struct err *e);

#endif
