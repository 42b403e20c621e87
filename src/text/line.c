/* A text for where there is one line: a row, a name, a file of lines. */
#include "dateline/text/line.h"

struct str
line_of(struct arena *a, struct str s)
{
	char *p = arena_array(a, char, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		bool blank = s.ptr[i] == ' ' ||
		    (s.ptr[i] >= '\t' && s.ptr[i] <= '\r');

		if (!blank)
			p[n++] = s.ptr[i];
		else if (n > 0 && p[n - 1] != ' ')
			p[n++] = ' ';
	}
	if (n > 0 && p[n - 1] == ' ')
		n--;
	return (struct str){ p, n };
}
