#!/bin/sh
# Quotes and speakers of tests/gold are found as well as tests/gold/SCORE says.
# GENERATE=1 writes it anew: read the difference before you commit it.
set -eu
score=$PWD/tests/gold/score
cd "${srcdir:-.}"
out=$(mktemp)
trap 'rm -f "$out"' EXIT
"$score" tests/gold/*.txt >"$out"
if [ -n "${GENERATE:-}" ]; then
	cp "$out" tests/gold/SCORE
fi
diff -u tests/gold/SCORE "$out"
