#ifndef DATELINE_READER_ORDER_H
#define DATELINE_READER_ORDER_H

#include "dateline/reader/scope.h"

/* The order in which the reports of a scope are listed and gone through.
 *
 *	ORDER_DATE	that of the scope, by date
 *	ORDER_FILE	by the file they lie in, and by date in each
 *	ORDER_SOURCE	by the source they name, and by date in each
 *
 * A place is counted from 0 in this order; by date it is a place of the scope.
 * Whoever lists reports, or goes to the next one in the list, asks an order;
 * who asks for days asks the scope.
 *
 * It follows its scope and the archive by itself, whenever it is asked.  By file
 * or source it keeps 4 bytes a report: reports that are indexed are merged in;
 * when the scope changes, or more sources are known, it is made anew in one pass.
 * Everything else is found by halving. */
enum order_by { ORDER_DATE, ORDER_FILE, ORDER_SOURCE, ORDER_COUNT };

struct order;

/* By date at first; both must outlive the order. */
struct order *order_new(struct archive *archive, const struct scope *scope);
void order_free(struct order *o); /* NULL is fine */

void order_set(struct order *o, enum order_by by);
enum order_by order_by(const struct order *o);

/* "date", "file", "source"; ORDER_COUNT for any other word. */
enum order_by order_by_find(struct str name);
const char *order_by_name(enum order_by by);

/* By source: looks at some more reports to see what they name, about `bytes`,
 * but comes back after some 4 ms.  True while there are more to look at; always
 * false by date and by file.  Places may move. */
bool order_step(struct order *o, size_t bytes);
int order_percent(const struct order *o); /* looked at: 0 to 100 */

/* As scope_count() and so on, for places of the order. */
uint32_t order_count(struct order *o);
uint32_t order_at(struct order *o, uint32_t place); /* an id */
uint32_t order_ids(
    struct order *o, uint32_t place, uint32_t n, uint32_t *ids);
uint32_t order_index(struct order *o, uint32_t id);

/* Places that stand together in the list: [first, after). */
struct dates_row {
	uint32_t first;
	uint32_t after;
};

/* The reports of the file, or of the source, of the one at a place; by date, of
 * its day: that alone. */
struct dates_row order_group(struct order *o, uint32_t place);

/* What a heading calls the group of a place: the path of the file, without the
 * folders that all files have in common, or the name of the source, or what
 * stands for none in brackets.  Borrowed until the next step; it may hold
 * controls.  Empty by date. */
struct str order_group_name(struct order *o, uint32_t place);

#endif
