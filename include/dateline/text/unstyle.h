#ifndef DATELINE_TEXT_UNSTYLE_H
#define DATELINE_TEXT_UNSTYLE_H

#include "dateline/text/utf8.h"

/* Letters that were dressed up with Unicode: 𝗯𝗼𝗹𝗱, 𝑖𝑡𝑎𝑙𝑖𝑐, 𝓼𝓬𝓻𝓲𝓹𝓽, ｗｉｄｅ, ⓒⓘⓡⓒⓛⓔ …
 * The tables follow the Unicode charts, by range. */

/* What is left of the dress in the plain text. */
enum style {
	STYLE_BOLD = 1,
	STYLE_ITALIC = 2,
	STYLE_MONO = 4,
	STYLE_FANCY = 8, /* script, fraktur, double-struck, enclosed */
	STYLE_UNDERLINE = 16,
};

/* How much company a dressed letter needs before it is taken for a letter. */
enum dress {
	DRESS_NONE,
	DRESS_MATH,	  /* mathematical alphabets: in a styled word */
	DRESS_HOLE,	  /* ℎ ℝ ℬ …: only beside DRESS_MATH */
	DRESS_LETTERLIKE, /* ⅅ ℓ ℼ …: only beside two DRESS_MATH */
	DRESS_RESERVED,	  /* unassigned holes naive generators emit: always */
	DRESS_WIDE,	  /* fullwidth: unless the line has CJK */
	DRESS_ENCLOSED,	  /* circled, squared, (a): runs of three */
	DRESS_ENCLOSED_DIGIT, /* ① ❷: never shown plain, folded for search */
	DRESS_SMALL_CAPITAL,  /* runs of three */
	DRESS_SUPER,	      /* runs of three, not after a letter */
	DRESS_SUB,	      /* runs of three */
	DRESS_REGIONAL,	      /* flags: left alone */
	DRESS_TURNED,	      /* upside-down: search only */
	DRESS_LEGACY,	      /* outlined, segmented: runs of two */
};

struct undressed {
	enum dress dress;
	unsigned style;	   /* enum style, or'ed */
	uint32_t plain[2]; /* the letter; [1] is 0 unless it is "10" … "20" */
};

/* One code point, without regard to its company.  DRESS_NONE, and itself in
 * plain[0], for what is not dressed. */
struct undressed unstyle_letter(uint32_t cp);

/* Which letters of one line are to be replaced: sets `strip[i]` for each code
 * point of it (unstyle rules U1–U6 of dateline-archive(5)). */
void unstyle_line(const uint32_t *line, size_t n, bool *strip);

/* Whether any byte of `s` could start a dressed letter: false for nearly all
 * text, and fast. */
bool unstyle_may_change(struct str s);

#endif
