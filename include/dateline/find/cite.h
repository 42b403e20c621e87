#ifndef DATELINE_FIND_CITE_H
#define DATELINE_FIND_CITE_H

#include "dateline/archive/archive.h"
#include "dateline/base/buf.h"
#include "dateline/find/whose.h"

/* A quote for somebody else to read: the words, whose they are, and where they
 * stand.
 *
 *	“I agree,” — Vladimir Putin. HONG KONG, 23 Mar 2023 (talks.txt:5)
 *	“We paint,” — Tilda Rowe. Ferry ties up. 4 Nov 2022 (bay.txt:7)	*/
struct cite {
	struct str words;   /* all on one line */
	struct str speaker; /* empty: nobody is named */
	struct str mention; /* what names them there: "he" */
	struct str how;	    /* "named", "inferred", "carried", "none", "yours" */
	struct str title;
	struct str source;
	struct str dateline;
	date day;
	const char *path;
	uint64_t line; /* 0: not known */
};

enum cite_form { CITE_TEXT, CITE_MARKDOWN, CITE_CSV, CITE_JSON };

/* Quote `i` of an article of record `id`.  Lives in `a` and as long as the
 * article and the corrections. */
struct cite cite_make(struct arena *a, struct archive *archive, uint32_t id,
    const struct article *t, size_t i, const struct whose *whose);

/* "named", "inferred", "carried", "none"; "yours". */
struct str cite_how(enum quote_how how, bool yours);

/* The form that a file's name asks for by its end: .md, .csv, .json, .txt, and
 * text for a name without one.  False for any other. */
bool cite_form_of(struct str file_name, enum cite_form *form);

/* A file of them: cite_begin(), cite_add() for each, cite_end().  As text each
 * is a line, as Markdown a quotation; CSV is that of RFC 4180, with a row of
 * names first, and a cell that a spreadsheet would take for a formula begins
 * with an apostrophe; JSON is an array of objects. */
void cite_begin(struct buf *b, enum cite_form form);
void cite_add(struct buf *b, enum cite_form form, const struct cite *c);
void cite_end(struct buf *b, enum cite_form form);

#endif
