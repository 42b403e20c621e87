#ifndef DATELINE_TEST_ARCHIVE_H
#define DATELINE_TEST_ARCHIVE_H

/* What the tests of the archive share: a folder of their own to write files in,
 * and an archive in words. */

#include "test.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline/archive/archive.h"
#include "dateline/base/buf.h"

#define BOM "\xEF\xBB\xBF"

static const char *const hows[] = { "marker", "loose", "joined",
	"front-matter", "name", "folder", "first-line", "none" };

/* A test runs inside a new folder; `*state` is where it came from. */
struct place {
	char folder[64];
	char *home;
};

static inline int
enter_folder(void **state)
{
	struct place *p = malloc(sizeof(*p));

	assert_non_null(p);
	*state = p;
	p->home = getcwd(NULL, 0);
	snprintf(p->folder, sizeof(p->folder), "/tmp/test_archive-XXXXXX");
	return mkdtemp(p->folder) ? chdir(p->folder) : -1;
}

static inline int
remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

static inline int
leave_folder(void **state)
{
	struct place *p = *state;
	int failed = chdir(p->home) ||
	    nftw(p->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);

	free(p->home);
	free(p);
	return failed ? -1 : 0;
}

/* Writes a file and makes the folders on its path. */
static inline void
write_bytes(const char *path, struct str bytes)
{
	char part[256];
	const char *slash;
	FILE *f;

	for (slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		snprintf(part, sizeof(part), "%.*s", (int)(slash - path), path);
		mkdir(part, 0700);
	}
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, f), bytes.len);
	assert_int_equal(fclose(f), 0);
}

static inline void
write_file(const char *path, const char *text)
{
	write_bytes(path, str_c(text));
}

static inline struct archive *
add(const char *path)
{
	struct archive *a = archive_new();
	struct err e = { "" };

	if (!archive_add(a, path, &e))
		fail_msg("%s: %s", path, e.text);
	return a;
}

static inline struct archive *
open_all(const char *path)
{
	struct archive *a = add(path);

	archive_finish(a);
	return a;
}

/* Every byte of a file is in one record or skipped. */
static inline void
check_covered(const char *row, struct archive *a, uint64_t size)
{
	uint64_t sum = 0, end = 0;
	uint32_t id;

	for (id = 0; id < archive_count(a); id++) {
		const struct record *r = archive_record(a, id);

		if (r->off < end)
			fail_msg("%s: record %u overlaps", row, id);
		end = r->off + r->len;
		sum += r->len;
	}
	check_int(row, sum + archive_skipped(a, 0), size);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, enter_folder, leave_folder)

#endif
