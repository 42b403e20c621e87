#ifndef DATELINE_TEST_FOLD_JUDGE_H
#define DATELINE_TEST_FOLD_JUDGE_H

/* A text is found under the same key dressed and plain, whatever is in it:
 * fold(unstyle(x)) == fold(x).  The plain text differs from the raw one in three
 * things more, which are done to the raw one here: a line end is one character,
 * an escape sequence its sign, and a byte order mark folds to nothing anyhow. */

#include "dateline/base/buf.h"
#include "dateline/text/escape.h"
#include "dateline/text/fold.h"

static inline struct str
judge_fold(struct arena *a, struct str text, bool is_raw)
{
	struct buf b = { .in = a };
	char room[FOLD_MAX];
	struct str fold;
	uint32_t cp;

	for (size_t at = 0, n;
	    (n = fold_next(text, at, &cp, &fold, room)) > 0; at += n) {
		struct str rest = str_skip(text, at);
		size_t escape = is_raw ? escape_length(text, at) : 0;

		if (is_raw && str_starts(rest, STR("\r\n")))
			n = 2;
		else if (is_raw && str_starts(rest, STR("\r\r\n")))
			n = 3;
		if (escape > 0) {
			fold = STR(ESCAPE_SIGN);
			n = escape;
		}
		buf_add(&b, fold);
	}
	return buf_str(&b);
}

static inline bool
judge_folds_same(struct arena *a, struct str raw, struct str plain)
{
	return str_eq(judge_fold(a, raw, true), judge_fold(a, plain, false));
}

#endif
