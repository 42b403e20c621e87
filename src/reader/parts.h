#ifndef DATELINE_READER_PARTS_H
#define DATELINE_READER_PARTS_H

#include "dateline/reader/reader.h"

/* What the files of the reader know of each other. */

/* reader.c */
void message_set(struct reader *r, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void layout_again(struct reader *r); /* panes, then page */
void page_again(struct reader *r);   /* the same paragraph stays on top */
bool article_again(struct reader *r); /* read it again in its other form */
struct place place_here(const struct reader *r);
void place_remember(struct reader *r, struct place from); /* for C-o */

/* move.c */
size_t top_max(const struct reader *r);
void scroll_to(struct reader *r, size_t row);
void scroll_by(struct reader *r, long rows);
/* Brings `at` into view with two rows around it. */
void show_offset(struct reader *r, uint32_t at);
void quote_follow(struct reader *r); /* the current quote is in view */
void report_by(struct reader *r, long by);
void date_by(struct reader *r, long by);
void quote_by(struct reader *r, long by);
void quote_show(struct reader *r);
void heading_by(struct reader *r, long by);
void side_by(struct reader *r, long by); /* tables, sideways */
void page_by(struct reader *r, long halves);

/* find.c */
/* Looks for words in the open report, and in those that are opened. */
void find_set(struct reader *r, struct str words, enum query_mode mode);
void find_again(struct reader *r); /* hits of the report just opened */
void find_from(struct reader *r, uint32_t at); /* first hit there or after */
void find_by(struct reader *r, long by);
void wanted_set(struct wanted *w, struct str words, enum query_mode mode);

/* found.c */
/* Looks for words in all reports, and marks them in the open one. */
void found_set(struct reader *r, struct str words, enum query_mode mode);
bool found_step(struct reader *r, size_t bytes); /* there is more to read */
void found_by(struct reader *r, long by); /* on, in another report */
void found_drop(struct reader *r);	  /* nothing is looked for any more */
bool found_stop(struct reader *r); /* false: it had ended before */
void found_only(struct reader *r); /* only these reports, and all again */

/* press.c */
void ask_words(struct reader *r, enum command c);

/* take.c */
bool quotes_do(struct reader *r, enum command c, struct str words,
    enum errand *e); /* false: not its own */
void quote_select(struct reader *r, uint32_t raw); /* makes it the current one */
void same_suggest(struct reader *r); /* types the name at hand */
void whose_again(struct reader *r); /* of the open report, for new corrections */

/* collect.c */
void star_add(struct reader *r, struct place p);
void star_drop(struct reader *r, struct place p);
enum errand collection_save(struct reader *r, struct str name);

/* sheet_who.c, sheet_speakers.c: begin with who_begin(). */
void who_begin(struct reader *r); /* nothing narrows but the scope */
void who_show(struct reader *r, struct str speaker, uint32_t first);
void who_show_all(struct reader *r);

/* sheet.c */
void sheet_show(struct reader *r, enum sheet_kind kind); /* again: away */
bool sheet_back(struct reader *r); /* to the sheet that led here, if any */
void sheet_again(struct reader *r);			  /* for a new size */
bool sheet_perform(struct reader *r, enum command c); /* false: not its own */
bool sheet_keeps(const struct reader *r, enum command c); /* is not left by it */
void sheet_narrowed(struct reader *r); /* its rows are other ones */
bool sheet_step(struct reader *r, size_t bytes); /* more is to be read for it */

/* dates.c */
/* The selected report, if there is one; and selecting it again where places may
 * have moved. */
bool selected(const struct reader *r, uint32_t *id);
void select_again(struct reader *r, bool any, uint32_t id);
void list_by(struct reader *r, struct str name); /* nothing: the next */
bool list_step(struct reader *r, size_t bytes); /* sources are looked for */
void cursor_by(struct reader *r, long by); /* rows of the list of dates */
void dates_fold(struct reader *r); /* further; from years, not at all */
bool dates_unfold(struct reader *r); /* at the cursor; false: it is not folded */

/* mark.c */
void mark_shown(struct reader *r); /* a key was pressed: what is open is read */
void mark_narrow(struct reader *r); /* to what is unread now */
bool marks_do(struct reader *r, enum command c, long n); /* false: not its own */
void marks_free(struct reader *r);

/* visited.c */
bool visited_step(struct reader *r, size_t bytes); /* there is more to compare */
bool visited_seek(struct reader *r); /* the last place is open */

/* narrow.c */
void cursor_again(struct reader *r); /* at what is open */
uint32_t place_by_date(const struct reader *r); /* reader_place() of the scope */
void scope_leave(struct reader *r, uint32_t id); /* if it is not in it */
void scope_settle(struct reader *r); /* an empty one, once all is indexed */

/* sheet_when.c */
bool when_can(const struct reader *r, enum command c);
void when_show(struct reader *r, enum sheet_kind kind);

/* goto.c */
void day_print(char out[40], date d); /* "Thu 23 Mar 2023" */
/* The dated place nearest to `d`, of which there is at least one; the later one
 * of two. */
uint32_t date_nearest(const struct scope *s, date d);
void date_goto(struct reader *r, struct str words, unsigned turn);

#endif
