/* What the actions print: which reports, in which order, and what is left to
 * say at the end. */
#include "print_parts.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "dateline/find/name.h"
#include "dateline/text/fold.h"
#include "dateline/text/letter.h"

enum { HUNT_STEP = 128 * 1024 }; /* bytes indexed, and then searched */

void
print_error(const char *text)
{
	struct arena *in = arena_new();
	struct buf line = { .in = in }, b = { .in = in };

	glyph_line(&line, str_c(text));
	buf_add(&b, STR("dateline: "));
	glyph_gate(&b, buf_str(&line), GATE_SCREEN);
	buf_addc(&b, '\n');
	fflush(stdout);
	fwrite(b.ptr, 1, b.len, stderr);
	arena_free(in);
}

/* Nothing about a report is asked but what its date and a search say: no need
 * to read it. */
static bool
count_is_enough(const struct printer *p)
{
	const struct options *o = p->options;

	if (o->action == ACTION_TIMELINE)
		return (p->query || !o->source) && !timeline_asks_quotes(o);
	return o->count && (p->query || !o->source) &&
	    o->action != ACTION_QUOTES && o->action != ACTION_SPEAKERS;
}

/* A search and a timeline count hits, if there are any to be had. */
static void
count_report(struct printer *p, struct found f)
{
	enum action action = p->options->action;
	bool hits = action == ACTION_SEARCH ||
	    (action == ACTION_TIMELINE && p->query);

	p->found += hits ? f.hits : 1;
	p->reports++;
	if (action == ACTION_TIMELINE)
		tally_add(&p->tally, archive_record(p->archive, f.id)->date,
		    hits ? f.hits : 1);
}

static bool
in_range(const struct printer *p, uint32_t id)
{
	return date_in(
	    p->options->date, archive_record(p->archive, id)->date);
}

/* How many reports there are to print, and the one at a place among them. */
static uint32_t
place_count(const struct printer *p)
{
	return p->hunt ? hunt_count(p->hunt) : archive_count(p->archive);
}

static void
print_place(struct printer *p, uint32_t place)
{
	struct found f = { .hits = 0 };

	if (p->hunt)
		f = hunt_at(p->hunt, place);
	else
		f.id = archive_at(p->archive, place);
	if (!in_range(p, f.id))
		return;
	if (count_is_enough(p))
		count_report(p, f);
	else
		print_record(p, f.id);
}

static void
print_all(struct printer *p)
{
	bool timeline = p->options->action == ACTION_TIMELINE;
	bool newest_first = p->options->newest_first && !timeline;
	uint32_t n = place_count(p);

	for (uint32_t i = 0; i < n && !ferror(stdout); i++)
		print_place(p, newest_first ? n - 1 - i : i);
	crew_finish(p->crew);
	if (timeline)
		print_timeline_rows(p);
}

static bool
is_found(const struct printer *p, uint32_t id)
{
	uint32_t place;

	if (!p->hunt)
		return true;
	place = hunt_place(p->hunt, id);
	return place < hunt_count(p->hunt) && hunt_at(p->hunt, place).id == id;
}

/* How a file was split, before the first of its reports that is printed; also
 * if none is, unless only some were asked for. */
static void
print_file(struct printer *p, uint32_t source, const uint32_t *ids, uint32_t n)
{
	const struct options *o = p->options;
	bool all = !p->query && !o->source && o->date.first == DATE_ALL.first &&
	    o->date.last == DATE_ALL.last;

	p->file = (struct file_reports){ source, ids, n, false };
	if (all && n == 0) {
		arena_reset(p->scan);
		p->out = (struct buf){ .in = p->scan };
		print_file_head(p);
		fwrite(p->out.ptr, 1, p->out.len, stdout);
	}
	for (uint32_t i = 0; i < n && !ferror(stdout); i++)
		if (in_range(p, ids[i]) && is_found(p, ids[i]))
			print_record(p, ids[i]);
	crew_finish(p->crew);
}

/* --explain follows the bytes: file after file, and in each from its start. */
static void
print_files(struct printer *p)
{
	uint32_t n = archive_count(p->archive), from = 0, to;
	uint32_t files = archive_source_count(p->archive);
	const uint32_t *ids = archive_as_they_lie(p->archive, p->files);

	for (uint32_t f = 0; f < files && !ferror(stdout); f++, from = to) {
		for (to = from; to < n; to++)
			if (archive_record(p->archive, ids[to])->source != f)
				break;
		print_file(p, f, ids + from, to - from);
	}
}

static void
print_count(const struct printer *p)
{
	bool bare = p->query && query_is_bare(p->query);
	unsigned long long found = p->found, reports = p->reports;
	bool json = p->options->json;

	if (p->options->action == ACTION_SEARCH)
		printf(json ? "{\"hits\":%llu,\"reports\":%llu}\n"
			    : "%llu %llu\n",
		    bare ? 0 : found, reports);
	else
		printf(json ? "{\"count\":%llu}\n" : "%llu\n", found);
}

bool
print_problems(const struct archive *a)
{
	uint32_t n = archive_problem_count(a);

	for (uint32_t i = 0; i < n; i++)
		print_error(archive_problem(a, i));
	return n > 0;
}

/* What a search could not look at, or not to its end. */
static bool
hunt_failed_somewhere(const struct printer *p)
{
	if (!p->hunt)
		return false;
	if (hunt_too_hard(p->hunt) > 0)
		print_error("the expression was too hard for some reports, "
			    "which may have more hits");
	if (hunt_failed(p->hunt) > 0)
		print_error(hunt_failure(p->hunt));
	return hunt_failed(p->hunt) > 0 || hunt_too_hard(p->hunt) > 0;
}

static int
print_end(struct printer *p)
{
	bool failed = print_problems(p->archive) || p->bad > 0;

	failed |= hunt_failed_somewhere(p);
	if (p->options->count)
		print_count(p);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fprintf(stderr, "dateline: cannot write: %s\n",
		    strerror(errno));
		return 2;
	}
	if (failed)
		return 2;
	if (archive_count(p->archive) == 0)
		print_error("no report found: a report begins with a line "
			    "such as “ date 2023-03-20 Title”");
	return p->found > 0 ? 0 : 1;
}

/* Boilerplate is known before the first report is printed (R11b): nobody is
 * quoted in it. */
static void
find_repeats(struct printer *p)
{
	if (!print_asks_quotes(p) || count_is_enough(p))
		return;
	p->repeats = repeats_scan_new(p->archive);
	while (repeats_scan_step(p->repeats, SIZE_MAX))
		;
}

/* Looks at what is indexed while it still is in the cache. */
static void
hunt_all(struct printer *p)
{
	enum archive_state state;

	archive_look_for(p->archive, query_look(p->query));
	do {
		state = archive_step(p->archive, HUNT_STEP);
		while (hunt_step(p->hunt, SIZE_MAX))
			;
		if (state == ARCHIVE_WAIT)
			archive_wait(p->archive);
	} while (state != ARCHIVE_DONE);
	archive_look_for(p->archive, (struct quest){ .filter = NULL });
}

/* What --search asks for; false, with a sentence said, when that is nothing. */
static bool
begin_search(struct printer *p)
{
	const struct options *o = p->options;
	struct err e = { "" }, said = { "" };

	if (!o->search)
		return true;
	p->query = query_new(str_c(o->search),
	    o->regex ? QUERY_REGEX : QUERY_FOLDED, &e);
	if (!p->query) {
		err_set(&said, "--search: %s", e.text);
		print_error(said.text);
		return false;
	}
	query_only(p->query, o->date, o->source);
	if (o->action != ACTION_SPEAKERS)
		p->hunt = hunt_new(p->archive, p->query);
	return true;
}

/* Which quotes are asked for, likewise. */
static bool
begin_asking(struct printer *p, const struct corrections *corrections)
{
	const struct options *o = p->options;
	struct str speaker = str_c(o->speaker ? o->speaker : "");

	if (o->speaker && name_key(p->asked_in, speaker).len == 0) {
		print_error("--speaker: nothing is left of this name");
		return false;
	}
	p->ask = (struct ask){ .speaker = speaker,
		.words = p->query,
		.days = o->date,
		.source = str_c(o->source ? o->source : ""),
		.terms = o->terms && o->action != ACTION_SPEAKERS,
		.corrections = corrections };
	if (o->action == ACTION_QUOTES || timeline_asks_quotes(o))
		p->asked = asked_new(p->asked_in, &p->ask);
	return true;
}

static int
print_found(struct printer *p)
{
	if (p->hunt)
		hunt_all(p);
	else
		archive_finish(p->archive);
	find_repeats(p);
	p->crew = print_crew(p);
	if (p->options->action == ACTION_SPEAKERS)
		print_speakers(p);
	else if (p->options->action == ACTION_EXPLAIN && !count_is_enough(p))
		print_files(p);
	else
		print_all(p);
	return print_end(p);
}

int
print_run(const struct options *o, struct archive *a,
    const struct corrections *corrections)
{
	struct printer p = { .options = o, .archive = a };
	int status = 2;

	p.asked_in = arena_new();
	p.scan = arena_new();
	p.files = arena_new();
	p.tally = tally_new(p.files);
	archive_read_ahead(a);
	p.gate = isatty(STDOUT_FILENO) ? GATE_SCREEN : GATE_PIPE;
	if (begin_search(&p) && begin_asking(&p, corrections))
		status = print_found(&p);
	crew_free(p.crew);
	repeats_scan_free(p.repeats);
	hunt_free(p.hunt);
	query_free(p.query);
	arena_free(p.asked_in);
	arena_free(p.scan);
	arena_free(p.files);
	return status;
}
