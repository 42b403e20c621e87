/* widths REPORT [EMOJI-TEST]: draws every character there is, and the emoji
 * sequences of Unicode's emoji-test.txt, on the terminal it runs in, as the gate
 * would have them drawn, and asks the terminal where the cursor is.  That must
 * be the column our layout counts with.
 *
 * A terminal answers CSI 6 n with CSI row ; column R.  We ask for many at once
 * and read the answers afterwards, so it takes seconds.  What differs, and how
 * much was asked, is written into the file REPORT. */
#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unictype.h>
#include <unistd.h>

#include "dateline/text/glyph.h"

enum {
	BATCH = 200,	/* items asked for at once */
	ITEM = 128,	/* bytes of the longest one */
	SHOWN = 20,	/* differences that are listed */
	PATIENCE = 10000, /* milliseconds for one answer */
};

struct item {
	char bytes[ITEM];
	size_t len;
};

struct test {
	FILE *report;
	struct arena *a;
	struct item items[BATCH];
	size_t n;
	size_t asked, differ;
};

static _Noreturn void
give_up(const char *why)
{
	fprintf(stderr, "widths: %s\n", why);
	exit(1);
}

static void
write_all(struct str s)
{
	while (s.len > 0) {
		ssize_t n = write(STDOUT_FILENO, s.ptr, s.len);

		if (n < 0 && errno != EINTR)
			give_up("the terminal takes nothing");
		s = str_skip(s, n > 0 ? (size_t)n : 0);
	}
}

static char
read_byte(void)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	char c;

	if (poll(&in, 1, PATIENCE) != 1 || read(STDIN_FILENO, &c, 1) != 1)
		give_up("the terminal does not say where the cursor is");
	return c;
}

/* The number that ends with `end`. */
static int
read_number(char end)
{
	int n = 0;
	char c;

	while ((c = read_byte()) != end)
		n = c >= '0' && c <= '9' ? n * 10 + (c - '0') : 0;
	return n;
}

/* The column of the cursor, from 0. */
static int
read_column(void)
{
	read_number('[');
	read_number(';');
	return read_number('R') - 1;
}

static void
report(struct test *t, struct str item, int column, int want)
{
	uint32_t cp;

	if (t->differ++ >= SHOWN)
		return;
	for (size_t at = 0, n; (n = utf8_next(item, at, &cp)) > 0; at += n)
		fprintf(t->report, "U+%04X ", (unsigned)cp);
	fprintf(t->report, "is %d columns wide, and the cursor is in %d\n",
	    want, column);
}

/* Draws what is waiting and compares. */
static void
flush(struct test *t)
{
	struct buf out = { .in = t->a };

	for (size_t i = 0; i < t->n; i++) {
		struct str item = { t->items[i].bytes, t->items[i].len };

		buf_addc(&out, '\r');
		glyph_gate(&out, item, GATE_SCREEN);
		buf_add(&out, STR("\033[6n"));
	}
	write_all(buf_str(&out));
	for (size_t i = 0; i < t->n; i++) {
		struct str item = { t->items[i].bytes, t->items[i].len };
		int column = read_column(), want = glyph_columns(item);

		if (column != want)
			report(t, item, column, want);
	}
	t->asked += t->n;
	t->n = 0;
	arena_reset(t->a);
}

static void
add(struct test *t, struct str text)
{
	struct item *item = &t->items[t->n++];

	if (text.len > ITEM)
		give_up("an item is too long");
	memcpy(item->bytes, text.ptr, text.len);
	item->len = text.len;
	if (t->n == BATCH)
		flush(t);
}

/* Alone, behind a letter and behind a wide one.  A tab and a line end are kept
 * by the gate: to lay them out is the layout's part. */
static void
add_character(struct test *t, uint32_t cp)
{
	static const char *const before[] = { "", "a", "か" };
	char text[16];

	for (size_t i = 0; i < COUNT(before); i++) {
		size_t n = strlen(before[i]);

		memcpy(text, before[i], n);
		n += utf8_put(text + n, cp);
		add(t, (struct str){ text, n });
	}
}

/* Of what is not assigned or private, all of which is drawn alike, a part. */
static void
add_characters(struct test *t)
{
	const uint32_t many = UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Co;

	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		bool alike = uc_is_general_category_withtable(cp, many);

		if (cp != '\t' && cp != '\n' && (!alike || cp % 64 == 0))
			add_character(t, cp);
	}
}

/* "1F469 200D 1F680   ; fully-qualified # …" */
static void
add_sequence(struct test *t, char *line)
{
	char text[ITEM], *end;
	size_t n = 0;

	for (; *line != ';'; line = end) {
		uint32_t cp = (uint32_t)strtoul(line, &end, 16);

		if (end == line || n + UTF8_MAX > ITEM)
			break;
		n += utf8_put(text + n, cp);
	}
	if (n > 0)
		add(t, (struct str){ text, n });
}

static size_t
add_sequences(struct test *t, const char *path)
{
	FILE *f = fopen(path, "r");
	size_t before = t->asked + t->n;
	char line[1024];

	if (!f)
		give_up("the file of emoji sequences cannot be read");
	while (fgets(line, sizeof(line), f))
		if (line[0] != '#')
			add_sequence(t, line);
	fclose(f);
	return t->asked + t->n - before;
}

static void
run(struct test *t, const char *emoji)
{
	size_t emojis;

	add_characters(t);
	emojis = emoji ? add_sequences(t, emoji) : 0;
	flush(t);
	fprintf(t->report, "widths: %zu of them emoji sequences\n", emojis);
	fprintf(t->report, "widths: %zu passed, %zu failed\n",
	    t->asked - t->differ, t->differ);
}

int
main(int argc, char **argv)
{
	struct termios saved, raw;
	struct test t = { .a = arena_new() };

	if (argc < 2 || !(t.report = fopen(argv[1], "w")))
		give_up("say where to write the report");
	if (!setlocale(LC_ALL, "C.UTF-8") ||
	    tcgetattr(STDIN_FILENO, &saved) != 0)
		give_up("this needs a terminal and UTF-8");
	raw = saved;
	cfmakeraw(&raw);
	tcsetattr(STDIN_FILENO, TCSANOW, &raw);
	run(&t, argc > 2 ? argv[2] : NULL);
	tcsetattr(STDIN_FILENO, TCSANOW, &saved);
	arena_free(t.a);
	return fclose(t.report) != 0 || t.differ > 0;
}
