/* Speakers, each once: a table of names under their keys. */
#include "said_parts.h"

#include "dateline/find/name.h"

enum { NAMES_MAX = 8 };

static uint32_t
hash_key(struct str s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (uint8_t)s.ptr[i]) * 16777619u;
	return h ^ h >> 15;
}

/* Twice as many slots as speakers, at least. */
static void
make_slots(struct said *s)
{
	if (s->speaker_n * 2 < s->slot_n)
		return;
	s->slot_n = s->slot_n ? s->slot_n * 2 : 256;
	s->slots = xrealloc(s->slots, s->slot_n, sizeof(*s->slots));
	memset(s->slots, 0, s->slot_n * sizeof(*s->slots));
	for (uint32_t i = 0; i < s->speaker_n; i++) {
		uint32_t *slot = &s->slots[hash_key(s->speakers[i].key) &
		    (s->slot_n - 1)];

		s->speakers[i].older = *slot;
		*slot = i + 1;
	}
}

static void
note_moved(struct said *s, uint32_t who)
{
	if (s->is_moved[who])
		return;
	s->is_moved[who] = true;
	if (s->moved_n == s->moved_cap) {
		s->moved_cap = s->moved_cap * 2 + 64;
		s->moved = xrealloc(
		    s->moved, s->moved_cap, sizeof(*s->moved));
	}
	s->moved[s->moved_n++] = who;
}

static uint32_t
add_speaker(struct said *s, struct str name, struct str key, uint32_t *slot)
{
	if (s->speaker_n == s->speaker_cap) {
		s->speaker_cap += s->speaker_cap / 2 + 64;
		s->speakers = xrealloc(
		    s->speakers, s->speaker_cap, sizeof(*s->speakers));
		s->is_moved = xrealloc(
		    s->is_moved, s->speaker_cap, sizeof(*s->is_moved));
	}
	s->is_moved[s->speaker_n] = false;
	s->speakers[s->speaker_n] = (struct said_speaker){
		.name = arena_str(s->in, name),
		.key = arena_str(s->in, key),
		.first = DATE_NONE,
		.last = DATE_NONE,
		.older = *slot,
	};
	*slot = (uint32_t)++s->speaker_n;
	return *slot - 1;
}

uint32_t
said_intern(struct said *s, struct str name)
{
	struct str key = name_key(s->scan, name);
	uint32_t *slot, who;

	make_slots(s);
	slot = &s->slots[hash_key(key) & (s->slot_n - 1)];
	for (who = *slot; who != 0; who = s->speakers[who - 1].older)
		if (str_eq(s->speakers[who - 1].key, key))
			break;
	who = who ? who - 1 : add_speaker(s, name, key, slot);
	note_moved(s, who);
	return who;
}

void
said_add_name(struct said *s, uint32_t who, struct str name)
{
	struct said_speaker *to = &s->speakers[who];
	struct said_name **at = &to->names;
	struct said_name *new;
	struct str key;
	size_t n = 0;

	if (name.len == 0 || str_eq(name, name_without_mark(to->name)))
		return;
	key = name_key(s->scan, name);
	if (str_eq(key, name_without_mark(to->key)))
		return;
	for (; *at; at = &(*at)->next)
		if (++n == NAMES_MAX || str_eq((*at)->key, key))
			return;
	new = arena_array(s->in, struct said_name, 1);
	new->name = arena_str(s->in, name);
	new->key = arena_str(s->in, key);
	*at = new;
}

size_t
said_speaker_count(const struct said *s)
{
	return s->speaker_n;
}

const struct said_speaker *
said_speaker(const struct said *s, size_t i)
{
	return &s->speakers[i];
}
