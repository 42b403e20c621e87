/* A new file is written beside the old one and renamed over it. */
#include "dateline/base/keep.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Room for the whole file, or for some more of it. */
static void
make_room(struct buf *b, int fd)
{
	struct stat st;
	size_t more = 4096;

	if (b->len == 0 && fstat(fd, &st) == 0 && st.st_size > 0)
		more += (size_t)st.st_size;
	b->ptr = arena_grow(
	    b->in, b->ptr, b->len, b->len + more, &b->cap, 1, 1);
}

bool
keep_read(struct buf *b, const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR ||
		    err_set(e, "%s: %s", path, strerror(errno));
	do {
		make_room(b, fd);
		n = read(fd, b->ptr + b->len, b->cap - b->len);
		b->len += n > 0 ? (size_t)n : 0;
	} while (n > 0 || (n < 0 && errno == EINTR));
	if (n < 0)
		err_set(e, "%s: %s", path, strerror(errno));
	close(fd);
	return n == 0;
}

bool
keep_line(struct str *rest, struct str *line)
{
	const char *nl = rest->len ? memchr(rest->ptr, '\n', rest->len) : NULL;

	*line = nl ? str_head(*rest, (size_t)(nl - rest->ptr)) : *rest;
	if (rest->len == 0)
		return false;
	*rest = str_skip(*rest, line->len + 1);
	return true;
}

/* Makes the folders on the way to a file. */
static bool
make_folders(struct arena *a, const char *path, struct err *e)
{
	struct str own = arena_str(a, str_c(path));
	char *p = (char *)own.ptr;

	for (size_t i = 1; i < own.len; i++) {
		if (p[i] != '/')
			continue;
		p[i] = '\0';
		if (mkdir(p, 0700) != 0 && errno != EEXIST)
			return err_set(e, "%s: %s", p, strerror(errno));
		p[i] = '/';
	}
	return true;
}

/* A file that is a link stays one: what it leads to is replaced. */
static const char *
real_path(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	const char *own = path;

	if (real)
		own = arena_str(a, str_c(real)).ptr;
	free(real);
	return own;
}

static bool
replace(struct arena *a, const char *path, struct str text, struct err *e)
{
	struct buf tmp = { .in = a };
	struct stat st;
	FILE *f;
	bool good = true;
	int fd;

	buf_addf(&tmp, "%s.XXXXXX", path);
	buf_addc(&tmp, '\0');
	fd = mkstemp(tmp.ptr);
	if (fd < 0)
		return err_set(e, "%s: %s", path, strerror(errno));
	if (stat(path, &st) == 0)
		good = fchmod(fd, st.st_mode & 0777) == 0;
	f = fdopen(fd, "w");
	good = good && f && fwrite(text.ptr, 1, text.len, f) == text.len;
	good = good && fflush(f) == 0 && fsync(fd) == 0;
	if (f)
		good = fclose(f) == 0 && good;
	else
		close(fd);
	if (good && rename(tmp.ptr, path) == 0)
		return true;
	err_set(e, "%s: %s", path, strerror(errno));
	unlink(tmp.ptr);
	return false;
}

bool
keep_write(const char *path, struct str text, struct err *e)
{
	struct arena *a = arena_new();
	bool done = make_folders(a, path, e) &&
	    replace(a, real_path(a, path), text, e);

	arena_free(a);
	return done;
}

/* What is locked is the folder: the file itself is another one afterwards. */
int
keep_lock(const char *path)
{
	static const struct timespec moment = { .tv_nsec = 10000000 };
	struct arena *a = arena_new();
	struct str own = arena_str(a, str_c(path));
	char *slash = strrchr(own.ptr, '/');
	int fd;

	if (slash)
		slash[slash == own.ptr] = '\0';
	fd = open(slash ? own.ptr : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	for (int i = 0; fd >= 0 && i < 100; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
			break;
		nanosleep(&moment, NULL);
	}
	arena_free(a);
	return fd;
}

void
keep_unlock(int lock)
{
	if (lock >= 0)
		close(lock);
}
