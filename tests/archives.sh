#!/bin/sh
# Every NAME.session in tests/golden/archives is a test: its commands, the lines
# that begin with "$ ", are run in a copy of the folder NAME, and print what
# stands below each.  GENERATE=1 writes the sessions anew; read the diff.
set -eu
cd "${srcdir:-.}/tests/golden/archives"
: "${DATELINE:=$PWD/../../../dateline}"
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
LC_ALL=C.UTF-8
TZ=UTC
export LC_ALL TZ
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

passed=0
failed=0
for session in *.session; do
	name=${session%.session}
	cp -R "$name" "$dir/$name"
	chmod -R u+w "$dir/$name"
	play "$PWD/$session" "$dir/$name" >"$dir/got"
	if [ -n "${GENERATE:-}" ]; then
		cp "$dir/got" "$session"
	elif diff -u "$session" "$dir/got"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
done
echo "archives: $passed passed, $failed failed"
[ -n "${GENERATE:-}" ] || { [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; }
