#ifndef DATELINE_TEST_DESK_H
#define DATELINE_TEST_DESK_H

/* An archive in a folder of its own and a reader at it, for tests that press
 * keys: desk_open() writes the files, desk_close() takes them away. */

#include "test.h"

#include <stdlib.h>
#include <unistd.h>

#include "flaw.h"

struct report_file {
	const char *name; /* of the file */
	const char *text;
};

#define DESK_FILES 8

struct desk {
	char folder[32];
	const char *paths[DESK_FILES];
	size_t path_n;
	struct arena *in;
	struct archive *archive;
	struct reader *reader;
	struct arena *frame;
};

/* Places of the bay: the long report, the undated one. */
enum { NEWEST = 4, LAST = 5 };

/* A winter at Marrow Bay: two reports on one day, headings in bold letters and
 * plain, quotes, a promotion that comes twice, and one without a date. */
static const struct report_file bay_file = { "bay.txt",
	" date 2022-11-04 Ferry ties up for winter | The Marrow Gull\n\n"
	"The ferry tied up at the north pier on Friday and will not sail "
	"before the ice is gone. Forty crates went ashore.\n\n"
	"What the crew does now\n\n"
	"“We paint,” Tilda Rowe said. “Then we paint again.”\n\n"
	" date 2023-02-10 Two storms in one night | The Marrow Gull\n\n"
	"“I counted both of them,” Osk Varden told the harbour office.\n\n"
	"The second storm took the lamp. Nobody was hurt.\n\n"
	"“It will shine again,” Ines Calloway said.\n\n"
	" date 2023-02-10 MARROW BAY — Before the storm was over, a lantern "
	"hung where the lamp had been.\n\n"
	"“Somebody had to,” Tilda Rowe said.\n\n"
	" date 2023-03-01 The lamp is back | Chirper\n\n"
	"The lamp came back on the first of March, and it is brighter.\n\n"
	"Tell us!  ✉\n\n"
	"Which gull do you read at breakfast? — Gull Letters "
	"(@gullletters)\n\n"
	"𝗪𝗵𝗼 𝗽𝗮𝘆𝘀 𝗳𝗼𝗿 𝗶𝘁\n\n"
	"The harbour office pays, and it has not said how much.\n\n"
	"Tell us!  ✉\n\n"
	"Which gull do you read at breakfast? — Gull Letters "
	"(@gullletters)\n\n"
	"𝗪𝗵𝗼 𝗰𝗹𝗶𝗺𝗯𝘀 𝘂𝗽\n\n"
	"Two of the crew climb up every evening.\n" };

static const struct report_file undated_file = { "notes.txt",
	"Notes from the pier\n\n"
	"Nobody wrote a day on these. They were found under the lamp, and "
	"they are about gulls.\n\n"
	"“They never sleep,” Osk Varden said.\n" };

/* A long report of the 20th of March: forty paragraphs with a heading before
 * every tenth and a quote after every fifth. */
static inline void
write_table(FILE *f)
{
	fputs(" date 2023-03-20 The tide table, read aloud | The Marrow "
	      "Gull\n\n", f);
	for (int i = 1; i <= 40; i++) {
		if (i % 10 == 5)
			fprintf(f, "Reading number %d\n\n", i / 10 + 1);
		fprintf(f,
		    "At hour %d the water stood %d hands below the mark, and "
		    "the reader, who had been at it since the morning, "
		    "drank a cup of tea before the next line.\n\n",
		    i, 50 - i);
		if (i % 5 == 0)
			fprintf(f,
			    "“Line %d is fair,” Tilda Rowe said.\n\n", i);
	}
}

static inline FILE *
desk_file(struct desk *d, const char *name)
{
	struct buf path = { .in = d->in };
	FILE *f;

	assert_true(d->path_n < DESK_FILES);
	buf_addf(&path, "%s/%s", d->folder, name);
	buf_addc(&path, '\0');
	d->paths[d->path_n++] = path.ptr;
	f = fopen(path.ptr, "w");
	assert_non_null(f);
	return f;
}

static inline void
desk_write(struct desk *d, const struct report_file *file)
{
	FILE *to = desk_file(d, file->name);

	fputs(file->text, to);
	fclose(to);
}

/* An empty folder. */
static inline void
desk_new(struct desk *d)
{
	*d = (struct desk){ .folder = "/tmp/desk-XXXXXX" };
	assert_non_null(mkdtemp(d->folder));
	d->in = arena_new();
	d->frame = arena_new();
}

/* A reader of all files so far, nothing indexed yet. */
static inline void
desk_start(struct desk *d)
{
	struct err e = { "" };

	d->archive = archive_new();
	for (size_t i = 0; i < d->path_n; i++)
		assert_true(archive_add(d->archive, d->paths[i], &e));
	d->reader = reader_new(d->archive);
}

static inline void
desk_index(struct desk *d)
{
	while (d->reader->indexing)
		reader_step(d->reader, 1 << 20);
}

/* The bay, with or without the long report; at 80 by 24, all indexed. */
static inline void
desk_open(struct desk *d, bool table)
{
	FILE *f;

	desk_new(d);
	desk_write(d, &bay_file);
	desk_write(d, &undated_file);
	if (table) {
		f = desk_file(d, "table.txt");
		write_table(f);
		fclose(f);
	}
	desk_start(d);
	desk_index(d);
}

static inline void
desk_close(struct desk *d)
{
	reader_free(d->reader);
	archive_free(d->archive);
	arena_free(d->frame);
	for (size_t i = 0; i < d->path_n; i++)
		unlink(d->paths[i]);
	arena_free(d->in);
	assert_int_equal(rmdir(d->folder), 0);
}

static inline enum errand
press_word(struct reader *r, struct str word)
{
	enum errand errand = ERRAND_NONE;
	key k = key_parse(word);
	uint32_t cp;
	size_t n;

	if (k != K_NONE)
		return reader_key(r, k);
	for (size_t at = 0; (n = utf8_next(word, at, &cp)) > 0; at += n)
		errand = reader_key(r, cp);
	return errand;
}

/* Presses keys by name, apart by blanks; any other word is typed letter by
 * letter: "/ storm Enter".  Returns what the last key asks for. */
static inline enum errand
press(struct reader *r, const char *keys)
{
	enum errand errand = ERRAND_NONE;
	const char *flaw;

	while (*keys) {
		struct str word = { keys, strcspn(keys, " ") };

		errand = press_word(r, word);
		flaw = flaw_of_reader(r);
		if (flaw)
			fail_msg("%.*s: %s", (int)word.len, word.ptr, flaw);
		keys += word.len;
		keys += *keys == ' ';
	}
	return errand;
}

/* Where in the order the open report is. */
static inline int
place_of(const struct reader *r)
{
	return r->open.is ? (int)archive_place(r->archive, r->open.id) : -1;
}

/* The words of the current quote. */
static inline struct str
quote_of(const struct reader *r)
{
	const struct article *t = &r->open.article;

	if (r->open.quote >= t->quote_n)
		return STR("");
	return str_of(t->text.text, t->quotes[r->open.quote].words);
}

/* How a message begins; NULL: there is one; "": there is none. */
static inline void
check_message(const char *name, const struct reader *r, const char *want)
{
	if (!want)
		check_int(name, r->message[0] != '\0', true);
	else if (want[0] == '\0')
		check_str(name, str_c(r->message), want);
	else
		check_str(name, str_head(str_c(r->message), strlen(want)),
		    want);
}

/* The current quote is in view, but where none is. */
static inline void
check_in_view(const char *name, const struct reader *r)
{
	const struct article *t = &r->open.article;
	size_t row;

	if (r->open.quote >= t->quote_n)
		return;
	row = page_row(&r->open.page, t->quotes[r->open.quote].whole.off);
	check_int(name, row >= r->open.top, true);
	check_int(name, row < r->open.top + (size_t)r->layout.rows, true);
}

#endif
