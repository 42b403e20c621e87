#ifndef DATELINE_SRC_ARCHIVE_FOREIGN_H
#define DATELINE_SRC_ARCHIVE_FOREIGN_H

/* Files that have their own idea of what a report is, by their first bytes. */

#include "dateline/base/span.h"

bool foreign_is_feed(struct str start); /* RSS, Atom, RDF */
bool foreign_is_mail(struct str start); /* a letter, or many (mbox) */

#endif
