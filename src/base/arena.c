/* Everything that dies together lives in one arena: a chain of blocks, each
 * filled from the front.  A reset keeps the newest block, which is the largest,
 * so an arena that is filled and reset over and over stops asking for memory.
 *
 *   newest                 older
 *   +------+-----+-----+   +------+--------+
 *   | head | used| free|-->| head | used   |--> NULL
 *   +------+-----+-----+   +------+--------+
 */
#include "dateline/base/arena.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	BLOCK_FIRST = 16 * 1024,
	BLOCK_KEEP = 4 * 1024 * 1024, /* a reset gives larger ones back */
};

struct block {
	struct block *older;
	size_t used;
	size_t size;
	alignas(max_align_t) char bytes[];
};

struct arena {
	struct block *newest;
};

static void (*before_end)(void);

void
arena_on_no_memory(void (*restore)(void))
{
	before_end = restore;
}

static _Noreturn void
no_memory(void)
{
	if (before_end)
		before_end();
	fputs("dateline: out of memory\n", stderr);
	exit(2);
}

void *
xrealloc(void *old, size_t n, size_t size)
{
	void *p;

	if (size != 0 && n > SIZE_MAX / size)
		no_memory();
	n = n * size > 0 ? n * size : 1;
	p = realloc(old, n);
	if (!p)
		no_memory();
	return p;
}

struct arena *
arena_new(void)
{
	struct arena *a = xrealloc(NULL, 1, sizeof(*a));

	a->newest = NULL;
	return a;
}

static void
free_chain(struct block *b)
{
	while (b) {
		struct block *older = b->older;

		free(b);
		b = older;
	}
}

void
arena_free(struct arena *a)
{
	if (!a)
		return;
	free_chain(a->newest);
	free(a);
}

void
arena_reset(struct arena *a)
{
	struct block *b = a->newest;

	if (!b)
		return;
	free_chain(b->older);
	b->older = NULL;
	b->used = 0;
	if (b->size > BLOCK_KEEP) {
		free(b);
		a->newest = NULL;
	}
}

/* A new block with room for `need` bytes at the front of the chain. */
static struct block *
add_block(struct arena *a, size_t need)
{
	size_t size = a->newest ? a->newest->size * 2 : BLOCK_FIRST;
	struct block *b;

	if (size > BLOCK_KEEP)
		size = BLOCK_KEEP;
	if (size < need)
		size = need;
	if (size > SIZE_MAX - sizeof(*b))
		no_memory();
	b = xrealloc(NULL, 1, sizeof(*b) + size);
	*b = (struct block){ .older = a->newest, .size = size };
	a->newest = b;
	return b;
}

/* Room that may hold anything. */
static void *
alloc_raw(struct arena *a, size_t n, size_t size, size_t align)
{
	struct block *b = a->newest;
	size_t bytes, from;

	if (__builtin_mul_overflow(n, size, &bytes) || bytes > SIZE_MAX / 2)
		no_memory();
	from = b ? (b->used + align - 1) & ~(align - 1) : 0;
	if (!b || from > b->size || bytes > b->size - from) {
		b = add_block(a, bytes);
		from = 0;
	}
	b->used = from + bytes;
	return b->bytes + from;
}

void *
arena_alloc(struct arena *a, size_t n, size_t size, size_t align)
{
	return memset(alloc_raw(a, n, size, align), 0, n * size);
}

void *
arena_grow(struct arena *a, void *old, size_t n, size_t need, size_t *cap,
    size_t size, size_t align)
{
	size_t room = *cap ? *cap : 4;
	void *p;

	if (need <= *cap)
		return old;
	room = room > SIZE_MAX / 2 || room * 2 < need ? need : room * 2;
	p = alloc_raw(a, room, size, align);
	if (n > 0)
		memcpy(p, old, n * size);
	*cap = room;
	return p;
}

struct str
arena_str(struct arena *a, struct str s)
{
	char *p = alloc_raw(a, s.len + 1, 1, 1);

	if (s.len > 0)
		memcpy(p, s.ptr, s.len);
	p[s.len] = '\0';
	return (struct str){ p, s.len };
}
