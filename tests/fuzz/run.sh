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
