#!/bin/sh
# seeds.sh FOLDER: writes there what the archive fuzzer begins with.  The first
# byte of an input is how the rest is read, so each golden file is written
# behind one for each of them: as it is, with a dated name, in a dated folder.
set -eu
top=$(dirname "$0")/../..
mkdir -p "$1"
n=0
for file in "$top"/tests/golden/articles/*.txt \
    "$top"/tests/golden/archives/*/*.txt \
    "$top"/tests/golden/archives/*/*/*.txt "$top"/docs/samples/*; do
	[ -f "$file" ] || continue
	n=$((n + 1))
	for how in 370 372 374; do
		{
			printf '%b' "\\0$how"
			cat "$file"
		} >"$1/$n-$how"
	done
done
