#ifndef DATELINE_READER_WHO_H
#define DATELINE_READER_WHO_H

#include "dateline/find/query.h"
#include "dateline/find/quoted.h"
#include "dateline/find/said.h"
#include "dateline/reader/prompt.h"

/* What a row of a list of quotes shows; kept for those in view. */
struct who_text {
	uint32_t id;
	uint32_t raw;
	bool known;
	char words[320];  /* in their marks, on one line, whole characters … */
	char mention[48]; /* … he; or "yours" */
};

enum { WHO_TEXTS = 256 };

/* Everything one speaker said, and everybody who said something: two passes
 * over the archive, which go on while their sheet is shown, and what narrows
 * both. */
struct who {
	struct archive *archive;
	struct corrections *corrections; /* NULL: they are left out */
	const struct repeats *repeats;
	bool no_plain_headings;

	struct said *said; /* of `speaker`; NULL: nobody was asked about */
	struct said *all;  /* NULL: not asked */
	uint32_t version;  /* of the corrections when they began */
	char speaker[PROMPT_MAX];
	char words[PROMPT_MAX]; /* "": any */
	struct query *query; /* of them; NULL: none */
	struct date_range dates;
	enum said_order order;
	char title[2 * PROMPT_MAX]; /* of the sheet */

	bool chosen; /* the row that was selected last: */
	uint32_t id;
	uint32_t raw;
	uint32_t who; /* in the list of all; UINT32_MAX: none */
	const uint32_t *rank; /* said_order() of the sheet at hand */

	struct quoted quoted;
	struct who_text texts[WHO_TEXTS];
	size_t text_next;
};

/* `archive` must outlive it. */
struct who *who_new(struct archive *archive);
void who_free(struct who *w); /* NULL is fine */

/* Asks what `speaker` said, a name as --speaker takes it; if it is what is known
 * already, nothing begins anew.  The report `first` is looked at at once, so
 * that a quote of it is there. */
void who_ask(struct who *w, struct str speaker, uint32_t first);
void who_ask_all(struct who *w);

/* Only quotes with these words in them or in their paragraph, as find/query.h
 * reads them; "": any.  False, with a sentence, when they make no sense.  Only
 * of these days.  Both passes begin anew. */
bool who_set_words(struct who *w, struct str words, struct err *e);
void who_set_dates(struct who *w, struct date_range dates);

/* Begins anew what follows from something else that has changed: corrections,
 * blocks that repeat, headings.  Whether anything did. */
bool who_follow(struct who *w, const struct repeats *repeats, bool no_headings);

/* What a row shows; until another one is asked for. */
const struct who_text *who_text(struct who *w, struct said_row row);

#endif
