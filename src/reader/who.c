/* Who said what: the passes of the reader, and what is asked of both. */
#include "dateline/reader/who.h"

#include <stdlib.h>

#include "dateline/find/name.h"
#include "dateline/text/glyph.h"
#include "dateline/text/line.h"

struct who *
who_new(struct archive *archive)
{
	struct who *w = xrealloc(NULL, 1, sizeof(*w));

	memset(w, 0, sizeof(*w));
	w->archive = archive;
	w->quoted = quoted_new(archive);
	w->dates = DATE_ALL;
	w->who = UINT32_MAX;
	return w;
}

void
who_free(struct who *w)
{
	if (!w)
		return;
	said_free(w->said);
	said_free(w->all);
	query_free(w->query);
	quoted_end(&w->quoted);
	free(w);
}

/* What `s` holds, cut to fit. */
static void
set_text(char *to, size_t room, struct str s)
{
	s = str_head(s, utf8_floor(s, room - 1));
	memmove(to, s.ptr, s.len);
	to[s.len] = '\0';
}

static struct said *
begin(struct who *w, struct str speaker)
{
	struct said_how how = {
		.ask = { .speaker = speaker,
		    .words = w->query,
		    .days = w->dates,
		    .corrections = w->corrections },
		.repeats = w->repeats,
		.no_plain_headings = w->no_plain_headings,
	};

	w->version = corrections_version(w->corrections);
	return said_new(w->archive, &how);
}

/* Asks the same again of both. */
static void
begin_anew(struct who *w)
{
	bool one = w->said != NULL, all = w->all != NULL;

	said_free(w->said);
	said_free(w->all);
	w->said = one ? begin(w, str_c(w->speaker)) : NULL;
	w->all = all ? begin(w, STR("")) : NULL;
	w->who = UINT32_MAX;
	if (one && w->chosen)
		said_look_at(w->said, w->id);
	memset(w->texts, 0, sizeof(w->texts));
}

void
who_ask(struct who *w, struct str speaker, uint32_t first)
{
	bool known = w->said && str_eq(str_c(w->speaker), speaker);

	if (known)
		return;
	set_text(w->speaker, sizeof(w->speaker), speaker);
	said_free(w->said);
	w->said = begin(w, str_c(w->speaker));
	said_look_at(w->said, first);
}

void
who_ask_all(struct who *w)
{
	if (!w->all)
		w->all = begin(w, STR(""));
}

bool
who_set_words(struct who *w, struct str words, struct err *e)
{
	struct query *old = w->query, *new = NULL;

	if (words.len > 0) {
		new = query_new(words, QUERY_FOLDED, e);
		if (!new)
			return false;
	}
	set_text(w->words, sizeof(w->words), words);
	w->query = new;
	begin_anew(w);
	query_free(old);
	return true;
}

void
who_set_dates(struct who *w, struct date_range dates)
{
	if (dates.first == w->dates.first && dates.last == w->dates.last)
		return;
	w->dates = dates;
	begin_anew(w);
}

bool
who_follow(struct who *w, const struct repeats *repeats, bool no_headings)
{
	if (w->repeats == repeats && w->no_plain_headings == no_headings &&
	    w->version == corrections_version(w->corrections))
		return false;
	w->repeats = w->quoted.repeats = repeats;
	w->no_plain_headings = w->quoted.no_plain_headings = no_headings;
	w->quoted.corrections = w->corrections;
	w->quoted.is = false;
	begin_anew(w);
	w->version = corrections_version(w->corrections);
	return true;
}

static void
add_text(struct who *w, struct said_row row, size_t i)
{
	const struct article *t = &w->quoted.article;
	const struct quote *q = &t->quotes[i];
	struct who_text *to = &w->texts[w->text_next++ % WHO_TEXTS];
	struct arena *a = arena_new();
	struct str mention = STR(""), words = str_of(t->text.text, q->whole);

	if (w->quoted.whose[i].yours)
		mention = STR("yours");
	else if (q->how == QUOTE_INFERRED)
		mention = line_of(a, str_of(t->text.text, q->mention));
	*to = (struct who_text){ .id = row.id, .raw = row.raw, .known = true };
	set_text(to->words, sizeof(to->words),
	    line_of(a, str_head(words, utf8_floor(words,
			   4 * sizeof(to->words)))));
	set_text(to->mention, sizeof(to->mention), mention);
	arena_free(a);
}

const struct who_text *
who_text(struct who *w, struct said_row row)
{
	static const struct who_text gone = {
		.words = "(cannot be read any more)"
	};
	size_t i;

	for (i = 0; i < WHO_TEXTS; i++)
		if (w->texts[i].known && w->texts[i].id == row.id &&
		    w->texts[i].raw == row.raw)
			return &w->texts[i];
	if (!quoted_get(&w->quoted, row.id, row.raw, &i))
		return &gone;
	add_text(w, row, i);
	return &w->texts[(w->text_next - 1) % WHO_TEXTS];
}
