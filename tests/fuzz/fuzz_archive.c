/* Any bytes as a file: the archive opens, every byte is in one record or
 * skipped, the order is right, and indexing a few bytes at a time comes to the
 * same records.  The first byte says how many, and whether so many blank lines
 * come first that windows are no larger than they have to be. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "dateline/archive/archive.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(bool ok)
{
	if (!ok)
		abort();
}

enum { BEFORE = 9000 };

static struct archive *
index_file(const char *path, size_t step)
{
	struct archive *a = archive_new();
	struct err e = { "" };

	check(archive_add(a, path, &e));
	archive_step(a, BEFORE);
	while (archive_step(a, step) == ARCHIVE_MORE)
		;
	return a;
}

/* UTF-16 is decoded: what is read of it is other bytes than were written. */
static bool
is_decoded(struct archive *a)
{
	return archive_source_count(a) > 0 && archive_encoding(a, 0);
}

/* Bytes of the text lie in the file one after the other, all of them. */
static void
check_origin(struct archive *a, size_t size)
{
	uint64_t before = 0, off;

	check(archive_origin(a, 0, 0) == 0);
	check(archive_origin(a, 0, archive_size(a, 0)) == size);
	for (off = 1; off < archive_size(a, 0); off += 1 + off / 16) {
		uint64_t now = archive_origin(a, 0, off);

		check(now >= before && now <= size);
		check(is_decoded(a) || now == off);
		before = now;
	}
}

static void
check_cover(struct archive *a, size_t size)
{
	uint64_t sum = 0, end = 0;
	uint32_t id;

	if (archive_problem_count(a) > 0)
		return;
	check(archive_source_count(a) == 1);
	for (id = 0; id < archive_count(a); id++) {
		const struct record *r = archive_record(a, id);

		check(r->off >= end && r->head <= r->len);
		check(r->how <= HOW_NONE);
		check(!r->bad_date || r->date == DATE_NONE);
		end = r->off + r->len;
		sum += r->len;
	}
	check(is_decoded(a) || archive_size(a, 0) == size);
	check_origin(a, size);
	check(sum + archive_skipped(a, 0) == archive_size(a, 0));
}

static void
check_order(struct archive *a)
{
	uint32_t place, n = archive_count(a);

	for (place = 0; place < n; place++) {
		uint32_t id = archive_at(a, place);
		const struct record *r = archive_record(a, id);

		check(archive_place(a, id) == place);
		check((r->date == DATE_NONE) == (place >= archive_dated(a)));
		if (r->date != DATE_NONE)
			check(archive_find(a, r->date) <= place);
	}
}

static void
check_read(struct archive *a, const uint8_t *data)
{
	struct arena *in = arena_new();
	uint64_t line = 1;
	uint32_t id;

	for (id = 0; id < archive_count(a); id++) {
		const struct record *r = archive_record(a, id);
		uint64_t now = archive_line(a, id, 0);
		struct err e = { "" };
		struct str s;

		check(now >= line);
		line = now;
		check(archive_read(a, id, 0, SIZE_MAX, in, &s, &e));
		check(s.len == r->len);
		check(is_decoded(a) ||
		    memcmp(s.ptr, data + r->off, s.len) == 0);
	}
	arena_free(in);
}

static void
check_same(struct archive *a, struct archive *b)
{
	uint32_t id;

	check(archive_count(a) == archive_count(b));
	for (id = 0; id < archive_count(a); id++) {
		const struct record *x = archive_record(a, id);
		const struct record *y = archive_record(b, id);

		check(x->off == y->off && x->len == y->len &&
		    x->date == y->date && x->head == y->head &&
		    x->how == y->how && x->bad_date == y->bad_date);
	}
}

/* The file of an input: its bytes without the first, and what comes before. */
static size_t
make_bytes(const uint8_t *data, size_t size, uint8_t *to)
{
	size_t before = data[0] % 2 ? BEFORE : 0;

	memset(to, '\n', before);
	memcpy(to + before, data + 1, size - 1);
	return before + size - 1;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct archive *a, *b;
	uint8_t *bytes = malloc(size + BEFORE);
	size_t len;
	char path[32];
	int fd;

	check(bytes != NULL);
	len = size > 0 ? make_bytes(data, size, bytes) : 0;
	fd = memfd_create("fuzz", MFD_CLOEXEC);
	check(fd >= 0);
	check(write(fd, bytes, len) == (ssize_t)len);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	a = index_file(path, SIZE_MAX);
	b = index_file(path, len > 0 ? data[0] / 2 + 1u : 1);
	check_cover(a, len);
	check_order(a);
	check_order(b);
	check_read(a, bytes);
	check_same(a, b);
	archive_free(a);
	archive_free(b);
	close(fd);
	free(bytes);
	return 0;
}
