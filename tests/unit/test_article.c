/* One report made readable, in both forms of its letters. */
#include "test.h"

#include <locale.h>

#include "dateline/report/article.h"

#define REPORT                                                                     \
	" date 2023-03-20 𝗙𝗲𝗿𝗿𝘆 returns | 𝗗𝗲𝘀𝗸\r\n\r\n" \
	"PORT ELLEN — It is in.\xFF\r\n\r\n"                                     \
	"𝗪𝗵𝗮𝘁 𝗻𝗼𝘄?\r\n\r\n"                                   \
	"“We \u200Bagree,” Ann Lee said.\r\n"
#define MARK_LEN 17

static struct article
read_report(struct arena *a, enum plain_form form)
{
	return article_read(a, STR(REPORT), 0, MARK_LEN, form);
}

static struct str
of(const struct article *t, struct span s)
{
	return str_of(t->text.text, s);
}

static void
test_readable(void **state)
{
	struct arena *a = arena_new();
	struct article t = read_report(a, PLAIN_READABLE);

	(void)state;
	check_str("date", of(&t, t.head.date), "2023-03-20");
	check_str("title", of(&t, t.head.title), "Ferry returns");
	check_str("source", of(&t, t.head.source), "Desk");
	check_str("dateline", of(&t, t.head.dateline), "PORT ELLEN");
	check_int("blocks", t.block_n, 3);
	check_str("heading", of(&t, t.blocks[1].at), "What now?");
	check_str("rule", str_c(t.blocks[1].rule), "R8");
	check_int("quotes", t.quote_n, 1);
	check_str("words", of(&t, t.quotes[0].words), "We \u200Bagree,");
	check_str("speaker", of(&t, t.quotes[0].speaker), "Ann Lee");
	check_int("quote in its block", t.quotes[0].block, 2);
	check_int("bad", t.text.bad, 1);
	arena_free(a);
}

static void
test_original(void **state)
{
	struct arena *a = arena_new();
	struct article t = read_report(a, PLAIN_ORIGINAL);

	(void)state;
	check_str("date", of(&t, t.head.date), "2023-03-20");
	check_str("title", of(&t, t.head.title), "𝗙𝗲𝗿𝗿𝘆 returns");
	check_str("source", of(&t, t.head.source), "𝗗𝗲𝘀𝗸");
	check_str("dateline", of(&t, t.head.dateline), "PORT ELLEN");
	check_str("lead", of(&t, t.head.lead), "It is in.\uFFFD");
	check_int("blocks", t.block_n, 3);
	check_str("heading", of(&t, t.blocks[1].at), "𝗪𝗵𝗮𝘁 𝗻𝗼𝘄?");
	check_int("still a heading", t.blocks[1].kind, BLOCK_HEADING);
	check_int("quotes", t.quote_n, 1);
	check_str("words", of(&t, t.quotes[0].words), "We ‹ZWSP›agree,");
	check_str("speaker", of(&t, t.quotes[0].speaker), "Ann Lee");
	check_int("no dress is left over", t.text.run_n, 0);
	arena_free(a);
}

/* Both forms are the same places of the file. */
static void
test_same_places(void **state)
{
	struct arena *a = arena_new();
	struct article t = read_report(a, PLAIN_READABLE);
	struct article o = read_report(a, PLAIN_ORIGINAL);
	size_t i;

	(void)state;
	for (i = 0; i < t.block_n; i++) {
		struct span x = plain_span_to_raw(&t.text, t.blocks[i].at);
		struct span y = plain_span_to_raw(&o.text, o.blocks[i].at);

		check_int("from", x.off, y.off);
		check_int("length", x.len, y.len);
	}
	arena_free(a);
}

static void
test_later_part(void **state)
{
	struct arena *a = arena_new();
	struct article t = article_read(a,
	    STR("Ferry returns | Desk\n\nPORT ELLEN — It is in."), ARTICLE_PART,
	    MARK_LEN, PLAIN_READABLE);

	(void)state;
	check_int("no title", t.head.title.len, 0);
	check_int("no dateline", t.head.dateline.len, 0);
	check_str("no rule", str_c(t.head.title_rule), "");
	check_int("all body", t.head.body, 0);
	check_int("blocks", t.block_n, 2);
	check_int("raw", plain_span_to_raw(&t.text, t.blocks[0].at).off,
	    ARTICLE_PART);
	arena_free(a);
}

static void
test_block_at(void **state)
{
	static const struct {
		const char *name;
		uint32_t at;
		size_t block;
	} rows[] = {
		{ "before all", 0, 0 },
		{ "start of the first", 2, 0 },
		{ "in the first", 4, 0 },
		{ "between", 7, 0 },
		{ "start of the second", 9, 1 },
		{ "start of the last", 15, 2 },
		{ "behind all", 100, 2 },
	};
	struct arena *a = arena_new();
	struct article t = article_read(
	    a, STR("\n\nOne.\n\n\nTwo.\n\nThree.\n"), 1, 0, PLAIN_READABLE);
	struct article none = article_read(a, STR(""), 0, 0, PLAIN_READABLE);
	size_t i;

	(void)state;
	check_int("blocks", t.block_n, 3);
	for (i = 0; i < COUNT(rows); i++)
		check_int(
		    rows[i].name, article_block(&t, rows[i].at), rows[i].block);
	check_int("nothing", article_block(&none, 5), 0);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_readable),
		cmocka_unit_test(test_original),
		cmocka_unit_test(test_same_places),
		cmocka_unit_test(test_later_part),
		cmocka_unit_test(test_block_at),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
