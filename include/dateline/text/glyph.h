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

/* The next glyph of any bytes at `off`.  Returns the bytes taken, with all the
 * marks and hidden characters that follow (but a control, a line end or a
 * hidden character is taken alone): 0 only at the end.
 *
 *	C0, DEL                         their pictures: ␛ ␀ ␡
 *	C1, undecodable, unassigned     U+FFFD
 *	tab, line end (CRLF is one)     one space
 *	hidden, with nothing before it  nothing (cols 0)
 *	mark, with nothing before it    on a space
 *	fifth mark and on, skin tone    nothing, after a character
 *	L + V + T                       the Hangul syllable
 *	regional indicator              its ASCII letter: a flag is two glyphs
 *
 * Where the locale has nothing but ASCII, one of its letters stands for each
 * character ("é" is e, "—" is -), without marks, and "?" for what is like none.
 * Text that is cut and drawn in parts should be cut where a glyph ends. */
size_t glyph_next(struct str text, size_t off, struct glyph *out);

/* The same without drawing it: the bytes taken, and its columns in `*cols`. */
size_t glyph_measure(struct str text, size_t off, int *cols);

/* Columns of a whole text; INT_MAX when there are more. */
int glyph_columns(struct str text);

/* How many bytes of `text` fit in `cols` columns: whole glyphs, marks and
 * hidden characters kept with the one before them. */
size_t glyph_fit(struct str text, int cols);

/* The bytes of one user-perceived character at `off` (UAX #29 extended grapheme
 * cluster, at most 32 code points); 0 only at the end.  `text` must be
 * well-formed UTF-8. */
size_t glyph_cluster(struct str text, size_t off);

/* Whether a character is never drawn: bidi controls, joiners, SHY, BOM,
 * variation selectors, tags and the other format characters (Cf). */
bool glyph_is_hidden(uint32_t cp);

/* The name of a hidden character ("RLO", "ZWJ", "VS16", "TAG e", "U+0600"), or
 * of a control but tab and '\n' ("ESC", "U+009B"), for a view that shows what
 * is really there; NULL for any other.  Borrowed from `name`. */
const char *glyph_hidden_name(uint32_t cp, char name[16]);

/* Text on its way out.  GATE_SCREEN gives drawn form only; GATE_PIPE keeps
 * letters, joiners and selectors as they are, but still shows controls as
 * pictures, C1 and undecodable bytes as U+FFFD and bidi controls by name
 * (‹RLO›).  '\n' and '\t' are kept. */
enum gate { GATE_SCREEN, GATE_PIPE };
void glyph_gate(struct buf *out, struct str text, enum gate gate);

/* The name of a file, or a sentence with one in it, as one line: an escape
 * sequence is one ␛ (text/escape.h), and a line end or a tab has its picture,
 * too.  What comes out has the gate still before it. */
void glyph_line(struct buf *out, struct str text);

#endif
