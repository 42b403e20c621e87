#ifndef DATELINE_TEST_H
#define DATELINE_TEST_H

/* What every unit test includes: cmocka with what it needs, and checks for our
 * own value types that name the row of the table that failed. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "dateline/base/arena.h"
#include "dateline/base/span.h"

#define check_str(row, got, want) \
	check_str_at((row), (got), str_c(want), __FILE__, __LINE__)

static inline void
check_str_at(
    const char *row, struct str got, struct str want, const char *file, int line)
{
	if (str_eq(got, want))
		return;
	print_error("%s: got  |%.*s|\n%*s: want |%.*s|\n", row, (int)got.len,
	    got.ptr, (int)strlen(row), "", (int)want.len, want.ptr);
	_fail(file, line);
}

#define check_int(row, got, want) \
	check_int_at((row), (long long)(got), (long long)(want), __FILE__, \
	    __LINE__)

static inline void
check_int_at(
    const char *row, long long got, long long want, const char *file, int line)
{
	if (got == want)
		return;
	print_error("%s: got %lld, want %lld\n", row, got, want);
	_fail(file, line);
}

#endif
