/* Boilerplate over an archive.  Hashes of blocks are counted in one table of a
 * size that is never exceeded, those of sources beside them:
 *
 *	hash of block   counted in   last in      hash of source  reports
 *	84c1…           3            report 17    30a5…           212
 *
 * What is counted often enough becomes a sorted array, and the table goes. */
#include "dateline/find/repeats.h"

#include <stdlib.h>

#include "dateline/report/article.h"

enum {
	TABLE_BITS = 18,
	TABLE_SIZE = 1 << TABLE_BITS,
	TABLE_FULL = TABLE_SIZE / 4 * 3,
	REPORTS_MIN = 3,
	PERCENT_MIN = 1,
};

struct entry {
	uint64_t key; /* 0: nothing here */
	uint64_t source;
	uint32_t times;
	uint32_t last; /* the report it was met in last, + 1 */
};

struct repeats_scan {
	struct archive *archive;
	struct arena *scratch; /* one report */
	struct arena *found;
	struct entry *table; /* NULL when all is done */
	size_t entries;
	uint32_t next, stride;
	struct repeats result;
};

struct repeats_scan *
repeats_scan_new(struct archive *archive)
{
	struct repeats_scan *s = xrealloc(NULL, 1, sizeof(*s));
	uint32_t n = archive_count(archive);

	*s = (struct repeats_scan){
		.archive = archive,
		.scratch = arena_new(),
		.found = arena_new(),
		.stride = n / REPEATS_SAMPLE + 1,
	};
	s->table = xrealloc(NULL, TABLE_SIZE, sizeof(*s->table));
	memset(s->table, 0, TABLE_SIZE * sizeof(*s->table));
	return s;
}

void
repeats_scan_free(struct repeats_scan *s)
{
	if (!s)
		return;
	arena_free(s->scratch);
	arena_free(s->found);
	free(s->table);
	free(s);
}

/* The entry of `key`, a new one if need be; NULL when the table is full. */
static struct entry *
entry_of(struct repeats_scan *s, uint64_t key)
{
	size_t at;

	key |= key == 0;
	for (at = (size_t)(key >> (64 - TABLE_BITS)); s->table[at].key != 0;
	     at = (at + 1) % TABLE_SIZE)
		if (s->table[at].key == key)
			return &s->table[at];
	if (s->entries == TABLE_FULL)
		return NULL;
	s->entries++;
	s->table[at].key = key;
	return &s->table[at];
}

/* Counts `key` in report `id`, once however often it occurs there; false when
 * it was met in a report before. */
static bool
count(struct repeats_scan *s, uint64_t key, uint64_t source, uint32_t id)
{
	struct entry *e = entry_of(s, key);
	bool first = !e || e->times == 0;

	if (e && e->last != id + 1) {
		e->times++;
		e->last = id + 1;
		e->source = source;
	}
	return first;
}

/* Keys of another kind than those of blocks. */
enum { KEY_REPORT = 11, KEY_SOURCE = 12 };

static void
count_blocks(struct repeats_scan *s, const struct article *t, uint32_t id)
{
	const struct record *rec = archive_record(s->archive, id);
	struct str text = t->text.text;
	uint64_t source = repeats_source(str_of(text, t->head.source),
	    archive_path(s->archive, rec->source));
	size_t i;

	if (!count(s, repeats_key(KEY_REPORT, str_skip(text, t->head.body)), 0,
		id))
		return;
	count(s, repeats_key(source ^ KEY_SOURCE, STR("")), 0, id);
	for (i = 0; i < t->block_n; i++)
		if (t->blocks[i].kind != BLOCK_HEADING)
			count(s,
			    repeats_key(source, str_of(text, t->blocks[i].at)),
			    source, id);
}

/* Returns how many bytes it has read; what cannot be read repeats nothing. */
static size_t
look_at(struct repeats_scan *s, uint32_t id)
{
	const struct record *rec = archive_record(s->archive, id);
	struct err e = { "" };
	struct article t;
	struct str raw;

	arena_reset(s->scratch);
	if (!archive_read(
		s->archive, id, 0, REPEATS_BYTES, s->scratch, &raw, &e))
		return REPEATS_BYTES;
	t = article_read_to(s->scratch, raw, 0, rec->head, PLAIN_READABLE,
	    ARTICLE_TEXT);
	count_blocks(s, &t, id);
	return raw.len + 1;
}

static bool
is_boilerplate(struct repeats_scan *s, const struct entry *e)
{
	const struct entry *source;

	if (e->source == 0 || e->times < REPORTS_MIN)
		return false;
	source = entry_of(s, repeats_key(e->source ^ KEY_SOURCE, STR("")));
	return source &&
	    (uint64_t)e->times * 100 >= (uint64_t)source->times * PERCENT_MIN;
}

static int
by_key(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	return a->key < b->key ? -1 : a->key > b->key;
}

/* Keeps what is boilerplate and nothing else. */
static void
conclude(struct repeats_scan *s)
{
	struct entry *kept = NULL;
	size_t n = 0, cap = 0, i;
	uint64_t *keys;
	uint32_t *times;

	arena_reset(s->scratch);
	for (i = 0; i < TABLE_SIZE; i++)
		if (is_boilerplate(s, &s->table[i]))
			*arena_push(s->scratch, struct entry, kept, n, cap) =
			    s->table[i];
	if (n > 1)
		qsort(kept, n, sizeof(*kept), by_key);
	keys = arena_array(s->found, uint64_t, n);
	times = arena_array(s->found, uint32_t, n);
	for (i = 0; i < n; i++) {
		keys[i] = kept[i].key;
		times[i] = kept[i].times;
	}
	s->result = (struct repeats){ .keys = keys, .times = times, .n = n };
	for (i = 0; i < n; i++)
		repeats_note_length(&s->result, keys[i]);
	free(s->table);
	s->table = NULL;
	arena_reset(s->scratch);
}

bool
repeats_scan_step(struct repeats_scan *s, size_t bytes)
{
	uint32_t n = archive_count(s->archive);
	size_t done = 0;

	while (s->table && done < bytes) {
		if (s->next >= n) {
			conclude(s);
			break;
		}
		done += look_at(s, archive_at(s->archive, s->next));
		s->next += s->stride;
	}
	return s->table != NULL;
}

const struct repeats *
repeats_scan_result(const struct repeats_scan *s)
{
	return s->table ? NULL : &s->result;
}
