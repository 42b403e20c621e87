#!/bin/sh
# coverage.sh OUT: what the archive fuzzer reaches, as a page.  It is built with
# clang's coverage in the folder "coverage", and fed for FUZZ_SECONDS beginning
# with the golden files; what it has kept is then run once more and counted.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${FUZZ_SECONDS:-60}
case $1 in
/*) out=$1 ;;
*) out=$PWD/$1 ;;
esac
for need in clang llvm-profdata llvm-cov; do
	if ! command -v $need >/dev/null; then
		echo "coverage.sh: $need is missing (Debian: clang, llvm)." >&2
		exit 1
	fi
done
mkdir -p coverage/kept
cd coverage
[ -f Makefile ] || "$top/configure" -q --enable-fuzz --disable-dependency-tracking \
    CC=clang CFLAGS='-O1 -g -fprofile-instr-generate -fcoverage-mapping'
make -s tests/fuzz/fuzz_archive >&2
fuzzer=tests/fuzz/fuzz_archive
"$top/tests/fuzz/seeds.sh" seeds
LLVM_PROFILE_FILE=/dev/null "$fuzzer" -max_total_time="$seconds" \
    -max_len=16384 -timeout=10 -verbosity=0 kept seeds >&2
LLVM_PROFILE_FILE=kept.profraw FUZZ_RULES=rules "$fuzzer" -runs=0 \
    -max_len=16384 kept seeds 2>log
llvm-profdata merge -o kept.profdata kept.profraw
inputs=$(find kept seeds -type f | wc -l)

# What llvm-cov says of the files of two chapters, without what they include.
report()
{
	llvm-cov report "$fuzzer" -instr-profile=kept.profdata \
	    "$top/src/archive" "$top/src/report" "$top/src/find/repeats.c" |
	    awk '/\.c / {
		sub(/.*src\//, "", $1)
		printf "| `%s` | %d | %d | %.1f %% |\n", $1, $8, $8 - $9,
		    $8 ? ($8 - $9) * 100 / $8 : 0
	    }' | grep -v -e archive_walk -e lexicon -e person -e phrase -e voice \
		-e recall -e clause -e near -e quote -e pair -e token -e sentence \
		-e speaker | sort
}

{
	cat <<EOF
# What the archive fuzzer reaches

\`make coverage\` builds \`tests/fuzz/fuzz_archive\` with clang's coverage, feeds it
for $seconds seconds beginning with the golden files, runs all that it has kept
once more, and writes this page. $inputs inputs were run.

## Rules

How many inputs met each rule of dateline-archive(5), by what \`--explain\` says
of them. It is an error if a rule was met by none.

| rule | inputs |
|---|---|
EOF
	awk -F '\t' '{ printf "| %s | %d |\n", $1, $2 }' rules
	cat <<EOF

## Lines

Of the files that split an archive and read a report, for one file that is
given. Folders, pipes, dates that people type, and speakers have other tests and
fuzzers.

| file | lines | reached | |
|---|---|---|---|
EOF
	report
} >"$out"
awk -F '\t' '$2 == 0 { print "no input meets " $1; bad = 1 }
    END { exit bad }' rules >&2
