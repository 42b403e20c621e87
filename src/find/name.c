/* Names are compared folded: in either case, without accents, in whatever
 * letters.  Only a whole name or a last name counts: who asks for “Ann” does
 * not mean “Mary Ann Ferrow”. */
#include "dateline/find/name.h"

#include "dateline/base/buf.h"
#include "dateline/text/fold.h"
#include "dateline/text/letter.h"

struct str
name_key(struct arena *a, struct str name)
{
	struct buf b = { .in = a };
	char room[FOLD_MAX];
	struct str fold;
	uint32_t cp;
	size_t n;

	for (size_t at = 0; (n = fold_next(name, at, &cp, &fold, room)) > 0;
	     at += n) {
		bool blank = str_eq(fold, STR(" "));

		if (!blank || (b.len > 0 && b.ptr[b.len - 1] != ' '))
			buf_add(&b, fold);
	}
	if (b.len > 0 && b.ptr[b.len - 1] == ' ')
		b.len--;
	return buf_str(&b);
}

struct str
name_without_mark(struct str name)
{
	if (str_ends(name, STR(NAME_UNCLEAR)))
		name.len -= sizeof(NAME_UNCLEAR) - 1;
	return name;
}

/* Where the word begins that ends at `end`. */
static size_t
word_start(struct str s, size_t end)
{
	while (end > 0 && s.ptr[end - 1] != ' ')
		end--;
	return end;
}

/* Jr., III: what stands behind a last name and is none. */
static bool
is_suffix(struct str word)
{
	static const char *const suffixes[] = { "jr", "jr.", "sr", "sr.", "ii",
		"iii", "iv" };

	for (size_t i = 0; i < COUNT(suffixes); i++)
		if (fold_eq(word, str_c(suffixes[i])))
			return true;
	return false;
}

static struct str
without_suffix(struct str name)
{
	size_t from = word_start(name, name.len);

	if (from == 0 || !is_suffix(str_skip(name, from)))
		return name;
	name.len = from - 1;
	if (str_ends(name, STR(",")))
		name.len--;
	return name;
}

static bool
begins_small(struct str word)
{
	uint32_t cp = 0;

	utf8_next(word, 0, &cp);
	return letter_is_lower(cp);
}

/* Whether `asked` is a last name of `name`, which has no suffix. */
static bool
is_last_name(struct str name, struct str asked)
{
	size_t from = word_start(name, name.len);

	for (;;) {
		struct str word;
		size_t before;

		if (fold_eq(str_skip(name, from), asked))
			return true;
		if (from == 0)
			return false;
		before = word_start(name, from - 1);
		word = str_of(name, span_of(before, from - 1));
		if (!begins_small(word))
			return false;
		from = before;
	}
}

bool
name_fits(struct str name, struct str asked)
{
	struct str bare = name_without_mark(name);
	struct str plain = without_suffix(bare);

	if (name.len == 0)
		return false;
	return fold_eq(name, asked) || fold_eq(bare, asked) ||
	    fold_eq(plain, asked) || is_last_name(plain, asked);
}
