/* The conformance files of Unicode, where the package unicode-data has put them
 * (or in $UCD): grapheme clusters, words, line breaks, and normal forms, of
 * which our fold must make nothing.  Each line of a file is a test.
 *
 * A line that is wrong is excused when it has a character that the library does
 * not know yet, or when our fold means to differ; these are counted and printed.
 * Words are the library's own: we never ask where one begins, but whoever does
 * can trust it, and a library that parts them otherwise is not the one that the
 * rest was measured with. */
#include "test.h"

#include <ctype.h>
#include <locale.h>
#include <stdlib.h>
#include <unictype.h>
#include <unistd.h>
#include <uniwbrk.h>

#include "../../src/text/wrap_breaks.h"
#include "dateline/text/fold.h"
#include "dateline/text/glyph.h"

enum {
	CODES = 64, /* code points of one field of a line */
	SHOWN = 5,  /* wrong lines that are printed */
	LINE = 4096,
	SKIPPED = 77,
};

/* Text in UTF-8, and before which bytes the file wants a break. */
struct sample {
	char bytes[CODES * UTF8_MAX];
	size_t len;
	bool breaks[CODES * UTF8_MAX + 1];
	bool unknown; /* to the library, in part */
};

enum verdict { RIGHT, WRONG, UNKNOWN, MEANT, VERDICTS };

static struct str
sample_str(const struct sample *s)
{
	return (struct str){ s->bytes, s->len };
}

static void
sample_add(struct sample *s, uint32_t cp)
{
	assert_true(s->len + UTF8_MAX <= sizeof(s->bytes));
	s->len += utf8_put(s->bytes + s->len, cp);
	s->unknown |= uc_is_general_category(cp, UC_CATEGORY_Cn);
}

/* Reads "÷ 0061 × 0308 ÷", or "0061 0308;".  Returns what follows. */
static const char *
sample_read(struct sample *s, const char *line)
{
	char *end;

	*s = (struct sample){ .len = 0 };
	while (!strchr(";#\r\n", *line)) {
		if (str_starts(str_c(line), STR("÷")))
			s->breaks[s->len] = true;
		if (isxdigit((unsigned char)*line)) {
			sample_add(s, (uint32_t)strtoul(line, &end, 16));
			line = end;
		} else {
			line++;
		}
	}
	return line + (*line == ';');
}

static enum verdict
judge(bool right, bool unknown)
{
	return right ? RIGHT : unknown ? UNKNOWN : WRONG;
}

static enum verdict
check_clusters(const char *line)
{
	struct sample s;
	bool right = true;

	sample_read(&s, line);
	for (size_t at = 0, n; at < s.len; at += n) {
		n = glyph_cluster(sample_str(&s), at);
		for (size_t i = 1; i <= n; i++)
			right &= s.breaks[at + i] == (i == n);
	}
	return judge(right, s.unknown);
}

static enum verdict
check_words(const char *line)
{
	struct sample s;
	char breaks[CODES * UTF8_MAX];
	bool right = true;

	sample_read(&s, line);
	u8_wordbreaks((const uint8_t *)s.bytes, s.len, breaks);
	for (size_t at = 1; at < s.len; at++)
		right &= s.breaks[at] == (breaks[at] != 0);
	return judge(right, s.unknown);
}

static bool
is_line_end(uint32_t cp)
{
	return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 ||
	    cp == 0x2029;
}

/* The breaks of one line.  Behind the white space that begins it, a break parts
 * nothing, and is no error. */
static bool
check_line(const struct sample *s, size_t from, size_t to)
{
	struct str line = { s->bytes + from, to - from };
	struct breaks b;
	bool white = true;
	uint32_t cp;

	breaks_start(&b, line);
	for (size_t at = 0; at < line.len; at += utf8_next(line, at, &cp)) {
		if (!white &&
		    breaks_untailored(&b, at) != s->breaks[from + at])
			return false;
		white &= line.ptr[at] == ' ';
	}
	return true;
}

/* Line ends come first: text/wrap.h cuts a text at them. */
static enum verdict
check_lines(const char *line)
{
	struct sample s;
	size_t from = 0, n;
	bool right = true;
	uint32_t cp;

	sample_read(&s, line);
	for (size_t at = 0; at < s.len; at += n) {
		n = utf8_next(sample_str(&s), at, &cp);
		if (!is_line_end(cp))
			continue;
		right &= check_line(&s, from, at);
		from = at + n;
	}
	right &= check_line(&s, from, s.len);
	return judge(right, s.unknown);
}

enum form { SOURCE, NFC, NFD, NFKC, NFKD, FORMS };

static bool
is_same(const struct sample *form, enum form a, enum form b)
{
	return fold_eq(sample_str(&form[a]), sample_str(&form[b]));
}

/* A compatibility form may say another thing than a reader sees: a spacing
 * accent is a space with a mark, the number ⑴ has brackets, ″ is two primes. */
static bool
is_other_to_readers(const struct sample *form)
{
	struct str source = sample_str(&form[SOURCE]);
	struct str nfkc = sample_str(&form[NFKC]);

	return (nfkc.len > 1 && nfkc.ptr[0] == ' ') ||
	    (str_starts(nfkc, STR("(")) && str_ends(nfkc, STR(")"))) ||
	    str_eq(source, STR("″")) || str_eq(source, STR("‶"));
}

/* One code point at a time, a fold cannot put marks in order. */
static bool
is_out_of_order(const struct sample *form)
{
	return strcmp(form[SOURCE].bytes, form[NFD].bytes) != 0 &&
	    form[SOURCE].len == form[NFD].len;
}

static enum verdict
check_forms(const char *line)
{
	struct sample form[FORMS];
	bool unknown = false;

	for (size_t i = 0; i < FORMS; i++) {
		line = sample_read(&form[i], line);
		unknown |= form[i].unknown;
	}
	if (!is_same(form, NFC, NFD))
		return judge(false, unknown);
	if (!is_same(form, SOURCE, NFD))
		return is_out_of_order(form) ? MEANT : judge(false, unknown);
	if (is_same(form, NFC, NFKC) && is_same(form, NFC, NFKD))
		return RIGHT;
	return is_other_to_readers(form) ? MEANT : judge(false, unknown);
}

/* Opens a file of the database, packed or not; NULL when it is not there. */
static FILE *
open_file(const char *name)
{
	const char *folder = getenv("UCD");
	char path[LINE / 4], command[LINE];

	if (!folder)
		folder = "/usr/share/unicode";
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (access(path, R_OK) == 0)
		snprintf(command, sizeof(command), "cat '%s'", path);
	else
		snprintf(command, sizeof(command),
		    "test -r '%s.bz2' && bzcat '%s.bz2'", path, path);
	return popen(command, "r");
}

/* Judges every line; fails if less than `least` of `of` are right. */
static void
check_file(const char *name, enum verdict (*check)(const char *), size_t least,
    size_t of)
{
	FILE *file = open_file(name);
	size_t count[VERDICTS] = { 0 }, lines = 0, fine;
	char line[LINE];

	assert_non_null(file);
	while (fgets(line, sizeof(line), file)) {
		enum verdict v;

		if (strchr("#@\r\n", line[0]))
			continue;
		v = check(line);
		lines++;
		if (count[v]++ < SHOWN && v == WRONG)
			print_message("wrong: %s", line);
	}
	pclose(file);
	print_message("%s: %zu of %zu right, %zu wrong, excused: %zu unknown "
		      "to the library, %zu meant\n",
	    name, count[RIGHT], lines, count[WRONG], count[UNKNOWN],
	    count[MEANT]);
	if (lines == 0)
		skip();
	fine = lines - count[WRONG];
	assert_true(fine * of >= least * lines);
}

static void
test_clusters(void **state)
{
	(void)state;
	check_file("auxiliary/GraphemeBreakTest.txt", check_clusters, 1, 1);
}

static void
test_words(void **state)
{
	(void)state;
	check_file("auxiliary/WordBreakTest.txt", check_words, 1, 1);
}

/* What is missing: the file parts numbers by a rule that UAX #14 leaves to
 * taste, and the library glues objects (LB20), and brackets and kana over
 * spaces (LB14, LB16). */
static void
test_lines(void **state)
{
	(void)state;
	check_file("auxiliary/LineBreakTest.txt", check_lines, 7583, 7654);
}

static void
test_forms(void **state)
{
	(void)state;
	check_file("NormalizationTest.txt", check_forms, 1, 1);
}

static bool
is_there(const char *name)
{
	FILE *file = open_file(name);
	bool there = file && fgetc(file) != EOF;

	if (file)
		pclose(file);
	return there;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_clusters),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_forms),
	};

	if (!setlocale(LC_ALL, "C.UTF-8") ||
	    !is_there("auxiliary/GraphemeBreakTest.txt")) {
		print_message("skipped: no C.UTF-8 or no unicode-data here\n");
		return SKIPPED;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
