/* Everything a person can do is a row of commands.def; a key, the command line
 * and the help screen all end here. */
#include "dateline/reader/command.h"

static const struct command_info commands[CMD_COUNT] = {
#define COMMAND(id, group, name, keys, argument, sentence) \
	[CMD_##id] = { name, keys, sentence, GROUP_##group, \
		ARGUMENT_##argument },
#include "dateline/reader/commands.def"
#undef COMMAND
};

const struct command_info *
command_info(enum command c)
{
	return &commands[c];
}

const char *
command_group_name(enum command_group g)
{
	static const char *const names[GROUP_COUNT] = {
		[GROUP_MOVE] = "Move",
		[GROUP_REPORTS] = "Reports",
		[GROUP_DATES] = "Dates",
		[GROUP_QUOTES] = "Quotes",
		[GROUP_SECTIONS] = "Sections",
		[GROUP_SEARCH] = "Search",
		[GROUP_PANES] = "Panes",
		[GROUP_TEXT] = "Text",
		[GROUP_PLACES] = "Places",
		[GROUP_STATE] = "State",
		[GROUP_PROGRAM] = "Program",
	};

	return names[g];
}

enum command
command_complete(struct str start, size_t n)
{
	for (size_t c = 0; c < CMD_COUNT; c++)
		if (str_starts(str_c(commands[c].name), start) && n-- == 0)
			return (enum command)c;
	return CMD_COUNT;
}

enum command
command_find(struct str name)
{
	enum command best = command_complete(name, 0), c;

	if (name.len == 0)
		return CMD_COUNT;
	for (size_t n = 1; (c = command_complete(name, n)) != CMD_COUNT; n++)
		if (strlen(commands[c].name) < strlen(commands[best].name))
			best = c;
	for (size_t n = 0; (c = command_complete(name, n)) != CMD_COUNT; n++)
		if (!str_starts(str_c(commands[c].name),
			str_c(commands[best].name)))
			return CMD_COUNT;
	return best;
}
