#ifndef DATELINE_TEXT_ESCAPE_H
#define DATELINE_TEXT_ESCAPE_H

#include "dateline/text/utf8.h"

/* Escape sequences (ECMA-48, and what terminals made of it), so that a reader
 * sees one sign and not the letters that were meant for a terminal. */

/* The sign for one: ␛. */
#define ESCAPE_SIGN "\u241B"

/* Bytes of the longest.  No longer one is looked for, so that what somebody
 * forgot to end hides nothing. */
#define ESCAPE_MAX 4096

/* The bytes of the escape sequence that begins at `off`; 0 when none does.
 *
 *	control sequence  ESC [ or U+009B, then 1;31 and the like, and a letter;
 *			  without the letter, what there is of it
 *	string		  ESC ] P X ^ _ k or U+009D, 90, 98, 9E, 9F (OSC, DCS, SOS,
 *			  PM, APC, a name for screen), to its terminator ESC \
 *			  or U+009C, for OSC also BEL; but where a line end,
 *			  another control or the bound comes first, the two
 *			  characters that began it, and what follows is text
 *	others		  ESC ( B, ESC c: ESC and what says which
 *
 * An escape or a C1 control that begins nothing is no sequence, nor is one that
 * would be this one character alone: the gate has a picture for it.  Bytes 80
 * to 9F by themselves are no UTF-8, and begin none.  Asking at every control of
 * a text is linear in it, for none looks beyond the next one. */
size_t escape_length(struct str text, size_t off);

#endif
