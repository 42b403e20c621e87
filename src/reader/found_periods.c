/* The line above a list of hits: how many there are in each year, or in each
 * month of the only one.
 *
 *	2021 ────────── 14   2022 ──────── 11   2023 ──── 6
 *	2022:  Jan ──── 4   Feb ── 2
 *	1993 .  .::|.:.||:. 2023		where there is no room	*/
#include <inttypes.h>
#include <stdio.h>

#include "parts.h"
#include "sheet_parts.h"

enum { BAR_MOST = 12, GAP = 3 };

/* "2021", "Jan". */
static void
label_print(char out[DATE_TEXT], const struct timeline *l, uint32_t i)
{
	int32_t period = l->first + (int32_t)i;

	if (l->by == BY_YEAR)
		period_print(out, l->by, period);
	else
		snprintf(out, DATE_TEXT, "%.3s",
		    date_month_name(
			date_ymd(period_range(l->by, period).first).month));
}

static uint64_t
count_in(const struct tally *t, const struct timeline *l, uint32_t i)
{
	return tally_in(t, period_range(l->by, l->first + (int32_t)i));
}

/* Columns that all periods take with bars as long as `bar`. */
static uint64_t
columns_of(const struct tally *t, const struct timeline *l, uint32_t bar)
{
	uint64_t cols = 0;
	char label[DATE_TEXT], n[24];

	for (uint32_t i = 0; i < l->n; i++) {
		label_print(label, l, i);
		snprintf(n, sizeof(n), "%" PRIu64, count_in(t, l, i));
		cols += strlen(label) + strlen(n) + bar + 2 + GAP;
	}
	return cols;
}

static void
add_bars(struct buf *b, const struct tally *t, const struct timeline *l,
    uint32_t most)
{
	char label[DATE_TEXT];

	for (uint32_t i = 0; i < l->n; i++) {
		uint64_t n = count_in(t, l, i);
		uint64_t bar = (n * most + l->most - 1) / l->most;

		label_print(label, l, i);
		buf_addf(b, "%s%s ", i > 0 ? "   " : "", label);
		while (bar-- > 0)
			buf_add(b, STR("─"));
		buf_addf(b, "%s%" PRIu64, n > 0 ? " " : "", n);
	}
}

/* One sign for each period. */
static void
add_signs(struct buf *b, const struct tally *t, const struct timeline *l)
{
	static const char signs[] = " .:|";
	char label[DATE_TEXT];

	label_print(label, l, 0);
	buf_addf(b, "%s ", label);
	for (uint32_t i = 0; i < l->n; i++)
		buf_addc(b, signs[(count_in(t, l, i) * 3 + l->most - 1) /
				l->most]);
	label_print(label, l, l->n - 1);
	buf_addf(b, " %s", label);
}

void
found_add_periods(struct buf *b, const struct tally *t, int cols)
{
	date today = date_today();
	struct timeline l = timeline_make(t, BY_YEAR, today);
	uint32_t bar = BAR_MOST;
	char year[DATE_TEXT];

	if (l.n == 1) {
		period_print(year, BY_YEAR, l.first);
		buf_addf(b, "%s:  ", year);
		cols -= (int)strlen(year) + GAP;
		l = timeline_make(t, BY_MONTH, today);
	}
	if (l.n == 0 || cols < 0)
		return;
	while (bar > 0 && columns_of(t, &l, bar) > (uint64_t)cols + GAP)
		bar--;
	if (bar > 0)
		add_bars(b, t, &l, bar);
	else
		add_signs(b, t, &l);
}
