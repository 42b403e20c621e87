# What tests share that hold what the program prints against golden files; they
# read it with ".", standing in the folder of the sources.  It makes a folder for
# them, $dir, that goes when they end.
#
# GENERATE=1 writes the golden files anew: read the difference before you commit
# it.
: "${DATELINE:=$PWD/dateline}"
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
LC_ALL=C.UTF-8
export LC_ALL
passed=0
failed=0

# golden WANT GOT: whether two files are the same.
golden()
{
	if [ -n "${GENERATE:-}" ]; then
		cp "$2" "$1"
	fi
	if diff -u "$1" "$2"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
}

# golden_end NAME: says how many were, and is false if not all of them.
golden_end()
{
	echo "$1: $passed passed, $failed failed"
	[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
