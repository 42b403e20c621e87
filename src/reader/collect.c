/* Quotes that were collected, in order of date, and the file they are written
 * to.  Only places are kept: what is written is read then. */
#include "dateline/find/cite.h"
#include "dateline/text/letter.h"
#include "parts.h"

static size_t
star_from(const struct reader *r, struct place p)
{
	uint32_t at = archive_place(r->archive, p.id);
	size_t low = 0, high = r->star_n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		struct place s = r->stars[mid];
		uint32_t there = archive_place(r->archive, s.id);

		if (there < at || (there == at && s.raw < p.raw))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool
reader_has_star(const struct reader *r, struct place p)
{
	size_t i = star_from(r, p);

	return i < r->star_n && r->stars[i].id == p.id &&
	    r->stars[i].raw == p.raw;
}

void
star_add(struct reader *r, struct place p)
{
	size_t i = star_from(r, p);

	r->stars = xrealloc(r->stars, r->star_n + 1, sizeof(*r->stars));
	memmove(r->stars + i + 1, r->stars + i,
	    (r->star_n - i) * sizeof(*r->stars));
	r->stars[i] = p;
	r->star_n++;
}

void
star_drop(struct reader *r, struct place p)
{
	size_t i = star_from(r, p);

	r->star_n--;
	memmove(r->stars + i, r->stars + i + 1,
	    (r->star_n - i) * sizeof(*r->stars));
}

/* Adds a quote to the file; false when it cannot be read any more. */
static bool
save_one(struct reader *r, struct quoted *read, struct buf *b,
    enum cite_form form, struct place p)
{
	struct arena *scratch = arena_new();
	struct cite c;
	size_t i;
	bool done = quoted_get(read, p.id, p.raw, &i);

	if (done) {
		c = cite_make(scratch, r->archive, p.id, &read->article, i,
		    read->whose);
		cite_add(b, form, &c);
	}
	arena_free(scratch);
	return done;
}

/* How many quotes `s` would write: the collection; else what is listed; else
 * those of the open report. */
static size_t
count_to_save(const struct reader *r)
{
	if (r->star_n > 0)
		return r->star_n;
	if (r->sheet.kind == SHEET_WHO)
		return said_count(r->who->said);
	return r->open.is ? r->open.article.quote_n : 0;
}

/* The `i`th of them; false when it is a term and not listed. */
static bool
place_to_save(const struct reader *r, size_t i, struct place *p)
{
	const struct article *t = &r->open.article;

	if (r->star_n > 0) {
		*p = r->stars[i];
	} else if (r->sheet.kind == SHEET_WHO) {
		struct said_row row = said_row(r->who->said, i);

		*p = (struct place){ row.id, row.raw };
	} else {
		*p = (struct place){ r->open.id,
			plain_to_raw(&t->text, t->quotes[i].words.off) };
		return reader_lists(&t->quotes[i]);
	}
	return true;
}

static size_t
write_quotes(struct reader *r, enum cite_form form)
{
	struct quoted read = quoted_new(r->archive);
	struct buf b = { .in = r->out_in };
	size_t n = count_to_save(r), done = 0;
	struct place p;

	read.corrections = r->corrections;
	read.repeats = r->repeats ? repeats_scan_result(r->repeats) : NULL;
	read.no_plain_headings = r->no_plain_headings;
	cite_begin(&b, form);
	for (size_t i = 0; i < n; i++)
		if (place_to_save(r, i, &p))
			done += save_one(r, &read, &b, form, p);
	cite_end(&b, form);
	quoted_end(&read);
	r->out = buf_str(&b);
	return done;
}

enum errand
collection_save(struct reader *r, struct str name)
{
	enum cite_form form;
	size_t n;

	name = letter_trim(name);
	if (name.len == 0)
		return ERRAND_NONE;
	if (!cite_form_of(name, &form)) {
		message_set(r, "not saved: give a name that ends in .md, .csv, "
			       ".json or .txt");
		return ERRAND_NONE;
	}
	n = write_quotes(r, form);
	if (n == 0) {
		message_set(r, "no quote to save: * collects one");
		return ERRAND_NONE;
	}
	r->out_path = arena_str(r->out_in, name).ptr;
	message_set(r, "saved %zu quote%s: %.*s", n, n == 1 ? "" : "s",
	    (int)name.len, name.ptr);
	return ERRAND_SAVE;
}
