/* Where the program keeps what a person said: by the XDG base directory
 * specification, which takes no relative path. */
#include "home.h"

#include <stdlib.h>

#include "dateline/base/buf.h"

const char *
home_corrections(struct arena *a)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	struct buf b = { .in = a };

	if (data && data[0] == '/')
		buf_addf(&b, "%s", data);
	else if (home && home[0] == '/')
		buf_addf(&b, "%s/.local/share", home);
	else
		return NULL;
	buf_add(&b, STR("/dateline/corrections"));
	buf_addc(&b, '\0');
	return b.ptr;
}

struct corrections *
home_load_corrections(struct err *e)
{
	struct corrections *c = corrections_new();
	struct arena *a = arena_new();
	const char *path = home_corrections(a);
	bool done = !path || corrections_load(c, path, e);

	arena_free(a);
	if (done)
		return c;
	corrections_free(c);
	return NULL;
}
