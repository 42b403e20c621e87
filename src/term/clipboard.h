#ifndef DATELINE_TERM_CLIPBOARD_H
#define DATELINE_TERM_CLIPBOARD_H

#include "dateline/base/buf.h"

/* Terminals refuse more than this. */
#define CLIPBOARD_MAX 74994

/* Appends what asks a terminal to take a text into its clipboard: OSC 52, in
 * which the text is Base64, so that nothing of it can be obeyed.  In tmux it is
 * sent a second time in the wrapping that tmux hands on, for either may be
 * switched off there.  False when it is too long, and nothing is appended. */
bool clipboard_write(struct buf *b, struct str text, bool tmux);

#endif
