/* The file of corrections.  It belongs to the person: it is read again before
 * it is written, only lines that speak of the same as something new are
 * replaced, and a new file takes the place of the old one as a whole. */
#include "corrections_line.h"
#include "dateline/base/keep.h"

static const char head[] =
    "# Who said it, where dateline got it wrong: dateline(1), CORRECTIONS.\n";

bool
corrections_load(struct corrections *c, const char *path, struct err *e)
{
	struct buf b = { .in = c->in };
	struct str rest, line;

	if (!keep_read(&b, path, e))
		return false;
	rest = buf_str(&b);
	while (keep_line(&rest, &line))
		corrections_take(c, line);
	return true;
}

/* What replaces a line, the latest news about it; NULL: it stays. */
static struct line *
news_about(const struct corrections *c, const struct line *l)
{
	for (size_t i = c->news_n; l->kind != LINE_OTHER && i-- > 0;)
		if (line_eq(&c->news[i], l))
			return &c->news[i];
	return NULL;
}

static void
add_line(struct arena *a, struct buf *to, const struct line *l)
{
	if (l->name.len == 0)
		return;
	buf_add(to, line_write(a, l));
	buf_addc(to, '\n');
}

/* The file as it will be. */
static void
make_text(const struct corrections *c, struct str was, struct buf *to)
{
	bool *written = arena_array(to->in, bool, c->news_n + 1);
	struct str text;

	if (was.len == 0)
		buf_add(to, str_c(head));
	while (keep_line(&was, &text)) {
		struct line l = line_parse(to->in, text);
		struct line *new = news_about(c, &l);

		if (!new) {
			buf_add(to, text);
			buf_addc(to, '\n');
			continue;
		}
		if (!written[new - c->news])
			add_line(to->in, to, new);
		written[new - c->news] = true;
	}
	for (size_t i = 0; i < c->news_n; i++)
		if (!written[i] && news_about(c, &c->news[i]) == &c->news[i])
			add_line(to->in, to, &c->news[i]);
}

bool
corrections_save(struct corrections *c, const char *path, struct err *e)
{
	struct arena *a = arena_new();
	struct buf was = { .in = a }, will = { .in = a };
	bool done = keep_read(&was, path, e);

	if (done) {
		make_text(c, buf_str(&was), &will);
		done = keep_write(path, buf_str(&will), e);
	}
	if (done)
		c->news_n = 0;
	arena_free(a);
	return done;
}
