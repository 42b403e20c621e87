#ifndef DATELINE_TEXT_UNSTYLE_H
#define DATELINE_TEXT_UNSTYLE_H

#include "dateline/text/utf8.h"

/* Letters that were dressed up with Unicode: 𝗯𝗼𝗹𝗱, 𝑖𝑡𝑎𝑙𝑖𝑐, 𝓼𝓬𝓻𝓲𝓹𝓽, ｗｉｄｅ …
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
	DRESS_TURNED,	      /* upside-down, and spelt backwards: left alone */
	DRESS_LEGACY,	      /* outlined, segmented: runs of two */
	DRESS_COUNT,
};

struct undressed {
	enum dress dress;
	unsigned style;	   /* enum style, or'ed */
	uint32_t plain[2]; /* the letter; [1] is 0 unless it is "10" … "20" */
};

/* One code point, without regard to its company.  DRESS_NONE, and itself in
 * plain[0], for what is not dressed. */
struct undressed unstyle_letter(uint32_t cp);

/* One code point of a line: `cp` and `at` are the caller's, the rest is found
 * by unstyle_line(). */
struct dressed {
	uint32_t cp;
	uint32_t at;	/* where it came from */
	uint16_t plain; /* what to write if it is to be stripped */
	uint8_t dress;	/* enum dress; DRESS_NONE if it is never stripped */
	uint8_t style;
	bool strip;
};

/* Which letters of one line are to be replaced by their plain form (unstyle
 * rules U1–U6 of dateline-archive(5)).  U+0332, the line under a letter, is
 * stripped where three letters on end wear it: it goes, and STYLE_UNDERLINE
 * stays. */
void unstyle_line(struct dressed *line, size_t n);

#define UNSTYLE_UNDERLINE UINT32_C(0x332)

/* Whether unstyle_line() could strip it, whatever its company. */
bool unstyle_may_strip(uint32_t cp);

/* Whether no fullwidth letter is stripped in a line that has this one: Han,
 * kana, bopomofo and Hangul, halfwidth too (U4). */
bool unstyle_keeps_wide(uint32_t cp);

#endif
