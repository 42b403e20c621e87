/* How a file was split: its records counted by how they were recognised, and
 * every byte that is in none of them.
 *
 *	|BOM|   blank lines   | record | record |    not read    |
 *	0   3                 ^ off             ^ end of the last one
 *
 * Records never overlap and have no gaps between them, but what the file has
 * before the first one, or a byte order mark before a marker, is listed here. */
#include "dateline/report/explain.h"

#include <inttypes.h>

#include "dateline/text/glyph.h"
#include "dateline/text/letter.h"
#include "explain_line.h"

static const char *const how_words[] = {
	[HOW_MARKER] = "exact",
	[HOW_LOOSE] = "loose",
	[HOW_JOINED] = "joined",
	[HOW_FRONT_MATTER] = "by front matter",
	[HOW_NAME] = "by name",
	[HOW_FOLDER] = "by folder",
	[HOW_FIRST_LINE] = "by first line",
	[HOW_NONE] = "undated",
};

/* Whether a record goes on with the one before it, which is too long for one:
 * it has no marker of its own. */
static bool
is_continued(const struct record *r)
{
	return r->head == 0 && r->how <= HOW_JOINED;
}

static void
say_counts(struct buf *out, const struct archive *a, const uint32_t *ids,
    size_t n)
{
	uint32_t counts[COUNT(how_words)] = { 0 }, bad = 0;
	const char *comma = ": ";
	size_t i, all = 0;

	for (i = 0; i < n; i++) {
		const struct record *r = archive_record(a, ids[i]);

		if (is_continued(r))
			continue;
		counts[r->how]++;
		bad += r->bad_date;
		all++;
	}
	buf_addf(out, "\treports %zu", all);
	for (i = 0; i < COUNT(counts); i++) {
		if (counts[i] == 0)
			continue;
		buf_addf(out, "%s%" PRIu32 " %s", comma, counts[i],
		    how_words[i]);
		comma = ", ";
	}
	if (bad > 0)
		buf_addf(out, "; impossible dates: %" PRIu32, bad);
	buf_addc(out, '\n');
}

/* Bytes of a file in no record. */
struct gap {
	uint64_t from;
	uint64_t to;
};

static void
say_gap(struct buf *out, struct archive *a, uint32_t source, struct gap g,
    const char *what)
{
	if (g.from < g.to)
		buf_addf(out,
		    "\tin no report %" PRIu64 "..%" PRIu64 ": %s\n",
		    archive_origin(a, source, g.from),
		    archive_origin(a, source, g.to), what);
}

/* How many bytes of `s` are blanks and line ends from its start on. */
static size_t
blank_bytes(struct str s)
{
	size_t n = 0;

	while (n < s.len && (s.ptr[n] == ' ' || (s.ptr[n] >= '\t' &&
		s.ptr[n] <= '\r')))
		n++;
	return n;
}

/* Where the blank lines at the start of the gap end. */
static uint64_t
blank_until(struct archive *a, uint32_t source, struct gap g)
{
	char bytes[32 * 1024];
	struct err e = { "" };

	while (g.from < g.to) {
		uint64_t left = g.to - g.from;
		size_t len = left < sizeof(bytes) ? (size_t)left : sizeof(bytes);
		size_t got = archive_peek(a, source, g.from, bytes, len, &e);
		size_t n = got == SIZE_MAX
		    ? 0
		    : blank_bytes((struct str){ bytes, got });

		g.from += n;
		if (n < len)
			break;
	}
	return g.from;
}

static bool
is_bom_at(struct archive *a, uint32_t source, struct gap g)
{
	char bytes[3];
	struct err e = { "" };

	return g.to - g.from >= 3 &&
	    archive_peek(a, source, g.from, bytes, 3, &e) == 3 &&
	    memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
}

/* What stands in the gap, piece after piece. */
static void
explain_gap(struct buf *out, struct archive *a, uint32_t source, struct gap g)
{
	while (g.from < g.to) {
		struct gap piece = { g.from, blank_until(a, source, g) };
		const char *what = "blank lines";

		if (piece.to == g.from && is_bom_at(a, source, g)) {
			piece.to = g.from + 3;
			what = "byte order mark";
		} else if (piece.to == g.from) {
			piece.to = g.to;
			what = "not read";
		}
		say_gap(out, a, source, piece, what);
		g.from = piece.to;
	}
}

void
explain_file(struct buf *out, struct archive *a, uint32_t source,
    const uint32_t *ids, size_t n)
{
	uint64_t size = archive_size(a, source), at = 0;
	size_t i;

	buf_add(out, STR("file "));
	glyph_line(out, str_c(archive_path(a, source)));
	buf_addf(out, ", %" PRIu64 " bytes", archive_origin(a, source, size));
	if (archive_encoding(a, source))
		buf_addf(out, ", decoded from %s",
		    archive_encoding(a, source));
	buf_addc(out, '\n');
	say_counts(out, a, ids, n);
	for (i = 0; i < n; i++) {
		const struct record *r = archive_record(a, ids[i]);

		explain_gap(out, a, source, (struct gap){ at, r->off });
		at = r->off + r->len;
	}
	explain_gap(out, a, source, (struct gap){ at, size });
}
