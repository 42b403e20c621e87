/* Any bytes as a file: the archive opens, every byte is in one record or
 * skipped, the order is right, indexing a few bytes at a time comes to the same
 * records, and all of them can be explained.  The first byte says how many
 * bytes (its upper five bits), whether the file has a dated name or folder, and
 * whether so many blank lines come first that windows are no larger than they
 * have to be.
 *
 * With FUZZ_RULES=FILE it writes there, at its end, how often it met each rule
 * of dateline-archive(5). */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline/archive/archive.h"
#include "dateline/find/repeats.h"
#include "dateline/report/explain.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(bool ok)
{
	if (!ok)
		abort();
}

enum { BEFORE = 9000 };

/* What --explain says when a rule was obeyed. */
static const struct {
	const char *rule, *sign;
} signs[] = {
	{ "R0, no UTF-8", "invalid UTF-8 (R0)" },
	{ "R0, byte order mark", ": byte order mark" },
	{ "R0, decoded", ", decoded from" },
	{ "R1, exact", " by marker (R1)" },
	{ "R1, loose", " by loose marker (R1)" },
	{ "R2", " by joined marker (R2)" },
	{ "R3, impossible", "warning impossible date" },
	{ "R3, implausible", "warning implausible date" },
	{ "R4, front matter", " by front matter (R4)" },
	{ "R4, name", " by file name (R4)" },
	{ "R4, folder", " by folder (R4)" },
	{ "R4, first line", " by first line (R4)" },
	{ "R4, undated", "date none by nothing (R4)" },
	{ "R4b", "in no report" },
	{ "R5", NULL }, /* seen in the order itself */
	{ "R6.1", " by R6.1\n" },
	{ "R6.2", " by R6.2\n" },
	{ "R6.3", " by R6.3\n" },
	{ "R6.4", " by R6.4\n" },
	{ "R6.5", " by R6.5\n" },
	{ "R6.6", " by R6.6\n" },
	{ "R6.7", " by R6.7\n" },
	{ "R6.8", " by R6.8\n" },
	{ "R7", " by R7\n" },
	{ "R8", "\nh R8 " },
	{ "R9", "\nh R9 " },
	{ "R10", "\nt R10 " },
	{ "R11a", "\nb R11a " },
	{ "R11b", "\nb R11b " },
	{ "R12", " R12 wrapped " },
	{ "R13", " R13 list " },
	{ "R14", " R14 table " },
};

/* Files whose name or folder is a date, and the rules that were met, until the
 * fuzzer ends. */
static struct {
	char top[32], folder[64], dated_name[96], dated_folder[96];
	unsigned long long met[COUNT(signs)];
} ours;

static void
write_rules(void)
{
	const char *path = getenv("FUZZ_RULES");
	FILE *f = path ? fopen(path, "w") : NULL;
	size_t i;

	unlink(ours.dated_name);
	unlink(ours.dated_folder);
	rmdir(ours.folder);
	rmdir(ours.top);
	for (i = 0; f && i < COUNT(signs); i++)
		fprintf(f, "%s\t%llu\n", signs[i].rule, ours.met[i]);
	if (f)
		fclose(f);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	strcpy(ours.top, "/tmp/fuzz-XXXXXX");
	check(mkdtemp(ours.top) != NULL);
	snprintf(ours.folder, sizeof(ours.folder), "%s/2023-03-20_x", ours.top);
	check(mkdir(ours.folder, 0700) == 0);
	snprintf(ours.dated_folder, sizeof(ours.dated_folder), "%s/notes",
	    ours.folder);
	snprintf(ours.dated_name, sizeof(ours.dated_name), "%s/20230320.txt",
	    ours.top);
	atexit(write_rules);
	return 0;
}

static struct archive *
index_file(const char *path, size_t step)
{
	struct archive *a = archive_new();
	struct err e = { "" };

	check(archive_add(a, path, &e));
	archive_step(a, BEFORE);
	while (archive_step(a, step) == ARCHIVE_MORE)
		;
	return a;
}

/* UTF-16 is decoded: what is read of it is other bytes than were written. */
static bool
is_decoded(struct archive *a)
{
	return archive_source_count(a) > 0 && archive_encoding(a, 0);
}

/* Bytes of the text lie in the file one after the other, all of them. */
static void
check_origin(struct archive *a, size_t size)
{
	uint64_t before = 0, off;

	check(archive_origin(a, 0, 0) == 0);
	check(archive_origin(a, 0, archive_size(a, 0)) == size);
	for (off = 1; off < archive_size(a, 0); off += 1 + off / 16) {
		uint64_t now = archive_origin(a, 0, off);

		check(now >= before && now <= size);
		check(is_decoded(a) || now == off);
		before = now;
	}
}

static void
check_cover(struct archive *a, size_t size)
{
	uint64_t sum = 0, end = 0;
	uint32_t id;

	if (archive_problem_count(a) > 0)
		return;
	check(archive_source_count(a) == 1);
	for (id = 0; id < archive_count(a); id++) {
		const struct record *r = archive_record(a, id);

		check(r->off >= end && r->head <= r->len);
		check(r->how <= HOW_NONE);
		check(!r->bad_date || r->date == DATE_NONE);
		end = r->off + r->len;
		sum += r->len;
	}
	check(is_decoded(a) || archive_size(a, 0) == size);
	check_origin(a, size);
	check(sum + archive_skipped(a, 0) == archive_size(a, 0));
}

static void
check_order(struct archive *a)
{
	uint32_t place, n = archive_count(a);

	for (place = 0; place < n; place++) {
		uint32_t id = archive_at(a, place);
		const struct record *r = archive_record(a, id);

		check(archive_place(a, id) == place);
		check((r->date == DATE_NONE) == (place >= archive_dated(a)));
		if (r->date != DATE_NONE)
			check(archive_find(a, r->date) <= place);
	}
}

static void
check_read(struct archive *a, const uint8_t *data)
{
	struct arena *in = arena_new();
	uint64_t line = 1;
	uint32_t id;

	for (id = 0; id < archive_count(a); id++) {
		const struct record *r = archive_record(a, id);
		uint64_t now = archive_line(a, id, 0);
		struct err e = { "" };
		struct str s;

		check(now >= line);
		line = now;
		check(archive_read(a, id, 0, SIZE_MAX, in, &s, &e));
		check(s.len == r->len);
		check(is_decoded(a) ||
		    memcmp(s.ptr, data + r->off, s.len) == 0);
	}
	arena_free(in);
}

/* Whether the order is another one than that in which the records lie. */
static bool
is_sorted(const struct archive *a)
{
	uint32_t place;

	for (place = 0; place < archive_count(a); place++)
		if (archive_at(a, place) != place)
			return true;
	return false;
}

static void
meet_rules(const struct archive *a, struct str said)
{
	size_t i;

	for (i = 0; i < COUNT(signs); i++)
		ours.met[i] += signs[i].sign
		    ? memmem(said.ptr, said.len, signs[i].sign,
			  strlen(signs[i].sign)) != NULL
		    : is_sorted(a);
}

/* All that can be said of the records, the first of them if there are many. */
static void
check_explain(struct archive *a)
{
	enum { MOST = 100 };
	struct arena *in = arena_new();
	struct buf said = { .in = in };
	struct repeats_scan *scan = NULL;
	const uint32_t *ids = archive_as_they_lie(a, in);
	uint32_t n = archive_count(a), i;

	if (n >= 3)
		scan = repeats_scan_new(a);
	while (scan && repeats_scan_step(scan, 1000))
		;
	if (archive_source_count(a) > 0)
		explain_file(&said, a, 0, ids, n);
	for (i = 0; i < n && i < MOST; i++) {
		const struct record *r = archive_record(a, ids[i]);
		struct article t;
		struct err e = { "" };
		struct str raw;

		check(archive_read(a, ids[i], 0, r->len, in, &raw, &e));
		t = article_read_as(in, raw, 0, r->head,
		    &(struct article_how){ .form = PLAIN_READABLE,
			.depth = ARTICLE_TEXT,
			.repeats = scan ? repeats_scan_result(scan) : NULL,
			.path = archive_path(a, r->source) });
		explain_record(&said, &t, a, ids[i]);
	}
	meet_rules(a, buf_str(&said));
	repeats_scan_free(scan);
	arena_free(in);
}

static void
check_same(struct archive *a, struct archive *b)
{
	uint32_t id;

	check(archive_count(a) == archive_count(b));
	for (id = 0; id < archive_count(a); id++) {
		const struct record *x = archive_record(a, id);
		const struct record *y = archive_record(b, id);

		check(x->off == y->off && x->len == y->len &&
		    x->date == y->date && x->head == y->head &&
		    x->how == y->how && x->bad_date == y->bad_date);
	}
}

/* The file of an input: its bytes without the first, and what comes before. */
static size_t
make_bytes(const uint8_t *data, size_t size, uint8_t *to)
{
	size_t before = data[0] % 2 ? BEFORE : 0;

	memset(to, '\n', before);
	memcpy(to + before, data + 1, size - 1);
	return before + size - 1;
}

/* A name for the file that is open as `fd`. */
static const char *
name_file(char *path, size_t size, int fd, unsigned kind)
{
	const char *dated = kind == 1 ? ours.dated_name : ours.dated_folder;

	snprintf(path, size, "/proc/self/fd/%d", fd);
	if (kind != 1 && kind != 2)
		return path;
	unlink(dated);
	check(symlink(path, dated) == 0);
	return dated;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct archive *a, *b;
	uint8_t *bytes = malloc(size + BEFORE), how = size > 0 ? data[0] : 0;
	size_t len;
	char path[32];
	const char *name;
	int fd;

	check(bytes != NULL);
	len = size > 0 ? make_bytes(data, size, bytes) : 0;
	fd = memfd_create("fuzz", MFD_CLOEXEC);
	check(fd >= 0);
	check(write(fd, bytes, len) == (ssize_t)len);
	name = name_file(path, sizeof(path), fd, how / 2 % 4);
	a = index_file(name, SIZE_MAX);
	b = index_file(name, how / 8 + 1u);
	check_cover(a, len);
	check_order(a);
	check_order(b);
	check_read(a, bytes);
	check_explain(a);
	check_same(a, b);
	archive_free(a);
	archive_free(b);
	close(fd);
	free(bytes);
	return 0;
}
