#ifndef DATELINE_TEXT_GLYPH_H
#define DATELINE_TEXT_GLYPH_H

#include "dateline/base/buf.h"
#include "dateline/text/utf8.h"

/* The gate: what the terminal is given for a character, and its columns.
 * Nothing from a file, a file name or a prompt reaches a screen but through
 * here (rules 1–8 of dateline-archive(5), LETTERS).  Width is wcwidth() of the
 * running C library and nothing else, so the locale must be set first. */

#define GLYPH_MAX 20

/* One spacing character in NFC with at most four marks, ready for one cell. */
struct glyph {
	char bytes[GLYPH_MAX];
	uint8_t len;
	uint8_t cols; /* 1 or 2; 0 when nothing is to be drawn */
};

/* The next glyph of any bytes at `off`.  Returns the bytes taken: 0 only at the
 * end.  C0 and DEL come as pictures (␛), C1, undecodable and unassigned ones as
 * U+FFFD; bidi controls, joiners, variation selectors, tags and other format
 * characters as nothing (cols 0); a tab or line end as one space. */
size_t glyph_next(struct str text, size_t off, struct glyph *out);

/* Columns of a whole text. */
int glyph_columns(struct str text);

/* How many bytes of `text` fit in `cols` columns: whole characters, marks and
 * hidden characters kept with the one before them. */
size_t glyph_fit(struct str text, int cols);

/* The bytes of one user-perceived character at `off` (UAX #29 extended grapheme
 * cluster, at most 32 code points); 0 only at the end.  `text` must be
 * well-formed UTF-8. */
size_t glyph_cluster(struct str text, size_t off);

/* A character that is never drawn: its name ("RLO", "ZWJ", "U+2066"), or NULL
 * when it is drawn.  Borrowed from `name`. */
const char *glyph_hidden_name(uint32_t cp, char name[16]);

/* Text on its way out.  GATE_SCREEN gives drawn form only; GATE_PIPE keeps
 * letters, joiners and selectors, but still shows controls as pictures, C1 as
 * U+FFFD and bidi controls by name (‹RLO›).  '\n' and '\t' are kept. */
enum gate { GATE_SCREEN, GATE_PIPE };
void glyph_gate(struct buf *out, struct str text, enum gate gate);

#endif
