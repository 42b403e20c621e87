/* Writes dateline.1 from dateline.1.in: a filter that copies lines, and puts
 * tables in place of two of them.
 *
 *	@KEYS@     the commands of reader/commands.def, by group
 *	@OPTIONS@  the options of options.def, by group
 *
 * So the page, the help screen, --help and the parsers cannot disagree.  Run by
 * the build.  What it writes is mdoc, a language in which the first sign of a
 * line, and any word behind a macro, may mean something: whatever comes out of
 * a table is escaped. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "dateline/reader/command.h"

enum { LINE_COLS = 72 };

struct option_row {
	const char *group;
	const char *name;
	const char *argument;
	const char *sentence;
};

#define OPTIONS_ACTIONS "What to print"
#define OPTIONS_FILTERS "Which reports"
#define OPTIONS_OUTPUT  "How to print"
#define OPTIONS_READER  "The reader"

static const struct option_row options[] = {
#define OPTION(id, group, name, argument, sentence) \
	{ OPTIONS_##group, name, argument, sentence },
#include "options.def"
#undef OPTION
};

/* One character of text as mdoc has it: what is copied from the page must be
 * what was meant, and a hyphen is often not. */
static void
put_char(char c)
{
	static const char *const escaped[128] = {
		['"'] = "\\(dq",
		['\''] = "\\(aq",
		['-'] = "\\-",
		['\\'] = "\\e",
		['^'] = "\\(ha",
		['`'] = "\\(ga",
		['~'] = "\\(ti",
	};
	const char *e = (unsigned char)c < 128 ? escaped[(int)c] : NULL;

	if (e)
		fputs(e, stdout);
	else
		putchar(c);
}

static void
put_chars(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_char(s[i]);
}

/* A word behind a macro.  The empty sign \& keeps a bracket, a full stop or the
 * name of a macro from being taken for one. */
static void
put_word(const char *s, size_t n)
{
	fputs(" \\&", stdout);
	put_chars(s, n);
}

static char
upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* A sentence of a table in lines of its own, with a capital.  It gets no full
 * stop, for it may end in "-2w..". */
static void
put_sentence(const char *s)
{
	size_t at = 0;
	bool first = true;

	while (*s) {
		size_t n = strcspn(s, " ");

		if (at > 0 && at + 1 + n > LINE_COLS) {
			putchar('\n');
			at = 0;
		} else if (at > 0) {
			putchar(' ');
			at++;
		}
		if (at == 0 && strchr(".'", s[0]))
			fputs("\\&", stdout);
		put_char(first ? upper(s[0]) : s[0]);
		put_chars(s + 1, n - 1);
		first = false;
		at += n;
		s += n;
		s += strspn(s, " ");
	}
	putchar('\n');
}

/* ".It Ic j Down C-n", or the command line where there is no key. */
static void
put_keys(const struct command_info *info)
{
	const char *p = info->keys;

	fputs(".It Ic", stdout);
	if (!*p) {
		put_word(":", 1);
		put_chars(info->name, strlen(info->name));
	}
	while (*p) {
		size_t n = strcspn(p, " ");

		put_word(p, n);
		p += n + strspn(p + n, " ");
	}
	putchar('\n');
}

static void
put_command(const struct command_info *info)
{
	put_keys(info);
	put_sentence(info->sentence);
	fputs(".Pq Cm", stdout);
	put_word(info->name, strlen(info->name));
	putchar('\n');
}

static void
put_commands(void)
{
	for (size_t g = 0; g < GROUP_COUNT; g++) {
		printf(".Ss %s\n", command_group_name((enum command_group)g));
		puts(".Bl -tag -width Ds");
		for (size_t c = 0; c < CMD_COUNT; c++)
			if (command_info((enum command)c)->group == g)
				put_command(command_info((enum command)c));
		puts(".El");
	}
}

static void
put_option(const struct option_row *o)
{
	fputs(".It Fl", stdout);
	put_word("-", 1);
	put_chars(o->name, strlen(o->name));
	if (o->argument) {
		fputs(" Ar", stdout);
		put_word(o->argument, strlen(o->argument));
	}
	putchar('\n');
	put_sentence(o->sentence);
}

static void
put_options(void)
{
	const char *group = "";

	for (size_t i = 0; i < COUNT(options); i++) {
		if (strcmp(options[i].group, group) != 0) {
			if (i > 0)
				puts(".El");
			group = options[i].group;
			printf(".Ss %s\n.Bl -tag -width Ds\n", group);
		}
		put_option(&options[i]);
	}
	puts(".El");
}

int
main(void)
{
	char line[1024];
	bool keys = false, table = false;

	while (fgets(line, sizeof(line), stdin)) {
		if (strcmp(line, "@KEYS@\n") == 0) {
			put_commands();
			keys = true;
		} else if (strcmp(line, "@OPTIONS@\n") == 0) {
			put_options();
			table = true;
		} else {
			fputs(line, stdout);
		}
	}
	if (!keys || !table)
		fputs("gen_manual: the page has no line @KEYS@ or no line "
		      "@OPTIONS@\n",
		    stderr);
	return keys && table && !ferror(stdin) && fflush(stdout) == 0 ? 0 : 1;
}
