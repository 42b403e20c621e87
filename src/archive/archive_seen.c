/* A set of files: an open table, at most half full, that doubles. */
#include "archive_seen.h"

#include <stdlib.h>

#include "dateline/base/arena.h"

/* The place of a file: its own or the hole for it. */
static struct seen_file *
place(const struct seen *s, struct seen_file f)
{
	uint64_t h = (f.dev * 31 + f.ino) * UINT64_C(0x9E3779B97F4A7C15);
	size_t i = (size_t)(h >> 32) & (s->cap - 1);

	while (s->table[i].ino != 0 &&
	    (s->table[i].ino != f.ino || s->table[i].dev != f.dev))
		i = (i + 1) & (s->cap - 1);
	return &s->table[i];
}

static struct seen_file
key(const struct source *file)
{
	return (struct seen_file){ file->dev, file->ino };
}

bool
seen_has(const struct seen *s, const struct source *file)
{
	return s->cap > 0 && place(s, key(file))->ino != 0;
}

static void
grow(struct seen *s)
{
	struct seen old = *s;
	size_t i;

	s->cap = old.cap ? old.cap * 2 : 64;
	s->table = xrealloc(NULL, s->cap, sizeof(*s->table));
	memset(s->table, 0, s->cap * sizeof(*s->table));
	for (i = 0; i < old.cap; i++)
		if (old.table[i].ino != 0)
			*place(s, old.table[i]) = old.table[i];
	free(old.table);
}

void
seen_add(struct seen *s, const struct source *file)
{
	if (seen_has(s, file))
		return;
	if (s->n * 2 >= s->cap)
		grow(s);
	*place(s, key(file)) = key(file);
	s->n++;
}

void
seen_free(struct seen *s)
{
	free(s->table);
}
