/* How many quotes of the reports beside it are found, and how many speakers are
 * right.  Says what was missed when the first argument is -v.
 *
 *	score [-v] REPORT.txt …		with a REPORT.gold beside each
 *
 * A line of gold is `words | speaker | mention`, or `T | words` for what is in
 * marks but was not said; README.md beside this says the rest. */
#include <ctype.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "dateline/archive/archive.h"
#include "dateline/report/article.h"
#include "dateline/text/letter.h"

enum kind { KIND_NAMED, KIND_PRONOUN, KIND_NOMINAL, KIND_CARRIED, KIND_COUNT };

static const char *const kind_names[KIND_COUNT] = { "named", "pronoun",
	"nominal", "carried on" };

struct share {
	unsigned right;
	unsigned all;
};

struct score {
	bool verbose;
	unsigned reports;
	unsigned gold;	/* quotes that are there … */
	unsigned found; /* … that were listed … */
	unsigned match; /* … and those that are both */
	unsigned joint; /* with the right speaker */
	unsigned open;	/* matched, but the report does not say who */
	struct share terms; /* kept as quotes */
	struct share by_kind[KIND_COUNT];
};

/* One line of gold. */
struct gold {
	struct str words;
	struct str speaker;
	struct str mention;
	bool term;
};

/* What stands before the next " | "; it is taken off `rest`. */
static struct str
take_field(struct str *rest)
{
	const char *bar = memchr(rest->ptr, '|', rest->len);
	size_t n = bar ? (size_t)(bar - rest->ptr) : rest->len;
	struct str field = letter_trim(str_head(*rest, n));

	*rest = str_skip(*rest, bar ? n + 1 : n);
	return field;
}

static struct gold
read_gold(struct str line)
{
	struct gold g = { .words = take_field(&line) };

	g.term = str_eq(g.words, STR("T"));
	if (g.term)
		g.words = take_field(&line);
	else
		g.speaker = take_field(&line);
	g.mention = take_field(&line);
	return g;
}

/* The words, or the first and the last of them. */
static bool
same_words(struct str got, struct str want)
{
	const char *gap = memmem(want.ptr, want.len, " … ", strlen(" … "));
	size_t head;

	if (!gap)
		return str_eq(got, want);
	head = (size_t)(gap - want.ptr);
	return got.len > want.len - strlen(" … ") &&
	    str_starts(got, str_head(want, head)) &&
	    str_ends(got, str_skip(want, head + strlen(" … ")));
}

/* “The letter” is “the letter”. */
static bool
same_speaker(struct str got, struct str want)
{
	return got.len == want.len && got.len > 0 &&
	    tolower((unsigned char)got.ptr[0]) ==
	    tolower((unsigned char)want.ptr[0]) &&
	    str_eq(str_skip(got, 1), str_skip(want, 1));
}

static bool
is_one_of(struct str w, const char *const *words, size_t n)
{
	while (n > 0)
		if (str_eq(w, str_c(words[--n])))
			return true;
	return false;
}

static enum kind
kind_of(struct str mention)
{
	static const char *const pronouns[] = { "he", "she", "it", "they",
		"He", "She", "It", "They" };
	static const char *const articles[] = { "A", "An", "The", "Its", "One",
		"Two", "Their", "His", "Her" };
	const char *blank = memchr(mention.ptr, ' ', mention.len);
	struct str first = blank
		? str_head(mention, (size_t)(blank - mention.ptr))
		: mention;

	if (mention.len == 0)
		return KIND_CARRIED;
	if (is_one_of(mention, pronouns, COUNT(pronouns)))
		return KIND_PRONOUN;
	if (islower((unsigned char)mention.ptr[0]) ||
	    is_one_of(first, articles, COUNT(articles)))
		return KIND_NOMINAL;
	return KIND_NAMED;
}

static void
say(const struct score *s, const char *what, struct str words, struct str got)
{
	if (s->verbose)
		printf("%s: %.*s (%.*s)\n", what, (int)words.len, words.ptr,
		    (int)got.len, got.ptr);
}

static void
judge_speaker(struct score *s, const struct gold *g, struct str got)
{
	struct share *share = &s->by_kind[kind_of(g->mention)];
	bool right;

	s->match++;
	if (str_eq(g->speaker, STR("-"))) {
		s->open++;
		if (got.len > 0)
			say(s, "named nobody", g->words, got);
		return;
	}
	right = same_speaker(got, g->speaker);
	share->all++;
	share->right += right;
	s->joint += right;
	if (!right)
		say(s, "speaker", g->words, got);
}

/* The quote at or after `from` that has these words; the number of quotes when
 * there is none. */
static size_t
find_quote(const struct article *t, size_t from, struct str words)
{
	while (from < t->quote_n && (t->quotes[from].in_heading ||
	    !same_words(str_of(t->text.text, t->quotes[from].words), words)))
		from++;
	return from;
}

static void
judge_line(struct score *s, const struct article *t, const struct gold *g,
    size_t *from)
{
	size_t i = find_quote(t, *from, g->words);
	bool listed = i < t->quote_n && t->quotes[i].kind != QUOTE_TERM;

	if (i < t->quote_n)
		*from = i + 1;
	if (g->term) {
		s->terms.all++;
		s->terms.right += listed;
		if (listed)
			say(s, "kept", g->words, STR(""));
		return;
	}
	s->gold++;
	if (listed)
		judge_speaker(s, g,
		    str_of(t->text.text, t->quotes[i].speaker));
	else
		say(s, "missed", g->words, STR(""));
}

static void
judge_report(struct score *s, const struct article *t, struct str gold)
{
	size_t i, from = 0;

	s->reports++;
	for (i = 0; i < t->quote_n; i++)
		s->found += t->quotes[i].kind != QUOTE_TERM &&
		    !t->quotes[i].in_heading;
	while (gold.len > 0) {
		const char *nl = memchr(gold.ptr, '\n', gold.len);
		size_t n = nl ? (size_t)(nl - gold.ptr) : gold.len;
		struct gold g = read_gold(str_head(gold, n));

		gold = str_skip(gold, n + 1);
		if (g.words.len > 0)
			judge_line(s, t, &g, &from);
	}
}

/* The file beside `path` that ends in .gold instead of .txt. */
static bool
read_beside(struct arena *a, const char *path, struct str *out)
{
	enum { ROOM = 1 << 20 };
	size_t stem = strlen(path) - strlen(".txt");
	char *name = arena_array(a, char, stem + sizeof(".gold"));
	char *bytes = arena_array(a, char, ROOM);
	FILE *f;

	memcpy(name, path, stem);
	memcpy(name + stem, ".gold", sizeof(".gold"));
	f = fopen(name, "rb");
	if (!f) {
		perror(name);
		return false;
	}
	*out = (struct str){ bytes, fread(bytes, 1, ROOM, f) };
	fclose(f);
	return true;
}

static bool
judge_file(struct score *s, struct arena *a, const char *path)
{
	struct archive *files = archive_new();
	struct err e = { "" };
	struct str raw, gold;
	bool ok = str_ends(str_c(path), STR(".txt")) &&
	    archive_add(files, path, &e);

	if (ok)
		archive_finish(files);
	ok = ok && archive_count(files) == 1 &&
	    archive_read(files, 0, 0, SIZE_MAX, a, &raw, &e) &&
	    read_beside(a, path, &gold);
	if (ok) {
		uint32_t marker = archive_record(files, 0)->head;
		struct article t =
		    article_read(a, raw, 0, marker, PLAIN_READABLE);

		judge_report(s, &t, gold);
	} else {
		fprintf(stderr, "%s: no report with gold. %s\n", path, e.text);
	}
	archive_free(files);
	return ok;
}

static double
ratio(unsigned part, unsigned all)
{
	return all > 0 ? (double)part / all : 0.0;
}

/* The harmonic mean of precision and recall. */
static double
f1(unsigned right, unsigned found, unsigned gold)
{
	return ratio(2 * right, found + gold);
}

static void
print_score(const struct score *s)
{
	struct share all = { 0, 0 };
	int k;

	printf("reports             %u\nquotes              %u\n", s->reports,
	    s->gold);
	printf("span F1             %.3f\n",
	    f1(s->match, s->found, s->gold));
	printf("terms kept          %u of %u\n", s->terms.right, s->terms.all);
	for (k = 0; k < KIND_COUNT; k++) {
		const struct share *share = &s->by_kind[k];

		printf("speaker %-11s %.3f  (%u of %u)\n", kind_names[k],
		    ratio(share->right, share->all), share->right, share->all);
		all.right += share->right;
		all.all += share->all;
	}
	printf("speaker             %.3f  (%u of %u)\n",
	    ratio(all.right, all.all), all.right, all.all);
	printf("joint F1            %.3f\n",
	    f1(s->joint, s->found - s->open, s->gold - s->open));
}

int
main(int argc, char **argv)
{
	struct score s = { .verbose = argc > 1 && strcmp(argv[1], "-v") == 0 };
	int i = s.verbose ? 2 : 1;
	struct arena *a = arena_new();
	bool ok = i < argc;

	setlocale(LC_ALL, "C.UTF-8");
	if (!ok)
		fprintf(stderr, "usage: %s [-v] REPORT.txt ...\n", argv[0]);
	for (; i < argc; i++) {
		arena_reset(a);
		ok &= judge_file(&s, a, argv[i]);
	}
	if (s.reports > 0)
		print_score(&s);
	arena_free(a);
	return ok ? 0 : 1;
}
