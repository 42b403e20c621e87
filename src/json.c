/* Rows of JSON Lines, written straight into a buffer. */
#include "dateline/base/json.h"

/* A comma, unless this is the first thing in its object or array. */
static void
add_comma(struct buf *b)
{
	char last = b->len > 0 ? b->ptr[b->len - 1] : '\n';

	if (last != '{' && last != '[' && last != '\n')
		buf_addc(b, ',');
}

/* The code point of two bytes, or of three, as far as escaping needs it. */
static unsigned
code_at(struct str s, size_t i, size_t *n)
{
	const unsigned char *p = (const unsigned char *)s.ptr + i;

	*n = 1;
	if (p[0] == 0xC2 && i + 1 < s.len) {
		*n = 2;
		return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
	}
	if ((p[0] == 0xE2 || p[0] == 0xD8) && i + 1 < s.len) {
		*n = p[0] == 0xE2 ? 3 : 2;
		if (*n == 2)
			return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
		if (i + 2 < s.len)
			return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 |
			    (p[2] & 0x3Fu);
	}
	return p[0];
}

/* C0, DEL, C1, bidi controls, line and paragraph separators. */
static bool
needs_escape(unsigned c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C ||
	    (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
	    (c >= 0x2066 && c <= 0x2069);
}

static void
add_string(struct buf *b, struct str s)
{
	size_t i = 0, n;

	buf_addc(b, '"');
	while (i < s.len) {
		unsigned c = code_at(s, i, &n);

		if (c == '"' || c == '\\')
			buf_addf(b, "\\%c", (int)c);
		else if (c == '\n')
			buf_add(b, STR("\\n"));
		else if (c == '\t')
			buf_add(b, STR("\\t"));
		else if (needs_escape(c))
			buf_addf(b, "\\u%04x", c);
		else
			buf_add(b, str_of(s, span_of(i, i + n)));
		i += n;
	}
	buf_addc(b, '"');
}

static void
add_key(struct buf *b, const char *key)
{
	add_comma(b);
	buf_addf(b, "\"%s\":", key);
}

void
json_open(struct buf *b)
{
	buf_addc(b, '{');
}

void
json_close(struct buf *b)
{
	buf_add(b, STR("}\n"));
}

void
json_string(struct buf *b, const char *key, struct str value)
{
	add_key(b, key);
	add_string(b, value);
}

void
json_text(struct buf *b, const char *key, struct str value)
{
	if (value.len == 0)
		json_null(b, key);
	else
		json_string(b, key, value);
}

void
json_null(struct buf *b, const char *key)
{
	add_key(b, key);
	buf_add(b, STR("null"));
}

void
json_number(struct buf *b, const char *key, uint64_t value)
{
	add_key(b, key);
	buf_addf(b, "%llu", (unsigned long long)value);
}

void
json_bool(struct buf *b, const char *key, bool value)
{
	add_key(b, key);
	buf_add(b, value ? STR("true") : STR("false"));
}

void
json_array(struct buf *b, const char *key)
{
	add_key(b, key);
	buf_addc(b, '[');
}

void
json_item(struct buf *b, struct str value)
{
	add_comma(b);
	add_string(b, value);
}

void
json_array_end(struct buf *b)
{
	buf_addc(b, ']');
}

void
json_object(struct buf *b, const char *key)
{
	add_key(b, key);
	buf_addc(b, '{');
}

void
json_object_end(struct buf *b)
{
	buf_addc(b, '}');
}
