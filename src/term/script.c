/* A terminal made of a file: the same reader, the same pictures, no screen.
 * Screen tests and demonstrations are made with it. */
#include "dateline/term/terminal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "dateline/text/letter.h"

struct script {
	struct terminal term;
	struct arena *in;
	struct str text; /* the whole file */
	size_t at;	 /* what comes next of it */
	struct str word; /* what is left to type of a word */
	bool command;	 /* it is a command: Enter follows */
	int cols;
	int rows;
	bool sized; /* the first size was told */
	struct buf screen;
};

static struct event
resize_to(struct script *s, int cols, int rows)
{
	s->cols = cols;
	s->rows = rows;
	s->sized = true;
	return (struct event){ .kind = EVENT_RESIZE, .cols = cols, .rows = rows };
}

/* What is left of the line. */
static struct str
take_line(struct script *s)
{
	struct str rest = str_skip(s->text, s->at);
	const char *end = rest.len ? memchr(rest.ptr, '\n', rest.len) : NULL;
	size_t n = end ? (size_t)(end - rest.ptr) : rest.len;

	s->at += n;
	return letter_trim(str_head(rest, n));
}

/* The next word of any line; comments are skipped. */
static struct str
take_word(struct script *s)
{
	size_t from;

	for (;;) {
		while (s->at < s->text.len && s->text.ptr[s->at] <= ' ' &&
		    s->text.ptr[s->at] >= 0)
			s->at++;
		if (s->at == s->text.len || s->text.ptr[s->at] != '#')
			break;
		take_line(s);
	}
	from = s->at;
	while (s->at < s->text.len &&
	    !(s->text.ptr[s->at] <= ' ' && s->text.ptr[s->at] >= 0))
		s->at++;
	return str_of(s->text, span_of(from, s->at));
}

static bool
at_line_start(const struct script *s)
{
	size_t at = s->at;

	while (at > 0 && (s->text.ptr[at - 1] == ' ' || s->text.ptr[at - 1] == '\t'))
		at--;
	return at == 0 || s->text.ptr[at - 1] == '\n';
}

static void
print_screen(const struct script *s)
{
	fwrite(s->screen.ptr, 1, s->screen.len, stdout);
	for (int i = 0; i < s->cols; i++)
		putchar('=');
	putchar('\n');
}

/* One character of what is being typed. */
static struct event
type_next(struct script *s)
{
	uint32_t cp;
	size_t n = utf8_next(s->word, 0, &cp);

	if (n == 0) {
		s->command = false;
		return (struct event){ .kind = EVENT_KEY, .key = K_ENTER };
	}
	s->word = str_skip(s->word, n);
	return (struct event){ .kind = EVENT_KEY, .key = cp };
}

/* A line that begins with ":" and a letter; false when it is not one. */
static bool
take_command(struct script *s, struct event *event)
{
	struct str line = str_skip(s->text, s->at);
	int cols, rows;

	if (line.len < 2 || line.ptr[0] != ':' || line.ptr[1] < 'a' ||
	    line.ptr[1] > 'z' || !at_line_start(s))
		return false;
	line = take_line(s);
	if (str_eq(line, STR(":print-screen"))) {
		print_screen(s);
		event->kind = EVENT_NONE;
	} else if (str_starts(line, STR(":resize ")) &&
	    sscanf(arena_str(s->in, line).ptr, ":resize %dx%d", &cols, &rows) ==
		2 && cols > 0 && rows > 0 && cols <= 1000 && rows <= 1000) {
		*event = resize_to(s, cols, rows);
	} else {
		s->word = line;
		s->command = true;
		*event = type_next(s);
	}
	return true;
}

static struct event
script_wait(struct terminal *t, int ms, int pipe)
{
	struct script *s = (struct script *)t;
	struct event event = { .kind = EVENT_NONE };
	struct str word;
	size_t start;
	key k;

	(void)pipe;
	if (!s->sized)
		return resize_to(s, s->cols, s->rows);
	if (ms >= 0) /* something is still being read: no key before it ends */
		return event;
	if (s->word.len > 0 || s->command)
		return type_next(s);
	start = s->at;
	word = take_word(s);
	if (word.len == 0)
		return (struct event){ .kind = EVENT_END };
	s->at = (size_t)(word.ptr - s->text.ptr);
	if (s->at >= start && take_command(s, &event))
		return event;
	s->at += word.len;
	k = key_parse(word);
	if (k != K_NONE)
		return (struct event){ .kind = EVENT_KEY, .key = k };
	s->word = word;
	return type_next(s);
}

static void
script_show(struct terminal *t, const struct canvas *c)
{
	struct script *s = (struct script *)t;

	s->screen.len = 0;
	canvas_print(c, &s->screen);
}

static void
script_nothing(struct terminal *t)
{
	(void)t;
}

static bool
script_suspend(struct terminal *t)
{
	(void)t;
	return true;
}

static bool
script_copy(struct terminal *t, struct str text, struct err *e)
{
	(void)t;
	(void)e;
	printf("copied: %.*s\n", (int)text.len, text.ptr);
	return true;
}

static void
script_close(struct terminal *t)
{
	struct script *s = (struct script *)t;

	arena_free(s->in);
	free(s);
}

static bool
read_file(struct script *s, const char *path, struct err *e)
{
	struct buf b = { .in = s->in };
	FILE *f = fopen(path, "r");
	char bytes[4096];
	size_t n;

	if (!f)
		return err_set(e, "%s: %s", path, strerror(errno));
	while ((n = fread(bytes, 1, sizeof(bytes), f)) > 0)
		buf_add(&b, (struct str){ bytes, n });
	if (ferror(f))
		err_set(e, "%s: %s", path, strerror(errno));
	fclose(f);
	s->text = buf_str(&b);
	return e->text[0] == '\0';
}

struct terminal *
terminal_script(const char *path, int cols, int rows, struct err *e)
{
	static const struct terminal_ops ops = {
		.wait = script_wait,
		.show = script_show,
		.redraw = script_nothing,
		.suspend = script_suspend,
		.copy = script_copy,
		.close = script_close,
	};
	struct script *s = xrealloc(NULL, 1, sizeof(*s));

	*s = (struct script){ .term = { &ops }, .in = arena_new(),
		.cols = cols, .rows = rows };
	s->screen.in = s->in;
	if (!read_file(s, path, e)) {
		script_close(&s->term);
		return NULL;
	}
	return &s->term;
}
