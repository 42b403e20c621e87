#ifndef DATELINE_READER_SHEET_H
#define DATELINE_READER_SHEET_H

#include "dateline/base/arena.h"
#include "dateline/reader/theme.h"

/* A page of lines that covers the panes until it is left: the keys, what is odd
 * in the archive, what was understood of the open report, who said what. */
enum sheet_kind {
	SHEET_NONE,
	SHEET_HELP,
	SHEET_PROBLEMS,
	SHEET_WHERE,
	SHEET_WHO,
	SHEET_SPEAKERS,
	SHEET_CALENDAR, /* these two draw themselves: reader/when.h */
	SHEET_TIMELINE,
	SHEET_FOUND,
	SHEET_KINDS
};

struct sheet_row {
	struct str left; /* "j Down C-n", from the second column on … */
	struct str text; /* … and what it does, from column `indent` on */
	struct span mark; /* of `text`: the words that were looked for */
	int indent;
	enum paint paint; /* of `text` */
	struct str aside; /* faint, from column `aside_at` on; empty: none */
	int aside_at;
	bool leads;	  /* Enter opens this place */
	uint32_t id;
	uint32_t raw;
};

struct sheet {
	enum sheet_kind kind;
	const char *title;
	char aside[64]; /* at the other end of its row: how many */
	struct str legend; /* below the title; empty: none */
	struct sheet_row *rows; /* NULL: each is made when it is drawn */
	size_t n, cap;
	size_t top;  /* the first row in view */
	size_t now;  /* the selected one, if one leads anywhere; else n */
	int first;   /* the row of the screen where they begin … */
	int room;    /* … and how many there is room for */
};

/* What of it was seen last. */
struct sheet_view {
	enum sheet_kind kind;
	size_t top;
	size_t now;
};

struct reader;

/* Row `i` of the sheet that is shown; what it points to lives in `in` or as
 * long as the sheet. */
struct sheet_row sheet_row(
    const struct reader *r, size_t i, struct arena *in);

#endif
