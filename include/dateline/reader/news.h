#ifndef DATELINE_READER_NEWS_H
#define DATELINE_READER_NEWS_H

#include "dateline/reader/unread.h"
#include "dateline/reader/visit.h"

/* What an archive has that it had not at the last visit.
 *
 * A file that was not there is new.  Of one that grew, what lies in the added
 * part is new: what is behind its old end, if the last bytes before that are what
 * they were; or what is before its old beginning, if its first bytes are so much
 * further on.  Any other file was written anew, and nobody knows what of it was
 * read: its reports count as new if they are of a later day than all it had
 * before, and all of them if it had no date.  A report that only grew is not
 * new.
 *
 * In a file that has the size and the time of change that it had, nothing is
 * looked at; of another, 4 KB at each end. */
enum growth {
	GREW_NOT, /* it is what it was … */
	GREW_BEHIND,
	GREW_BEFORE,
	GREW_ANEW,
	GREW_ALL, /* … or was not there */
};

/* How a file has changed since it was seen; `seen` NULL: it was not. */
enum growth news_growth(
    struct archive *a, uint32_t source, const struct seen_file *seen);

/* Whether a report that begins at `off` may be the one that began at `then`.  In
 * a file that was written anew it is if it is as far from either end. */
bool news_may_be(const struct archive *a, uint32_t source,
    const struct seen_file *seen, enum growth g, uint64_t off, uint64_t then);

/* A pass over an archive that is indexed. */
struct news;

/* `was`, which must outlive the pass, is the last visit; NULL: there was none,
 * and nothing is new.  `folder` as for visit_path(). */
struct news *news_new(
    struct archive *a, const struct visit *was, struct str folder);
void news_free(struct news *n); /* NULL is fine */
/* Goes on for about as long as reading `bytes` takes; false at the end. */
bool news_step(struct news *n, size_t bytes, struct unread *found);

/* After the end: what is to be kept of a file, without its name and what is
 * unread in it. */
struct seen_file news_seen(const struct news *n, uint32_t source);

#endif
