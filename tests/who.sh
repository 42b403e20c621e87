#!/bin/sh
# What w lists and what --quotes prints is the same, row for row: whoever is
# asked about, with words, in a range of days, and after corrections.  And what
# is saved and corrected is in the files it should be in.
set -eu
cd "${srcdir:-.}"
: "${DATELINE:=$PWD/dateline}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
LC_ALL=C.UTF-8
XDG_DATA_HOME=$dir/data
export LC_ALL XDG_DATA_HOME
checks=0

cat >"$dir/rowe.txt" <<'TXT'
 date 2023-02-10 Ferry back | The Marrow Gull

The ferry is back, harbour clerk Tilda Rowe told the Gull.

“It came at noon,” Rowe said. “It was
empty.”

“Nobody came with it,” she said.

 date 2023-02-12 The lamp | The Marrow Gull

“It shines,” said Osk Rowe, who keeps the lamp.

 date 2023-02-14 Both of them

Tilda Rowe and Osk Rowe walked to the pier at dawn.

“We met the ferry,” Tilda Rowe said.

“I saw no ferry at all,” Rowe told the office later.

 date 2023-02-16 A word

Mr. Rowe was at the pier.

“I say nothing more,” Rowe said.
TXT

# fields: date, speaker, line and words of rows of JSON, one a line.
fields()
{
	sed -n 's/\\n/ /g
s/ (unclear)"/"/
/"line":/{
h
s/.*"date":"\{0,1\}\([^",]*\).*/\1/p
g
s/.*"speaker":\(\("\([^"\\]\|\\.\)*"\)\|null\).*/\1/p
g
s/.*"line":\([0-9]*\).*/\1/p
g
s/.*"text":"\(\([^"\\]\|\\.\)*\)".*/\1/p
}'
}

fail()
{
	echo "who: $*"
	exit 1
}

# same NAME PATH KEYS OPTION...: the keys lead to a list, which is saved; the
# options print it.
same()
{
	name=$1
	path=$2
	keys=$3
	shift 3
	rm -f "$dir/rows.json"
	printf '%s\ns %s/rows.json Enter\n:print-screen\n' "$keys" "$dir" \
	    >"$dir/keys"
	"$DATELINE" --script "$dir/keys" --size 120x30 "$path" >"$dir/screen"
	[ -f "$dir/rows.json" ] || {
		cat "$dir/screen"
		fail "$name: nothing was saved"
	}
	fields <"$dir/rows.json" >"$dir/listed"
	"$DATELINE" --quotes --json "$@" "$path" | fields >"$dir/printed"
	[ -s "$dir/printed" ] || fail "$name: nothing was printed"
	diff -u "$dir/printed" "$dir/listed" || fail "$name: they differ"
	n=$("$DATELINE" --quotes --count "$@" "$path")
	s=s
	[ "$n" -ne 1 ] || s=
	grep -q " $n direct quote$s\$" "$dir/screen" ||
		fail "$name: the screen does not say $n"
	checks=$((checks + 1))
}

# The newest report is open; w w Enter is who is quoted most, w w j Enter who is
# second to that.
quoted()
{
	"$DATELINE" --speakers --json docs/samples |
	    sed -n "$1s/.*\"speaker\":\"\([^\"]*\)\".*/\1/p"
}
most=$(quoted 1)
second=$(quoted 2)

same 'a full name' "$dir/rowe.txt" 'K K K w' --speaker 'Tilda Rowe'
same 'the other one' "$dir/rowe.txt" 'K K w' --speaker 'Osk Rowe'
same 'who is unclear' "$dir/rowe.txt" 'w' --speaker 'Rowe (unclear)'
same 'words' "$dir/rowe.txt" 'K K K w / ferry Enter' \
    --speaker 'Tilda Rowe' --search ferry
same 'a date among words' "$dir/rowe.txt" \
    'K K K w / it Space date:2023-02-10 Enter' \
    --speaker 'Tilda Rowe' --search 'it date:2023-02-10'
same 'days' "$dir/rowe.txt" 'K K K w D ..2023-02-12 Enter' \
    --speaker 'Tilda Rowe' --date ..2023-02-12
same 'words, then days' "$dir/rowe.txt" \
    'K K K w / it Enter D 2023-02-10 Enter' \
    --speaker 'Tilda Rowe' --search it --date 2023-02-10
same 'days, and no longer' "$dir/rowe.txt" \
    'K K K w D 2023-02-10 Enter D Enter' --speaker 'Tilda Rowe'
same 'by the list of speakers' "$dir/rowe.txt" 'K K K w w Enter' \
    --speaker 'Tilda Rowe'
same 'in many files' docs/samples 'w w Enter' --speaker "$most"
same 'words in many files' docs/samples 'w w Enter / the Enter' \
    --speaker "$most" --search the
same 'days in many files' docs/samples 'w w Enter D 2021-06..2022 Enter' \
    --speaker "$most" --date 2021-06..2022
same 'all of it' docs/samples 'w w j Enter / the Enter D 2022.. Enter' \
    --speaker "$second" --search the --date 2022..

# Corrections count on both sides, and are kept.
printf ':same Osk Rowe = Ida Lund\n:print-screen\n' >"$dir/keys"
"$DATELINE" --script "$dir/keys" "$dir/rowe.txt" >"$dir/screen"
grep -qxF 'same Osk Rowe = Ida Lund' "$dir/data/dateline/corrections" ||
	fail 'a correction was not kept'
same 'by another name' "$dir/rowe.txt" 'K K w' --speaker 'Ida Lund'
same 'by the old one' "$dir/rowe.txt" 'K K w' --speaker 'Osk Rowe'
printf ':speaker Ida Lund\n' >"$dir/keys"
"$DATELINE" --script "$dir/keys" "$dir/rowe.txt" >"$dir/screen"
same 'one quote more' "$dir/rowe.txt" 'K K w' --speaker 'Ida Lund'
[ "$("$DATELINE" --quotes --count --speaker 'Ida Lund' "$dir/rowe.txt")" = 2 ] ||
	fail 'one quote more: not two'
"$DATELINE" --quotes --speaker 'Ida Lund' "$dir/rowe.txt" |
	grep -q 'Ida Lund (yours)' || fail 'it is not said that they are yours'
if "$DATELINE" --quotes --speaker 'Ida Lund' --no-corrections \
    "$dir/rowe.txt" >/dev/null; then
	fail '--no-corrections leaves nothing out'
fi

# What is collected is saved, and no file is written over.
printf 'K K K * w G * s %s/kept.md Enter\n:print-screen\ns %s/kept.md Enter\n:print-screen\n' \
    "$dir" "$dir" >"$dir/keys"
"$DATELINE" --script "$dir/keys" --no-corrections "$dir/rowe.txt" >"$dir/screen"
grep -q 'saved 2 quotes' "$dir/screen" || fail 'two were not saved'
grep -q 'not saved: there is a ' "$dir/screen" || fail 'written over'
cat >"$dir/want.md" <<'MD'
> “It came at noon,”
>
> — **Tilda Rowe**. *Ferry back*. 10 Feb 2023 (`rowe.txt:5`)

> “We met the ferry,”
>
> — **Tilda Rowe**. *Both of them*. 14 Feb 2023 (`rowe.txt:18`)
MD
diff -u "$dir/want.md" "$dir/kept.md" || fail 'what was saved is not that'
printf 's %s/kept.pdf Enter\n:print-screen\nY\n' "$dir" >"$dir/keys"
"$DATELINE" --script "$dir/keys" --no-corrections "$dir/rowe.txt" >"$dir/screen"
grep -q 'not saved: give a name' "$dir/screen" || fail 'saved as .pdf'
grep -qxF 'copied: “I say nothing more,” — Rowe (unclear). A word. 16 Feb 2023 (rowe.txt:26)' \
    "$dir/screen" || {
	cat "$dir/screen"
	fail 'Y copied something else'
}
echo "who: $((checks + 8)) passed, 0 failed"
