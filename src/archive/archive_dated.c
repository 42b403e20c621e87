/* The date of a text without a marker, from where people write it: front
 * matter, the name of the file, the folder, a first line of its own (R4).
 * Never from the time the file was written: that is when somebody copied it. */
#include "archive_dated.h"

#include "ascii.h"

enum { LONGEST_DATE_LINE = 64 };

/* Takes a line from the start of `s`, without its end. */
static struct str
take_line(struct str *s)
{
	struct str line = { s->ptr, 0 };

	while (line.len < s->len && !ascii_is_line_end(s->ptr[line.len]))
		line.len++;
	*s = str_skip(*s, line.len);
	while (s->len > 0 && s->ptr[0] == '\r')
		*s = str_skip(*s, 1);
	if (s->len > 0 && s->ptr[0] == '\n')
		*s = str_skip(*s, 1);
	return line;
}

/* The value of "date: 2023-03-20" or "Date: '2023-03-20 09:30'". */
static date
date_field(struct str line)
{
	struct ymd when;

	if (!ascii_is_word(str_head(line, 4), "date"))
		return DATE_NONE;
	line = ascii_trim(str_skip(line, 4));
	if (!str_starts(line, STR(":")))
		return DATE_NONE;
	line = ascii_trim(str_skip(line, 1));
	if (str_starts(line, STR("\"")) || str_starts(line, STR("'")))
		line = str_skip(line, 1);
	return date_scan(line, &when) ? date_of(when) : DATE_NONE;
}

/* Front matter that is never closed is none, as for head_read(). */
static date
in_front_matter(struct str text)
{
	struct str line = ascii_trim(take_line(&text));
	date d = DATE_NONE;

	if (!str_eq(line, STR("---")))
		return DATE_NONE;
	while (text.len > 0) {
		line = take_line(&text);
		if (str_eq(ascii_trim(line), STR("---")) ||
		    str_eq(ascii_trim(line), STR("...")))
			return d;
		if (d == DATE_NONE)
			d = date_field(line);
	}
	return DATE_NONE;
}

/* The number that `s` writes in `n` digits; -1 if it writes something else. */
static int
number(struct str s, size_t n)
{
	int value = 0;
	size_t i;

	if (s.len != n)
		return -1;
	for (i = 0; i < n; i++) {
		if (!ascii_is_digit(s.ptr[i]))
			return -1;
		value = value * 10 + (s.ptr[i] - '0');
	}
	return value;
}

/* YYYYMMDD.  A number of eight figures is more often something else, so only
 * years that somebody may have reported from count. */
static date
packed_date(struct str digits)
{
	struct ymd when = {
		number(str_head(digits, 4), 4),
		number(str_head(str_skip(digits, 4), 2), 2),
		number(str_skip(digits, 6), 2),
	};

	if (when.year < 1800 || when.year >= 2200)
		return DATE_NONE;
	return date_of(when);
}

/* A date anywhere in a name, with no other digit beside it. */
static date
in_name(struct str name)
{
	while (name.len > 0) {
		size_t n = 0;
		struct ymd when;
		date d = DATE_NONE;

		while (n < name.len && ascii_is_digit(name.ptr[n]))
			n++;
		if (n == 4 && date_scan(name, &when))
			d = date_of(when);
		else if (n == 8)
			d = packed_date(str_head(name, 8));
		if (d != DATE_NONE)
			return d;
		name = str_skip(name, n > 0 ? n : 1);
	}
	return DATE_NONE;
}

/* Takes the last name from `path`. */
static struct str
take_name(struct str *path)
{
	struct str name;
	size_t i;

	while (path->len > 0 && path->ptr[path->len - 1] == '/')
		path->len--;
	for (i = path->len; i > 0 && path->ptr[i - 1] != '/'; i--)
		;
	name = str_skip(*path, i);
	path->len = i;
	return name;
}

/* The nearest dated folder: 2023-03-20_slug/ or 2023/03/20/. */
static date
in_folders(struct str path)
{
	struct ymd when = { -1, -1, -1 };

	while (path.len > 0) {
		struct str name = take_name(&path);
		date d = in_name(name);

		when.year = number(name, 4);
		if (d == DATE_NONE)
			d = date_of(when);
		if (d != DATE_NONE)
			return d;
		when.day = when.month;
		when.month = number(name, 2);
	}
	return DATE_NONE;
}

/* A line that is only a date, and the same date on any day it is read: neither
 * "today" nor "March".  A bare number is no date here. */
static date
in_line(struct str line)
{
	struct date_range early, late;
	const char *why;
	size_t i;

	line = ascii_trim(line);
	for (i = 0; i < line.len && ascii_is_digit(line.ptr[i]); i++)
		;
	if (line.len > LONGEST_DATE_LINE || i == line.len ||
	    !date_guess(line, 0, &early, &why) ||
	    !date_guess(line, 1000, &late, &why) || early.first != early.last ||
	    early.first != late.first || early.last != late.last)
		return DATE_NONE;
	return early.first;
}

struct dated
dated_find(const char *path, struct str text)
{
	struct str folders = str_c(path), rest = text;
	struct str name = take_name(&folders);
	struct str line = take_line(&rest);
	date d = in_front_matter(text);

	if (d != DATE_NONE)
		return (struct dated){ d, HOW_FRONT_MATTER, 0 };
	d = in_name(name);
	if (d != DATE_NONE)
		return (struct dated){ d, HOW_NAME, 0 };
	d = in_folders(folders);
	if (d != DATE_NONE)
		return (struct dated){ d, HOW_FOLDER, 0 };
	d = in_line(line);
	if (d != DATE_NONE)
		return (struct dated){ d, HOW_FIRST_LINE,
			(uint16_t)line.len };
	return (struct dated){ DATE_NONE, HOW_NONE, 0 };
}
