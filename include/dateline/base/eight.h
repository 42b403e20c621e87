#ifndef DATELINE_BASE_EIGHT_H
#define DATELINE_BASE_EIGHT_H

#include <stddef.h>
#include <stdint.h>

/* Eight bytes of a text as one number, the first of them lowest: what a loop
 * over bytes asks of each is asked of eight at once, without a branch.  An
 * answer is the highest bit of a byte. */

#define EIGHT_TIMES(byte) (UINT64_C(0x0101010101010101) * (uint8_t)(byte))

static inline uint64_t
eight_at(const char *s)
{
	const uint8_t *p = (const uint8_t *)s;

	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
	    (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 |
	    (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
	    (uint64_t)p[7] << 56;
}

/* Which bytes are ASCII between `low` and `high`, both among them. */
static inline uint64_t
eight_between(uint64_t x, char low, char high)
{
	uint64_t ascii = x & EIGHT_TIMES(0x7F);

	return (ascii + EIGHT_TIMES(0x80 - low)) &
	    ~(ascii + EIGHT_TIMES(0x7F - high)) & ~x & EIGHT_TIMES(0x80);
}

#endif
