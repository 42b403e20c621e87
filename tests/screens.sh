#!/bin/sh
# Golden screens: the real reader, driven by tests/golden/screens/NAME.keys, has
# to print NAME.screen.  The first line of a .keys file says what to start:
#
#	# dateline --size 80x24 docs/samples/2021
#
# GENERATE=1 writes the screens anew: read the difference before you commit it.
set -eu
cd "${srcdir:-.}"
: "${DATELINE:=$PWD/dateline}"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
unset COLORFGBG NO_COLOR
LC_ALL=C.UTF-8
XDG_DATA_HOME=$out/data
export LC_ALL XDG_DATA_HOME
passed=0
failed=0

for keys in tests/golden/screens/*.keys; do
	name=$(basename "$keys" .keys)
	want=tests/golden/screens/$name.screen
	words=$(sed -n '1s/^# dateline //p' "$keys")
	if [ -z "$words" ]; then
		echo "$keys: the first line does not say what to start" >&2
		exit 1
	fi
	# The words are plain options and paths without blanks.
	# shellcheck disable=SC2086
	"$DATELINE" --script "$keys" $words >"$out/$name" || {
		echo "$name: exit status $?"
		failed=$((failed + 1))
		continue
	}
	if [ -n "${GENERATE:-}" ]; then
		cp "$out/$name" "$want"
	fi
	if diff -u "$want" "$out/$name"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
done
echo "screens: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
