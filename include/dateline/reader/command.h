#ifndef DATELINE_READER_COMMAND_H
#define DATELINE_READER_COMMAND_H

#include "dateline/reader/key.h"

enum command {
#define COMMAND(id, group, name, keys, argument, sentence) CMD_##id,
#include "dateline/reader/commands.def"
#undef COMMAND
	CMD_COUNT /* also: no command */
};

enum command_group {
	GROUP_MOVE,
	GROUP_REPORTS,
	GROUP_DATES,
	GROUP_QUOTES,
	GROUP_SECTIONS,
	GROUP_SEARCH,
	GROUP_PANES,
	GROUP_TEXT,
	GROUP_PLACES,
	GROUP_STATE,
	GROUP_PROGRAM,
	GROUP_COUNT
};

enum command_argument { ARGUMENT_NONE, ARGUMENT_COUNT, ARGUMENT_WORDS };

struct command_info {
	const char *name;
	const char *keys; /* names, apart by blanks */
	const char *sentence;
	enum command_group group;
	enum command_argument argument;
};

const struct command_info *command_info(enum command c);
const char *command_group_name(enum command_group g);

/* The command of that name, or whose name begins so: the only one, or the one
 * that all others go on from ("q" is quit, beside quit-now).  CMD_COUNT when
 * there is none or no telling. */
enum command command_find(struct str name);

/* The `n`th command whose name begins with `start`; CMD_COUNT beyond. */
enum command command_complete(struct str start, size_t n);

#endif
