#ifndef DATELINE_REPORT_BLOCK_LINES_H
#define DATELINE_REPORT_BLOCK_LINES_H

#include "dateline/report/block.h"

/* How the line ends in a block are meant, judged by its first lines (R12–R14).
 */
enum block_lines lines_judge(struct str text, struct span block);

/* Where the paragraph that begins at `at`, in a block whose lines flow, ends:
 * before the next line that is set in, or with the block (R12). */
size_t lines_paragraph(struct str text, struct span block, size_t at);

/* Whether a line begins with a bullet and a blank, or with "1. " or "2) ". */
bool line_begins_with_bullet(struct str s);
bool line_begins_with_number(struct str s);

#endif
