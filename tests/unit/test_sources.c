/* Which source each report names. */
#include "desk.h"

#include <locale.h>

#include "dateline/find/sources.h"

/* Files of one report each, and what their groups are called; in the order of
 * the files.  Groups count from 0 in order of their names. */
static const struct source_row {
	const char *name;
	const char *text;
	uint32_t group;
	const char *source;
} rows[] = {
	{ "behind a bar", " date 2023-01-01 A tide | Tern Post\n\nIt rose.\n",
	    2, "Tern Post" },
	{ "none", " date 2023-01-02 It rose all night\n\nIt rose.\n", 3, "" },
	{ "of many bars", " date 2023-01-03 A lamp | Sea | Bay Wire\n\nIt.\n",
	    0, "Bay Wire" },
	{ "in capitals", " date 2023-01-04 A fog | TERN POST\n\nIt rose.\n", 2,
	    "Tern Post" },
	{ "with an accent", " date 2023-01-05 A fog | Écho\n\nIt rose.\n", 1,
	    "Écho" },
	{ "without it", " date 2023-01-06 A fog | echo\n\nIt rose.\n", 1,
	    "Écho" },
};

static void
write_rows(struct desk *d)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		char name[8] = "0.txt";
		FILE *f;

		name[0] = (char)('0' + i);
		f = desk_file(d, name);
		fputs(rows[i].text, f);
		fclose(f);
	}
}

static void
test_rows(void **state)
{
	struct sources *s;
	struct desk d;

	(void)state;
	desk_new(&d);
	write_rows(&d);
	desk_start(&d);
	s = sources_new(d.archive);
	check_int("no report", sources_percent(s), 100);
	check_int("nothing to look at", sources_step(s, SIZE_MAX), false);
	archive_finish(d.archive);
	check_int("not looked at", sources_group(s, 0), 1);
	check_int("no name", sources_group_count(s), 2);
	while (sources_step(s, 1))
		;
	check_int("all", sources_percent(s), 100);
	check_int("names and two", sources_group_count(s), 5);
	for (uint32_t i = 0; i < COUNT(rows); i++) {
		uint32_t id = archive_at(d.archive, i);

		check_int(rows[i].name, sources_group(s, id), rows[i].group);
		check_str(rows[i].name,
		    sources_name(s, sources_group(s, id)), rows[i].source);
	}
	sources_free(s);
	desk_close(&d);
}

/* Reports enough for many batches, each with a name of its own: they are told
 * now and then, and their groups keep their order. */
static void
test_batches(void **state)
{
	enum { REPORTS = 3000 };
	uint32_t version = 0, times = 0;
	struct sources *s;
	struct desk d;
	FILE *f;

	(void)state;
	desk_new(&d);
	f = desk_file(&d, "many.txt");
	for (int i = 0; i < REPORTS; i++)
		fprintf(f, " date 2023-01-01 Tide | Paper %d\n\nIt rose.\n\n",
		    i * 7919 % REPORTS);
	fclose(f);
	desk_start(&d);
	archive_finish(d.archive);
	s = sources_new(d.archive);
	for (bool more = true; more;) {
		more = sources_step(s, 1);
		times += sources_version(s) != version;
		version = sources_version(s);
	}
	check_int("names", sources_group_count(s), REPORTS + 2);
	check_int("told now and then", times > 3 && times < 20, true);
	for (uint32_t id = 0; id < REPORTS; id++) {
		char name[32];
		uint32_t g = sources_group(s, id);

		snprintf(name, sizeof(name), "Paper %u", id * 7919 % REPORTS);
		check_str("its own", sources_name(s, g), name);
	}
	sources_free(s);
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_batches),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
