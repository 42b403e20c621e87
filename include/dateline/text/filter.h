#ifndef DATELINE_TEXT_FILTER_H
#define DATELINE_TEXT_FILTER_H

#include "dateline/base/span.h"

/* Finds the places in a text where one of a few pairs of bytes could stand.
 *
 * A pair is in one of eight buckets, a bit each.  For every bucket a byte is
 * known by its two halves, so one look into a row of sixteen tells for sixteen
 * bytes at once in which buckets they can be; that is an instruction of most
 * processors.  A bucket takes any of its first bytes before any of its second
 * ones, so not every place that passes is asked for. */
struct filter {
	/* Bits of buckets: [0] of the first byte, [1] of the second. */
	uint8_t low[2][16];  /* by the lower half of the byte */
	uint8_t high[2][16]; /* by the upper half */
	uint8_t byte[2][256]; /* by all of it */
	/* The fastest way that this processor has: see next_bytewise(). */
	size_t (*next)(const struct filter *f, const char *text, size_t from,
	    size_t to, uint64_t *places);
};

/* Places that were found at once, for the next question: start with zeros, or
 * with what filter_map() found before in bytes that the text is a part of.  Ask
 * for one text from its start to its end. */
struct places {
	size_t at;
	uint64_t bits; /* of `at` and the 63 behind it */
	const uint64_t *map; /* NULL: there is none */
	size_t first;	     /* the bit in it of the text's first byte */
};

enum filter_way {
	FILTER_BYTEWISE,
	FILTER_SSSE3,
	FILTER_AVX2,
	FILTER_AVX512,
	FILTER_NEON,
	FILTER_WAYS,
};

/* Without any pair, and the fastest way chosen. */
struct filter filter_new(void);

/* Another way, for tests.  False where the processor does not have it. */
bool filter_choose(struct filter *f, enum filter_way way);

/* Adds bytes to a bucket, those in [from, to], as the first (0) or the second
 * (1) of a pair. */
void filter_add(
    struct filter *f, unsigned bucket, int which, int from, int to);
void filter_seal(struct filter *f); /* after the last of them */

/* The next place in `text` that passes, `text.len` if none does.  The last byte
 * passes when any second one might follow it. */
size_t filter_next(const struct filter *f, struct str text, size_t from,
    struct places *p);

/* Finds all of them for later: sets bit `first + i` of `map` where byte i of the
 * text passes, and clears the others, up to the end of the last word. */
void filter_map(
    const struct filter *f, struct str text, uint64_t *map, size_t first);

#endif
