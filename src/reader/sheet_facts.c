/* Sheets that say what was understood: of the open report and its file, which
 * is what --explain prints, and what is odd in the whole archive. */
#include <inttypes.h>

#include "dateline/report/explain.h"
#include "dateline/text/glyph.h"
#include "parts.h"
#include "sheet_parts.h"

/* The ids of all records of a file, as they lie.  Records of a file have their
 * ids in that order. */
static size_t
records_of(struct reader *r, uint32_t source, const uint32_t **ids)
{
	uint32_t n = archive_count(r->archive), id;
	uint32_t *found = NULL;
	size_t found_n = 0, cap = 0;

	for (id = 0; id < n; id++)
		if (archive_record(r->archive, id)->source == source)
			*arena_push(r->sheet_in, uint32_t, found, found_n,
			    cap) = id;
	*ids = found;
	return found_n;
}

/* A line that begins with a tab goes with the one above it. */
static void
add_lines(struct reader *r, struct str s)
{
	while (s.len > 0) {
		const char *nl = memchr(s.ptr, '\n', s.len);
		size_t n = nl ? (size_t)(nl - s.ptr) : s.len;
		bool tab = s.ptr[0] == '\t';

		sheet_add_text(r, (struct sheet_row){
			.text = str_skip(str_head(s, n), tab),
			.indent = tab ? 6 : 2,
			.paint = PAINT_TEXT });
		s = str_skip(s, n + 1);
	}
}

void
sheet_make_where(struct reader *r)
{
	const struct record *rec = archive_record(r->archive, r->open.id);
	uint32_t raw = place_here(r).raw;
	struct buf b = { .in = r->sheet_in };
	const uint32_t *ids;
	size_t n = records_of(r, rec->source, &ids);

	r->sheet.title = "Where this is, and how it was read";
	buf_addf(&b, "line %" PRIu64 ", byte %" PRIu64 " of the file\n",
	    archive_line(r->archive, r->open.id, raw),
	    archive_origin(r->archive, rec->source, rec->off + raw));
	explain_file(&b, r->archive, rec->source, ids, n);
	buf_addc(&b, '\n');
	explain_record(&b, &r->open.article, r->archive, r->open.id);
	add_lines(r, buf_str(&b));
}

/* "2 times, first at byte 49 of north.txt". */
static void
add_warning(struct reader *r, const struct warning *w)
{
	const struct record *rec = archive_record(r->archive, w->id);
	struct buf b = { .in = r->sheet_in };

	glyph_line(&b, str_c(archive_path(r->archive, rec->source)));
	buf_addf(&b, ", byte %" PRIu64,
	    archive_origin(r->archive, rec->source, rec->off + w->raw));
	if (w->times > 1)
		buf_addf(&b, ", %" PRIu32 " times", w->times);
	sheet_add(r, (struct sheet_row){
		.left = list_day(r->sheet_in, rec->date),
		.text = buf_str(&b),
		.indent = 14,
		.paint = PAINT_TEXT,
		.leads = true,
		.id = w->id,
		.raw = w->raw });
}

/* "3 reports: a loose marker (R1)", and where. */
static void
add_warnings(struct reader *r, enum warning_kind kind)
{
	const struct warnings *w = r->warnings;
	uint32_t found = w->found[kind];
	struct buf b = { .in = r->sheet_in };

	if (found == 0)
		return;
	if (r->sheet.n > 0)
		sheet_add(r, (struct sheet_row){ .text = STR("") });
	buf_addf(&b, "%" PRIu32 " %s: %s", found,
	    found == 1 ? "report" : "reports", warning_name(kind));
	sheet_add_text(r, (struct sheet_row){
		.text = buf_str(&b), .indent = 1, .paint = PAINT_MONTH });
	for (size_t i = 0; i < w->kept_n[kind]; i++)
		add_warning(r, &w->kept[kind][i]);
	if (found > w->kept_n[kind])
		sheet_add(r, (struct sheet_row){
			.text = STR("… and more"), .indent = 14 });
}

static void
add_file_problems(struct reader *r)
{
	uint32_t n = archive_problem_count(r->archive);

	for (uint32_t i = 0; i < n; i++) {
		struct buf b = { .in = r->sheet_in };

		glyph_line(&b, str_c(archive_problem(r->archive, i)));
		sheet_add_text(r, (struct sheet_row){ .indent = 2,
			.text = buf_str(&b) });
	}
}

void
sheet_make_problems(struct reader *r)
{
	bool more = r->warnings->next < archive_count(r->archive);

	r->sheet.title = "Problems";
	add_file_problems(r);
	for (enum warning_kind k = 0; k < WARNING_COUNT; k++)
		add_warnings(r, k);
	if (r->sheet.n == 0 && !more)
		sheet_add(r, (struct sheet_row){ .indent = 2,
			.text = STR("Everything could be read.") });
	if (more)
		sheet_add(r, (struct sheet_row){ .indent = 2,
			.text = STR("reading on …"), .paint = PAINT_FAINT });
}

bool
sheet_step_problems(struct reader *r, size_t bytes)
{
	if (!r->warnings)
		r->warnings = warnings_new(r->archive);
	if (r->warnings->next == archive_count(r->archive))
		return false;
	return warnings_step(r->warnings, bytes);
}
