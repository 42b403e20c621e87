#!/bin/sh
# What README.md shows is what happens: every block that begins with "$ " is run
# in the source tree, and has to print what stands below it.
set -eu
cd "${srcdir:-.}"
: "${DATELINE:=$PWD/dateline}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
LC_ALL=C.UTF-8
export LC_ALL
mkdir "$dir/bin"
ln -s "$DATELINE" "$dir/bin/dateline"
PATH=$dir/bin:$PATH
export PATH

# NNN.sh and NNN.want for each command of each ```console block.
awk -v dir="$dir" '
	/^```console$/ { inside = 1; next }
	/^```$/ { inside = 0; next }
	inside && /^\$ / {
		n++
		print substr($0, 3) > sprintf("%s/%03d.sh", dir, n)
		printf "" > sprintf("%s/%03d.want", dir, n)
		next
	}
	inside && n { print > sprintf("%s/%03d.want", dir, n) }
' README.md
passed=0
failed=0
for command in "$dir"/*.sh; do
	sh "$command" >"$dir/got" 2>&1 || true
	if diff -u "${command%.sh}.want" "$dir/got"; then
		passed=$((passed + 1))
	else
		echo "README.md: \$ $(cat "$command")"
		failed=$((failed + 1))
	fi
done
echo "readme: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
