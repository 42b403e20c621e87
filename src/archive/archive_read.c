/* The bytes of a record, when somebody wants them.  A file rests without a
 * descriptor until then, and only the latest few keep theirs. */
#include "archive_parts.h"

#include <assert.h>

void
archive_keep_open(struct archive *a, uint32_t file)
{
	uint32_t *slot = &a->latest[a->latest_n++ % ARCHIVE_OPEN];

	if (*slot > 0 && *slot <= a->file_n && *slot != file + 1)
		source_rest(&a->files[*slot - 1].source);
	*slot = file + 1;
}

size_t
archive_bytes(struct archive *a, uint32_t file, uint64_t off, char *to,
    size_t len, struct err *e)
{
	struct source *s = &a->files[file].source;
	bool rested = s->fd < 0;
	size_t got = source_read(s, off, to, len, e);

	if (rested && s->fd >= 0)
		archive_keep_open(a, file);
	return got;
}

uint64_t
archive_origin(struct archive *a, uint32_t source, uint64_t off)
{
	struct source *s = &a->files[source].source;

	if (s->decoded)
		archive_keep_open(a, source);
	return source_origin(s, off);
}

size_t
archive_peek(struct archive *a, uint32_t source, uint64_t off, char *to,
    size_t len, struct err *e)
{
	return archive_bytes(a, source, off, to, len, e);
}

/* How many of the sights are before `first`. */
static size_t
sights_before(const struct sights *s, size_t first)
{
	size_t low = 0, high = s->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->at[mid] < first)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct places
archive_places(const struct recent *r, int look, uint64_t off)
{
	const struct window *w = r->window;
	const struct sights *s = w ? &w->sights[look] : NULL;
	size_t first = w && off > w->off ? (size_t)(off - w->off) : 0;

	if (!s || !s->at || !s->all)
		return (struct places){ 0 };
	return (struct places){
		.list = s->at,
		.n = s->n,
		.next = sights_before(s, first),
		.listed = off < w->off ? (size_t)(w->off - off) : 0,
		.first = first,
	};
}

const char *
archive_recent(const struct archive *a, uint32_t source, uint64_t off,
    size_t len, struct places *found)
{
	const struct recent *r = &a->recent;

	*found = (struct places){ 0 };
	if (r->file != source || off < r->from ||
	    off + len > r->from + r->len)
		return NULL;
	*found = archive_places(r, LOOK_HITS, off);
	return r->bytes + (off - r->from);
}

void
archive_check_recent(struct archive *a)
{
	struct recent *r = &a->recent;
	struct err e = { "" };
	char byte;

	if (!r->is_ahead || r->file >= a->file_n || ahead_is_whole(r->ahead))
		return;
	r->is_ahead = false;
	if (archive_bytes(a, r->file, 0, &byte, 1, &e) != SIZE_MAX)
		err_set(&e, "%s could not be read to its end.",
		    archive_path(a, r->file));
	archive_problem_add(a, &e);
}

/* Whether records are asked for as they lie, and this one is one of many. */
static bool
is_next(const struct along *w, uint32_t file, uint64_t off, size_t len)
{
	enum { GAP = 4096 };

	return w->bytes && file == w->file && off >= w->next &&
	    off - w->next < GAP && len <= ARCHIVE_ALONG / 2;
}

/* As archive_bytes(), with what lies behind. */
static size_t
read_along(struct archive *a, uint32_t file, uint64_t off, char *to,
    size_t len, struct err *e)
{
	struct along *w = &a->along;
	bool next = is_next(w, file, off, len);

	w->file = file;
	w->next = off + len;
	if (!next) {
		w->len = 0;
		return archive_bytes(a, file, off, to, len, e);
	}
	if (off < w->from || off + len > w->from + w->len) {
		size_t got = archive_bytes(
		    a, file, off, w->bytes, ARCHIVE_ALONG, e);

		w->from = off;
		w->len = got == SIZE_MAX ? 0 : got;
		if (got == SIZE_MAX || got < len)
			return got;
	}
	memcpy(to, w->bytes + (off - w->from), len);
	return len;
}

bool
archive_read(struct archive *a, uint32_t id, uint32_t off, size_t len,
    struct arena *in, struct str *out, struct err *e)
{
	const struct record *r = archive_record(a, id);
	size_t room = off < r->len ? r->len - off : 0, got;
	char *to;

	if (len > room)
		len = room;
	to = arena_array(in, char, len + 1);
	got = read_along(a, r->source, r->off + off, to, len, e);
	*out = (struct str){ to, got == SIZE_MAX ? 0 : got };
	assert(got == SIZE_MAX || got == len);
	return got != SIZE_MAX;
}

/* Line ends that begin in the first `n` bytes; two more can be looked at.
 * \n, \r, \r\n and \r\r\n are one each (R0): a \r counts if no \n belongs to
 * it. */
static uint64_t
count_lines(const char *p, size_t n)
{
	uint64_t lines = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		int lf = p[i] == '\n', cr = p[i] == '\r';
		int crlf = p[i + 1] == '\n';
		int crcrlf = (p[i + 1] == '\r') & (p[i + 2] == '\n');

		lines += (unsigned)(lf | (cr & !crlf & !crcrlf));
	}
	return lines;
}

/* `n` bytes at `off` into the window, and two more to look at, zeros beyond the
 * end. */
static bool
read_window(struct archive *a, uint32_t file, uint64_t off, size_t n)
{
	struct err e = { "" };
	size_t got;

	a->recent.len = 0;
	a->recent.file = UINT32_MAX;
	got = archive_bytes(a, file, off, a->recent.own, n + 2, &e);
	if (got == SIZE_MAX || got < n)
		return false;
	memset(a->recent.own + got, 0, n + 2 - got);
	return true;
}

/* Makes the file's list of lines reach to `step`. */
static bool
extend_lines(struct archive *a, uint32_t file, size_t step)
{
	struct lines *l = &a->files[file].lines;

	if (step < l->n)
		return true;
	if (step >= l->cap) {
		l->cap = step + step / 2 + 16;
		l->at = xrealloc(l->at, l->cap, sizeof(*l->at));
	}
	if (l->n == 0)
		l->at[l->n++] = 1;
	while (l->n <= step) {
		size_t i = 0, steps = step + 1 - l->n;

		if (steps > ARCHIVE_WINDOW / LINE_STEP)
			steps = ARCHIVE_WINDOW / LINE_STEP;
		if (!read_window(a, file, (uint64_t)(l->n - 1) * LINE_STEP,
			steps * LINE_STEP))
			return false;
		for (; i < steps; i++, l->n++)
			l->at[l->n] = l->at[l->n - 1] +
			    count_lines(a->recent.own + i * LINE_STEP, LINE_STEP);
	}
	return true;
}

uint64_t
archive_line(struct archive *a, uint32_t id, uint32_t off)
{
	const struct record *r = archive_record(a, id);
	uint64_t to = r->off + off;
	size_t step = (size_t)(to / LINE_STEP);
	size_t rest = (size_t)(to % LINE_STEP);

	if (!extend_lines(a, r->source, step) ||
	    !read_window(a, r->source, to - rest, rest))
		return 0;
	return a->files[r->source].lines.at[step] +
	    count_lines(a->recent.own, rest);
}
