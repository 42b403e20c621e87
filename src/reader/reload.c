/* The same files, read again: a new archive, whose ids are other ones.  What
 * was a place in the old archive is looked for by what it was: a report of that
 * day, in that file, of that length, about there. */
#include "parts.h"

#define FAR (UINT64_C(1) << 60) /* further than any file is long */

/* How much a report of `now` is like one of `was`; more is better. */
static uint64_t
likeness(const struct archive *was, const struct record *old,
    const struct archive *now, const struct record *new)
{
	uint64_t apart =
	    old->off > new->off ? old->off - new->off : new->off - old->off;
	uint64_t like = apart < FAR ? FAR - apart : 0;

	if (strcmp(archive_path(was, old->source),
		archive_path(now, new->source)) == 0)
		like += 2 * FAR;
	if (old->len == new->len)
		like += FAR;
	return like;
}

/* The most alike of the reports that have the date of the one at `first`. */
static uint32_t
most_alike(const struct archive *was, const struct record *old,
    const struct archive *now, uint32_t first)
{
	uint32_t best = archive_at(now, first);
	date day = archive_record(now, best)->date;
	uint64_t most = 0, like;

	for (uint32_t i = first; i < archive_count(now); i++) {
		const struct record *new =
		    archive_record(now, archive_at(now, i));

		if (new->date != day)
			break;
		like = likeness(was, old, now, new);
		if (like > most) {
			most = like;
			best = archive_at(now, i);
		}
	}
	return best;
}

static uint32_t
nearest_again(const struct archive *now, date day)
{
	struct scope all = scope_all(now);

	return date_nearest(&all, day);
}

/* The first report of the day that is nearest; undated ones come after all
 * days.  `now` has at least one report. */
static uint32_t
first_again(const struct archive *now, date day)
{
	uint32_t dated = archive_dated(now), n = archive_count(now);

	if (day != DATE_NONE && dated > 0)
		return nearest_again(now, day);
	return dated < n ? dated : n - 1;
}

/* What a place of `was` is in `now`: the start of a report if its day is gone. */
static struct place
place_again(
    const struct archive *was, struct place p, const struct archive *now)
{
	const struct record *old = archive_record(was, p.id);

	p.id = most_alike(was, old, now, first_again(now, old->date));
	if (archive_record(now, p.id)->date != old->date)
		p.raw = 0;
	return p;
}

static void
carry_over(struct reader *r, const struct reader *old)
{
	const struct wanted *find = &old->find.wanted;
	const struct wanted *all = &old->hunter.wanted;

	r->view = old->view;
	r->keymap = old->keymap;
	r->no_plain_headings = old->no_plain_headings;
	r->corrections = old->corrections;
	r->focus = old->focus;
	r->touched = old->touched && old->open.is;
	r->count = old->count;
	r->before = old->before;
	scope_set_dates(&r->scope, old->scope.dates);
	order_set(r->order, order_by(old->order));
	reader_resize(r, old->cols, old->rows);
	memcpy(r->history, old->history, sizeof(r->history));
	if (all->len > 0)
		found_set(r, (struct str){ all->words, all->len }, all->mode);
	if (!old->find.everywhere)
		find_set(r, (struct str){ find->words, find->len }, find->mode);
}

/* "read again: 68 reports, 2 more than before" */
static void
tell_news(struct reader *r, uint32_t before)
{
	uint32_t n = archive_count(r->archive);
	uint32_t apart = n > before ? n - before : before - n;
	const char *s = n == 1 ? "" : "s";

	if (apart == 0)
		message_set(r, "read again: %u report%s, as before", n, s);
	else
		message_set(r, "read again: %u report%s, %u %s than before", n,
		    s, apart, n > before ? "more" : "fewer");
}

struct reader *
reader_again(const struct reader *old, struct archive *archive)
{
	struct reader *r = reader_new(archive);

	carry_over(r, old);
	if (archive_count(archive) > 0 && old->open.is) {
		for (size_t i = 0; i < old->back_n; i++)
			r->back[i] = place_again(
			    old->archive, old->back[i], archive);
		r->back_n = old->back_n;
		for (size_t i = 0; i < old->star_n; i++)
			star_add(r, place_again(
			    old->archive, old->stars[i], archive));
		reader_open(r,
		    place_again(old->archive, place_here(old), archive));
		r->unseen = old->unseen;
	}
	reader_step(r, 1);
	if (r->message[0] == '\0')
		tell_news(r, archive_count(old->archive));
	return r;
}
