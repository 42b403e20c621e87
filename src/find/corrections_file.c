/* The file of corrections.  It belongs to the person: it is read again before
 * it is written, only lines that speak of the same as something new are
 * replaced, and a new file takes the place of the old one as a whole. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corrections_line.h"
#include "dateline/base/buf.h"

static const char head[] =
    "# Who said it, where dateline got it wrong: dateline(1), CORRECTIONS.\n";

/* All of a file; empty if there is none. */
static bool
read_file(struct buf *b, const char *path, struct err *e)
{
	FILE *f = fopen(path, "r");
	char bytes[4096];
	size_t n;

	if (!f)
		return errno == ENOENT || errno == ENOTDIR ||
		    err_set(e, "%s: %s", path, strerror(errno));
	while ((n = fread(bytes, 1, sizeof(bytes), f)) > 0)
		buf_add(b, (struct str){ bytes, n });
	if (ferror(f))
		err_set(e, "%s: %s", path, strerror(errno));
	fclose(f);
	return e->text[0] == '\0';
}

/* The next line of `*rest`, without its end; false when there is none. */
static bool
next_line(struct str *rest, struct str *line)
{
	const char *nl = rest->len ? memchr(rest->ptr, '\n', rest->len) : NULL;

	*line = nl ? str_head(*rest, (size_t)(nl - rest->ptr)) : *rest;
	if (rest->len == 0)
		return false;
	*rest = str_skip(*rest, line->len + 1);
	return true;
}

bool
corrections_load(struct corrections *c, const char *path, struct err *e)
{
	struct buf b = { .in = c->in };
	struct str rest, line;

	if (!read_file(&b, path, e))
		return false;
	rest = buf_str(&b);
	while (next_line(&rest, &line))
		corrections_take(c, line);
	return true;
}

/* Makes the folders on the way to a file. */
static bool
make_folders(const char *path, struct err *e)
{
	struct arena *a = arena_new();
	struct str own = arena_str(a, str_c(path));
	char *p = (char *)own.ptr;
	bool done = true;

	for (size_t i = 1; i < own.len && done; i++) {
		if (p[i] != '/')
			continue;
		p[i] = '\0';
		if (mkdir(p, 0700) != 0 && errno != EEXIST)
			done = err_set(e, "%s: %s", p, strerror(errno));
		p[i] = '/';
	}
	arena_free(a);
	return done;
}

/* What replaces a line, the latest news about it; NULL: it stays. */
static struct line *
news_about(const struct corrections *c, const struct line *l)
{
	for (size_t i = c->news_n; l->kind != LINE_OTHER && i-- > 0;)
		if (line_eq(&c->news[i], l))
			return &c->news[i];
	return NULL;
}

static void
add_line(struct arena *a, struct buf *to, const struct line *l)
{
	if (l->name.len == 0)
		return;
	buf_add(to, line_write(a, l));
	buf_addc(to, '\n');
}

/* The file as it will be. */
static void
make_text(const struct corrections *c, struct str was, struct buf *to)
{
	bool *written = arena_array(to->in, bool, c->news_n + 1);
	struct str text;

	if (was.len == 0)
		buf_add(to, str_c(head));
	while (next_line(&was, &text)) {
		struct line l = line_parse(to->in, text);
		struct line *new = news_about(c, &l);

		if (!new) {
			buf_add(to, text);
			buf_addc(to, '\n');
			continue;
		}
		if (!written[new - c->news])
			add_line(to->in, to, new);
		written[new - c->news] = true;
	}
	for (size_t i = 0; i < c->news_n; i++)
		if (!written[i] && news_about(c, &c->news[i]) == &c->news[i])
			add_line(to->in, to, &c->news[i]);
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
write_file(struct arena *a, const char *path, struct str text, struct err *e)
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
corrections_save(struct corrections *c, const char *path, struct err *e)
{
	struct arena *a = arena_new();
	struct buf was = { .in = a }, will = { .in = a };
	bool done;

	done = make_folders(path, e) && read_file(&was, path, e);
	if (done) {
		make_text(c, buf_str(&was), &will);
		done = write_file(a, real_path(a, path), buf_str(&will), e);
	}
	if (done)
		c->news_n = 0;
	arena_free(a);
	return done;
}
