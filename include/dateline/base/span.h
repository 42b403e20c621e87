#ifndef DATELINE_BASE_SPAN_H
#define DATELINE_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Borrowed bytes.  Not NUL-terminated; whoever made them keeps them alive. */
struct str {
	const char *ptr;
	size_t len;
};

/* A range of bytes inside one text: [off, off + len).  Empty means "none". */
struct span {
	uint32_t off;
	uint32_t len;
};

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })

/* How many elements an array has. */
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static inline struct str
str_c(const char *z)
{
	return (struct str){ z, strlen(z) };
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.len == b.len &&
	    (b.len == 0 || memcmp(a.ptr, b.ptr, b.len) == 0);
}

/* What follows the first `n` bytes; empty when there are no more. */
static inline struct str
str_skip(struct str s, size_t n)
{
	if (n > s.len)
		n = s.len;
	return (struct str){ n ? s.ptr + n : s.ptr, s.len - n };
}

/* The first `n` bytes, or all of them. */
static inline struct str
str_head(struct str s, size_t n)
{
	return (struct str){ s.ptr, n < s.len ? n : s.len };
}

static inline bool
str_starts(struct str s, struct str with)
{
	return s.len >= with.len && str_eq(str_head(s, with.len), with);
}

static inline bool
str_ends(struct str s, struct str with)
{
	return s.len >= with.len &&
	    str_eq(str_skip(s, s.len - with.len), with);
}

/* The bytes [from, to) as a span; empty when they are the wrong way round. */
static inline struct span
span_of(size_t from, size_t to)
{
	return (struct span){ (uint32_t)from,
		to > from ? (uint32_t)(to - from) : 0 };
}

static inline uint32_t
span_end(struct span s)
{
	return s.off + s.len;
}

static inline bool
span_has(struct span s, uint32_t pos)
{
	return pos >= s.off && pos - s.off < s.len;
}

static inline bool
span_meets(struct span a, struct span b)
{
	return a.off < span_end(b) && b.off < span_end(a);
}

/* The bytes of `s` inside `text`; clipped, so a stale span cannot overrun. */
static inline struct str
str_of(struct str text, struct span s)
{
	return str_head(str_skip(text, s.off), s.len);
}

#endif
