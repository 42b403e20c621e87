/* Citations in each form, and what others would obey in them. */
#include "test_archive.h"

#include <locale.h>

#include "dateline/find/cite.h"
#include "dateline/find/quoted.h"

static const struct {
	const char *name;
	const char *file;
	bool known;
	enum cite_form form;
} forms[] = {
	{ "Markdown", "a.md", true, CITE_MARKDOWN },
	{ "in capitals", "a.MD", true, CITE_MARKDOWN },
	{ "a table", "x.y/a.csv", true, CITE_CSV },
	{ "JSON", "a.b.json", true, CITE_JSON },
	{ "text", "a.txt", true, CITE_TEXT },
	{ "no end", "notes", true, CITE_TEXT },
	{ "no end, in a folder with one", "notes.md/rowe", true, CITE_TEXT },
	{ "a hidden file has none", ".csv", true, CITE_TEXT },
	{ "nor has one in a folder", "a/.csv", true, CITE_TEXT },
	{ "another", "a.pdf", false, CITE_TEXT },
	{ "nothing behind the dot", "a.", false, CITE_TEXT },
};

static void
test_forms(void **state)
{
	enum cite_form form;

	(void)state;
	for (size_t i = 0; i < COUNT(forms); i++) {
		check_int(forms[i].name,
		    cite_form_of(str_c(forms[i].file), &form), forms[i].known);
		if (forms[i].known)
			check_int(forms[i].name, form, forms[i].form);
	}
}

static const struct cite plain = {
	.words = { "We paint,", 9 },
	.speaker = { "Tilda Rowe", 10 },
	.mention = { "she", 3 },
	.how = { "inferred", 8 },
	.title = { "Ferry ties up", 13 },
	.source = { "The Gull", 8 },
	.dateline = { "MARROW BAY", 10 },
	.path = "x/bay.txt",
	.line = 7,
};
static const struct cite bare = {
	.words = { "=2*[so]\"", 8 },
	.how = { "none", 4 },
	.path = "-bay.txt",
};

static const struct cite wild = {
	.words = { "So", 2 },
	.how = { "none", 4 },
	.path = "x/two\nlines\033[2J\u202E.txt",
	.line = 7,
};

#define HEAD \
	"date,speaker,words,mention,how,title,source,dateline,file,line\r\n"

static const struct {
	const char *name;
	enum cite_form form;
	const struct cite *cite;
	const char *want;
} rows[] = {
	{ "text", CITE_TEXT, &plain,
	    "“We paint,” — Tilda Rowe. Ferry ties up. MARROW BAY, 4 Nov 2022 "
	    "(bay.txt:7)\n" },
	{ "text of little", CITE_TEXT, &bare,
	    "“=2*[so]\"” undated (-bay.txt)\n" },
	{ "Markdown", CITE_MARKDOWN, &plain,
	    "> “We paint,”\n>\n> — **Tilda Rowe**. *Ferry ties up*. "
	    "MARROW BAY, 4 Nov 2022 (`bay.txt:7`)\n" },
	{ "signs of Markdown", CITE_MARKDOWN, &bare,
	    "> “=2\\*\\[so\\]\"”\n>\n> — undated (`-bay.txt`)\n" },
	{ "CSV", CITE_CSV, &plain,
	    HEAD "\"2022-11-04\",\"Tilda Rowe\",\"We paint,\",\"she\","
		 "\"inferred\",\"Ferry ties up\",\"The Gull\",\"MARROW BAY\","
		 "\"x/bay.txt\",\"7\"\r\n" },
	{ "formulas and marks", CITE_CSV, &bare,
	    HEAD "\"\",\"\",\"'=2*[so]\"\"\",\"\",\"none\",\"\",\"\",\"\","
		 "\"'-bay.txt\",\"\"\r\n" },
	{ "a wild name", CITE_TEXT, &wild,
	    "“So” undated (two␊lines␛‹RLO›.txt:7)\n" },
	{ "a wild name in a cell", CITE_CSV, &wild,
	    HEAD "\"\",\"\",\"So\",\"\",\"none\",\"\",\"\",\"\","
		 "\"x/two␊lines␛‹RLO›.txt\",\"7\"\r\n" },
	{ "JSON", CITE_JSON, &plain,
	    "[\n{\"date\":\"2022-11-04\",\"speaker\":\"Tilda Rowe\","
	    "\"text\":\"We paint,\",\"mention\":\"she\",\"how\":\"inferred\","
	    "\"title\":\"Ferry ties up\",\"source\":\"The Gull\","
	    "\"dateline\":\"MARROW BAY\",\"file\":\"x/bay.txt\","
	    "\"line\":7}\n]\n" },
};

static void
test_cites(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf b = { .in = a };
		struct cite c = *rows[i].cite;

		c.day = rows[i].cite == &plain
		    ? date_of((struct ymd){ 2022, 11, 4 })
		    : DATE_NONE;
		cite_begin(&b, rows[i].form);
		cite_add(&b, rows[i].form, &c);
		cite_end(&b, rows[i].form);
		check_str(rows[i].name, buf_str(&b), rows[i].want);
	}
	arena_free(a);
}

static void
test_two(void **state)
{
	struct arena *a = arena_new();
	struct buf json = { .in = a }, md = { .in = a };
	struct cite c = { .words = STR("So"), .how = STR("none"),
		.day = DATE_NONE, .path = "b" };

	(void)state;
	cite_begin(&json, CITE_JSON);
	for (int i = 0; i < 2; i++) {
		cite_add(&json, CITE_JSON, &c);
		cite_add(&md, CITE_MARKDOWN, &c);
	}
	cite_end(&json, CITE_JSON);
	check_int("a comma between two",
	    memmem(json.ptr, json.len, "}\n,{", 4) != NULL, true);
	check_int("and no other", memmem(json.ptr, json.len, ",,", 2) != NULL,
	    false);
	check_str("a line between two", buf_str(&md),
	    "> “So”\n>\n> — undated (`b`)\n\n> “So”\n>\n> — undated (`b`)\n");
	arena_free(a);
}

/* From a file to a citation, whose words are on one line and safe to see. */
static void
test_made(void **state)
{
	static const char text[] =
	    " date 2023-02-10 PORT SULA — The ferry is back, harbour clerk "
	    "Tilda Rowe said.\n\n“It came\nat \001noon,” she said.\n";
	uint32_t raw = (uint32_t)(strstr(text, "It came") - text);
	struct arena *a = arena_new();
	struct buf b = { .in = a };
	struct archive *archive;
	struct quoted q;
	struct cite c;
	size_t i;

	(void)state;
	write_file("bay.txt", text);
	archive = open_all("bay.txt");
	q = quoted_new(archive);
	check_int("not there", quoted_get(&q, 0, 3, &i), false);
	check_int("behind the end", quoted_get(&q, 0, 9999999, &i), false);
	check_int("there", quoted_get(&q, 0, raw, &i), true);
	c = cite_make(a, archive, 0, &q.article, i, q.whose);
	cite_add(&b, CITE_TEXT, &c);
	check_str("cited", buf_str(&b),
	    "“It came at ␁noon,” — Tilda Rowe. PORT SULA, 10 Feb 2023 "
	    "(bay.txt:3)\n");
	quoted_end(&q);
	archive_free(archive);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_cites),
		cmocka_unit_test(test_two),
		TEST(test_made),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
