/* What a person types for a date.  Three spellings, tried in turn: figures
 * (2023-03-20), a distance from today (-2w), and words (20 mar 2023, last tue).
 * Whatever can be read in two ways is refused with a sentence, because a wrong
 * guess leads silently to the wrong place. */
#include "date_guess.h"

static const char two_ways[] =
    "3/4 may be 3 April or 4 March: write the month as a word.";
static const char wrong_order[] = "That range ends before it begins.";
static const char no_ends[] = "Write a date before or after the two dots.";

size_t
guess_number(struct str *s, int *value)
{
	size_t n;

	*value = 0;
	for (n = 0; n < s->len && ascii_is_digit(s->ptr[n]); n++)
		if (n < 8)
			*value = *value * 10 + (s->ptr[n] - '0');
	*s = str_skip(*s, n);
	return n;
}

bool
guess_refuse(const char **why, const char *sentence)
{
	*why = sentence;
	return false;
}

bool
guess_day(date d, struct date_range *out, const char **why)
{
	*out = (struct date_range){ d, d };
	return d != DATE_NONE || guess_refuse(why, GUESS_NO_DAY);
}

bool
guess_month(int year, int month, struct date_range *out, const char **why)
{
	*out = date_month(year, month);
	return out->first != DATE_NONE || guess_refuse(why, GUESS_NO_DAY);
}

bool
guess_year(int year, struct date_range *out, const char **why)
{
	*out = date_year(year);
	return out->first != DATE_NONE || guess_refuse(why, GUESS_NO_DAY);
}

/* Up to three numbers with - or / between them, and nothing else. */
struct figures {
	int value[3];
	size_t digits[3];
	size_t n;
};

static bool
take_figures(struct str s, struct figures *f)
{
	*f = (struct figures){ .n = 0 };
	while (f->n < 3) {
		f->digits[f->n] = guess_number(&s, &f->value[f->n]);
		if (f->digits[f->n++] == 0)
			return false;
		if (s.len == 0)
			return true;
		if (s.ptr[0] != '-' && s.ptr[0] != '/')
			return false;
		s = str_skip(s, 1);
	}
	return false;
}

static bool
guess_one_number(
    const struct figures *f, struct date_range *out, const char **why)
{
	int v = f->value[0];

	if (f->digits[0] == 4)
		return guess_year(v, out, why);
	if (f->digits[0] == 8)
		return guess_day(date_of((struct ymd){
		    v / 10000, v / 100 % 100, v % 100 }), out, why);
	return guess_refuse(
	    why, f->digits[0] <= 2 ? GUESS_NO_MONTH : GUESS_NO_DATE);
}

static bool
guess_figures(
    const struct figures *f, struct date_range *out, const char **why)
{
	if (f->n == 1)
		return guess_one_number(f, out, why);
	if (f->digits[0] <= 2 && f->digits[1] <= 2 &&
	    (f->n == 2 || f->digits[2] == 4))
		return guess_refuse(why, two_ways);
	if (f->digits[0] <= 2)
		return guess_refuse(why, GUESS_SHORT_YEAR);
	if (f->digits[0] != 4 || f->digits[1] > 2 || f->digits[2] > 2)
		return guess_refuse(why, GUESS_NO_DATE);
	if (f->n == 2)
		return guess_month(f->value[0], f->value[1], out, why);
	return guess_day(date_of((struct ymd){
	    f->value[0], f->value[1], f->value[2] }), out, why);
}

/* The same day `months` later; the last of the month if that is shorter. */
static date
add_months(date d, int months)
{
	struct ymd when = date_ymd(d);
	int month = when.year * 12 + when.month - 1 + months;
	struct date_range to;

	if (month < 12)
		return DATE_NONE;
	to = date_month(month / 12, month % 12 + 1);
	if (to.first == DATE_NONE)
		return DATE_NONE;
	return when.day <= to.last - to.first ? to.first + when.day - 1
					      : to.last;
}

/* -2w: `s` begins with its sign. */
static bool
guess_distance(
    struct str s, date today, struct date_range *out, const char **why)
{
	int n, sign = s.ptr[0] == '-' ? -1 : 1;
	size_t digits;

	s = str_skip(s, 1);
	digits = guess_number(&s, &n);
	if (digits == 0 || digits > 5 || s.len != 1)
		return guess_refuse(why, GUESS_NO_DATE);
	switch (ascii_lower(s.ptr[0])) {
	case 'd':
		return guess_day(today + sign * n, out, why);
	case 'w':
		return guess_day(today + sign * n * 7, out, why);
	case 'm':
		return guess_day(add_months(today, sign * n), out, why);
	case 'y':
		return guess_day(add_months(today, sign * n * 12), out, why);
	default:
		return guess_refuse(why, GUESS_NO_DATE);
	}
}

bool
date_guess(struct str s, date today, struct date_range *out, const char **why)
{
	struct figures f;

	s = ascii_trim(s);
	if (take_figures(s, &f))
		return guess_figures(&f, out, why);
	if (s.len > 0 && (s.ptr[0] == '-' || s.ptr[0] == '+'))
		return guess_distance(s, today, out, why);
	return guess_words(s, today, out, why);
}

/* Where the two dots stand; the length of `s` when they do not. */
static size_t
find_dots(struct str s)
{
	size_t i;

	for (i = 0; i + 1 < s.len; i++)
		if (s.ptr[i] == '.' && s.ptr[i + 1] == '.')
			return i;
	return s.len;
}

bool
date_has_dots(struct str s)
{
	return find_dots(s) < s.len;
}

bool
date_range_guess(
    struct str s, date today, struct date_range *out, const char **why)
{
	size_t dots = find_dots(s);
	struct date_range from = DATE_ALL, to = DATE_ALL;
	struct str a = ascii_trim(str_head(s, dots));
	struct str b = ascii_trim(str_skip(s, dots + 2));

	if (dots == s.len)
		return date_guess(s, today, out, why);
	if (a.len == 0 && b.len == 0)
		return guess_refuse(why, no_ends);
	if ((a.len > 0 && !date_guess(a, today, &from, why)) ||
	    (b.len > 0 && !date_guess(b, today, &to, why)))
		return false;
	if (from.first > to.last)
		return guess_refuse(why, wrong_order);
	*out = (struct date_range){ from.first, to.last };
	return true;
}
