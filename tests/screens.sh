#!/bin/sh
# Golden screens: the real reader, driven by tests/golden/screens/NAME.keys, has
# to print NAME.screen.  The first line of a .keys file says what to start:
#
#	# dateline --size 80x24 docs/samples/2021
set -eu
cd "${srcdir:-.}"
. tests/golden.sh
unset COLORFGBG NO_COLOR
XDG_DATA_HOME=$dir/data
export XDG_DATA_HOME

for keys in tests/golden/screens/*.keys; do
	name=$(basename "$keys" .keys)
	words=$(sed -n '1s/^# dateline //p' "$keys")
	if [ -z "$words" ]; then
		echo "$keys: the first line does not say what to start" >&2
		exit 1
	fi
	# The words are plain options and paths without blanks.
	# shellcheck disable=SC2086
	"$DATELINE" --script "$keys" $words >"$dir/$name" || {
		echo "$name: exit status $?"
		failed=$((failed + 1))
		continue
	}
	golden "${keys%.keys}.screen" "$dir/$name"
done
golden_end screens
