/* A pass over the archive by date.  Reports arrive while it goes on, and places
 * move; so each id has a bit that says it was looked at, and when there are
 * more than before the walk begins anew over the bits. */
#include "said_parts.h"

#include <stdlib.h>

#include "dateline/text/line.h"

enum {
	READING_COSTS = 64, /* bytes that are asked while one is read */
	RECORD_COSTS = 256,
};

struct said *
said_new(struct archive *archive, const struct said_how *how)
{
	struct said *s = xrealloc(NULL, 1, sizeof(*s));

	*s = (struct said){
		.archive = archive,
		.how = *how,
		.in = arena_new(),
		.scan = arena_new(),
	};
	s->how.ask.speaker = arena_str(s->in, how->ask.speaker);
	s->how.ask.source = arena_str(s->in, how->ask.source);
	s->asked = asked_new(s->in, &s->how.ask);
	return s;
}

void
said_free(struct said *s)
{
	if (!s)
		return;
	arena_free(s->in);
	arena_free(s->scan);
	free(s->done);
	free(s->rows);
	free(s->speakers);
	free(s->slots);
	free(s->order);
	free(s->moved);
	free(s->is_moved);
	free(s);
}

static void
add_row(struct said *s, struct said_row row)
{
	if (s->row_n == s->row_cap) {
		s->row_cap += s->row_cap / 4 + 256;
		s->rows = xrealloc(s->rows, s->row_cap, sizeof(*s->rows));
	}
	s->rows[s->row_n++] = row;
}

static void
add_date(struct said_speaker *who, date day)
{
	if (day == DATE_NONE)
		return;
	if (who->first == DATE_NONE || day < who->first)
		who->first = day;
	if (who->last == DATE_NONE || day > who->last)
		who->last = day;
}

/* A name that stands beside the word of saying, or the one in full that the
 * person knows better. */
static void
add_names(struct said *s, uint32_t who, const struct article *t,
    const struct quote *q)
{
	struct str text = t->text.text;

	said_add_name(s, who, line_of(s->scan, str_of(text, q->speaker)));
	if (q->how == QUOTE_NAMED)
		said_add_name(
		    s, who, line_of(s->scan, str_of(text, q->mention)));
}

static void
add_quote(struct said *s, uint32_t id, const struct article *t, size_t i,
    const struct whose *w)
{
	const struct quote *q = &t->quotes[i];
	uint32_t who;

	if (w->name.len == 0)
		return;
	who = said_intern(s, w->name);
	s->speakers[who].quotes++;
	s->speakers[who].yours |= w->yours;
	add_date(&s->speakers[who], archive_record(s->archive, id)->date);
	add_names(s, who, t, q);
	if (s->how.ask.speaker.len > 0)
		add_row(s, (struct said_row){ id,
			plain_to_raw(&t->text, q->words.off), who });
}

static void
read_quotes(struct said *s, uint32_t id, struct str raw, uint32_t marker)
{
	const struct record *rec = archive_record(s->archive, id);
	const char *path = archive_path(s->archive, rec->source);
	struct article t = article_read_as(s->scan, raw, s->part, marker,
	    &(struct article_how){
		.form = PLAIN_READABLE,
		.depth = ARTICLE_QUOTES,
		.no_plain_headings = s->how.no_plain_headings,
		.repeats = s->how.repeats,
		.path = path,
	    });
	const struct whose *w = whose_read(
	    s->scan, s->how.ask.corrections, &t, rec->date, path);
	const bool *is = asked_quotes(s->asked, s->scan, &t, w);

	for (size_t i = 0; is && i < t.quote_n; i++)
		if (is[i])
			add_quote(s, id, &t, i, &w[i]);
}

static void
set_done(struct said *s, uint32_t id)
{
	s->done[id / 8] |= (uint8_t)(1u << id % 8);
	s->done_n++;
	s->part = 0;
}

static bool
is_done(const struct said *s, uint32_t id)
{
	return s->done[id / 8] >> id % 8 & 1;
}

/* One part of a record; returns what it cost. */
static size_t
look_at(struct said *s, uint32_t id)
{
	const struct record *rec = archive_record(s->archive, id);
	uint32_t marker = s->part > 0 ? 0 : rec->head;
	struct err e = { "" };
	size_t cost = RECORD_COSTS;
	struct str raw;

	arena_reset(s->scan);
	if (!asked_day(s->asked, rec->date)) {
		set_done(s, id);
		return RECORD_COSTS / 8;
	}
	if (!archive_read(s->archive, id, s->part, ARTICLE_PART, s->scan, &raw,
		&e)) {
		s->unread++;
		set_done(s, id);
		return cost;
	}
	cost += raw.len;
	if (asked_raw(s->asked, s->scan, raw, marker, rec->date)) {
		cost += raw.len * READING_COSTS;
		read_quotes(s, id, raw, marker);
	}
	if (rec->len - s->part > ARTICLE_PART)
		s->part += ARTICLE_PART;
	else
		set_done(s, id);
	return cost;
}

/* Room for bits of records that have arrived. */
static void
meet_new(struct said *s)
{
	uint32_t n = archive_count(s->archive), room = n / 8 + 1;

	if (n == s->known)
		return;
	if (room > s->done_room) {
		room += room / 4;
		s->done = xrealloc(s->done, room, 1);
		memset(s->done + s->done_room, 0, room - s->done_room);
		s->done_room = room;
	}
	s->known = n;
	s->place = 0;
}

bool
said_step(struct said *s, size_t bytes)
{
	size_t spent = 0;

	meet_new(s);
	while (s->done_n < s->known && spent < bytes) {
		uint32_t id = archive_at(s->archive, s->place);

		if (is_done(s, id))
			s->place++;
		else
			spent += look_at(s, id);
	}
	said_sort_rows(s);
	return s->done_n < s->known;
}

void
said_look_at(struct said *s, uint32_t id)
{
	meet_new(s);
	if (s->part > 0)
		return; /* another one is not finished */
	while (id < s->known && !is_done(s, id))
		look_at(s, id);
	said_sort_rows(s);
}

uint32_t
said_looked_at(const struct said *s)
{
	return s->done_n;
}

uint32_t
said_unread(const struct said *s)
{
	return s->unread;
}
