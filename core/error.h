/* SPDX-License-Identifier: MIT */
/* Errors inside the library: a caller's record is set once, where the error is found. */
#ifndef BANSHI_CORE_ERROR_H
#define BANSHI_CORE_ERROR_H

#include <banshi/error.h>

/* Set the first error: a code and a detail in printf's manner; returns code. NULL error is fine. Text in the detail is
 * made safe (control characters become '?'), and cut at a character when too long. */
int error_set(struct banshi_error *error, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The code of what a procedure raised; BANSHI_EDATABASE for anything else. */
int error_of_sqlstate(const char *sqlstate);

#endif
