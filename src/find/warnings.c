/* Odd things, collected in two walks over the records: one asks what the index
 * knows, which costs nothing, and one reads the bytes, a part at a time. */
#include "dateline/find/warnings.h"

#include <stdlib.h>

#include "dateline/report/article.h"

struct warnings *
warnings_new(struct archive *archive)
{
	struct warnings *w = xrealloc(NULL, 1, sizeof(*w));

	*w = (struct warnings){
		.archive = archive,
		.in = arena_new(),
		.scratch = arena_new(),
	};
	return w;
}

void
warnings_free(struct warnings *w)
{
	if (!w)
		return;
	arena_free(w->in);
	arena_free(w->scratch);
	free(w);
}

const char *
warning_name(enum warning_kind kind)
{
	static const char *const names[] = {
		[WARNING_BAD_DATE] = "a date that does not exist (R3)",
		[WARNING_IMPLAUSIBLE] = "a date that can hardly be (R3)",
		[WARNING_BAD_UTF8] = "bytes that are no UTF-8 (R0)",
		[WARNING_CONTROL] = "control characters",
		[WARNING_HIDDEN] = "hidden characters",
		[WARNING_LOOSE] = "a loose marker (R1)",
		[WARNING_JOINED] = "a marker in mid-line (R2)",
	};

	return names[kind];
}

static void
add(struct warnings *w, enum warning_kind kind, uint32_t id, uint32_t raw,
    uint32_t times)
{
	if (times == 0)
		return;
	w->found[kind]++;
	if (w->kept_n[kind] == WARNINGS_KEPT)
		return;
	*arena_push(w->in, struct warning, w->kept[kind], w->kept_n[kind],
	    w->cap[kind]) = (struct warning){ id, raw, times };
}

static void
ask_records(struct warnings *w)
{
	date today = date_today();

	for (; w->met < archive_count(w->archive); w->met++) {
		const struct record *r = archive_record(w->archive, w->met);

		add(w, WARNING_BAD_DATE, w->met, 0, r->bad_date);
		add(w, WARNING_IMPLAUSIBLE, w->met, 0,
		    date_is_implausible(r->date, today));
		add(w, WARNING_LOOSE, w->met, 0, r->how == HOW_LOOSE);
		add(w, WARNING_JOINED, w->met, 0, r->how == HOW_JOINED);
	}
}

/* Reads one part of the next record; returns how many bytes. */
static size_t
read_part(struct warnings *w)
{
	uint32_t id = w->next, part = w->part;
	const struct record *r = archive_record(w->archive, id);
	struct err e = { "" };
	struct plain p;
	struct str raw;

	w->part += ARTICLE_PART;
	if (w->part >= r->len || w->part < ARTICLE_PART) {
		w->part = 0;
		w->next++;
	}
	arena_reset(w->scratch);
	if (!archive_read(w->archive, id, part, ARTICLE_PART, w->scratch, &raw,
		&e))
		return 1;
	p = plain_make(w->scratch, raw, part, PLAIN_READABLE);
	add(w, WARNING_BAD_UTF8, id, p.bad_first, p.bad);
	add(w, WARNING_CONTROL, id, p.controls_first, p.controls);
	add(w, WARNING_HIDDEN, id, p.hidden_first, p.hidden);
	return raw.len + 1;
}

bool
warnings_step(struct warnings *w, size_t bytes)
{
	size_t done = 0;

	ask_records(w);
	while (w->next < archive_count(w->archive) && done < bytes)
		done += read_part(w);
	return w->next < archive_count(w->archive);
}
