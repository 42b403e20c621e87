/* What happens to one report: its bytes are asked whether they can hold what is
 * looked for, it is read, and its rows are printed.  Reading is done by a crew,
 * which gives the articles back in order. */
#include "print_parts.h"

#include "dateline/text/fold.h"

static size_t
print_report(struct printer *p, const struct report *r)
{
	switch (p->options->action) {
	case ACTION_LIST:
		return print_list(p, r);
	case ACTION_QUOTES:
		return print_quotes(p, r);
	case ACTION_SEARCH:
		return print_search(p, r);
	case ACTION_TIMELINE:
		return print_timeline(p, r);
	case ACTION_EXPLAIN:
		return print_explain(p, r);
	default:
		return print_dump(p, r);
	}
}

/* Whether the report passes --source and --search. */
static bool
report_asked(struct printer *p, struct report *r)
{
	const char *source = p->options->source;
	struct str is = str_of(r->article.text.text, r->article.head.source);

	if (p->asked) {
		r->whose = whose_read(p->scan, p->ask.corrections,
		    &r->article, r->record->date, r->path);
		r->asked = asked_quotes(
		    p->asked, p->scan, &r->article, r->whose);
		return r->asked != NULL;
	}
	if (source && !fold_eq(is, str_c(source)))
		return false;
	return !p->query || r->hit_n > 0 ||
	    (query_is_bare(p->query) &&
		query_admits(p->query, p->scan, &r->article));
}

bool
print_asks_quotes(const struct printer *p)
{
	return (p->query && query_depth(p->query) == ARTICLE_QUOTES) ||
	    p->options->action == ACTION_QUOTES ||
	    p->options->action == ACTION_SPEAKERS ||
	    p->options->action == ACTION_EXPLAIN ||
	    timeline_asks_quotes(p->options);
}

/* On a terminal, what the gate would leave out of the original is named. */
static enum plain_form
form_asked(const struct printer *p)
{
	if (!p->options->original)
		return PLAIN_READABLE;
	return p->gate == GATE_SCREEN && !p->options->json ? PLAIN_ORIGINAL
							  : PLAIN_LETTERS;
}

/* The rows of what was read. */
static void
print_article(void *of, const struct task *task, const struct article *article)
{
	struct printer *p = of;
	const struct record *rec = archive_record(p->archive, task->id);
	struct report r = { .id = task->id,
		.record = rec,
		.path = task->path,
		.article = *article };
	size_t rows;

	if (ferror(stdout))
		return;
	arena_reset(p->scan);
	p->out = (struct buf){ .in = p->scan };
	if (p->query && !p->asked)
		r.hit_n = query_article(
		    p->query, p->scan, &r.article, &r.hits);
	if (!report_asked(p, &r))
		return;
	rows = print_report(p, &r);
	p->found += rows;
	p->reports += rows > 0;
	if (p->out.len > 0)
		fwrite(p->out.ptr, 1, p->out.len, stdout);
}

struct crew *
print_crew(struct printer *p)
{
	struct article_how how = { .form = form_asked(p),
		.depth = print_asks_quotes(p) ? ARTICLE_QUOTES : ARTICLE_TEXT,
		.no_plain_headings = p->options->no_plain_headings,
		.repeats =
		    p->repeats ? repeats_scan_result(p->repeats) : NULL };

	return crew_new(&how, crew_threads(),
	    (struct crew_owner){ print_article, p });
}

/* One part of a record; false when its bytes are not there. */
static bool
print_part(struct printer *p, uint32_t id, uint32_t part)
{
	const struct record *rec = archive_record(p->archive, id);
	struct task task = { .id = id,
		.part = part,
		.marker = part > 0 ? 0 : rec->head,
		.path = archive_path(p->archive, rec->source) };
	struct err e = { "" };

	arena_reset(p->scan);
	if (!archive_read(p->archive, id, part, ARTICLE_PART, p->scan,
		&task.raw, &e)) {
		print_error(e.text);
		return false;
	}
	if (p->asked
		? asked_raw(p->asked, p->scan, task.raw, task.marker, rec->date)
		: !p->query || query_may_hold(p->query, p->scan, task.raw,
				   task.marker))
		crew_add(p->crew, task);
	return true;
}

/* A long record is read in parts; its first one is all that a list needs. */
void
print_record(struct printer *p, uint32_t id)
{
	const struct record *rec = archive_record(p->archive, id);
	bool first_only = !p->query &&
	    (p->options->action == ACTION_LIST ||
		(p->options->action == ACTION_TIMELINE && !print_asks_quotes(p)));
	uint32_t part = 0;

	do {
		if (!print_part(p, id, part)) {
			p->bad++;
			return;
		}
		part += ARTICLE_PART;
	} while (!first_only && part >= ARTICLE_PART && part < rec->len);
}

