/* A ring of batches.  Each is filled, read and emptied in turn; any thread reads
 * the next one that is full, and the owner, who fills and empties, reads too
 * when it would have to wait:
 *
 *	   emptied        read          filled
 *	      |  (reading)  |  (waiting)   |
 *	------[===|===|====][====|====|====][ being filled ]------
 *
 * What is in a batch belongs to whoever moved `begun` over it, under the lock,
 * until it is read, and at all other times to the owner. */
#include "dateline/find/crew.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>

enum {
	THREADS_MAX = 15,
	BATCH_BYTES = 16 * 1024, /* of reports: worth a change of threads */
	BATCH_TASKS = 64,
};

struct batch {
	struct arena *in;
	struct task tasks[BATCH_TASKS];
	struct article articles[BATCH_TASKS];
	size_t n, bytes;
	bool read; /* under the lock */
};

struct crew {
	struct article_how how;
	struct crew_owner owner;
	struct batch *ring;
	size_t ring_n;
	size_t batch_bytes; /* close a batch that has so many */
	pthread_mutex_t lock;
	pthread_cond_t filled_one, read_one;
	size_t filled, begun; /* batches since the start */
	size_t emptied;	      /* … the owner's alone, without the lock */
	bool quit;
	pthread_t threads[THREADS_MAX];
	unsigned thread_n;
};

unsigned
crew_threads(void)
{
	cpu_set_t set;
	int n = 1;

	if (sched_getaffinity(0, sizeof(set), &set) == 0)
		n = CPU_COUNT(&set);
	return n > THREADS_MAX ? THREADS_MAX : (unsigned)n - 1;
}

static struct batch *
batch_at(const struct crew *c, size_t i)
{
	return &c->ring[i % c->ring_n];
}

static void
read_batch(const struct crew *c, struct batch *b)
{
	struct article_how how = c->how;

	for (size_t i = 0; i < b->n; i++) {
		const struct task *t = &b->tasks[i];

		how.path = t->path;
		b->articles[i] = article_read_as(
		    b->in, t->raw, t->part, t->marker, &how);
	}
}

/* Reads the next full batch; the lock is held, but not meanwhile. */
static void
read_next(struct crew *c)
{
	struct batch *b = batch_at(c, c->begun++);

	pthread_mutex_unlock(&c->lock);
	read_batch(c, b);
	pthread_mutex_lock(&c->lock);
	b->read = true;
	pthread_cond_signal(&c->read_one);
}

static void *
work(void *of)
{
	struct crew *c = of;

	pthread_mutex_lock(&c->lock);
	while (!c->quit) {
		if (c->begun < c->filled)
			read_next(c);
		else
			pthread_cond_wait(&c->filled_one, &c->lock);
	}
	pthread_mutex_unlock(&c->lock);
	return NULL;
}

/* Signals are the main thread's. */
static void
start(struct crew *c, unsigned threads)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	while (c->thread_n < threads && c->thread_n < THREADS_MAX &&
	    pthread_create(&c->threads[c->thread_n], NULL, work, c) == 0)
		c->thread_n++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

struct crew *
crew_new(const struct article_how *how, unsigned threads,
    struct crew_owner owner)
{
	struct crew *c = xrealloc(NULL, 1, sizeof(*c));

	*c = (struct crew){ .how = *how,
		.owner = owner,
		.ring_n = threads > 0 ? 2 * ((size_t)threads + 1) : 1,
		.batch_bytes = threads > 0 ? BATCH_BYTES : 0 };
	c->ring = xrealloc(NULL, c->ring_n, sizeof(*c->ring));
	for (size_t i = 0; i < c->ring_n; i++)
		c->ring[i] = (struct batch){ .in = arena_new() };
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->filled_one, NULL);
	pthread_cond_init(&c->read_one, NULL);
	start(c, threads);
	return c;
}

void
crew_free(struct crew *c)
{
	if (!c)
		return;
	pthread_mutex_lock(&c->lock);
	c->quit = true;
	pthread_cond_broadcast(&c->filled_one);
	pthread_mutex_unlock(&c->lock);
	for (unsigned i = 0; i < c->thread_n; i++)
		pthread_join(c->threads[i], NULL);
	for (size_t i = 0; i < c->ring_n; i++)
		arena_free(c->ring[i].in);
	pthread_cond_destroy(&c->filled_one);
	pthread_cond_destroy(&c->read_one);
	pthread_mutex_destroy(&c->lock);
	free(c->ring);
	free(c);
}

/* Waits for the oldest batch, and works meanwhile. */
static void
wait_for(struct crew *c, const struct batch *b)
{
	pthread_mutex_lock(&c->lock);
	while (!b->read) {
		if (c->begun < c->filled)
			read_next(c);
		else
			pthread_cond_wait(&c->read_one, &c->lock);
	}
	pthread_mutex_unlock(&c->lock);
}

static void
empty_oldest(struct crew *c)
{
	struct batch *b = batch_at(c, c->emptied);

	wait_for(c, b);
	for (size_t i = 0; i < b->n; i++)
		c->owner.take(
		    c->owner.self, &b->tasks[i], &b->articles[i]);
	arena_reset(b->in);
	b->n = b->bytes = 0;
	b->read = false;
	c->emptied++;
}

/* Lets others read the batch, and makes room for the next one. */
static void
close_batch(struct crew *c)
{
	pthread_mutex_lock(&c->lock);
	c->filled++;
	pthread_cond_signal(&c->filled_one);
	pthread_mutex_unlock(&c->lock);
	if (c->filled - c->emptied == c->ring_n)
		empty_oldest(c);
}

void
crew_add(struct crew *c, struct task task)
{
	struct batch *b = batch_at(c, c->filled);

	task.raw = arena_str(b->in, task.raw);
	b->tasks[b->n++] = task;
	b->bytes += task.raw.len;
	if (b->n == BATCH_TASKS || b->bytes >= c->batch_bytes)
		close_batch(c);
}

void
crew_finish(struct crew *c)
{
	if (batch_at(c, c->filled)->n > 0)
		close_batch(c);
	while (c->emptied < c->filled)
		empty_oldest(c);
}
