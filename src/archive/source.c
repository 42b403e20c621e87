/* Reading, not mapping: a file that shrinks under a mapping kills the program,
 * one that shrinks under a reading is noticed and said.  What cannot be read
 * twice, a pipe, becomes a temporary file without a name, which can. */
#include "dateline/archive/source.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline/base/arena.h"
#include "source_decode.h"
#include "source_origin.h"

enum { PULL = 64 * 1024 }; /* what a pipe holds */

static bool
is_stdin(const struct source *s)
{
	return strcmp(s->path, "-") == 0;
}

static const char *
name_of(const struct source *s)
{
	return is_stdin(s) ? "standard input" : s->path;
}

static bool
failed(const struct source *s, struct err *e)
{
	return err_set(e, "%s: %s", name_of(s), strerror(errno));
}

static int64_t
mtime_of(const struct stat *st)
{
	return (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

/* Whether this kind of file can be a source.  Asked before it is opened,
 * because opening a device can do something. */
static bool
is_fit(const struct source *s, mode_t mode, struct err *e)
{
	if (S_ISREG(mode) || S_ISFIFO(mode))
		return true;
	if (S_ISDIR(mode))
		return err_set(e, "%s is a folder.", name_of(s));
	if (S_ISSOCK(mode))
		return err_set(e, "%s is a socket, not a file.", name_of(s));
	return err_set(e, "%s is a device, not a file.", name_of(s));
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
		err_set(e, "%s: cannot keep %s there: %s", dir, name_of(s),
		    strerror(errno));
	return fd;
}

/* From here on the bytes of `s->fd` arrive instead of lying there. */
static bool
become_pipe(struct source *s, struct err *e)
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

static void
note(struct source *s, const struct stat *st)
{
	s->size = (uint64_t)st->st_size;
	s->mtime_ns = mtime_of(st);
	s->dev = (uint64_t)st->st_dev;
	s->ino = (uint64_t)st->st_ino;
}

/* Standard input is a file when it is one and nobody has read from it; what
 * else can be read arrives like a pipe. */
static bool
open_stdin(struct source *s, struct err *e)
{
	struct stat st;

	if (isatty(STDIN_FILENO))
		return err_set(e, "Standard input is the terminal: give \"-\" "
		    "only where a pipe or a file is read.");
	s->fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
	if (s->fd < 0 || fstat(s->fd, &st) != 0) {
		failed(s, e);
		source_close(s);
		return false;
	}
	note(s, &st);
	if (S_ISREG(st.st_mode) && lseek(s->fd, 0, SEEK_CUR) == 0)
		return true;
	return become_pipe(s, e);
}

/* O_NONBLOCK: a named pipe that nobody writes to must not hold us up. */
static int
open_path(const char *path)
{
	return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

bool
source_open(struct source *s, const char *path, struct err *e)
{
	struct stat st;

	*s = (struct source){ .path = path, .fd = -1, .pipe = -1 };
	if (is_stdin(s))
		return open_stdin(s, e);
	if (stat(path, &st) != 0)
		return failed(s, e);
	if (!is_fit(s, st.st_mode, e))
		return false;
	s->fd = open_path(path);
	if (s->fd < 0 || fstat(s->fd, &st) != 0)
		failed(s, e);
	else if (is_fit(s, st.st_mode, e)) {
		note(s, &st);
		return S_ISREG(st.st_mode) || become_pipe(s, e);
	}
	source_close(s);
	return false;
}

static void
close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Nothing more arrives. */
static void
close_pipe(struct source *s)
{
	close_fd(&s->pipe);
	decoder_free(s->decoder);
	s->decoder = NULL;
}

void
source_close(struct source *s)
{
	close_fd(&s->fd);
	close_pipe(s);
	origin_free(s->origin);
	s->origin = NULL;
}

void
source_rest(struct source *s)
{
	if (is_stdin(s) || (s->spool && !(s->is_file && s->pipe < 0)))
		return;
	close_fd(&s->fd);
	origin_rest(s->origin);
}

/* Has what arrives decoded from now on. */
static bool
begin_decoding(struct source *s, const char *encoding, struct err *e)
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

/* The bytes of the file arrive, and are decoded on the way. */
static bool
decode_file(struct source *s, const char *encoding, struct err *e)
{
	s->is_file = !is_stdin(s);
	s->file_size = s->size;
	if (!become_pipe(s, e))
		return false;
	if (begin_decoding(s, encoding, e))
		return true;
	source_close(s);
	return false;
}

bool
source_decode(struct source *s, const char *encoding, struct err *e)
{
	size_t look = encoding ? DECODE_LOOK : DECODE_MARK, got;
	char *start;

	s->asked = encoding;
	if (s->spool)
		return true;
	start = xrealloc(NULL, look, 1);
	got = source_read(s, 0, start, look, e);
	if (got != SIZE_MAX)
		encoding = decode_guess((struct str){ start, got }, encoding);
	free(start);
	if (got == SIZE_MAX) {
		source_close(s);
		return false;
	}
	return !encoding || decode_file(s, encoding, e);
}

/* Whether the file still is what was noted of it. */
static bool
is_same(const struct source *s, struct err *e)
{
	struct stat st;

	if (fstat(s->fd, &st) != 0)
		return failed(s, e);
	if (S_ISREG(st.st_mode) && (uint64_t)st.st_size < s->size)
		return err_set(e, "%s is shorter than it was: open it again.",
		    name_of(s));
	if ((uint64_t)st.st_dev == s->dev && (uint64_t)st.st_ino == s->ino &&
	    (uint64_t)st.st_size == s->size && mtime_of(&st) == s->mtime_ns)
		return true;
	return err_set(e, "%s has changed since it was indexed: open it again.",
	    name_of(s));
}

/* A file that was decoded and put away is decoded once more. */
static bool
decode_again(struct source *s, struct err *e)
{
	struct source again;
	uint64_t size = s->size;
	bool ok;

	if (!source_open(&again, s->path, e))
		return false;
	ok = again.dev == s->dev && again.ino == s->ino &&
	    again.size == s->file_size && again.mtime_ns == s->mtime_ns;
	if (!ok) {
		err_set(e, "%s has changed since it was indexed: open it "
		    "again.", name_of(s));
		source_close(&again);
		return false;
	}
	ok = decode_file(&again, s->decoded, e);
	while (ok && again.pipe >= 0)
		ok = source_pull(&again, UINT64_MAX, e);
	if (ok && again.size == size) {
		s->fd = again.fd;
		again.fd = -1;
	}
	source_close(&again);
	return s->fd >= 0;
}

static bool
is_ready(struct source *s, struct err *e)
{
	if (s->fd < 0 && s->is_file)
		return decode_again(s, e);
	if (s->fd < 0 && !s->spool && !is_stdin(s))
		s->fd = open_path(s->path);
	if (s->fd < 0)
		return failed(s, e);
	return s->spool || is_same(s, e);
}

size_t
source_read(
    struct source *s, uint64_t off, char *to, size_t len, struct err *e)
{
	size_t got = 0;

	if (!is_ready(s, e))
		return SIZE_MAX;
	if (off >= s->size)
		return 0;
	if (len > s->size - off)
		len = (size_t)(s->size - off);
	while (got < len) {
		ssize_t n = pread(
		    s->fd, to + got, len - got, (off_t)(off + got));

		if (n > 0)
			got += (size_t)n;
		else if (n == 0) {
			err_set(e, "%s is shorter than it was: open it again.",
			    name_of(s));
			return SIZE_MAX;
		} else if (errno != EINTR) {
			failed(s, e);
			return SIZE_MAX;
		}
	}
	return got;
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
			return err_set(e, "No room to keep %s: %s", name_of(s),
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
	if (encoding && !begin_decoding(s, encoding, e))
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
			ok = failed(s, e);
		else
			ok = take(s, bytes, (size_t)n, e);
		if (n <= 0 || !ok)
			close_pipe(s);
	}
	return ok;
}
