#ifndef DATELINE_SRC_ARCHIVE_DATED_H
#define DATELINE_SRC_ARCHIVE_DATED_H

/* The date of a text without a marker (R4). */

#include "dateline/archive/archive.h"

/* Bytes of the text that are looked at. */
enum { DATED_WINDOW = 8192 };

struct dated {
	date date;	    /* DATE_NONE with HOW_NONE */
	enum record_how how;
	uint16_t head;	    /* of HOW_FIRST_LINE: bytes of that line */
};

/* Asks front matter, the file's name, its folders and the first line, in this
 * order; the first that names a day there is wins. */
struct dated dated_find(const char *path, struct str text);

#endif
