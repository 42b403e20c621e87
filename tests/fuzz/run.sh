#!/bin/sh
# run.sh FUZZER...: feeds each fuzzer for FUZZ_SECONDS, beginning with the
# samples and the golden articles.  What it finds is kept in fuzz/NAME/ of the
# build folder, and what broke it in fuzz/NAME-*.
set -eu

seconds=${FUZZ_SECONDS:-60}
top=$(dirname "$0")/../..
status=0

for fuzzer; do
	name=${fuzzer##*/}
	mkdir -p "fuzz/$name"
	seeds="$top/docs/samples $top/tests/golden/articles"
	if [ "$name" = fuzz_archive ]; then
		seeds=fuzz/seeds
		"$top/tests/fuzz/seeds.sh" "$seeds"
	elif [ "$name" = fuzz_visit ]; then
		seeds=fuzz/visits
		mkdir -p "$seeds"
		{
			printf 'place 2023-01-02 41 7 /a\n'
			printf 'file 41 5 - - 2023-01-02 /a\nunread 0\n\377'
			printf ' date 2023-01-02 One\n\n“Yes,” she said.\n\n'
			printf ' date 2023-01-03 Two\n\nNo.\n'
		} >"$seeds/two"
	fi
	echo "$name, $seconds seconds"
	# The folders have no blanks in their names.
	# shellcheck disable=SC2086
	if "$fuzzer" -max_total_time="$seconds" -max_len=16384 -timeout=10 \
	    -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
	    -artifact_prefix="fuzz/$name-" "fuzz/$name" \
	    $seeds; then
		echo "PASS: $name"
	else
		echo "FAIL: $name"
		status=1
	fi
done
exit $status
