/* SPDX-License-Identifier: MIT */
/* Rows of any shape as a table in a file, for spreadsheets and for paper. */
#ifndef BANSHI_TABLE_H
#define BANSHI_TABLE_H

#include <banshi/error.h>
#include <banshi/session.h>

/* How a front end shows a field: the heading for a label; a value in the centre's words, in ret (size bytes). */
struct banshi_table_words {
    const char *(*heading)(const char *label);
    void (*value)(const struct banshi_rows *rows, size_t row, const struct banshi_field *field, char *ret, size_t size);
};

/* The fields that have a label as CSV (RFC 4180), UTF-8 without a byte-order mark; texts that a spreadsheet would take for
 * formulas are made plain. Malloced, NULL when out of memory. */
char *banshi_table_csv(const struct banshi_rows *rows, const struct banshi_table_words *words);
/* Write the same to a new file (never over another: BANSHI_EIO), by its ending: .xlsx, or .csv as spreadsheets read it:
 * with a byte-order mark, or in GB 18030 when gb18030 is true. 0, BANSHI_EINVALID for another ending, BANSHI_EIO,
 * BANSHI_ETEXT for a character that the encoding has not. */
int banshi_table_write(const struct banshi_rows *rows, const struct banshi_table_words *words, const char *path,
                       bool gb18030, struct banshi_error *error);
/* Is it the name of a file that is written so? */
bool banshi_table_is_file(const char *path);
/* The same beside the loop, with progress: words must be fit for another thread. Rows: one print, of printer.h. Cancelled
 * it leaves no file. */
struct banshi_op *banshi_table_export(struct banshi *b, const struct banshi_rows *rows,
                                      const struct banshi_table_words *words, const char *path, bool gb18030,
                                      banshi_done_fn *fn, void *closure);
/* The same fields as content of a paper on its side, with a title and a line below it; malloced, NULL when out of memory. */
char *banshi_table_paper(const struct banshi_rows *rows, const struct banshi_table_words *words, const char *title,
                         const char *note);

#endif
