/* Writes an archive of invented reports to measure with:
 *
 *	generate BYTES OUT [SEED]
 *
 * The same seed gives the same bytes.  The reports are built as real ones are:
 * titles with a source, datelines, headings in mathematical bold, promotions
 * that stand in a report twice, people with accents in their names who are
 * quoted in curly marks, and here and there a file joined on without a line
 * end.  About one byte in twenty is not ASCII.  No person, place or paper in it
 * exists. */
#include <stdio.h>
#include <stdlib.h>

#include "dateline/archive/date.h"

struct writer {
	FILE *out;
	uint64_t state; /* of the random numbers */
	uint64_t written;
	const char *speaker; /* of the report */
};

static const char *const givens[] = { "Mirela", "Tobias", "Anneke", "Dragan",
	"Zoë", "Ioana", "Håkon", "Lucía", "Emeka", "Saoirse", "Jürgen", "Noor",
	"Bálint", "Chiara", "Rafał", "Odile" };
static const char *const families[] = { "Kovarić", "Ostrander", "Vell",
	"Brăneanu", "Quintero", "Lindqvåg", "Achterberg", "Okonjaro",
	"Szentesi", "Marlowe-Finch", "Dušan", "Ferrante", "Hollis", "Nygård",
	"Pellitier", "Wray" };
static const char *const roles[] = { "the harbour minister",
	"an analyst at the Tern Institute", "a spokeswoman for the council",
	"the head of the dockers’ union", "a teacher in the old town",
	"the deputy governor", "who runs a bakery by the canal",
	"a former judge", "an engineer with the ferry company" };
static const char *const places[] = { "Port Velmar", "Osterhaven", "Kaldera",
	"San Tirso", "Lower Brennock", "Mirowice", "Tal Harun", "Eastmere",
	"Nové Pole", "Granvik" };
static const char *const papers[] = { "Velmar Courier", "The Daily Tern",
	"Osterhaven Post", "Northern Wire", "Harbour Radio", "Kaldera Today" };
static const char *const subjects[] = { "The council", "The ferry company",
	"A group of farmers", "The central bank", "The regional court",
	"The coast guard", "A committee of experts", "The new government",
	"The opposition", "The city’s largest hospital", "Lorry drivers",
	"The railway", "Nobody in the valley", "The university" };
static const char *const verbs[] = { "rejected", "welcomed", "postponed",
	"is expected to approve", "criticised", "has quietly abandoned",
	"announced", "voted against", "plans to extend", "reviewed",
	"asked for a delay of", "has yet to explain", "published" };
static const char *const objects[] = { "the plan for a second bridge",
	"an agreement on fishing rights", "the budget for the coming year",
	"a proposal to close the old harbour", "the report on the flood",
	"new rules for night trains", "the sale of the grain terminal",
	"a tax on empty houses", "the trial of three smugglers",
	"the results of the vote", "a ceasefire along the river",
	"the appointment of two judges", "cheaper tickets for students" };
static const char *const tails[] = { "after a debate that lasted nine hours",
	"despite warnings from its own advisers", "late on Tuesday",
	"in the hope of calming the markets", "without giving a reason",
	"as hundreds of people waited outside", "for the second time this year",
	"at a meeting in the town hall", "while talks went on elsewhere",
	"because the money had run out", "a week before the deadline",
	"although few had expected it" };
static const char *const sayings[] = { "We have waited long enough",
	"Nobody should have to choose between heating and bread",
	"This is not the end of the matter", "It doesn’t add up",
	"The bridge will be built, and it will be built here",
	"I have never seen the water so high",
	"We were told one thing and they did another",
	"There is still time to agree", "It was a mistake to sell" };
static const char *const cues[] = { "said", "told reporters", "added", "warned",
	"wrote", "argued", "insisted" };
static const char *const headings[] = { "A bridge too dear",
	"What happens next", "Voices from the quay", "The price of waiting",
	"A quiet compromise", "Who pays for it", "An unfinished story" };
static const char *const rare[] = { "zeppelin", "marzipan", "oscilloscope",
	"quicksilver", "rhubarb", "saxophone" };
static const char *const foreign[] = {
	"Совет снова отложил решение о мосте, и никто не назвал причины.",
	"市議会は橋の計画をもう一度延期した。",
	"Το συμβούλιο ανέβαλε ξανά την απόφαση για τη γέφυρα.",
	"أجّل المجلس قراره بشأن الجسر مرة أخرى."
};

/* xorshift64*: good enough to look like news. */
static uint32_t
draw(struct writer *w, uint32_t below)
{
	w->state ^= w->state >> 12;
	w->state ^= w->state << 25;
	w->state ^= w->state >> 27;
	return (uint32_t)((w->state * UINT64_C(2685821657736338717)) >> 33) %
	    below;
}

static void
put(struct writer *w, const char *text)
{
	size_t len = strlen(text);

	fwrite(text, 1, len, w->out);
	w->written += len;
}

#define PICK(w, list) ((list)[draw((w), (uint32_t)COUNT(list))])

/* Letters in Mathematical Sans-Serif Bold, everything else as it is. */
static void
put_bold(struct writer *w, const char *text)
{
	for (; *text; text++) {
		char out[5] = { *text };
		unsigned from = *text >= 'a' && *text <= 'z' ? 0x1D5EEu - 'a' :
		    *text >= 'A' && *text <= 'Z'	     ? 0x1D5D4u - 'A' :
							       0;
		unsigned cp = from + (unsigned char)*text;

		if (from != 0) {
			out[0] = (char)(0xF0 | cp >> 18);
			out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
			out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
			out[3] = (char)(0x80 | (cp & 0x3F));
		}
		put(w, out);
	}
}

static void
put_upper(struct writer *w, const char *text)
{
	for (; *text; text++) {
		bool small = *text >= 'a' && *text <= 'z';
		char out[2] = { (char)(small ? *text - 'a' + 'A' : *text) };

		put(w, out);
	}
}

static void
put_clause(struct writer *w)
{
	put(w, PICK(w, subjects));
	put(w, " ");
	put(w, PICK(w, verbs));
	put(w, " ");
	put(w, PICK(w, objects));
}

static void
put_sentence(struct writer *w)
{
	put_clause(w);
	put(w, " ");
	put(w, PICK(w, tails));
	if (draw(w, 3) == 0) {
		put(w, ", and ");
		put(w, PICK(w, tails));
	}
	if (draw(w, 4000) == 0) {
		put(w, ", like a ");
		put(w, PICK(w, rare));
	}
	put(w, ".");
}

static void
put_name(struct writer *w)
{
	put(w, PICK(w, givens));
	put(w, " ");
	w->speaker = PICK(w, families);
	put(w, w->speaker);
}

/* “…,” Mirela Kovarić, a former judge, told reporters.  Later the family name
 * does. */
static void
put_quote(struct writer *w)
{
	put(w, "“");
	put(w, PICK(w, sayings));
	put(w, ",” ");
	if (w->speaker && draw(w, 3) > 0) {
		put(w, draw(w, 4) == 0 ? "she" : w->speaker);
	} else {
		put_name(w);
		put(w, ", ");
		put(w, PICK(w, roles));
		put(w, ",");
	}
	put(w, " ");
	put(w, PICK(w, cues));
	put(w, ".");
	if (draw(w, 2) == 0) {
		put(w, " “");
		put(w, PICK(w, sayings));
		put(w, ".”");
	}
}

static void
put_paragraph(struct writer *w)
{
	uint32_t kind = draw(w, 80), n;

	if (kind == 0) {
		put(w, PICK(w, foreign));
		return;
	}
	if (kind < 32) {
		put_quote(w);
		return;
	}
	for (n = draw(w, 4); n > 0; n--) {
		put_sentence(w);
		put(w, " ");
	}
	put_sentence(w);
}

static void
put_promo(struct writer *w, uint32_t which)
{
	put(w, "\n\nTell us what you think! 👂\n\n");
	put(w, which % 2 == 0 ? "What would you like to read more about?" :
				"Which of our reports did you pass on?");
	put(w, " — ");
	put(w, papers[which]);
	put(w, " (@tern_reader)");
}

static void
put_head(struct writer *w, date d)
{
	char text[DATE_TEXT];
	uint32_t kind = draw(w, 10);

	date_print(text, d);
	put(w, " date ");
	put(w, text);
	put(w, " ");
	if (kind < 6) {
		put_clause(w);
		put(w, kind < 2 ? ". | " : " | ");
		put(w, PICK(w, papers));
		put(w, "\n\n");
	}
	if (kind > 3) {
		put_upper(w, PICK(w, places));
		put(w, " — ");
	}
	put_sentence(w);
}

static void
put_report(struct writer *w, date d)
{
	uint32_t i, n = 4 + draw(w, 16);
	uint32_t promo = draw(w, 3) == 0 ? draw(w, COUNT(papers)) + 1 : 0;

	w->speaker = NULL;
	put_head(w, d);
	for (i = 0; i < n; i++) {
		if (promo > 0 && (i == 1 || i == n - 1))
			put_promo(w, promo - 1);
		put(w, "\n\n");
		if (i > 0 && draw(w, 6) == 0) {
			const char *heading = PICK(w, headings);

			if (draw(w, 2) == 0)
				put_bold(w, heading);
			else
				put(w, heading);
			put(w, "\n\n");
		}
		put_paragraph(w);
	}
	if (draw(w, 50) > 0)
		put(w, "\n");
}

int
main(int argc, char **argv)
{
	struct writer w = { .state = 88172645463325252u };
	uint64_t bytes;
	date d = date_of((struct ymd){ 1994, 1, 3 });

	if (argc < 3 || argc > 4) {
		fputs("Usage: generate BYTES OUT [SEED]\n", stderr);
		return 2;
	}
	bytes = strtoull(argv[1], NULL, 10);
	if (argc == 4)
		w.state += strtoull(argv[3], NULL, 10) * 7919;
	w.out = fopen(argv[2], "w");
	if (!w.out) {
		perror(argv[2]);
		return 2;
	}
	for (; w.written < bytes; d += draw(&w, 30) == 0)
		put_report(&w, d);
	if (fclose(w.out) != 0) {
		perror(argv[2]);
		return 2;
	}
	return 0;
}
