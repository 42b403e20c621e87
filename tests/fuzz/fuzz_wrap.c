/* Any bytes, made well-formed as text/plain does, wrapped at a width taken from
 * the first of them: nothing but white space may be lost, no line may be wider
 * than asked unless it is one character, and nothing that a terminal obeys may
 * be drawn. */
#include <locale.h>
#include <stdlib.h>
#include <unictype.h>
#include <wchar.h>

#include "dateline/base/buf.h"
#include "dateline/text/glyph.h"
#include "dateline/text/letter.h"
#include "dateline/text/wrap.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool truth)
{
	if (!truth)
		abort();
}

static struct str
well_formed(struct arena *a, struct str raw)
{
	struct buf b = { .in = a };
	uint32_t cp;

	for (size_t at = 0; at < raw.len;) {
		char bytes[UTF8_MAX];

		at += utf8_next(raw, at, &cp);
		buf_add(&b, (struct str){ bytes, utf8_put(bytes, cp) });
	}
	return buf_str(&b);
}

static void
check_glyphs(struct str s)
{
	struct glyph g;
	size_t n;
	uint32_t cp;
	int sum = 0;

	for (size_t at = 0; at < s.len; at += n) {
		struct str drawn = { g.bytes, 0 };
		int cols = 0;

		n = glyph_next(s, at, &g);
		must(n > 0 && g.len <= GLYPH_MAX);
		drawn.len = g.len;
		for (size_t i = 0; i < drawn.len;) {
			i += utf8_next(drawn, i, &cp);
			must(wcwidth((wchar_t)cp) >= 0);
			must(!uc_is_general_category_withtable(cp,
			    UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf));
			cols += wcwidth((wchar_t)cp);
		}
		must(cols == g.cols);
		sum += cols;
	}
	must(sum == glyph_columns(s));
	must(glyph_fit(s, sum) == s.len);
}

static void
check_width(struct str line, int cols)
{
	size_t at = glyph_fit(line, 0), one = at + glyph_cluster(line, at);
	int c;

	if (glyph_columns(line) <= cols)
		return;
	while (at < one)
		at += glyph_measure(line, at, &c);
	must(glyph_columns(str_skip(line, at)) == 0);
}

static void
check_lost(struct str text, size_t from, size_t to)
{
	must(from <= to);
	must(letter_trim(str_head(str_skip(text, from), to - from)).len == 0);
}

static void
check_lines(struct arena *a, struct str text, int cols)
{
	struct span *lines;
	size_t n = wrap_lines(a, text, span_of(0, text.len), cols, &lines);
	size_t at = 0;

	must(n > 0);
	for (size_t i = 0; i < n; i++) {
		struct str line = str_of(text, lines[i]);

		check_lost(text, at, lines[i].off);
		check_glyphs(line);
		check_width(line, cols);
		at = span_end(lines[i]);
	}
	check_lost(text, at, text.len);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	must(setlocale(LC_ALL, "C.UTF-8") != NULL);
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str raw = { (const char *)data, size };
	struct arena *a = arena_new();

	check_glyphs(raw);
	if (size > 0)
		check_lines(
		    a, well_formed(a, str_skip(raw, 1)), data[0] % 100 + 1);
	arena_free(a);
	return 0;
}
