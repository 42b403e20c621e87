#!/bin/sh
# The man pages are sound mdoc.  Skipped where there is no mandoc.
set -eu

if ! command -v mandoc >/dev/null; then
	echo 'mandoc is missing: the man pages were not checked.'
	exit 77
fi
status=0
for page in docs/*.[1-8] "${srcdir:=.}"/docs/*.[1-8]; do
	case $page in ./*) continue ;; esac # seen already: srcdir is here
	[ -f "$page" ] || continue
	mandoc -T lint -W warning "$page" || status=1
done
exit $status
