/* Any text as what was kept of a visit, any bytes as the file it speaks of: what
 * is written of it is read back the same, and coming and leaving is harmless.
 *
 *	text … 0xFF file …
 *
 * The text has its first line already; the first file in it is taken for the one
 * that is there. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../unit/flaw.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(what) \
	do { \
		if (!(what)) \
			abort(); \
	} while (0)

/* Prints a visit, reads that, and prints it again. */
static void
check_text(struct arena *a, const struct visit *v)
{
	struct buf one = { .in = a }, two = { .in = a }, three = { .in = a };
	struct visit again;

	visit_print(v, &one);
	again = visit_parse(a, buf_str(&one));
	visit_print(&again, &two);
	again = visit_parse(a, buf_str(&two));
	visit_print(&again, &three);
	CHECK(str_eq(buf_str(&two), buf_str(&three)));
	for (size_t i = 1; i < again.file_n; i++)
		CHECK(visit_find(&again, again.files[i].path) ==
		    &again.files[i]);
}

static void
check_unread(const struct reader *r)
{
	uint32_t n = 0;

	for (uint32_t id = 0; id < archive_count(r->archive); id++)
		n += unread_has(&r->unread, id);
	CHECK(n == r->unread.n);
	CHECK(!flaw_of_reader(r));
}

/* Comes, reads a little, and leaves beside `now`. */
static void
come_and_go(struct arena *a, const char *path, const struct visit *was,
    const struct visit *now)
{
	struct archive *archive = archive_new();
	struct err e = { "" };
	struct reader *r;
	struct visit left;

	CHECK(archive_add(archive, path, &e));
	r = reader_new(archive);
	reader_set_visit(r, was, STR("/"), true);
	while (!r->visited.compared)
		reader_step(r, 1 << 16);
	check_unread(r);
	for (const char *key = ".rK;A,U"; *key; key++)
		reader_key(r, (unsigned char)*key);
	check_unread(r);
	CHECK(reader_leave(r, now, a, &left));
	check_text(a, &left);
	reader_free(r);
	archive_free(archive);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size ? memchr(data, 0xFF, size) : NULL;
	size_t n = end ? (size_t)(end - data) : size;
	struct arena *a = arena_new();
	struct buf text = { .in = a };
	struct visit v;
	char path[32];
	int fd;

	setlocale(LC_ALL, "C.UTF-8");
	buf_addf(&text, "dateline visit 1\n%.*s", (int)n, (const char *)data);
	v = visit_parse(a, buf_str(&text));
	check_text(a, &v);
	fd = memfd_create("fuzz", MFD_CLOEXEC);
	if (end && write(fd, end + 1, size - n - 1) < 0)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	if (v.file_n > 0)
		v.files[0].path = v.place_path = str_c(path);
	v.file_n = v.file_n > 0;
	come_and_go(a, path, &v, &v);
	come_and_go(a, path, NULL, &v);
	come_and_go(a, path, &v, NULL);
	close(fd);
	arena_free(a);
	return 0;
}
