/* How many a day, a month or a year: reports, hits with --search, quotes with
 * --speaker.  They are counted as reports come, in order of date, and printed
 * at the end.  Periods in which there is nothing are left out. */
#include "print.h"

#include <inttypes.h>

#include "dateline/text/json.h"

enum { BAR_COLS = 50, DAY_COLS = 10 };

bool
timeline_asks_quotes(const struct options *o)
{
	return o->action == ACTION_TIMELINE && (o->speaker || o->terms);
}

size_t
print_timeline(struct printer *p, const struct report *r)
{
	size_t n = timeline_asks_quotes(p->options) ? count_quotes(r)
	    : p->query				   ? r->hit_n
						   : 1;

	tally_add(&p->tally, r->record->date, n);
	return n;
}

/* A period and how many it has. */
struct part {
	bool dated;
	int32_t period;
	uint64_t n;
};

static void
print_part_json(struct buf *out, enum tally_by by, const struct part *part)
{
	char day[DATE_TEXT] = "";

	if (part->dated)
		period_print(day, by, part->period);
	json_open(out);
	json_text(out, tally_by_name(by), str_c(day));
	json_number(out, "count", part->n);
	json_close(out);
}

static void
print_part_text(struct buf *out, enum tally_by by, const struct part *part,
    uint64_t most)
{
	char day[DATE_TEXT] = "undated";
	uint64_t bar = (part->n * BAR_COLS + most - 1) / most;

	if (part->dated)
		period_print(day, by, part->period);
	buf_addf(out, "%-*s %7" PRIu64 "  ", DAY_COLS, day, part->n);
	while (bar-- > 0)
		buf_addc(out, '#');
	buf_addc(out, '\n');
}

/* The parts in order of date, those without a date last. */
static struct part *
list_parts(struct printer *p, size_t *n)
{
	const struct tally *t = &p->tally;
	enum tally_by by = p->options->by;
	struct part *parts =
	    arena_array(p->files, struct part, t->n + 1);
	uint64_t before = 0;

	*n = 0;
	for (size_t i = 0; i < t->n; i++) {
		int32_t period = period_of(by, t->days[i].day);

		if (*n == 0 || parts[*n - 1].period != period)
			parts[(*n)++] = (struct part){ true, period, 0 };
		parts[*n - 1].n += t->days[i].up_to - before;
		before = t->days[i].up_to;
	}
	if (t->undated > 0)
		parts[(*n)++] = (struct part){ .n = t->undated };
	return parts;
}

void
print_timeline_rows(struct printer *p)
{
	const struct options *o = p->options;
	uint64_t most = 1;
	size_t n;
	struct part *parts = list_parts(p, &n);

	for (size_t i = 0; i < n; i++)
		most = parts[i].n > most ? parts[i].n : most;
	for (size_t i = 0; i < n && !o->count && !ferror(stdout); i++) {
		const struct part *part =
		    &parts[o->newest_first ? n - 1 - i : i];

		arena_reset(p->scan);
		p->out = (struct buf){ .in = p->scan };
		if (o->json)
			print_part_json(&p->out, o->by, part);
		else
			print_part_text(&p->out, o->by, part, most);
		fwrite(p->out.ptr, 1, p->out.len, stdout);
	}
}
