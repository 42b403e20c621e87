/* The order of a list.  By file or source it is an array of ids, sorted by their
 * groups and in each by date:
 *
 *	archive   0 1 2 3 4 5 6 7      places, in order of date
 *	group     b a b b a c a b
 *	order     1 4 6 | 0 2 3 7 | 5
 *	            a       b       c
 *
 * It is made by counting each group and then dealing out the places in turn. */
#include "dateline/reader/order.h"

#include <stdlib.h>

#include "dateline/find/sources.h"

struct order {
	struct archive *archive;
	const struct scope *scope;
	struct sources *sources; /* NULL until somebody asks for them */
	enum order_by by;

	uint32_t *ids;
	uint32_t n;
	size_t cap;
	bool stale;		  /* made for another kind, or not at all */
	uint32_t scope_version;	  /* which it was made for … */
	uint32_t sources_version; /* … both */
	uint32_t seen;		  /* ids before this one are in it */

	size_t common;		 /* bytes that all paths begin with … */
	uint32_t common_sources; /* … of so many files */
};

struct order *
order_new(struct archive *archive, const struct scope *scope)
{
	struct order *o = xrealloc(NULL, 1, sizeof(*o));

	*o = (struct order){ .archive = archive, .scope = scope };
	return o;
}

void
order_free(struct order *o)
{
	if (!o)
		return;
	sources_free(o->sources);
	free(o->ids);
	free(o);
}

static const char *const names[ORDER_COUNT] = { "date", "file", "source" };

enum order_by
order_by_find(struct str name)
{
	enum order_by by = ORDER_DATE;

	while (by < ORDER_COUNT && !str_eq(name, str_c(names[by])))
		by++;
	return by;
}

const char *
order_by_name(enum order_by by)
{
	return names[by];
}

enum order_by
order_by(const struct order *o)
{
	return o->by;
}

void
order_set(struct order *o, enum order_by by)
{
	if (by == o->by)
		return;
	o->by = by;
	o->stale = true;
	if (by == ORDER_SOURCE && !o->sources)
		o->sources = sources_new(o->archive);
	if (by != ORDER_DATE)
		return;
	free(o->ids);
	o->ids = NULL;
	o->n = 0;
	o->cap = 0;
}

bool
order_step(struct order *o, size_t bytes)
{
	return o->by == ORDER_SOURCE && sources_step(o->sources, bytes);
}

int
order_percent(const struct order *o)
{
	return o->by == ORDER_SOURCE ? sources_percent(o->sources) : 100;
}

static uint32_t
group_count(const struct order *o)
{
	return o->by == ORDER_FILE ? archive_source_count(o->archive)
				   : sources_group_count(o->sources);
}

static uint32_t
group_of(const struct order *o, uint32_t id)
{
	return o->by == ORDER_FILE ? archive_record(o->archive, id)->source
				   : sources_group(o->sources, id);
}

static int
compare(const void *x, const void *y, void *order)
{
	const struct order *o = order;
	uint32_t id = *(const uint32_t *)x, other = *(const uint32_t *)y;
	uint32_t a = group_of(o, id), b = group_of(o, other);

	if (a != b)
		return a < b ? -1 : 1;
	return archive_compare(o->archive, id, other);
}

static void
make_room(struct order *o, uint32_t n)
{
	if (n <= o->cap)
		return;
	o->cap = (size_t)n + n / 2 + 64;
	o->ids = xrealloc(o->ids, o->cap, sizeof(*o->ids));
}

/* Counts groups, then deals out the reports of the scope, in order of date. */
static void
make_anew(struct order *o)
{
	size_t n = scope_count(o->scope), groups = group_count(o);
	uint32_t *next = xrealloc(NULL, groups + 1, sizeof(*next));
	uint32_t *ids = xrealloc(NULL, n + 1, sizeof(*ids));
	uint32_t *group = xrealloc(NULL, n + 1, sizeof(*group));

	make_room(o, (uint32_t)n);
	memset(next, 0, (groups + 1) * sizeof(*next));
	scope_ids(o->scope, 0, (uint32_t)n, ids);
	for (size_t i = 0; i < n; i++) {
		group[i] = group_of(o, ids[i]);
		next[group[i] + 1]++;
	}
	for (size_t g = 0; g < groups; g++)
		next[g + 1] += next[g];
	for (size_t i = 0; i < n; i++)
		o->ids[next[group[i]]++] = ids[i];
	o->n = (uint32_t)n;
	free(next);
	free(ids);
	free(group);
}

/* How many of the first `n` places come before report `id`. */
static uint32_t
places_before(struct order *o, uint32_t n, uint32_t id)
{
	uint32_t low = 0;

	if (n > 0 && compare(&o->ids[n - 1], &id, o) < 0)
		return n;
	while (low < n) {
		uint32_t mid = low + (n - low) / 2;

		if (compare(&o->ids[mid], &id, o) < 0)
			low = mid + 1;
		else
			n = mid;
	}
	return low;
}

/* Reports that were indexed since are merged in from the back, as
 * archive_order.c does it. */
static void
take_in(struct order *o, uint32_t count)
{
	uint32_t *fresh = xrealloc(NULL, count - o->seen, sizeof(*fresh));
	uint32_t n = 0, old = o->n;

	for (uint32_t id = o->seen; id < count; id++)
		if (scope_has(o->scope, id))
			fresh[n++] = id;
	if (n > 1)
		qsort_r(fresh, n, sizeof(*fresh), compare, o);
	make_room(o, old + n);
	o->n += n;
	for (; n > 0; n--) {
		uint32_t at = places_before(o, old, fresh[n - 1]);

		memmove(o->ids + at + n, o->ids + at,
		    (old - at) * sizeof(*o->ids));
		o->ids[at + n - 1] = fresh[n - 1];
		old = at;
	}
	free(fresh);
}

static void
follow(struct order *o)
{
	uint32_t count = archive_count(o->archive);
	uint32_t version =
	    o->by == ORDER_SOURCE ? sources_version(o->sources) : 0;

	if (o->stale || o->scope_version != o->scope->version ||
	    o->sources_version != version)
		make_anew(o);
	else if (o->seen < count)
		take_in(o, count);
	o->stale = false;
	o->scope_version = o->scope->version;
	o->sources_version = version;
	o->seen = count;
}

uint32_t
order_count(struct order *o)
{
	return scope_count(o->scope);
}

uint32_t
order_at(struct order *o, uint32_t place)
{
	if (o->by == ORDER_DATE)
		return scope_at(o->scope, place);
	follow(o);
	return o->ids[place];
}

uint32_t
order_ids(struct order *o, uint32_t place, uint32_t n, uint32_t *ids)
{
	if (o->by == ORDER_DATE)
		return scope_ids(o->scope, place, n, ids);
	follow(o);
	if (place >= o->n)
		return 0;
	if (n > o->n - place)
		n = o->n - place;
	memcpy(ids, o->ids + place, n * sizeof(*ids));
	return n;
}

uint32_t
order_index(struct order *o, uint32_t id)
{
	if (o->by == ORDER_DATE)
		return scope_index(o->scope, id);
	follow(o);
	return places_before(o, o->n, id);
}

/* The first place whose group is not before `group`. */
static uint32_t
find_group(const struct order *o, uint32_t group)
{
	uint32_t low = 0, high = o->n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (group_of(o, o->ids[mid]) < group)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct dates_row
order_group(struct order *o, uint32_t place)
{
	uint32_t group;

	if (o->by == ORDER_DATE)
		return (struct dates_row){ place, place + 1 };
	group = group_of(o, order_at(o, place));
	return (struct dates_row){ find_group(o, group),
		find_group(o, group + 1) };
}

/* The length of the folders that two paths begin with, as far as `most`. */
static size_t
common_folders(const char *a, const char *b, size_t most)
{
	size_t common = 0;

	for (size_t i = 0; i < most && a[i] == b[i] && a[i] != '\0'; i++)
		if (a[i] == '/')
			common = i + 1;
	return common;
}

/* What comes before the name of a file that is named as briefly as they all can
 * be. */
static size_t
common_path(struct order *o)
{
	uint32_t n = archive_source_count(o->archive);
	const char *first = archive_path(o->archive, 0);

	if (o->common_sources == 0)
		o->common = strlen(first);
	for (; o->common_sources < n; o->common_sources++)
		o->common = common_folders(first,
		    archive_path(o->archive, o->common_sources), o->common);
	return o->common;
}

static struct str
source_name(const struct order *o, uint32_t group)
{
	uint32_t n = sources_group_count(o->sources);

	if (group == n - 1)
		return STR("(not read yet)");
	if (group == n - 2)
		return STR("(no source)");
	return sources_name(o->sources, group);
}

struct str
order_group_name(struct order *o, uint32_t place)
{
	uint32_t group;

	if (o->by == ORDER_DATE)
		return STR("");
	group = group_of(o, order_at(o, place));
	if (o->by == ORDER_SOURCE)
		return source_name(o, group);
	return str_skip(
	    str_c(archive_path(o->archive, group)), common_path(o));
}
