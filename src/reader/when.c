/* Numbers for pictures of time: the rows of the timeline, the months of the
 * calendar and how strongly a day is marked. */
#include "dateline/reader/when.h"

uint32_t
when_row_count(const struct when *w)
{
	return w->line.n + (w->line.earlier > 0) + (w->line.later > 0);
}

static const struct tally *
counted(const struct when *w)
{
	return w->counted ? w->counted : &w->reports;
}

struct when_row
when_row_at(const struct when *w, uint32_t i)
{
	const struct timeline *l = &w->line;
	const struct tally *t = counted(w);
	struct when_row row = { .kind = WHEN_PERIOD };

	if (l->earlier > 0 && i-- == 0) {
		row.kind = WHEN_EARLIER;
		row.n = l->earlier;
		row.range = (struct date_range){ DATE_ALL.first,
			l->n > 0 ? l->drawn.first - 1 : t->days[t->n - 1].day };
	} else if (i < l->n) {
		row.range = period_range(l->by, l->first + (int32_t)i);
		row.n = tally_in(t, row.range);
	} else {
		row.kind = WHEN_LATER;
		row.n = l->later;
		row.range = (struct date_range){
			l->n > 0 ? l->drawn.last + 1 : t->days[0].day,
			DATE_ALL.last };
	}
	return row;
}

uint32_t
when_row_now(const struct when *w)
{
	const struct timeline *l = &w->line;
	uint32_t n = when_row_count(w);
	int32_t period;

	if (n == 0 || (l->n > 0 && w->day < l->drawn.first))
		return 0;
	if (l->n == 0 || w->day > l->drawn.last)
		return n - 1;
	period = period_of(l->by, w->day);
	return (uint32_t)(period - l->first) + (l->earlier > 0);
}

/* The smallest number whose cube, or whose cube and a half, reaches `most`: days
 * are few, some or many by thirds of how many digits they have. */
struct when_scale
when_scale_of(const struct tally *t)
{
	struct when_scale s = { 1, 1, 0 };

	for (size_t i = 0; i < t->n; i++) {
		uint64_t n =
		    t->days[i].up_to - (i > 0 ? t->days[i - 1].up_to : 0);

		s.most = n > s.most ? n : s.most;
	}
	while (s.some * s.some * s.some < s.most)
		s.some++;
	s.many = s.some * s.some;
	s.some = s.some > 1 ? s.some : 2;
	s.many = s.many > s.some ? s.many : s.some + 1;
	return s;
}

int
when_level(const struct when_scale *s, uint64_t n)
{
	return n == 0 ? 0 : n < s->some ? 1 : n < s->many ? 2 : 3;
}

/* A whole year where there is room for twelve months, else six, four, three,
 * two, or the one of the day. */
struct when_months
when_months_of(date day, int cols, int rows)
{
	int32_t month = period_of(BY_MONTH, day);
	int across = (cols - 2 + MONTH_GAP) / (MONTH_COLS + MONTH_GAP);
	int down = (rows + 1) / (MONTH_ROWS + 1);
	struct when_months m = { 0 };

	across = across < 1 ? 1 : across > 4 ? 4 : across;
	down = down < 1 ? 1 : down;
	while (12 % (across * down) != 0 || across * down > 12)
		if (down > 1)
			down--;
		else
			across--;
	m.across = across;
	m.down = down;
	m.first = month - month % (across * down);
	m.col = (cols - across * (MONTH_COLS + MONTH_GAP) + MONTH_GAP) / 2;
	m.col = m.col > 1 ? m.col : 1;
	return m;
}
