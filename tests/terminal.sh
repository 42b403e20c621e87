#!/bin/sh
# The installed program in a real terminal (tmux): what is typed arrives, what is
# drawn stands where it belongs, a resize keeps the place, and the terminal is
# given back whole, even by a crash.
set -eu
cd "${srcdir:-.}"
: "${DATELINE:=$PWD/dateline}"
command -v tmux >/dev/null || {
	echo "terminal: skipped, as there is no tmux here"
	exit 77
}
dir=$(mktemp -d)
LC_ALL=C.UTF-8
XDG_DATA_HOME=$dir/data
export LC_ALL XDG_DATA_HOME
unset TMUX NO_COLOR COLORFGBG HOME XDG_STATE_HOME
tm()
{
	tmux -u -S "$dir/socket" -f /dev/null "$@"
}
trap 'tm kill-server 2>/dev/null || true; rm -rf "$dir"' EXIT
at=t
screen()
{
	tm capture-pane -p -t $at
}
checks=0

# see TEXT: waits until the screen shows it.
see()
{
	tries=0
	until screen | grep -qF -- "$1"; do
		tries=$((tries + 1))
		if [ "$tries" -gt 200 ]; then
			echo "terminal: “$1” never came up; the screen is:"
			screen
			exit 1
		fi
		sleep 0.05
	done
	checks=$((checks + 1))
}

# gone TEXT: waits until the screen does not show it.
gone()
{
	tries=0
	while screen | grep -qF -- "$1"; do
		tries=$((tries + 1))
		if [ "$tries" -gt 200 ]; then
			echo "terminal: “$1” never went; the screen is:"
			screen
			exit 1
		fi
		sleep 0.05
	done
	checks=$((checks + 1))
}

# straight: waits until the bar beside the dates is in column 29 of all rows.
straight()
{
	tries=0
	while screen | sed -n 3,33p | grep -qv '^.\{28\}│'; do
		tries=$((tries + 1))
		if [ "$tries" -gt 200 ]; then
			echo "terminal: the bar is not in column 29"
			screen
			exit 1
		fi
		sleep 0.05
	done
	checks=$((checks + 1))
}

keys()
{
	tm send-keys -t $at "$@"
}

cat >"$dir/reports.txt" <<'TXT'
 date 2021-05-03 The ferry runs again | Island Post

The ferry left at six with nobody aboard but the cook. “We start empty and come back full,” said Marta Oleander, its captain.

 date 2021-06-11 𝗧𝗵𝗲 𝗯𝗿𝗶𝗱𝗴𝗲 𝗶𝘀 𝗽𝗮𝗶𝗻𝘁𝗲𝗱 | Island Post

The bridge is green now. “Nobody asked me,” Oleander said.

𝗔 𝘃𝗲𝗿𝗱𝗶𝗴𝗿𝗶𝘀 𝗾𝘂𝗲𝘀𝘁𝗶𝗼𝗻

Whether it was green before is what the council will be asked on Thursday, when it meets in the school.
TXT
i=0
while [ $i -lt 60 ]; do
	printf '\nParagraph %d says that nothing happened at the quay that day.\n' $i
	i=$((i + 1))
done >>"$dir/reports.txt"

tm new-session -d -x 120 -y 36 -s t "PS1='ready> ' sh"
see 'ready>'
keys "TERM=tmux-256color '$DATELINE' '$dir/reports.txt'" Enter
see 'Friday 11 June 2021'
see 'A verdigris question'
see 'report 2/2'
see '2 reports'

# Keys arrive: dates, search with letters beyond ASCII, the command line.
keys '<'
see 'Monday 3 May 2021'
see 'Marta Oleander'
keys '>'
see 'Friday 11 June 2021'
keys / v e r d i g r i s
see '1/1'
keys Enter
keys / é
see '0/0'
keys Escape
keys D
see ' date:'
keys 2 0 2 1 - 0 5 Enter
see 'Monday 3 May 2021'
keys : n e x t - r e p o r t Enter
see 'Friday 11 June 2021'
keys '?'
see 'next later date that has reports'
keys q
see 'report 2/2'

# What is copied is in the clipboard; what is corrected, in a file of its own.
tm set-option -s set-clipboard on
keys y
see 'copied: Nobody asked me,'
tries=0
until [ "$(tm show-buffer 2>/dev/null)" = 'Nobody asked me,' ]; do
	tries=$((tries + 1))
	[ "$tries" -le 100 ] || {
		echo "terminal: copied: $(tm show-buffer)"
		exit 1
	}
	sleep 0.05
done
keys ':speaker Ida Lund' Enter
see '(yours)'
grep -qxF 'speaker 2021-06-11 reports.txt “Nobody asked me,” = Ida Lund' \
    "$dir/data/dateline/corrections"
keys ':speaker -' Enter
gone '(yours)'
checks=$((checks + 2))

# The paragraph on top stays on top through sizes.
keys Space
see 'Paragraph 9 '
top=$(screen | sed -n 's/.*\(Paragraph [0-9]* \).*/\1/p' | head -n 1)
for size in '80 24' '50 20' '20 5' '1 1' '200 60' '120 36'; do
	# shellcheck disable=SC2086
	set -- $size
	tm resize-window -t t -x "$1" -y "$2"
done
straight
see 'report 2/2'
see "$top"

# Suspended and continued, the picture comes back; q gives the terminal back.
keys C-z
see 'ready>'
keys fg Enter
see 'report 2/2'
keys q
see 'ready>'
gone 'report 2/2'

# An archive from a pipe: keys still come from the terminal.
keys "cat '$dir/reports.txt' | '$DATELINE' -" Enter
see 'report 2/2'
keys '<'
see 'Monday 3 May 2021'
keys q
gone 'report 1/2'

# Signals that end the program leave a whole terminal and the signal's status.
cat >"$dir/run" <<RUN
echo \$\$ >'$dir/pid'
exec '$DATELINE' '$dir/reports.txt'
RUN
for pair in TERM=143 HUP=129 SEGV=139 ABRT=134; do
	keys "clear; sh '$dir/run'; echo status=\$?" Enter
	see 'report 2/2'
	kill -"${pair%=*}" "$(cat "$dir/pid")"
	see "status=${pair#*=}"
	gone 'report 2/2'
	keys 'stty -a | grep -q " echo " && echo echo-is-on' Enter
	see 'echo-is-on'
done

# Two readers at once: what is new is unread in both, and what either has read is
# read, though both are told to end at the same time.
keys "clear; export XDG_STATE_HOME='$dir/state'; sh '$dir/run'" Enter
see 'report 2/2'
keys q
see 'ready>'
cat >>"$dir/reports.txt" <<'TXT'

 date 2021-07-01 The gulls are counted | Island Post

There are nine.

 date 2021-07-02 They are counted again | Island Post

There are eight.
TXT
keys "clear; sh '$dir/run'" Enter
see '4 reports, 2 unread'
see 'report 2/4'
tm new-session -d -x 120 -y 36 -s u \
    "PS1='ready> ' XDG_STATE_HOME='$dir/state' sh"
first=$(cat "$dir/pid")
at=u
see 'ready>'
keys "TERM=tmux-256color sh '$dir/run'" Enter
see '4 reports, 2 unread'
keys 2 . j
see '4 reports, 1 unread'
at=t
keys . j
see '4 reports, 1 unread'
kill -HUP "$first" "$(cat "$dir/pid")"
gone 'report 3/4'
at=u
gone 'report 4/4'
keys "clear; sh '$dir/run'" Enter
see ' 4 reports '
gone 'unread'
keys q
see 'ready>'
at=t

# A terminal that cannot be drawn on is told so, and printed on.
keys "clear; TERM=dumb '$DATELINE' '$dir/reports.txt' 2>'$dir/said'" Enter
see 'Paragraph 59'
keys "clear; cat '$dir/said'" Enter
see 'cannot be drawn on'
echo "terminal: $checks passed, 0 failed"
