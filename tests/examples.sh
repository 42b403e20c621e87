#!/bin/sh
# What dateline-archive(5) shows is what happens.  In its source, a comment says
# what the display below it is:
#
#	.\" FILE NAME	a file, "example.txt" if there is no name
#	.\" SAYS	lines that --explain says of the latest file, in this order;
#			others may stand between them
#	.\" RUNS	commands after "$ ", each with all that it prints
#
# All files of the page lie in one folder.
set -eu
cd "${srcdir:-.}"
page=$PWD/docs/dateline-archive.5
: "${DATELINE:=$PWD/dateline}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
LC_ALL=C.UTF-8
export LC_ALL
mkdir "$dir/bin" "$dir/files" "$dir/cases"
ln -s "$DATELINE" "$dir/bin/dateline"
PATH=$dir/bin:$PATH
export PATH
cd "$dir/files"

# A file NNN.KIND in cases for each display, NNN.name with the name of a file,
# without what is there for roff alone.
awk -v cases="$dir/cases" '
	function plain(line)
	{
		gsub(/\\\[uFFFD\]/, "\357\277\275", line)
		gsub(/\\\(em/, "\342\200\224", line)
		gsub(/\\\(lq/, "\342\200\234", line)
		gsub(/\\\(rq/, "\342\200\235", line)
		gsub(/\\\(cq/, "\342\200\231", line)
		gsub(/\\&/, "", line)
		gsub(/\\-/, "-", line)
		gsub(/\\e/, "\\", line)
		return line
	}
	$1 == ".\\\"" && $2 ~ /^(FILE|SAYS|RUNS)$/ {
		out = sprintf("%s/%03d.%s", cases, ++n, $2)
		if ($2 == "FILE")
			print ($3 ? $3 : "example.txt") > sprintf( \
			    "%s/%03d.name", cases, n)
		next
	}
	out && $1 == ".Bd" { inside = 1; printf "" > out; next }
	$1 == ".Ed" { inside = 0; out = "" }
	inside { print plain($0) > out }
' "$page"

# says WANT: every line of it in what is said of the file, in order.
says()
{
	dateline --explain "$name" >said </dev/null || return 1
	awk 'NR == FNR { want[++n] = $0; next }
	$0 == want[i + 1] { i++ }
	END {
		if (i < n)
			print "not said: " want[i + 1]
		exit i < n
	}' "$1" said
}

# runs CASE: each command prints what stands below it.
runs()
{
	grep '^\$ ' "$1" | while read -r _ command; do
		printf '$ %s\n' "$command"
		sh -c "$command" 2>&1 </dev/null || true
	done >said
	diff -u "$1" said
}

passed=0
failed=0
for case in "$dir"/cases/*; do
	case $case in
	*.FILE)
		read -r name <"${case%.FILE}.name"
		mkdir -p "$(dirname "$name")"
		# The line end of the last line is the page's.
		printf '%s' "$(cat "$case")" >"$name"
		continue
		;;
	*.SAYS) judge=says ;;
	*.RUNS) judge=runs ;;
	*) continue ;;
	esac
	if $judge "$case"; then
		passed=$((passed + 1))
	else
		echo "${page##*/}: $(head -n 1 "$case")"
		cat said
		failed=$((failed + 1))
	fi
done
echo "examples: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
