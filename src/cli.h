#ifndef DATELINE_CLI_H
#define DATELINE_CLI_H

#include "dateline/archive/date.h"
#include "dateline/base/err.h"
#include "dateline/find/tally.h"
#include "dateline/reader/theme.h"

/* The words after the program's name. */
enum action {
	ACTION_READ, /* the reader, or ACTION_DUMP where there is no terminal */
	ACTION_LIST,
	ACTION_DUMP,
	ACTION_QUOTES,
	ACTION_SPEAKERS,
	ACTION_SEARCH,
	ACTION_TIMELINE,
	ACTION_EXPLAIN,
	ACTION_HELP,
	ACTION_VERSION,
};

struct options {
	enum action action;
	const char *search; /* NULL: nothing to look for */
	bool regex;	    /* … and that is a regular expression */
	struct date_range date;
	const char *speaker;
	const char *source;
	bool terms;
	bool newest_first;
	enum tally_by by;
	bool by_said;
	bool json;
	bool count;
	bool original;
	bool no_plain_headings;
	bool no_corrections;
	int width; /* 0: unwrapped */
	const char *encoding; /* NULL: UTF-8 only */
	const char *script;
	const char *state; /* NULL: where it belongs; of a script, nowhere */
	int cols;
	int rows;
	enum theme theme;	/* THEME_COUNT: guess */
	const char *start_date; /* +DATE */
	const char *start_find; /* +/WORDS */
	char **paths;		/* of argv, NULL at the end */
};

/* False, with a sentence, when the words make no sense.  What comes back
 * borrows argv, which is put in another order. */
bool options_parse(struct options *o, int argc, char **argv, struct err *e);

void options_print_help(void);

#endif
