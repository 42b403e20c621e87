/* One file after the other is opened and read in windows:
 *
 *	        pos             stop
 *	 behind |  judged now    |  ahead
 *	|-------|----------------|-------|
 *
 * Only dates between the two lines are judged; what lies beside them is there
 * for the rules to look at, and is read again with the next window.  So nothing
 * is carried over from one window to the next but `struct scan`.
 *
 * A pipe is indexed in the same way, as far as it has come. */
#include "archive_parts.h"

#include "archive_dated.h"
#include "archive_foreign.h"
#include "archive_mark.h"
#include "ascii.h"

enum {
	SNIFF = 8192,	  /* a NUL in so many bytes: no text */
	FILE_COST = 32 * 1024, /* what opening a file counts as, in bytes */
};

_Static_assert(sizeof(struct record) == 24, "what a report costs");

static void
push(struct archive *a, struct record r)
{
	if (a->record_n == a->record_cap) {
		a->record_cap += a->record_cap / 2 + 1024;
		a->records = xrealloc(
		    a->records, a->record_cap, sizeof(*a->records));
	}
	a->records[a->record_n++] = r;
}

/* Ends the open record at `end`.  What is longer than a length can say becomes
 * more than one. */
static void
close_record(struct archive *a, struct scan *s, uint64_t end)
{
	struct record *r = &s->record;

	if (!s->open)
		return;
	s->open = false;
	s->kept = true;
	a->files[s->file].skipped += (uint32_t)(r->off - s->covered);
	s->covered = end;
	while (end - r->off > UINT32_MAX) {
		r->len = UINT32_MAX;
		push(a, *r);
		r->off += r->len;
		r->head = 0;
	}
	r->len = (uint32_t)(end - r->off);
	push(a, *r);
}

/* Text without a marker, up to `end` (R4).  Its beginning is read again, since
 * few files have any. */
static void
close_unmarked(struct archive *a, struct scan *s, uint64_t end)
{
	char bytes[DATED_WINDOW];
	size_t len = end - s->line < DATED_WINDOW ? (size_t)(end - s->line) :
						    DATED_WINDOW;
	struct err e = { "" };
	struct dated d;

	len = archive_bytes(a, s->file, s->line, bytes, len, &e);
	d = dated_find(a->files[s->file].source.path,
	    (struct str){ bytes, len == SIZE_MAX ? 0 : len });
	s->open = s->given || s->marked || d.how == HOW_FRONT_MATTER ||
	    d.how == HOW_NAME || d.how == HOW_FOLDER;
	s->record = (struct record){
		.off = s->line,
		.date = d.date,
		.source = s->file,
		.head = d.head,
		.how = (uint8_t)d.how,
	};
	close_record(a, s, end);
}

static void
meet_mark(struct archive *a, struct scan *s, const struct mark *m)
{
	uint64_t end = m->off - m->bom;

	if (!s->marked) {
		s->marked = true;
		s->begins = s->blank >= end;
		if (!s->begins)
			close_unmarked(a, s, end);
	}
	close_record(a, s, end);
	s->open = true;
	s->record = (struct record){
		.off = m->off,
		.date = m->date,
		.source = s->file,
		.head = m->head,
		.how = m->how,
		.bad_date = m->bad,
	};
}

/* How many of the first bytes of `s` are blanks and line ends.  Most come in
 * one piece, so 64 are asked at once, which the compiler makes vector code of.
 */
static size_t
blank_bytes(struct str s)
{
	enum { CHUNK = 64 };
	unsigned others = 0;
	size_t n = 0, i;

	for (; n + CHUNK <= s.len && others == 0; n += others ? 0 : CHUNK)
		for (i = n; i < n + CHUNK; i++)
			others |= (s.ptr[i] != ' ') &
			    ((s.ptr[i] < '\t') | (s.ptr[i] > '\r'));
	while (n < s.len &&
	    (s.ptr[n] == ' ' || (s.ptr[n] >= '\t' && s.ptr[n] <= '\r')))
		n++;
	return n;
}

/* Looks for the first byte that is not blank. */
static void
skip_blank(struct scan *s, const struct stretch *st, uint64_t stop)
{
	struct str rest;
	size_t n, i;

	if (s->pos == 0 && str_starts(st->text, MARK_BOM))
		s->line = s->blank = MARK_BOM.len;
	if (s->text || s->blank >= stop)
		return;
	rest = str_head(str_skip(st->text, (size_t)(s->blank - st->at)),
	    (size_t)(stop - s->blank));
	n = blank_bytes(rest);
	for (i = n; i > 0 && !ascii_is_line_end(rest.ptr[i - 1]); i--)
		;
	if (i > 0)
		s->line = s->blank + i;
	s->blank += n;
	s->text = n < rest.len;
}

/* Why these first bytes of a file are no text; NULL if they may be. */
static const char *
why_no_text(struct str s)
{
	static const char packed[] = "is compressed: unpack it first.";
	static const struct {
		struct str start;
		const char *what;
	} kinds[] = {
		{ { "\x1F\x8B", 2 }, packed },
		{ { "\xFD" "7zXZ", 5 }, packed },
		{ { "\x28\xB5\x2F\xFD", 4 }, packed },
		{ { "BZh91AY&SY", 10 }, packed },
		{ { "PK\x03\x04", 4 }, packed },
	};
	size_t i;

	s = str_head(s, SNIFF);
	for (i = 0; i < COUNT(kinds); i++)
		if (str_starts(s, kinds[i].start))
			return kinds[i].what;
	if (foreign_is_feed(s))
		return "is a feed, which cannot be read yet: save its entries "
		       "as text.";
	if (foreign_is_mail(s))
		return "is mail, which cannot be read yet: save the letters "
		       "as text.";
	if (s.len > 0 && memchr(s.ptr, '\0', s.len))
		return "looks like a binary file and was left out.";
	return NULL;
}

static bool
is_text(struct archive *a, const struct scan *s, struct str start)
{
	const char *why = why_no_text(start);
	struct err e = { "" };

	if (!why)
		return true;
	if (s->given) {
		err_set(&e, "%s %s", a->files[s->file].source.path, why);
		archive_problem_add(a, &e);
	}
	return false;
}

/* Only the latest file can go; a pipe may not be that. */
static void
leave_out(struct archive *a, struct scan *s)
{
	source_close(&a->files[s->file].source);
	if (s->file + 1 == a->file_n)
		a->file_n--;
}

/* Ends a file that is known up to `end`. */
static void
finish(struct archive *a, struct scan *s, uint64_t end)
{
	struct file *f = &a->files[s->file];

	archive_check_recent(a);
	if (s->text && !s->marked)
		close_unmarked(a, s, end);
	close_record(a, s, end);
	if (s->kept) {
		f->skipped += (uint32_t)(end - s->covered);
		seen_add(&a->seen, &f->source);
		return;
	}
	leave_out(a, s);
}

/* Where judging has to stop: at the end of what is there, or before its last
 * bytes if more may come. */
static uint64_t
stop_of(const struct scan *s, const struct source *f, uint64_t most)
{
	uint64_t stop = f->size;

	if (f->pipe >= 0)
		stop -= stop < MARK_AHEAD ? stop : MARK_AHEAD;
	if (stop < s->pos)
		stop = s->pos;
	return stop - s->pos < most ? stop : s->pos + most;
}

/* What the next bytes are read behind: what is needed of the last ones, and the
 * record that is open, for whoever searches it when it is whole, if it is not
 * too long. */
static uint64_t
kept_from(const struct recent *r, const struct scan *s, uint64_t at)
{
	if (s->open && s->record.off >= r->from && s->record.off < at &&
	    r->from + r->len - s->record.off <= ARCHIVE_KEEP)
		return s->record.off;
	return at;
}

/* Begins anew at `at`.  A file of one window is not worth another thread. */
static void
begin_recent(struct archive *a, const struct scan *s, uint64_t at, bool ahead)
{
	const struct source *f = &a->files[s->file].source;
	struct recent *r = &a->recent;

	*r = (struct recent){ .file = s->file, .from = at, .bytes = r->own,
		.ahead = r->ahead, .own = r->own };
	r->is_ahead = ahead && !f->spool && f->size - at > AHEAD_WINDOW;
	if (r->is_ahead)
		ahead_open(r->ahead, f->fd, at, f->size);
}

/* Takes the next window that was read ahead; false when there is none. */
static bool
take_window(struct recent *r, const struct scan *s, uint64_t at)
{
	const struct window *w = ahead_next(r->ahead);

	if (!w)
		return false;
	r->from = kept_from(r, s, at);
	r->window = w;
	r->len = (size_t)(w->off - r->from) + w->len;
	r->bytes = w->bytes - (w->off - r->from);
	return true;
}

/* Reads [at, end), or up to the end of the file, where there is no thread.  What
 * was read before is not read again. */
static bool
read_own(struct archive *a, const struct scan *s, uint64_t at, uint64_t end,
    struct err *e)
{
	struct recent *r = &a->recent;
	size_t got;

	if (end - r->from > ARCHIVE_ROOM) {
		uint64_t keep = kept_from(r, s, at);

		r->len -= (size_t)(keep - r->from);
		memmove(r->own, r->own + (keep - r->from), r->len);
		r->from = keep;
	}
	if (end <= r->from + r->len)
		return true;
	got = archive_bytes(a, s->file, r->from + r->len, r->own + r->len,
	    (size_t)(end - r->from - r->len), e);
	if (got == SIZE_MAX)
		return false;
	r->len += got;
	return true;
}

/* Makes the bytes from `at` on recent: up to `end`, up to the end of the file, or
 * a little more than what is needed to go on. */
static bool
read_recent(struct archive *a, const struct scan *s, uint64_t at, uint64_t end,
    struct err *e)
{
	struct recent *r = &a->recent;

	if (r->file != s->file || at < r->from || at > r->from + r->len)
		begin_recent(a, s, at, r->ahead != NULL);
	while (r->is_ahead && r->from + r->len <= s->pos + MARK_AHEAD &&
	    r->from + r->len < a->files[s->file].source.size)
		if (!take_window(r, s, at))
			begin_recent(a, s, at, false);
	return r->is_ahead || read_own(a, s, at, end, e);
}

/* Reads what has to be there to judge up to `*stop`, or to some place before
 * that, which is then the stop. */
static bool
read_stretch(struct archive *a, const struct scan *s, uint64_t *stop,
    struct stretch *st, struct err *e)
{
	const struct recent *r = &a->recent;
	uint64_t end = *stop + MARK_AHEAD, have;
	size_t before;

	if (end < SNIFF)
		end = SNIFF;
	st->hyphens = &a->hyphens;
	st->at = s->pos > MARK_BEHIND ? s->pos - MARK_BEHIND : 0;
	if (!read_recent(a, s, st->at, end, e))
		return false;
	have = r->from + r->len;
	if (have < a->files[s->file].source.size && have < end)
		*stop = have - MARK_AHEAD;
	before = (size_t)(st->at - r->from);
	st->text = str_head(
	    str_skip((struct str){ r->bytes, r->len }, before),
	    (size_t)(end - st->at));
	st->dates = archive_places(r, LOOK_DATES, st->at);
	return true;
}

/* Judges up to `most` bytes more of a file; false when it is finished. */
static bool
judge(struct archive *a, struct scan *s, uint64_t most)
{
	struct source *f = &a->files[s->file].source;
	struct err e = { "" };
	struct stretch st;
	struct mark m;
	size_t from;
	uint64_t stop;

	if (f->is_file && f->pipe >= 0 && !source_pull(f, most, &e))
		archive_problem_add(a, &e);
	stop = stop_of(s, f, most);
	if (stop > s->pos && !read_stretch(a, s, &stop, &st, &e)) {
		archive_problem_add(a, &e);
		finish(a, s, s->pos);
		return false;
	}
	if (stop > s->pos) {
		if (s->pos == 0 && !is_text(a, s, st.text)) {
			leave_out(a, s);
			return false;
		}
		skip_blank(s, &st, stop);
		from = (size_t)(s->pos - st.at);
		while (mark_next(
		    &st, &from, (size_t)(stop - st.at), s->begins, &m))
			meet_mark(a, s, &m);
		s->pos = stop;
	}
	if (f->pipe >= 0 || s->pos < f->size)
		return true;
	finish(a, s, f->size);
	return false;
}

/* Opens the next file there is a name of. */
static void
begin(struct archive *a)
{
	struct candidate c = a->found[a->next++];
	uint32_t id = (uint32_t)a->file_n;
	struct file f = { .skipped = 0 };
	struct err e = { "" };

	if (!source_open(&f.source, c.path, &e) ||
	    !source_decode(&f.source, a->encoding, &e)) {
		archive_problem_add(a, &e);
		return;
	}
	if (seen_has(&a->seen, &f.source) ||
	    (f.source.spool && !f.source.is_file && !c.given)) {
		source_close(&f.source);
		return;
	}
	a->scan = (struct scan){
		.file = id,
		.given = c.given,
		.kept = c.given,
	};
	*arena_push(a->names, struct file, a->files, a->file_n, a->file_cap) =
	    f;
	if (f.source.spool && !f.source.is_file)
		*arena_push(a->names, struct scan, a->pipes, a->pipe_n,
		    a->pipe_cap) = a->scan;
	else
		a->scanning = true;
	if (c.given)
		seen_add(&a->seen, &f.source);
	a->recent.len = 0; /* of a file that was left out, perhaps */
	a->recent.file = UINT32_MAX;
	archive_keep_open(a, id);
}

bool
archive_index(struct archive *a, uint64_t budget)
{
	archive_sort_found(a);
	while (a->scanning || a->next < a->found_n) {
		uint64_t pos = a->scan.pos, most = budget;

		if (budget == 0)
			return true;
		if (!a->scanning) {
			begin(a);
			budget -= budget < FILE_COST ? budget : FILE_COST;
			continue;
		}
		if (most > ARCHIVE_WINDOW)
			most = ARCHIVE_WINDOW;
		a->scanning = judge(a, &a->scan, most);
		if (a->scanning && a->scan.pos - pos < most)
			return true; /* a window ends: it may be searched */
		budget -= a->scan.pos - pos;
	}
	return false;
}

/* Takes what one pipe has; false when it had nothing and is not at its end. */
static bool
index_pipe(struct archive *a, size_t i, uint64_t budget)
{
	struct scan *s = &a->pipes[i];
	struct source *f = &a->files[s->file].source;
	uint64_t size = f->size, pos = s->pos;
	struct err e = { "" };

	if (budget > ARCHIVE_WINDOW)
		budget = ARCHIVE_WINDOW;
	if (f->pipe >= 0 && !source_pull(f, budget, &e))
		archive_problem_add(a, &e);
	if (judge(a, s, budget))
		return f->size > size || s->pos > pos;
	memmove(s, s + 1, (a->pipe_n - i - 1) * sizeof(*s));
	a->pipe_n--;
	return true;
}

bool
archive_index_pipes(struct archive *a, uint64_t budget)
{
	bool came = false;
	size_t i, n;

	for (i = 0; i < a->pipe_n; i += a->pipe_n == n) {
		n = a->pipe_n;
		came |= index_pipe(a, i, budget);
	}
	return came;
}
