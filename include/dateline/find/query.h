#ifndef DATELINE_FIND_QUERY_H
#define DATELINE_FIND_QUERY_H

#include "dateline/report/article.h"

/* What a person asked for, compiled once and asked of many reports.
 *
 *	grain terminal		these words next to each other: one phrase
 *	"Grain terminal"	the same, exactly: in this case, these accents
 *	+strike			only where this stands anywhere in the report
 *	-football		not where this does
 *	speaker:brandsen	only in paragraphs with a quote of this person
 *				(find/name.h)
 *	source:"The Lantern"	only in reports of this source
 *	date:2023-03..		only of these days, as --date (archive/date.h)
 *
 * All of it is asked for at once, in any order; words of the phrase are joined
 * over what stands between them.  Quotation marks, straight or curly, also hold
 * words together behind a sign or a name: +"Grain terminal".  All of this counts
 * at the start of a word only, and a lone sign or name is a word.
 *
 * Hits are those of the phrase and of "…"; where there is neither, those of the
 * +words; and with speaker: alone, the quotes themselves.  They come in order
 * and do not overlap.  date: or source: alone, perhaps with -words, is a bare
 * query: it names reports, and has one hit in each of them, which is empty and
 * stands where the text begins below the title.
 *
 * Words are compared as text/match.h says, exact ones as its match_new_exact().
 * What is searched is all that follows the marker, as far as a reader sees it:
 * of front matter only the title.  No hit reaches over an empty line, the end
 * of a record or the end of a part of a long one, and each part of a long
 * report (ARTICLE_PART) is judged by itself. */
struct query;

enum query_mode {
	QUERY_FOLDED,
	QUERY_EXACT, /* the phrase and the +words and -words, too, exactly */
	QUERY_REGEX, /* all of it is one regular expression, see below */
};

/* NULL, with a sentence, when there is nothing to look for, a range is none, or
 * an expression is wrong (with the place).  `words` may go.
 *
 * A regular expression (PCRE2) is run on the readable text of the report, whose
 * line ends are '\n'.  It knows Unicode; ^ and $ are the ends of lines; without
 * a capital letter in it, case makes no difference.  Empty matches are none.
 * No expression can hang us: a report that is too hard for it is given up, with
 * the hits found until then (find/hunt.h counts them). */
struct query *query_new(
    struct str words, enum query_mode mode, struct err *e);
void query_free(struct query *q); /* NULL is fine */

/* Every hit in an article that was read with query_depth(), as plain spans in
 * `a`; returns how many.  0 when something else that was asked for is not
 * there.  The date is not looked at: query_on(). */
size_t query_article(const struct query *q, struct arena *a,
    const struct article *t, struct span **hits);

/* Whether only reports are named, and nothing is looked for in them. */
bool query_is_bare(const struct query *q);

/* Whether a part of a report is one of those a bare query names, for the date
 * as above.  The parts of a long report after its first have no hit. */
bool query_admits(
    const struct query *q, struct arena *scratch, const struct article *t);

/* How deep an article must be read: ARTICLE_QUOTES with speaker:. */
enum article_depth query_depth(const struct query *q);

/* What the archive may look for ahead of a hunt (archive_look_for): all places
 * that a hit may be around; nothing, for a regular expression.  Lives as long as
 * `q`. */
struct quest query_look(const struct query *q);

/* Whether reports of that day are asked for at all. */
bool query_on(const struct query *q, date day);

/* Whether a part of a record may hold a hit, by its raw bytes alone, without
 * reading it as an article.  `raw` and `marker` as for article_read(). */
bool query_may_hold(const struct query *q, struct arena *scratch,
    struct str raw, uint32_t marker);

/* Whether `q` can only hit in reports that `wider` hits, too: what another
 * letter at the end of the words mostly does. */
bool query_is_within(const struct query *q, const struct query *wider);

/* Asks for less: only days of `range`, only reports of `source` (NULL: any), as
 * date: and source: do.  `source` must live as long as the query. */
void query_only(
    struct query *q, struct date_range range, const char *source);

/* The first hit in a piece of text, whatever else is asked for; empty when there
 * is none. */
struct span query_mark(
    const struct query *q, struct arena *scratch, struct str text);

#endif
