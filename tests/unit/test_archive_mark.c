#include "test_archive.h"

/* "0+21/16 marker 2023-03-20" a record, in order of arrival; checks what holds
 * for every archive. */
static const char *
describe(struct archive *a, struct arena *in)
{
	struct buf b = { .in = in };
	uint32_t id, n = archive_count(a);

	for (id = 0; id < n; id++) {
		const struct record *r = archive_record(a, id);
		char text[DATE_TEXT];

		date_print(text, r->date);
		buf_addf(&b, "%s%llu+%u/%u %s %s", id > 0 ? ", " : "",
		    (unsigned long long)r->off, r->len, r->head, hows[r->how],
		    r->bad_date ? "bad" : r->date == DATE_NONE ? "-" : text);
		assert_true(r->head <= r->len);
		assert_int_equal(archive_at(a, archive_place(a, id)), id);
	}
	buf_addc(&b, '\0');
	return buf_str(&b).ptr;
}

/* A row of a table is a text in which ~ stands where a record begins, ^ where
 * its marker ends and ` where skipped bytes begin; `want` says how the records
 * were recognised. */
struct split {
	const char *row;
	const char *text;
	const char *want;
};

/* The bytes of a row, and what describe() shall say of them. */
static struct str
unmark(const struct split *row, struct arena *in, const char **want)
{
	struct buf bytes = { .in = in }, says = { .in = in };
	size_t begin = 0, head = 0;
	const char *how = row->want, *p = row->text;
	bool open = false;

	for (;; p++) {
		if (open && (*p == '~' || *p == '`' || *p == '\0')) {
			size_t n = strcspn(how, ",");

			if (says.len > 0)
				buf_add(&says, STR(", "));
			buf_addf(&says, "%zu+%zu/%zu %.*s", begin,
			    bytes.len - begin, head ? head - begin : 0, (int)n,
			    how);
			how += how[n] ? n + 2 : n;
			open = false;
		}
		if (*p == '\0')
			break;
		if (*p == '~') {
			begin = bytes.len;
			head = 0;
			open = true;
		} else if (*p == '^') {
			head = bytes.len;
		} else if (*p != '`') {
			buf_addc(&bytes, *p);
		}
	}
	buf_addc(&says, '\0');
	*want = buf_str(&says).ptr;
	return buf_str(&bytes);
}

/* Indexed a few bytes at a time after the first step, a file has the same
 * records. */
static void
check_steps(const char *row, const char *want, uint64_t size, size_t first,
    size_t bytes)
{
	struct arena *in = arena_new();
	struct archive *a = add("file");

	archive_step(a, first);
	while (archive_step(a, bytes) == ARCHIVE_MORE)
		;
	check_str(row, str_c(describe(a, in)), want);
	check_covered(row, a, size);
	archive_free(a);
	arena_free(in);
}

/* So it has when it comes through a pipe. */
static void
check_pipe(const char *row, const char *want, struct str bytes, size_t slice)
{
	struct arena *in = arena_new();
	struct archive *a;
	int w;

	unlink("pipe");
	assert_int_equal(mkfifo("pipe", 0600), 0);
	a = add("pipe");
	archive_step(a, 100);
	w = open("pipe", O_WRONLY);
	while (bytes.len > 0) {
		struct str some = str_head(bytes, slice);

		assert_int_equal(write(w, some.ptr, some.len), some.len);
		archive_step(a, slice);
		bytes = str_skip(bytes, slice);
	}
	close(w);
	archive_finish(a);
	check_str(row, str_c(describe(a, in)), want);
	archive_free(a);
	arena_free(in);
}

static void
check_split(const struct split *row)
{
	struct arena *in = arena_new();
	const char *want;
	struct str bytes = unmark(row, in, &want);
	struct archive *a;

	write_bytes("file", bytes);
	a = open_all("file");
	check_str(row->row, str_c(describe(a, in)), want);
	check_covered(row->row, a, bytes.len);
	archive_free(a);
	check_steps(row->row, want, bytes.len, 1, 1);
	check_steps(row->row, want, bytes.len, 1, 7);
	check_pipe(row->row, want, bytes, 5);
	check_pipe(row->row, want, bytes, 1000);
	arena_free(in);
}

static void
test_markers(void **state)
{
	static const struct split rows[] = {
		{ "empty file", "", "" },
		{ "blank file", " \n\t\r\n\n", "" },
		{ "only a BOM", BOM, "" },
		{ "one", "~ date 2023-03-20^ Ferry lost | Post\n\nIt sank.",
		    "marker 2023-03-20" },
		{ "two", "~ date 2023-03-20^ One.\n\n~ date 2023-03-21^ Two.\n",
		    "marker 2023-03-20, marker 2023-03-21" },
		{ "the marker alone", "~ date 2023-03-20^",
		    "marker 2023-03-20" },
		{ "as last bytes", "~ date 2023-03-20^ A.\n~ date 2023-03-21^",
		    "marker 2023-03-20, marker 2023-03-21" },
		{ "on consecutive lines",
		    "~ date 2023-03-20^\n~ date 2023-03-21^ \n~ date "
		    "2023-03-22^\r\n~ date 2023-03-23^\rEnd",
		    "marker 2023-03-20, marker 2023-03-21, marker 2023-03-22, "
		    "marker 2023-03-23" },
		{ "CRLF", "~ date 2023-03-20^ One\r\n\r\n~ date 2023-03-21^ T",
		    "marker 2023-03-20, marker 2023-03-21" },
		{ "CR", "~ date 2023-03-20^ One\r~ date 2023-03-21^ Two\r",
		    "marker 2023-03-20, marker 2023-03-21" },
		{ "CRCRLF", "~ date 2023-03-20^ 1\r\r\n~ date 2023-03-21^ 2\r",
		    "marker 2023-03-20, marker 2023-03-21" },
		{ "BOM", "`" BOM "~ date 2023-03-20^ One",
		    "marker 2023-03-20" },
		{ "BOM before a later one",
		    "~ date 2023-03-20^ One\n`" BOM "~ date 2023-03-21^ Two",
		    "marker 2023-03-20, marker 2023-03-21" },
		{ "blank lines first", "`\n \n\r\n~ date 2023-03-20^ One",
		    "marker 2023-03-20" },
		{ "BOM after blank lines", "`\n" BOM "~ date 2023-03-20^ One",
		    "marker 2023-03-20" },
		{ "text first",
		    "`\n\n~Words without a day.\n~ date 2023-03-20^ One",
		    "none -, marker 2023-03-20" },
		{ "impossible", "~ date 2023-02-30^ One\n~ date 2023-13-01^ Two"
		    "\n~ date 0000-01-01^ Three",
		    "marker bad, marker bad, marker bad" },
		{ "implausible", "~ date 0001-11-30^ One\n~ date 9999-12-31^ 2",
		    "marker 0001-11-30, marker 9999-12-31" },
		{ "no marker", "~Ferry lost\n\nIt sank.", "none -" },
		{ "not followed by a space", "~ date 2023-03-20, a Monday",
		    "none -" },
		{ "not followed by a tab", "~ date 2023-03-20\tOne", "none -" },
		{ "five figures", "~ date 2023-03-201 One", "none -" },
		{ "one-digit month", "~ date 2023-3-5 One", "none -" },
		{ "slashes", "~ date 2023/03/20 One", "none -" },
		{ "full-width digits", "~ date ２０２３-０３-２０ One", "none -" },
		{ "no word", "~ 2023-03-20 One", "none -" },
		{ "another word", "~ update 2023-03-20 One", "none -" },
		{ "ill-formed text", "~ date 2023-03-20^ \xff\xc3\n~ date "
		    "2023-03-21^ \xf0\x9f\n", "marker 2023-03-20, marker "
		    "2023-03-21" },
		{ "marker inside hyphens",
		    "~ date 2023-03-20^ ----------------------------------\n"
		    "~ date 2023-03-21^ -----------------------------------",
		    "marker 2023-03-20, marker 2023-03-21" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		check_split(&rows[i]);
}

static void
test_loose(void **state)
{
	static const struct split rows[] = {
		{ "colon", "~Date: 2023-03-20^  One\n\n~date 2023-03-21^ Two",
		    "loose 2023-03-20, loose 2023-03-21" },
		{ "eight blanks", "~        DATE:    2023-03-20^ One",
		    "loose 2023-03-20" },
		{ "nine blanks", "~         date: 2023-03-20 One", "none -" },
		{ "five blanks after", "~date:     2023-03-20 One", "none -" },
		{ "no blank after", "~date:2023-03-20 One", "none -" },
		{ "blank before the colon", "~date : 2023-03-20 One",
		    "none -" },
		{ "tab", "~\tdate\t2023-03-20^ One", "loose 2023-03-20" },
		{ "two blanks first", "~  date 2023-03-20^ One",
		    "loose 2023-03-20" },
		{ "upper case is not exact", "~ Date 2023-03-20^ One",
		    "loose 2023-03-20" },
		{ "at a wrapped line start",
		    "~ date 2023-03-20^ We use the filing\n"
		    "date 2023-03-21 because the court does.",
		    "marker 2023-03-20" },
		{ "indented at a wrapped line start",
		    "~ date 2023-03-20^ We use the filing\n"
		    "  date 2023-03-21 because the court does.",
		    "marker 2023-03-20" },
		{ "after a blank line of blanks",
		    "~ date 2023-03-20^ One\n \t\n~date 2023-03-21^ Two",
		    "marker 2023-03-20, loose 2023-03-21" },
		{ "after an empty CRLF line",
		    "~ date 2023-03-20^ 1\r\n\r\n~date: 2023-03-21^ Two",
		    "marker 2023-03-20, loose 2023-03-21" },
		{ "after a CRCRLF line",
		    "~ date 2023-03-20^ 1\r\r\ndate: 2023-03-21 Two",
		    "marker 2023-03-20" },
		{ "after an empty CR line",
		    "~ date 2023-03-20^ 1\r\r~date: 2023-03-21^ Two",
		    "marker 2023-03-20, loose 2023-03-21" },
		{ "after empty lines at the start",
		    "`\n\n~date: 2023-03-21^ Two", "loose 2023-03-21" },
		{ "BOM", "`" BOM "~Date: 2023-03-20^ One", "loose 2023-03-20" },
		{ "BOM of a second file",
		    "~date: 2023-03-20^ One\n`" BOM "~Date: 2023-03-21^ Two",
		    "loose 2023-03-20, loose 2023-03-21" },
		{ "impossible", "~Date: 2023-02-30^ One", "loose bad" },
		{ "with a time", "~Date: 2023-02-20T10:00 One", "none -" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		check_split(&rows[i]);
}

static void
test_joined(void **state)
{
	static const struct split rows[] = {
		{ "after a sentence", "~ date 2023-03-20^ It sank.~ date "
		    "2023-03-21^ and so on", "marker 2023-03-20, joined "
		    "2023-03-21" },
		{ "more than one blank", "~ date 2023-03-20^ It sank.  ~ date "
		    "2023-03-21^ Two", "marker 2023-03-20, joined 2023-03-21" },
		{ "before a line end", "~ date 2023-03-20^ It sank.~ date "
		    "2023-03-21^\n\nTwo", "marker 2023-03-20, joined "
		    "2023-03-21" },
		{ "BOM between", "~ date 2023-03-20^ It sank.`" BOM "~ date "
		    "2023-03-21^ Two", "marker 2023-03-20, joined "
		    "2023-03-21" },
		{ "three", "~ date 2023-03-20^ A.~ date 2023-03-21^ B!~ date "
		    "2023-03-22^ C?", "marker 2023-03-20, joined 2023-03-21, "
		    "joined 2023-03-22" },
		{ "after a loose one", "~Date: 2023-03-20^ It sank.~ date "
		    "2023-03-21^ Two", "loose 2023-03-20, joined 2023-03-21" },
		{ "impossible is text", "~ date 2023-03-20^ It sank. date "
		    "2023-02-30 Two", "marker 2023-03-20" },
		{ "colon is text", "~ date 2023-03-20^ It sank. date: "
		    "2023-03-21 Two", "marker 2023-03-20" },
		{ "capital is text", "~ date 2023-03-20^ It sank. Date "
		    "2023-03-21 Two", "marker 2023-03-20" },
		{ "two blanks are text", "~ date 2023-03-20^ It sank. date  "
		    "2023-03-21 Two", "marker 2023-03-20" },
		{ "in a file without a marker", "~It sank. date 2023-03-21 Two",
		    "none -" },
		{ "in a file that begins with text", "~Words.\n~ date "
		    "2023-03-20^ It sank. date 2023-03-21 Two",
		    "none -, marker 2023-03-20" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		check_split(&rows[i]);
}

/* R2, one part at a time: `before` date 2023-03-21 `after`. */
static void
test_joined_words(void **state)
{
	static const struct {
		const char *before, *after;
		bool split;
	} rows[] = {
		{ "It sank.", "and", true },
		{ "It sank…", "and", true },
		{ "Did it sink?", "and", true },
		{ "“It sank.”", "and", true },
		{ "(It sank!)", "and", true },
		{ "船は沈んだ。", "and", true },
		{ "沉了！", "and", true },
		{ "沉了？”", "and", true },
		{ "وہ ڈوب گیا۔", "and", true },
		{ "वह डूब गया।", "and", true },
		{ "Ferry lost", "PORT VELMAR — It", true },
		{ "Ferry lost", "Öst sinks", true },
		{ "Ferry lost", "𝗙𝗲𝗿𝗿𝘆", true },
		{ "Ferry lost", "船は", true },
		{ "Ferry lost", "مركب", true },
		{ "Ferry lost", "3 lost", true },
		{ "Ferry lost", "“We", true },
		{ "Ferry lost", "👂 Tell us", true },
		{ "Ferry lost", "$5 a head", true },
		{ "Ferry lost", "#ferry", true },
		{ "Ferry lost", "¿Quién", true },
		{ "Ferry lost", "\U0001D49Dell", true }, /* a hole: script B */
		{ "Ferry lost", "and", false },
		{ "Ferry lost", "— and", false },
		{ "Ferry lost", ", the court said", false },
		{ "Ferry lost", "", false },
		{ "the cut-off", "Mirowice had asked for", false },
		{ "its effective", "May", false },
		{ "a", "Monday", false },
		{ "The", "Monday", false },
		{ "before the release", "Monday", false },
		{ "a new election", "Monday", false },
		{ "after its sell-by", "Monday", false },
		{ "(closing", "Monday", false },
		{ "“Birth", "Monday", false },
		{ "the bathe", "Monday", true },
		{ "the harbour,", "Monday", false },
		{ "the harbour;", "Monday", false },
		{ "the harbour (", "Monday", false },
		{ "the harbour [", "Monday", false },
		{ "the harbour {", "Monday", false },
		{ "the harbour <", "Monday", false },
		{ "the harbour -", "Monday", false },
		{ "the harbour –", "Monday", false },
		{ "the harbour —", "Monday", false },
		{ "the harbour /", "Monday", false },
		{ "the harbour \\", "Monday", false },
		{ "the harbour =", "Monday", false },
		{ "the harbour &", "Monday", false },
		{ "the harbour |", "Monday", false },
		{ "the harbour +", "Monday", false },
		{ "https://tern.example/a/", "Monday", true },
		{ "www.tern.example/?a=", "Monday", true },
		{ "Lena Wray (@lwray)", "Monday", true },
	};
	struct arena *in = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct buf b = { .in = in };
		struct archive *a;

		buf_addf(&b, " date 2023-03-20 One\n\n%s date 2023-03-21 %s",
		    rows[i].before, rows[i].after);
		write_bytes("file", buf_str(&b));
		a = open_all("file");
		check_int(buf_str(&b).ptr, archive_count(a), 1 + rows[i].split);
		archive_free(a);
	}
	arena_free(in);
}

/* What is long and what is many. */
static void
test_long(void **state)
{
	struct arena *in = arena_new();
	struct buf b = { .in = in };
	struct archive *a;
	size_t i, joined;

	(void)state;
	buf_add(&b, STR(" date 2023-03-20 One "));
	while (b.len < 44158)
		buf_add(&b, STR("harbour and ferry "));
	buf_add(&b, STR("sank."));
	joined = b.len;
	buf_add(&b, STR(" date 2023-03-21 Two "));
	while (b.len < 1100000)
		buf_addc(&b, '-');
	for (i = 0; i < 3210; i++)
		buf_add(&b, STR("\n date 2023-03-22 Short."));
	write_bytes("file", buf_str(&b));
	a = open_all("file");
	assert_int_equal(archive_count(a), 2 + 3210);
	assert_int_equal(archive_record(a, 1)->off, joined);
	assert_int_equal(archive_record(a, 1)->how, HOW_JOINED);
	check_covered("long", a, b.len);
	for (i = 0; i < archive_count(a); i++)
		assert_int_equal(archive_at(a, (uint32_t)i), i);
	archive_free(a);
	arena_free(in);
}

/* A marker across the border of two windows, wherever they may be. */
static void
test_windows(void **state)
{
	static const char marker[] = "sank.\n date 2023-03-21 Two\n";
	struct arena *in = arena_new();
	size_t shift, i;

	(void)state;
	for (shift = 0; shift < 40; shift++) {
		struct buf b = { .in = in };
		struct archive *a;

		buf_add(&b, STR(" date 2023-03-20 One\n"));
		for (i = 1; i <= 20; i++) {
			while (b.len < i * 65536 - shift)
				buf_addc(&b, 'x');
			buf_add(&b, str_c(marker));
		}
		write_bytes("file", buf_str(&b));
		a = open_all("file");
		assert_int_equal(archive_count(a), 1 + 20);
		archive_free(a);
		arena_reset(in);
	}
	arena_free(in);
}

/* A BOM inside a text is text, also where a window begins with it. */
static void
test_windows_bom(void **state)
{
	struct arena *in = arena_new();
	struct buf b = { .in = in };

	(void)state;
	buf_add(&b, STR("Words" BOM));
	while (b.len < 1100)
		buf_addc(&b, 'x');
	buf_add(&b, STR("\n date 2023-03-20 One"));
	write_bytes("file", buf_str(&b));
	check_steps("BOM", "0+1101/0 none -, 1101+20/16 marker 2023-03-20",
	    b.len, 1, 1);
	arena_free(in);
}

static void
add_many(struct buf *b, const char *text, size_t n)
{
	while (n-- > 0)
		buf_add(b, str_c(text));
}

/* Rules that look far back do so over the border of a window. */
static void
test_windows_far(void **state)
{
	static const struct {
		const char *row;
		const char *start, *many;
		size_t n;
		const char *marker;
		uint32_t want;
	} rows[] = {
		{ "link", "\n\nhttps://tern.example/", "a/", 200,
		    " date 2023-03-21 Two", 2 },
		{ "no link", "\n\nhttps:/tern.example/", "a/", 200,
		    " date 2023-03-21 Two", 1 },
		{ "blank line", "\n", " ", 900, "\ndate: 2023-03-21 Two", 2 },
		{ "no blank line", "\n.", " ", 900, "\ndate: 2023-03-21 Two",
		    1 },
		{ "closing marks", "It sank.", "”", 300,
		    " date 2023-03-21 two", 2 },
		{ "too far", "It sank.", "”", 400, " date 2023-03-21 two", 1 },
	};
	struct arena *in = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct buf b = { .in = in };
		struct archive *a;
		const char *want;

		buf_add(&b, STR(" date 2023-03-20 One "));
		add_many(&b, "x", 9000);
		buf_add(&b, str_c(rows[i].start));
		add_many(&b, rows[i].many, rows[i].n);
		buf_add(&b, str_c(rows[i].marker));
		write_bytes("file", buf_str(&b));
		a = open_all("file");
		want = describe(a, in);
		check_int(rows[i].row, archive_count(a), rows[i].want);
		archive_free(a);
		check_steps(rows[i].row, want, b.len, 9000, 1);
	}
	arena_free(in);
}

/* Random texts made of what rules look at, after so many bytes that a window is
 * no larger than it has to be: windows do not matter. */
static void
test_windows_random(void **state)
{
	enum { BEFORE = 9000 };
	static const char *const parts[] = { " date 2023-03-20", "\n", "\r",
		" ", "date: 2023-03-21", ".", "Word", " the", "”", BOM, "\n\n",
		"        ", "date", "-", "2023-03-22", "船", "\xe8", "http://a/",
		":", "\t", " Date 2023-02-30 ", " date 2023-03-23 ", "A",
		" date 2023-03-24" };
	uint32_t seed = 1;
	int round;

	(void)state;
	for (round = 0; round < 300; round++) {
		struct arena *in = arena_new();
		struct buf b = { .in = in };
		struct archive *a;
		const char *want;
		uint32_t n;

		if (round % 2)
			buf_add(&b, STR(" date 2023-03-19 "));
		while (round % 4 > 1 && b.len < BEFORE)
			buf_add(&b, STR("x. "));
		for (n = 0; n < 40; n++) {
			seed = seed * 1664525 + 1013904223;
			buf_add(&b, str_c(parts[(seed >> 16) % COUNT(parts)]));
		}
		write_bytes("file", buf_str(&b));
		a = open_all("file");
		want = describe(a, in);
		check_covered(want, a, b.len);
		archive_free(a);
		check_steps("random", want, b.len, BEFORE, 1);
		check_steps("random", want, b.len, BEFORE, 13);
		check_pipe("random", want, buf_str(&b), 11);
		arena_free(in);
	}
}

/* A first line that is only a date, in a file that is given. */
static void
test_first_line(void **state)
{
	static const struct split rows[] = {
		{ "figures", "~2023-03-20^\n\nText.", "first-line 2023-03-20" },
		{ "blanks", "`\n~  2023-03-20 ^\r\nText.",
		    "first-line 2023-03-20" },
		{ "words", "~Monday, 20 March 2023^\nText.",
		    "first-line 2023-03-20" },
		{ "abbreviated", "~Mar. 20, 2023^\nText.",
		    "first-line 2023-03-20" },
		{ "alone", "~20 March 2023^", "first-line 2023-03-20" },
		{ "more words", "~2023-03-20 Ferry lost\nText.", "none -" },
		{ "a month", "~March 2023\nText.", "none -" },
		{ "no year", "~20 March\nText.", "none -" },
		{ "today", "~today\nText.", "none -" },
		{ "distance", "~-2w\nText.", "none -" },
		{ "a number", "~20230320\nText.", "none -" },
		{ "impossible", "~2023-02-30\nText.", "none -" },
		{ "second line", "~Text.\n2023-03-20\n", "none -" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		check_split(&rows[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_markers),
		TEST(test_loose),
		TEST(test_joined),
		TEST(test_joined_words),
		TEST(test_first_line),
		TEST(test_long),
		TEST(test_windows),
		TEST(test_windows_bom),
		TEST(test_windows_far),
		TEST(test_windows_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
