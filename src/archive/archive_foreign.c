/* Feeds and mail could be read as text, and would make one long report full of
 * marks that nobody wants to see.  Better to say so. */
#include "archive_foreign.h"

#include "ascii.h"

static struct str
skip_blank(struct str s)
{
	if (str_starts(s, STR("\xEF\xBB\xBF")))
		s = str_skip(s, 3);
	while (s.len > 0 &&
	    (ascii_is_blank(s.ptr[0]) || ascii_is_line_end(s.ptr[0])))
		s = str_skip(s, 1);
	return s;
}

static bool
has(struct str s, struct str word)
{
	return memmem(s.ptr, s.len, word.ptr, word.len) != NULL;
}

bool
foreign_is_feed(struct str start)
{
	struct str s = skip_blank(start);

	if (str_starts(s, STR("<rss")) || str_starts(s, STR("<feed")))
		return true;
	return str_starts(s, STR("<?xml")) &&
	    (has(s, STR("<rss")) || has(s, STR("<feed")) ||
		has(s, STR("<rdf:RDF")));
}

/* Takes a line without its end. */
static struct str
take_line(struct str *s)
{
	const char *nl = s->len > 0 ? memchr(s->ptr, '\n', s->len) : NULL;
	struct str line = str_head(*s, nl ? (size_t)(nl - s->ptr) : s->len);

	*s = str_skip(*s, line.len + 1);
	if (str_ends(line, STR("\r")))
		line.len--;
	return line;
}

/* "Message-ID: …": a name without blanks, and a colon. */
static bool
is_header(struct str line)
{
	size_t n = 0;

	while (n < line.len &&
	    (ascii_is_letter(line.ptr[n]) || line.ptr[n] == '-'))
		n++;
	return n > 0 && n < line.len && line.ptr[n] == ':';
}

static bool
is_named(struct str line, const char *name)
{
	return ascii_is_word(str_head(line, strlen(name)), name);
}

/* No text has such lines in a block of headers but mail. */
bool
foreign_is_mail(struct str start)
{
	struct str s = skip_blank(start), line = take_line(&s);
	bool mbox = str_starts(line, STR("From "));

	if (mbox)
		line = take_line(&s);
	for (; is_header(line) || (line.len > 0 && ascii_is_blank(line.ptr[0]));
	     line = take_line(&s))
		if (is_named(line, "message-id:") ||
		    is_named(line, "received:") ||
		    is_named(line, "return-path:") ||
		    (mbox && is_named(line, "subject:")))
			return true;
	return false;
}
