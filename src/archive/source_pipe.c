/* What cannot be read twice is kept in a temporary file without a name, as it
 * arrives:
 *
 *	pipe --> bytes --> decoder --> spool <-- source_read()
 *	           `--> the same bytes, for source_origin()
 *
 * A file that has to be decoded arrives in the same way, but for the last
 * branch: it can be read again. */
#include "source_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "source_decode.h"
#include "source_origin.h"

enum { PULL = 64 * 1024 }; /* what a pipe holds */

bool
source_is_stdin(const struct source *s)
{
	return strcmp(s->path, "-") == 0;
}

const char *
source_name(const struct source *s)
{
	return source_is_stdin(s) ? "standard input" : s->path;
}

bool
source_failed(const struct source *s, struct err *e)
{
	return err_set(e, "%s: %s", source_name(s), strerror(errno));
}

/* A temporary file without a name; -1, with a sentence, when there is no place
 * for one. */
static int
make_spool(const struct source *s, struct err *e)
{
	const char *dir = getenv("TMPDIR");
	char path[4096];
	int n, fd;

	if (!dir || dir[0] == '\0')
		dir = "/tmp";
	n = snprintf(path, sizeof(path), "%s/dateline-XXXXXX", dir);
	if (n < 0 || (size_t)n >= sizeof(path)) {
		err_set(e, "TMPDIR is too long a path.");
		return -1;
	}
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		unlink(path);
	else
		err_set(e, "%s: cannot keep %s there: %s", dir, source_name(s),
		    strerror(errno));
	return fd;
}

bool
source_become_pipe(struct source *s, struct err *e)
{
	s->pipe = s->fd;
	s->size = 0;
	s->spool = true;
	s->fd = make_spool(s, e);
	if (s->fd >= 0)
		return true;
	source_close(s);
	return false;
}

void
source_close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void
source_close_pipe(struct source *s)
{
	source_close_fd(&s->pipe);
	decoder_free(s->decoder);
	s->decoder = NULL;
}

bool
source_begin_decoding(struct source *s, const char *encoding, struct err *e)
{
	int fd;

	s->decoded = encoding;
	s->decoder = decoder_new(encoding, e);
	if (!s->decoder)
		return false;
	s->origin = origin_new();
	if (s->is_file)
		return true;
	fd = make_spool(s, e);
	origin_spool(s->origin, fd);
	return fd >= 0;
}

/* Appends to the spool. */
static bool
keep(struct source *s, const char *bytes, size_t len, struct err *e)
{
	while (len > 0) {
		ssize_t n = pwrite(s->fd, bytes, len, (off_t)s->size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(e, "No room to keep %s: %s", source_name(s),
			    strerror(errno));
		s->size += (uint64_t)n;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

/* The poll tells a pipe whose writers have gone, POLLHUP, from one that nobody
 * has opened yet; both would read as nothing. */
static bool
has_something(const struct source *s)
{
	struct pollfd p = { .fd = s->pipe, .events = POLLIN };

	return poll(&p, 1, 0) > 0;
}

/* Keeps what has come, decoded. */
static bool
keep_decoded(struct source *s, struct str in, struct err *e)
{
	struct decoder *d = s->decoder;
	char out[PULL];
	size_t len = 0, n;
	uint64_t at;

	if (!origin_keep(s->origin, in, e))
		return false;
	decoder_feed(d, in, in.len == 0);
	do {
		at = s->size + len;
		n = decoder_take(d, out + len, ORIGIN_STEP,
		    origin_is_due(s->origin, at));
		len += n;
		origin_note(s->origin, at + n, decoder_taken(d),
		    decoder_at_line(d));
		if (n > 0 && len + ORIGIN_STEP <= sizeof(out))
			continue;
		if (!keep(s, out, len, e))
			return false;
		len = 0;
	} while (n > 0);
	return true;
}

/* Keeps what has come.  The first bytes of a pipe say whether it has to be
 * decoded. */
static bool
take(struct source *s, const char *bytes, size_t len, struct err *e)
{
	struct str in = { bytes, len };
	const char *encoding = NULL;

	if (!s->decoder && s->size == 0 && len > 0)
		encoding = decode_guess(in, s->asked);
	if (encoding && !source_begin_decoding(s, encoding, e))
		return false;
	return s->decoder ? keep_decoded(s, in, e) : keep(s, bytes, len, e);
}

bool
source_pull(struct source *s, uint64_t len, struct err *e)
{
	char bytes[PULL];
	uint64_t from = s->size;
	bool ok = true;

	while (s->pipe >= 0 && s->size - from < len && has_something(s)) {
		ssize_t n = read(s->pipe, bytes, sizeof(bytes));

		if (n < 0 && (errno == EINTR || errno == EAGAIN))
			break;
		if (n < 0)
			ok = source_failed(s, e);
		else
			ok = take(s, bytes, (size_t)n, e);
		if (n <= 0 || !ok)
			source_close_pipe(s);
	}
	return ok;
}
