/* The archive as others see it: what is added is named, a step indexes some of
 * it, and then records have ids and places.  How that is done is in the other
 * files; see archive_parts.h. */
#include "archive_parts.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_mark.h"
#include "source_decode.h"

enum { FINISH_STEP = 64 * ARCHIVE_WINDOW };

struct archive *
archive_new(void)
{
	struct archive *a = xrealloc(NULL, 1, sizeof(*a));

	*a = (struct archive){ .names = arena_new() };
	a->recent.own = xrealloc(NULL, ARCHIVE_ROOM, 1);
	a->hyphens = mark_filter();
	return a;
}

void
archive_free(struct archive *a)
{
	uint32_t i;

	if (!a)
		return;
	for (i = 0; i < a->file_n; i++) {
		source_close(&a->files[i].source);
		free(a->files[i].lines.at);
	}
	seen_free(&a->seen);
	ahead_free(a->recent.ahead);
	free(a->recent.own);
	free(a->along.bytes);
	free(a->records);
	free(a->order);
	arena_free(a->names);
	free(a);
}

void
archive_read_ahead(struct archive *a)
{
	struct recent *r = &a->recent;

	if (!a->along.bytes)
		a->along.bytes = xrealloc(NULL, ARCHIVE_ALONG, 1);
	if (r->ahead || r->len > 0 || sysconf(_SC_NPROCESSORS_ONLN) < 2)
		return;
	r->ahead = ahead_new();
	if (r->ahead)
		ahead_look_for(r->ahead, LOOK_DATES, mark_look(&a->hyphens));
}

void
archive_look_for(struct archive *a, struct quest look)
{
	archive_check_recent(a);
	if (a->recent.ahead)
		ahead_look_for(a->recent.ahead, LOOK_HITS, look);
}

bool
archive_set_encoding(struct archive *a, const char *name, struct err *e)
{
	struct decoder *d = decoder_new(name, e);

	if (!d)
		return false;
	decoder_free(d);
	a->encoding = arena_str(a->names, str_c(name)).ptr;
	return true;
}

bool
archive_add(struct archive *a, const char *path, struct err *e)
{
	const char *own;
	struct stat st;

	if (strcmp(path, "-") != 0) {
		if (stat(path, &st) != 0)
			return err_set(e, "%s: %s", path, strerror(errno));
		if (S_ISDIR(st.st_mode))
			return archive_walk(a, path, e);
	}
	own = arena_str(a->names, str_c(path)).ptr;
	archive_found(a, own, true);
	return true;
}

enum archive_state
archive_step(struct archive *a, size_t bytes)
{
	bool more = archive_index(a, bytes > 0 ? bytes : 1);
	bool came = !more && archive_index_pipes(a, bytes > 0 ? bytes : 1);

	archive_order(a);
	if (more || came)
		return ARCHIVE_MORE;
	return a->pipe_n > 0 ? ARCHIVE_WAIT : ARCHIVE_DONE;
}

/* Sleeps until one of the pipes has something.  All of them: who writes to two
 * may wait for us to read the other. */
void
archive_wait(const struct archive *a)
{
	struct pollfd *p = xrealloc(NULL, a->pipe_n, sizeof(*p));
	size_t i;

	for (i = 0; i < a->pipe_n; i++)
		p[i] = (struct pollfd){
			.fd = a->files[a->pipes[i].file].source.pipe,
			.events = POLLIN,
		};
	poll(p, a->pipe_n, -1);
	free(p);
}

void
archive_finish(struct archive *a)
{
	enum archive_state state;

	while ((state = archive_step(a, FINISH_STEP)) != ARCHIVE_DONE)
		if (state == ARCHIVE_WAIT)
			archive_wait(a);
}

int
archive_pipe(const struct archive *a)
{
	if (a->pipe_n == 0)
		return -1;
	return a->files[a->pipes[0].file].source.pipe;
}

uint32_t
archive_count(const struct archive *a)
{
	return a->order_n;
}

const struct record *
archive_record(const struct archive *a, uint32_t id)
{
	return &a->records[id];
}

uint32_t
archive_source_count(const struct archive *a)
{
	return (uint32_t)a->file_n - (a->scanning && !a->scan.kept);
}

uint32_t
archive_looked_at(const struct archive *a)
{
	return (uint32_t)a->next;
}

const char *
archive_path(const struct archive *a, uint32_t source)
{
	return a->files[source].source.path;
}

uint32_t
archive_skipped(const struct archive *a, uint32_t source)
{
	return a->files[source].skipped;
}

const char *
archive_encoding(const struct archive *a, uint32_t source)
{
	return a->files[source].source.decoded;
}

uint64_t
archive_size(const struct archive *a, uint32_t source)
{
	return a->files[source].source.size;
}

int64_t
archive_mtime(const struct archive *a, uint32_t source)
{
	return a->files[source].source.mtime_ns;
}

void
archive_problem_add(struct archive *a, const struct err *e)
{
	*arena_push(a->names, const char *, a->problems, a->problem_n,
	    a->problem_cap) = arena_str(a->names, str_c(e->text)).ptr;
}

uint32_t
archive_problem_count(const struct archive *a)
{
	return (uint32_t)a->problem_n;
}

const char *
archive_problem(const struct archive *a, uint32_t i)
{
	return a->problems[i];
}
