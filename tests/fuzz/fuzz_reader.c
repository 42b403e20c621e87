/* Any bytes as a file, any keys, at any size: the reader stays sane, and every
 * picture is whole and holds nothing that a terminal would obey.
 *
 *	keys … 0xFF file …
 *
 * Before the first 0xFF each byte is a key, from 0xC0 on a change of the
 * window. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../unit/flaw.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { KEYS_MAX = 64 };

static void
check(const char *flaw)
{
	if (!flaw)
		return;
	fprintf(stderr, "%s\n", flaw);
	abort();
}

static void
draw(const struct reader *r, struct arena *frame)
{
	struct canvas c;

	arena_reset(frame);
	c = screen_draw(r, frame);
	check(flaw_of_canvas(&c));
	check(flaw_of_bars(r, &c));
}

/* ASCII and controls are themselves; from 0x80 on, the named keys and letters
 * of other widths. */
static key
key_of(uint8_t byte)
{
	static const key others[] = { K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME,
		K_END, K_PAGE_UP, K_PAGE_DOWN, K_BACK_TAB, K_F1, 0xE9, 0x6D77,
		0x301, 0x200D, 0x1F442, 0x85 };

	return byte < 0x80 ? byte : others[byte % COUNT(others)];
}

static void
resize(struct reader *r, uint8_t byte)
{
	static const int sizes[][2] = { { 80, 24 }, { 120, 36 }, { 50, 20 },
		{ 29, 5 }, { 1, 1 }, { 200, 60 }, { 30, 6 }, { 72, 8 },
		{ 110, 12 }, { 3, 2 }, { 31, 7 }, { 109, 6 } };

	reader_resize(r, sizes[byte % COUNT(sizes)][0],
	    sizes[byte % COUNT(sizes)][1]);
}

/* Presses keys while the file is indexed a little at a time, then on. */
static void
drive(struct reader *r, const uint8_t *keys, size_t n)
{
	struct arena *frame = arena_new();

	for (size_t i = 0; i < n; i++) {
		if (i % 2)
			reader_step(r, 64);
		if (keys[i] >= 0xC0)
			resize(r, keys[i]);
		else
			reader_key(r, key_of(keys[i]));
		check(flaw_of_reader(r));
		draw(r, frame);
		if (i == n / 2)
			while (r->indexing)
				reader_step(r, SIZE_MAX);
	}
	arena_free(frame);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size ? memchr(data, 0xFF, size) : NULL;
	size_t n = end ? (size_t)(end - data) : size;
	size_t from = end ? n + 1 : n;
	struct archive *archive = archive_new();
	struct err e = { "" };
	struct reader *r;
	char path[32];
	int fd;

	setlocale(LC_ALL, "C.UTF-8");
	fd = memfd_create("fuzz", MFD_CLOEXEC);
	if (fd < 0 || write(fd, data + from, size - from) < 0)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	if (!archive_add(archive, path, &e))
		abort();
	r = reader_new(archive);
	drive(r, data, n < KEYS_MAX ? n : KEYS_MAX);
	reader_free(r);
	archive_free(archive);
	close(fd);
	return 0;
}
