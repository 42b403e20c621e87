/* A date in words.  What the words say is noted first, in any order, each thing
 * once; then it is asked what all of it means. */
#include "date_guess.h"

#include "dateline/text/fold.h"

static const char wrong_weekday[] = "That day is another day of the week.";

/* Whether `s` is `word`, in any case, or at least its first `least` letters. */
static bool
is_word(struct str s, const char *word, size_t least)
{
	size_t i;

	if (s.len < least || s.len > strlen(word))
		return false;
	for (i = 0; i < s.len; i++)
		if (ascii_lower(s.ptr[i]) != ascii_lower(word[i]))
			return false;
	return true;
}

enum unit { UNIT_NONE, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR };
enum { NOT_SAID = -9 };

/* What the words of a date have said so far. */
struct said {
	int year;	/* 0: nothing yet */
	int month;	/* 0 */
	int day;	/* 0 */
	int weekday;	/* NOT_SAID */
	int from_today; /* NOT_SAID, or the distance of the day meant */
	enum unit unit; /* of "last week" */
	bool first;
	bool last;
	bool this;
	bool begun;
};

/* A name of another language, whole or in its short form, whose full stop was
 * not taken with it. */
static bool
is_name(struct str s, const char *name)
{
	struct str whole = str_c(name ? name : "");

	if (str_ends(whole, STR(".")))
		whole.len--;
	return whole.len > 0 && fold_eq(s, whole);
}

static bool
is_month(const struct date_names *names, struct str s, int month)
{
	return is_word(s, date_month_name(month), 3) ||
	    (names &&
		(is_name(s, names->months[month - 1]) ||
		    is_name(s, names->alone[month - 1]) ||
		    is_name(s, names->short_months[month - 1])));
}

static bool
is_weekday(const struct date_names *names, struct str s, int day)
{
	return is_word(s, date_weekday_name(day), 3) ||
	    (names && (is_name(s, names->days[day]) ||
			  is_name(s, names->short_days[day])));
}

static bool
hear_month(const struct date_names *names, struct said *w, struct str s)
{
	for (int i = 1; i <= 12 && w->month == 0; i++)
		if (is_month(names, s, i)) {
			w->month = i;
			return true;
		}
	return false;
}

static bool
hear_weekday(const struct date_names *names, struct said *w, struct str s)
{
	for (int i = 0; i < 7 && w->weekday == NOT_SAID; i++)
		if (is_weekday(names, s, i)) {
			w->weekday = i;
			return true;
		}
	return false;
}

/* English names go before those of the locale: mar is March wherever it is
 * Tuesday, too. */
static bool
hear_name(const struct guess *g, struct said *w, struct str s)
{
	return hear_month(NULL, w, s) || hear_weekday(NULL, w, s) ||
	    hear_month(g->base.names, w, s) ||
	    hear_weekday(g->base.names, w, s);
}

static bool
hear_word(const struct guess *g, struct said *w, struct str s)
{
	static const struct {
		const char *word;
		int from_today;
		enum unit unit;
	} words[] = {
		{ "today", 0, UNIT_NONE },
		{ "yesterday", -1, UNIT_NONE },
		{ "tomorrow", 1, UNIT_NONE },
		{ "week", NOT_SAID, UNIT_WEEK },
		{ "month", NOT_SAID, UNIT_MONTH },
		{ "year", NOT_SAID, UNIT_YEAR },
	};
	size_t i;

	if (!w->begun && is_word(s, "first", 5) &&
	    g->base.first != DATE_NONE)
		return w->first = true;
	if (!w->begun && is_word(s, "last", 4))
		return w->last = true;
	if (!w->begun && is_word(s, "this", 4))
		return w->this = true;
	for (i = 0; i < COUNT(words); i++) {
		if (!is_word(s, words[i].word, strlen(words[i].word)))
			continue;
		if (words[i].unit == UNIT_NONE ? w->begun :
			w->unit != UNIT_NONE || (!w->last && !w->this))
			return false;
		w->from_today = words[i].from_today;
		w->unit = words[i].unit;
		return true;
	}
	return hear_name(g, w, s);
}

/* What follows the ending of a day: 1st, 2nd, 3rd, 20th. */
static struct str
skip_ending(struct str s)
{
	static const char *const endings[] = { "st", "nd", "rd", "th" };
	size_t i;

	for (i = 0; i < COUNT(endings); i++)
		if (is_word(str_head(s, 2), endings[i], 2))
			return str_skip(s, 2);
	return s;
}

/* 20, 20th, 2023. */
static bool
hear_number(struct guess *g, struct said *w, struct str *s)
{
	int value;
	size_t digits = guess_number(s, &value);
	int *slot = digits == 4 ? &w->year : &w->day;

	if (digits <= 2)
		*s = skip_ending(*s);
	if (g->base.names && str_starts(*s, STR(". ")))
		*s = str_skip(*s, 1); /* 20. März */
	if (digits == 3 || digits > 4)
		return guess_refuse(g, GUESS_NO_DATE);
	if (value == 0)
		return guess_refuse(g, GUESS_NO_DAY);
	if (*slot != 0)
		return guess_refuse(
		    g, digits == 4 ? GUESS_NO_DATE : GUESS_SHORT_YEAR);
	*slot = value;
	return true;
}

/* What stands between two words. */
static bool
is_between(char c)
{
	return ascii_is_blank(c) || c == ',' || c == '-';
}

static bool
hear(struct guess *g, struct said *w, struct str s)
{
	for (; s.len > 0; w->begun = true) {
		struct str word = { s.ptr, 0 };

		while (word.len < s.len &&
		    (ascii_is_letter(s.ptr[word.len]) ||
			(g->base.names && !ascii_is(s.ptr[word.len]))))
			word.len++;
		s = str_skip(s, word.len);
		if (word.len > 0 && !hear_word(g, w, word))
			return guess_refuse(g, GUESS_NO_DATE);
		if (word.len > 0 && s.len > 0 && s.ptr[0] == '.')
			s = str_skip(s, 1); /* Sept. */
		else if (s.len > 0 && ascii_is_digit(s.ptr[0])) {
			if (!hear_number(g, w, &s))
				return false;
		} else if (s.len > 0 && is_between(s.ptr[0]))
			s = str_skip(s, 1);
		else if (word.len == 0)
			return guess_refuse(g, GUESS_NO_DATE);
	}
	return true;
}

static bool
mean_day(struct guess *g, const struct said *w, struct date_range *out)
{
	bool is = w->year == 0
	    ? guess_latest(g, w->month, w->day, out)
	    : guess_ymd(g, (struct ymd){ w->year, w->month, w->day }, out);

	if (!is)
		return false;
	if (w->weekday != NOT_SAID && date_weekday(out->first) != w->weekday)
		return guess_refuse(g, wrong_weekday);
	return true;
}

static bool
mean_unit(struct guess *g, const struct said *w, struct date_range *out)
{
	date today = g->base.today;
	struct ymd now = date_ymd(today);
	date monday = today - date_weekday(today) - (w->last ? 7 : 0);
	int month = now.year * 12 + now.month - 1 - w->last;

	switch (w->unit) {
	case UNIT_WEEK:
		*out = (struct date_range){ monday, monday + 6 };
		return true;
	case UNIT_MONTH:
		return guess_month(g, month / 12, month % 12 + 1, out);
	case UNIT_YEAR:
		return guess_year(g, now.year - w->last, out);
	case UNIT_NONE:
		break;
	}
	return guess_refuse(g, GUESS_NO_DATE);
}

/* Weekday names look back. */
static date
latest_weekday(int weekday, bool before, date today)
{
	date d = today - before;

	return d - (date_weekday(d) - weekday + 7) % 7;
}

static bool
mean_calendar(struct guess *g, const struct said *w, struct date_range *out)
{
	if (w->month && w->day)
		return mean_day(g, w, out);
	if (w->day)
		return guess_refuse(g, GUESS_NO_MONTH);
	if (w->weekday != NOT_SAID)
		return guess_refuse(g, GUESS_NO_DATE);
	if (!w->month)
		return guess_year(g, w->year, out);
	if (w->year)
		return guess_month(g, w->year, w->month, out);
	if (!guess_latest(g, w->month, 1, out))
		return false;
	return guess_month(g, date_ymd(out->first).year, w->month, out);
}

/* The first or last date there is. */
static bool
mean_end(struct guess *g, const struct said *w, struct date_range *out)
{
	date d = w->first ? g->base.first : g->base.last;

	if (d == DATE_NONE)
		return guess_refuse(g, GUESS_NO_DATE);
	return guess_day(g, d, out);
}

/* Five ways to mean a day; to speak of two at once means nothing. */
static bool
mean(struct guess *g, const struct said *w, struct date_range *out)
{
	bool calendar = w->year || w->month || w->day;
	bool weekday = w->weekday != NOT_SAID && !calendar;
	bool unit = w->unit != UNIT_NONE;
	bool from_today = w->from_today != NOT_SAID;
	int ways = calendar + weekday + unit + from_today;

	if (ways == 0 && (w->first || w->last))
		return mean_end(g, w, out);
	if (ways != 1 || w->first || (w->last && !weekday && !unit) ||
	    (w->this && !unit))
		return guess_refuse(g, GUESS_NO_DATE);
	if (from_today)
		return guess_day(g, g->base.today + w->from_today, out);
	if (unit)
		return mean_unit(g, w, out);
	if (weekday)
		return guess_day(g,
		    latest_weekday(w->weekday, w->last, g->base.today), out);
	return mean_calendar(g, w, out);
}

bool
guess_words(struct guess *g, struct str s, struct date_range *out)
{
	struct said w = { .weekday = NOT_SAID, .from_today = NOT_SAID };

	return hear(g, &w, s) && mean(g, &w, out);
}
