/* Writes reports whose every field is known, to measure the rules by:
 *
 *	truth REPORTS OUT TRUTH [SEED]
 *
 * OUT is an archive, TRUTH has a line for each report in it, in order of place:
 * kind, offset, title, source, dateline, kinds of blocks, apart by tabs; "-" is
 * nothing, "?" is not asked.  The kinds of reports, in turn, are what the rules
 * have trouble with; see `kinds`.  Reports are joined in mid-line, end without a
 * line end, and have dates in their sentences.  The same seed gives the same
 * bytes.  No person, place or paper in it exists. */
#include <stdio.h>
#include <stdlib.h>

#include "dateline/archive/date.h"
#include "dateline/text/utf8.h"

struct writer {
	FILE *out;
	FILE *truth;
	uint64_t state;
	uint64_t written;
	bool joins; /* the last report ended without a line end */
};

/* What is known of a report. */
struct known {
	uint64_t off;
	char title[400];
	char source[80];
	char dateline[120];
	const char *blocks;
};

static const char *const papers[] = { "Velmar Courier", "The Daily Tern",
	"Osterhaven Post", "Northern Wire", "Harbour Radio", "Chirper",
	"Kaldera Today, Inc.", "3alnews", "Новости порта", "港口周刊" };
static const char *const places[] = { "PORT VELMAR", "OSTERHAVEN", "KALDERA",
	"SAN TIRSO", "LOWER BRENNOCK", "ST. ORLAN", "MIROWICE/GRANVIK",
	"McBRENN",
	"TAL HARUN", "NOVÉ POLE", "GRANVIK-ON-SEA" };
static const char *const regions[] = { "Orland", "Kelderay", "Upper Brennock" };
static const char *const who[] = { "the harbour council", "a ferry company",
	"the coast guard", "a group of farmers", "the regional court",
	"Mirela Kovarić", "the minister of works", "an engineer from Granvik",
	"the dockers’ union", "a teacher", "the railway" };
static const char *const did[] = { "rejects", "welcomes", "postpones",
	"announces", "votes against", "reviews", "asks for", "publishes",
	"abandons", "extends" };
static const char *const did_before[] = { "rejected", "welcomed", "postponed",
	"announced", "voted against", "reviewed", "asked for", "published",
	"abandoned", "extended" };
static const char *const what[] = { "a second bridge", "the plan for the pier",
	"new rules for night trains", "the sale of the grain terminal",
	"a tax on empty houses", "the trial of three smugglers",
	"cheaper tickets for students", "an agreement on fishing rights",
	"the budget", "a ceasefire along the river" };
static const char *const when[] = { "on Monday", "late on Tuesday",
	"after a debate that lasted nine hours", "a week before the deadline",
	"despite warnings from its own advisers", "without giving a reason",
	"while hundreds of people waited outside in the rain",
	"although few had expected it" };
static const char *const sayings[] = { "We have waited long enough",
	"It doesn’t add up", "There is still time to agree",
	"I have never seen the water so high" };
static const char *const elsewhere[] = { "Мост через реку не построят",
	"港口周刊：第 89 期", "ميناء ينتظر سبعة أعوام", "Η γέφυρα που λείπει",
	"सात साल से बंदरगाह की प्रतीक्षा", "7 Fragen an den Hafen" };
static const char *const headings[] = { "A bridge too dear",
	"What happens next", "Voices from the quay", "The price of waiting",
	"Who pays for it", "An unfinished story" };

static uint32_t
draw(struct writer *w, uint32_t below)
{
	w->state ^= w->state >> 12;
	w->state ^= w->state << 25;
	w->state ^= w->state >> 27;
	return (uint32_t)((w->state * UINT64_C(2685821657736338717)) >> 33) %
	    below;
}

#define PICK(w, list) ((list)[draw((w), (uint32_t)COUNT(list))])

static void
put(struct writer *w, const char *text)
{
	w->written += fwrite(text, 1, strlen(text), w->out);
}

/* A text in a buffer of its own, cut where that ends. */
struct text {
	char s[1200];
	size_t len;
};

static void
add(struct text *t, const char *s)
{
	size_t n = strlen(s), room = sizeof(t->s) - 1 - t->len;

	n = n < room ? n : room;
	memcpy(t->s + t->len, s, n);
	t->len += n;
	t->s[t->len] = '\0';
}

static void
capital(struct text *t)
{
	if (t->s[0] >= 'a' && t->s[0] <= 'z')
		t->s[0] = (char)(t->s[0] - 'a' + 'A');
}

/* "The coast guard rejected the budget on Monday." */
static void
add_sentence(struct writer *w, struct text *t)
{
	struct text s = { .len = 0 };

	add(&s, PICK(w, who));
	add(&s, " ");
	add(&s, PICK(w, did_before));
	add(&s, " ");
	add(&s, PICK(w, what));
	add(&s, " ");
	add(&s, PICK(w, when));
	capital(&s);
	add(&s, ".");
	if (t->len > 0)
		add(t, " ");
	add(t, s.s);
}

/* Two to five sentences; now and then one with a date that begins no report. */
static void
put_paragraph(struct writer *w)
{
	static const char *const decoys[] = {
		"They named the closing date 2023-03-20 for all claims.",
		"It set a date 2023-05-02 because the court had none.",
		"They meant the release date 2023-03-20 Mirela had named.",
		"The start date 2022-11-30, which nobody had asked for, stays.",
	};
	struct text t = { .len = 0 };
	uint32_t n = 2 + draw(w, 4);

	while (n-- > 0)
		add_sentence(w, &t);
	if (draw(w, 8) == 0) {
		add(&t, " ");
		add(&t, PICK(w, decoys));
		add_sentence(w, &t);
	}
	put(w, t.s);
}

/* "Coast guard rejects the budget", in one of the ways people write titles. */
static void
make_title(struct writer *w, struct text *t)
{
	add(t, PICK(w, who));
	add(t, " ");
	add(t, PICK(w, did));
	add(t, " ");
	add(t, PICK(w, what));
	capital(t);
}

static void
capitalise_words(struct text *t)
{
	size_t i;

	for (i = 1; i < t->len; i++)
		if (t->s[i - 1] == ' ' && t->s[i] >= 'a' && t->s[i] <= 'z')
			t->s[i] = (char)(t->s[i] - 'a' + 'A');
}

static void
end_head(struct writer *w, struct known *k, const struct text *title)
{
	snprintf(k->title, sizeof(k->title), "%.399s", title->s);
	put(w, title->s);
}

/* T | S: the full stop and earlier bars stay. */
static void
put_title_and_source(struct writer *w, struct known *k)
{
	struct text t = { .len = 0 };

	make_title(w, &t);
	switch (draw(w, 5)) {
	case 0: add(&t, "."); break;
	case 1: add(&t, " | Day 12"); break;
	case 2: add(&t, "?"); break;
	case 3: capitalise_words(&t); break;
	default: break;
	}
	end_head(w, k, &t);
	snprintf(k->source, sizeof(k->source), "%s", PICK(w, papers));
	put(w, " | ");
	put(w, k->source);
	put(w, "\n\n");
}

static void
title_and_source(struct writer *w, struct known *k)
{
	put_title_and_source(w, k);
	put_paragraph(w);
}

static void
bare_title(struct writer *w, struct known *k)
{
	struct text t = { .len = 0 };

	if (draw(w, 4) == 0) {
		add(&t, PICK(w, regions));
		add(&t, ": ");
	}
	make_title(w, &t);
	switch (draw(w, 8)) {
	case 0: /* a headline that keeps its full stop */
		capitalise_words(&t);
		add(&t, ".");
		break;
	case 1: add(&t, draw(w, 2) ? "?" : "!"); break;
	case 2: add(&t, " — and nobody says why"); break;
	case 3: add(&t, ", 2 of 3 members say"); break;
	case 4: add(&t, " as ‘the last chance’"); break;
	case 5: add(&t, " (with a map)"); break;
	case 6:
		t.len = 0;
		add(&t, PICK(w, elsewhere));
		break;
	default: break;
	}
	end_head(w, k, &t);
	put(w, "\n\n");
	put_paragraph(w);
	put(w, " ");
	put_paragraph(w);
}

static void
lead(struct writer *w, struct known *k)
{
	uint32_t how = draw(w, 6);

	(void)k;
	if (how < 2) {
		put(w, "“");
		put(w, PICK(w, sayings));
		put(w, ",” ");
		put(w, PICK(w, who));
		put(w, " said.");
	} else if (how == 2) {
		put(w, "The council said on Monday that it had waited.");
	}
	if (how > 2 || draw(w, 2) == 0) {
		put(w, how > 2 ? "" : " ");
		put_paragraph(w);
	}
	put(w, "\n\n");
	put_paragraph(w);
}

/* The dateline in front of a lead, in the forms of R7. */
static void
dateline(struct writer *w, struct known *k)
{
	static const char *const dashes[] = { " — ", " – ", " -- ", " - " };
	struct text t = { .len = 0 };
	const char *dash = PICK(w, dashes);
	uint32_t with = draw(w, 8);

	add(&t, PICK(w, places));
	if (with & 1) {
		add(&t, ", ");
		add(&t, PICK(w, regions));
	}
	if (with & 2)
		add(&t, ", March 14");
	if (with & 4)
		add(&t, " (Reuters)");
	snprintf(k->dateline, sizeof(k->dateline), "%.119s", t.s);
	if (draw(w, 2) == 0)
		put_title_and_source(w, k);
	put(w, t.s);
	put(w, dash);
	put_paragraph(w);
}

/* What looks like a dateline and is none. */
static void
no_dateline(struct writer *w, struct known *k)
{
	static const char *const starts[] = { "COVID-19 — the wave that ",
		"U.S. - China talks ended where ", "Moscow – the city that ",
		"UPDATE — this was written before ", "NATO-led troops left when " };

	(void)k;
	put(w, PICK(w, starts));
	put(w, PICK(w, who));
	put(w, " ");
	put(w, PICK(w, did_before));
	put(w, " ");
	put(w, PICK(w, what));
	put(w, ". ");
	put_paragraph(w);
}

/* The thirteen mathematical alphabets: their capital A and small a. */
static const struct {
	uint32_t upper, lower;
	bool bold;
} alphabets[] = { { 0x1D400, 0x1D41A, true }, { 0x1D434, 0x1D44E, false },
	{ 0x1D468, 0x1D482, true }, { 0x1D49C, 0x1D4B6, false },
	{ 0x1D4D0, 0x1D4EA, true }, { 0x1D504, 0x1D51E, false },
	{ 0x1D538, 0x1D552, false }, { 0x1D56C, 0x1D586, true },
	{ 0x1D5A0, 0x1D5BA, false }, { 0x1D5D4, 0x1D5EE, true },
	{ 0x1D608, 0x1D622, false }, { 0x1D63C, 0x1D656, true },
	{ 0x1D670, 0x1D68A, false } };

static void
put_dressed(struct writer *w, const char *text, size_t alphabet)
{
	struct str all = str_c(text);
	size_t at, n;
	uint32_t cp;

	for (at = 0; (n = utf8_next(all, at, &cp)) > 0; at += n) {
		char out[UTF8_MAX + 1] = { 0 };

		if (cp >= 'A' && cp <= 'Z')
			cp = alphabets[alphabet].upper + cp - 'A';
		else if (cp >= 'a' && cp <= 'z')
			cp = alphabets[alphabet].lower + cp - 'a';
		utf8_put(out, cp);
		put(w, out);
	}
}

/* A heading between two paragraphs; `from` says which alphabets. */
static void
put_heading(struct writer *w, struct known *k, bool bold)
{
	size_t a;

	do
		a = draw(w, COUNT(alphabets));
	while (alphabets[a].bold != bold);
	title_and_source(w, k);
	put(w, "\n\n");
	put_dressed(w, PICK(w, headings), a);
	put(w, "\n\n");
	put_paragraph(w);
	k->blocks = "php";
}

static void
bold_heading(struct writer *w, struct known *k)
{
	put_heading(w, k, true);
}

static void
dressed_heading(struct writer *w, struct known *k)
{
	put_heading(w, k, false);
}

static void
plain_heading(struct writer *w, struct known *k)
{
	title_and_source(w, k);
	put(w, "\n\n");
	put(w, PICK(w, headings));
	put(w, "\n\n");
	put_paragraph(w);
	k->blocks = "php";
}

static void
promo(struct writer *w, struct known *k)
{
	uint32_t times = 2 + draw(w, 2);

	title_and_source(w, k);
	for (uint32_t i = 0; i < times; i++) {
		put(w, "\n\nTell us what you think! 👂\n\n");
		put(w, "What would you like to read more about? — The Tern "
		       "(@tern_reader)\n\n");
		put_paragraph(w);
	}
	k->blocks = times == 2 ? "pbbpbbp" : "pbbpbbpbbp";
}

/* A headline with a full stop over lines that explain it, as news sites have
 * them. */
static void
deck(struct writer *w, struct known *k)
{
	static const char *const decks[] = { "No vote before June.",
		"Council waits for a report on costs.", "ABSTRACT.",
		"A small fleet, and a long memory.", "OPINION." };
	struct text t = { .len = 0 };

	make_title(w, &t);
	add(&t, ".");
	end_head(w, k, &t);
	for (uint32_t n = 1 + draw(w, 2); n > 0; n--) {
		put(w, "\n\n");
		put(w, PICK(w, decks));
	}
	put(w, "\n\n");
	put_paragraph(w);
}

/* A title in a dress of any kind is the title it imitates. */
static void
dressed_title(struct writer *w, struct known *k)
{
	struct text t = { .len = 0 };

	make_title(w, &t);
	memcpy(k->title, t.s, t.len < 399 ? t.len : 399);
	put_dressed(w, t.s, draw(w, COUNT(alphabets)));
	snprintf(k->source, sizeof(k->source), "%s", PICK(w, papers));
	put(w, " | ");
	put(w, k->source);
	put(w, "\n\n");
	put_paragraph(w);
}

static void
post(struct writer *w, struct known *k)
{
	static const char *const ends[] = {
		" — Mirela Kovarić (@mirela) June 15, 2020",
		" - The Daily Tern (@dailytern)", " – 𝓐𝓷𝓷𝓪 (@anna_v) May 1, 2021",
		"\n-- 港口 (@harbour)" };

	title_and_source(w, k);
	put(w, "\n\n");
	put(w, PICK(w, sayings));
	put(w, PICK(w, ends));
	put(w, "\n\n");
	put_paragraph(w);
	k->blocks = "ptp";
}

/* What files bring along that nobody meant. */
static void
dirt(struct writer *w, struct known *k)
{
	static const char *const dirts[] = { "\xFF", "\xE2\x80", "\x1B[31m",
		"\a", "\xE2\x80\xAE", "\xC0\xAF", "\r\n\r\n", "\xEF\xBB\xBF" };

	title_and_source(w, k);
	put(w, "\n\n");
	put(w, "Torn ");
	put(w, PICK(w, dirts));
	put(w, " page of what ");
	put_paragraph(w);
}

static const struct {
	const char *name;
	void (*put)(struct writer *w, struct known *k);
} kinds[] = {
	{ "title-source", title_and_source },
	{ "bare-title", bare_title },
	{ "lead", lead },
	{ "dateline", dateline },
	{ "no-dateline", no_dateline },
	{ "bold-heading", bold_heading },
	{ "dressed-heading", dressed_heading },
	{ "plain-heading", plain_heading },
	{ "promo", promo },
	{ "deck", deck },
	{ "dressed-title", dressed_title },
	{ "post", post },
	{ "dirt", dirt },
};

static const char *
or_none(const char *s)
{
	return s[0] ? s : "-";
}

static void
put_report(struct writer *w, size_t i, date d)
{
	struct known k = { .off = w->written };
	const char *joined = w->joins ? "joined " : "";
	static const char *const never[] = { "2003-02-30", "2010-13-01",
		"2001-00-10", "2020-04-31" };
	char day[DATE_TEXT];
	size_t kind = i % COUNT(kinds);

	date_print(day, d);
	/* No such day: it begins a report where a line begins (R3). */
	if (!w->joins && draw(w, 50) == 0)
		snprintf(day, sizeof(day), "%s", PICK(w, never));
	put(w, " date ");
	put(w, day);
	put(w, " ");
	kinds[kind].put(w, &k);
	fprintf(w->truth, "%s%s\t%llu\t%s\t%s\t%s\t%s\n", joined,
	    kinds[kind].name, (unsigned long long)k.off, or_none(k.title),
	    or_none(k.source), or_none(k.dateline),
	    k.blocks ? k.blocks : "?");
	w->joins = draw(w, 3) == 0;
	if (!w->joins)
		put(w, draw(w, 2) ? "\n" : "\n\n");
	else if (draw(w, 4) == 0)
		put(w, " See https://tern.example/p/20010101/");
}

int
main(int argc, char **argv)
{
	struct writer w = { .state = 88172645463325252u };
	date d = date_of((struct ymd){ 2001, 1, 1 });
	size_t n, i;

	if (argc < 4 || argc > 5) {
		fputs("Usage: truth REPORTS OUT TRUTH [SEED]\n", stderr);
		return 2;
	}
	n = strtoull(argv[1], NULL, 10);
	if (argc == 5)
		w.state += strtoull(argv[4], NULL, 10) * 7919;
	w.out = fopen(argv[2], "w");
	w.truth = fopen(argv[3], "w");
	if (!w.out || !w.truth) {
		perror("truth");
		return 2;
	}
	for (i = 0; i < n; i++)
		put_report(&w, i, d + (date)(i / 3));
	return fclose(w.out) != 0 || fclose(w.truth) != 0 ? 2 : 0;
}
