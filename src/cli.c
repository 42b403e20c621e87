/* The words after the program's name, from the table in options.def. */
#include "cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "dateline/reader/layout.h"

enum option_id {
#define OPTION(id, group, name, argument, sentence) OPTION_##id,
#include "options.def"
#undef OPTION
	OPTION_COUNT_OF
};

enum option_group { GROUP_ACTIONS, GROUP_FILTERS, GROUP_OUTPUT, GROUP_READER };

static const struct {
	enum option_group group;
	const char *name;
	const char *argument;
	const char *sentence;
} table[OPTION_COUNT_OF] = {
#define OPTION(id, group, name, argument, sentence) \
	[OPTION_##id] = { GROUP_##group, name, argument, sentence },
#include "options.def"
#undef OPTION
};

/* `text` in lines of at most `cols` columns, all but the first behind `indent`
 * blanks. */
static void
print_wrapped(const char *text, int indent, int cols)
{
	int at = indent;

	while (*text) {
		int n = (int)strcspn(text, " ");

		if (at > indent && at + 1 + n > cols) {
			printf("\n%*s", indent, "");
			at = indent;
		} else if (at > indent) {
			putchar(' ');
			at++;
		}
		printf("%.*s", n, text);
		at += n;
		text += n;
		text += strspn(text, " ");
	}
	putchar('\n');
}

void
options_print_help(void)
{
	static const char *const groups[] = { "What to print", "Which reports",
		"How to print", "The reader" };
	char left[64];

	puts("Usage: dateline [OPTION]... [+DATE | +/WORDS] [PATH]...\n"
	     "\n"
	     "Reads archives of dated reports: files, folders, - for standard\n"
	     "input; with no PATH, the current folder.  Opens the reader on a\n"
	     "terminal, and prints the reports anywhere else.");
	for (size_t i = 0; i < OPTION_COUNT_OF; i++) {
		if (i == 0 || table[i].group != table[i - 1].group)
			printf("\n%s\n", groups[table[i].group]);
		snprintf(left, sizeof(left), "--%s%s%s", table[i].name,
		    table[i].argument ? " " : "",
		    table[i].argument ? table[i].argument : "");
		printf("  %-24s ", left);
		print_wrapped(table[i].sentence, 27, 79);
	}
	puts("\nExit status: 0 something found, 1 nothing found, 2 an error.\n"
	     "In the reader, ? shows its keys.  dateline(1) tells the rest.");
}

static bool
parse_size(struct options *o, const char *text, struct err *e)
{
	char after;

	if (sscanf(text, "%dx%d%c", &o->cols, &o->rows, &after) == 2 &&
	    o->cols >= 1 && o->rows >= 1 && o->cols <= 1000 && o->rows <= 1000)
		return true;
	return err_set(e,
	    "--size %s: give COLSxROWS, such as 120x36, each from 1 to 1000",
	    text);
}

static bool
parse_width(struct options *o, const char *text, struct err *e)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*text && !*end && n >= 1 && n <= 10000) {
		o->width = (int)n;
		return true;
	}
	return err_set(e, "--width %s: give a number from 1 to 10000", text);
}

static bool
parse_date(struct options *o, const char *text, struct err *e)
{
	const char *why = "";

	if (date_range_guess(str_c(text), date_today(), &o->date, &why))
		return true;
	return err_set(e, "--date %s: %s", text, why);
}

static bool
parse_order(struct options *o, const char *text, struct err *e)
{
	o->newest_first = strcmp(text, "newest") == 0;
	if (o->newest_first || strcmp(text, "oldest") == 0)
		return true;
	return err_set(e, "--order %s: give oldest or newest", text);
}

static bool
parse_by(struct options *o, const char *text, struct err *e)
{
	o->by = tally_by_find(str_c(text));
	o->by_said = true;
	if (o->by != BY_COUNT)
		return true;
	return err_set(e, "--by %s: give day, month or year", text);
}

static bool
parse_theme(struct options *o, const char *text, struct err *e)
{
	o->theme = theme_find(str_c(text));
	if (o->theme != THEME_COUNT)
		return true;
	return err_set(e, "--theme %s: give dark, light or mono", text);
}

/* Words to look for, of which something must be left to look for. */
static bool
parse_words(const char **to, const char *name, const char *text, struct err *e)
{
	*to = text;
	return *text || err_set(e, "--%s: give some words to look for", name);
}

static bool
set_action(struct options *o, enum action action, struct err *e)
{
	if (o->action != ACTION_READ && o->action != action)
		return err_set(e, "give one action, not two (see --help)");
	o->action = action;
	return true;
}

static bool
take(struct options *o, enum option_id id, const char *value, struct err *e)
{
	switch (id) {
	case OPTION_LIST: return set_action(o, ACTION_LIST, e);
	case OPTION_DUMP: return set_action(o, ACTION_DUMP, e);
	case OPTION_QUOTES: return set_action(o, ACTION_QUOTES, e);
	case OPTION_SPEAKERS: return set_action(o, ACTION_SPEAKERS, e);
	case OPTION_TIMELINE: return set_action(o, ACTION_TIMELINE, e);
	case OPTION_BY: return parse_by(o, value, e);
	case OPTION_EXPLAIN: return set_action(o, ACTION_EXPLAIN, e);
	case OPTION_HELP: o->action = ACTION_HELP; break;
	case OPTION_VERSION: o->action = ACTION_VERSION; break;
	case OPTION_SEARCH: return parse_words(&o->search, "search", value, e);
	case OPTION_REGEX: o->regex = true; break;
	case OPTION_SPEAKER:
		return parse_words(&o->speaker, "speaker", value, e);
	case OPTION_SOURCE: return parse_words(&o->source, "source", value, e);
	case OPTION_DATE: return parse_date(o, value, e);
	case OPTION_ORDER: return parse_order(o, value, e);
	case OPTION_WIDTH: return parse_width(o, value, e);
	case OPTION_SIZE: return parse_size(o, value, e);
	case OPTION_THEME: return parse_theme(o, value, e);
	case OPTION_TERMS: o->terms = true; break;
	case OPTION_JSON: o->json = true; break;
	case OPTION_COUNT: o->count = true; break;
	case OPTION_NO_CORRECTIONS: o->no_corrections = true; break;
	case OPTION_NO_PLAIN_HEADINGS: o->no_plain_headings = true; break;
	case OPTION_ORIGINAL: o->original = true; break;
	case OPTION_ENCODING: o->encoding = value; break;
	case OPTION_SCRIPT: o->script = value; break;
	case OPTION_STATE: o->state = value; break;
	case OPTION_COUNT_OF: break;
	}
	return true;
}

/* +DATE and +/WORDS are not paths. */
static void
take_paths(struct options *o, char **words)
{
	char **to = words;

	o->paths = words;
	for (; *words; words++) {
		if ((*words)[0] != '+' || !(*words)[1])
			*to++ = *words;
		else if ((*words)[1] == '/')
			o->start_find = *words + 2;
		else
			o->start_date = *words + 1;
	}
	*to = NULL;
}

/* An action is missing or goes without saying. */
static bool
settle(struct options *o, struct err *e)
{
	if (o->action == ACTION_HELP || o->action == ACTION_VERSION)
		return true;
	if (o->action == ACTION_READ && o->by_said)
		o->action = ACTION_TIMELINE;
	if (o->action == ACTION_READ && (o->speaker || o->terms))
		o->action = ACTION_QUOTES;
	if (o->action == ACTION_READ && o->search)
		o->action = ACTION_SEARCH;
	if (o->action == ACTION_READ && o->count)
		o->action = ACTION_LIST;
	if (o->action == ACTION_READ && o->json)
		return err_set(e, "--json needs an action, such as --list "
				  "or --quotes (see --help)");
	if (o->regex && !o->search)
		return err_set(e, "--regex needs --search and an expression");
	if (o->script && o->action != ACTION_READ)
		return err_set(e, "--script drives the reader: it goes with "
				  "no action");
	return true;
}

bool
options_parse(struct options *o, int argc, char **argv, struct err *e)
{
	struct option longs[OPTION_COUNT_OF + 1] = { 0 };
	int found;

	*o = (struct options){ .date = DATE_ALL, .cols = 120, .rows = 36,
		.theme = THEME_COUNT };
	for (size_t i = 0; i < OPTION_COUNT_OF; i++)
		longs[i] = (struct option){ table[i].name,
			table[i].argument ? required_argument : no_argument,
			NULL, (int)i + 256 };
	opterr = 0;
	while ((found = getopt_long(argc, argv, ":h", longs, NULL)) != -1) {
		if (found == 'h')
			found = OPTION_HELP + 256;
		if (found == ':')
			return err_set(e, "%s needs a value (see --help)",
			    argv[optind - 1]);
		if (found < 256)
			return err_set(e, "no such option: %s (see --help)",
			    argv[optind - 1]);
		if (!take(o, (enum option_id)(found - 256), optarg, e))
			return false;
	}
	take_paths(o, argv + optind);
	return settle(o, e);
}
