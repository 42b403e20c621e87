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

enum { LEFT = 16 }; /* bytes of a character that is not whole yet */

struct decoder {
	iconv_t cd;
	size_t unit; /* bytes passed over where nothing can be decoded */
	bool last;
	size_t from, to; /* what is left of `in` */
	char in[DECODE_FEED + LEFT];
};

static bool
has_wide_mark(struct str s)
{
	return str_starts(s, STR("\xFF\xFE")) || str_starts(s, STR("\xFE\xFF"));
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
	if (has_wide_mark(start))
		return "UTF-16";
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
decoder_feed(struct decoder *d, struct str in, bool last)
{
	size_t left = d->to - d->from;

	memmove(d->in, d->in + d->from, left);
	memcpy(d->in + left, in.ptr ? in.ptr : "", in.len);
	d->from = 0;
	d->to = left + in.len;
	d->last = last;
}

/* Passes over what cannot be decoded. */
static size_t
replace(struct decoder *d, char *out)
{
	size_t left = d->to - d->from;

	d->from += left < d->unit ? left : d->unit;
	return utf8_put(out, UTF8_BAD);
}

size_t
decoder_take(struct decoder *d, char *out, size_t room)
{
	char *in = d->in + d->from, *to = out;
	size_t left = d->to - d->from, space = room, n;
	int failure = 0;

	if (left == 0)
		return 0;
	if (iconv(d->cd, &in, &left, &to, &space) == (size_t)-1)
		failure = errno;
	d->from = (size_t)(in - d->in);
	n = room - space;
	if (failure == EINVAL && !d->last && left < LEFT)
		return n;
	if (failure != 0 && failure != E2BIG && space >= UTF8_MAX)
		n += replace(d, out + n);
	return n;
}
