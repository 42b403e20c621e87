/* The first line (R6), the dateline (R7) and what a list needs of a record.
 * Every rule has rows on both sides of its border. */
#include "test.h"

#include <locale.h>

#include "dateline/report/head.h"

#define MARKER " date 2023-03-20 "
#define MARK_LEN ((uint32_t)(sizeof(MARKER) - 1))

/* A paragraph longer than any title, and a number of letters. */
#define BODY \
	"\n\nThe ferry had been due since the early morning, but the wind was" \
	" against it and the harbour master kept the gates shut until noon.\n"
#define TEN "abcdefghi "
#define FIFTY TEN TEN TEN TEN TEN

struct title_row {
	const char *name;
	const char *text; /* after the marker */
	const char *title;
	const char *source;
	const char *rule;
};

static const struct title_row titles[] = {
	/* R6.1 */
	{ "bar", "Ferry returns | Harbour Desk" BODY, "Ferry returns",
	    "Harbour Desk", "R6.1" },
	{ "bar keeps the full stop", "Ferry returns. | Chirper" BODY,
	    "Ferry returns.", "Chirper", "R6.1" },
	{ "bar without text below", "Ferry returns | Harbour Desk",
	    "Ferry returns", "Harbour Desk", "R6.1" },
	{ "two bars", "Storm | Day 4 | Harbour Desk" BODY, "Storm | Day 4",
	    "Harbour Desk", "R6.1" },
	{ "bar after a quote with a verb",
	    "“I agree,” Marlow said | Harbour Desk" BODY,
	    "“I agree,” Marlow said", "Harbour Desk", "R6.1" },
	{ "bar after a dateline",
	    "PORT ELLEN — As the long ferry finally came in after all the"
	    " months of waiting | Desk",
	    "PORT ELLEN — As the long ferry finally came in after all the"
	    " months of waiting",
	    "Desk", "R6.1" },
	{ "source with an abbreviation", "Ferry returns | Quay Inc." BODY,
	    "Ferry returns", "Quay Inc.", "R6.1" },
	{ "source with an initialism", "Ferry returns | Desk U.K." BODY,
	    "Ferry returns", "Desk U.K.", "R6.1" },
	{ "source that calls", "Ferry returns | Ahoy!" BODY, "Ferry returns",
	    "Ahoy!", "R6.1" },
	{ "source of 60 letters",
	    "Ferry returns | " FIFTY "abcdefghij" BODY, "Ferry returns",
	    FIFTY "abcdefghij", "R6.1" },
	{ "source of 61 letters is none",
	    "Ferry returns | " FIFTY "abcdefghijk" BODY,
	    "Ferry returns | " FIFTY "abcdefghijk", "", "R6.4" },
	{ "source counts letters, not bytes",
	    "Ferry returns | ääääääääääääääääääääääääääääääääääääääää" BODY,
	    "Ferry returns", "ääääääääääääääääääääääääääääääääääääääää",
	    "R6.1" },
	{ "source that ends a sentence is none",
	    "The choice is tea | coffee for the man at the harbour gate." BODY,
	    "The choice is tea | coffee for the man at the harbour gate.", "",
	    "R6.7" },
	{ "a bar without blanks", "Ferry returns|Desk" BODY,
	    "Ferry returns|Desk", "", "R6.4" },
	{ "a bar with nothing before", "| Desk" BODY, "| Desk", "", "R6.4" },
	{ "a bar with nothing behind", "Ferry returns |" BODY,
	    "Ferry returns |", "", "R6.4" },
	{ "title of 400 letters", FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY
	    TEN TEN TEN TEN "abcdefghij | Desk" BODY,
	    FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY TEN TEN TEN TEN
	    "abcdefghij", "Desk", "R6.1" },
	{ "title of 401 letters is none", FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY
	    FIFTY TEN TEN TEN TEN "abcdefghijk | Desk" BODY,
	    "", "", "R6.8" },

	/* R6.2 */
	{ "dateline and a lead",
	    "PORT ELLEN — As the ferry came in on Tuesday, half of the town"
	    " stood on the pier to greet it." BODY, "", "", "R6.2" },
	{ "dateline, short, and nothing below", "PORT ELLEN — Ferry is in.",
	    "", "", "R6.2" },
	{ "dateline-like title with text below",
	    "LOW WATER AT NORTH PIER -- KEEPER" BODY,
	    "LOW WATER AT NORTH PIER -- KEEPER", "", "R6.4" },
	{ "dateline with a short line and text below",
	    "PORT ELLEN — Ferry is in" BODY, "PORT ELLEN — Ferry is in", "",
	    "R6.4" },

	/* R6.3 */
	{ "quote and verb", "“We agree,” he said." BODY, "", "", "R6.3" },
	{ "straight marks", "\"We agree,\" he said." BODY, "", "", "R6.3" },
	{ "British marks", "‘We agree,’ he said." BODY, "", "", "R6.3" },
	{ "straight single marks", "'We agree,' he said." BODY, "", "",
	    "R6.3" },
	{ "verb before the quote", "Marlow replied: “We never had a doubt.”"
	    BODY, "", "", "R6.3" },
	{ "one word, called", "“No!” she shouted." BODY, "", "", "R6.3" },
	{ "quote, verb, no full stop", "“We agree,” he said" BODY, "", "",
	    "R6.3" },
	{ "guillemets", "« We agree, » Marlow told us." BODY, "", "",
	    "R6.3" },
	{ "a verb, but no quote", "Marlow said to return" BODY,
	    "Marlow said to return", "", "R6.4" },
	{ "a quote, but no verb", "A long look at the “good old friend”" BODY,
	    "A long look at the “good old friend”", "", "R6.4" },
	{ "a term and a verb in a headline",
	    "Marlow says the ferry has gone ‘soft’" BODY,
	    "Marlow says the ferry has gone ‘soft’", "", "R6.4" },
	{ "the verb stands in the quote",
	    "The song “He said so” returns to the pier" BODY,
	    "The song “He said so” returns to the pier", "", "R6.4" },
	{ "apostrophes are no quote", "Marlow’s crew said it’s over for now"
	    BODY, "Marlow’s crew said it’s over for now", "", "R6.4" },

	/* R6.4 */
	{ "no full stop", "Ferry returns" BODY, "Ferry returns", "", "R6.4" },
	{ "no full stop and no text below", "Ferry returns", "Ferry returns",
	    "", "R6.4" },
	{ "ends in a semicolon", "Ferry returns;" BODY, "Ferry returns;", "",
	    "R6.4" },
	{ "Chinese", "港口周刊：第 89 期\n\n这里记录每周值得分享的内容。",
	    "港口周刊：第 89 期", "", "R6.4" },
	{ "160 letters",
	    FIFTY FIFTY FIFTY "abcdefghij" BODY,
	    FIFTY FIFTY FIFTY "abcdefghij", "", "R6.4" },
	{ "161 letters", FIFTY FIFTY FIFTY "abcdefghijk" BODY, "", "",
	    "R6.8" },
	{ "ends in a colon", "What we know so far today:" BODY, "", "",
	    "R6.8" },
	{ "ends in a comma", "On the pier at noon," BODY, "", "", "R6.8" },
	{ "the line runs on", "Ferry returns to the old pier after\na long"
	    " winter in the yard of the north." BODY, "", "", "R6.8" },

	/* R6.5 */
	{ "capitals and a full stop",
	    "Harbour Crews Brick Up The Entrance To North Pier." BODY,
	    "Harbour Crews Brick Up The Entrance To North Pier.", "", "R6.5" },
	{ "capitals after two sentences",
	    "Pier Closed. Harbour Crews Leave For Good." BODY,
	    "Pier Closed. Harbour Crews Leave For Good.", "", "R6.5" },
	{ "capitals, said",
	    "Harbour Master Says Gates Will Close." BODY,
	    "Harbour Master Says Gates Will Close.", "", "R6.5" },
	{ "capitals, but no text below",
	    "Harbour Crews Brick Up The Entrance To North Pier.", "", "",
	    "R6.8" },
	{ "two capitals are too few",
	    "Harbour Master said so." BODY, "", "", "R6.8" },
	{ "three of five are too few",
	    "Harbour Master Marlow told them nothing." BODY, "", "", "R6.8" },

	{ "capitals of names and a small verb",
	    "President Ann Lee has an admirer in Mayor Marlow Port of North"
	    " Pier and in Boris Quay." BODY, "", "", "R6.8" },
	{ "capitals and a colon", "From Ann Marlow Writing At Quay:" BODY, "",
	    "", "R6.8" },

	/* R6.6 */
	{ "a question", "Why did the ferry leave before it was told to?" BODY,
	    "Why did the ferry leave before it was told to?", "", "R6.6" },
	{ "a call in two sentences", "It is back. What he said was true!" BODY,
	    "It is back. What he said was true!", "", "R6.6" },
	{ "three sentences", "He said no. It left. Was it late?" BODY, "", "",
	    "R6.8" },
	{ "a question with nothing below", "Why did the ferry leave?", "", "",
	    "R6.8" },

	/* R6.7 */
	{ "one sentence", "The ferry is back at the pier." BODY,
	    "The ferry is back at the pier.", "", "R6.7" },
	{ "an initial ends no sentence", "Ann J. Lee is back at the pier."
	    BODY, "Ann J. Lee is back at the pier.", "", "R6.7" },
	{ "a rank ends no sentence", "The crew of Capt. Lee is back." BODY,
	    "The crew of Capt. Lee is back.", "", "R6.7" },
	{ "a label below is passed over",
	    "The ferry is back at the pier.\n\nABSTRACT." BODY,
	    "The ferry is back at the pier.", "", "R6.7" },
	{ "a line that explains the title is passed over",
	    "The ferry is back at the pier.\n\nIt was late today." BODY,
	    "The ferry is back at the pier.", "", "R6.7" },
	{ "one word is a label", "Letters." BODY, "", "", "R6.8" },
	{ "two words that shout are a label", "TOP STORIES." BODY, "", "",
	    "R6.8" },
	{ "two words are a title", "Peace returns." BODY, "Peace returns.", "",
	    "R6.7" },
	{ "a sentence in other letters is no label", "渡轮回港。" BODY,
	    "渡轮回港。", "", "R6.7" },
	{ "long, and it leaves words out",
	    "Ferry returns to north pier after weeks of storms, crew in good"
	    " health, keeper late." BODY,
	    "Ferry returns to north pier after weeks of storms, crew in good"
	    " health, keeper late.", "", "R6.7" },
	{ "long, and it sounds like prose",
	    "The ferry returned to the north pier after weeks of storms, with"
	    " a crew in good health." BODY, "", "", "R6.8" },
	{ "two sentences", "The ferry is back. It is at the pier." BODY, "",
	    "", "R6.8" },
	{ "said", "The ferry is back, the keeper said." BODY, "", "", "R6.8" },
	{ "the text below is short",
	    "The ferry is back at the pier since noon.\n\nIt was late today.",
	    "", "", "R6.8" },
	{ "more than 110 letters",
	    "The ferry is back at the pier after a winter that was so long"
	    " that nobody on this side believed in it any more." BODY, "", "",
	    "R6.8" },

	/* where the line is */
	{ "the date stands alone", "\n\nFerry returns | Desk" BODY,
	    "Ferry returns", "Desk", "R6.1" },
	{ "blanks after the date", "  \t \n \nFerry returns" BODY,
	    "Ferry returns", "", "R6.4" },
	{ "nothing at all", "", "", "", "R6.8" },
	{ "only blanks", " \n  \n\t\n", "", "", "R6.8" },
	{ "only a sign", "|", "", "", "R6.8" },
	{ "only signs", "* * *" BODY, "", "", "R6.8" },
};

static struct str
with_marker(struct arena *a, const char *text)
{
	size_t n = strlen(text);
	char *p = arena_array(a, char, MARK_LEN + n + 1);

	memcpy(p, MARKER, MARK_LEN);
	memcpy(p + MARK_LEN, text, n);
	return (struct str){ p, MARK_LEN + n };
}

static void
test_titles(void **state)
{
	struct arena *a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(titles); i++) {
		const struct title_row *row = &titles[i];
		struct str text = with_marker(a, row->text);
		struct head h = head_read(text, MARK_LEN);

		check_str(row->name, str_of(text, h.title), row->title);
		check_str(row->name, str_of(text, h.source), row->source);
		check_str(row->name, str_c(h.title_rule), row->rule);
		check_str(row->name, str_of(text, h.date), "2023-03-20");
	}
	arena_free(a);
}

struct dateline_row {
	const char *name;
	const char *text;
	const char *dateline; /* "": none */
	const char *lead;
};

static const struct dateline_row datelines[] = {
	{ "em dash", "PORT ELLEN — As he left", "PORT ELLEN", "As he left" },
	{ "en dash", "PORT ELLEN – As he left", "PORT ELLEN", "As he left" },
	{ "horizontal bar", "PORT ELLEN ― As he left", "PORT ELLEN",
	    "As he left" },
	{ "two hyphens", "PORT ELLEN -- As he left", "PORT ELLEN",
	    "As he left" },
	{ "hyphen", "PORT ELLEN - As he left", "PORT ELLEN", "As he left" },
	{ "dash glued to the place", "PORT ELLEN— As he left", "PORT ELLEN",
	    "As he left" },
	{ "no-break space", "PORT ELLEN\u00A0— As he left", "PORT ELLEN",
	    "As he left" },
	{ "three capitals", "ULM — As he left", "ULM", "As he left" },
	{ "goes on with a quote", "ELLEN — “As he left,”", "ELLEN",
	    "“As he left,”" },
	{ "goes on with a number", "ELLEN — 40 men left", "ELLEN",
	    "40 men left" },
	{ "goes on with a name in small letters",
	    "ELLEN — eFerry left the pier", "ELLEN",
	    "eFerry left the pier" },
	{ "region", "FORT HALE, N.C. — As he left", "FORT HALE, N.C.",
	    "As he left" },
	{ "region with a hyphen", "ELM, Maine - As he left", "ELM, Maine",
	    "As he left" },
	{ "region of two words", "ELLEN, South Orland — He left",
	    "ELLEN, South Orland", "He left" },
	{ "region with a particle", "ELLEN, Isle of Orland — He left",
	    "ELLEN, Isle of Orland", "He left" },
	{ "date", "ELLEN, Dec 16 - He left", "ELLEN, Dec 16", "He left" },
	{ "date with a full stop", "ELLEN, Dec. 8 — He left",
	    "ELLEN, Dec. 8", "He left" },
	{ "long month", "ELLEN, September 30 — He left",
	    "ELLEN, September 30", "He left" },
	{ "date with a year", "ELLEN, March 3, 2023 — He left",
	    "ELLEN, March 3, 2023", "He left" },
	{ "date without a comma", "ELLEN Dec 16 (Reuters) - He left",
	    "ELLEN Dec 16 (Reuters)", "He left" },
	{ "agency", "ELLEN (AP) — He left", "ELLEN (AP)", "He left" },
	{ "unknown agency", "ELLEN (Pier Post) - He left",
	    "ELLEN (Pier Post)", "He left" },
	{ "agency in small letters", "ELLEN (dpa) - He left", "ELLEN (dpa)",
	    "He left" },
	{ "all of it", "FORT HALE, Orland, Dec 16 (Reuters) - He left",
	    "FORT HALE, Orland, Dec 16 (Reuters)", "He left" },
	{ "agency before the date", "ELLEN (Xinhua), Jan 3 -- He left",
	    "ELLEN (Xinhua), Jan 3", "He left" },
	{ "two places", "ELLEN/PORT HALE, Dec 16 (Reuters) - He left",
	    "ELLEN/PORT HALE, Dec 16 (Reuters)", "He left" },
	{ "particle inside", "PORT-au-MARLE — He left", "PORT-au-MARLE",
	    "He left" },
	{ "particle alone", "ELLEN and HALE — He left", "ELLEN and HALE",
	    "He left" },
	{ "Mc", "McARDEN, Orland — He left", "McARDEN, Orland", "He left" },
	{ "saint", "ST. ELLEN — He left", "ST. ELLEN", "He left" },
	{ "apostrophe", "O’MARLE — He left", "O’MARLE", "He left" },
	{ "accents", "ÉLLENÖ — He left", "ÉLLENÖ", "He left" },
	{ "Cyrillic", "ЭЛЛЕНСК — Он ушёл", "ЭЛЛЕНСК", "Он ушёл" },
	{ "small letters with an agency", "Port Ellen (AFP) – He left",
	    "Port Ellen (AFP)", "He left" },
	{ "small letters with a date", "Port Ellen, March 20 – He left",
	    "Port Ellen, March 20", "He left" },

	{ "no dash", "PORT ELLEN As he left", "", NULL },
	{ "no text", "PORT ELLEN —", "", NULL },
	{ "no blank after the dash", "PORT ELLEN —As he left", "", NULL },
	{ "digits are no place", "COVID-19 — the virus spreads", "", NULL },
	{ "digits, and a capital goes on", "PIER-19 — The gates", "", NULL },
	{ "two capitals", "U.S. - Orland talks go on", "", NULL },
	{ "two capitals and a long dash", "U.K. — Talks go on", "", NULL },
	{ "small letters", "Ellen – the gates are shut", "", NULL },
	{ "small letters, and a capital goes on",
	    "Ellen – The gates are shut", "", NULL },
	{ "small letters, a region and no more",
	    "Ellen, Orland – The gates are shut", "", NULL },
	{ "small letters, an unknown agency",
	    "Ann Lee (Pier Post) – The gates", "", NULL },
	{ "goes on in small letters", "ELLEN — the gates are shut", "", NULL },
	{ "a hyphen after three capitals", "ULM - The gates are shut", "",
	    NULL },
	{ "a hyphen without a blank before", "ELLEN- The gates", "", NULL },
	{ "a sentence that shouts", "GATES ARE SHUT — The town waits", "",
	    NULL },
	{ "a label", "BREAKING — The gates are shut", "", NULL },
	{ "a label of two words", "EXCLUSIVE REPORT — The gates", "", NULL },
	{ "an organisation", "NATO - The ships turn round", "", NULL },
	{ "a man between dashes",
	    "Ann Lee — a keeper — was the first to see it", "", NULL },
	{ "too many words",
	    "LOW WATER AT THE NORTH PIER -- The keeper waits", "", NULL },
	{ "too long",
	    "PORT ELLENBOROUGHAM, Northern Territories of Orlandshire, Dec 16"
	    " (Reuters) - He left",
	    "", NULL },
	{ "a second line", "PORT ELLEN\n— As he left", "", NULL },
	{ "an open bracket", "ELLEN (AP — As he left", "", NULL },
	{ "nothing", "", "", NULL },
	{ "a dash alone", "— As he left", "", NULL },
};

static void
test_datelines(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(datelines); i++) {
		const struct dateline_row *row = &datelines[i];
		struct str text = str_c(row->text);
		struct span all = { 0, (uint32_t)text.len };
		uint32_t body;
		struct span got = head_dateline(text, all, &body);

		check_str(row->name, str_of(text, got), row->dateline);
		check_str(row->name, str_skip(text, body),
		    row->lead ? row->lead : row->text);
	}
}

struct record_row {
	const char *name;
	const char *text;
	uint32_t marker;
	const char *date;
	const char *title;
	const char *dateline;
	const char *lead;
	const char *body; /* how the body begins */
};

static const struct record_row records[] = {
	{ "title, dateline, lead",
	    MARKER "Ferry returns | Desk\n\nPORT ELLEN — It is in.\n\nMore.",
	    MARK_LEN, "2023-03-20", "Ferry returns", "PORT ELLEN",
	    "It is in.", "\nPORT" },
	{ "lead at once", MARKER "PORT ELLEN — It is in.\n\nMore.", MARK_LEN,
	    "2023-03-20", "", "PORT ELLEN", "It is in.", "PORT" },
	{ "wrapped lead", MARKER "\nIt is in, and\nthe town waits.\n\nMore.",
	    MARK_LEN, "2023-03-20", "", "", "It is in, and\nthe town waits.",
	    "It is" },
	{ "title without an empty line",
	    MARKER "Ferry returns\nIt is in.\n\nMore.", MARK_LEN,
	    "2023-03-20", "Ferry returns", "", "It is in.", "It is" },
	{ "impossible date", " date 2023-02-30 Ferry returns", 17,
	    "2023-02-30", "Ferry returns", "", "", "" },
	{ "loose marker", "Date: 2023-03-20  Ferry returns", 18,
	    "2023-03-20", "Ferry returns", "", "", "" },
	{ "no marker", "Ferry returns\n\nIt is in.", 0, "", "Ferry returns",
	    "", "It is in.", "\nIt" },
	{ "a line with a date", "2023-03-20\n\nFerry returns\n\nIt is in.", 0,
	    "2023-03-20", "Ferry returns", "", "It is in.", "\nIt" },
	{ "a date in a line", "2023-03-20 was the day\n\nIt is in.", 0, "",
	    "2023-03-20 was the day", "", "It is in.", "\nIt" },
	{ "front matter",
	    "---\nTitle: Ferry returns\nDate: 2023-03-20T10:00\n---\n\n"
	    "It is in.", 0, "2023-03-20", "Ferry returns", "", "It is in.",
	    "It is" },
	{ "front matter in quotation marks",
	    "---\ntitle: \"Ferry: it returns\"\n---\nPORT ELLEN — It is in.",
	    0, "", "Ferry: it returns", "PORT ELLEN", "It is in.", "PORT" },
	{ "front matter without a title",
	    "---\ntags: pier\n---\nFerry returns\n\nIt is in.", 0, "",
	    "Ferry returns", "", "It is in.", "\nIt" },
	{ "front matter that is not closed", "---\ntitle: Ferry\n\nIt is.", 0,
	    "", "", "", "---\ntitle: Ferry", "---" },
	{ "front matter is not looked for after a marker",
	    MARKER "\n---\ntitle: Ferry\n---\n", MARK_LEN, "2023-03-20",
	    "", "", "---\ntitle: Ferry\n---", "---" },
	{ "front matter and nothing", "---\ntitle: Ferry\n---", 0, "",
	    "Ferry", "", "", "" },
	{ "a marker alone", MARKER, MARK_LEN, "2023-03-20", "", "", "", "" },
	{ "an empty record", "", 0, "", "", "", "", "" },
	{ "a marker longer than the text", " date", 17, "date", "", "", "",
	    "" },
	{ "a first line in another spelling",
	    "20 March 2023\n\nFerry returns\n\nIt is in.", 13,
	    "20 March 2023", "Ferry returns", "", "It is in.", "\nIt" },
};

static void
test_records(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(records); i++) {
		const struct record_row *row = &records[i];
		struct str text = str_c(row->text);
		struct head h = head_read(text, row->marker);

		check_str(row->name, str_of(text, h.date), row->date);
		check_str(row->name, str_of(text, h.title), row->title);
		check_str(row->name, str_of(text, h.dateline), row->dateline);
		check_str(row->name, str_of(text, h.lead), row->lead);
		check_str(row->name,
		    str_head(str_skip(text, h.body), strlen(row->body)),
		    row->body);
		check_int(row->name, h.dateline_rule != NULL,
		    row->dateline[0] != 0);
	}
}

static void
test_front(void **state)
{
	struct str text = STR("---\ntitle: A\n---\nText.");
	struct head h = head_read(text, 0);

	(void)state;
	check_str("span", str_of(text, h.front), "---\ntitle: A\n---\n");
	check_str("rule", str_c(h.title_rule), "front-matter");
}

struct short_row {
	const char *name;
	const char *lead;
	int cols;
	const char *want;
};

static const struct short_row shorts[] = {
	{ "it fits", "The ferry is in.", 16, "The ferry is in." },
	{ "at a word", "The ferry is in.", 14, "The ferry is" },
	{ "just behind a word", "The ferry is in.", 12, "The ferry is" },
	{ "at a clause", "When the ferry came in, the town was up.", 30,
	    "When the ferry came in" },
	{ "not at an early clause", "Now, when the ferry came in at noon.", 29,
	    "Now, when the ferry came in" },
	{ "one long word", "Ferryferryferryferry", 10, "Ferryferry" },
	{ "wide letters", "港口周刊记录每周值得", 7, "港口周" },
	{ "accents stay whole", "Fe\u0301rry is in.", 3, "Fe\u0301r" },
	{ "no room", "The ferry", 0, "" },
	{ "nothing", "", 10, "" },
};

static void
test_short_leads(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(shorts); i++) {
		const struct short_row *row = &shorts[i];
		struct str text = str_c(row->lead);
		struct span all = { 0, (uint32_t)text.len };

		check_str(row->name,
		    str_of(text, head_short_lead(text, all, row->cols)),
		    row->want);
	}
}

static void
check_span(const char *row, struct span got, struct span want)
{
	check_int(row, got.off, want.off);
	check_int(row, got.len, want.len);
}

static void
check_same(const char *row, struct head got, struct head want)
{
	check_span(row, got.date, want.date);
	check_span(row, got.title, want.title);
	check_span(row, got.source, want.source);
	check_span(row, got.dateline, want.dateline);
	check_span(row, got.lead, want.lead);
	check_span(row, got.front, want.front);
	check_int(row, got.body, want.body);
	check_str(row, str_c(got.title_rule), want.title_rule);
}

/* What makes a window hard: long lines, and where they begin. */
static const char *const long_parts[] = { "word ", "\n", " ", "ferry\n\n",
	"—", "港", "| ", "---\n", ". " };

static void
test_window(void **state)
{
	struct arena *a = arena_new();
	size_t i, len = 40000;

	(void)state;
	for (i = 0; i < COUNT(long_parts); i++) {
		struct str part = str_c(long_parts[i]), text, window;
		char *p = arena_array(a, char, len);
		size_t at = MARK_LEN;

		memcpy(p, MARKER, MARK_LEN);
		for (; at + part.len <= len; at += part.len)
			memcpy(p + at, part.ptr, part.len);
		text = (struct str){ p, at };
		window = str_head(text, utf8_floor(text, HEAD_WINDOW));
		check_same(part.ptr, head_read(window, MARK_LEN),
		    head_read(text, MARK_LEN));
		check_same(part.ptr, head_read(window, 0), head_read(text, 0));
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_datelines),
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_front),
		cmocka_unit_test(test_short_leads),
		cmocka_unit_test(test_window),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
