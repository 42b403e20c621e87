/* One line being typed.  The cursor stays at its end: what is typed here is a
 * word or a date, and C-u is nearer than any arrow. */
#include "dateline/reader/prompt.h"

#include "dateline/text/utf8.h"

struct prompt
prompt_none(void)
{
	return (struct prompt){ .asks = CMD_COUNT };
}

struct prompt
prompt_open(enum command asks)
{
	return (struct prompt){ .asks = asks };
}

bool
prompt_is_open(const struct prompt *p)
{
	return p->asks != CMD_COUNT;
}

const char *
prompt_label(const struct prompt *p)
{
	static const char *const find[] = { "/", "exactly: ", "pattern: " };
	static const char *const find_all[] = { "in all reports: ",
		"exactly, in all reports: ", "pattern, in all reports: " };

	switch (p->asks) {
	case CMD_FIND:
		return find[p->mode];
	case CMD_FIND_ALL:
		return find_all[p->mode];
	case CMD_GOTO_DATE:
		return "date: ";
	case CMD_SAID_WITH:
		return "with the words: ";
	case CMD_SAID_IN:
		return "only in: ";
	case CMD_SPEAKER:
		return "said by: ";
	case CMD_SAME:
		return "same: ";
	case CMD_SAVE:
		return "save as: ";
	default:
		return ":";
	}
}

struct str
prompt_text(const struct prompt *p)
{
	return (struct str){ p->text, p->len };
}

void
prompt_set(struct prompt *p, struct str text)
{
	text = str_head(text, utf8_floor(text, PROMPT_MAX));
	p->edited = true;
	memcpy(p->text, text.ptr, text.len);
	p->len = text.len;
}

/* Blanks at the end, then the word before them. */
static void
erase_word(struct prompt *p)
{
	while (p->len > 0 && p->text[p->len - 1] == ' ')
		p->len--;
	while (p->len > 0 && p->text[p->len - 1] != ' ')
		p->len--;
}

bool
prompt_key(struct prompt *p, key k)
{
	char bytes[UTF8_MAX];
	size_t n;

	if (k == K_BACKSPACE || k == K_CTRL('h')) {
		p->len = utf8_prev(prompt_text(p), p->len);
	} else if (k == K_CTRL('w')) {
		erase_word(p);
	} else if (k == K_CTRL('u')) {
		p->len = 0;
	} else if (k >= ' ' && k < K_UP) {
		n = utf8_put(bytes, k);
		if (p->len + n <= PROMPT_MAX) {
			memcpy(p->text + p->len, bytes, n);
			p->len += n;
		}
	} else {
		return false;
	}
	p->turn = 0;
	p->edited = true;
	p->walked = 0; /* what it is now is what is being typed */
	return true;
}
