#ifndef DATELINE_SCREEN_PANES_H
#define DATELINE_SCREEN_PANES_H

#include "dateline/screen/screen.h"

/* What each pane draws.  A pane keeps to its box and to the body's rows. */
struct drawing {
	const struct reader *reader;
	struct canvas *canvas;
	struct arena *frame;
};

/* A row of a list, ready to be painted. */
struct list_row {
	struct str day;	 /* in the first column of the dates */
	struct str count; /* at the right end of the dates */
	struct str text; /* in the frame's arena or longer */
	enum paint paint;
	int indent;
	bool now; /* of the selected entry */
	bool dot; /* it is unread */
};

struct list {
	struct list_row *rows;
	size_t n;
	size_t cap;
};

void list_add(const struct drawing *d, struct list *l, struct list_row row);
/* The first row to show in `height` rows, so that the selected entry stands in
 * the middle, or nearer to an end of the list. */
size_t list_top(const struct list *l, int height);
/* At most `max` lines of `text`, the last one cut with "…" when there is more. */
void list_add_text(const struct drawing *d, struct list *l,
    struct list_row like, int cols, size_t max);

/* The end of a text that fits in `cols` columns, all of it if it does. */
struct str text_end(struct str text, int cols);

void pane_article_draw(const struct drawing *d);
void pane_dates_draw(const struct drawing *d);
void pane_quotes_draw(const struct drawing *d); /* the list … */
void pane_notes_draw(const struct drawing *d);	/* … or margin notes */
void pane_sheet_draw(const struct drawing *d);
void pane_calendar_draw(const struct drawing *d);
void pane_timeline_draw(const struct drawing *d);

/* "Xi Jinping", or "(nobody named)"; borrowed. */
struct str quote_speaker(const struct reader *r, const struct quote *q);
/* What stands for the speaker in the sentence when it is not a name: "he". */
struct str quote_pronoun(const struct reader *r, const struct quote *q);

/* head.c: the head row and the rule; foot.c: status and hints. */
void head_draw(const struct drawing *d);
void foot_draw(const struct drawing *d);
void foot_hints_draw(const struct drawing *d, int row);

/* foot_date.c: what Tab would offer, or what can be typed … */
struct str foot_date_hint(const struct drawing *d);
/* … and "→ Thu 23 Mar 2023, 1 report", or why it leads nowhere. */
struct str foot_date_preview(const struct drawing *d);

#endif
