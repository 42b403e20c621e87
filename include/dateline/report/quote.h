#ifndef DATELINE_REPORT_QUOTE_H
#define DATELINE_REPORT_QUOTE_H

#include "dateline/base/arena.h"
#include "dateline/report/block.h"

/* Words between quotation marks, and who said them.
 *
 * What is found:
 *  Q1  marks “ ” " „ “ ‟ ‘ ’ ' ``…'' ''…'' « » » « 「 」 『 』, mixed as they
 *      come; inside a quote all others are part of its words
 *  Q2  in text and headings; a post (R10) is one quote of its author, a
 *      promotion (R11) has none; in_heading marks a heading's; a transcript has
 *      quotes without marks (DOE: Shall we begin?)
 *  Q3  an apostrophe (the lawmakers’ bill, ’90s, ’em) and an inch mark (6'2")
 *      open and close nothing
 *  Q4  a single mark opens only if a single mark that can close follows
 *  Q5  a quote may stay open at the end of a paragraph if the next begins with
 *      an opening mark; each paragraph is a piece of one group
 *  Q6  a wrong closer (“…“) closes; a missing one ends the quote at the next
 *      opener after a sentence, or with the paragraph, never later
 *  Q7  where double marks prevail, single ones outside them hold terms
 * What it is:
 *  Q8  a term: up to four words that are not said outright (beside a word of
 *      saying and a comma or colon, or a sentence of their own); a title of
 *      capitals that a noun or preposition takes in (in her book “Q”); in a
 *      heading all are terms
 *  Q9  pieces with one word of saying, and what goes on at once in their
 *      paragraph, share a group
 * Who said it:
 *  Q10 “Q,” S said; “Q,” said S; “Q,” according to S
 *  Q11 S said “Q”: the nearest word of saying before it in its sentence; S's
 *      remark that “Q”
 *  Q12 a colon: S: “Q”; “S: Q”
 *  Q13 a word of saying further on in the sentence
 *  Q14 none at all: the sentence's subject if it can speak
 *  Q15 S’s “Q”
 *  Q16 a quote that is a sentence, begins one or stands behind a colon goes on
 *      with the speaker before it in its paragraph
 *  Q17 … or with the speaker of the paragraph before, or whom its own paragraph
 *      speaks of behind it
 *  Q18 … or belongs to the next quote in its paragraph that has a speaker
 *  Q19 a name is looked up among the names of the article: the full name where
 *      it stands first is the speaker; titles and parties are not part of it
 *  Q20 he and she are the person of that gender who weighs most: who was asked,
 *      then speaker, then subject, then name in passing, fading with each
 *      sentence; it is the last thing that was a subject
 *  Q21 a surname that two full names share stays as it is written
 *  Q22 where no rule fires nobody is named
 * The words of these rules stand in tables: language.h. */

enum quote_kind {
	QUOTE_SPEECH, /* somebody said or wrote it */
	QUOTE_POST,   /* a post (R10) */
	QUOTE_TERM,   /* a title, a term, scare quotes: in marks, not said */
};

enum quote_how {
	QUOTE_NAMED,	/* a name or a phrase beside the cue */
	QUOTE_INFERRED, /* from a pronoun */
	QUOTE_CARRIED,	/* from the quote before it, or after it (Q18) */
	QUOTE_NONE,	/* nobody: better than the wrong one */
};

/*	“I agree,” Putin replied, shaking hands
 *	|<------>| |<->| |<--->|
 *	  whole   mention  cue
 *	 |<---->|
 *	   words		all of them plain spans of the article	*/
struct quote {
	struct span whole; /* without the closing mark where there is none */
	struct span words; /* no blanks at its ends */
	struct span mention; /* as the sentence has it: "he", "Putin"; may be
			      * there without a speaker: "they" */
	struct span speaker; /* the full name, where it stands first; empty:
			      * not known */
	struct span cue;     /* "replied"; empty when it needed none */
	enum quote_kind kind;
	enum quote_how how;
	const char *rule;  /* "Q10" …; "" when nobody is named */
	uint32_t group;	   /* the pieces of one utterance share it; never
			    * falls from a quote to the next */
	uint32_t block;	   /* where it begins */
	bool in_heading;
	bool bare; /* the speaker is a surname alone: the report has no full
		    * name for it, or two (Q21) */
};

/* All quotes of an article in order of place; returns how many.  `*quotes`
 * lives in `a`. */
size_t quote_read(struct arena *a, struct str text, const struct head *head,
    const struct block *blocks, size_t block_n, struct quote **quotes);

#endif
