#ifndef DATELINE_READER_SHEET_PARTS_H
#define DATELINE_READER_SHEET_PARTS_H

#include "dateline/reader/reader.h"

/* What fills a sheet. */

void sheet_add(struct reader *r, struct sheet_row row);
/* A text that may take several rows; `left` stands beside the first. */
void sheet_add_text(struct reader *r, struct sheet_row row);

/* sheet_facts.c */
void sheet_make_problems(struct reader *r);
void sheet_make_where(struct reader *r);

#endif
