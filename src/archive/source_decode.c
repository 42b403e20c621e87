/* Other encodings, by iconv.  It stops at what it cannot decode; there a
 * replacement character is written and one unit is passed over, so any bytes
 * become some text. */
#include "source_decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <strings.h>

#include "dateline/base/arena.h"
#include "dateline/text/utf8.h"

enum {
	LEFT = 16,   /* bytes of a character that is not whole yet */
	BAD_LEN = 3, /* of U+FFFD in UTF-8 */
};

struct decoder {
	iconv_t cd;
	size_t unit; /* bytes passed over where nothing can be decoded */
	bool last;
	bool ended;	/* nothing is held back any more */
	uint64_t taken; /* bytes decoded or passed over */
	size_t from, to; /* what is left of `in` */
	char in[DECODE_FEED + LEFT];
};

/* By a byte order mark; NULL when there is none.  The mark itself is decoded
 * like any character, and is the archive's business (R0). */
static const char *
by_mark(struct str s)
{
	static const struct {
		struct str mark;
		const char *encoding;
	} marks[] = {
		{ { "\xFF\xFE\0\0", 4 }, "UTF-32LE" },
		{ { "\0\0\xFE\xFF", 4 }, "UTF-32BE" },
		{ { "\xFF\xFE", 2 }, "UTF-16LE" },
		{ { "\xFE\xFF", 2 }, "UTF-16BE" },
	};
	size_t i;

	for (i = 0; i < COUNT(marks); i++)
		if (str_starts(s, marks[i].mark))
			return marks[i].encoding;
	return NULL;
}

/* Whether `s`, which may end within a character, is UTF-8 and could be nothing
 * else: it has a character beyond ASCII. */
static bool
is_utf8(struct str s)
{
	bool ok = true, beyond = false;
	size_t at = 0, n;
	uint32_t cp;

	if (s.len > 0 && memchr(s.ptr, '\0', s.len))
		return false;
	while ((n = utf8_check(s, at, &cp, &ok)) > 0) {
		if (!ok && at + UTF8_MAX <= s.len)
			return false;
		beyond |= ok && cp >= 0x80;
		at += n;
	}
	return beyond;
}

const char *
decode_guess(struct str start, const char *encoding)
{
	const char *marked = by_mark(start);

	if (marked)
		return marked;
	if (!encoding || is_utf8(str_head(start, DECODE_LOOK)))
		return NULL;
	return encoding;
}

struct decoder *
decoder_new(const char *encoding, struct err *e)
{
	iconv_t cd = iconv_open("UTF-8", encoding);
	struct decoder *d;

	if (cd == (iconv_t)-1) {
		err_set(e, "%s is no encoding that is known here: "
		    "iconv -l lists them.", encoding);
		return NULL;
	}
	d = xrealloc(NULL, 1, sizeof(*d));
	*d = (struct decoder){ .cd = cd };
	d->unit = strncasecmp(encoding, "UTF-16", 6) == 0 ||
		strncasecmp(encoding, "UCS-2", 5) == 0
	    ? 2
	    : strncasecmp(encoding, "UTF-32", 6) == 0 ? 4
						      : 1;
	return d;
}

void
decoder_free(struct decoder *d)
{
	if (!d)
		return;
	iconv_close(d->cd);
	free(d);
}

void
decoder_reset(struct decoder *d)
{
	iconv(d->cd, NULL, NULL, NULL, NULL);
	d->from = d->to = 0;
	d->taken = 0;
	d->last = d->ended = false;
}

static size_t
left_in(const struct decoder *d)
{
	return d->to - d->from;
}

uint64_t
decoder_taken(const struct decoder *d)
{
	return d->taken;
}

bool
decoder_at_line(const struct decoder *d)
{
	return d->unit > 1 || (d->from > 0 && d->in[d->from - 1] == '\n');
}

bool
decoder_is_full(const struct decoder *d)
{
	return left_in(d) >= LEFT;
}

void
decoder_feed(struct decoder *d, struct str in, bool last)
{
	size_t left = left_in(d);

	memmove(d->in, d->in + d->from, left);
	memcpy(d->in + left, in.ptr ? in.ptr : "", in.len);
	d->from = 0;
	d->to = left + in.len;
	d->last = last;
}

static void
pass(struct decoder *d, size_t n)
{
	d->from += n;
	d->taken += n;
}

/* Passes over what cannot be decoded. */
static size_t
replace(struct decoder *d, char *out)
{
	size_t left = left_in(d);

	pass(d, left < d->unit ? left : d->unit);
	return utf8_put(out, UTF8_BAD);
}

/* Some encodings hold a letter back, in case a mark follows. */
static size_t
take_last(struct decoder *d, char *out, size_t room)
{
	char *to = out;
	size_t space = room;

	d->ended = true;
	if (iconv(d->cd, NULL, NULL, &to, &space) == (size_t)-1)
		return 0;
	return room - space;
}

/* Decodes at most `len` of the bytes there are. */
static size_t
decode(struct decoder *d, size_t len, char *out, size_t room)
{
	char *in = d->in + d->from, *to = out;
	size_t left = len, space = room, n;
	int failure = 0;

	if (iconv(d->cd, &in, &left, &to, &space) == (size_t)-1)
		failure = errno;
	pass(d, len - left);
	n = room - space;
	if (failure == EINVAL && !d->last && left_in(d) < LEFT)
		return n;
	if (failure != 0 && failure != E2BIG && space >= BAD_LEN)
		n += replace(d, out + n);
	return n;
}

/* Bytes up to the end of the line, or all there are.  In encodings of more
 * than one byte a unit, a line end is not found by its byte. */
static size_t
line_in(const struct decoder *d)
{
	const char *from = d->in + d->from;
	const char *nl =
	    d->unit > 1 ? NULL : memchr(from, '\n', left_in(d));

	return nl ? (size_t)(nl - from) + 1 : left_in(d);
}

size_t
decoder_take(struct decoder *d, char *out, size_t room, bool line)
{
	size_t n = 0, before;

	do {
		before = left_in(d);
		if (before > 0)
			n = decode(d, line ? line_in(d) : before, out, room);
	} while (n == 0 && left_in(d) > 0 && left_in(d) < before);
	if (n == 0 && left_in(d) == 0 && d->last && !d->ended)
		n = take_last(d, out, room);
	return n;
}
