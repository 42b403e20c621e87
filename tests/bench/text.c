/* How fast the loops are that every byte of an archive, or of a report, goes
 * through, in megabytes a second on one core:
 *
 *	text
 *
 * prints a line for each: its name, a tab, and the speed of its best of five
 * rounds.  The texts are made of a few sentences, over and over, and what is searched for is
 * in none of them, so every byte is looked at. */
#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "dateline/base/buf.h"
#include "dateline/text/match.h"
#include "dateline/text/plain.h"
#include "dateline/text/wrap.h"

enum { SIZE = 8 << 20, REPORT = 4096, WIDTH = 72, ROUNDS = 5 };

static const char news[] =
    "The council put off its decision about the second bridge once more, "
    "after a debate that lasted nine hours. Nobody gave a reason for it.\n"
    "Lorry drivers had blocked the old harbour since Tuesday, and the ferry "
    "company asked for a delay of 3 weeks, or until the water falls.\n\n";
static const char curly[] =
    "“We have waited long enough,” Zoë Brăneanu said — and it doesn’t add "
    "up. The harbour minister, who wasn’t there, called it “a mistake”.\n\n";
static const char russian[] =
    "Совет снова отложил решение о втором мосте, и никто не назвал причины. "
    "Водители грузовиков со вторника стоят у старой гавани.\n\n";
static const char greek[] =
    "Το συμβούλιο ανέβαλε ξανά την απόφαση για τη δεύτερη γέφυρα, και κανείς "
    "δεν εξήγησε το γιατί.\n\n";
static const char chinese[] =
    "市议会再次推迟了关于第二座桥的决定，没有人说明原因。"
    "卡车司机从星期二起封锁了旧港口。\n\n";

static struct str
fill(struct arena *a, struct str with)
{
	struct buf b = { .in = a };

	while (b.len < SIZE)
		buf_add(&b, with);
	return buf_str(&b);
}

/* Every letter in mathematical bold. */
static struct str
embolden(struct arena *a, struct str plain)
{
	struct buf b = { .in = a };

	for (size_t i = 0; i < plain.len; i++) {
		char c = plain.ptr[i], bytes[UTF8_MAX];
		uint32_t cp = (uint8_t)c;

		if (c >= 'A' && c <= 'Z')
			cp = 0x1D5D4 + (uint32_t)(c - 'A');
		else if (c >= 'a' && c <= 'z')
			cp = 0x1D5EE + (uint32_t)(c - 'a');
		buf_add(&b, (struct str){ bytes, utf8_put(bytes, cp) });
	}
	return buf_str(&b);
}

/* What is measured: one piece of a text, in an arena that is reset. */
typedef size_t work(struct arena *a, struct str text, const struct match *m);

static size_t
do_match(struct arena *a, struct str text, const struct match *m)
{
	return match_count(m, a, text);
}

static size_t
do_plain(struct arena *a, struct str text, const struct match *m)
{
	(void)m;
	return plain_make(a, text, 0, PLAIN_READABLE).text.len;
}

static size_t
do_wrap(struct arena *a, struct str text, const struct match *m)
{
	struct span *lines;

	(void)m;
	return wrap_lines(a, text, span_of(0, text.len), WIDTH, &lines);
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Over the whole text in pieces as large as a report. */
static double
round_of(struct arena *a, work *w, struct str text, const struct match *m)
{
	volatile size_t sum = 0;
	double start = now();

	for (size_t at = 0; at < text.len;) {
		size_t n = utf8_floor(str_skip(text, at), REPORT);

		sum += w(a, str_head(str_skip(text, at), n), m);
		arena_reset(a);
		at += n;
	}
	return now() - start;
}

static void
measure(const char *name, work *w, struct str text, const char *needle)
{
	struct arena *a = arena_new(), *scratch = arena_new();
	struct match *m = needle ? match_new(a, str_c(needle)) : NULL;
	double best = 0;

	for (int i = 0; i < ROUNDS; i++) {
		double seconds = round_of(scratch, w, text, m);

		if (i == 0 || seconds < best)
			best = seconds;
	}
	printf("%s\t%.0f\n", name, (double)text.len / best / 1e6);
	arena_free(scratch);
	arena_free(a);
}

int
main(void)
{
	struct arena *a = arena_new();
	struct str ascii = fill(a, STR(news)), marks = fill(a, STR(curly));
	struct str cyrillic = fill(a, STR(russian)), other = fill(a, STR(greek));
	struct str han = fill(a, STR(chinese));
	struct str bold = fill(a, embolden(a, STR(news)));

	setlocale(LC_ALL, "C.UTF-8");
	measure("match, ASCII", do_match, ascii, "zeppelin");
	measure("match, curly quotes", do_match, marks, "zeppelin");
	measure("match, Russian", do_match, cyrillic, "цеппелин");
	measure("match, Russian for Latin", do_match, cyrillic, "zeppelin");
	measure("match, Greek", do_match, other, "ζέπελιν");
	measure("match, Chinese", do_match, han, "飞艇");
	measure("match, bold", do_match, bold, "zeppelin");
	measure("plain, ASCII", do_plain, ascii, NULL);
	measure("plain, curly quotes", do_plain, marks, NULL);
	measure("plain, Russian", do_plain, cyrillic, NULL);
	measure("plain, Chinese", do_plain, han, NULL);
	measure("plain, bold", do_plain, bold, NULL);
	measure("wrap, ASCII", do_wrap, ascii, NULL);
	measure("wrap, Russian", do_wrap, cyrillic, NULL);
	arena_free(a);
	return 0;
}
