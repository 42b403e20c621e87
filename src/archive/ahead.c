/* A few windows, and two who make them:
 *
 *	FREE --claim--> MAKING --look--> MADE --ahead_next--> TAKEN --> FREE
 *
 * Windows are claimed in the order of the file, by the thread whenever one is
 * free, and by the owner while the one that it needs is still being made; so
 * neither waits while there is something to do, and without a second processor
 * the owner makes nearly all.  States change under the lock; a window that is
 * MAKING belongs to whom made it that. */
#include "ahead.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline/base/arena.h"

#include "mapping.h"

enum {
	WINDOWS = 4,
	SIGHTS = AHEAD_WINDOW / 8, /* more are not worth a list */
};

enum state { FREE, MAKING, MADE, TAKEN };

struct slot {
	enum state state;
	struct window w;
};

struct ahead {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t to_do, made;
	bool quit;
	int fd;
	const char *bytes; /* the mapped file; NULL: none is */
	uint64_t size;
	uint64_t claimed; /* windows before here are somebody's */
	uint64_t next;	  /* where the next one that is taken begins */
	struct slot slot[WINDOWS];
	struct slot *taken; /* NULL: none is */
	struct quest looks[AHEAD_LOOKS];
	struct filter filter; /* of all of them together */
};

static void
note(struct sights *s, size_t at)
{
	s->all = s->n < SIGHTS;
	if (s->all)
		s->at[s->n++] = (uint32_t)at;
}

/* One filter passes over the bytes, and each look is asked what it finds. */
static void
look_over(const struct ahead *a, struct window *w)
{
	struct str own = { w->bytes, w->len };
	struct places p = { 0 };
	size_t at = 0;

	for (int i = 0; i < AHEAD_LOOKS; i++) {
		w->sights[i].n = 0;
		w->sights[i].all = true;
	}
	while ((at = filter_next(&a->filter, own, at, &p)) < own.len) {
		for (int i = 0; i < AHEAD_LOOKS; i++) {
			const struct quest *l = &a->looks[i];

			if (l->filter && filter_holds(l->filter, own, at) &&
			    l->may(l->of, own, at))
				note(&w->sights[i], at);
		}
		at++;
	}
}

/* The next window, for whoever will make it; NULL when all are claimed, or none
 * is free. */
static struct slot *
claim(struct ahead *a)
{
	struct slot *s = a->slot;

	while (s < a->slot + WINDOWS && s->state != FREE)
		s++;
	if (a->claimed >= a->size || s == a->slot + WINDOWS)
		return NULL;
	s->state = MAKING;
	s->w.off = a->claimed;
	s->w.bytes = a->bytes + a->claimed;
	s->w.len = a->size - a->claimed < AHEAD_WINDOW
	    ? (size_t)(a->size - a->claimed)
	    : AHEAD_WINDOW;
	a->claimed += s->w.len;
	return s;
}

/* Makes what was claimed, without the lock. */
static void
make_claimed(struct ahead *a, struct slot *s)
{
	pthread_mutex_unlock(&a->lock);
	look_over(a, &s->w);
	pthread_mutex_lock(&a->lock);
	s->state = MADE;
}

static void *
work(void *of)
{
	struct ahead *a = of;
	struct slot *s;

	pthread_mutex_lock(&a->lock);
	while (!a->quit) {
		s = claim(a);
		if (!s) {
			pthread_cond_wait(&a->to_do, &a->lock);
			continue;
		}
		make_claimed(a, s);
		pthread_cond_signal(&a->made);
	}
	pthread_mutex_unlock(&a->lock);
	return NULL;
}

/* Signals are the main thread's, but for what a mapping has to tell whoever looks
 * at it. */
static bool
start(struct ahead *a)
{
	sigset_t all, before;
	int failed;

	sigfillset(&all);
	sigdelset(&all, SIGBUS);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	failed = pthread_create(&a->thread, NULL, work, a);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return !failed;
}

/* Closes the file that is open. */
static void
let_go(struct ahead *a)
{
	if (a->bytes)
		mapping_close();
	a->bytes = NULL;
	if (a->fd >= 0)
		close(a->fd);
	a->fd = -1;
}

static void
give_back(struct ahead *a)
{
	for (int i = 0; i < WINDOWS; i++)
		for (int look = 0; look < AHEAD_LOOKS; look++)
			free(a->slot[i].w.sights[look].at);
	pthread_cond_destroy(&a->to_do);
	pthread_cond_destroy(&a->made);
	pthread_mutex_destroy(&a->lock);
	let_go(a);
	free(a);
}

struct ahead *
ahead_new(void)
{
	struct ahead *a = xrealloc(NULL, 1, sizeof(*a));

	*a = (struct ahead){ .fd = -1 };
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->to_do, NULL);
	pthread_cond_init(&a->made, NULL);
	if (start(a))
		return a;
	give_back(a);
	return NULL;
}

void
ahead_free(struct ahead *a)
{
	if (!a)
		return;
	pthread_mutex_lock(&a->lock);
	a->quit = true;
	pthread_cond_signal(&a->to_do);
	pthread_mutex_unlock(&a->lock);
	pthread_join(a->thread, NULL);
	give_back(a);
}

static bool
is_any(const struct ahead *a, enum state state)
{
	int i = 0;

	while (i < WINDOWS && a->slot[i].state != state)
		i++;
	return i < WINDOWS;
}

/* Waits until the thread has nothing to do, and makes all windows free. */
static void
settle(struct ahead *a)
{
	a->claimed = a->size;
	while (is_any(a, MAKING))
		pthread_cond_wait(&a->made, &a->lock);
	for (int i = 0; i < WINDOWS; i++)
		a->slot[i].state = FREE;
	a->taken = NULL;
}

void
ahead_look_for(struct ahead *a, int i, struct quest look)
{
	pthread_mutex_lock(&a->lock);
	settle(a);
	pthread_mutex_unlock(&a->lock);
	a->looks[i] = look;
	a->filter = filter_new();
	for (int k = 0; k < AHEAD_LOOKS; k++)
		if (a->looks[k].filter)
			filter_unite(&a->filter, a->looks[k].filter);
	for (int k = 0; k < WINDOWS; k++) {
		struct sights *s = &a->slot[k].w.sights[i];

		s->at = xrealloc(s->at, SIGHTS, sizeof(*s->at));
	}
}

void
ahead_open(struct ahead *a, int fd, uint64_t from, uint64_t size)
{
	pthread_mutex_lock(&a->lock);
	settle(a);
	let_go(a);
	a->fd = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	a->bytes = mapping_open(fd, size);
	a->size = a->bytes ? size : from;
	a->claimed = a->next = from;
	pthread_cond_signal(&a->to_do);
	pthread_mutex_unlock(&a->lock);
}

/* The window at `off` when it is made; NULL when there will be none. */
static struct slot *
wait_for(struct ahead *a, uint64_t off)
{
	while (off < a->size) {
		struct slot *s = a->slot;

		while (s < a->slot + WINDOWS &&
		    (s->state != MADE || s->w.off != off))
			s++;
		if (s < a->slot + WINDOWS)
			return s;
		s = claim(a);
		if (s)
			make_claimed(a, s);
		else
			pthread_cond_wait(&a->made, &a->lock);
	}
	return NULL;
}

/* The owner takes a window and gives the last one back. */
static void
take(struct ahead *a, struct slot *s)
{
	if (a->taken)
		a->taken->state = FREE;
	s->state = TAKEN;
	a->taken = s;
	a->next += s->w.len;
	pthread_cond_signal(&a->to_do);
}

bool
ahead_is_whole(const struct ahead *a)
{
	struct stat st;

	return !a->bytes || (!mapping_is_torn() && fstat(a->fd, &st) == 0 &&
	    (uint64_t)st.st_size >= a->size);
}

const struct window *
ahead_next(struct ahead *a)
{
	struct slot *s;

	pthread_mutex_lock(&a->lock);
	s = wait_for(a, a->next);
	if (s)
		take(a, s);
	pthread_mutex_unlock(&a->lock);
	return s && ahead_is_whole(a) ? &s->w : NULL;
}
