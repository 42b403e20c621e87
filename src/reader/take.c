/* What a person does with quotes: asks who says what, corrects, copies and
 * collects.  The quote at hand is the selected row of a list, or the current
 * one of the open report.  What leaves the reader stands in `out`, and an
 * errand says where it goes. */
#include "dateline/find/cite.h"
#include "dateline/find/name.h"
#include "dateline/text/letter.h"
#include "dateline/text/line.h"
#include "parts.h"
#include "sheet_parts.h"

/* A quote, wherever it was read from. */
struct at_hand {
	struct place place;
	const struct article *article;
	const struct whose *whose;
	size_t i;
};

static bool
in_list(struct reader *r, struct at_hand *q)
{
	struct who *w = r->who;
	struct said_row row;

	if (r->sheet.now >= said_count(w->said))
		return false;
	row = said_row(w->said, r->sheet.now);
	q->place = (struct place){ row.id, row.raw };
	q->article = &w->quoted.article;
	if (!quoted_get(&w->quoted, row.id, row.raw, &q->i))
		return false;
	q->whose = w->quoted.whose;
	return true;
}

static bool
at_hand(struct reader *r, struct at_hand *q)
{
	const struct article *t = &r->open.article;

	if (r->sheet.kind == SHEET_WHO)
		return in_list(r, q);
	if (r->sheet.kind != SHEET_NONE || !r->open.is ||
	    r->open.quote >= t->quote_n)
		return false;
	q->article = t;
	q->whose = r->open.whose;
	q->i = r->open.quote;
	q->place = (struct place){ r->open.id,
		plain_to_raw(&t->text, t->quotes[q->i].words.off) };
	return true;
}

static struct str
words_at(const struct reader *r, const struct at_hand *q)
{
	return line_of(r->out_in, str_of(q->article->text.text,
				      q->article->quotes[q->i].words));
}

void
quote_select(struct reader *r, uint32_t raw)
{
	const struct article *t = &r->open.article;

	for (size_t i = 0; i < t->quote_n; i++)
		if (plain_to_raw(&t->text, t->quotes[i].words.off) == raw &&
		    reader_lists(&t->quotes[i])) {
			r->open.quote = i;
			quote_show(r);
			r->open.quote = i;
		}
}

void
whose_again(struct reader *r)
{
	const struct record *rec;

	if (!r->open.is)
		return;
	rec = archive_record(r->archive, r->open.id);
	r->open.whose = whose_read(r->article_in, r->corrections,
	    &r->open.article, rec->date,
	    archive_path(r->archive, rec->source));
}

void
who_begin(struct reader *r)
{
	struct err e = { "" };

	if (!r->who) {
		r->who = who_new(r->archive);
		r->who->corrections = r->corrections;
	}
	if (r->who->words[0] != '\0')
		who_set_words(r->who, STR(""), &e);
	who_set_dates(r->who, r->scope.dates);
	list_follow(r);
}

/* w: what the speaker of the quote at hand said; without one, all speakers. */
static void
ask_who(struct reader *r)
{
	struct at_hand q;

	who_begin(r);
	if (!at_hand(r, &q) || q.whose[q.i].name.len == 0) {
		who_show_all(r);
		return;
	}
	r->who->chosen = true;
	r->who->id = q.place.id;
	r->who->raw = q.place.raw;
	who_show(r, q.whose[q.i].name, q.place.id);
}

static void
narrow_words(struct reader *r, struct str words)
{
	struct err e = { "" };

	if (who_set_words(r->who, letter_trim(words), &e))
		sheet_narrowed(r);
	else
		message_set(r, "%s", e.text);
}

static void
narrow_dates(struct reader *r, struct str words)
{
	struct date_range range = DATE_ALL;
	const char *why = "";

	words = letter_trim(words);
	if (words.len > 0 &&
	    !date_range_guess(words, date_today(), &range, &why)) {
		message_set(r, "%s", why);
		return;
	}
	who_set_dates(r->who, range);
	sheet_narrowed(r);
}

static void
narrow(struct reader *r, enum command c, struct str words)
{
	if (r->sheet.kind != SHEET_WHO && r->sheet.kind != SHEET_SPEAKERS)
		message_set(r, "this narrows a list of quotes: w shows one");
	else if (c == CMD_SAID_WITH)
		narrow_words(r, words);
	else
		narrow_dates(r, words);
}

/* After a correction all that is shown follows it. */
static enum errand
corrected(struct reader *r, const char *said)
{
	whose_again(r);
	if (r->who && r->sheet.kind != SHEET_NONE)
		sheet_narrowed(r);
	message_set(r, "%s", said);
	return ERRAND_CORRECTIONS;
}

void
same_suggest(struct reader *r)
{
	struct buf b = { .in = r->out_in };
	struct at_hand q;

	if (!at_hand(r, &q) || q.whose[q.i].name.len == 0)
		return;
	buf_add(&b, name_without_mark(q.whose[q.i].name));
	buf_add(&b, STR(" = "));
	if (b.len < PROMPT_MAX / 2)
		prompt_set(&r->prompt, buf_str(&b));
}

static enum errand
correct_same(struct reader *r, struct str words)
{
	struct err e = { "" };

	if (!r->corrections)
		message_set(r, "corrections are left out: --no-corrections");
	else if (!corrections_same(r->corrections, words, &e))
		message_set(r, "%s", e.text);
	else
		return corrected(r, "taken down: your word comes first");
	return ERRAND_NONE;
}

static enum errand
correct_speaker(struct reader *r, struct str name)
{
	struct err e = { "" };
	const struct record *rec;
	struct quote_mark mark;
	struct at_hand q;

	if (!r->corrections) {
		message_set(r, "corrections are left out: --no-corrections");
		return ERRAND_NONE;
	}
	if (!at_hand(r, &q)) {
		message_set(r, "no quote here: ) goes to the next one");
		return ERRAND_NONE;
	}
	rec = archive_record(r->archive, q.place.id);
	mark = whose_mark(r->out_in, q.article, q.i, rec->date,
	    archive_path(r->archive, rec->source));
	if (!corrections_speaker(r->corrections, &mark, name, &e)) {
		message_set(r, "%s", e.text);
		return ERRAND_NONE;
	}
	return corrected(r, "taken down: this quote is theirs");
}

/* The paragraph that begins at the top of the screen, or goes on there. */
static struct str
paragraph(const struct reader *r)
{
	const struct article *t = &r->open.article;

	if (t->block_n == 0)
		return STR("");
	return line_of(r->out_in, str_of(t->text.text,
	    t->blocks[article_block(t, page_offset(&r->open.page,
		r->open.top))].at));
}

static enum errand
copy(struct reader *r, struct str text)
{
	if (text.len == 0) {
		message_set(r, "nothing here to copy");
		return ERRAND_NONE;
	}
	r->out = text;
	message_set(r, "copied: %.*s", (int)str_head(text, 200).len, text.ptr);
	return ERRAND_COPY;
}

static enum errand
copy_words(struct reader *r)
{
	struct at_hand q;

	if (at_hand(r, &q))
		return copy(r, words_at(r, &q));
	if (r->sheet.kind != SHEET_NONE || !r->open.is)
		return copy(r, STR(""));
	return copy(r, paragraph(r));
}

static enum errand
copy_citation(struct reader *r)
{
	struct buf b = { .in = r->out_in };
	struct at_hand q;
	struct cite c;

	if (!at_hand(r, &q)) {
		message_set(r, "no quote here: ) goes to the next one");
		return ERRAND_NONE;
	}
	c = cite_make(r->out_in, r->archive, q.place.id, q.article, q.i,
	    q.whose);
	cite_add(&b, CITE_TEXT, &c);
	return copy(r, letter_trim(buf_str(&b)));
}

static void
toggle_star(struct reader *r)
{
	struct at_hand q;

	if (!at_hand(r, &q)) {
		message_set(r, "no quote here: ) goes to the next one");
		return;
	}
	if (!reader_has_star(r, q.place)) {
		star_add(r, q.place);
		message_set(r, "collected, %zu in all: s saves them",
		    r->star_n);
		return;
	}
	star_drop(r, q.place);
	message_set(r, "no longer collected; %zu left", r->star_n);
}

bool
quotes_do(struct reader *r, enum command c, struct str words, enum errand *e)
{
	arena_reset(r->out_in);
	*e = ERRAND_NONE;
	switch (c) {
	case CMD_WHO: ask_who(r); break;
	case CMD_SAID_WITH:
	case CMD_SAID_IN: narrow(r, c, words); break;
	case CMD_SAME: *e = correct_same(r, words); break;
	case CMD_SPEAKER: *e = correct_speaker(r, words); break;
	case CMD_COPY: *e = copy_words(r); break;
	case CMD_CITE: *e = copy_citation(r); break;
	case CMD_STAR: toggle_star(r); break;
	case CMD_SAVE: *e = collection_save(r, words); break;
	default: return false;
	}
	return true;
}
