/* Regular expressions that cannot hang us.  PCRE2 may try for a long time at
 * every place of a text, so
 *
 *	- what it tries at one place has a limit, which it counts itself;
 *	- it is given few places at once, and more as long as it is quick:
 *
 *	text  |-----|----------|--------------------|----…
 *	      a call  a call     a call              at
 *
 *	- and what one text may take in all has a limit.
 *
 * Which of the three ends it: the text is given up, with the hits so far. */
#include "regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <time.h>

#include "dateline/text/letter.h"
#include "dateline/text/utf8.h"

enum {
	TRIES = 50000,	 /* at one place */
	HEAP_KB = 16384, /* where there is no compiler for it */
	JIT_STACK = 512 * 1024,
	PLACES_MIN = 64,
	PLACES_MAX = 64 * 1024,
	QUICK_NS = 200000, /* a call that took less: more places next time */
	SLOW_NS = 1000000,
};

static const uint64_t TEXT_NS = 250000000;

struct regex {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *limits;
	pcre2_jit_stack *stack;
	size_t places;
};

static uint64_t
now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* A capital that stands for itself: not the one of \W or \P{L}. */
static bool
has_capital(struct str pattern)
{
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(pattern, at, &cp)) > 0; at += n) {
		if (cp == '\\')
			at++;
		else if (letter_is_upper(cp))
			return true;
	}
	return false;
}

static bool
say_why(int code, size_t at, struct err *e)
{
	char why[120];

	pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof(why));
	return err_set(e, "at letter %zu of the expression: %s", at, why);
}

/* PCRE2 counts bytes, a person letters. */
static size_t
letters_before(struct str s, size_t at)
{
	size_t n = 0;
	uint32_t cp;

	for (size_t i = 0, len; i < at && (len = utf8_next(s, i, &cp)) > 0;
	    i += len)
		n++;
	return n;
}

static bool
compile(struct regex *r, struct str pattern, struct err *e)
{
	uint32_t how = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE |
	    PCRE2_USE_OFFSET_LIMIT | PCRE2_NEVER_BACKSLASH_C;
	pcre2_compile_context *c = pcre2_compile_context_create(NULL);
	size_t at = 0;
	int code = 0;

	if (!has_capital(pattern))
		how |= PCRE2_CASELESS;
	pcre2_set_newline(c, PCRE2_NEWLINE_LF);
	r->code = pcre2_compile((PCRE2_SPTR)pattern.ptr, pattern.len, how,
	    &code, &at, c);
	pcre2_compile_context_free(c);
	if (!r->code)
		return say_why(code, letters_before(pattern, at), e);
	pcre2_jit_compile(r->code, PCRE2_JIT_COMPLETE);
	return true;
}

struct regex *
regex_new(struct str pattern, struct err *e)
{
	struct regex *r = xrealloc(NULL, 1, sizeof(*r));

	*r = (struct regex){ .places = PLACES_MIN };
	if (!compile(r, pattern, e)) {
		regex_free(r);
		return NULL;
	}
	r->data = pcre2_match_data_create(1, NULL);
	r->limits = pcre2_match_context_create(NULL);
	pcre2_set_match_limit(r->limits, TRIES);
	pcre2_set_heap_limit(r->limits, HEAP_KB);
	r->stack = pcre2_jit_stack_create(32 * 1024, JIT_STACK, NULL);
	pcre2_jit_stack_assign(r->limits, NULL, r->stack);
	return r;
}

void
regex_free(struct regex *r)
{
	if (!r)
		return;
	pcre2_jit_stack_free(r->stack);
	pcre2_match_context_free(r->limits);
	pcre2_match_data_free(r->data);
	pcre2_code_free(r->code);
	free(r);
}

/* Goes on behind a place where nothing was found. */
static void
move_on(struct regex_run *run, size_t at)
{
	run->at = at;
	while (run->at < run->text.len &&
	    ((unsigned char)run->text.ptr[run->at] & 0xC0) == 0x80)
		run->at++;
}

static void
adapt(struct regex *r, uint64_t took)
{
	if (took < QUICK_NS && r->places < PLACES_MAX)
		r->places *= 2;
	else if (took > SLOW_NS && r->places > PLACES_MIN)
		r->places /= 2;
}

enum regex_found
regex_next(struct regex *r, struct regex_run *run, struct span *hit)
{
	size_t last = run->at + r->places;
	const size_t *ends = pcre2_get_ovector_pointer(r->data);
	uint64_t from, took;
	int code;

	if (run->to > run->text.len)
		run->to = run->text.len;
	if (run->at >= run->to)
		return REGEX_END;
	if (last >= run->to)
		last = run->to - 1;
	pcre2_set_offset_limit(r->limits, last);
	from = now_ns();
	code = pcre2_match(r->code, (PCRE2_SPTR)run->text.ptr, run->text.len,
	    run->at, PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, r->data, r->limits);
	took = now_ns() - from;
	run->spent_ns += took;
	if (code == PCRE2_ERROR_NOMATCH) {
		adapt(r, took);
		move_on(run, last + 1);
	}
	if ((code < 0 && code != PCRE2_ERROR_NOMATCH) ||
	    run->spent_ns > TEXT_NS) {
		run->too_hard = true;
		run->at = run->to;
	}
	if (code < 0)
		return run->at < run->to ? REGEX_MORE : REGEX_END;
	*hit = span_of(ends[0] < ends[1] ? ends[0] : ends[1], ends[1]);
	if (!run->too_hard)
		move_on(run, ends[1] > run->at ? ends[1] : run->at + 1);
	return REGEX_HIT;
}
