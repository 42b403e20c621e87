#ifndef DATELINE_READER_LAYOUT_H
#define DATELINE_READER_LAYOUT_H

#include "dateline/find/tally.h"

/* Where the panes are, for one size of the screen.
 *
 *	 2 reports   |  Thursday 23 March 2023   report 2/2 |  5 quotes    head
 *	-------------+--------------------------------------+-----------  rule
 *	 March 2023  |  HONG KONG — As he left              |  Xi Jinping
 *	 dates       |  text, centred in its pane           |  quotes     body
 *	 seeds/003.txt         quote 1 of 5                            62%  status
 *	 Space page   ) next quote   < earlier date   ? help            hints  */
enum shape {
	SHAPE_BARE,   /* < 30 columns or < 6 rows: the text alone */
	SHAPE_SINGLE, /* < 72: one pane at a time */
	SHAPE_NOTES,  /* < 110: dates, text, speakers in the margin */
	SHAPE_WIDE,   /* dates, text, quotes */
};

/* A pane: columns [col, col + cols), none when hidden. */
struct pane_box {
	int col;
	int cols;
};

enum pane { PANE_TEXT, PANE_DATES, PANE_QUOTES };

/* What a person chose about the panes. */
struct view {
	bool dates_hidden; /* \ */
	bool text_only;	   /* z */
	bool quotes_other; /* ": notes where a list would be, and back */
	bool original;	   /* x */
	int measure;	   /* longest line of text, in columns */
	enum tally_by dates_by; /* the list of dates is folded to these */
};

#define MEASURE_DEFAULT 66
#define MEASURE_MIN 30
#define MEASURE_MAX 100

struct layout {
	enum shape shape;
	struct pane_box dates;
	struct pane_box text;
	struct pane_box quotes;
	bool notes;  /* the quotes pane shows margin notes, not the list */
	bool airy;   /* room for a blank row above and between */
	int body;    /* the first row below the head */
	int rows;    /* rows of the body */
	int status;  /* its row, -1 when there is none */
	int hints;   /* its row, -1 when there is none */
	int measure; /* columns of a line of text … */
	int indent;  /* … and where it begins in its pane */
};

/* `focus` is the pane that SHAPE_SINGLE shows. */
struct layout layout_make(
    int cols, int rows, const struct view *view, enum pane focus);

#endif
