/* Writes the table of text/match_anchor.c: how each character that is not its
 * own fold alone ends in UTF-8, by what it folds to.
 *
 *	folded     é  ê  𝗲  ⓔ …      last two bytes of each
 *	e          C3 A9, C3 AA, 97 B2, 93 94, …
 *
 * So a scan of raw bytes knows at which of them an "e" could come from a
 * character that is not ASCII.  The last bytes tell letters apart, the first
 * ones only alphabets. */
#include <stdio.h>
#include <stdlib.h>

#include "dateline/text/fold.h"

enum { CODES = 0x110000, HANGUL = 0xAC00, HANGUL_END = 0xD7A4, PER_LINE = 10 };

struct reach {
	uint32_t to; /* what is folded to */
	uint16_t by; /* the last two bytes of what folds to it */
};

struct table {
	struct reach *row;
	size_t n, cap;
};

static void
add(struct table *t, uint32_t to, uint16_t by)
{
	if (t->n == t->cap) {
		t->cap = t->cap ? 2 * t->cap : 1024;
		t->row = realloc(t->row, t->cap * sizeof(*t->row));
		if (!t->row)
			exit(1);
	}
	t->row[t->n++] = (struct reach){ to, by };
}

/* Every character of the fold of `cp`, but for itself. */
static void
add_fold(struct table *t, uint32_t cp)
{
	char fold[FOLD_MAX], self[UTF8_MAX];
	struct str s = { fold, fold_char(cp, fold) };
	size_t len = utf8_put(self, cp);
	uint16_t by = (uint16_t)((uint8_t)self[len - 2] << 8 |
	    (uint8_t)self[len - 1]);
	uint32_t to;

	for (size_t at = 0, n; (n = utf8_next(s, at, &to)) > 0; at += n)
		if (to != cp)
			add(t, to, by);
}

static int
compare(const void *x, const void *y)
{
	const struct reach *a = x, *b = y;

	if (a->to != b->to)
		return a->to < b->to ? -1 : 1;
	return (int)a->by - (int)b->by;
}

static void
drop_twins(struct table *t)
{
	size_t kept = 0;

	qsort(t->row, t->n, sizeof(*t->row), compare);
	for (size_t i = 0; i < t->n; i++)
		if (kept == 0 || compare(&t->row[i], &t->row[kept - 1]) != 0)
			t->row[kept++] = t->row[i];
	t->n = kept;
}

int
main(void)
{
	struct table t = { NULL, 0, 0 };

	for (uint32_t cp = 0x80; cp < CODES; cp++)
		if ((cp < 0xD800 || cp >= 0xE000) &&
		    (cp < HANGUL || cp >= HANGUL_END))
			add_fold(&t, cp);
	drop_twins(&t);
	printf("/* Made by gen_reach.c. */\n"
	       "static const struct reach {\n\tuint32_t to;\n\tuint16_t by;\n"
	       "} reach_table[] = {");
	for (size_t i = 0; i < t.n; i++)
		printf("%s{0x%X,0x%X},", i % PER_LINE == 0 ? "\n\t" : " ",
		    (unsigned)t.row[i].to, (unsigned)t.row[i].by);
	printf("\n};\n");
	free(t.row);
	return fflush(stdout) != 0 || ferror(stdout) != 0;
}
