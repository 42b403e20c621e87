#!/bin/sh
# Measures what docs/performance.md promises, beside what one would use instead,
# in one run on one machine, and prints a table.  It passes and fails nothing:
# how fast a machine is, and how busy, is not ours to say.
#
#	make bench
#	BENCH_FULL=1 make bench		and with an archive of 1 GB
#
# DATELINE and BENCH_GENERATE say where the programs are; paint and text lie
# beside generate.  The archives are made in $TMPDIR and removed.
set -eu
: "${DATELINE:?is the program to measure: say make bench}"
: "${BENCH_GENERATE:?makes the archives: say make bench}"
paint=${BENCH_PAINT:-${BENCH_GENERATE%/*}/paint}
text=${BENCH_TEXT:-${BENCH_GENERATE%/*}/text}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM HUP
unset HOME XDG_STATE_HOME # every run is a first visit
LC_ALL=C.UTF-8
export LC_ALL
runs=5
presses=100

# best COMMAND...: the seconds of its best run.
best()
{
	"$paint" run $runs "$@"
}

# calc FORMAT EXPRESSION
calc()
{
	awk "BEGIN { printf \"$1\", $2 }"
}

say()
{
	echo "bench: $*" >&2
}

# row WHAT OURS PEER RATIO BAR, for the table; where there is no peer, the ratio
# is that to the bar.  row_word for the table of the words.
row()
{
	printf '%s\t%s\t%s\t%s\t%s\n' "$@" >>"$dir/rows"
}

row_word()
{
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$@" >>"$dir/words"
}

ms()
{
	calc '%.1f ms' "$1 * 1000"
}

# mega FILE: its size in MB.
mega()
{
	calc '%.0f' "$(wc -c <"$1") / 1e6"
}

# median FIELD FILE, of lines of numbers.
median()
{
	cut -d' ' -f"$1" "$2" | sort -n | awk '
	{ v[NR] = $1 }
	END { print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2 }'
}

row_ms()
{
	row "$1" "$(calc '%.1f ms' "$2")" - "$(calc %.2f "$2 / 100")" \
	    '<= 100 ms'
}

# P1: until the last word of the first screen has come, and from a key pressed
# at once until a word has come that only its answer holds.
first_screen()
{
	for _ in 1 2 3 4 5; do
		"$paint" 120x36 see quit type '?' see half settle -- \
		    "$DATELINE" "$1" | tr '\n' ' '
		echo
	done >"$dir/first"
	row_ms "P1 first screen, $(mega "$1") MB" "$(median 1 "$dir/first")"
	row_ms "P1 a key at once, $(mega "$1") MB" "$(median 2 "$dir/first")"
}

# P2
index_all()
{
	ours=$(best "$DATELINE" --list --count "$1")
	peer=$(best wc -l "$1")
	row "P2 index, $(mega "$1") MB" "$(ms "$ours")" \
	    "$(ms "$peer") wc -l" "$(calc %.2f "$ours / $peer")" '<= 2'
	echo "$(mega "$1") $ours" >>"$dir/grow P2 index"
}

# P3: words that stand there often, seldom and not at all, some in bold letters
# of their own; with accents and without; a phrase; another script.
words='the
council
compromise
zeppelin
rhubarb
xylophone
kovarić
braneanu
second bridge
мосте'

search_all()
{
	rm -f "$dir/rg" "$dir/grep"
	echo "$words" >"$dir/list"
	while read -r word; do
		hits=$("$DATELINE" --search "$word" --count "$1" </dev/null ||
		    true)
		ours=$(best "$DATELINE" --search "$word" --count "$1")
		grep=$(best grep -c -i -e "$word" "$1")
		echo "$ours $grep $(calc %.4f "$ours / $grep")" >>"$dir/grep"
		rg=-
		if command -v rg >/dev/null; then
			rg=$(best rg -c -i -e "$word" "$1")
			echo "$ours $rg $(calc %.4f "$ours / $rg")" \
			    >>"$dir/rg"
			ratio=$(calc %.2f "$ours / $rg")
			rg=$(ms "$rg")
		fi
		row_word "$word" "${hits% *}" "$(ms "$ours")" "$rg" \
		    "$(ms "$grep")" "${ratio:--}"
	done <"$dir/list"
	for peer in rg grep; do
		if [ ! -f "$dir/$peer" ]; then
			say "there is no $peer here to compare with"
			continue
		fi
		bar=-
		[ "$peer" != rg ] || bar='<= 0.8'
		row "P3 search, ten words, $(mega "$1") MB" \
		    "$(ms "$(median 1 "$dir/$peer")")" \
		    "$(ms "$(median 2 "$dir/$peer")") $peer -c -i" \
		    "$(calc %.2f "$(median 3 "$dir/$peer")")" "$bar"
	done
}

# P4 and P8 need a text to scroll in: as if a few dozen reports were one.
with_long_report()
{
	printf '\n date 2099-01-01 A long evening | Velmar Courier\n\n'
	head -n 1500 "$1" | sed 's/ date \([0-9]\)/ dated \1/g'
}

# key WHAT KEYS TYPED-BEFORE START FILE
key()
{
	# START is one word or none.
	# shellcheck disable=SC2086
	"$paint" 200x60 settle type "$3" settle press "$2" $presses -- \
	    "$DATELINE" $4 "$5" >"$dir/key"
	read -r p50 p99 on50 on99 off50 off99 bytes mute <"$dir/key"
	[ "$mute" -eq 0 ] || say "$1: $mute of $presses keys changed nothing"
	row "P4 key, $1" "$(calc '%.1f ms (median %.1f)' "$p99, $p50")" - \
	    "$(calc %.2f "$p99 / 10")" '99 of 100 <= 10 ms'
	[ "$on50" = - ] && return
	row "P4 of it the processor, $1" \
	    "$(calc '%.1f ms (median %.1f)' "$on99, $on50")" - \
	    "$(calc %.2f "$on99 / 10")" -
	row "P4 waiting for one, $1" \
	    "$(calc '%.1f ms (median %.1f)' "$off99, $off50")" - \
	    "$(calc %.2f "$off99 / 10")" -
}

keys()
{
	key line j ' ' '' "$1"
	line_bytes=$bytes
	key page ' ' '' +1994-02-01 "$1"
	key 'next report' J '' +1994-02-01 "$1"
	key 'next date' '>' '' +1994-02-01 "$1"
	key 'next quote' ')' '' +1994-02-01 "$1"
	key 'next hit' n "$(printf '/council\r')" '' "$1"
}

# P5
quotes()
{
	ours=$(best "$DATELINE" --quotes --count "$1")
	speed=$(calc %.1f "$(wc -c <"$1") / 1e6 / $ours")
	row "P5 every quote, $(mega "$1") MB" "$speed MB/s" - \
	    "$(calc %.2f "$speed / 50")" '>= 50 MB/s'
	echo "$(mega "$1") $ours" >>"$dir/grow P5 every quote"
	command -v taskset >/dev/null || return 0
	ours=$(best taskset -c 0 "$DATELINE" --quotes --count "$1")
	speed=$(calc %.1f "$(wc -c <"$1") / 1e6 / $ours")
	row "P5 on one processor, $(mega "$1") MB" "$speed MB/s" - \
	    "$(calc %.2f "$speed / 50")" '>= 50 MB/s'
}

# P6: 32 MB and 28 bytes a report.
memory()
{
	kb=$("$paint" 120x36 settle memory -- "$DATELINE" "$1")
	if [ "$kb" = - ]; then
		say 'this system does not tell how much memory is private'
		return
	fi
	reports=$("$DATELINE" --list --count "$1")
	most=$(calc %.1f "32 + 28 * $reports / 1048576")
	row "P6 private memory, $(mega "$1") MB open" \
	    "$(calc '%.1f MB' "$kb / 1024")" - \
	    "$(calc %.2f "$kb / 1024 / $most")" "<= $most MB"
}

# P7: what one byte costs in one archive and in the next larger one.
growth()
{
	for file in "$dir/grow "*; do
		awk -v what="${file#*grow }" '
		BEGIN {
			files = what ~ / files$/
			of = files ? "" : " MB"
			unit = files ? "µs each" : "ns/B"
			scale = files ? 1e6 : 1000
		}
		NR > 1 {
			printf "P7 %s, %s to %s%s\t%.2f %s\t", what, size, $1,
			    of, $2 * scale / $1, unit
			printf "%.2f %s before\t%.2f\t<= 1.2\n",
			    seconds * scale / size, unit,
			    ($2 / $1) / (seconds / size)
		}
		{ size = $1; seconds = $2 }' "$file" >>"$dir/rows"
	done
}

# P8: the bytes of the characters in which each of the screens differs from the
# one before it.
changed_cells()
{
	LC_ALL=C awk '
	function letters(text, list, n, i, byte)
	{
		n = 0
		for (i = 1; i <= length(text); i++) {
			byte = substr(text, i, 1)
			if (byte ~ /[\200-\277]/)
				list[n] = list[n] byte
			else
				list[++n] = byte
		}
		return n
	}
	function count(now, before, a, b, n, m, i, sum)
	{
		n = letters(now, a)
		m = letters(before, b)
		for (i = 1; i <= n || i <= m; i++) {
			if (i > n)
				sum += b[i] != " "
			else if (i > m || a[i] != b[i])
				sum += i > m && a[i] == " " ? 0 : length(a[i])
		}
		return sum + 0
	}
	/^====/ { row = 0; screens++; next }
	{
		row++
		if (screens > 0 && $0 != last[row])
			bytes += count($0, last[row])
		last[row] = $0
	}
	END { print int(bytes / (screens - 1)) }'
}

scrolling()
{
	{
		printf 'Space\n:print-screen\n'
		i=0
		while [ $((i += 1)) -le 40 ]; do
			printf 'j\n:print-screen\n'
		done
	} >"$dir/keys"
	cells=$("$DATELINE" --size 200x60 --script "$dir/keys" "$1" |
	    changed_cells)
	row 'P8 sent for one line' "$line_bytes B" "$cells B in changed cells" \
	    "$(calc %.2f "$line_bytes / $cells")" '<= 2'
}

# P9: the loops that every byte goes through, without a program around them.
loops()
{
	"$text" >"$dir/loops"
	while IFS="$(printf '\t')" read -r what speed; do
		case $what in
		'match, ASCII') bar='>= 1000 MB/s' ;;
		'match, '*) bar='>= 100 MB/s' ;;
		*) bar=- ;;
		esac
		row "P9 $what" "$speed MB/s" - - "$bar"
	done <"$dir/loops"
}

# print FILE: its rows as a table whose columns line up.
print()
{
	LC_ALL=C awk -F '\t' '
	function cols(text)
	{
		gsub(/[\200-\277]/, "", text)
		return length(text)
	}
	{
		for (i = 1; i <= NF; i++) {
			cell[NR, i] = $i
			if (cols($i) > width[i])
				width[i] = cols($i)
		}
	}
	END {
		for (r = 1; r <= NR; r++) {
			for (i = 1; i <= NF; i++)
				printf "| %s%*s ", cell[r, i],
				    width[i] - cols(cell[r, i]), ""
			print "|"
			for (i = 1; r == 1 && i <= NF; i++)
				printf "|---%s", i == NF ? "|\n" : ""
		}
	}' "$1"
}

# hostile WHAT MB: a file that nobody would write, on standard input, again and
# again: what a byte of it costs must not grow.
hostile()
{
	mkdir -p "$dir/hostile"
	cat >"$dir/hostile/piece"
	size=$(wc -c <"$dir/hostile/piece")
	while [ "$size" -lt $(($2 * 1000000)) ]; do
		cat "$dir/hostile/piece" "$dir/hostile/piece" \
		    >"$dir/hostile/more"
		mv "$dir/hostile/more" "$dir/hostile/piece"
		size=$((size * 2))
	done
	{
		printf ' date 2023-03-20 '
		cat "$dir/hostile/piece"
	} >"$dir/hostile/file"
	rm "$dir/hostile/piece"
	sync # what is still being written takes a processor from who reads
	ours=$(best "$DATELINE" --list --count "$dir/hostile/file")
	rm "$dir/hostile/file"
	echo "$(calc %.1f "$size / 1e6") $ours" >>"$dir/grow $1"
}

all_hostile()
{
	for mb in "$@"; do
		echo ' date 2023-03-20' | hostile 'markers only' "$mb"
		echo | hostile 'line ends only' "$mb"
		printf 'The council waits, ' | hostile 'one line' "$mb"
		printf 'No. date 2023-03-20 A' | hostile 'joined in one line' \
		    "$mb"
		printf '2023-03-20 ' | hostile 'dates only' "$mb"
		printf '\360\235' | hostile 'torn characters' "$mb"
	done
}

# many FILES: a folder of small ones.
many()
{
	mkdir "$dir/many"
	awk -v n="$1" -v dir="$dir/many" 'BEGIN {
		for (i = 0; i < n; i++) {
			file = dir "/" i ".txt"
			printf " date 2023-03-%02d Report %d | Quay Post\n\n%s\n",
			    1 + i % 28, i, "The council waits." > file
			close(file)
		}
	}'
	ours=$(best "$DATELINE" --list --count "$dir/many")
	rm -r "$dir/many"
	echo "$1 $ours" >>"$dir/grow small files"
}

measure()
{
	say "$(mega "$1") MB"
	sync
	cat "$1" >/dev/null # into the page cache
	first_screen "$1"
	index_all "$1"
	echo "$(mega "$1") $(best "$DATELINE" --search council --count "$1")" \
	    >>"$dir/grow P3 search"
	quotes "$1"
	memory "$1"
}

printf 'what\tours\tthe peer\tratio\tbar\n' >"$dir/rows"
printf 'word\thits\tours\trg -c -i\tgrep -c -i\tours / rg\n' >"$dir/words"
"$BENCH_GENERATE" 10000000 "$dir/10.txt"
"$BENCH_GENERATE" 100000000 "$dir/100.txt"
last=$dir/100.txt
measure "$dir/10.txt"
measure "$dir/100.txt"
if [ -n "${BENCH_FULL:-}" ]; then
	"$BENCH_GENERATE" 1000000000 "$dir/1000.txt"
	last=$dir/1000.txt
	measure "$last"
fi
say 'hostile files'
all_hostile 10 100
many 2000
many 20000
if [ -n "${BENCH_FULL:-}" ]; then
	all_hostile 1000
	many 100000
fi
say 'ten words'
search_all "$last"
growth
say 'keys'
with_long_report "$dir/10.txt" >"$dir/long.txt"
cat "$dir/long.txt" >>"$last"
keys "$last"
scrolling "$last"
say loops
loops
echo "$(uname -sm), $(getconf _NPROCESSORS_ONLN) processors," \
    "load $(uptime | sed 's/.*load average[s]*: *//')," \
    "$("$DATELINE" --version)"
echo
{
	head -n 1 "$dir/rows"
	tail -n +2 "$dir/rows" | sort -s -k 1,1
} >"$dir/table"
print "$dir/table"
echo
print "$dir/words"
