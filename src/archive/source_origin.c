/* Points are remembered where the text and its UTF-8 keep company:
 *
 *	raw	|--------|------|---------|----
 *	utf8	|----------|--------|----------|---
 *
 * What lies between two of them is decoded once more when somebody asks, into
 * no more room than there is up to the byte in question; iconv stops there and
 * says how far it came.  A line ends at each point, since there every encoding
 * is in its first state, unless lines are very long. */
#include "source_origin.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline/base/arena.h"
#include "source_decode.h"

enum { LONG_LINE = 64 * 1024, FEED = 8 * 1024 };

struct point {
	uint64_t utf8, raw;
};

struct origin {
	struct point *points;
	size_t n, cap;
	struct point end; /* as far as it has come */
	int fd;		  /* the raw bytes; -1: not open */
	bool is_spool;	  /* `fd` is our own copy */
	struct decoder *decoder; /* for questions */
};

struct origin *
origin_new(void)
{
	struct origin *o = xrealloc(NULL, 1, sizeof(*o));

	*o = (struct origin){ .fd = -1 };
	return o;
}

void
origin_rest(struct origin *o)
{
	if (!o)
		return;
	decoder_free(o->decoder);
	o->decoder = NULL;
	if (o->fd >= 0 && !o->is_spool) {
		close(o->fd);
		o->fd = -1;
	}
}

void
origin_free(struct origin *o)
{
	if (!o)
		return;
	origin_rest(o);
	if (o->fd >= 0)
		close(o->fd);
	free(o->points);
	free(o);
}

void
origin_spool(struct origin *o, int fd)
{
	o->fd = fd;
	o->is_spool = true;
}

bool
origin_keep(struct origin *o, struct str s, struct err *e)
{
	while (o->is_spool && s.len > 0) {
		ssize_t n = write(o->fd, s.ptr, s.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(e, "No room to keep what arrives: %s",
			    strerror(errno));
		s = str_skip(s, (size_t)n);
	}
	return true;
}

static struct point
last_point(const struct origin *o)
{
	return o->n > 0 ? o->points[o->n - 1] : (struct point){ 0, 0 };
}

bool
origin_is_due(const struct origin *o, uint64_t utf8)
{
	return utf8 - last_point(o).utf8 >= ORIGIN_STEP;
}

void
origin_note(struct origin *o, uint64_t utf8, uint64_t raw, bool at_line)
{
	uint64_t since = utf8 - last_point(o).utf8;

	o->end = (struct point){ utf8, raw };
	if (since < (at_line ? ORIGIN_STEP : LONG_LINE))
		return;
	if (o->n == o->cap) {
		o->cap += o->cap / 2 + 16;
		o->points = xrealloc(o->points, o->cap, sizeof(*o->points));
	}
	o->points[o->n++] = o->end;
}

/* The last point that is not behind `utf8`. */
static struct point
point_before(const struct origin *o, uint64_t utf8)
{
	size_t low = 0, high = o->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (o->points[mid].utf8 <= utf8)
			low = mid + 1;
		else
			high = mid;
	}
	return low > 0 ? o->points[low - 1] : (struct point){ 0, 0 };
}

/* The file as it was when it was decoded. */
static bool
open_raw(const struct source *s, struct origin *o)
{
	struct stat st;

	if (o->fd >= 0)
		return true;
	if (!s->is_file)
		return false;
	o->fd = open(s->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (o->fd >= 0 && fstat(o->fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    (uint64_t)st.st_dev == s->dev && (uint64_t)st.st_ino == s->ino &&
	    (uint64_t)st.st_size == s->file_size)
		return true;
	origin_rest(o);
	return false;
}

/* A decoder in its first state. */
static bool
ready_decoder(const struct source *s, struct origin *o)
{
	struct err e = { "" };

	if (!o->decoder)
		o->decoder = decoder_new(s->decoded, &e);
	else
		decoder_reset(o->decoder);
	return o->decoder != NULL;
}

/* Decodes `len` bytes of UTF-8 from `at` on, which is a point; how many bytes
 * it took to make them. */
static uint64_t
measure(struct origin *o, uint64_t at, uint64_t len)
{
	char in[FEED], out[ORIGIN_STEP];

	while (len > 0) {
		size_t room = len < sizeof(out) ? (size_t)len : sizeof(out);
		size_t n = decoder_take(o->decoder, out, room, false);
		ssize_t got;

		len -= n;
		if (n > 0)
			continue;
		if (decoder_is_full(o->decoder))
			break; /* within a character */
		got = pread(o->fd, in, sizeof(in), (off_t)at);
		if (got <= 0)
			break;
		decoder_feed(
		    o->decoder, (struct str){ in, (size_t)got }, false);
		at += (uint64_t)got;
	}
	return decoder_taken(o->decoder);
}

uint64_t
source_origin(struct source *s, uint64_t off)
{
	struct origin *o = s->origin;
	struct point p;

	if (!o)
		return off;
	if (off >= o->end.utf8)
		return o->end.raw;
	p = point_before(o, off);
	if (p.utf8 == off || !open_raw(s, o) || !ready_decoder(s, o))
		return p.raw;
	return p.raw + measure(o, p.raw, off - p.utf8);
}
