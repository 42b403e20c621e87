#!/bin/sh
# Visits of the real program to files that change in between: what is unread, and
# where it opens.  A script says with --state where that is kept; without it,
# nothing is kept, and nothing is kept of a pipe.
set -eu
: "${DATELINE:=$PWD/dateline}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
LC_ALL=C.UTF-8
XDG_DATA_HOME=$dir/data
XDG_STATE_HOME=$dir/state
HOME=$dir/home
export LC_ALL XDG_DATA_HOME XDG_STATE_HOME HOME
cd "$dir"
checks=0

# report DAY NAME
report()
{
	printf ' date %s %s | The Marrow Gull\n\nThis is what %s says.\n\n' \
	    "$1" "$2" "$2"
}

# visit KEYS...: presses them, and keeps the last screen.
visit()
{
	printf '%s\n' "$@" ':print-screen' >keys
	"$DATELINE" --script keys --state kept --size 110x20 gulls >shown
}

# see TEXT: it stands on the screen.
see()
{
	grep -qF -- "$1" shown || {
		echo "visits: not on the screen: $1"
		cat shown kept
		exit 1
	}
	checks=$((checks + 1))
}

# unread NAME...: these, and no others, have a dot.
unread()
{
	got=$(sed -n 's/^• ........\([A-Z][a-z]*\).*/\1/p' shown | tr '\n' ' ')
	if [ "$got" != "${*:+$* }" ]; then
		echo "visits: unread is $got and should be $*"
		cat shown kept
		exit 1
	fi
	checks=$((checks + 1))
}

mkdir gulls
{ report 2023-01-09 Heron; report 2023-01-10 Tern; } >gulls/bay.txt
{ report 2023-02-02 Plover; report 2023-02-01 Curlew; } >gulls/pier.txt

visit K K
unread
see 'Tuesday 10 January 2023'

# At the end, at the beginning, in a new file; an older file that was only
# touched.
report 2023-01-12 Gannet >>gulls/bay.txt
{ report 2023-02-05 Dunlin; cat gulls/pier.txt; } >new
mv new gulls/pier.txt
report 2022-12-24 Knot >gulls/old.txt
visit
see 'Tuesday 10 January 2023'
see '7 reports, 3 unread'
unread Knot Gannet Dunlin
visit .
see 'Thursday 12 January 2023'
unread Knot Gannet Dunlin
visit j
unread Knot Dunlin
touch gulls/bay.txt
visit
unread Knot Dunlin
see 'Thursday 12 January 2023'
visit A
unread
visit U r
unread Gannet

# The same files by another name; a reader of other files has a text of its own.
(cd gulls && printf ':print-screen\n' >../keys &&
	"$DATELINE" --script ../keys --state ../kept --size 110x20 ../gulls/.) \
	>shown
unread Gannet

# A file that is none of ours is left alone, with a sentence.
echo 'my own notes' >notes
printf ':print-screen\n' >keys
"$DATELINE" --script keys --state notes gulls >shown && exit 1
see 'not a file in which dateline keeps what was read'
[ "$(cat notes)" = 'my own notes' ]
"$DATELINE" --script keys --state gulls/bay.txt/no gulls >shown 2>said && exit 1
grep -q 'gulls/bay.txt' said
checks=$((checks + 2))

# Scripts and what is printed keep nothing by themselves.
"$DATELINE" --script keys gulls >shown
"$DATELINE" --list gulls >shown
report 2023-01-01 Wren | "$DATELINE" --script keys --state piped - >shown
for path in state home data piped; do
	[ ! -e "$path" ] || {
		echo "visits: something was kept in $path"
		exit 1
	}
	checks=$((checks + 1))
done
echo "visits: $checks passed, 0 failed"
