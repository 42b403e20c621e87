/* A search through an archive: what it counts in each report is what the open
 * report shows, and what the slow judge says.
 *
 * The archive is invented: prose with every kind of trouble in it, in reports
 * with and without markers, in files of UTF-8 and UTF-16.  A case is one needle
 * in one report.  HUNT_ROUNDS in the environment asks for more needles. */
#include "test.h"

#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline/base/buf.h"
#include "dateline/find/hunt.h"
#include "match_judge.h"

enum { FILES = 5, REPORTS = 16, ROUNDS = 2600 };

struct dice {
	uint32_t seed;
};

static size_t
roll(struct dice *d, size_t n)
{
	d->seed = d->seed * 1664525u + 1013904223u;
	return (d->seed >> 8) % n;
}

/* An archive in a folder of its own. */
struct desk {
	struct arena *in;
	struct archive *archive;
	char folder[32];
	size_t file_n;
};

static void
desk_open(struct desk *d)
{
	*d = (struct desk){ .in = arena_new(), .archive = archive_new(),
		.folder = "/tmp/hunt-XXXXXX" };
	assert_non_null(mkdtemp(d->folder));
}

static const char *
path_of(struct desk *d, size_t i)
{
	struct buf b = { .in = d->in };

	buf_addf(&b, "%s/%zu", d->folder, i);
	return arena_str(d->in, buf_str(&b)).ptr;
}

static void
desk_close(struct desk *d)
{
	archive_free(d->archive);
	for (size_t i = 0; i < d->file_n; i++)
		unlink(path_of(d, i));
	rmdir(d->folder);
	arena_free(d->in);
}

static void
add_file(struct desk *d, struct str bytes)
{
	const char *path = path_of(d, d->file_n++);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	struct err e = { "" };

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.ptr, bytes.len), bytes.len);
	close(fd);
	assert_true(archive_add(d->archive, path, &e));
}

static const char *const prose[] = { "the ferry", "left", "the old quay",
	"at nine", "nobody", "said so", "harbour", "tax", "tide", "storm",
	"Sula", "Kovačević", "the mayor’s office", "over the speakers",
	"The Ferry", "STRIKE", "and", "in the", "haven’t", "résumé", "quay" };
static const char *const odd[] = { "𝗳𝗲𝗿𝗿𝘆 𝗯𝗮𝗰𝗸", "𝘁𝗵𝗲 𝗼𝗹𝗱 𝗾𝘂𝗮𝘆", "ﬁne", "ﬀ",
	"Straße", "İstanbul", "ha\u00ADrbour", "fe\u200Brry", "re\u0301sume\u0301",
	"Ⱥb", "5 ㎏", "порт Сула", "в порту", "港口", "한국", "कि", "“no”",
	"a—b", "…", "\xFF\xFE", "the\xE2\x80quay", "f\u0332e\u0332r\u0332r\u0332y\u0332",
	"①②", "ｔｉｄｅ", "👂", "\t", "\x01", "ᴛɪᴅᴇ", "ⓣⓘⓓⓔ", "\uFEFF",
	"\uFDFA", "m\u0307", "date 2023-01-01", "--", "+", "fer", "ry" };
static const char *const ends[] = { "\n", "\n", "\n\n", "\r\n", "\r\n\r\n",
	"\r", "\r\r\n", "\n \t\n", "\u2028", " \n  " };

#define PICK(d, list) ((list)[roll((d), COUNT(list))])

static void
add_prose(struct dice *d, struct buf *b, size_t words)
{
	for (size_t i = 0; i < words; i++) {
		buf_add(b, str_c(roll(d, 4) ? PICK(d, prose) : PICK(d, odd)));
		if (roll(d, 9) == 0)
			buf_add(b, STR("."));
		buf_add(b, roll(d, 6) ? STR(" ") : str_c(PICK(d, ends)));
	}
}

/* Reports of a file, some of them put together without a line end between. */
static struct str
invent_file(struct dice *d, struct arena *in)
{
	struct buf b = { .in = in };

	for (int i = 0; i < REPORTS; i++) {
		buf_addf(&b, " date 20%02zu-%02zu-%02zu ", roll(d, 30),
		    1 + roll(d, 12), 1 + roll(d, 29));
		add_prose(d, &b, 1 + roll(d, 25));
		if (roll(d, 5))
			buf_add(&b, STR("\n"));
	}
	return buf_str(&b);
}

static struct str
utf16(struct arena *in, struct str s)
{
	struct buf b = { .in = in };
	uint32_t cp;

	buf_add(&b, STR("\xFF\xFE"));
	for (size_t at = 0, n; (n = utf8_next(s, at, &cp)) > 0; at += n) {
		uint32_t unit[2] = { cp, 0 };

		if (cp >= 0x10000) {
			unit[0] = 0xD800 + ((cp - 0x10000) >> 10);
			unit[1] = 0xDC00 + ((cp - 0x10000) & 0x3FF);
		}
		for (int i = 0; i < 2 && (i == 0 || unit[i]); i++) {
			buf_addc(&b, (char)(unit[i] & 0xFF));
			buf_addc(&b, (char)(unit[i] >> 8));
		}
	}
	return buf_str(&b);
}

static void
invent(struct dice *d, struct desk *desk)
{
	struct buf b = { .in = desk->in };

	for (int i = 0; i < FILES - 3; i++)
		add_file(desk, invent_file(d, desk->in));
	add_file(desk, utf16(desk->in, invent_file(d, desk->in)));
	buf_add(&b, STR("---\ntitle: The old ferry\nauthor: quay\n"
			"date: 2023-04-16\n---\n"));
	add_prose(d, &b, 60);
	add_file(desk, buf_str(&b));
	b.len = 0;
	buf_add(&b, STR("2021-05-05\n\n"));
	add_prose(d, &b, 60);
	add_file(desk, buf_str(&b));
	archive_finish(desk->archive);
	assert_true(archive_count(desk->archive) >= 40);
}

/* What the hunt counts in a record. */
static uint32_t
hunted(const struct hunt *h, uint32_t id)
{
	uint32_t place = hunt_place(h, id);

	return place < hunt_count(h) && hunt_at(h, place).id == id
	    ? hunt_at(h, place).hits
	    : 0;
}

static struct str
raw_of(struct desk *d, uint32_t id, struct arena *a)
{
	struct err e = { "" };
	struct str raw;

	assert_true(archive_read(d->archive, id, 0,
	    archive_record(d->archive, id)->len, a, &raw, &e));
	return raw;
}

/* What the open report shows. */
static uint32_t
shown(struct desk *d, const struct query *q, uint32_t id, struct arena *a)
{
	const struct record *r = archive_record(d->archive, id);
	struct str raw = raw_of(d, id, a);
	uint32_t n = 0;

	for (uint32_t at = 0; at < r->len; at += ARTICLE_PART) {
		struct article_how how = { .form = PLAIN_READABLE,
			.depth = query_depth(q) };
		struct article t = article_read_as(a,
		    str_head(str_skip(raw, at), ARTICLE_PART), at,
		    at ? 0 : r->head, &how);
		struct span *hits;

		n += (uint32_t)query_article(q, a, &t, &hits);
	}
	return query_on(q, r->date) ? n : 0;
}

static void
finish(struct hunt *h)
{
	while (hunt_step(h, 1))
		;
}

/* The results are in the order of the date list, and add up. */
static void
check_order(const struct desk *d, const struct hunt *h, const char *words)
{
	uint64_t hits = 0;

	for (uint32_t i = 0; i < hunt_count(h); i++) {
		struct found f = hunt_at(h, i);

		check_int(words, f.hits > 0, 1);
		check_int(words, hunt_hits_before(h, i), hits);
		hits += f.hits;
		if (i > 0)
			check_int(words,
			    archive_compare(d->archive, hunt_at(h, i - 1).id,
				f.id) < 0,
			    1);
	}
	check_int(words, hunt_hits(h), hits);
	check_int(words, hunt_percent(h), 100);
}

static void
check_shown(struct desk *d, const struct query *q, const struct hunt *h,
    const char *words)
{
	struct arena *a = arena_new();

	for (uint32_t id = 0; id < archive_count(d->archive); id++) {
		check_int(words, hunted(h, id), shown(d, q, id, a));
		arena_reset(a);
	}
	check_order(d, h, words);
	arena_free(a);
}

static void
check_judged(struct desk *d, struct str needle, bool exact,
    const struct hunt *h, const char *words)
{
	struct arena *a = arena_new();
	struct span *hits;

	for (uint32_t id = 0; id < archive_count(d->archive); id++) {
		const struct record *r = archive_record(d->archive, id);

		if (r->how > HOW_JOINED)
			continue;
		check_int(words, hunted(h, id),
		    judge_each(a, needle, exact,
			str_skip(raw_of(d, id, a), r->head), &hits));
		arena_reset(a);
	}
	arena_free(a);
}

/* A few bytes out of a report, without what means something to a query. */
static struct str
draw_needle(struct dice *d, struct desk *desk, struct arena *a)
{
	struct str raw = raw_of(
	    desk, (uint32_t)roll(d, archive_count(desk->archive)), a);
	size_t from = utf8_floor(raw, roll(d, raw.len));
	size_t to = utf8_floor(raw, from + 1 + roll(d, roll(d, 4) ? 8 : 40));
	char *out = arena_array(a, char, to + 1);
	size_t n = 0;

	for (size_t i = from; i < to && i < raw.len; i++)
		if (!memchr("+-\":", raw.ptr[i], 4))
			out[n++] = raw.ptr[i];
	for (size_t i = 0; i + 2 < n; i++) /* “ ” */
		if (memcmp(out + i, "\xE2\x80", 2) == 0 &&
		    ((unsigned char)out[i + 2] & 0xFC) == 0x9C)
			memset(out + i, 'x', 3);
	out[n] = '\0';
	return (struct str){ out, n };
}

static long
rounds(void)
{
	const char *asked = getenv("HUNT_ROUNDS");

	return asked ? atol(asked) : ROUNDS;
}

/* HUNT_ROUNDS needles in some 50 reports each. */
static void
test_agrees(void **state)
{
	struct dice dice = { 20230323 };
	struct arena *a = arena_new();
	struct desk d;
	long n = rounds();
	long long cases = 0;

	(void)state;
	desk_open(&d);
	invent(&dice, &d);
	for (long i = 0; i < n; i++) {
		struct str needle = draw_needle(&dice, &d, a);
		bool exact = i % 4 == 0;
		struct err e = { "" };
		struct query *q = query_new(
		    needle, exact ? QUERY_EXACT : QUERY_FOLDED, &e);
		struct hunt *h;

		if (q) {
			h = hunt_new(d.archive, q);
			finish(h);
			check_judged(&d, needle, exact, h, needle.ptr);
			if (i % 8 == 0)
				check_shown(&d, q, h, needle.ptr);
			cases += archive_count(d.archive);
			hunt_free(h);
		}
		query_free(q);
		arena_reset(a);
	}
	check_int("cases", cases * ROUNDS >= 100000LL * n, 1);
	desk_close(&d);
	arena_free(a);
}

/* Queries of several parts, typed letter by letter: narrowed hunts, and those
 * that begin anew, find what the report shows. */
static void
test_typed(void **state)
{
	static const char *const queries[] = { "the ferry", "quay +tide",
		"quay -storm", "+tax +harbour -the", "\"the ferry\" quay",
		"the speaker:sula", "tide \"STRIKE\" +and", "resume",
		"порт", "fe", "quay date:2010..2020", "ferry \"Fe\"",
		"date:2010..2020", "date:2010..2020 -ferry", "source:quay" };
	struct dice dice = { 77 };
	struct desk d;

	(void)state;
	desk_open(&d);
	invent(&dice, &d);
	for (size_t i = 0; i < COUNT(queries); i++) {
		struct query *last = NULL;
		struct hunt *h = NULL;

		for (size_t n = 1; n <= strlen(queries[i]); n++) {
			struct str words = str_head(str_c(queries[i]), n);
			struct err e = { "" };
			struct query *q = query_new(words, QUERY_FOLDED, &e);

			if (!q)
				continue;
			if (!h || !hunt_narrow(h, q)) {
				hunt_free(h);
				h = hunt_new(d.archive, q);
			}
			query_free(last);
			last = q;
			if (n % 2)
				finish(h);
			else
				hunt_step(h, 1);
		}
		finish(h);
		check_shown(&d, last, h, queries[i]);
		hunt_free(h);
		query_free(last);
	}
	desk_close(&d);
}

static void
test_expressions(void **state)
{
	static const char *const expressions[] = { "fer+y", "^The \\w+",
		"qua[iy]|tid.", "\\w+$", "r.sum.", "(?s)the.*?quay", "п\\w+т",
		"[^a]a", "\\bF", "." };
	struct dice dice = { 99 };
	struct desk d;

	(void)state;
	desk_open(&d);
	invent(&dice, &d);
	for (size_t i = 0; i < COUNT(expressions); i++) {
		struct err e = { "" };
		struct query *q =
		    query_new(str_c(expressions[i]), QUERY_REGEX, &e);
		struct hunt *h = hunt_new(d.archive, q);

		finish(h);
		check_shown(&d, q, h, expressions[i]);
		check_int(expressions[i], hunt_too_hard(h), 0);
		hunt_free(h);
		query_free(q);
	}
	desk_close(&d);
}

/* Records are searched while more of them arrive. */
static void
test_growing(void **state)
{
	struct dice dice = { 5 };
	struct desk d;
	struct err e = { "" };
	struct query *q = query_new(STR("the"), QUERY_FOLDED, &e);
	struct hunt *h;

	(void)state;
	desk_open(&d);
	for (int i = 0; i < 6; i++)
		add_file(&d, invent_file(&dice, d.in));
	h = hunt_new(d.archive, q);
	check_int("nothing yet", hunt_step(h, 1000), 0);
	while (archive_step(d.archive, 500) != ARCHIVE_DONE)
		hunt_step(h, 100);
	finish(h);
	check_shown(&d, q, h, "the");
	hunt_free(h);
	query_free(q);
	desk_close(&d);
}

/* A report of more than one part: each counts for itself, as it is read. */
static void
test_long_report(void **state)
{
	struct desk d;
	struct err e = { "" };
	struct buf b;
	struct query *q = query_new(STR("low water"), QUERY_FOLDED, &e);
	struct hunt *h;

	(void)state;
	desk_open(&d);
	b = (struct buf){ .in = d.in };
	buf_add(&b, STR(" date 2023-03-20 low water\n\n"));
	while (b.len < ARTICLE_PART - 4)
		buf_addc(&b, 'x');
	buf_add(&b, STR("low water\n"));
	while (b.len < 2 * ARTICLE_PART + 500)
		buf_add(&b, STR("Then low\nwater came.\n\n"));
	buf_add(&b, STR("\n date 2023-03-19 low water again\n"));
	add_file(&d, buf_str(&b));
	archive_finish(d.archive);
	h = hunt_new(d.archive, q);
	finish(h);
	check_int("reports", hunt_count(h), 2);
	check_int("hits", hunt_hits(h) > 40000, 1);
	check_shown(&d, q, h, "low water");
	hunt_free(h);
	query_free(q);
	q = query_new(STR("date:2023-03-20"), QUERY_FOLDED, &e);
	h = hunt_new(d.archive, q);
	finish(h);
	check_int("one hit in all its parts", hunt_hits(h), 1);
	check_shown(&d, q, h, "date:2023-03-20");
	hunt_free(h);
	query_free(q);
	desk_close(&d);
}

/* A file that went away is said, and the rest is searched. */
static void
test_gone(void **state)
{
	struct desk d;
	struct err e = { "" };
	struct query *q = query_new(STR("tide"), QUERY_FOLDED, &e);
	struct hunt *h;

	(void)state;
	desk_open(&d);
	for (int i = 0; i < 40; i++)
		add_file(&d, STR(" date 2023-03-20 The tide"));
	archive_finish(d.archive);
	unlink(path_of(&d, 3));
	h = hunt_new(d.archive, q);
	finish(h);
	check_int("found", hunt_count(h), 39);
	check_int("failed", hunt_failed(h), 1);
	assert_non_null(hunt_failure(h));
	hunt_free(h);
	query_free(q);
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_agrees),
		cmocka_unit_test(test_typed),
		cmocka_unit_test(test_expressions),
		cmocka_unit_test(test_growing),
		cmocka_unit_test(test_long_report),
		cmocka_unit_test(test_gone),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
