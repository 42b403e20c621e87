#ifndef DATELINE_REPORT_PHRASE_H
#define DATELINE_REPORT_PHRASE_H

#include "person.h"

enum phrase_kind {
	PHRASE_NONE,
	PHRASE_NAME,
	PHRASE_PRONOUN,
	PHRASE_NOUN, /* a campaign aide, the two lawmakers */
};

/* A noun phrase: tokens [first, end).  “the baker Jane Doe” is the name alone,
 * and begins at `from`. */
struct phrase {
	uint32_t first;
	uint32_t end;
	uint32_t from;
	uint32_t who; /* the person of a name, + 1 */
	uint8_t kind; /* enum phrase_kind */
};

/* The noun phrase that begins at token `i`; PHRASE_NONE, and an `end` to go on
 * at, when none does. */
struct phrase phrase_at(const struct tokens *t, uint32_t i, uint32_t end);

/* The same, but “chief of staff Jane Doe” and “mayor and party leader Jane Doe”
 * are Jane Doe. */
struct phrase phrase_full(const struct tokens *t, uint32_t i, uint32_t end);

/* The name that explains a noun: “a spokeswoman for the mill, Jane Doe.” and “a
 * chief known as Jane Doe” are Jane Doe; else `p` itself. */
struct phrase phrase_named(
    const struct tokens *t, struct phrase p, uint32_t end);

/* The name that ends with token `end` - 1, without what stands before it. */
struct phrase phrase_name(
    const struct tokens *t, uint32_t from, uint32_t end);

/* The whole of it in the text: a spokesman [for the mayor], a source [close to
 * the mill].  Before its cue at token `stop` it goes on no further. */
struct span phrase_span(
    const struct tokens *t, struct phrase p, uint32_t stop);

static inline bool
token_means(const struct token *w, uint64_t meaning)
{
	return w->meaning & meaning;
}

static inline bool
token_is_small(const struct token *w)
{
	return w->kind == TOKEN_WORD && !(w->form & FORM_CAP);
}

/* Whether `w` is a finite verb, as far as its form tells. */
static inline bool
token_is_verb(const struct token *w)
{
	return token_is_small(w) && (w->form & FORM_ED ||
	    w->meaning & (W_CUE | W_SAY | W_CALL | W_BE | W_AUX | W_VERB));
}

static inline bool
token_is(const struct tokens *t, uint32_t i, struct str word)
{
	return str_eq(token_text(t, i), word);
}

#endif
