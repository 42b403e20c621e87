/* A terminal that knows only ASCII, on a system without any locale for UTF-8.
 * The fold that a search goes by (text/fold.h) knows already what a letter is
 * without its accents and its dress; a short table knows the rest. */
#include "glyph_ascii.h"

#include <stdlib.h>

#include "dateline/text/fold.h"

static const struct {
	uint32_t cp;
	char ascii;
} table[] = {
	{ 0xAB, '"' },	 /* « */
	{ 0xB7, '.' },	 /* · */
	{ 0xBB, '"' },	 /* » */
	{ 0x2022, '*' }, /* • */
	{ 0x2026, '.' }, /* … */
	{ 0x2039, '<' }, /* ‹ */
	{ 0x203A, '>' }, /* › */
	{ 0x2192, '>' }, /* → */
	{ 0x2500, '-' }, /* ─ */
	{ 0x2502, '|' }, /* │ */
	{ 0x253C, '+' }, /* ┼ */
	{ 0x2588, '#' }, /* █, and the parts of it: ▏ … ▉ */
	{ 0x2589, '#' }, { 0x258A, '#' }, { 0x258B, '#' },
	{ 0x258C, '#' }, { 0x258D, '#' }, { 0x258E, '#' },
	{ 0x258F, '#' },
};

bool
glyph_is_ascii(void)
{
	return MB_CUR_MAX == 1;
}

char
glyph_ascii(uint32_t cp)
{
	char fold[FOLD_MAX];

	for (size_t i = 0; i < COUNT(table); i++)
		if (table[i].cp == cp)
			return table[i].ascii;
	if (fold_keep(cp, fold) > 0 && fold[0] >= ' ' && fold[0] < 0x7F)
		return fold[0];
	return '?';
}
