#ifndef DATELINE_TEXT_JSON_H
#define DATELINE_TEXT_JSON_H

#include "dateline/base/buf.h"

/* Rows of JSON Lines.  Members are written in order; commas come by
 * themselves.  Controls, line separators, what is never drawn (bidi controls,
 * joiners, tags …) and what is no character are escaped, so a row is safe to
 * look at and loses nothing; ill-formed UTF-8 becomes U+FFFD. */
void json_open(struct buf *b);	/* { */
void json_close(struct buf *b); /* } and a line end */

void json_string(struct buf *b, const char *key, struct str value);
void json_text(struct buf *b, const char *key, struct str value); /* "" : null */
void json_null(struct buf *b, const char *key);
void json_number(struct buf *b, const char *key, uint64_t value);
void json_bool(struct buf *b, const char *key, bool value);

/* key: [ … ], with json_item() for each string in it. */
void json_array(struct buf *b, const char *key);
void json_item(struct buf *b, struct str value);
void json_array_end(struct buf *b);

/* key: { … }, with members in it. */
void json_object(struct buf *b, const char *key);
void json_object_end(struct buf *b);

#endif
