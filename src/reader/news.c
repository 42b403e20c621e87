/* Records have their ids in the order in which they lie, file after file, so one
 * walk over all ids meets each file once. */
#include "dateline/reader/news.h"

#include <stdlib.h>

enum {
	LOOK_COST = 32 * 1024, /* what looking into a file counts as, in bytes */
	NAME_COST = 256,       /* … looking it up by its name … */
	REPORT_COST = 16,      /* … and looking at a report */
};

/* What is known of a file. */
struct sighted {
	uint64_t head, tail;
	date last;
	bool known;
};

struct news {
	struct archive *archive;
	const struct visit *was;
	struct str folder;
	struct arena *names;
	struct sighted *files;
	size_t file_n;
	uint32_t next; /* id */
	/* The file that is gone through: */
	uint32_t source;
	const struct seen_file *seen;
	enum growth growth;
};

/* The hash of some bytes of a file; false when they cannot be read. */
static bool
hash_at(struct archive *a, uint32_t source, uint64_t off, uint64_t len,
    uint64_t *hash)
{
	char bytes[VISIT_EDGE];
	struct err e = { "" };
	size_t got = archive_peek(a, source, off, bytes, (size_t)len, &e);

	if (got == SIZE_MAX || got < len)
		return false;
	*hash = visit_hash((struct str){ bytes, got });
	return true;
}

/* How long the edges of a file are. */
static uint64_t
edge(uint64_t size)
{
	return size < VISIT_EDGE ? size : VISIT_EDGE;
}

/* Whether the edge with that hash, which is `len` bytes long, lies at `off`. */
static bool
lies_at(struct archive *a, uint32_t source, uint64_t off, uint64_t len,
    uint64_t want)
{
	uint64_t hash;

	return hash_at(a, source, off, len, &hash) && hash == want;
}

enum growth
news_growth(struct archive *a, uint32_t source, const struct seen_file *seen)
{
	uint64_t size = archive_size(a, source), len;

	if (!seen)
		return GREW_ALL;
	if (size == seen->size && archive_mtime(a, source) == seen->mtime_ns)
		return GREW_NOT;
	if (size < seen->size)
		return GREW_ANEW;
	if (!seen->known)
		return GREW_BEHIND;
	len = edge(seen->size);
	if (lies_at(a, source, seen->size - len, len, seen->tail))
		return size == seen->size ? GREW_NOT : GREW_BEHIND;
	if (lies_at(a, source, size - seen->size, len, seen->head))
		return size == seen->size ? GREW_NOT : GREW_BEFORE;
	return GREW_ANEW;
}

bool
news_may_be(const struct archive *a, uint32_t source,
    const struct seen_file *seen, enum growth g, uint64_t off, uint64_t then)
{
	uint64_t moved = seen ? then + archive_size(a, source) - seen->size
			      : then;

	return (g != GREW_BEFORE && off == then) ||
	    ((g == GREW_BEFORE || g == GREW_ANEW) && off == moved);
}

struct news *
news_new(struct archive *a, const struct visit *was, struct str folder)
{
	struct news *n = xrealloc(NULL, 1, sizeof(*n));
	size_t files = archive_source_count(a);

	*n = (struct news){ .archive = a, .was = was, .folder = folder,
		.names = arena_new(), .file_n = files, .source = UINT32_MAX };
	n->files = xrealloc(NULL, files + 1, sizeof(*n->files));
	memset(n->files, 0, (files + 1) * sizeof(*n->files));
	return n;
}

void
news_free(struct news *n)
{
	if (!n)
		return;
	arena_free(n->names);
	free(n->files);
	free(n);
}

/* Whether a report was unread when the file was seen. */
static bool
was_unread(const struct seen_file *f, uint64_t off)
{
	size_t low = 0, high = f->unread_n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (f->unread[mid] < off)
			low = mid + 1;
		else
			high = mid;
	}
	return low < f->unread_n && f->unread[low] == off;
}

static bool
is_unread(const struct news *n, const struct record *r)
{
	const struct seen_file *f = n->seen;
	uint64_t grown;

	if (n->growth == GREW_ALL)
		return n->was != NULL;
	grown = archive_size(n->archive, n->source) - f->size;
	switch (n->growth) {
	case GREW_NOT:
		return was_unread(f, r->off);
	case GREW_BEHIND:
		return r->off >= f->size || was_unread(f, r->off);
	case GREW_BEFORE:
		return r->off < grown || was_unread(f, r->off - grown);
	default:
		return f->last == DATE_NONE || r->date > f->last ||
		    was_unread(f, r->off) || was_unread(f, r->off - grown);
	}
}

/* Begins with the file of the next report; what that costs. */
static size_t
begin_file(struct news *n, uint32_t source)
{
	struct sighted *f = &n->files[source];
	uint64_t size = archive_size(n->archive, source), len = edge(size);
	struct str path = str_c(archive_path(n->archive, source));

	*f = (struct sighted){ .last = DATE_NONE };
	n->source = source;
	n->seen = NULL;
	if (n->was) {
		arena_reset(n->names);
		n->seen = visit_find(
		    n->was, visit_path(n->names, n->folder, path));
	}
	n->growth = news_growth(n->archive, source, n->seen);
	if (n->growth == GREW_NOT && n->seen->known) {
		f->known = true;
		f->head = n->seen->head;
		f->tail = n->seen->tail;
		return NAME_COST;
	}
	f->known = hash_at(n->archive, source, 0, len, &f->head) &&
	    hash_at(n->archive, source, size - len, len, &f->tail);
	return LOOK_COST;
}

bool
news_step(struct news *n, size_t bytes, struct unread *found)
{
	uint32_t end = archive_count(n->archive);
	size_t cost = 0;

	for (; n->next < end && cost < bytes; n->next++) {
		const struct record *r = archive_record(n->archive, n->next);

		if (r->source != n->source)
			cost += begin_file(n, r->source);
		if (r->date > n->files[r->source].last)
			n->files[r->source].last = r->date;
		if (is_unread(n, r))
			unread_find(found, n->next);
		cost += REPORT_COST;
	}
	return n->next < end;
}

struct seen_file
news_seen(const struct news *n, uint32_t source)
{
	const struct sighted *f = &n->files[source];

	return (struct seen_file){
		.size = archive_size(n->archive, source),
		.mtime_ns = archive_mtime(n->archive, source),
		.known = f->known,
		.head = f->head,
		.tail = f->tail,
		.last = f->last,
	};
}
