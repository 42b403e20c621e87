#ifndef DATELINE_REPORT_HEAD_H
#define DATELINE_REPORT_HEAD_H

#include "dateline/text/plain.h"

/* Date, title, source, dateline, lead of a record: what lists and results need.
 * All spans are in the plain text; an empty one is none. */
struct head {
	struct span date;     /* as the marker writes it */
	struct span title;
	struct span source;   /* "Twitter" of "TITLE | Twitter" */
	struct span dateline; /* "HONG KONG", without its dash */
	struct span lead;     /* the first block of text after the dateline */
	struct span front;    /* front matter, not shown */
	uint32_t body;	      /* where the blocks begin */
	const char *title_rule;	   /* "R6.1" …; also when there is none */
	const char *dateline_rule; /* "R7"; NULL when there is none */
};

/* Bytes that head_read() needs to see of a record. */
#define HEAD_WINDOW 8192

/* `marker`: bytes of the marker at the start of the text, 0 when there is
 * none. */
struct head head_read(struct str text, uint32_t marker);

/* A dateline (R7) at the start of `text`: "HONG KONG" of "HONG KONG — As he".
 * `*body` is where the text goes on.  Empty when there is none. */
struct span head_dateline(struct str text, struct span block, uint32_t *body);

/* The lead as a list shows it where there is no title: cut at a clause or a
 * word within `cols` columns. */
struct span head_short_lead(struct str text, struct span lead, int cols);

#endif
