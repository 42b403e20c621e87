#ifndef DATELINE_TEXT_PLAIN_H
#define DATELINE_TEXT_PLAIN_H

#include "dateline/base/arena.h"
#include "dateline/text/unstyle.h"

/* A readable text and the bridge from its bytes to the file's bytes and back.
 *
 * Two coordinates: *raw*, bytes from the start of the record, and *plain*,
 * bytes of `text`.  They run in step but for a sorted list of edits:
 *
 *	raw    𝗛𝗶,␍␊bye          edits   plain 0 raw 0    𝗛 -> H
 *	plain  Hi,␊bye                    plain 1 raw 4    𝗶 -> i
 *	                                  plain 2 raw 8    in step again
 *
 * From an edit to the next one the two run in step if both move by the same
 * number of bytes; else what lies between them is one atom, and any byte in it
 * answers with its start. */
struct edit {
	uint32_t plain;
	uint32_t raw;
};

/* Letters of the plain text that keep something of a dress they wore, in order,
 * none overlapping, neighbours of one style together. */
struct style_run {
	struct span at; /* plain */
	unsigned style; /* enum style */
};

struct plain {
	/* Well-formed UTF-8.  Every line end is one '\n'; what was ill-formed
	 * is U+FFFD; controls are still in it and must pass text/glyph.h
	 * before a terminal sees them. */
	struct str text;
	uint32_t raw_off; /* the raw offset of its first byte */
	uint32_t raw_len;
	struct edit *edits;
	size_t edit_n;
	struct style_run *runs;
	size_t run_n;
	uint32_t bad;	    /* ill-formed sequences … */
	uint32_t bad_first; /* … and the raw offset of the first */
	uint32_t controls;  /* C0, DEL, C1 but tab, line ends and the colours
			     * of a terminal (ESC [ … m); an escape sequence
			     * with all that is in it is one */
	uint32_t controls_first;
	uint32_t hidden; /* characters that are never drawn */
	uint32_t hidden_first;
};

enum plain_form {
	PLAIN_LETTERS, /* letters as they are, and nothing named */
	PLAIN_READABLE, /* dressed letters plain (rules U1–U6), NFC in them;
			 * an escape sequence is one ␛ (text/escape.h) */
	PLAIN_ORIGINAL, /* letters as they are, what is hidden and controls
			 * named: ‹RLO›, ‹ZWJ›, ‹ESC› */
};

/* Reads `raw`, which lies `raw_off` bytes into its record (R0).  The result
 * lives in `a`; when nothing changes, its text is `raw` itself, borrowed.  A
 * byte order mark goes where the record starts and before a marker.  What lies
 * beyond 256 MB is not read. */
struct plain plain_make(struct arena *a, struct str raw, uint32_t raw_off,
    enum plain_form form);

/* Total and monotone; plain_from_raw(plain_to_raw(p)) <= p, and == p at the
 * start of every character (‹NAME› is one).  Offsets beyond the ends are
 * clipped.  A span of what is nothing in the other text is empty there. */
uint32_t plain_to_raw(const struct plain *p, uint32_t at);
uint32_t plain_from_raw(const struct plain *p, uint32_t raw);
struct span plain_span_to_raw(const struct plain *p, struct span s);
struct span plain_span_from_raw(const struct plain *p, struct span s);

/* The styles worn at `at`. */
unsigned plain_style(const struct plain *p, uint32_t at);

#endif
