/* Words apart by blanks, and a path to the end of the line, in which bytes that
 * would break it are \xHH. */
#include "dateline/reader/visit.h"

#include <inttypes.h>
#include <stdlib.h>

#include "dateline/base/keep.h"

static const char first_line[] = "dateline visit 1\n";

bool
visit_is(struct str text)
{
	return str_starts(text, str_c(first_line));
}

/* The word at the beginning of `*rest`, which then begins behind the blank that
 * follows. */
static struct str
next_word(struct str *rest)
{
	const char *end = rest->len ? memchr(rest->ptr, ' ', rest->len) : NULL;
	struct str word =
	    end ? str_head(*rest, (size_t)(end - rest->ptr)) : *rest;

	*rest = str_skip(*rest, word.len + 1);
	return word;
}

/* A whole number in base 10 or 16, at most `max`. */
static bool
take_number(struct str *rest, unsigned base, uint64_t max, uint64_t *out)
{
	uint64_t most = base == 10 ? UINT64_MAX / 10 : UINT64_MAX / 16;
	struct str word = next_word(rest);

	*out = 0;
	for (size_t i = 0; i < word.len; i++) {
		unsigned char c = (unsigned char)word.ptr[i];
		unsigned digit = c >= 'a' && c <= 'f' ? c - 'a' + 10u
						      : c - (unsigned)'0';
		uint64_t before = *out;

		*out = before * base + digit;
		if (digit >= base || before > most || *out < before)
			return false;
	}
	return word.len > 0 && *out <= max;
}

/* "-" for none. */
static bool
take_date(struct str *rest, date *out)
{
	struct str word = next_word(rest);
	struct ymd when;

	*out = DATE_NONE;
	if (str_eq(word, STR("-")))
		return true;
	if (!date_scan(word, &when))
		return false;
	*out = date_of(when);
	return *out != DATE_NONE;
}

static bool
take_hashes(struct str *rest, struct seen_file *f)
{
	struct str before = *rest;

	f->known = take_number(rest, 16, UINT64_MAX, &f->head);
	if (f->known)
		return take_number(rest, 16, UINT64_MAX, &f->tail);
	*rest = before;
	return str_eq(next_word(rest), STR("-")) &&
	    str_eq(next_word(rest), STR("-"));
}

static int
hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0'
	    : c >= 'A' && c <= 'F'  ? c - 'A' + 10
				    : -1;
}

static struct str
unescape(struct arena *a, struct str s)
{
	struct buf b = { .in = a };

	if (s.len == 0 || !memchr(s.ptr, '\\', s.len))
		return s;
	for (size_t i = 0; i < s.len; i++) {
		int high = -1, low = -1;
		char c = s.ptr[i];

		if (c == '\\' && s.len - i >= 4 && s.ptr[i + 1] == 'x') {
			high = hex_digit(s.ptr[i + 2]);
			low = hex_digit(s.ptr[i + 3]);
		}
		if (high >= 0 && low >= 0) {
			c = (char)(high << 4 | low);
			i += 3;
		}
		buf_addc(&b, c);
	}
	return buf_str(&b);
}

static void
add_escaped(struct buf *to, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		if (c >= ' ' && c != 0x7F && c != '\\')
			continue;
		buf_add(to, str_head(str_skip(s, from), i - from));
		buf_addf(to, "\\x%02X", c);
		from = i + 1;
	}
	buf_add(to, str_skip(s, from));
}

static void
take_file(struct arena *a, struct visit *v, struct str rest)
{
	struct seen_file f = { .size = 0 };
	uint64_t mtime;

	if (!take_number(&rest, 10, UINT64_MAX, &f.size) ||
	    !take_number(&rest, 10, UINT64_MAX, &mtime) ||
	    !take_hashes(&rest, &f) || !take_date(&rest, &f.last) ||
	    rest.len == 0)
		return;
	f.mtime_ns = (int64_t)mtime;
	f.path = unescape(a, rest);
	*arena_push(a, struct seen_file, v->files, v->file_n, v->file_cap) = f;
}

/* Offsets that go on where those of the same file ended. */
static void
take_unread(struct arena *a, struct seen_file *f, struct str rest)
{
	uint64_t off;

	while (rest.len > 0 && take_number(&rest, 10, UINT64_MAX, &off))
		if (f->unread_n == 0 || off > f->unread[f->unread_n - 1])
			*arena_push(a, uint64_t, f->unread, f->unread_n,
			    f->unread_cap) = off;
}

static void
take_place(struct arena *a, struct visit *v, struct str rest)
{
	uint64_t off, raw;
	date day;

	if (!take_date(&rest, &day) ||
	    !take_number(&rest, 10, UINT64_MAX, &off) ||
	    !take_number(&rest, 10, UINT32_MAX, &raw) || rest.len == 0)
		return;
	v->has_place = true;
	v->place_date = day;
	v->place_off = off;
	v->place_raw = (uint32_t)raw;
	v->place_path = unescape(a, rest);
}

static int
compare_paths(struct str a, struct str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int c = n ? memcmp(a.ptr, b.ptr, n) : 0;

	return c ? c : (a.len > b.len) - (a.len < b.len);
}

static int
compare_files(const void *x, const void *y)
{
	const struct seen_file *a = x, *b = y;

	return compare_paths(a->path, b->path);
}

/* By path; of equal ones, the last stays. */
static void
sort_files(struct visit *v)
{
	struct seen_file *f = v->files;
	bool sorted = true;
	size_t n = 0;

	for (size_t i = 1; i < v->file_n && sorted; i++)
		sorted = compare_paths(f[i - 1].path, f[i].path) < 0;
	if (sorted)
		return;
	for (size_t i = 0; i < v->file_n; i++)
		f[i].nth = i;
	qsort(f, v->file_n, sizeof(*f), compare_files);
	for (size_t i = 0; i < v->file_n; i++) {
		bool again = n > 0 && compare_files(&f[n - 1], &f[i]) == 0;

		if (!again)
			f[n++] = f[i];
		else if (f[i].nth > f[n - 1].nth)
			f[n - 1] = f[i];
	}
	v->file_n = n;
}

/* How many lines may be about a file. */
static size_t
count_files(struct str text)
{
	struct str line;
	size_t n = 0;

	while (keep_line(&text, &line))
		n += str_starts(line, STR("file "));
	return n;
}

struct visit
visit_parse(struct arena *a, struct str text)
{
	struct visit v = { .file_n = 0 };
	struct str line, word;

	if (!visit_is(text))
		return v;
	v.file_cap = count_files(text);
	v.files = arena_array(a, struct seen_file, v.file_cap);
	while (keep_line(&text, &line)) {
		word = next_word(&line);
		if (str_eq(word, STR("file")))
			take_file(a, &v, line);
		else if (str_eq(word, STR("unread")) && v.file_n > 0)
			take_unread(a, &v.files[v.file_n - 1], line);
		else if (str_eq(word, STR("place")))
			take_place(a, &v, line);
		else if (str_eq(word, STR("archive")) && line.len > 0)
			*arena_push(a, struct str, v.archives, v.archive_n,
			    v.archive_cap) = unescape(a, line);
	}
	sort_files(&v);
	return v;
}

static void
print_date(date d, struct buf *to)
{
	char day[DATE_TEXT];

	date_print(day, d);
	buf_addf(to, "%s ", day[0] ? day : "-");
}

static void
print_place(const struct visit *v, struct buf *to)
{
	buf_add(to, STR("place "));
	print_date(v->place_date, to);
	buf_addf(to, "%" PRIu64 " %u ", v->place_off, v->place_raw);
	add_escaped(to, v->place_path);
	buf_addc(to, '\n');
}

static void
print_file(const struct seen_file *f, struct buf *to)
{
	buf_addf(to, "file %" PRIu64 " %" PRIu64 " ", f->size,
	    (uint64_t)f->mtime_ns);
	if (f->known)
		buf_addf(to, "%016" PRIx64 " %016" PRIx64 " ", f->head, f->tail);
	else
		buf_add(to, STR("- - "));
	print_date(f->last, to);
	add_escaped(to, f->path);
	for (size_t i = 0; i < f->unread_n; i++)
		buf_addf(to, "%s%" PRIu64, i % 8 ? " " : "\nunread ",
		    f->unread[i]);
	buf_addc(to, '\n');
}

void
visit_print(const struct visit *v, struct buf *to)
{
	buf_add(to, str_c(first_line));
	for (size_t i = 0; i < v->archive_n; i++) {
		buf_add(to, STR("archive "));
		add_escaped(to, v->archives[i]);
		buf_addc(to, '\n');
	}
	if (v->has_place)
		print_place(v, to);
	for (size_t i = 0; i < v->file_n; i++)
		print_file(&v->files[i], to);
}

struct seen_file *
visit_find(const struct visit *v, struct str path)
{
	size_t low = 0, high = v->file_n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = compare_paths(v->files[mid].path, path);

		if (c == 0)
			return &v->files[mid];
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* FNV-1a. */
uint64_t
visit_hash(struct str bytes)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < bytes.len; i++)
		h = (h ^ (unsigned char)bytes.ptr[i]) *
		    UINT64_C(1099511628211);
	return h;
}

/* One part of a path, behind those that are there. */
static void
add_part(struct buf *b, struct str part)
{
	if (part.len == 0 || str_eq(part, STR(".")))
		return;
	if (!str_eq(part, STR(".."))) {
		buf_addc(b, '/');
		buf_add(b, part);
		return;
	}
	while (b->len > 0 && b->ptr[--b->len] != '/')
		;
}

static void
add_parts(struct buf *b, struct str path)
{
	while (path.len > 0) {
		const char *end = memchr(path.ptr, '/', path.len);
		struct str part =
		    end ? str_head(path, (size_t)(end - path.ptr)) : path;

		add_part(b, part);
		path = str_skip(path, part.len + 1);
	}
}

struct str
visit_path(struct arena *a, struct str folder, struct str path)
{
	struct buf b = { .in = a };
	struct str s;

	if (!str_starts(path, STR("/")))
		add_parts(&b, folder);
	add_parts(&b, path);
	if (b.len == 0)
		buf_addc(&b, '/');
	s = buf_str(&b);
	buf_addc(&b, '\0');
	return (struct str){ b.ptr, s.len };
}
