/* SPDX-License-Identifier: MIT */
/* Making rows out of the texts of columns. */
#ifndef BANSHI_CORE_ROWS_H
#define BANSHI_CORE_ROWS_H

#include <banshi/error.h>
#include <banshi/rows.h>

/* Empty rows of a shape with room for `expected` records; NULL when out of memory. */
struct banshi_rows *rows_new(const struct banshi_shape *shape, size_t expected);
/* Append a record from PostgreSQL's text output (time zone UTC, ISO dates), one text a field, NULL for null.
 * BANSHI_ENOMEM, BANSHI_EDATABASE naming the column. */
int rows_add(struct banshi_rows *rows, const char *const values[], struct banshi_error *error);

#endif
