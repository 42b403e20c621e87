/* What a list of quotes keeps is where each lies; what it shows is read when it
 * comes into view. */
#include "dateline/find/quoted.h"

struct quoted
quoted_new(struct archive *archive)
{
	return (struct quoted){ .archive = archive, .in = arena_new() };
}

void
quoted_end(struct quoted *q)
{
	arena_free(q->in);
	*q = (struct quoted){ 0 };
}

static bool
read_report(struct quoted *q, uint32_t id, uint32_t part)
{
	const struct record *rec = archive_record(q->archive, id);
	const char *path = archive_path(q->archive, rec->source);
	struct err e = { "" };
	struct str raw;

	q->is = false;
	arena_reset(q->in);
	if (part >= rec->len ||
	    !archive_read(q->archive, id, part, ARTICLE_PART, q->in, &raw, &e))
		return false;
	q->article = article_read_as(q->in, raw, part, part ? 0 : rec->head,
	    &(struct article_how){
		.form = PLAIN_READABLE,
		.depth = ARTICLE_QUOTES,
		.no_plain_headings = q->no_plain_headings,
		.repeats = q->repeats,
		.path = path,
	    });
	q->whose = whose_read(
	    q->in, q->corrections, &q->article, rec->date, path);
	q->id = id;
	q->part = part;
	q->version = corrections_version(q->corrections);
	return q->is = true;
}

bool
quoted_get(struct quoted *q, uint32_t id, uint32_t raw, size_t *i)
{
	uint32_t part = raw / ARTICLE_PART * ARTICLE_PART;
	const struct article *t = &q->article;
	size_t low = 0, high;

	if ((!q->is || q->id != id || q->part != part ||
		q->version != corrections_version(q->corrections)) &&
	    !read_report(q, id, part))
		return false;
	for (high = t->quote_n; low < high;) {
		size_t mid = low + (high - low) / 2;

		if (plain_to_raw(&t->text, t->quotes[mid].words.off) < raw)
			low = mid + 1;
		else
			high = mid;
	}
	*i = low;
	return low < t->quote_n &&
	    plain_to_raw(&t->text, t->quotes[low].words.off) == raw;
}
