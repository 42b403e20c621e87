/* How many quotes of the reports beside it are found, and how many speakers are
 * right.  Says what was missed when the first argument is -v.
 *
 *	score [-v] REPORT.txt …		with a REPORT.gold beside each
 *
 * README.md beside this says what is counted. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "dateline/archive/archive.h"
#include "dateline/report/article.h"
#include "gold.h"

struct share {
	unsigned right;
	unsigned all;
};

struct score {
	bool verbose;
	unsigned reports;
	unsigned gold;	    /* quotes that are there … */
	unsigned found;	    /* … that were listed … */
	unsigned match;	    /* … and those that are both */
	unsigned open;	    /* quotes of which nobody can say who … */
	struct share blank; /* … that were listed, and got no speaker */
	struct share terms; /* kept as quotes */
	struct share kinds[GOLD_KINDS];
	struct share carried; /* those of the kinds that are carried on */
};

/* A report, with what was listed in it and what is there. */
struct report {
	struct arena *arena;
	const char *name;
	struct article article;
	struct gold *gold;
	size_t gold_n;
};

static void
say(const struct score *s, const struct report *r, const char *what,
    struct span words)
{
	struct str w = str_of(r->article.text.text, words);

	if (s->verbose)
		printf("%s: %s: %.*s\n", r->name, what, (int)w.len, w.ptr);
}

static void
say_speaker(const struct score *s, const struct report *r, const struct gold *g,
    struct str got)
{
	if (got.len == 0)
		got = STR("nobody");
	say(s, r, "speaker", g->words);
	if (s->verbose)
		printf("\t%.*s, not %.*s\n", (int)got.len, got.ptr,
		    (int)g->speaker.len, g->speaker.ptr);
}

static struct span
listed_words(const struct report *r, const struct quote *q)
{
	return gold_trim(r->article.text.text, q->words);
}

/* What two spans share is four fifths of all that they cover.  As neither the
 * quotes nor the gold overlap among themselves, no span can do so with two. */
static bool
is_match(struct span a, struct span b)
{
	uint64_t from = a.off < b.off ? a.off : b.off;
	uint64_t to = span_end(a) > span_end(b) ? span_end(a) : span_end(b);
	uint64_t both = (uint64_t)a.len + b.len;
	uint64_t shared = both > to - from ? both - (to - from) : 0;

	return shared > 0 && 5 * shared >= 4 * (to - from);
}

static const struct quote *
find_listed(const struct report *r, struct span words)
{
	const struct article *t = &r->article;
	size_t i;

	for (i = 0; i < t->quote_n; i++)
		if (t->quotes[i].kind != QUOTE_TERM &&
		    is_match(listed_words(r, &t->quotes[i]), words))
			return &t->quotes[i];
	return NULL;
}

static void
add(struct share *share, bool right)
{
	share->all++;
	share->right += right;
}

static void
judge_speaker(struct score *s, const struct report *r, const struct gold *g,
    struct str got)
{
	bool right = g->open ? got.len == 0
			     : gold_same_speaker(r->arena, g, got);

	if (g->open) {
		add(&s->blank, right);
	} else {
		add(&s->kinds[g->kind], right);
		if (g->carried)
			add(&s->carried, right);
	}
	if (!right)
		say_speaker(s, r, g, got);
}

static void
judge_gold(struct score *s, const struct report *r, const struct gold *g)
{
	const struct quote *q = find_listed(r, g->words);

	if (g->sort == GOLD_TERM)
		add(&s->terms, q);
	if (g->sort != GOLD_SAID)
		return;
	s->gold++;
	s->open += g->open;
	s->match += q != NULL;
	if (q)
		judge_speaker(s, r, g,
		    str_of(r->article.text.text, q->speaker));
	else
		say(s, r, "missed", g->words);
}

/* A quote that was listed counts, but not if it is one of those that may be
 * listed or not, or part of one. */
static void
judge_listed(struct score *s, const struct report *r, struct span words)
{
	bool either = false;
	size_t i;

	for (i = 0; i < r->gold_n; i++) {
		const struct gold *g = &r->gold[i];

		if (g->sort == GOLD_SAID && is_match(words, g->words)) {
			s->found++;
			return;
		}
		either |= g->sort == GOLD_EITHER && span_meets(words, g->words);
	}
	if (either)
		return;
	s->found++;
	say(s, r, "too much", words);
}

static void
judge_report(struct score *s, const struct report *r)
{
	size_t i;

	s->reports++;
	for (i = 0; i < r->article.quote_n; i++) {
		const struct quote *q = &r->article.quotes[i];

		if (q->kind != QUOTE_TERM)
			judge_listed(s, r, listed_words(r, q));
	}
	for (i = 0; i < r->gold_n; i++)
		judge_gold(s, r, &r->gold[i]);
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
read_gold(struct report *r, const char *path)
{
	struct str file, wrong;

	if (!read_beside(r->arena, path, &file))
		return false;
	if (gold_read(r->arena, file, r->article.text.text, &r->gold,
		&r->gold_n, &wrong))
		return true;
	fprintf(stderr, "%s: these words are not in it: %.*s\n", path,
	    (int)wrong.len, wrong.ptr);
	return false;
}

static bool
judge_file(struct score *s, struct arena *a, const char *path)
{
	struct archive *files = archive_new();
	struct report r = { .arena = a };
	struct err e = { "" };
	struct str raw;
	bool ok = str_ends(str_c(path), STR(".txt")) &&
	    archive_add(files, path, &e);

	if (ok)
		archive_finish(files);
	ok = ok && archive_count(files) == 1 &&
	    archive_read(files, 0, 0, SIZE_MAX, a, &raw, &e);
	if (ok) {
		const char *slash = strrchr(path, '/');

		r.name = slash ? slash + 1 : path;
		r.article = article_read(a, raw, 0,
		    archive_record(files, 0)->head, PLAIN_READABLE);
		ok = read_gold(&r, path);
	} else {
		fprintf(stderr, "%s: not one report. %s\n", path, e.text);
	}
	if (ok)
		judge_report(s, &r);
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
print_share(const char *name, struct share share)
{
	printf("%-19s %.3f  (%u of %u)\n", name,
	    ratio(share.right, share.all), share.right, share.all);
}

static void
print_score(const struct score *s)
{
	static const char *const names[GOLD_KINDS] = { "  named", "  pronoun",
		"  nominal" };
	struct share all = { 0, 0 };
	int k;

	for (k = 0; k < GOLD_KINDS; k++) {
		all.right += s->kinds[k].right;
		all.all += s->kinds[k].all;
	}
	printf("reports             %u\n", s->reports);
	printf("quotes              %u\n", s->gold);
	printf("span F1             %.3f\n", f1(s->match, s->found, s->gold));
	printf("non-quotes kept     %u of %u\n", s->terms.right, s->terms.all);
	print_share("speaker", all);
	for (k = 0; k < GOLD_KINDS; k++)
		print_share(names[k], s->kinds[k]);
	print_share("  carried on", s->carried);
	print_share("nobody named", s->blank);
	printf("joint F1            %.3f\n",
	    f1(all.right, s->found - s->blank.all, s->gold - s->open));
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
