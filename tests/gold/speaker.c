/* When two names, or two phrases, mean the same speaker.
 *
 * Both are taken apart into folded words; titles, articles and owners' endings
 * fall off, and what is left is compared as sets. */
#include "dateline/text/fold.h"
#include "gold.h"

enum { WORDS = 24 };

struct words {
	struct str at[WORDS];
	size_t n;
	size_t head; /* how many stand before the first comma, of or who */
};

/* NULL ends a list. */
static const char *const articles[] = { "the", "a", "an", "one", "another",
	"his", "her", "their", "its", NULL };
static const char *const links[] = { "of", "who", "in", "at", "from", "with",
	"that", "which", "for", "on", "speaking", "whose", NULL };
static const char *const titles[] = { "mr", "mrs", "ms", "miss", "dr", "sir",
	"dame", "lord", "lady", "sen", "senator", "rep", "gov", "governor",
	"president", "prime", "minister", "judge", "justice", "prof",
	"professor", "col", "gen", "maj", "lt", "sgt", "capt", "captain",
	"adm", "rev", "pastor", "bishop", "mayor", "cllr", "councilman",
	"councilwoman", "chairman", "chairwoman", "chief", "deputy", "sheriff",
	"officer", "detective", "principal", "chef", NULL };
/* What a name can have, but is not: “Vance” is not “the Vance campaign”. */
static const char *const retinues[] = { "ads", "aide", "aides", "allies",
	"backers", "campaign", "family", "foundation", "lawyer", "lawyers",
	"office", "official", "officials", "spokesman", "spokeswoman", "staff",
	"supporter", "supporters", "team", "voters", NULL };
static const char *const suffixes[] = { "jr", "sr", "ii", "iii", "iv", NULL };

static bool
is_in(struct str w, const char *const *list)
{
	while (*list)
		if (str_eq(w, str_c(*list++)))
			return true;
	return false;
}

static bool
has(const struct words *w, size_t n, struct str word)
{
	while (n > 0)
		if (str_eq(w->at[--n], word))
			return true;
	return false;
}

static bool
has_all(const struct words *whole, const struct words *part)
{
	size_t i;

	for (i = 0; i < part->n; i++)
		if (!has(whole, whole->n, part->at[i]))
			return false;
	return true;
}

static struct str
fold(struct arena *a, struct str s)
{
	char *out = arena_array(a, char, s.len * FOLD_MAX + 1);
	size_t at = 0, n = 0;
	uint32_t cp;

	while (at < s.len) {
		at += utf8_next(s, at, &cp);
		n += fold_char(cp, out + n);
	}
	return (struct str){ out, n };
}

/* Without dots, dashes and marks at the ends, and without an owner's 's. */
static struct str
bare(struct str w)
{
	if (str_ends(w, STR("'s")))
		w.len -= 2;
	while (w.len > 0 && strchr(".-'", w.ptr[0]))
		w = str_skip(w, 1);
	while (w.len > 0 && strchr(".-'", w.ptr[w.len - 1]))
		w.len--;
	return w;
}

static void
add_word(struct words *w, struct str word)
{
	word = bare(word);
	if (word.len == 0 || w->n == WORDS || is_in(word, articles))
		return;
	if (is_in(word, links) && w->head > w->n)
		w->head = w->n;
	w->at[w->n++] = word;
}

static struct words
split(struct arena *a, struct str s)
{
	struct words w = { .head = WORDS };

	for (s = fold(a, s); s.len > 0;) {
		size_t n = 0;

		while (n < s.len && !strchr(" ,;:!?()\"", s.ptr[n]))
			n++;
		add_word(&w, str_head(s, n));
		if (n < s.len && s.ptr[n] == ',' && w.head > w.n)
			w.head = w.n;
		s = str_skip(s, n + 1);
	}
	if (w.head > w.n)
		w.head = w.n;
	return w;
}

static struct words
split_name(struct arena *a, struct str s)
{
	struct words w = split(a, s);

	while (w.n > 1 && is_in(w.at[w.n - 1], suffixes))
		w.n--;
	while (w.n > 1 && is_in(w.at[0], titles)) {
		w.n--;
		memmove(w.at, w.at + 1, w.n * sizeof(*w.at));
	}
	return w;
}

static bool
is_initial(struct str letter, struct str name)
{
	return letter.len == 1 && str_starts(name, letter);
}

static bool
has_retinue(const struct words *w)
{
	size_t i = 0;

	while (i < w->n && !is_in(w->at[i], retinues))
		i++;
	return i < w->n;
}

static bool
same_name(struct arena *a, struct str got, struct str want)
{
	struct words x = split_name(a, got), y = split_name(a, want);
	bool part = has_all(&x, &y) || has_all(&y, &x);

	if (x.n == 0 || y.n == 0 || has_retinue(&x) != has_retinue(&y))
		return false;
	if (!str_eq(x.at[x.n - 1], y.at[y.n - 1]))
		return part && str_eq(x.at[0], y.at[0]) && x.n <= y.n + 2 &&
		    y.n <= x.n + 2;
	return x.n == 1 || y.n == 1 || part || str_eq(x.at[0], y.at[0]) ||
	    is_initial(x.at[0], y.at[0]) || is_initial(y.at[0], x.at[0]);
}

static bool
same_phrase(struct arena *a, struct str got, struct str want)
{
	struct words x = split(a, got), y = split(a, want);

	return x.n > 0 && y.head > 0 && has_all(&y, &x) &&
	    has(&x, x.n, y.at[y.head - 1]);
}

bool
gold_same_speaker(struct arena *a, const struct gold *g, struct str got)
{
	struct str rest = g->speaker;

	while (got.len > 0 && rest.len > 0) {
		const char *bar = memmem(rest.ptr, rest.len, " / ", 3);
		size_t n = bar ? (size_t)(bar - rest.ptr) : rest.len;

		if (same_name(a, got, str_head(rest, n)))
			return true;
		rest = str_skip(rest, n + 3);
	}
	return g->kind == GOLD_NOMINAL && same_phrase(a, got, g->mention);
}

bool
gold_share_word(struct arena *a, struct str x, struct str y)
{
	struct words v = split(a, x), w = split(a, y);
	size_t i;

	for (i = 0; i < v.n; i++)
		if (has(&w, w.n, v.at[i]))
			return true;
	return false;
}
