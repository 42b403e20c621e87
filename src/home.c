/* Where the program keeps what a person said: by the XDG base directory
 * specification, which takes no relative path. */
#include "home.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "dateline/base/buf.h"

/* A file of ours under the folder that a variable names, or under one in the
 * home. */
static const char *
place_of(struct arena *a, const char *variable, const char *in_home,
    const char *name)
{
	const char *folder = getenv(variable), *home = getenv("HOME");
	struct buf b = { .in = a };

	if (folder && folder[0] == '/')
		buf_addf(&b, "%s", folder);
	else if (home && home[0] == '/')
		buf_addf(&b, "%s/%s", home, in_home);
	else
		return NULL;
	buf_addf(&b, "/dateline/%s", name);
	buf_addc(&b, '\0');
	return b.ptr;
}

const char *
home_corrections(struct arena *a)
{
	return place_of(a, "XDG_DATA_HOME", ".local/share", "corrections");
}

const char *
home_state(struct arena *a, uint64_t number)
{
	char name[32];

	snprintf(name, sizeof(name), "%016" PRIx64, number);
	return place_of(a, "XDG_STATE_HOME", ".local/state", name);
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

bool
home_save_corrections(struct corrections *c, struct err *e)
{
	struct arena *a = arena_new();
	const char *path = home_corrections(a);
	bool done = path
	    ? corrections_save(c, path, e)
	    : err_set(e, "not kept: there is no home to keep it in");

	arena_free(a);
	return done;
}

/* "~/notes.md" is in the home. */
static const char *
from_home(struct arena *a, const char *path)
{
	const char *home = getenv("HOME");
	struct buf b = { .in = a };

	if (strncmp(path, "~/", 2) != 0 || !home)
		return path;
	buf_addf(&b, "%s%s", home, path + 1);
	buf_addc(&b, '\0');
	return b.ptr;
}

static bool
write_new(const char *path, struct str text, struct err *e)
{
	FILE *f = fopen(path, "wx");
	bool good;

	if (!f && errno == EEXIST)
		return err_set(e, "not saved: there is a %s already; give "
				  "another name", path);
	if (!f)
		return err_set(e, "not saved: %s: %s", path, strerror(errno));
	good = fwrite(text.ptr, 1, text.len, f) == text.len;
	good = fclose(f) == 0 && good;
	return good || err_set(e, "%s: %s", path, strerror(errno));
}

bool
home_write(const char *path, struct str text, struct err *e)
{
	struct arena *a = arena_new();
	bool done = write_new(from_home(a, path), text, e);

	arena_free(a);
	return done;
}
