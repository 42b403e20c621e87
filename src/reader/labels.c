/* The names of reports in the list of dates.  A small table, one place for each
 * id modulo its size, so a screenful of neighbours never collides. */
#include "dateline/reader/labels.h"

#include <stdlib.h>

#include "dateline/report/head.h"
#include "dateline/text/letter.h"

enum { LABELS = 256, LEAD_COLS = 80 };

struct labels {
	struct archive *archive;
	struct arena *scratch;
	struct label table[LABELS];
};

struct labels *
labels_new(struct archive *archive)
{
	struct labels *l = xrealloc(NULL, 1, sizeof(*l));

	memset(l, 0, sizeof(*l));
	l->archive = archive;
	l->scratch = arena_new();
	return l;
}

void
labels_free(struct labels *l)
{
	if (!l)
		return;
	arena_free(l->scratch);
	free(l);
}

/* A list has no room for the full stop a title may end in. */
static struct str
without_stop(struct str s)
{
	if (str_ends(s, STR(".")) && !str_ends(s, STR("..")))
		s.len--;
	return s;
}

static void
label_set(struct label *label, struct str text)
{
	text = str_head(text, utf8_floor(text, sizeof(label->text)));
	memcpy(label->text, text.ptr, text.len);
	label->len = (uint8_t)text.len;
}

static void
label_read(struct labels *l, struct label *label)
{
	const struct record *rec = archive_record(l->archive, label->id);
	struct err e = { "" };
	struct plain plain;
	struct head head;
	struct str raw;

	arena_reset(l->scratch);
	if (!archive_read(l->archive, label->id, 0, HEAD_WINDOW, l->scratch,
		&raw, &e)) {
		label_set(label, STR("(cannot be read)"));
		return;
	}
	plain = plain_make(l->scratch, raw, 0, PLAIN_READABLE);
	head = head_read(plain.text, rec->head);
	label->lead = head.title.len == 0;
	if (head.title.len > 0)
		label_set(label, without_stop(str_of(plain.text, head.title)));
	else
		label_set(label, str_of(plain.text,
		    head_short_lead(plain.text, head.lead, LEAD_COLS)));
	if (label->len == 0)
		label_set(label, STR("(no text)"));
}

const struct label *
labels_get(struct labels *l, uint32_t id)
{
	struct label *label = &l->table[id % LABELS];

	if (!label->known || label->id != id) {
		*label = (struct label){ .id = id, .known = true };
		label_read(l, label);
	}
	return label;
}
