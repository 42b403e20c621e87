#ifndef DATELINE_SRC_SOURCE_DECODE_H
#define DATELINE_SRC_SOURCE_DECODE_H

/* Bytes of another encoding into UTF-8, as they come. */

#include "dateline/base/err.h"
#include "dateline/base/span.h"

struct decoder;

/* Bytes that decide which encoding a text has, those of its mark, and what is
 * decoded at once. */
enum {
	DECODE_LOOK = 1024 * 1024,
	DECODE_MARK = 4,
	DECODE_FEED = 64 * 1024,
};

/* What text that begins with `start` has to be decoded from; NULL when it is
 * UTF-8 already.  `encoding` is what was asked for, or NULL. */
const char *decode_guess(struct str start, const char *encoding);

/* NULL, with a sentence, when there is no such encoding. */
struct decoder *decoder_new(const char *encoding, struct err *e);
void decoder_free(struct decoder *d); /* NULL is fine */
void decoder_reset(struct decoder *d); /* as new */

/* Gives it at most DECODE_FEED bytes, once it has been emptied; `last`: there
 * will be no more. */
void decoder_feed(struct decoder *d, struct str in, bool last);

/* Takes UTF-8 out of it, at most `room` bytes, of which it wants eight; 0 when
 * it needs more.  With `line`, it stops at the end of a line.  What cannot be
 * decoded is U+FFFD. */
size_t decoder_take(struct decoder *d, char *out, size_t room, bool line);

/* Bytes it has passed over in all, whether a line ended with the last one, and
 * whether it still has more than the beginning of a character. */
uint64_t decoder_taken(const struct decoder *d);
bool decoder_at_line(const struct decoder *d);
bool decoder_is_full(const struct decoder *d);

#endif
