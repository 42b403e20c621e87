#ifndef DATELINE_REPORT_HEAD_H
#define DATELINE_REPORT_HEAD_H

#include "dateline/text/plain.h"

/* Date, title, source, dateline, lead of a record: what lists and results need.
 * All spans are in the plain text; an empty one is none. */
struct head {
	struct span date;     /* as the marker or the front matter writes it */
	struct span title;
	struct span source;   /* "Twitter" of "TITLE | Twitter", or from the
			       * front matter */
	struct span dateline; /* "HONG KONG", without its dash */
	struct span lead;     /* the first block of the body after its dateline;
			       * a long one ends after 4096 bytes */
	struct span front;    /* front matter, not shown */
	uint32_t text; /* where what is no marker, front matter or date line
			* begins */
	uint32_t body;	      /* where the blocks begin */
	/* "R6.1" … "R6.8" or "front-matter", also when there is no title; "" in
	 * a later part of a long record */
	const char *title_rule;
	const char *dateline_rule; /* "R7"; NULL when there is none */
};

/* Bytes of a record that head_read() looks at: what it finds in the first so
 * many bytes is what it finds in the whole text. */
#define HEAD_WINDOW 8192

/* `text` is the plain text of a record from its start, or a beginning of it of
 * at least HEAD_WINDOW bytes.  `marker`: bytes of the marker it begins with, 0
 * when there is none.  Rules R4, R6, R7. */
struct head head_read(struct str text, uint32_t marker);

/* By which rule there is a source: "front-matter", or that of the title. */
const char *head_source_rule(const struct head *h);

/* A dateline (R7) at the start of `block`, a range of `text`: "HONG KONG" of
 * "HONG KONG — As he".  `*body` is where the text goes on: the start of the
 * block when there is none, and then the result is empty. */
struct span head_dateline(struct str text, struct span block, uint32_t *body);

/* The lead as a list shows it where there is no title: cut at a clause or a
 * word within `cols` columns, the whole lead if it fits.  The locale must be
 * set. */
struct span head_short_lead(struct str text, struct span lead, int cols);

#endif
