#ifndef DATELINE_SRC_ARCHIVE_MARK_H
#define DATELINE_SRC_ARCHIVE_MARK_H

/* Markers (R1–R3) in a stretch of a file. */

#include "dateline/archive/archive.h"
#include "dateline/text/filter.h"

/* What a marker may depend on before and after the first digit of its date. */
enum { MARK_BEHIND = 1024, MARK_AHEAD = 16 };

/* The bytes of a file from `at` on.  A marker is judged by the same bytes
 * wherever the stretch begins and ends, if MARK_BEHIND and MARK_AHEAD bytes
 * beside it are there or the file has no more. */
struct stretch {
	struct str text;
	uint64_t at;
	const struct filter *hyphens; /* mark_filter() … */
	struct places dates; /* … and where that has found something in `text` */
};

struct mark {
	uint64_t off; /* of the record in the file */
	date date;
	uint16_t head; /* bytes from `off` to the end of the date */
	uint8_t bom;   /* bytes of a BOM directly before `off` */
	uint8_t how;   /* HOW_MARKER, HOW_LOOSE or HOW_JOINED */
	bool bad;      /* the day does not exist (R3) */
};

#define MARK_BOM STR("\xEF\xBB\xBF")

/* What passes over bytes without a date, and what looks for dates by it. */
struct filter mark_filter(void);
struct quest mark_look(const struct filter *hyphens);

/* Finds the next marker whose date begins at `*from` or later, but before `to`,
 * both counted in the stretch, and moves `*from` on; false when there is none.
 * In one stretch, `to` stays and `*from` only grows.
 * Joined ones (R2) count only if `joined`. */
bool mark_next(struct stretch *s, size_t *from, size_t to, bool joined,
    struct mark *m);

#endif
