#ifndef DATELINE_READER_VISIT_H
#define DATELINE_READER_VISIT_H

#include "dateline/archive/date.h"
#include "dateline/base/buf.h"

/* What had been seen of an archive when somebody left it, as a text that is kept
 * until the next visit:
 *
 *	dateline visit 1
 *	archive /home/ida/gulls
 *	place 2023-02-10 512 37 /home/ida/gulls/bay.txt
 *	file 9182 1679900000000000000 a1…f0 0c…77 2023-03-20 /home/ida/gulls/bay.txt
 *	unread 512 8040
 *
 * A place is a report, by its date (or -) and where it begins in its file, and a
 * byte of it.  Of a file there are its size and the time at which it was changed,
 * hashes of its first and its last bytes (or -), its latest date (or -) and its
 * name.  Below it stands where the reports begin that were unread; all others had
 * been read. */

struct seen_file {
	struct str path;
	uint64_t size;	  /* as the archive has it: of a decoded text */
	int64_t mtime_ns;
	bool known;	  /* the hashes are */
	uint64_t head, tail; /* of VISIT_EDGE bytes, or of all if it has less */
	date last;	  /* DATE_NONE: nothing had a date */
	uint64_t *unread; /* offsets, in order */
	size_t unread_n, unread_cap;
	size_t nth; /* in the text that was read */
};

enum { VISIT_EDGE = 4096 };

struct visit {
	struct str *archives; /* what was opened; for whoever reads the text */
	size_t archive_n, archive_cap;
	struct seen_file *files; /* by path, each once */
	size_t file_n, file_cap;
	bool has_place;
	date place_date;    /* of the report; DATE_NONE: undated */
	uint64_t place_off; /* where it begins in its file … */
	uint32_t place_raw; /* … and of a byte in the report */
	struct str place_path;
};

/* Whether a text begins as one of these does. */
bool visit_is(struct str text);
/* Lines that make no sense are passed over, and of two about one file the later
 * counts.  It lives in `a` and borrows from the text. */
struct visit visit_parse(struct arena *a, struct str text);
/* Any visit is read back as it was, if its files are in order. */
void visit_print(const struct visit *v, struct buf *to);
/* NULL when there is no such file. */
struct seen_file *visit_find(const struct visit *v, struct str path);

/* The hash of a stretch of a file. */
uint64_t visit_hash(struct str bytes);
/* A path without . and .. and doubled slashes, from the root; `folder` is where
 * one that does not begin there begins.  Nothing is looked up.  In `a`, with a
 * NUL. */
struct str visit_path(struct arena *a, struct str folder, struct str path);

#endif
