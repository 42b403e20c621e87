/* Boilerplate is known by its hash: one round of multiply and fold for each eight
 * bytes of the text, begun with the hash of the source.  Two texts that share one
 * would be folded together, which does no harm and takes some millions of them.
 * The last byte of a hash is that of the length, so that most blocks need not be
 * hashed at all: no boilerplate is as long. */
#include "dateline/report/repeats.h"

static uint64_t
mix(uint64_t h, uint64_t x)
{
	h = (h ^ x) * UINT64_C(0x9E3779B97F4A7C15);
	return h ^ h >> 32;
}

static uint64_t
hash_from(uint64_t h, struct str s)
{
	uint64_t x;
	size_t i;

	for (i = 0; i + sizeof(x) <= s.len; i += sizeof(x)) {
		memcpy(&x, s.ptr + i, sizeof(x));
		h = mix(h, x);
	}
	x = 0;
	if (i < s.len)
		memcpy(&x, s.ptr + i, s.len - i);
	return mix(mix(h, x), s.len);
}

static struct str
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return (struct str){ path, slash ? (size_t)(slash - path) : 0 };
}

uint64_t
repeats_source(struct str name, const char *path)
{
	if (name.len > 0)
		return hash_from(1, name);
	return hash_from(2, folder_of(path));
}

uint64_t
repeats_key(uint64_t source, struct str block)
{
	return (hash_from(source, block) & ~(uint64_t)UINT8_MAX) |
	    (uint8_t)block.len;
}

void
repeats_note_length(struct repeats *r, uint64_t key)
{
	r->lengths[(uint8_t)key / 64] |= UINT64_C(1) << (key % 64);
}

static bool
has_length(const struct repeats *r, size_t len)
{
	return r->lengths[(uint8_t)len / 64] >> (len % 64) & 1;
}

uint32_t
repeats_times(const struct repeats *r, uint64_t source, struct str block)
{
	size_t low = 0, n = r->n;
	uint64_t key;

	if (!has_length(r, block.len))
		return 0;
	key = repeats_key(source, block);
	/* a processor cannot guess the way, so there is none to guess */
	for (; n > 1; n -= n / 2)
		low += r->keys[low + n / 2] <= key ? n / 2 : 0;
	return n == 1 && r->keys[low] == key ? r->times[low] : 0;
}
