#ifndef DATELINE_BASE_ARENA_H
#define DATELINE_BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>

#include "dateline/base/span.h"

/* Everything that dies together lives in one arena. */
struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a);  /* NULL is fine */
void arena_reset(struct arena *a); /* forget the contents, keep some memory */

/* Zeroed room for `n` things of `size` bytes.  Never NULL: no memory ends the
 * program, after the terminal has been put back (see arena_on_no_memory). */
void *arena_alloc(struct arena *a, size_t n, size_t size, size_t align);

#define arena_array(a, type, n) \
	((type *)arena_alloc((a), (n), sizeof(type), alignof(type)))

/* Room for at least `need` things where there was room for `*cap`: the old
 * `n` are moved over when there is not enough.  What is not filled yet may hold
 * anything.  For arrays that grow. */
void *arena_grow(struct arena *a, void *old, size_t n, size_t need,
    size_t *cap, size_t size, size_t align);

#define arena_push(a, type, ptr, n, cap) \
	((ptr) = (n) < (cap) ? (ptr) \
			     : arena_grow((a), (ptr), (n), (n) + 1, &(cap), \
				   sizeof(type), alignof(type)), \
	    &(ptr)[(n)++])

/* A copy of `s` that lives as long as `a`; `.ptr` is NUL-terminated. */
struct str arena_str(struct arena *a, struct str s);

/* malloc and realloc for the few things that outlive every arena; they end the
 * program as arena_alloc() does. */
void *xrealloc(void *old, size_t n, size_t size);

/* What to do before the program ends for lack of memory: put the terminal
 * back.  NULL, the default, for nothing. */
void arena_on_no_memory(void (*restore)(void));

#endif
