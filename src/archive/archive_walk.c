/* Which files a folder gives.  The names are collected first and sorted as a
 * person would, so that what is opened comes in the order of records (R5);
 * nothing is opened here. */
#include "archive_parts.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "ascii.h"

/* A walk over a whole disk ends here. */
enum { FOUND_MOST = 4 * 1024 * 1024 };

/* Folders still to be read: a stack. */
struct walk {
	struct archive *a;
	const char **folders;
	size_t n, cap;
	bool full;
};

void
archive_found(struct archive *a, const char *path, bool given)
{
	*arena_push(a->names, struct candidate, a->found, a->found_n,
	    a->found_cap) = (struct candidate){ path, given };
	a->is_sorted = false;
}

/* "." is left out, so that paths look as they would be typed. */
static const char *
join(struct walk *w, const char *folder, const char *name)
{
	size_t len = strlen(folder), more = strlen(name);
	char *path;

	while (len > 0 && folder[len - 1] == '/')
		len--;
	if (len == 1 && folder[0] == '.')
		return arena_str(w->a->names, str_c(name)).ptr;
	path = arena_array(w->a->names, char, len + more + 2);
	memcpy(path, folder, len);
	path[len] = '/';
	memcpy(path + len + 1, name, more);
	return path;
}

static void
add_folder(struct walk *w, const char *path)
{
	*arena_push(w->a->names, const char *, w->folders, w->n, w->cap) =
	    path;
}

/* What stands behind a name: DT_REG, DT_DIR or something else.  A link to a
 * folder is something else, because it may lead back here. */
static int
kind_of(struct walk *w, DIR *dir, const struct dirent *entry, const char *path)
{
	struct stat st;
	struct err e = { "" };
	int kind = entry->d_type;

	if (kind != DT_LNK && kind != DT_UNKNOWN)
		return kind;
	if (fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISDIR(st.st_mode))
		return DT_DIR;
	if (fstatat(dirfd(dir), entry->d_name, &st, 0) == 0)
		return S_ISREG(st.st_mode) ? DT_REG : DT_LNK;
	err_set(&e, "%s: %s", path, strerror(errno));
	archive_problem_add(w->a, &e);
	return DT_LNK;
}

static void
meet(struct walk *w, DIR *dir, const struct dirent *entry, const char *folder)
{
	const char *path;
	int kind = entry->d_type;

	if (entry->d_name[0] == '.' ||
	    (kind != DT_REG && kind != DT_DIR && kind != DT_LNK &&
		kind != DT_UNKNOWN))
		return;
	path = join(w, folder, entry->d_name);
	kind = kind_of(w, dir, entry, path);
	if (kind == DT_DIR)
		add_folder(w, path);
	else if (kind == DT_REG)
		archive_found(w->a, path, false);
}

static bool
read_folder(struct walk *w, const char *folder, struct err *e)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	int failure;

	if (!dir)
		return err_set(e, "%s: %s", folder, strerror(errno));
	while (!w->full && (errno = 0, entry = readdir(dir)) != NULL) {
		meet(w, dir, entry, folder);
		w->full = w->a->found_n >= FOUND_MOST;
	}
	failure = w->full ? 0 : errno;
	closedir(dir);
	if (failure != 0)
		return err_set(e, "%s: %s", folder, strerror(failure));
	return true;
}

bool
archive_walk(struct archive *a, const char *folder, struct err *e)
{
	struct walk w = { .a = a };

	if (!read_folder(&w, folder, e))
		return false;
	while (w.n > 0 && !w.full) {
		struct err later = { "" };

		if (!read_folder(&w, w.folders[--w.n], &later))
			archive_problem_add(a, &later);
	}
	if (w.full) {
		struct err later = { "" };

		err_set(&later, "%s holds more than %d files: the rest was "
		    "left out.", folder, FOUND_MOST);
		archive_problem_add(a, &later);
	}
	return true;
}

/* Compares the numbers that begin at `*a` and `*b` by their value and moves
 * both past them. */
static int
compare_numbers(const char **a, const char **b)
{
	size_t n = 0, m = 0;
	int way;

	while (**a == '0')
		++*a;
	while (**b == '0')
		++*b;
	while (ascii_is_digit((*a)[n]))
		n++;
	while (ascii_is_digit((*b)[m]))
		m++;
	way = n == m ? memcmp(*a, *b, n) : n < m ? -1 : 1;
	*a += n;
	*b += m;
	return way;
}

/* What is before in a folder: nothing, then the end of a name, then any other
 * byte. */
static int
rank(char c)
{
	return c == '\0' ? 0 : c == '/' ? 1 : 2 + (unsigned char)c;
}

/* Natural order: 2.txt before 10.txt; what differs only in zeros, a01 and a1,
 * by its bytes. */
static int
compare_paths(const char *a, const char *b)
{
	const char *p = a, *q = b;

	while (*p != '\0' || *q != '\0') {
		if (ascii_is_digit(*p) && ascii_is_digit(*q)) {
			int way = compare_numbers(&p, &q);

			if (way != 0)
				return way;
		} else if (*p != *q) {
			return rank(*p) - rank(*q);
		} else {
			p++;
			q++;
		}
	}
	return strcmp(a, b);
}

/* The same path twice: the one that was given first. */
static int
compare_found(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	int way = compare_paths(x->path, y->path);

	return way != 0 ? way : y->given - x->given;
}

void
archive_sort_found(struct archive *a)
{
	if (!a->is_sorted && a->found_n > a->next)
		qsort(a->found + a->next, a->found_n - a->next,
		    sizeof(*a->found), compare_found);
	a->is_sorted = true;
}
