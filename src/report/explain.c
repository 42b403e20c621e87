/* Say what was understood and by which rule, one fact per line: a debugger, a
 * specification and the form in which the golden tests are kept. */
#include "dateline/report/explain.h"

#include <inttypes.h>

#include "dateline/text/glyph.h"
#include "explain_line.h"
#include "dateline/text/letter.h"

enum { WORDS_MAX = 60 }; /* characters shown of a long text */

/* What is being said, about what. */
struct say {
	struct buf *out;
	const struct article *t;
	struct archive *archive;
	const struct record *r;
};

void
explain_line(struct buf *out, struct str s)
{
	char *p = arena_array(out->in, char, s.len + 1);
	size_t i;

	for (i = 0; i < s.len; i++)
		p[i] = s.ptr[i] == '\n' || s.ptr[i] == '\t' ? ' ' : s.ptr[i];
	glyph_gate(out, (struct str){ p, s.len }, GATE_PIPE);
}

/* “The first words …” of `at`. */
static void
say_words(const struct say *s, struct span at)
{
	struct str all = str_of(s->t->text.text, at);
	size_t end = 0, chars, n = 1;
	uint32_t cp;

	for (chars = 0; chars < WORDS_MAX && n > 0; chars++)
		end += n = utf8_next(all, end, &cp);
	buf_add(s->out, STR("“"));
	explain_line(s->out, str_head(all, end));
	if (end < all.len)
		buf_add(s->out, STR("…"));
	buf_add(s->out, STR("”"));
}

/* The byte of the record, as it lies in the file, that is `raw` in its text:
 * another one only if the file was decoded. */
static uint64_t
file_byte(const struct say *s, uint32_t raw)
{
	const struct record *r = s->r;
	uint64_t start = archive_origin(s->archive, r->source, r->off);

	return archive_origin(s->archive, r->source, r->off + raw) - start;
}

static void
say_range(const struct say *s, struct span at)
{
	struct span raw = plain_span_to_raw(&s->t->text, at);

	buf_addf(s->out, "%" PRIu64 "..%" PRIu64, file_byte(s, raw.off),
	    file_byte(s, span_end(raw)));
}

/* "title 17..39 “…” by R6.1", nothing when there is none. */
static void
say_fact(
    const struct say *s, const char *name, struct span at, const char *rule)
{
	if (at.len == 0)
		return;
	buf_addf(s->out, "%s ", name);
	say_range(s, at);
	buf_addc(s->out, ' ');
	say_words(s, at);
	if (rule)
		buf_addf(s->out, " by %s", rule);
	buf_addc(s->out, '\n');
}

static const char *
how_words(uint8_t how)
{
	static const char *const words[] = {
		[HOW_MARKER] = "marker (R1)",
		[HOW_LOOSE] = "loose marker (R1)",
		[HOW_JOINED] = "joined marker (R2)",
		[HOW_FRONT_MATTER] = "front matter (R4)",
		[HOW_NAME] = "file name (R4)",
		[HOW_FOLDER] = "folder (R4)",
		[HOW_FIRST_LINE] = "first line (R4)",
	};

	return how < COUNT(words) ? words[how] : "nothing (R4)";
}

/* "date 2023-03-20 6..16 by marker (R1)": where it is written, if it stands in
 * the record. */
static void
say_date(const struct say *s)
{
	const struct record *r = s->r;
	struct span at = s->t->head.date;
	struct str written = str_of(s->t->text.text, at);
	char day[DATE_TEXT];

	if (r->date != DATE_NONE) {
		date_print(day, r->date);
		written = str_c(day);
	}
	if (written.len == 0)
		written = STR("none");
	buf_add(s->out, STR("date "));
	explain_line(s->out, written);
	if (at.len > 0) {
		buf_addc(s->out, ' ');
		say_range(s, at);
	}
	buf_addf(s->out, " by %s\n", how_words(r->how));
}

static void
say_head(const struct say *s)
{
	const struct head *h = &s->t->head;

	say_fact(s, "front matter", h->front, "R4");
	say_fact(s, "title", h->title, h->title_rule);
	if (h->title.len == 0 && h->title_rule[0])
		buf_addf(s->out, "title none by %s\n", h->title_rule);
	say_fact(s, "source", h->source, head_source_rule(h));
	say_fact(s, "dateline", h->dateline, h->dateline_rule);
	say_fact(s, "lead", h->lead, h->dateline.len ? "R7" : "R6");
}

static void
say_block(const struct say *s, const struct block *b)
{
	static const char *const lines[] = {
		[LINES_KEPT] = "",
		[LINES_FLOW] = "R12 wrapped ",
		[LINES_LIST] = "R13 list ",
		[LINES_TABLE] = "R14 table ",
	};

	buf_addf(s->out, "%c ", block_letter(b->kind));
	if (b->rule[0])
		buf_addf(s->out, "%s ", b->rule);
	buf_addf(s->out, "%s", lines[b->lines]);
	if (b->kind == BLOCK_PROMO)
		buf_addf(s->out, b->is_boilerplate ? "in %" PRIu32 " reports "
						    : "%" PRIu32 " times ",
		    b->twins);
	say_range(s, b->at);
	buf_addc(s->out, ' ');
	say_words(s, b->at);
	buf_addc(s->out, '\n');
	if (b->kind == BLOCK_POST)
		say_fact(s, "\tauthor", b->author, b->rule);
}

static const char *const quote_kinds[] = {
	[QUOTE_SPEECH] = "speech",
	[QUOTE_POST] = "post",
	[QUOTE_TERM] = "term",
};

static const char *const quote_hows[] = {
	[QUOTE_NAMED] = "named",
	[QUOTE_INFERRED] = "inferred",
	[QUOTE_CARRIED] = "carried",
	[QUOTE_NONE] = "nobody",
};

/* ", cue “said”". */
static void
say_evidence(const struct say *s, const char *name, struct span at)
{
	if (at.len == 0)
		return;
	buf_addf(s->out, ", %s ", name);
	say_words(s, at);
}

static void
say_quote(const struct say *s, const struct quote *q)
{
	buf_add(s->out, STR("quote "));
	say_range(s, q->words);
	buf_addf(s->out, " %s%s%s%s group %" PRIu32 " ", quote_kinds[q->kind],
	    q->in_heading ? " in heading" : "", q->rule[0] ? " " : "", q->rule,
	    q->group);
	say_words(s, q->words);
	buf_add(s->out, STR("\n\tspeaker "));
	if (q->speaker.len > 0) {
		say_words(s, q->speaker);
		buf_addc(s->out, ' ');
	}
	buf_addf(s->out, "%s", quote_hows[q->how]);
	say_evidence(s, "mention", q->mention);
	say_evidence(s, "cue", q->cue);
	buf_addc(s->out, '\n');
}

/* "warning invalid UTF-8 (R0): 2, first at byte 230". */
static void
say_count(const struct say *s, uint32_t n, const char *what, uint32_t first)
{
	if (n > 0)
		buf_addf(s->out,
		    "warning %s: %" PRIu32 ", first at byte %" PRIu64 "\n",
		    what, n, file_byte(s, first));
}

/* What is odd in the marker. */
static void
say_mark_warnings(const struct say *s)
{
	const struct record *r = s->r;
	uint64_t at =
	    file_byte(s, plain_to_raw(&s->t->text, s->t->head.date.off));

	if (r->how == HOW_LOOSE)
		buf_add(s->out, STR("warning loose marker at byte 0 (R1)\n"));
	if (r->how == HOW_JOINED)
		buf_add(s->out,
		    STR("warning joined in mid-line at byte 0 (R2)\n"));
	if (r->bad_date)
		buf_addf(s->out,
		    "warning impossible date at byte %" PRIu64 " (R3)\n", at);
	if (date_is_implausible(r->date, date_today()))
		buf_addf(s->out,
		    "warning implausible date at byte %" PRIu64 " (R3)\n", at);
}

void
explain_record(struct buf *out, const struct article *t,
    struct archive *archive, uint32_t id)
{
	const struct record *r = archive_record(archive, id);
	struct say s = { out, t, archive, r };
	const struct plain *p = &t->text;
	uint64_t off = archive_origin(archive, r->source, r->off);
	size_t i;

	if (p->raw_off > 0)
		buf_addf(out, "part %" PRIu64 "..%" PRIu64 " of ",
		    file_byte(&s, p->raw_off),
		    file_byte(&s, p->raw_off + p->raw_len));
	buf_addf(out, "record %" PRIu64 "+%" PRIu64 " of ", off,
	    file_byte(&s, r->len));
	glyph_line(out, str_c(archive_path(archive, r->source)));
	buf_addc(out, '\n');
	if (p->raw_off == 0) {
		say_date(&s);
		say_head(&s);
	}
	for (i = 0; i < t->block_n; i++)
		say_block(&s, &t->blocks[i]);
	for (i = 0; i < t->quote_n; i++)
		say_quote(&s, &t->quotes[i]);
	if (p->raw_off == 0)
		say_mark_warnings(&s);
	say_count(&s, p->bad, "invalid UTF-8 (R0)", p->bad_first);
	say_count(&s, p->controls, "control characters", p->controls_first);
	say_count(&s, p->hidden, "hidden characters", p->hidden_first);
}
