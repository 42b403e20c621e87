/* Any bytes, both forms: the plain text is well-formed, the bridge is total and
 * monotone, every character is found again from where it came from, and the
 * text folds as the bytes do.  The first byte says where in its record the text
 * lies, and the form. */
#include <locale.h>
#include <stdlib.h>

#include "dateline/text/plain.h"
#include "fold_judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(what) \
	do { \
		if (!(what)) \
			abort(); \
	} while (0)

static void
check_to_raw(const struct plain *p)
{
	uint32_t last = p->raw_off;

	for (uint32_t at = 0; at <= p->text.len + 1; at++) {
		uint32_t raw = plain_to_raw(p, at);

		CHECK(raw >= last && raw <= p->raw_off + p->raw_len);
		CHECK(plain_from_raw(p, raw) <= at);
		last = raw;
	}
	CHECK(last == p->raw_off + p->raw_len);
}

static void
check_from_raw(const struct plain *p)
{
	uint32_t end = p->raw_off + p->raw_len, last = 0;

	for (uint32_t raw = p->raw_off; raw <= end + 1; raw++) {
		uint32_t at = plain_from_raw(p, raw);

		CHECK(at >= last && at <= p->text.len);
		last = at;
	}
	CHECK(last == p->text.len);
}

static void
check_text(const struct plain *p, enum plain_form form)
{
	uint32_t cp;
	size_t n;
	bool ok;

	for (uint32_t at = 0;
	    (n = utf8_check(p->text, at, &cp, &ok)) > 0; at += (uint32_t)n) {
		CHECK(ok && cp != '\r' && cp != '\v' && cp != '\f');
		CHECK(cp != 0x85 && cp != 0x2028 && cp != 0x2029);
		if (form == PLAIN_READABLE)
			CHECK(plain_from_raw(p, plain_to_raw(p, at)) == at);
	}
}

static void
check_runs(const struct plain *p)
{
	uint32_t end = 0;

	for (size_t i = 0; i < p->run_n; i++) {
		struct span at = p->runs[i].at;

		CHECK(at.off >= end && at.len > 0 && p->runs[i].style != 0);
		end = span_end(at);
		CHECK(end <= p->text.len);
		CHECK(utf8_floor(p->text, at.off) == at.off);
		CHECK(utf8_floor(p->text, end) == end);
		CHECK(plain_style(p, at.off) == p->runs[i].style);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str raw = { (const char *)data, size };
	uint32_t off = size ? data[0] / 2 : 0;
	enum plain_form form = size && data[0] & 1 ? PLAIN_ORIGINAL :
						     PLAIN_READABLE;
	struct arena *a = arena_new();
	struct plain p;

	setlocale(LC_ALL, "C.UTF-8");
	raw = str_skip(raw, 1);
	p = plain_make(a, raw, off, form);
	CHECK(p.raw_off == off && p.raw_len == raw.len);
	CHECK(p.edit_n == 0 || !str_eq(p.text, raw));
	CHECK(p.text.ptr == raw.ptr || !str_eq(p.text, raw) || !raw.len);
	CHECK(p.bad == 0 || p.bad_first - off < raw.len);
	check_to_raw(&p);
	check_from_raw(&p);
	check_text(&p, form);
	check_runs(&p);
	CHECK(form != PLAIN_READABLE || judge_folds_same(a, raw, p.text));
	arena_free(a);
	return 0;
}
