/* Which source each report names.  Names are kept once, in a table of chains;
 * reports have the number of their name.  What is told of them is what was found
 * when the last batch was closed:
 *
 *	reports   0 … known … next …
 *	          |  told  | found | not looked at
 *	names     sorted[]: by their folds; rank[]: where they stand there	*/
#include "dateline/find/sources.h"

#include <stdlib.h>
#include <time.h>

#include "dateline/report/head.h"
#include "dateline/text/fold.h"
#include "dateline/text/line.h"

enum {
	BATCH_LEAST = 256, /* reports … */
	BATCH_PART = 4,	   /* … and this part of those known … */
	BATCH_NAMES = 4096, /* … or so many new names close a batch */
	STEP_NS = 4000000,
};

struct name {
	struct str text;
	uint32_t older; /* the next one in its chain, + 1 */
};

struct sources {
	struct archive *archive;
	struct arena *in;      /* names */
	struct arena *scratch; /* the beginning of one report */

	struct name *names;
	uint32_t name_n;
	size_t name_cap;
	uint32_t *slots; /* the newest name of each chain, + 1 */
	uint32_t slot_n;

	uint32_t *named; /* for each report: its name, + 1; 0: none */
	size_t named_cap;
	uint32_t next;	/* reports looked at … */
	uint32_t known; /* … and told */
	uint32_t *sorted, *rank;
	uint32_t sorted_n;
	size_t sorted_cap, rank_cap;
	uint32_t version;
};

struct sources *
sources_new(struct archive *archive)
{
	struct sources *s = xrealloc(NULL, 1, sizeof(*s));

	*s = (struct sources){ .archive = archive };
	s->in = arena_new();
	s->scratch = arena_new();
	return s;
}

void
sources_free(struct sources *s)
{
	if (!s)
		return;
	arena_free(s->in);
	arena_free(s->scratch);
	free(s->names);
	free(s->slots);
	free(s->named);
	free(s->sorted);
	free(s->rank);
	free(s);
}

/* Room for `n` things, and half as many more. */
static void *
grow(void *old, uint32_t n, size_t *cap, size_t size)
{
	if (n <= *cap)
		return old;
	*cap = n + n / 2 + 64;
	return xrealloc(old, *cap, size);
}

static uint64_t
now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* Of its fold. */
static uint32_t
hash_of(struct str s)
{
	uint32_t h = 2166136261u, cp;
	char room[FOLD_MAX];

	for (size_t at = 0, n; (n = utf8_next(s, at, &cp)) > 0; at += n)
		for (size_t i = 0, len = fold_char(cp, room); i < len; i++)
			h = (h ^ (uint8_t)room[i]) * 16777619u;
	return h ^ h >> 15;
}

/* Twice as many chains as names, at least. */
static void
make_slots(struct sources *s)
{
	if (s->name_n * 2 < s->slot_n)
		return;
	s->slot_n = s->slot_n ? s->slot_n * 2 : 64;
	s->slots = xrealloc(s->slots, s->slot_n, sizeof(*s->slots));
	memset(s->slots, 0, s->slot_n * sizeof(*s->slots));
	for (uint32_t i = 0; i < s->name_n; i++) {
		uint32_t *slot = &s->slots[hash_of(s->names[i].text) &
		    (s->slot_n - 1)];

		s->names[i].older = *slot;
		*slot = i + 1;
	}
}

/* The number of a name, from 1. */
static uint32_t
number_of(struct sources *s, struct str name)
{
	uint32_t *slot, i;

	make_slots(s);
	slot = &s->slots[hash_of(name) & (s->slot_n - 1)];
	for (i = *slot; i != 0; i = s->names[i - 1].older)
		if (fold_eq(s->names[i - 1].text, name))
			return i;
	s->names = grow(
	    s->names, s->name_n + 1, &s->name_cap, sizeof(*s->names));
	s->names[s->name_n] =
	    (struct name){ arena_str(s->in, name), *slot };
	return *slot = ++s->name_n;
}

/* Notes what a report names; returns how many bytes were read for that.  One that
 * cannot be read names nothing. */
static size_t
look_at(struct sources *s, uint32_t id)
{
	const struct record *rec = archive_record(s->archive, id);
	struct err e = { "" };
	struct plain plain;
	struct str raw, name;

	s->named[id] = 0;
	arena_reset(s->scratch);
	if (!archive_read(
		s->archive, id, 0, HEAD_WINDOW, s->scratch, &raw, &e))
		return HEAD_WINDOW;
	plain = plain_make(s->scratch, raw, 0, PLAIN_READABLE);
	name = line_of(s->scratch,
	    str_of(plain.text, head_read(plain.text, rec->head).source));
	if (name.len > 0)
		s->named[id] = number_of(
		    s, str_head(name, utf8_floor(name, SOURCES_NAME)));
	return raw.len + 1;
}

static int
compare_names(const void *x, const void *y, void *names)
{
	const struct name *n = names;

	return fold_compare(n[*(const uint32_t *)x].text,
	    n[*(const uint32_t *)y].text);
}

/* How many of the first `n` sorted names come before name `i`. */
static uint32_t
names_before(const struct sources *s, uint32_t n, uint32_t i)
{
	uint32_t low = 0;

	while (low < n) {
		uint32_t mid = low + (n - low) / 2;

		if (fold_compare(s->names[s->sorted[mid]].text,
			s->names[i].text) < 0)
			low = mid + 1;
		else
			n = mid;
	}
	return low;
}

/* New names are sorted by themselves and merged in from the back, as
 * archive_order.c does it. */
static void
sort_names(struct sources *s)
{
	uint32_t n = s->name_n - s->sorted_n, old = s->sorted_n;
	uint32_t *fresh = xrealloc(NULL, n + 1, sizeof(*fresh));

	s->sorted = grow(
	    s->sorted, s->name_n, &s->sorted_cap, sizeof(*s->sorted));
	s->rank = grow(s->rank, s->name_n, &s->rank_cap, sizeof(*s->rank));
	for (uint32_t i = 0; i < n; i++)
		fresh[i] = s->sorted_n + i;
	qsort_r(fresh, n, sizeof(*fresh), compare_names, s->names);
	for (; n > 0; n--) {
		uint32_t at = names_before(s, old, fresh[n - 1]);

		memmove(s->sorted + at + n, s->sorted + at,
		    (old - at) * sizeof(*s->sorted));
		s->sorted[at + n - 1] = fresh[n - 1];
		old = at;
	}
	s->sorted_n = s->name_n;
	for (uint32_t i = 0; i < s->sorted_n; i++)
		s->rank[s->sorted[i]] = i;
	free(fresh);
}

/* What was found so far is told. */
static void
close_batch(struct sources *s)
{
	if (s->known == s->next)
		return;
	if (s->sorted_n < s->name_n)
		sort_names(s);
	s->known = s->next;
	s->version++;
}

static bool
is_full(const struct sources *s)
{
	uint32_t n = s->next - s->known;

	return (n >= BATCH_LEAST && n >= s->known / BATCH_PART) ||
	    s->name_n - s->sorted_n >= BATCH_NAMES;
}

bool
sources_step(struct sources *s, size_t bytes)
{
	uint64_t until = now_ns() + STEP_NS;
	uint32_t n = archive_count(s->archive);
	size_t done = 0;

	s->named = grow(s->named, n, &s->named_cap, sizeof(*s->named));
	while (s->next < n && done < bytes && now_ns() < until)
		done += look_at(s, s->next++);
	if (s->next == n || is_full(s))
		close_batch(s);
	return s->next < n;
}

uint32_t
sources_version(const struct sources *s)
{
	return s->version;
}

uint32_t
sources_group_count(const struct sources *s)
{
	return s->sorted_n + 2;
}

uint32_t
sources_group(const struct sources *s, uint32_t id)
{
	if (id >= s->known)
		return s->sorted_n + 1;
	return s->named[id] ? s->rank[s->named[id] - 1] : s->sorted_n;
}

struct str
sources_name(const struct sources *s, uint32_t group)
{
	return group < s->sorted_n ? s->names[s->sorted[group]].text : STR("");
}

int
sources_percent(const struct sources *s)
{
	uint64_t n = archive_count(s->archive);

	return n > 0 ? (int)(s->next * UINT64_C(100) / n) : 100;
}
