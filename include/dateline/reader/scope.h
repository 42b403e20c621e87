#ifndef DATELINE_READER_SCOPE_H
#define DATELINE_READER_SCOPE_H

#include "dateline/archive/archive.h"
#include "dateline/base/buf.h"

/* The reports one moves among, in order of date: all of an archive, those of a
 * range of days, those of a list, or what a range leaves of a list.  Whatever
 * goes from report to report, or counts them, asks a scope and not the archive,
 * so that nothing leads out of it by accident.
 *
 * A place is counted from 0 in the scope.  For all and for a range it is worked
 * out from the place in the archive, so that nothing is copied and a scope goes
 * on being right while the archive is indexed, when places may move.  A list is
 * kept, 4 bytes a report, and grows only by scope_add_id(). */
struct scope {
	const struct archive *archive;
	struct date_range dates; /* DATE_ALL: undated reports too */
	bool listed;		 /* only these: */
	uint32_t *ids;		 /* in order of the archive */
	size_t id_n, id_cap;
	char what[64]; /* what those of the list have in common */
	uint32_t version; /* other ones than before, by more than growing */
};

/* All reports; `archive` must outlive the scope. */
struct scope scope_all(const struct archive *archive);
void scope_free(struct scope *s);

/* Only reports of these days; DATE_ALL: of any day, and undated ones. */
void scope_set_dates(struct scope *s, struct date_range dates);

/* Only reports with these ids, which stand in the order of the archive; they are
 * copied.  `what` says what they have in common, such as “visit” with its
 * marks; it is cut at 63 bytes. */
void scope_set_ids(
    struct scope *s, const uint32_t *ids, size_t n, struct str what);
/* One more of that list, wherever it belongs; quick when that is the end.  What
 * is there already is not added. */
void scope_add_id(struct scope *s, uint32_t id);
void scope_clear_ids(struct scope *s);

bool scope_is_narrowed(const struct scope *s);
bool scope_has_dates(const struct scope *s); /* by dates */
/* "Mar 2023", "“visit”", "“visit” in Mar 2023"; nothing for all. */
void scope_print(const struct scope *s, struct buf *out);

uint32_t scope_count(const struct scope *s);
uint32_t scope_dated(const struct scope *s); /* places before undated ones */
uint32_t scope_at(const struct scope *s, uint32_t place); /* an id */
/* Up to `n` ids from a place on, much quicker than one by one; how many. */
uint32_t scope_ids(
    const struct scope *s, uint32_t place, uint32_t n, uint32_t *ids);
bool scope_has(const struct scope *s, uint32_t id);
/* The place of a report; of one that is not in the scope, the place of the next
 * one that is: scope_count() if none follows. */
uint32_t scope_index(const struct scope *s, uint32_t id);
/* The first place whose date is not before `d`; scope_dated() if none. */
uint32_t scope_find(const struct scope *s, date d);
/* The date of the report at a place. */
date scope_date(const struct scope *s, uint32_t place);

#endif
