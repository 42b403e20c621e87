/* How many a day.  Sums from the first day on, so that any range costs two
 * lookups, whatever lies in it:
 *
 *	day     20 Mar   23 Mar   2 Apr
 *	up to        2        3      10
 */
#include "dateline/find/tally.h"

struct tally
tally_new(struct arena *in)
{
	return (struct tally){ .in = in };
}

void
tally_add(struct tally *t, date d, uint64_t n)
{
	uint64_t before = t->n > 0 ? t->days[t->n - 1].up_to : 0;

	if (d == DATE_NONE)
		t->undated += n;
	else if (n > 0 && t->n > 0 && t->days[t->n - 1].day == d)
		t->days[t->n - 1].up_to += n;
	else if (n > 0)
		*arena_push(t->in, struct tally_day, t->days, t->n, t->cap) =
		    (struct tally_day){ d, before + n };
}

/* How many of the days are before `d`. */
static size_t
days_before(const struct tally *t, int64_t d)
{
	size_t low = 0, high = t->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (t->days[mid].day < d)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static uint64_t
sum_before(const struct tally *t, int64_t d)
{
	size_t n = days_before(t, d);

	return n > 0 ? t->days[n - 1].up_to : 0;
}

uint64_t
tally_in(const struct tally *t, struct date_range r)
{
	if (r.first > r.last)
		return 0;
	return sum_before(t, (int64_t)r.last + 1) - sum_before(t, r.first);
}

date
tally_after(const struct tally *t, date d)
{
	size_t i = days_before(t, (int64_t)d + 1);

	return i < t->n ? t->days[i].day : DATE_NONE;
}

date
tally_before(const struct tally *t, date d)
{
	size_t i = days_before(t, d);

	return i > 0 ? t->days[i - 1].day : DATE_NONE;
}

static const char *const names[BY_COUNT] = { "day", "month", "year" };

enum tally_by
tally_by_find(struct str name)
{
	size_t by = 0;

	while (by < BY_COUNT && !str_eq(name, str_c(names[by])))
		by++;
	return (enum tally_by)by;
}

const char *
tally_by_name(enum tally_by by)
{
	return names[by];
}

int32_t
period_of(enum tally_by by, date d)
{
	struct ymd when = date_ymd(d);

	if (by == BY_DAY)
		return d;
	return by == BY_YEAR ? when.year : when.year * 12 + when.month - 1;
}

struct date_range
period_range(enum tally_by by, int32_t period)
{
	if (by == BY_DAY)
		return (struct date_range){ period, period };
	return by == BY_YEAR ? date_year(period)
			     : date_month(period / 12, period % 12 + 1);
}

void
period_print(char out[DATE_TEXT], enum tally_by by, int32_t period)
{
	static const size_t lengths[BY_COUNT] = { 10, 7, 4 };

	date_print(out, period_range(by, period).first);
	out[lengths[by]] = '\0';
}

static uint64_t
most_in(const struct tally *t, const struct timeline *l)
{
	uint64_t most = 0, n = 0;

	for (size_t i = days_before(t, l->drawn.first); i < t->n; i++) {
		bool same = n > 0 && i > 0 &&
		    period_of(l->by, t->days[i].day) ==
			period_of(l->by, t->days[i - 1].day);

		if (t->days[i].day > l->drawn.last)
			break;
		n = (same ? n : 0) + t->days[i].up_to -
		    (i > 0 ? t->days[i - 1].up_to : 0);
		most = n > most ? n : most;
	}
	return most;
}

struct timeline
timeline_make(const struct tally *t, enum tally_by by, date today)
{
	struct timeline l = { .by = by };
	size_t first = 0, after = t->n;

	while (first < after && t->days[first].day < today &&
	    date_is_implausible(t->days[first].day, today))
		first++;
	while (after > first &&
	    date_is_implausible(t->days[after - 1].day, today))
		after--;
	if (first > 0)
		l.earlier = t->days[first - 1].up_to;
	if (after < t->n)
		l.later = t->days[t->n - 1].up_to -
		    (after > 0 ? t->days[after - 1].up_to : 0);
	if (first == after)
		return l;
	l.first = period_of(by, t->days[first].day);
	l.n = (uint32_t)(period_of(by, t->days[after - 1].day) - l.first) + 1;
	l.drawn.first = period_range(by, l.first).first;
	l.drawn.last = period_range(by, l.first + (int32_t)l.n - 1).last;
	l.most = most_in(t, &l);
	return l;
}
