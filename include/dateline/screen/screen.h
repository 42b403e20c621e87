#ifndef DATELINE_SCREEN_SCREEN_H
#define DATELINE_SCREEN_SCREEN_H

#include "dateline/reader/reader.h"
#include "dateline/screen/canvas.h"

/* The picture of a reader.  Reads it, never changes it; the canvas and all that
 * was needed to draw it live in `frame`. */
struct canvas screen_draw(const struct reader *r, struct arena *frame);

#endif
