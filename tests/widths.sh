#!/bin/sh
# Every character and every emoji sequence in a real terminal (tmux): the cursor
# must be where our layout says.  tests/widths.c does the asking.
set -eu
: "${DATELINE:=$PWD/dateline}"
: "${WIDTHS:=${DATELINE%/*}/tests/widths}"
: "${UCD:=/usr/share/unicode}"
emoji=$UCD/emoji/emoji-test.txt
command -v tmux >/dev/null || {
	echo "widths: skipped, as there is no tmux here"
	exit 77
}
[ -r "$emoji" ] || {
	echo "widths: skipped, as there is no $emoji here (package unicode-data)"
	exit 77
}
dir=$(mktemp -d)
LC_ALL=C.UTF-8
export LC_ALL
unset TMUX
tm()
{
	tmux -u -S "$dir/socket" -f /dev/null "$@"
}
trap 'tm kill-server 2>/dev/null || true; rm -rf "$dir"' EXIT

tm new-session -d -x 80 -y 24 -s t \
    "'$WIDTHS' '$dir/report' '$emoji' 2>'$dir/error'; echo \$? >'$dir/status'"
tries=0
until [ -s "$dir/status" ]; do
	tries=$((tries + 1))
	if [ "$tries" -gt 600 ]; then
		echo "widths: no end after a minute"
		exit 1
	fi
	sleep 0.1
done
cat "$dir/report" "$dir/error"
exit "$(cat "$dir/status")"
