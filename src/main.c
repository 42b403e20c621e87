/* From words on a command line to a reader: what was asked for is printed, or
 * the terminal is taken over until q. */
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "dateline/reader/reader.h"
#include "dateline/screen/screen.h"
#include "dateline/term/terminal.h"
#include "home.h"
#include "print.h"
#include "state.h"

enum {
	STEP_LEAST = 128 * 1024, /* bytes read at once … */
	STEP_MOST = 4 * 1024 * 1024,
	FIRST_MS = 25,	  /* … for so long before the first picture … */
	BETWEEN_MS = 5,	  /* … and between two looks at the keys */
	REPAINT_MS = 100, /* of a count that grows */
	CANNOT_DRAW = -1, /* no exit status: the terminal is only printed on */
};

/* The person's locale if it speaks UTF-8, else one that does. */
static void
set_locale(void)
{
	setlocale(LC_ALL, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* All paths, or the current folder; `say` is told at once what does not exist,
 * and the rest is opened.  False when nothing is left; `first` is the first of
 * them. */
static bool
add_paths(struct archive *a, char **paths, void (*say)(const char *),
    struct err *first)
{
	static char here[] = ".";
	char *only[] = { here, NULL };
	bool any = false;

	for (char **p = paths[0] ? paths : only; *p; p++) {
		struct err e = { "" };

		if (archive_add(a, *p, &e)) {
			any = true;
		} else {
			say(e.text);
			err_set(first, "%s", e.text);
		}
	}
	return any;
}

struct loop {
	struct reader *reader;
	struct terminal *terminal;
	struct archive *archive;
	const struct options *options;
	struct state *state; /* NULL: what is read is not kept */
	struct archive *fresh; /* the files read again; NULL: nobody asked */
	struct err fresh_said;
	bool fresh_whole;
	struct arena *frame;
	bool dirty;
	long painted_ms;
};

static void
paint(struct loop *l)
{
	struct canvas c;

	arena_reset(l->frame);
	c = screen_draw(l->reader, l->frame);
	l->terminal->ops->show(l->terminal, &c);
	l->dirty = false;
	l->painted_ms = now_ms();
}

/* Reads on in the archive for about `ms`; what can wait is done in a later
 * call.  A byte that is indexed costs next to nothing, one that is understood a
 * hundred times as much: steps grow while they take no time. */
static bool
index_for(struct reader *r, long ms)
{
	long start = now_ms(), now = start, before;
	bool changed = false, first = r->indexing;
	size_t bytes = STEP_LEAST;

	do {
		before = now;
		changed |= reader_step(r, bytes);
		now = now_ms();
		if (now == before && bytes < STEP_MOST)
			bytes *= 2;
	} while ((first ? r->indexing : r->busy) &&
	    archive_pipe(r->archive) < 0 && now - start < ms);
	return changed;
}

/* What arrives through a pipe is gone once it has been read. */
static bool
comes_once(const char *path)
{
	struct stat st;

	if (strcmp(path, "-") == 0)
		return fstat(STDIN_FILENO, &st) != 0 || !S_ISREG(st.st_mode) ||
		    lseek(STDIN_FILENO, 0, SEEK_CUR) != 0;
	return stat(path, &st) == 0 && S_ISFIFO(st.st_mode);
}

static void
say_nothing(const char *text)
{
	(void)text; /* the status row will */
}

static bool
any_comes_once(char **paths)
{
	for (; *paths; paths++)
		if (comes_once(*paths))
			return true;
	return false;
}

/* The same paths once more; NULL, with a sentence, when that cannot be. */
static struct archive *
archive_again(const struct options *o, struct err *e)
{
	struct archive *a;

	if (any_comes_once(o->paths)) {
		err_set(e, "what came through a pipe cannot be read again");
		return NULL;
	}
	a = archive_new();
	if ((!o->encoding || archive_set_encoding(a, o->encoding, e)) &&
	    add_paths(a, o->paths, say_nothing, e))
		return a;
	archive_free(a);
	return NULL;
}

/* Begins to read the files again.  Until that is done the old archive stays,
 * and it stays for good when there is nothing left to read. */
static void
begin_again(struct loop *l)
{
	archive_free(l->fresh);
	l->fresh_said = (struct err){ "" };
	l->fresh = archive_again(l->options, &l->fresh_said);
	l->fresh_whole = false;
	reader_tell(l->reader, l->fresh ? "reading the files again …"
					: l->fresh_said.text);
}

/* Reads on in the new archive.  Once it is whole, and nobody is typing, it
 * takes the place of the old one. */
static bool
go_on_again(struct loop *l)
{
	struct reader *old = l->reader;

	if (!l->fresh)
		return false;
	if (!l->fresh_whole)
		l->fresh_whole = archive_step(l->fresh, STEP_MOST) != ARCHIVE_MORE;
	if (!l->fresh_whole || prompt_is_open(&old->prompt))
		return false;
	if (l->state)
		state_take(l->state, old, &l->fresh_said);
	l->reader = reader_again(old, l->fresh);
	if (l->state)
		state_give(l->state, l->reader, false);
	reader_free(old);
	archive_free(l->archive);
	l->archive = l->fresh;
	l->fresh = NULL;
	if (l->fresh_said.text[0] != '\0')
		reader_tell(l->reader, l->fresh_said.text);
	return true;
}

/* What leaves the reader; whoever does not take it says why. */
static void
perform(struct loop *l, enum errand errand)
{
	struct reader *r = l->reader;
	struct err e = { "" };

	switch (errand) {
	case ERRAND_SUSPEND:
		if (!l->terminal->ops->suspend(l->terminal))
			err_set(&e, "there is no shell to go back to");
		break;
	case ERRAND_REDRAW: l->terminal->ops->redraw(l->terminal); break;
	case ERRAND_RELOAD: begin_again(l); break;
	case ERRAND_COPY: l->terminal->ops->copy(l->terminal, r->out, &e); break;
	case ERRAND_SAVE: home_write(r->out_path, r->out, &e); break;
	case ERRAND_CORRECTIONS:
		home_save_corrections(r->corrections, &e);
		break;
	case ERRAND_NONE:
	case ERRAND_QUIT: break;
	}
	if (e.text[0] != '\0')
		reader_tell(r, e.text);
}

/* Takes one event; false at the end, with the signal to die of, or 0. */
static bool
handle(struct loop *l, const struct event *event, int *signal)
{
	enum errand errand = ERRAND_NONE;

	switch (event->kind) {
	case EVENT_NONE:
	case EVENT_PIPE:
		return true;
	case EVENT_RESIZE:
		reader_resize(l->reader, event->cols, event->rows);
		break;
	case EVENT_KEY:
		errand = reader_key(l->reader, event->key);
		break;
	case EVENT_END:
	case EVENT_SIGNAL:
		*signal = event->signal;
		return false;
	}
	perform(l, errand);
	l->dirty = true;
	return errand != ERRAND_QUIT;
}

/* How long to wait for a key: not at all while there is something to read. */
static int
patience_ms(const struct loop *l, int pipe)
{
	if (l->fresh && !l->fresh_whole)
		return 0;
	if (!l->reader->busy)
		return -1;
	return pipe >= 0 ? REPAINT_MS : 0;
}

/* Keys come first; what is left of the time goes to reading the archive. */
static int
run(struct loop *l)
{
	int signal = 0, pipe;
	struct event event;

	do {
		pipe = l->reader->indexing ? archive_pipe(l->archive) : -1;
		event = l->terminal->ops->wait(
		    l->terminal, patience_ms(l, pipe), pipe);
		if (!handle(l, &event, &signal))
			break;
		l->dirty |= go_on_again(l);
		if (l->reader->busy &&
		    (event.kind == EVENT_NONE || event.kind == EVENT_PIPE))
			l->dirty |= index_for(l->reader, BETWEEN_MS);
		if (l->dirty &&
		    (event.kind == EVENT_KEY || event.kind == EVENT_RESIZE ||
			!l->reader->busy ||
			now_ms() - l->painted_ms >= REPAINT_MS))
			paint(l);
	} while (true);
	return signal;
}

static void
start_at(struct reader *r, const struct options *o)
{
	if (o->start_date)
		reader_do(r, CMD_GOTO_DATE, str_c(o->start_date));
	if (o->start_find)
		reader_find_first(r, str_c(o->start_find));
	if (o->start_date || o->start_find)
		r->touched = true;
}

static struct terminal *
open_terminal(const struct options *o, struct err *e)
{
	enum theme theme = o->theme != THEME_COUNT
	    ? o->theme
	    : theme_guess(getenv("NO_COLOR"), getenv("COLORFGBG"));

	if (o->script)
		return terminal_script(o->script, o->cols, o->rows, e);
	return terminal_curses(theme, e);
}

/* Unless something else was asked for. */
static bool
opens_at_last_place(const struct options *o)
{
	return !o->start_date && !o->start_find &&
	    o->date.first == DATE_ALL.first && o->date.last == DATE_ALL.last;
}

/* The reader, until it is left, when `*own` may have become another archive.
 * `said` stands in its status row.  Returns the exit status, or CANNOT_DRAW. */
static int
read_archive(const struct options *o, struct archive **own, struct state *state,
    struct corrections *corrections, const struct err *said)
{
	struct archive *a = *own;
	struct loop l = { .archive = a, .options = o, .state = state };
	struct err e = { "" };
	int signal;

	l.reader = reader_new(a);
	if (state)
		state_give(state, l.reader, opens_at_last_place(o));
	l.reader->no_plain_headings = o->no_plain_headings;
	reader_set_corrections(l.reader, corrections);
	reader_narrow_dates(l.reader, o->date);
	if (o->start_date || o->start_find)
		archive_finish(a);
	index_for(l.reader, FIRST_MS);
	if (!l.reader->indexing && archive_count(a) == 0 &&
	    print_problems(a)) {
		reader_free(l.reader);
		return 2;
	}
	start_at(l.reader, o);
	if (said->text[0] != '\0')
		reader_tell(l.reader, said->text);
	l.terminal = open_terminal(o, &e);
	if (!l.terminal) {
		print_error(e.text);
		reader_free(l.reader);
		return o->script ? 2 : CANNOT_DRAW;
	}
	l.frame = arena_new();
	signal = run(&l);
	if (state)
		state_take(state, l.reader, &e);
	l.terminal->ops->close(l.terminal);
	if (e.text[0] != '\0')
		print_error(e.text);
	arena_free(l.frame);
	reader_free(l.reader);
	archive_free(l.fresh);
	*own = l.archive;
	if (signal != 0)
		raise(signal);
	return e.text[0] != '\0' || archive_problem_count(*own) > 0 ? 2 : 0;
}

static int
print_archive(
    struct options *o, struct archive *a, const struct corrections *c)
{
	if (o->action == ACTION_READ)
		o->action = ACTION_DUMP;
	return print_run(o, a, c);
}

/* What was asked for, with what the person corrected.  Corrections that cannot
 * be read are an error that keeps nobody from reading. */
static int
perform_action(struct options *o, struct archive **own, struct err *e)
{
	bool reads = o->action == ACTION_READ &&
	    (o->script || isatty(STDOUT_FILENO));
	struct corrections *c = NULL;
	struct state *state = NULL;
	struct err said = { "" };
	int status;

	if (!o->no_corrections)
		c = home_load_corrections(&said);
	if (reads && !any_comes_once(o->paths))
		state = state_new(o, &said);
	if (said.text[0] != '\0') {
		err_set(e, "%s", said.text);
		if (!reads)
			print_error(said.text);
	}
	status = reads ? read_archive(o, own, state, c, e) : CANNOT_DRAW;
	state_free(state);
	if (status == CANNOT_DRAW)
		status = print_archive(o, *own, c);
	corrections_free(c);
	return status;
}

int
main(int argc, char **argv)
{
	struct options o;
	struct err e = { "" };
	struct archive *a;
	int status = 2;

	set_locale();
	if (!options_parse(&o, argc, argv, &e)) {
		print_error(e.text);
		return 2;
	}
	if (o.action == ACTION_HELP || o.action == ACTION_VERSION) {
		if (o.action == ACTION_HELP)
			options_print_help();
		else
			puts(PACKAGE_STRING);
		return fflush(stdout) == 0 ? 0 : 2;
	}
	a = archive_new();
	if (o.encoding && !archive_set_encoding(a, o.encoding, &e)) {
		print_error(e.text);
		archive_free(a);
		return 2;
	}
	if (add_paths(a, o.paths, print_error, &e))
		status = perform_action(&o, &a, &e);
	archive_free(a);
	return e.text[0] != '\0' ? 2 : status;
}
