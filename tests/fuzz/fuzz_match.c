/* Any needle in any bytes: the search must say what the slow judge says.  The
 * first byte is the length of the needle; the needle and the text follow.  The
 * judge is slow, so the text is short. */
#include <stdlib.h>

#include "dateline/text/match.h"
#include "match_judge.h"

enum { TEXT_MAX = 1000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = str_skip((struct str){ (const char *)data, size }, 1);
	struct str needle = str_head(rest, size ? data[0] : 0);
	struct str text = str_head(str_skip(rest, needle.len), TEXT_MAX);
	struct arena *a = arena_new();
	struct match *m = match_new(a, needle);
	struct span *got = NULL, *want;
	size_t got_n = m ? match_all(m, a, text, &got) : 0;

	if (got_n != judge_all(a, needle, text, &want))
		abort();
	if (got_n && memcmp(got, want, got_n * sizeof(*got)) != 0)
		abort();
	arena_free(a);
	return 0;
}
