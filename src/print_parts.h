#ifndef DATELINE_SRC_PRINT_PARTS_H
#define DATELINE_SRC_PRINT_PARTS_H

#include "print.h"

/* What the files of printing share. */

/* print_record.c: whether the quotes of reports are asked for; who reads them;
 * the rows of one, now or later: crew_finish(p->crew) ends them all. */
bool print_asks_quotes(const struct printer *p);
struct crew *print_crew(struct printer *p);
void print_record(struct printer *p, uint32_t id);

/* What the rows of several actions have in common. */

/* Words of a report; of its marker, when its date is no day, or empty. */
struct str text_of(const struct report *r, struct span s);
struct str date_text(struct printer *p, const struct report *r);
uint64_t line_at(struct printer *p, const struct report *r, uint32_t plain);

/* Through the gate: any text, words on one line, "2023-03-20" or "undated", the
 * title or the start of the lead, "seeds/003.txt:5". */
void add_text(struct printer *p, struct str s);
void add_line(struct printer *p, const struct report *r, struct span s);
void add_date(struct printer *p, const struct report *r);
void add_title(struct printer *p, const struct report *r);
void add_file_line(
    struct printer *p, const struct report *r, uint32_t plain);

/* "date" to "length"; "warn"; "start" and "end", in bytes of the file. */
void json_head(struct printer *p, const struct report *r);
void json_warnings(struct printer *p, const struct report *r);
void json_range(struct printer *p, const struct report *r, struct span s);

#endif
