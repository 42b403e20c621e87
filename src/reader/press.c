/* A keypress: to the prompt while one is open, to the overlay while one covers
 * the panes, else by the keymap to a command. */
#include <stdio.h>

#include "parts.h"

/* Back to where the search began: to the very row, unless the rows have changed
 * since. */
static void
origin_restore(struct reader *r)
{
	const struct finder *f = &r->find;

	scroll_to(r, f->origin_cols == r->open.page.cols
		? f->origin_top
		: page_row(&r->open.page, plain_from_raw(
			  &r->open.article.text, f->origin.raw)));
}

static bool
finds(const struct prompt *p)
{
	return p->asks == CMD_FIND || p->asks == CMD_FIND_ALL;
}

/* As words are typed, the first hit from where the search began is shown, or
 * the list of all hits. */
static void
prompt_changed(struct reader *r)
{
	const struct prompt *p = &r->prompt;

	if (!finds(p) || !r->open.is)
		return;
	if (p->asks == CMD_FIND_ALL) {
		found_set(r, prompt_text(p), p->mode);
		return;
	}
	find_set(r, prompt_text(p), p->mode);
	r->find.shown = r->find.wanted.query != NULL;
	if (r->find.hit_n > 0)
		find_from(r, plain_from_raw(&r->open.article.text,
				 r->find.origin.raw));
	else
		origin_restore(r);
}

/* Back to where the search began; a prompt in which nothing was typed leaves
 * the search before it as it is. */
static void
prompt_cancel(struct reader *r)
{
	struct prompt p = r->prompt;

	r->prompt = prompt_none();
	if (!finds(&p) || !r->open.is)
		return;
	if (r->sheet.kind == SHEET_FOUND)
		sheet_show(r, SHEET_NONE);
	if (!p.edited)
		return;
	if (p.asks == CMD_FIND_ALL)
		found_drop(r);
	find_set(r, STR(""), QUERY_FOLDED);
	origin_restore(r);
}

/* The same words in this report, or in all of them. */
static void
prompt_widen(struct reader *r)
{
	struct prompt *p = &r->prompt;

	if (r->sheet.kind == SHEET_FOUND)
		sheet_show(r, SHEET_NONE);
	p->asks = p->asks == CMD_FIND ? CMD_FIND_ALL : CMD_FIND;
	if (p->asks == CMD_FIND_ALL)
		sheet_show(r, SHEET_FOUND);
	if (p->len > 0)
		prompt_changed(r);
}

/* Keys that mean something only where words are looked for. */
static bool
press_find(struct reader *r, key k)
{
	struct prompt *p = &r->prompt;

	if (!finds(p) || !r->open.is)
		return false;
	if (k == K_TAB || (k == '/' && p->len == 0 && p->asks == CMD_FIND)) {
		prompt_widen(r);
		return true;
	}
	if (k == K_CTRL('e'))
		p->mode = p->mode == QUERY_EXACT ? QUERY_FOLDED : QUERY_EXACT;
	else if (k == K_CTRL('t'))
		p->mode = p->mode == QUERY_REGEX ? QUERY_FOLDED : QUERY_REGEX;
	else
		return false;
	prompt_changed(r);
	return true;
}

static struct history *
history_of(struct reader *r)
{
	if (finds(&r->prompt))
		return &r->history[HISTORY_WORDS];
	return &r->history[r->prompt.asks == CMD_GOTO_DATE ? HISTORY_DATES
							   : HISTORY_LINES];
}

/* Older and newer lines. */
static bool
press_history(struct reader *r, key k)
{
	struct history *h = history_of(r);

	if (k == K_UP || k == K_CTRL('p'))
		history_walk(h, &r->prompt, -1, false);
	else if (k == K_DOWN || k == K_CTRL('n'))
		history_walk(h, &r->prompt, 1, false);
	else if (k == K_CTRL('r'))
		history_walk(h, &r->prompt, -1, true);
	else
		return false;
	prompt_changed(r);
	return true;
}

/* Tab: the next command whose name begins as the words do, or the next way to
 * take a date. */
static void
prompt_complete(struct reader *r)
{
	enum command c = command_complete(prompt_text(&r->prompt), 0);

	if (r->prompt.asks == CMD_COMMAND_LINE && c != CMD_COUNT)
		prompt_set(&r->prompt, str_c(command_info(c)->name));
	if (r->prompt.asks == CMD_GOTO_DATE)
		r->prompt.turn++;
}

/* The words stay what is looked for. */
static void
accept_find(struct reader *r, const struct prompt *p)
{
	const struct wanted *w = &r->find.wanted;

	if (p->asks == CMD_FIND_ALL && p->len == 0) {
		r->hunter.busy = r->hunter.hunt != NULL;
		r->busy |= r->hunter.busy;
		if (!r->hunter.busy)
			sheet_show(r, SHEET_NONE);
		return;
	}
	if (p->asks == CMD_FIND_ALL)
		return;
	if (r->find.hit_n > 0 && r->open.top != r->find.origin_top)
		place_remember(r, r->find.origin);
	if (w->why.text[0] != '\0' && p->len > 0)
		message_set(r, "%s", w->why.text);
	else if (w->query && query_is_bare(w->query))
		message_set(r, "that names reports, and no words: F lists them");
	else if (w->query && r->find.hit_n == 0)
		message_set(r, "not in this report: %.*s", (int)p->len,
		    p->text);
}

static enum errand
prompt_accept(struct reader *r)
{
	struct prompt p = r->prompt;

	history_add(history_of(r), prompt_text(&p));
	r->prompt = prompt_none();
	if (finds(&p)) {
		accept_find(r, &p);
		return ERRAND_NONE;
	}
	if (p.asks == CMD_GOTO_DATE && r->open.is) {
		date_goto(r, prompt_text(&p), p.turn);
		return ERRAND_NONE;
	}
	return reader_do(r, p.asks, prompt_text(&p));
}

static enum errand
press_prompt(struct reader *r, key k)
{
	if (k == K_ENTER)
		return prompt_accept(r);
	if (k == K_ESC || k == K_CTRL('c'))
		prompt_cancel(r);
	else if (k == K_BACKSPACE && r->prompt.len == 0)
		prompt_cancel(r);
	else if (press_find(r, k) || press_history(r, k))
		return ERRAND_NONE;
	else if (k == K_TAB)
		prompt_complete(r);
	else if (prompt_key(&r->prompt, k))
		prompt_changed(r);
	return ERRAND_NONE;
}

void
ask_words(struct reader *r, enum command c)
{
	r->prompt = prompt_open(c);
	if (c == CMD_SAME)
		same_suggest(r);
	if (!finds(&r->prompt) || !r->open.is)
		return;
	r->find.origin = place_here(r);
	r->find.origin_top = r->open.top;
	r->find.origin_cols = r->open.page.cols;
	if (c == CMD_FIND_ALL)
		sheet_show(r, SHEET_FOUND);
}

/* Digits before a command: a count.  True when `k` was one. */
static bool
press_digit(struct reader *r, key k)
{
	if (k < '0' || k > '9' || (k == '0' && r->count == 0))
		return false;
	if (r->count < 100000000)
		r->count = r->count * 10 + (k - '0');
	return true;
}

static enum errand
press_command(struct reader *r, enum command c)
{
	enum errand errand = ERRAND_NONE;

	if (r->sheet.kind != SHEET_NONE) {
		if (sheet_perform(r, c))
			return ERRAND_NONE;
		if (command_info(c)->group != GROUP_PROGRAM &&
		    !sheet_keeps(r, c) &&
		    !(c == CMD_WHERE && r->sheet.kind == SHEET_WHERE))
			sheet_show(r, SHEET_NONE);
	}
	if (command_info(c)->argument == ARGUMENT_WORDS)
		ask_words(r, c);
	else
		errand = reader_do(r, c, STR(""));
	return errand;
}

static enum errand
say_unbound(struct reader *r, key k)
{
	char name[KEY_NAME];

	key_print(name, k);
	message_set(r, "%s does nothing: ? shows the keys", name);
	return ERRAND_NONE;
}

enum errand
reader_key(struct reader *r, key k)
{
	enum errand errand;
	enum command c;
	bool more;

	r->touched |= r->open.is;
	mark_shown(r);
	r->message[0] = '\0';
	if (prompt_is_open(&r->prompt))
		return press_prompt(r, k);
	if (r->before == K_NONE && press_digit(r, k))
		return ERRAND_NONE;
	c = keymap_find(&r->keymap, r->before, k, &more);
	r->before = more ? k : K_NONE;
	if (more)
		return ERRAND_NONE;
	errand = c == CMD_COUNT ? say_unbound(r, k) : press_command(r, c);
	r->count = 0;
	return errand;
}
