/* Every NAME.txt in tests/golden/articles is a test: what explain says of its
 * records is NAME.explain.  GENERATE=1 writes that file anew; read the diff. */
#include "test.h"

#include <dirent.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "dateline/report/explain.h"

static const char *
folder(struct arena *a)
{
	const char *top = getenv("srcdir");
	struct buf b = { .in = a };

	buf_addf(&b, "%s/tests/golden/articles", top ? top : ".");
	return arena_str(a, buf_str(&b)).ptr;
}

static const char *
path_of(struct arena *a, const char *dir, struct str stem, const char *suffix)
{
	struct buf b = { .in = a };

	buf_addf(&b, "%s/%.*s%s", dir, (int)stem.len, stem.ptr, suffix);
	return arena_str(a, buf_str(&b)).ptr;
}

static struct str
read_file(struct arena *a, const char *path)
{
	struct buf b = { .in = a };
	char bytes[4096];
	size_t n;
	FILE *f = fopen(path, "rb");

	if (!f)
		fail_msg("cannot read %s", path);
	while ((n = fread(bytes, 1, sizeof(bytes), f)) > 0)
		buf_add(&b, (struct str){ bytes, n });
	fclose(f);
	return buf_str(&b);
}

static void
write_file(const char *path, struct str text)
{
	FILE *f = fopen(path, "wb");

	if (!f || fwrite(text.ptr, 1, text.len, f) != text.len ||
	    fclose(f) != 0)
		fail_msg("cannot write %s", path);
}

static void
explain_one(
    struct buf *out, struct archive *archive, uint32_t id, const char *name)
{
	const struct record *r = archive_record(archive, id);
	struct err e = { "" };
	struct article t;
	struct str raw;

	if (!archive_read(archive, id, 0, r->len, out->in, &raw, &e))
		fail_msg("%s: %s", name, e.text);
	t = article_read(out->in, raw, 0, r->head, PLAIN_READABLE);
	buf_addc(out, '\n');
	explain_record(out, &t, archive, id);
}

/* What explain says of a file and of all its records, as they lie. */
static struct str
explain_all(struct arena *a, const char *name)
{
	struct archive *archive = archive_new();
	struct buf out = { .in = a };
	struct err e = { "" };
	const uint32_t *ids;
	uint32_t i;

	if (!archive_add(archive, name, &e))
		fail_msg("%s", e.text);
	archive_finish(archive);
	ids = archive_as_they_lie(archive, a);
	explain_file(&out, archive, 0, ids, archive_count(archive));
	for (i = 0; i < archive_count(archive); i++)
		explain_one(&out, archive, ids[i], name);
	archive_free(archive);
	return buf_str(&out);
}

/* A piece of a file that one line of explain speaks of. */
struct piece {
	unsigned long long from, to;
};

static int
by_place(const void *x, const void *y)
{
	const struct piece *a = x, *b = y;

	return a->from < b->from ? -1 : a->from > b->from;
}

static bool
read_piece(const char *line, struct piece *p)
{
	unsigned long long len;

	if (sscanf(line, "record %llu+%llu of", &p->from, &len) == 2) {
		p->to = p->from + len;
		return true;
	}
	return sscanf(line, "\tin no report %llu..%llu:", &p->from,
		   &p->to) == 2;
}

/* Every byte of the file is in one record or listed, and in one only. */
static void
check_tiles(struct arena *a, const char *name, struct str said)
{
	const char *line = arena_str(a, said).ptr;
	struct piece pieces[64];
	unsigned long long size, at = 0;
	size_t n = 0;

	if (sscanf(strstr(line, ", "), ", %llu bytes", &size) != 1)
		fail_msg("%s: no size", name);
	for (; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
		if (read_piece(line, &pieces[n]))
			assert_true(++n < COUNT(pieces));
	qsort(pieces, n, sizeof(*pieces), by_place);
	for (size_t i = 0; i < n; i++) {
		check_int(name, pieces[i].from, at);
		at = pieces[i].to;
	}
	check_int(name, at, size);
}

static void
check_pair(const char *dir, const char *name)
{
	struct arena *a = arena_new();
	struct str stem = str_head(str_c(name), strlen(name) - 4);
	const char *explain = path_of(a, dir, stem, ".explain");
	struct str got = explain_all(a, name);

	check_tiles(a, name, got);
	if (getenv("GENERATE") && getenv("GENERATE")[0] != '\0')
		write_file(explain, got);
	else
		check_str_at(
		    name, got, read_file(a, explain), __FILE__, __LINE__);
	arena_free(a);
}

static void
test_golden(void **state)
{
	struct arena *a = arena_new();
	const char *dir = folder(a);
	DIR *d = opendir(dir);
	char *here = getcwd(NULL, 0);
	struct dirent *entry;
	size_t pairs = 0;

	(void)state;
	if (!d)
		fail_msg("cannot open %s", dir);
	/* Names without a folder: a dated one would date the records. */
	assert_int_equal(chdir(dir), 0);
	while ((entry = readdir(d)) != NULL) {
		if (!str_ends(str_c(entry->d_name), STR(".txt")))
			continue;
		check_pair(".", entry->d_name);
		pairs++;
	}
	assert_int_equal(chdir(here), 0);
	free(here);
	closedir(d);
	arena_free(a);
	assert_true(pairs > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_golden),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
