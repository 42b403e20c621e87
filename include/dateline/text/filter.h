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
	uint8_t only[2][256]; /* … and of those that were added, no other */
	/* The fastest way that this processor has: see map_bytewise(). */
	void (*map)(const struct filter *f, const char *text, size_t words,
	    uint64_t *map);
};

enum { PLACES_AHEAD = 2048 }; /* bytes that are passed over at once */

/* Places that were found, for the next question: start with zeros, or with a
 * list of those that somebody else has found.  Ask for one text from its start to
 * its end. */
struct places {
	const uint32_t *list; /* NULL: there is none … */
	size_t n, next;
	size_t listed; /* … or it is of the text from here on … */
	size_t first;  /* … where it says this */
	size_t from, to; /* places from here to there are known … */
	uint64_t own[PLACES_AHEAD / 64]; /* … and are these, a bit each */
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

/* Whether it passes at `at`. */
static inline bool
filter_passes(const struct filter *f, struct str text, size_t at)
{
	const uint8_t *p = (const uint8_t *)text.ptr + at;

	return f->byte[0][p[0]] &
	    (at + 1 < text.len ? f->byte[1][p[1]] : 0xFF);
}

/* Whether it passes and two bytes of one bucket stand there: less often, as the
 * halves of two bytes may make a third one. */
static inline bool
filter_holds(const struct filter *f, struct str text, size_t at)
{
	const uint8_t *p = (const uint8_t *)text.ptr + at;

	return f->only[0][p[0]] &
	    (at + 1 < text.len ? f->only[1][p[1]] : 0xFF);
}

/* Has `f` pass all that `other` does, too, and perhaps a little more. */
void filter_unite(struct filter *f, const struct filter *other);

/* What somebody else may look for ahead of whom it concerns: places that pass,
 * and where `may` agrees.  `text` is then only a part of the text, and what
 * would depend on more of it has to pass. */
struct quest {
	const struct filter *filter; /* NULL: for nothing */
	bool (*may)(const void *of, struct str text, size_t at);
	const void *of;
};

#endif
