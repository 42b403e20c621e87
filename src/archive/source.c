/* Reading, not mapping: a file that shrinks under a mapping kills the program,
 * one that shrinks under a reading is noticed and said (mapping.c has what it takes
 * otherwise).  What cannot be read twice, a pipe, becomes a file that can:
 * source_pipe. */
#include "dateline/archive/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline/base/arena.h"
#include "source_decode.h"
#include "source_origin.h"
#include "source_parts.h"

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
		return err_set(e, "%s is a folder.", source_name(s));
	if (S_ISSOCK(mode))
		return err_set(e, "%s is a socket, not a file.", source_name(s));
	return err_set(e, "%s is a device, not a file.", source_name(s));
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
		source_failed(s, e);
		source_close(s);
		return false;
	}
	note(s, &st);
	if (S_ISREG(st.st_mode) && lseek(s->fd, 0, SEEK_CUR) == 0)
		return true;
	return source_become_pipe(s, e);
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
	if (source_is_stdin(s))
		return open_stdin(s, e);
	if (stat(path, &st) != 0)
		return source_failed(s, e);
	if (!is_fit(s, st.st_mode, e))
		return false;
	s->fd = open_path(path);
	if (s->fd < 0 || fstat(s->fd, &st) != 0)
		source_failed(s, e);
	else if (is_fit(s, st.st_mode, e)) {
		note(s, &st);
		return S_ISREG(st.st_mode) || source_become_pipe(s, e);
	}
	source_close(s);
	return false;
}

void
source_close(struct source *s)
{
	source_close_fd(&s->fd);
	source_close_pipe(s);
	origin_free(s->origin);
	s->origin = NULL;
}

void
source_rest(struct source *s)
{
	if (source_is_stdin(s) || (s->spool && !(s->is_file && s->pipe < 0)))
		return;
	source_close_fd(&s->fd);
	origin_rest(s->origin);
}

/* The bytes of the file arrive, and are decoded on the way. */
static bool
decode_file(struct source *s, const char *encoding, struct err *e)
{
	s->is_file = !source_is_stdin(s);
	s->file_size = s->size;
	if (!source_become_pipe(s, e))
		return false;
	if (source_begin_decoding(s, encoding, e))
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
		return source_failed(s, e);
	if (S_ISREG(st.st_mode) && (uint64_t)st.st_size < s->size)
		return err_set(e, "%s is shorter than it was: open it again.",
		    source_name(s));
	if ((uint64_t)st.st_dev == s->dev && (uint64_t)st.st_ino == s->ino &&
	    (uint64_t)st.st_size == s->size && mtime_of(&st) == s->mtime_ns)
		return true;
	return err_set(e, "%s has changed since it was indexed: open it again.",
	    source_name(s));
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
		    "again.", source_name(s));
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
	if (s->fd < 0 && !s->spool && !source_is_stdin(s))
		s->fd = open_path(s->path);
	if (s->fd < 0)
		return source_failed(s, e);
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
			    source_name(s));
			return SIZE_MAX;
		} else if (errno != EINTR) {
			source_failed(s, e);
			return SIZE_MAX;
		}
	}
	return got;
}
