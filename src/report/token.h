#ifndef DATELINE_REPORT_TOKEN_H
#define DATELINE_REPORT_TOKEN_H

#include "dateline/base/arena.h"
#include "dateline/report/block.h"
#include "dateline/report/quote.h"
#include "lexicon.h"

/* The words around the quotes.  A quote is one token, so that what it says
 * cannot be taken for what is said about it. */
enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER,
	TOKEN_COMMA,
	TOKEN_STOP, /* . ! ? … that ends a sentence */
	TOKEN_COLON,
	TOKEN_SEMICOLON,
	TOKEN_DASH,
	TOKEN_OPEN, /* ( [ */
	TOKEN_CLOSE,
	TOKEN_QUOTE,
	TOKEN_OTHER,
};

enum token_form {
	FORM_CAP = 1,  /* begins with a capital: only words do */
	FORM_ALL = 2,  /* CAPITALS, two or more */
	FORM_OWNS = 4, /* 's follows; it is not in the span */
	FORM_ED = 8,
	FORM_ING = 16,
	FORM_LY = 32,
	FORM_S = 64,
	FORM_DOT = 128, /* the full stop of an abbreviation is in the span; of
			 * a quote: it ends as a clause does */
};

/* Whether a noun phrase goes on with a word. */
enum token_run {
	RUN_STOPS,   /* never */
	RUN_DEPENDS, /* on the words before it: phrase_at() */
	RUN_GOES,    /* always */
};

struct token {
	uint64_t meaning; /* of a word; 0 of anything else */
	uint32_t off;
	uint32_t len;
	uint32_t link; /* of a quote its index; of a name its person + 1 */
	uint8_t kind;
	uint8_t form;
	uint8_t lang; /* enum language, of its block */
	uint8_t run;  /* enum token_run */
};

struct sentence {
	uint32_t first; /* tokens [first, end) */
	uint32_t end;
	uint32_t block;
	uint32_t capital; /* its words with one: capitals [capital, … */
	uint32_t capital_end;
	uint64_t meaning; /* of any of its words */
	bool quotes;	  /* one or more are in it */
	bool names;	  /* the same; person_read() finds out */
};

struct tokens {
	struct str text;
	struct token *at;
	uint32_t n;
	uint32_t *capitals; /* the tokens with FORM_CAP, as they were read */
	uint32_t capital_n;
	struct sentence *sentences;
	uint32_t sentence_n;
};

/* Cuts the blocks of running text into tokens and sentences.  A dateline is not
 * among them; the author of a post is a sentence.  `quotes` are in order of
 * place. */
struct tokens token_read(struct arena *a, struct str text,
    const struct head *head, const struct block *blocks, size_t block_n,
    const struct quote *quotes, size_t quote_n);

/* Cuts the tokens of one block, which `block` ranges over with its capitals, into
 * sentences; `*cap` is the room for them. */
void sentence_split(struct arena *a, struct tokens *t,
    const struct quote *quotes, size_t *cap, const struct sentence *block);

static inline struct span
token_span(const struct tokens *t, uint32_t first, uint32_t end)
{
	if (end <= first)
		return (struct span){ t->at[first].off, 0 };
	return span_of(
	    t->at[first].off, t->at[end - 1].off + t->at[end - 1].len);
}

static inline struct str
token_text(const struct tokens *t, uint32_t i)
{
	return (struct str){ t->text.ptr + t->at[i].off, t->at[i].len };
}

#endif
