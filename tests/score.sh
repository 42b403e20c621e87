#!/bin/sh
# Quotes and speakers of tests/gold: the mistakes are those of tests/gold/SCORE,
# no more and no fewer, and README.md shows the same totals.
# GENERATE=1 writes both anew: read the difference before you commit it.
set -eu
score=$PWD/tests/gold/score
cd "${srcdir:-.}"
LC_ALL=C
export LC_ALL
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

"$score" -v tests/gold/*.txt >"$dir/SCORE"
sed -n '/^reports /,$p' "$dir/SCORE" >"$dir/totals"
grep -q '^\$ make score$' README.md
awk -v totals="$dir/totals" '
	/^```$/ { skip = 0 }
	!skip
	/^\$ make score$/ {
		skip = 1
		while ((getline line <totals) > 0)
			print line
	}
' README.md >"$dir/README.md"

if [ -n "${GENERATE:-}" ]; then
	cp "$dir/SCORE" tests/gold/SCORE
	cat "$dir/README.md" >README.md
fi
diff -u tests/gold/SCORE "$dir/SCORE"
diff -u README.md "$dir/README.md"
