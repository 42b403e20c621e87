/* Zeros are mapped over what has gone away, from the page that was missed to the
 * end of the file: where a file has shrunk, nothing follows, and after a page
 * that cannot be read nothing of the mapping is asked for any more. */
#include "mapping.h"

#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

/* What a handler has to know. */
static struct {
	char *bytes; /* NULL: nothing is mapped */
	size_t len, page;
	atomic_bool torn;
	struct sigaction before;
} the;

/* SIGBUS of anybody else comes once more, to whom it belongs. */
static void
put_zeros(int signal, siginfo_t *info, void *context)
{
	size_t at = (size_t)((uintptr_t)info->si_addr - (uintptr_t)the.bytes);
	size_t from = at - at % the.page;

	(void)signal;
	(void)context;
	if (at < the.len &&
	    mmap(the.bytes + from, the.len - from, PROT_READ,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED)
		atomic_store(&the.torn, true);
	else
		sigaction(SIGBUS, &the.before, NULL);
}

const char *
mapping_open(int fd, uint64_t size)
{
	struct sigaction ours = { .sa_sigaction = put_zeros,
		.sa_flags = SA_SIGINFO };
	void *bytes;

	if (the.bytes || size == 0 || size > SIZE_MAX / 2)
		return NULL;
	bytes = mmap(NULL, (size_t)size, PROT_READ, MAP_SHARED, fd, 0);
	if (bytes == MAP_FAILED)
		return NULL;
	the.bytes = bytes;
	the.len = (size_t)size;
	the.page = (size_t)sysconf(_SC_PAGESIZE);
	atomic_store(&the.torn, false);
	sigemptyset(&ours.sa_mask);
	sigaction(SIGBUS, &ours, &the.before);
	return the.bytes;
}

void
mapping_close(void)
{
	sigaction(SIGBUS, &the.before, NULL);
	munmap(the.bytes, the.len);
	the.bytes = NULL;
}

bool
mapping_is_torn(void)
{
	return atomic_load(&the.torn);
}
