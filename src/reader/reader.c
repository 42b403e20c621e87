/* Everything that is true right now, and the ways to make it: an archive, one
 * report open in it, a page of that for the width at hand. */
#include "dateline/reader/reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "parts.h"

struct reader *
reader_new(struct archive *archive)
{
	struct reader *r = xrealloc(NULL, 1, sizeof(*r));

	memset(r, 0, sizeof(*r));
	r->archive = archive;
	r->labels = labels_new(archive);
	r->scope = scope_all(archive);
	r->order = order_new(archive, &r->scope);
	r->names = date_names_locale();
	r->keymap = keymap_default();
	r->view.measure = MEASURE_DEFAULT;
	r->indexing = r->busy = true;
	r->article_in = arena_new();
	r->page_in = arena_new();
	r->hunter.excerpts = excerpts_new(archive);
	r->hits_in = arena_new();
	r->sheet_in = arena_new();
	r->counted_in = arena_new();
	r->out_in = arena_new();
	r->prompt = prompt_none();
	r->when.day = DATE_NONE;
	reader_resize(r, 80, 24);
	return r;
}

void
reader_free(struct reader *r)
{
	if (!r)
		return;
	labels_free(r->labels);
	order_free(r->order);
	scope_free(&r->scope);
	arena_free(r->article_in);
	arena_free(r->page_in);
	found_drop(r);
	excerpts_free(r->hunter.excerpts);
	query_free(r->find.wanted.query);
	arena_free(r->hits_in);
	arena_free(r->sheet_in);
	arena_free(r->counted_in);
	repeats_scan_free(r->repeats);
	warnings_free(r->warnings);
	who_free(r->who);
	arena_free(r->out_in);
	free(r->stars);
	marks_free(r);
	news_free(r->visited.news);
	free(r);
}

void
reader_set_corrections(struct reader *r, struct corrections *c)
{
	r->corrections = c;
	whose_again(r);
}

void
message_set(struct reader *r, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(r->message, sizeof(r->message), fmt, args);
	va_end(args);
	if (strlen(r->message) == sizeof(r->message) - 1)
		r->message[utf8_floor(
		    str_c(r->message), sizeof(r->message) - 2)] = '\0';
}

void
reader_tell(struct reader *r, const char *sentence)
{
	message_set(r, "%s", sentence);
}

/* The newest problem of the archive, and how to see the others. */
static void
tell_problem(struct reader *r)
{
	uint32_t n = archive_problem_count(r->archive);
	const char *last = archive_problem(r->archive, n - 1);

	if (n == 1)
		message_set(r, "%s", last);
	else
		message_set(r, "%s (%u in all, :problems)", last, n);
}

struct place
place_here(const struct reader *r)
{
	return (struct place){ r->open.id,
		plain_to_raw(&r->open.article.text, r->open.anchor) };
}

void
place_remember(struct reader *r, struct place from)
{
	if (!r->open.is)
		return;
	if (r->back_n == PLACES_MAX) {
		memmove(r->back, r->back + 1,
		    (PLACES_MAX - 1) * sizeof(r->back[0]));
		r->back_n--;
	}
	r->back[r->back_n++] = from;
}

/* A page for the width at hand; the row that holds `at` comes to the top.  At
 * the head of the article it is the first row, whatever stands there. */
static void
page_make_at(struct reader *r, uint32_t at, bool first)
{
	arena_reset(r->page_in);
	r->open.page = page_make(r->page_in, &r->open.article,
	    r->open.folding, r->layout.measure, r->layout.airy);
	scroll_to(r, first ? 0 : page_row(&r->open.page, at));
	if (!first)
		r->open.anchor = at;
}

void
page_again(struct reader *r)
{
	if (r->open.is)
		page_make_at(r, r->open.anchor, r->open.anchor == 0);
}

/* Whether the pane is on the screen. */
static bool
pane_is_there(const struct layout *l, enum pane pane)
{
	if (pane == PANE_DATES)
		return l->dates.cols > 0;
	if (pane == PANE_QUOTES)
		return l->quotes.cols > 0;
	return true;
}

void
layout_again(struct reader *r)
{
	r->layout = layout_make(r->cols, r->rows, &r->view, r->focus);
	if (!pane_is_there(&r->layout, r->focus))
		r->focus = PANE_TEXT;
	if (r->focus != PANE_DATES && r->open.is)
		cursor_again(r);
	page_again(r);
	sheet_again(r);
}

void
reader_resize(struct reader *r, int cols, int rows)
{
	r->cols = cols > 0 ? cols : 1;
	r->rows = rows > 0 ? rows : 1;
	layout_again(r);
}

/* Reads the part of the record that holds `raw` into an arena of its own, so
 * that what is open stays whole if that fails. */
static bool
article_load(struct reader *r, struct place to, uint32_t part)
{
	const struct record *rec = archive_record(r->archive, to.id);
	struct arena *in = arena_new();
	struct err e = { "" };
	struct str raw;

	if (!archive_read(r->archive, to.id, part, ARTICLE_PART, in, &raw,
		&e)) {
		arena_free(in);
		message_set(r, "%s", e.text);
		return false;
	}
	arena_free(r->article_in);
	r->article_in = in;
	r->open = (struct opened){ .is = true, .id = to.id, .part = part };
	r->open.article = article_read_as(in, raw, part, part ? 0 : rec->head,
	    &(struct article_how){
		.form = r->view.original ? PLAIN_ORIGINAL : PLAIN_READABLE,
		.depth = ARTICLE_QUOTES,
		.no_plain_headings = r->no_plain_headings,
		.repeats =
		    r->repeats ? repeats_scan_result(r->repeats) : NULL,
		.path = archive_path(r->archive, rec->source),
	    });
	whose_again(r);
	r->open.folding =
	    arena_array(in, uint8_t, r->open.article.block_n + 1);
	r->open.quote = r->open.article.quote_n;
	return true;
}

/* What was open stays open, if the blocks are the same. */
static void
folding_copy(struct reader *r, const uint8_t *folding, size_t n)
{
	if (n == r->open.article.block_n)
		memcpy(r->open.folding, folding, n);
}

bool
article_again(struct reader *r)
{
	struct place here = place_here(r);
	bool first = r->open.anchor == 0;
	struct finder was = r->find;
	struct arena *keep = arena_new();
	size_t n = r->open.article.block_n;
	struct str folding =
	    arena_str(keep, (struct str){ (char *)r->open.folding, n });
	bool done = article_load(r, here, r->open.part);

	if (done)
		folding_copy(r, (const uint8_t *)folding.ptr, n);
	arena_free(keep);
	if (!done)
		return false;
	page_make_at(
	    r, plain_from_raw(&r->open.article.text, here.raw), first);
	find_again(r);
	if (r->find.hit_n == was.hit_n) {
		r->find.now = was.now;
		r->find.shown = was.shown;
	}
	quote_follow(r);
	return true;
}

bool
reader_open(struct reader *r, struct place to)
{
	const struct record *rec = archive_record(r->archive, to.id);
	uint32_t part = to.raw / ARTICLE_PART * ARTICLE_PART;
	bool other = !r->open.is || r->open.id != to.id;

	if (part >= rec->len)
		part = 0;
	if (!article_load(r, to, part))
		return false;
	r->unseen |= other;
	page_make_at(r, plain_from_raw(&r->open.article.text, to.raw),
	    to.raw <= rec->head);
	scope_leave(r, to.id);
	cursor_again(r);
	if (part > 0 || rec->len > ARTICLE_PART)
		message_set(r, "part %u of %u of a long report: Space goes on",
		    part / ARTICLE_PART + 1,
		    (rec->len - 1) / ARTICLE_PART + 1);
	find_again(r);
	quote_follow(r);
	return true;
}

/* The newest report that has a date, or the last one. */
static uint32_t
newest(const struct scope *s)
{
	uint32_t dated = scope_dated(s);

	return scope_at(s, (dated ? dated : scope_count(s)) - 1);
}

/* The newest report opens, until a key is pressed. */
static void
open_newest(struct reader *r)
{
	uint32_t id;

	if (scope_count(&r->scope) == 0 || (r->touched && r->open.is) ||
	    visited_seek(r))
		return;
	id = newest(&r->scope);
	if (!r->open.is || r->open.id != id)
		reader_open(r, (struct place){ id, 0 });
}

/* What waits until all is indexed: which blocks repeat, what is odd; and before
 * that, what somebody looks for. */
static bool
step_aside(struct reader *r, size_t bytes)
{
	bool more;

	if (visited_step(r, bytes) || found_step(r, bytes) ||
	    list_step(r, bytes))
		return true;
	if (!r->repeats)
		r->repeats = repeats_scan_new(r->archive);
	more = repeats_scan_step(r->repeats, bytes);
	return sheet_step(r, bytes) || more;
}

bool
reader_step(struct reader *r, size_t bytes)
{
	uint32_t before = archive_count(r->archive);
	uint32_t problems = archive_problem_count(r->archive);
	uint32_t id = 0;
	bool was = r->indexing, any = selected(r, &id);

	if (!r->indexing) {
		bool listing = order_percent(r->order) < 100;
		uint32_t unread = r->unread.n;

		r->busy = step_aside(r, bytes);
		return listing || r->sheet.kind != SHEET_NONE ||
		    r->unread.n != unread;
	}
	if (archive_step(r->archive, bytes) == ARCHIVE_DONE)
		r->indexing = false;
	sheet_step(r, bytes);
	scope_settle(r);
	open_newest(r);
	found_step(r, bytes);
	order_step(r->order, bytes);
	select_again(r, any, id);
	if (archive_count(r->archive) != before &&
	    (r->sheet.kind == SHEET_CALENDAR ||
		r->sheet.kind == SHEET_TIMELINE))
		sheet_again(r);
	if (archive_problem_count(r->archive) != problems)
		tell_problem(r);
	return archive_count(r->archive) != before || was != r->indexing ||
	    r->hunter.busy ||
	    archive_problem_count(r->archive) != problems;
}

bool
reader_lists(const struct quote *q)
{
	return q->kind != QUOTE_TERM;
}

size_t
reader_quote_number(const struct reader *r, size_t i)
{
	size_t n = 0;

	for (size_t k = 0; k <= i && k < r->open.article.quote_n; k++)
		n += reader_lists(&r->open.article.quotes[k]);
	return n;
}

size_t
reader_quote_count(const struct reader *r)
{
	return reader_quote_number(r, r->open.article.quote_n);
}

uint32_t
reader_next_part(const struct reader *r)
{
	const struct record *rec = archive_record(r->archive, r->open.id);
	uint32_t next = r->open.part + ARTICLE_PART;

	return next > r->open.part && next < rec->len ? next : 0;
}

bool
reader_at_end(const struct reader *r)
{
	return r->open.top >= top_max(r);
}
