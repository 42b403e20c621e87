#!/bin/sh
# Every NAME.session in tests/golden/archives is a test: its commands, the lines
# that begin with "$ ", are run in a copy of the folder NAME, and print what
# stands below each.
set -eu
cd "${srcdir:-.}"
. tests/golden.sh
cd tests/golden/archives
TZ=UTC
export TZ
mkdir "$dir/bin"
ln -s "$DATELINE" "$dir/bin/dateline"
PATH=$dir/bin:$PATH
export PATH

# play SESSION FOLDER: what it should be, as things are.
play()
{
	(
		exec <"$1"
		cd "$2"
		while read -r mark command; do
			[ "$mark" = '$' ] || continue
			printf '$ %s\n' "$command"
			sh -c "$command" 2>&1 </dev/null || true
		done
	)
}

for session in *.session; do
	name=${session%.session}
	cp -R "$name" "$dir/$name"
	chmod -R u+w "$dir/$name"
	play "$PWD/$session" "$dir/$name" >"$dir/got"
	golden "$session" "$dir/got"
done
golden_end archives
