/* Coming back to an archive, and leaving it. */
#include <stdlib.h>

#include "parts.h"

void
reader_set_visit(struct reader *r, const struct visit *was, struct str folder,
    bool seek)
{
	news_free(r->visited.news);
	r->visited = (struct visited){
		.keeps = true,
		.was = was,
		.folder = folder,
		.seeks = seek && was && was->has_place,
		.source = UINT32_MAX,
	};
	r->busy = true;
}

bool
visited_step(struct reader *r, size_t bytes)
{
	struct visited *v = &r->visited;

	if (!v->keeps || v->compared)
		return false;
	if (!v->news)
		v->news = news_new(r->archive, v->was, v->folder);
	if (news_step(v->news, bytes, &r->unread))
		return true;
	v->compared = true;
	if (r->only_unread) {
		reader_widen_ids(r);
		mark_narrow(r);
	}
	return false;
}

static struct str
file_name(struct str path)
{
	const char *slash = memrchr(path.ptr, '/', path.len);

	return slash ? str_skip(path, (size_t)(slash - path.ptr) + 1) : path;
}

/* Whether a file is the one that is sought. */
static bool
is_sought(const struct reader *r, uint32_t source)
{
	const struct visited *v = &r->visited;
	struct str path = str_c(archive_path(r->archive, source));
	struct arena *a;
	bool is;

	if (!str_eq(file_name(path), file_name(v->was->place_path)))
		return false;
	a = arena_new();
	is = str_eq(visit_path(a, v->folder, path), v->was->place_path);
	arena_free(a);
	return is;
}

/* Turns to the file of the next report. */
static void
seek_in(struct reader *r, uint32_t source)
{
	struct visited *v = &r->visited;

	v->source = source;
	v->here = is_sought(r, source);
	if (!v->here)
		return;
	v->seen = visit_find(v->was, v->was->place_path);
	v->growth = news_growth(r->archive, source, v->seen);
}

/* Goes on looking among what was indexed since.  The size of a file that is
 * decoded is known at the end. */
bool
visited_seek(struct reader *r)
{
	struct visited *v = &r->visited;

	for (; v->seeks && v->next < archive_count(r->archive); v->next++) {
		const struct record *rec = archive_record(r->archive, v->next);

		if (r->indexing && archive_encoding(r->archive, rec->source))
			break;
		if (rec->source != v->source)
			seek_in(r, rec->source);
		if (!v->here || rec->date != v->was->place_date ||
		    !news_may_be(r->archive, v->source, v->seen, v->growth,
			rec->off, v->was->place_off))
			continue;
		v->seeks = false;
		v->arrived = scope_has(&r->scope, v->next) &&
		    reader_open(r,
			(struct place){ v->next, v->was->place_raw });
	}
	return v->arrived;
}

/* What is made of a visit when it is left. */
struct leaving {
	const struct reader *reader;
	const struct visit *now; /* NULL: none */
	const struct unread *theirs; /* what is unread by that; NULL: as here */
	struct arena *in;
	struct visit *out;
};

static bool
is_unread(const struct leaving *l, uint32_t id)
{
	const struct unread *mine = &l->reader->unread;

	return unread_has(
	    l->theirs && !unread_was_said(mine, id) ? l->theirs : mine, id);
}

static void
add_unread(const struct leaving *l, struct seen_file *f, uint64_t off)
{
	*arena_push(l->in, uint64_t, f->unread, f->unread_n, f->unread_cap) =
	    off;
}

/* A file of which something newer is kept than what is known here: what the
 * person said about reports of [first, after), which begin `apart` bytes further
 * on in it, is put into that. */
static void
amend(const struct leaving *l, struct seen_file *f, uint32_t first,
    uint32_t after, uint64_t apart)
{
	const struct unread *mine = &l->reader->unread;
	const struct seen_file was = *f;
	size_t i = 0;

	f->unread = NULL;
	f->unread_n = f->unread_cap = 0;
	for (uint32_t id = first; id < after; id++) {
		const struct record *rec =
		    archive_record(l->reader->archive, id);
		uint64_t off = rec->off + apart;

		if (!unread_was_said(mine, id))
			continue;
		while (i < was.unread_n && was.unread[i] < off)
			add_unread(l, f, was.unread[i++]);
		i += i < was.unread_n && was.unread[i] == off;
		if (unread_has(mine, id))
			add_unread(l, f, off);
	}
	while (i < was.unread_n)
		add_unread(l, f, was.unread[i++]);
}

/* Where what begins here at an offset begins in what is kept: there, or as far
 * from the end; in both places when nobody can say, for in one of them nothing
 * begins. */
static void
amend_moved(const struct leaving *l, const struct seen_file *mine,
    struct seen_file *now, uint32_t first, uint32_t after)
{
	uint64_t apart = now->size - mine->size;
	bool known = mine->known && now->known;
	bool there = apart == 0 || (known && mine->head == now->head);
	bool moved = !there && known && mine->tail == now->tail;

	if (!moved)
		amend(l, now, first, after, 0);
	if (!there)
		amend(l, now, first, after, apart);
}

/* What is known here of a file. */
static struct seen_file
my_file(const struct leaving *l, uint32_t source)
{
	const struct reader *r = l->reader;

	if (r->visited.compared)
		return news_seen(r->visited.news, source);
	return (struct seen_file){
		.size = archive_size(r->archive, source),
		.mtime_ns = archive_mtime(r->archive, source),
	};
}

static void
leave_file(const struct leaving *l, uint32_t first, uint32_t after)
{
	const struct reader *r = l->reader;
	uint32_t source = archive_record(r->archive, first)->source;
	struct seen_file mine = my_file(l, source), *to;

	mine.path = visit_path(l->in, r->visited.folder,
	    str_c(archive_path(r->archive, source)));
	to = l->now ? visit_find(l->now, mine.path) : NULL;
	if (to)
		to = &l->out->files[to - l->now->files];
	if (!r->visited.compared || (to && to->mtime_ns > mine.mtime_ns)) {
		if (to)
			amend_moved(l, &mine, to, first, after);
		return;
	}
	for (uint32_t id = first; id < after; id++)
		if (is_unread(l, id))
			add_unread(l, &mine, archive_record(r->archive, id)->off);
	if (to)
		*to = mine;
	else
		*arena_push(l->in, struct seen_file, l->out->files,
		    l->out->file_n, l->out->file_cap) = mine;
}

/* One file after the other. */
static void
leave_files(const struct leaving *l)
{
	const struct archive *a = l->reader->archive;
	uint32_t n = archive_count(a), first = 0;

	for (uint32_t id = 1; id <= n; id++)
		if (id == n || archive_record(a, id)->source !=
			archive_record(a, first)->source) {
			leave_file(l, first, id);
			first = id;
		}
}

/* The place that opens next time; as long as nobody has come to the last one and
 * nobody has gone anywhere, that stays. */
static void
leave_place(const struct leaving *l)
{
	const struct reader *r = l->reader;
	const struct record *rec;
	struct place here;

	if (!r->open.is ||
	    (l->out->has_place && !r->touched && !r->visited.arrived))
		return;
	here = place_here(r);
	rec = archive_record(r->archive, here.id);
	l->out->has_place = true;
	l->out->place_date = rec->date;
	l->out->place_off = rec->off;
	l->out->place_raw = here.raw;
	l->out->place_path = visit_path(l->in, r->visited.folder,
	    str_c(archive_path(r->archive, rec->source)));
}

/* What is unread by another visit of what is in the archive. */
static void
compare_with(
    const struct reader *r, const struct visit *now, struct unread *theirs)
{
	struct news *news = news_new(r->archive, now, r->visited.folder);

	while (news_step(news, SIZE_MAX, theirs))
		;
	news_free(news);
}

bool
reader_leave(struct reader *r, const struct visit *now, struct arena *in,
    struct visit *out)
{
	struct unread theirs = { .n = 0 };
	struct leaving l = { .reader = r, .now = now, .in = in, .out = out };

	if (!r->visited.keeps || (r->indexing && !now))
		return false;
	while (!r->indexing && visited_step(r, SIZE_MAX))
		;
	*out = (struct visit){ .file_n = 0 };
	if (now) {
		*out = *now;
		out->file_cap = now->file_n;
		out->files = arena_array(in, struct seen_file, now->file_n + 1);
		memcpy(out->files, now->files,
		    now->file_n * sizeof(*now->files));
	}
	if (now && now != r->visited.was && r->visited.compared) {
		compare_with(r, now, &theirs);
		l.theirs = &theirs;
	}
	leave_files(&l);
	leave_place(&l);
	unread_free(&theirs);
	return true;
}
