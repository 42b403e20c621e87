/* One thread, and one thing it is asked for at a time:
 *
 *	IDLE --ask--> ASKED --read--> READ --take--> IDLE
 *
 * Whose turn it is changes under the lock; the rest belongs to the thread while
 * it is ASKED, and else to its owner. */
#include "ahead.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "dateline/base/arena.h"

enum turn { IDLE, ASKED, READ, QUIT };

struct ahead {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t asked, answered;
	enum turn turn;
	int fd;
	uint64_t off;
	char *to;
	size_t len, got;
};

/* Fewer bytes at the end of the file, or where it cannot be read: the owner
 * will read on by itself, and say why. */
static size_t
read_all(const struct ahead *a)
{
	size_t got = 0;

	while (got < a->len) {
		ssize_t n = pread(a->fd, a->to + got, a->len - got,
		    (off_t)(a->off + got));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		got += (size_t)n;
	}
	return got;
}

static void *
work(void *of)
{
	struct ahead *a = of;

	pthread_mutex_lock(&a->lock);
	while (a->turn != QUIT) {
		if (a->turn != ASKED) {
			pthread_cond_wait(&a->asked, &a->lock);
			continue;
		}
		pthread_mutex_unlock(&a->lock);
		a->got = read_all(a);
		pthread_mutex_lock(&a->lock);
		a->turn = READ;
		pthread_cond_signal(&a->answered);
	}
	pthread_mutex_unlock(&a->lock);
	return NULL;
}

/* Signals are the main thread's. */
static bool
start(struct ahead *a)
{
	sigset_t all, before;
	int failed;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	failed = pthread_create(&a->thread, NULL, work, a);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return !failed;
}

struct ahead *
ahead_new(void)
{
	struct ahead *a = xrealloc(NULL, 1, sizeof(*a));

	*a = (struct ahead){ .turn = IDLE, .fd = -1 };
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->asked, NULL);
	pthread_cond_init(&a->answered, NULL);
	if (start(a))
		return a;
	free(a);
	return NULL;
}

/* Waits until the thread has nothing to do. */
static void
settle(struct ahead *a)
{
	pthread_mutex_lock(&a->lock);
	while (a->turn == ASKED)
		pthread_cond_wait(&a->answered, &a->lock);
	pthread_mutex_unlock(&a->lock);
}

static void
turn_to(struct ahead *a, enum turn turn)
{
	pthread_mutex_lock(&a->lock);
	a->turn = turn;
	pthread_cond_signal(&a->asked);
	pthread_mutex_unlock(&a->lock);
}

void
ahead_free(struct ahead *a)
{
	if (!a)
		return;
	ahead_open(a, -1);
	turn_to(a, QUIT);
	pthread_join(a->thread, NULL);
	pthread_cond_destroy(&a->asked);
	pthread_cond_destroy(&a->answered);
	pthread_mutex_destroy(&a->lock);
	free(a);
}

void
ahead_open(struct ahead *a, int fd)
{
	settle(a);
	turn_to(a, IDLE);
	if (a->fd >= 0)
		close(a->fd);
	a->fd = fd >= 0 ? fcntl(fd, F_DUPFD_CLOEXEC, 3) : -1;
}

void
ahead_ask(struct ahead *a, uint64_t off, char *to, size_t len)
{
	settle(a);
	if (a->fd < 0 || len == 0)
		return;
	a->off = off;
	a->to = to;
	a->len = len;
	turn_to(a, ASKED);
}

size_t
ahead_take(struct ahead *a, uint64_t off, const char *to)
{
	settle(a);
	if (a->turn != READ)
		return 0;
	turn_to(a, IDLE);
	return a->off == off && a->to == to ? a->got : 0;
}
