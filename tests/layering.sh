#!/bin/sh
# The rules of docs/style.md that a program can check.
#
#   L1  A file includes from its own chapter and from those before it; files
#       right under src/ include from all.
#   L2  Only src/term, and its test of cells, includes curses.
#   L3  A private header stays in its chapter.
#   L4  Headers do not include one another in a circle.
#   L5  No function has more than 80 lines, from its name to its last brace.
#   L6  No line ends in white space.
#   L7  Makefile.am names every source, test and fuzzer.
#
# One line per fault: file, line, rule.
set -eu
cd "$(dirname "$0")/.."

chapters='base text archive report find reader screen term'

code=$(find include src tests -name '*.[ch]' ! -name '*_table.h' -print \
    -o -name '*.def' -print | LC_ALL=C sort)
prose=$(find docs tests -name '*.md' -print -o -name '*.sh' -print \
    -o -name '*.[1-8].in' -print)
for file in *.md bootstrap configure.ac Makefile.am .ci/run; do
	[ ! -f "$file" ] || prose="$prose $file"
done

status=0

# shellcheck disable=SC2086 # our file names are single words
LC_ALL=C awk -v chapters="$chapters" '
function fault(rule, words)
{
	print FILENAME ":" FNR ": " rule ": " words
	faults++
}

# The chapter of a file; "" for what stands outside of them.
function chapter(path, part)
{
	if (path !~ /^(src|include\/dateline)\/.*\//)
		return ""
	sub(/^(src|include\/dateline)\//, "", path)
	split(path, part, "/")
	return part[1]
}

function known(name)
{
	if (!(name in rank))
		fault("L1", "there is no chapter \"" name "\"")
	return name in rank
}

# Tables are made by the build and lie elsewhere.
function check_private(name, path, line)
{
	path = FILENAME
	sub(/[^\/]*$/, "", path)
	path = path name
	if (name ~ /\// || (name !~ /_table\.h$/ && (getline line <path) < 0))
		fault("L3", name " is not a private header of this chapter")
	close(path)
}

function check_include(line, dep)
{
	if (line ~ /<(n?curses|ncursesw\/.*|term)\.h>/ && own != "term" &&
	    FILENAME !~ /tests\/term\/test_cells\.c$/)
		fault("L2", "only src/term may include curses")
	if (line !~ /"/)
		return
	dep = line
	sub(/^[^"]*"/, "", dep)
	sub(/".*/, "", dep)
	if (dep !~ /^dateline\//) {
		if (FILENAME ~ /^src\//)
			check_private(dep)
		return
	}
	sub(/^dateline\//, "", dep)
	sub(/\/.*/, "", dep)
	if (known(dep) && own != "" && rank[dep] > rank[own])
		fault("L1", own " may not use " dep ", which comes later")
}

function check_listed(path)
{
	if (path !~ /^(src|tests)\/.*\.c$/ || path in listed)
		return
	sub(/\.c$/, "", path)
	if (!(path in listed))
		fault("L7", "Makefile.am does not name it")
}

BEGIN {
	n = split(chapters, list, " ")
	for (i = 1; i <= n; i++)
		rank[list[i]] = i
}

FNR == 1 {
	is_code = FILENAME ~ /\.([ch]|def)$/
	own = chapter(FILENAME)
	name = from = 0
	if (own != "" && !known(own))
		own = ""
	check_listed(FILENAME)
}

FILENAME == "Makefile.am" {
	for (i = 1; i <= NF; i++)
		listed[$i] = 1
}

/[ \t\r]$/ { fault("L6", "white space at the end of the line") }

!is_code { next }

/^[ \t]*#[ \t]*include/ { check_include($0) }

/^[A-Za-z_][A-Za-z0-9_]*\(/ {
	name = $0
	sub(/\(.*/, "", name)
	from = FNR
}

/^}/ && from {
	if (opened && FNR - from + 1 > 80)
		fault("L5", name " has " FNR - from + 1 " lines, 80 is the end")
	opened = from = 0
}

/^{/ { opened = 1 }

END { exit faults > 0 }
' Makefile.am $prose $code || status=1

# shellcheck disable=SC2046
circle=$(awk '
/^[ \t]*#[ \t]*include "dateline\// {
	from = FILENAME
	to = $0
	sub(/^include\//, "", from)
	sub(/.*include "/, "", to)
	sub(/".*/, "", to)
	print from, to
}' $(find include -name '*.h') | tsort 2>&1 >/dev/null) || status=1
if [ -n "$circle" ]; then
	echo 'include: L4: these headers include one another:'
	echo "$circle"
	status=1
fi
exit $status
