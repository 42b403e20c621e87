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

/* As words are typed, the first hit from where the search began is shown. */
static void
prompt_changed(struct reader *r)
{
	if (r->prompt.asks != CMD_FIND || !r->open.is)
		return;
	find_set(r, prompt_text(&r->prompt));
	r->find.shown = r->find.match != NULL;
	if (r->find.hit_n > 0)
		find_from(r, plain_from_raw(&r->open.article.text,
				 r->find.origin.raw));
	else
		origin_restore(r);
}

static void
prompt_cancel(struct reader *r)
{
	if (r->prompt.asks == CMD_FIND && r->open.is) {
		find_set(r, STR(""));
		origin_restore(r);
	}
	r->prompt = prompt_none();
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

static enum errand
prompt_accept(struct reader *r)
{
	struct prompt p = r->prompt;

	r->prompt = prompt_none();
	if (p.asks == CMD_FIND) {
		if (r->find.hit_n > 0 && r->open.top != r->find.origin_top)
			place_remember(r, r->find.origin);
		if (r->find.match && r->find.hit_n == 0)
			message_set(r, "not in this report: %.*s", (int)p.len,
			    p.text);
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
	if (c == CMD_FIND && r->open.is) {
		r->find.origin = place_here(r);
		r->find.origin_top = r->open.top;
		r->find.origin_cols = r->open.page.cols;
	}
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

	r->touched = true;
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
