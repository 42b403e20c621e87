/* Any bytes through both gates.  To a screen nothing goes that a terminal obeys,
 * reorders by or draws in no column of its own; into a pipe nothing that it
 * obeys or reorders by, and no other letter is lost.  What came through a gate
 * passes it again unchanged.  Clusters move on and end where characters do. */
#include <locale.h>
#include <stdlib.h>
#include <unictype.h>
#include <wchar.h>

#include "dateline/text/escape.h"
#include "dateline/text/glyph.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool truth)
{
	if (!truth)
		abort();
}

static struct str
gated(struct arena *a, struct str text, enum gate gate)
{
	struct buf b = { .in = a };

	glyph_gate(&b, text, gate);
	return buf_str(&b);
}

static bool
is_obeyed(uint32_t cp)
{
	return (cp < 0x20 && cp != '\n' && cp != '\t') ||
	    (cp >= 0x7F && cp < 0xA0) ||
	    uc_is_property_bidi_control(cp);
}

static void
check_screen(struct str s)
{
	uint32_t cp;
	bool ok;

	for (size_t at = 0, n; (n = utf8_check(s, at, &cp, &ok)) > 0; at += n) {
		must(ok && !is_obeyed(cp) && !glyph_is_hidden(cp));
		must(cp == '\n' || cp == '\t' || wcwidth((wchar_t)cp) >= 0);
	}
}

static void
check_pipe(struct str s)
{
	uint32_t cp;
	bool ok;

	for (size_t at = 0, n; (n = utf8_check(s, at, &cp, &ok)) > 0; at += n)
		must(ok && !is_obeyed(cp));
}

/* What a pipe is given of the letters of `text`: all of them, in order. */
static void
check_kept(struct str text, struct str piped)
{
	size_t to = 0;
	uint32_t cp, kept;

	for (size_t at = 0, n; (n = utf8_next(text, at, &cp)) > 0; at += n) {
		if (is_obeyed(cp))
			continue;
		do {
			must(to < piped.len);
			to += utf8_next(piped, to, &kept);
		} while (kept != cp);
	}
}

static void
check_gates(struct arena *a, struct str text)
{
	struct str screen = gated(a, text, GATE_SCREEN);
	struct str piped = gated(a, text, GATE_PIPE);

	check_screen(screen);
	check_pipe(piped);
	check_kept(text, piped);
	must(str_eq(gated(a, screen, GATE_SCREEN), screen));
	must(str_eq(gated(a, piped, GATE_PIPE), piped));
}

/* A name is one line, and stays one. */
static void
check_line(struct arena *a, struct str text)
{
	struct buf once = { .in = a }, twice = { .in = a };
	uint32_t cp;

	for (size_t at = 0; at < text.len; at++) {
		size_t n = escape_length(text, at);

		must(n <= ESCAPE_MAX && n <= text.len - at);
	}
	glyph_line(&once, text);
	for (size_t at = 0; at < once.len;) {
		at += utf8_next(buf_str(&once), at, &cp);
		must(cp >= 0x20 && (cp < 0x7F || cp >= 0xA0));
		must(cp != 0x2028 && cp != 0x2029);
	}
	glyph_line(&twice, buf_str(&once));
	must(str_eq(buf_str(&once), buf_str(&twice)));
}

static void
check_names(struct str text)
{
	char room[16];
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(text, at, &cp)) > 0; at += n) {
		const char *name = glyph_hidden_name(cp, room);

		must(!name || strlen(name) < sizeof(room));
		must(name || (!glyph_is_hidden(cp) && !is_obeyed(cp)));
	}
}

/* `text` is well-formed. */
static void
check_clusters(struct str text)
{
	enum { MOST = 32 };

	for (size_t at = 0; at < text.len;) {
		size_t n = glyph_cluster(text, at), walked = 0, count = 0;
		uint32_t cp;

		for (; walked < n; count++)
			walked += utf8_next(text, at + walked, &cp);
		must(n > 0 && walked == n && count <= MOST);
		at += n;
	}
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

	check_gates(a, raw);
	check_names(raw);
	check_line(a, raw);
	check_clusters(gated(a, raw, GATE_PIPE));
	arena_free(a);
	return 0;
}
