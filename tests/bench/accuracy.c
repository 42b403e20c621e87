/* Holds what is understood of an archive against what its writer knew:
 *
 *	accuracy ARCHIVE TRUTH
 *
 * prints a line for each thing that has a bar: how many are right, and the bar.
 * See truth.c.  Exit status 1: a bar was missed. */
#include <stdio.h>
#include <stdlib.h>

#include "dateline/archive/archive.h"
#include "dateline/report/article.h"

/* A line of TRUTH. */
struct known {
	char kind[40];
	unsigned long long off;
	char title[400], source[80], dateline[120], blocks[80];
	bool joined;
};

enum measure {
	SPLITS,	   /* reports that begin where one was written … */
	JOINED,	   /* … after another in mid-line */
	NO_SPLITS, /* reports found that are ones */
	TITLE_SOURCE,
	BARE_TITLES,
	LEADS, /* rightly left without a title */
	DATELINES,
	NO_DATELINES, /* datelines found that are ones */
	BOLD_HEADINGS,
	DRESSED_HEADINGS,
	PLAIN_HEADINGS,
	PROMOS,
	DECKS,
	DRESSED_TITLES,
	POSTS,
	MEASURE_COUNT
};

static const struct {
	const char *name;
	const char *kind; /* of the reports it is asked of; NULL: of all */
	double bar;	  /* percent; 0: none */
} measures[MEASURE_COUNT] = {
	[SPLITS] = { "reports found", NULL, 99.8 },
	[JOINED] = { "joined in mid-line found", NULL, 99.8 },
	[NO_SPLITS] = { "found and no sentence cut", NULL, 100 },
	[TITLE_SOURCE] = { "TITLE | SOURCE", "title-source", 100 },
	[BARE_TITLES] = { "bare titles", "bare-title", 98 },
	[LEADS] = { "leads left untitled", "lead", 98 },
	[DATELINES] = { "datelines found", "dateline", 98.5 },
	[NO_DATELINES] = { "datelines that are ones", NULL, 99.5 },
	[BOLD_HEADINGS] = { "headings, six bold alphabets", "bold-heading",
	    100 },
	[DRESSED_HEADINGS] = { "headings, the seven others",
	    "dressed-heading", 0 },
	[PLAIN_HEADINGS] = { "plain headings", "plain-heading", 0 },
	[PROMOS] = { "promotions", "promo", 100 },
	[DECKS] = { "titles over short lines", "deck", 98 },
	[DRESSED_TITLES] = { "TITLE | SOURCE, 13 alphabets", "dressed-title",
	    100 },
	[POSTS] = { "posts", "post", 100 },
};

struct score {
	struct archive *archive;
	struct arena *in;
	size_t asked[MEASURE_COUNT];
	size_t right[MEASURE_COUNT];
};

static void
note(struct score *s, enum measure m, bool right)
{
	s->asked[m]++;
	s->right[m] += right;
}

static struct article
read_report(struct score *s, uint32_t id)
{
	const struct record *r = archive_record(s->archive, id);
	struct err e = { "" };
	struct str raw;

	arena_reset(s->in);
	if (!archive_read(
		s->archive, id, 0, ARTICLE_PART, s->in, &raw, &e)) {
		fprintf(stderr, "accuracy: %s\n", e.text);
		exit(2);
	}
	return article_read_to(
	    s->in, raw, 0, r->head, PLAIN_READABLE, ARTICLE_TEXT);
}

/* Whether a field is what was written: "-" is nothing. */
static bool
is_field(const struct article *t, struct span at, const char *known)
{
	struct str s = str_of(t->text.text, at);

	return str_eq(s, strcmp(known, "-") == 0 ? STR("") : str_c(known));
}

static bool
are_blocks(const struct article *t, const char *known)
{
	size_t i;

	for (i = 0; i < t->block_n; i++)
		if (known[i] != block_letter(t->blocks[i].kind))
			return false;
	return known[i] == '\0';
}

static bool
is_right(const struct article *t, const struct known *k, enum measure m)
{
	switch (m) {
	case DATELINES:
		return is_field(t, t->head.dateline, k->dateline);
	case BOLD_HEADINGS:
	case DRESSED_HEADINGS:
	case PLAIN_HEADINGS:
	case PROMOS:
	case POSTS:
		return are_blocks(t, k->blocks);
	default:
		return is_field(t, t->head.title, k->title) &&
		    is_field(t, t->head.source, k->source);
	}
}

static void
compare(struct score *s, const struct known *k, uint32_t id)
{
	struct article t = read_report(s, id);

	for (enum measure m = 0; m < MEASURE_COUNT; m++) {
		bool right;

		if (!measures[m].kind || strcmp(measures[m].kind, k->kind) != 0)
			continue;
		right = is_right(&t, k, m);
		note(s, m, right);
		if (!right && getenv("ACCURACY_SHOW"))
			fprintf(stderr, "%s at byte %llu\n", measures[m].name,
			    k->off);
	}
	if (t.head.dateline.len > 0)
		note(s, NO_DATELINES,
		    is_field(&t, t.head.dateline, k->dateline));
}

static bool
read_known(FILE *f, struct known *k)
{
	char kind[40];

	if (fscanf(f, "%39[^\t]\t%llu\t%399[^\t]\t%79[^\t]\t%119[^\t]\t"
		      "%79[^\n]\n",
		kind, &k->off, k->title, k->source, k->dateline,
		k->blocks) != 6)
		return false;
	k->joined = strncmp(kind, "joined ", 7) == 0;
	snprintf(k->kind, sizeof(k->kind), "%s", kind + (k->joined ? 7 : 0));
	return true;
}

/* Both are in order of place, so one walk compares them. */
static void
compare_all(struct score *s, FILE *truth)
{
	struct arena *in = arena_new();
	const uint32_t *ids = archive_as_they_lie(s->archive, in);
	uint32_t n = archive_count(s->archive), i = 0;
	struct known k;

	while (read_known(truth, &k)) {
		bool found;

		for (; i < n && archive_record(s->archive, ids[i])->off < k.off;
		     i++)
			note(s, NO_SPLITS, false);
		found = i < n && archive_record(s->archive, ids[i])->off == k.off;
		note(s, k.joined ? JOINED : SPLITS, found);
		if (!found)
			continue;
		note(s, NO_SPLITS, true);
		compare(s, &k, ids[i++]);
	}
	for (; i < n; i++)
		note(s, NO_SPLITS, false);
	arena_free(in);
}

static bool
print_scores(const struct score *s)
{
	bool met = true;

	for (enum measure m = 0; m < MEASURE_COUNT; m++) {
		double percent = s->asked[m]
		    ? 100.0 * (double)s->right[m] / (double)s->asked[m]
		    : 0;

		printf("%-30s %7zu of %7zu  %7.2f %%", measures[m].name,
		    s->right[m], s->asked[m], percent);
		if (measures[m].bar > 0)
			printf("  bar %5.1f%s", measures[m].bar,
			    percent < measures[m].bar ? "  MISSED" : "");
		putchar('\n');
		met &= percent >= measures[m].bar;
	}
	return met;
}

int
main(int argc, char **argv)
{
	struct score s = { .in = arena_new() };
	struct err e = { "" };
	FILE *truth;
	bool met;

	if (argc != 3) {
		fputs("Usage: accuracy ARCHIVE TRUTH\n", stderr);
		return 2;
	}
	truth = fopen(argv[2], "r");
	s.archive = archive_new();
	if (!truth || !archive_add(s.archive, argv[1], &e)) {
		fprintf(stderr, "accuracy: %s\n", truth ? e.text : argv[2]);
		return 2;
	}
	archive_finish(s.archive);
	compare_all(&s, truth);
	met = print_scores(&s);
	fclose(truth);
	archive_free(s.archive);
	arena_free(s.in);
	return met ? 0 : 1;
}
