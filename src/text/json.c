/* Rows of JSON Lines, written straight into a buffer. */
#include "dateline/text/json.h"

#include <unictype.h>

#include "dateline/text/glyph.h"

/* A comma, unless this is the first thing in its object or array. */
static void
add_comma(struct buf *b)
{
	char last = b->len > 0 ? b->ptr[b->len - 1] : '\n';

	if (last != '{' && last != '[' && last != '\n')
		buf_addc(b, ',');
}

/* C0, DEL, C1, line and paragraph separators, what is not to be seen, and what
 * nobody knows. */
static bool
needs_escape(uint32_t c)
{
	if (c < 0xA0)
		return c < 0x20 || c >= 0x7F;
	return c == 0x2028 || c == 0x2029 || glyph_is_hidden(c) ||
	    uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cn);
}

/* As JSON has it: beyond U+FFFF, by two surrogates. */
static void
add_escape(struct buf *b, uint32_t c)
{
	if (c > 0xFFFF)
		buf_addf(b, "\\u%04x\\u%04x",
		    (unsigned)(0xD7C0 + (c >> 10)),
		    (unsigned)(0xDC00 + (c & 0x3FF)));
	else
		buf_addf(b, "\\u%04x", (unsigned)c);
}

static void
add_char(struct buf *b, uint32_t c)
{
	char bytes[UTF8_MAX];

	if (c == '"' || c == '\\')
		buf_addf(b, "\\%c", (int)c);
	else if (c == '\n')
		buf_add(b, STR("\\n"));
	else if (c == '\t')
		buf_add(b, STR("\\t"));
	else if (needs_escape(c))
		add_escape(b, c);
	else
		buf_add(b, (struct str){ bytes, utf8_put(bytes, c) });
}

static void
add_string(struct buf *b, struct str s)
{
	size_t off = 0, n;
	uint32_t c;

	buf_addc(b, '"');
	for (; (n = utf8_next(s, off, &c)) > 0; off += n)
		add_char(b, c);
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
