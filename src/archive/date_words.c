/* A date in words.  What the words say is noted first, in any order, each thing
 * once; then it is asked what all of it means. */
#include "date_guess.h"

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
	bool last;
	bool this;
	bool begun;
};

static bool
hear_name(struct said *w, struct str s)
{
	int i;

	for (i = 1; i <= 12; i++)
		if (w->month == 0 && is_word(s, date_month_name(i), 3)) {
			w->month = i;
			return true;
		}
	for (i = 0; i < 7; i++)
		if (w->weekday == NOT_SAID &&
		    is_word(s, date_weekday_name(i), 3)) {
			w->weekday = i;
			return true;
		}
	return false;
}

static bool
hear_word(struct said *w, struct str s)
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
	return hear_name(w, s);
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
hear_number(struct said *w, struct str *s, const char **why)
{
	int value;
	size_t digits = guess_number(s, &value);
	int *slot = digits == 4 ? &w->year : &w->day;

	if (digits <= 2)
		*s = skip_ending(*s);
	if (digits == 3 || digits > 4)
		return guess_refuse(why, GUESS_NO_DATE);
	if (value == 0)
		return guess_refuse(why, GUESS_NO_DAY);
	if (*slot != 0)
		return guess_refuse(
		    why, digits == 4 ? GUESS_NO_DATE : GUESS_SHORT_YEAR);
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
hear(struct said *w, struct str s, const char **why)
{
	for (; s.len > 0; w->begun = true) {
		struct str word = { s.ptr, 0 };

		while (word.len < s.len && ascii_is_letter(s.ptr[word.len]))
			word.len++;
		s = str_skip(s, word.len);
		if (word.len > 0 && !hear_word(w, word))
			return guess_refuse(why, GUESS_NO_DATE);
		if (word.len > 0 && s.len > 0 && s.ptr[0] == '.')
			s = str_skip(s, 1); /* Sept. */
		else if (s.len > 0 && ascii_is_digit(s.ptr[0])) {
			if (!hear_number(w, &s, why))
				return false;
		} else if (s.len > 0 && is_between(s.ptr[0]))
			s = str_skip(s, 1);
		else if (word.len == 0)
			return guess_refuse(why, GUESS_NO_DATE);
	}
	return true;
}

/* A day and month without a year: the latest not after today.  Eight years
 * hold a 29 February wherever they lie. */
static date
latest_day(int month, int day, date today)
{
	int year = date_ymd(today).year, back;

	for (back = 0; back <= 8; back++) {
		date d = date_of((struct ymd){ year - back, month, day });

		if (d != DATE_NONE && d <= today)
			return d;
	}
	return DATE_NONE;
}

static bool
mean_day(const struct said *w, date today, struct date_range *out,
    const char **why)
{
	date d = w->year == 0 ?
	    latest_day(w->month, w->day, today) :
	    date_of((struct ymd){ w->year, w->month, w->day });

	if (!guess_day(d, out, why))
		return false;
	if (w->weekday != NOT_SAID && date_weekday(d) != w->weekday)
		return guess_refuse(why, wrong_weekday);
	return true;
}

static bool
mean_unit(const struct said *w, date today, struct date_range *out,
    const char **why)
{
	struct ymd now = date_ymd(today);
	date monday = today - date_weekday(today) - (w->last ? 7 : 0);
	int month = now.year * 12 + now.month - 1 - w->last;

	switch (w->unit) {
	case UNIT_WEEK:
		*out = (struct date_range){ monday, monday + 6 };
		return true;
	case UNIT_MONTH:
		return guess_month(month / 12, month % 12 + 1, out, why);
	case UNIT_YEAR:
		return guess_year(now.year - w->last, out, why);
	case UNIT_NONE:
		break;
	}
	return guess_refuse(why, GUESS_NO_DATE);
}

/* Weekday names look back. */
static date
latest_weekday(int weekday, bool before, date today)
{
	date d = today - before;

	return d - (date_weekday(d) - weekday + 7) % 7;
}

static bool
mean_calendar(const struct said *w, date today, struct date_range *out,
    const char **why)
{
	if (w->month && w->day)
		return mean_day(w, today, out, why);
	if (w->day)
		return guess_refuse(why, GUESS_NO_MONTH);
	if (w->weekday != NOT_SAID)
		return guess_refuse(why, GUESS_NO_DATE);
	if (!w->month)
		return guess_year(w->year, out, why);
	if (w->year)
		return guess_month(w->year, w->month, out, why);
	return guess_month(date_ymd(latest_day(w->month, 1, today)).year,
	    w->month, out, why);
}

/* Four ways to mean a day; to speak of two at once means nothing. */
static bool
mean(const struct said *w, date today, struct date_range *out,
    const char **why)
{
	bool calendar = w->year || w->month || w->day;
	bool weekday = w->weekday != NOT_SAID && !calendar;
	bool unit = w->unit != UNIT_NONE;
	bool from_today = w->from_today != NOT_SAID;

	if (calendar + weekday + unit + from_today != 1 ||
	    (w->last && !weekday && !unit) || (w->this && !unit))
		return guess_refuse(why, GUESS_NO_DATE);
	if (from_today)
		return guess_day(today + w->from_today, out, why);
	if (unit)
		return mean_unit(w, today, out, why);
	if (weekday)
		return guess_day(
		    latest_weekday(w->weekday, w->last, today), out, why);
	return mean_calendar(w, today, out, why);
}

bool
guess_words(struct str s, date today, struct date_range *out, const char **why)
{
	struct said w = { .weekday = NOT_SAID, .from_today = NOT_SAID };

	return hear(&w, s, why) && mean(&w, today, out, why);
}
