#ifndef DATELINE_READER_READER_H
#define DATELINE_READER_READER_H

#include "dateline/archive/archive.h"
#include "dateline/find/hunt.h"
#include "dateline/find/repeats.h"
#include "dateline/find/warnings.h"
#include "dateline/reader/excerpts.h"
#include "dateline/reader/history.h"
#include "dateline/reader/keymap.h"
#include "dateline/reader/labels.h"
#include "dateline/reader/layout.h"
#include "dateline/reader/news.h"
#include "dateline/reader/order.h"
#include "dateline/reader/page.h"
#include "dateline/reader/prompt.h"
#include "dateline/reader/scope.h"
#include "dateline/reader/sheet.h"
#include "dateline/reader/unread.h"
#include "dateline/reader/when.h"
#include "dateline/reader/who.h"
#include "dateline/report/article.h"

/* Everything that is true right now.  Four verbs change it: reader_resize(),
 * reader_key(), reader_step() and reader_open(); the screen only reads it. */

/* A place outlives widths, options and original letters: it is in raw bytes. */
struct place {
	uint32_t id;
	uint32_t raw;
};

/* The report that is open. */
struct opened {
	bool is; /* false: nothing to show yet, or nothing at all */
	uint32_t id;
	uint32_t part; /* raw offset of what is read of a long record */
	struct article article;
	struct whose *whose; /* of each quote of it */
	uint8_t *folding; /* enum folding, for each block */
	struct page page;
	size_t top;   /* the first row of the page that is visible … */
	uint32_t anchor; /* … and where in the text the person put it: widths
			  * come and go, and it stays */
	int side;     /* columns that tables are scrolled to the left */
	size_t quote; /* the current one; article.quote_n: none */
};

/* Words that somebody looks for. */
struct wanted {
	char words[PROMPT_MAX];
	size_t len;
	enum query_mode mode;
	struct query *query; /* NULL: nothing, or … */
	struct err why;	     /* … the words cannot be looked for */
};

/* What is being looked for in the open report. */
struct finder {
	struct wanted wanted;
	bool everywhere; /* n and N go on into other reports */
	struct span *hits; /* plain */
	size_t hit_n;
	size_t now;	  /* the current hit */
	bool shown;	  /* its number stands in the status row */
	struct place origin;  /* where Esc leads back to … */
	size_t origin_top;    /* … and the row, as long as the page … */
	int origin_cols;      /* … has this width */
};

/* What is being looked for in all reports. */
struct hunter {
	struct wanted wanted;
	struct hunt *hunt; /* NULL: nothing */
	bool busy;	   /* there is more to look at */
	bool kept;	   /* only what it finds is shown: more is added */
	struct excerpts *excerpts;
};

/* The last visit, and how far the archive is compared with it. */
struct visited {
	bool keeps; /* somebody will ask what was seen; and then: */
	const struct visit *was; /* NULL: this is the first visit */
	struct str folder;	 /* as for visit_path() */
	struct news *news;	 /* NULL until all is indexed … */
	bool compared;		 /* … and then it is gone through */
	bool seeks;	/* the last place opens when it is found … */
	uint32_t next;	/* … among ids from this one on, … */
	uint32_t source; /* … in this file … */
	bool here;	/* … if this is it, … */
	const struct seen_file *seen; /* which was this … */
	enum growth growth;	      /* … and has changed so since */
	bool arrived;	/* it is what opened: the newest report does not */
};

#define PLACES_MAX 64

/* What U takes back: these reports were made unread, or read. */
struct change {
	uint32_t *ids;
	uint32_t n;
	bool unread;
};

#define CHANGES_MAX 32

struct reader {
	struct archive *archive;
	struct labels *labels;
	struct keymap keymap;
	struct view view;
	struct layout layout;
	int cols;
	int rows;
	bool indexing; /* records are still being found */
	bool busy;     /* reader_step() has more to do: that, or less urgent */
	bool no_plain_headings; /* R9 is switched off */
	struct repeats_scan *repeats; /* R11b: from the next opening on */
	struct warnings *warnings; /* NULL until somebody asks for problems */
	bool touched;  /* a key found a report open: nothing replaces it */

	struct arena *article_in;
	struct arena *page_in;
	struct arena *hits_in;
	struct opened open;
	struct finder find;
	struct hunter hunter;
	enum pane focus;
	struct date_names names; /* of months and days, in the locale */
	struct scope scope; /* the reports one moves among; change it by
			     * reader_narrow_…() and reader_widen() */
	struct order *order; /* … and the order in which they are listed */
	uint32_t cursor; /* the selected place of that in the list of dates */
	struct visited visited;
	struct unread unread;
	bool unseen;	   /* a report was opened, and no key has followed */
	bool shown_unread; /* it was unread when the latest key came */
	bool only_unread;  /* the list of the scope is of unread reports */
	bool asked;	   /* A was pressed, and asks to be pressed again */
	struct change changes[CHANGES_MAX]; /* newest last */
	size_t change_n;

	struct prompt prompt;
	struct history history[HISTORY_KINDS];
	struct arena *sheet_in;
	struct sheet sheet; /* what covers the panes */
	struct sheet_view under; /* what led here: q goes back to it */
	struct corrections *corrections; /* whoever made the reader's; NULL:
					  * they are left out */
	struct who *who; /* NULL until somebody asks */
	struct place *stars; /* the quotes collected, in order of date */
	size_t star_n;
	struct arena *out_in;
	struct str out;	      /* what an errand takes out … */
	const char *out_path; /* … and where to */
	struct arena *counted_in;
	struct tally counted; /* for the timeline: hits, or quotes */
	struct when when; /* calendar and timeline */
	char message[240]; /* until the next key */
	unsigned count;	   /* typed before a key; 0: none */
	key before;	   /* the first key of two */

	struct place back[PLACES_MAX]; /* where C-o leads, newest last */
	size_t back_n;
};

/* What only the program can do for the reader. */
enum errand {
	ERRAND_NONE,
	ERRAND_QUIT,
	ERRAND_SUSPEND,
	ERRAND_REDRAW,
	ERRAND_RELOAD,
	ERRAND_COPY,	    /* `out` to the clipboard */
	ERRAND_SAVE,	    /* `out` to a new file at `out_path` */
	ERRAND_CORRECTIONS, /* write `corrections` */
};

/* `archive` must outlive the reader. */
struct reader *reader_new(struct archive *archive);

/* What the person says about who said it; it must outlive the reader.  NULL, as
 * at first, for nothing, and then nothing can be said. */
void reader_set_corrections(struct reader *r, struct corrections *c);
void reader_free(struct reader *r); /* NULL is fine */

/* What was seen of the archive at the last visit; NULL: this is the first, and
 * nothing is new.  Both are borrowed, `folder` is as for visit_path().  What is
 * new then becomes unread when all is indexed.  `seek`, before the first step:
 * the last place opens instead of the newest report, if it is found before a key
 * is pressed.  Not for an archive that holds a pipe. */
void reader_set_visit(struct reader *r, const struct visit *was,
    struct str folder, bool seek);

/* What has been seen by now, in `in`.  `now` is the visit that is kept by now,
 * NULL for none: what was given above, or what another reader of the same files
 * has left meanwhile.  What either has read is read.  False when there is nothing
 * to say: no visit was set, or this is the first and not all is indexed. */
bool reader_leave(struct reader *r, const struct visit *now, struct arena *in,
    struct visit *out);

/* A reader of `archive`, which is the same files read again, all of it indexed:
 * with the size, the view, the words that are looked for and the places of
 * `old`; prompts and sheets are closed.  What was open is open where it was; if
 * it is gone, a report of that day or of the nearest one is. */
struct reader *reader_again(const struct reader *old, struct archive *archive);

void reader_resize(struct reader *r, int cols, int rows);
enum errand reader_key(struct reader *r, key k);

/* Indexes about `bytes` more, and opens the newest report known so far if no
 * key was pressed; once all is indexed, what can wait is done.  Returns whether the picture may have changed. */
bool reader_step(struct reader *r, size_t bytes);

/* Opens a report with the byte `raw` of it in view; one that is not in the
 * scope widens it to all reports, with a message.  False, with a message, when
 * it cannot be read: what was open stays. */
bool reader_open(struct reader *r, struct place to);

/* Which places of the order stand in one row of the list of dates.  One report,
 * or, where the list is folded, those of a month or a year, or all undated ones;
 * by file or by source, those of one. */
struct dates_row reader_dates_row(const struct reader *r, uint32_t place);

/* Only reports of some days, or of a list of ids in order of the archive, or of
 * both, are shown and gone to from now on.  If what is open is none of them, the
 * nearest one that is opens.  A scope without a report is allowed: when the
 * whole archive is indexed, nothing is open and it has none, it is widened. */
void reader_narrow_dates(struct reader *r, struct date_range dates);
void reader_narrow_ids(
    struct reader *r, const uint32_t *ids, size_t n, struct str what);
void reader_widen(struct reader *r); /* to all */
void reader_widen_ids(struct reader *r); /* to all of those days */

/* The place of the open report in the order; if it is not in the scope, of the one
 * that would follow, or of the last; 0 when there is none. */
uint32_t reader_place(const struct reader *r);

/* Shows the timeline of what somebody has counted, such as the hits of a search:
 * `what` says what that is, “hits of “visit””, and is cut at 63 bytes.  The tally
 * is borrowed until another is given; NULL, the default: the reports of the
 * scope are counted. */
void reader_show_timeline(
    struct reader *r, const struct tally *counted, struct str what);

/* Opens the first report of the scope, in order of date, that holds the words, with the
 * first hit in view.  False, with a message, when there is none.  Reads the
 * archive as far as that. */
bool reader_find_first(struct reader *r, struct str words);

/* A sentence for the status row, until the next key. */
void reader_tell(struct reader *r, const char *sentence);

/* Performs a command; `words` are what its prompt would have asked for. */
enum errand reader_do(struct reader *r, enum command c, struct str words);

/* Whether a command would do something now: hints show no other. */
bool reader_can(const struct reader *r, enum command c);

/* Whether a quote was collected. */
bool reader_has_star(const struct reader *r, struct place p);

/* Quotes that are listed: what somebody said, not terms. */
bool reader_lists(const struct quote *q);
/* How many are listed, and the number of quote `i` among them from 1. */
size_t reader_quote_count(const struct reader *r);
size_t reader_quote_number(const struct reader *r, size_t i);

/* The last row that is visible is the last of the page. */
bool reader_at_end(const struct reader *r);
/* Where the next part of a long report begins in it; 0 when there is none. */
uint32_t reader_next_part(const struct reader *r);

/* Where a date that was typed could lead. */
struct date_offer {
	bool narrows; /* only the reports of `range` are shown then */
	struct date_range range;
	uint32_t id;	/* the report that opens */
	char text[128]; /* "Thu 23 Mar 2023, 1 report" */
};

/* One way or two, the first being meant unless Tab asks for the other: the two
 * readings of 3/4, the dates before and after one without a report, going to a
 * month and staying in it.  None: `why` says what is wrong (static). */
#define DATE_OFFERS 2
struct date_offers {
	struct date_offer at[DATE_OFFERS];
	size_t n;
	const char *why;
};

struct date_offers reader_date_offers(const struct reader *r, struct str words);

#endif
