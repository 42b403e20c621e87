#ifndef DATELINE_TEST_HOSTILE_H
#define DATELINE_TEST_HOSTILE_H

/* What somebody who means harm writes into a report, its title, its source, a
 * speaker's name, the name of its file, or at a prompt. */

#include "pty.h"

static const struct hostile {
	const char *name;
	struct str bytes;
} hostile[] = {
	{ "title of the window", BYTES("\033]0;EVIL\007") },
	{ "title, ended otherwise", BYTES("\033]2;EVIL\033\\") },
	{ "link", BYTES("\033]8;;gopher:evil\033\\EVIL\033]8;;\033\\") },
	{ "clipboard", BYTES("\033]52;c;RVZJTA==\007") },
	{ "OSC without an end", BYTES("\033]0;EVIL") },
	{ "cleared screen", BYTES("\033[2J\033[1;1HEVIL") },
	{ "question for the cursor", BYTES("\033[6n") },
	{ "question for the terminal", BYTES("\033[>0;276;0c") },
	{ "printer", BYTES("\033[5i") },
	{ "mouse", BYTES("\033[?1003h") },
	{ "colour", BYTES("\033[31;45;7mEVIL") },
	{ "scrolling region", BYTES("\033[3;4rEVIL") },
	{ "CSI without an end", BYTES("\033[1;2;3") },
	{ "DCS", BYTES("\033P1$rm\033\\") },
	{ "DCS for tmux", BYTES("\033Ptmux;\033\033]0;EVIL\007\033\\") },
	{ "APC without an end", BYTES("\033_EVIL") },
	{ "privacy message", BYTES("\033^EVIL") },
	{ "start of string", BYTES("\033XEVIL") },
	{ "reset", BYTES("\033cEVIL") },
	{ "ESC at the end", BYTES("EVIL\033\033") },
	{ "raw C1 CSI", BYTES("\x9B" "31mEVIL") },
	{ "raw C1 OSC", BYTES("\x9D" "0;EVIL\x9C") },
	{ "raw C1 DCS and APC", BYTES("\x90" "EVIL\x9C\x9F" "EVIL") },
	{ "C1 CSI as UTF-8", BYTES("\xC2\x9B" "31mEVIL") },
	{ "C1 OSC as UTF-8", BYTES("\xC2\x9D" "0;EVIL\xC2\x9C") },
	{ "C1 DCS and APC as UTF-8", BYTES("\xC2\x90" "EVIL\xC2\x9F" "EVIL") },
	{ "C1 next line", BYTES("EV\xC2\x85" "IL") },
	{ "override", BYTES("EV\u202Egpj.exe\u202CIL") },
	{ "embeddings", BYTES("\u202A\u202B\u202DEVIL\u202C") },
	{ "isolates", BYTES("\u2066EV\u2067IL\u2068!\u2069") },
	{ "marks of direction", BYTES("\u200EE\u200FV\u061CIL") },
	{ "tags", BYTES("EVIL\U000E0001\U000E0045\U000E0056\U000E007F") },
	{ "without width",
	    BYTES("E\u200BV\u200CI\u200DL\u2060\uFEFF\u00AD\u034F") },
	{ "selectors", BYTES("E\uFE00V\uFE0FI\U000E0100L\u180B") },
	{ "annotation", BYTES("\uFFF9EV\uFFFAIL\uFFFB") },
	{ "separators", BYTES("EV\u2028IL\u2029") },
	{ "backspaces", BYTES("EV\b\b\b\bIL") },
	{ "carriage return", BYTES("EV\rIL") },
	{ "bells and shifts", BYTES("\007E\016V\017I\005L") },
	{ "VT, FF, DEL", BYTES("E\vV\fI\177L") },
	{ "overlong", BYTES("\xC0\x9B\xC0\x80\xE0\x80\x9B") },
	{ "surrogates", BYTES("\xED\xA0\x80\xED\xB0\x80") },
	{ "beyond Unicode", BYTES("\xF4\x90\x80\x80\xF8\x88\x80\x80\x80") },
	{ "no UTF-8", BYTES("\xFF\xFE\x80\xBF") },
	{ "cut off", BYTES("EV\xE2\x80IL\xF0\x9F") },
	{ "no character", BYTES("\uFFFF\U0010FFFF\uFDD0") },
};

/* What no file name can hold, and what only a file name must not do. */
static const struct hostile hostile_nul = { "NUL", { "EV\0IL\0\0", 7 } };
static const struct hostile hostile_line = { "line end", BYTES("NA\nME") };

#endif
