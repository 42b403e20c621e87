#ifndef DATELINE_READER_SHEET_H
#define DATELINE_READER_SHEET_H

#include "dateline/base/span.h"
#include "dateline/reader/theme.h"

/* A page of lines that covers the panes until it is left: the keys, what is odd
 * in the archive, what was understood of the open report. */
enum sheet_kind { SHEET_NONE, SHEET_HELP, SHEET_PROBLEMS, SHEET_WHERE };

struct sheet_row {
	struct str left; /* "j Down C-n", from the second column on … */
	struct str text; /* … and what it does, from column `indent` on */
	int indent;
	enum paint paint; /* of `text` */
	bool leads;	  /* Enter opens this place */
	uint32_t id;
	uint32_t raw;
};

struct sheet {
	enum sheet_kind kind;
	const char *title;
	struct sheet_row *rows;
	size_t n, cap;
	size_t top;  /* the first row in view */
	size_t now;  /* the selected one, if one leads anywhere; else n */
	int first;   /* the row of the screen where they begin … */
	int room;    /* … and how many there is room for */
};

#endif
