/* The file is read when the reader begins and once more when it is left, so what
 * another reader has written there meanwhile is not lost. */
#include "state.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#include "dateline/base/keep.h"
#include "home.h"

struct state {
	struct arena *names; /* these four live there */
	const char *path;    /* NULL: nothing is kept in a file */
	struct str folder;
	struct str *archives;
	size_t archive_n;
	struct arena *in; /* and these there: */
	struct str text;  /* of the file; empty: there was none */
	struct visit visit;
};

static int
compare(const void *x, const void *y)
{
	const struct str *a = x, *b = y;

	return strcmp(a->ptr, b->ptr);
}

/* What was opened, from the root, in order, each once. */
static void
name_archives(struct state *s, char **paths)
{
	static char here[] = ".";
	char *only[] = { here, NULL };
	size_t n = 0, kept = 0;

	paths = paths[0] ? paths : only;
	while (paths[n])
		n++;
	s->archives = arena_array(s->names, struct str, n);
	for (size_t i = 0; i < n; i++)
		s->archives[i] =
		    visit_path(s->names, s->folder, str_c(paths[i]));
	qsort(s->archives, n, sizeof(*s->archives), compare);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || !str_eq(s->archives[kept - 1], s->archives[i]))
			s->archives[kept++] = s->archives[i];
	s->archive_n = kept;
}

/* A number for the paths. */
static uint64_t
hash_archives(const struct state *s)
{
	struct arena *a = arena_new();
	struct buf b = { .in = a };
	uint64_t hash;

	for (size_t i = 0; i < s->archive_n; i++) {
		buf_add(&b, s->archives[i]);
		buf_addc(&b, '\0');
	}
	hash = visit_hash(buf_str(&b));
	arena_free(a);
	return hash;
}

static void
find_folder(struct state *s)
{
	char *folder = getcwd(NULL, 0);

	s->folder = arena_str(s->names, str_c(folder ? folder : "/"));
	free(folder);
}

/* A file that cannot be read, or is none of ours, is left alone. */
static void
read_text(struct state *s, struct err *e)
{
	struct buf b = { .in = s->in };

	if (!keep_read(&b, s->path, e)) {
		s->path = NULL;
	} else if (b.len > 0 && !visit_is(buf_str(&b))) {
		err_set(e, "%s: not a file in which dateline keeps what was "
			   "read: it stays as it is", s->path);
		s->path = NULL;
	} else {
		s->text = buf_str(&b);
	}
}

struct state *
state_new(const struct options *o, struct err *e)
{
	struct state *s = xrealloc(NULL, 1, sizeof(*s));

	*s = (struct state){ .names = arena_new(), .in = arena_new() };
	find_folder(s);
	name_archives(s, o->paths);
	s->path = o->state;
	if (!s->path && !o->script)
		s->path = home_state(s->names, hash_archives(s));
	if (s->path)
		read_text(s, e);
	s->visit = visit_parse(s->in, s->text);
	return s;
}

void
state_free(struct state *s)
{
	if (!s)
		return;
	arena_free(s->names);
	arena_free(s->in);
	free(s);
}

void
state_give(const struct state *s, struct reader *r, bool seek)
{
	reader_set_visit(
	    r, s->text.len > 0 ? &s->visit : NULL, s->folder, seek);
}

/* What the reader leaves, if it has seen anything, beside what the file says by
 * now. */
static bool
make_text(struct state *s, struct reader *r, struct buf *to, struct str file)
{
	struct arena *in = arena_new();
	struct visit other, out;
	const struct visit *now = NULL;
	bool any;

	if (str_eq(file, s->text)) {
		now = s->text.len > 0 ? &s->visit : NULL;
	} else if (visit_is(file)) {
		other = visit_parse(in, file);
		now = &other;
	}
	any = reader_leave(r, now, in, &out);
	if (any) {
		out.archives = s->archives;
		out.archive_n = s->archive_n;
		visit_print(&out, to);
	}
	arena_free(in);
	return any;
}

bool
state_take(struct state *s, struct reader *r, struct err *e)
{
	struct arena *in = arena_new();
	struct buf file = { .in = in }, text = { .in = in };
	int lock = s->path ? keep_lock(s->path) : -1;
	bool done = !s->path || keep_read(&file, s->path, e);

	if (make_text(s, r, &text, s->path ? buf_str(&file) : s->text)) {
		if (s->path && done && !str_eq(buf_str(&text), buf_str(&file)))
			done = keep_write(s->path, buf_str(&text), e);
		arena_free(s->in);
		s->in = in;
		s->text = buf_str(&text);
		s->visit = visit_parse(in, s->text);
	} else {
		arena_free(in);
	}
	keep_unlock(lock);
	return done;
}
