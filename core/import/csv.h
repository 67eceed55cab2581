/* SPDX-License-Identifier: MIT */
/* Comma-separated values (RFC 4180) in memory, record by record. */
#ifndef BANSHI_CORE_CSV_H
#define BANSHI_CORE_CSV_H

#include <stddef.h>

enum { CSV_FIELDS = 32 };

struct csv {
    char *at;    /* what is left; the text is changed in place */
    size_t line; /* of the record that csv_next gave */
    size_t next_line;
    size_t count;
    char *fields[CSV_FIELDS]; /* of the record; they point into the text */
};

/* Begin with a NUL-terminated text, which the caller keeps. */
void csv_begin(struct csv *csv, char *text);
/* The next record that is not an empty line: 1, 0 at the end, -1 with the reason in *ret_fault. */
int csv_next(struct csv *csv, const char **ret_fault);

#endif
