/* What stands beside a date that is being typed: where it leads, and below that
 * the other way to take it. */
#include "panes.h"

struct str
foot_date_hint(const struct drawing *d)
{
	const struct prompt *p = &d->reader->prompt;
	struct buf b = { .in = d->frame };
	struct date_offers offers = { .n = 0 };

	if (d->reader->open.is && p->len > 0)
		offers = reader_date_offers(d->reader, prompt_text(p));
	if (offers.n > 0)
		buf_add(&b, STR("Enter goes   "));
	if (offers.n > 1)
		buf_addf(&b, "Tab: %s   ",
		    offers.at[(p->turn + 1) % offers.n].text);
	buf_add(&b, STR("Esc stays"));
	if (offers.n < 2)
		buf_add(&b, STR("   20/3, mar 2023, last tue, -2w; to stay: "
				"2021..2022, -2w.."));
	return buf_str(&b);
}

struct str
foot_date_preview(const struct drawing *d)
{
	const struct reader *r = d->reader;
	const struct prompt *p = &r->prompt;
	struct buf b = { .in = d->frame };
	struct date_offers offers;

	if (!r->open.is || (p->len == 0 && !scope_has_dates(&r->scope)))
		return STR("");
	if (p->len == 0)
		return STR("→ of any day");
	offers = reader_date_offers(r, prompt_text(p));
	if (offers.n == 0)
		return str_c(offers.why);
	buf_addf(&b, "→ %s", offers.at[p->turn % offers.n].text);
	return buf_str(&b);
}
