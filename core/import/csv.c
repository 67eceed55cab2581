/* SPDX-License-Identifier: MIT */
/* Comma-separated values (RFC 4180): fields may be quoted, quotes inside doubled, lines end in LF or CR LF. */
#include <config.h>

#include "csv.h"

#include <stdbool.h>
#include <string.h>

void csv_begin(struct csv *csv, char *text)
{
    *csv = (struct csv){.at = text, .next_line = 1};
}

/* Read a quoted field behind its opening quote; moves csv->at behind the closing one. */
static char *quoted(struct csv *csv)
{
    char *from = csv->at, *to = csv->at, *field = csv->at;

    for (;; from++) {
        if (*from == '\0')
            return NULL;
        if (*from == '"' && from[1] == '"')
            from++;
        else if (*from == '"')
            break;
        if (*from == '\n')
            csv->next_line++;
        *to++ = *from;
    }
    csv->at = from + 1;
    /* the closing quote or a dropped one leaves room for the end */
    *to = '\0';
    return field;
}

int csv_next(struct csv *csv, const char **ret_fault)
{
    while (*csv->at == '\n' || (*csv->at == '\r' && csv->at[1] == '\n')) {
        csv->at += *csv->at == '\r' ? 2 : 1;
        csv->next_line++;
    }
    if (*csv->at == '\0')
        return 0;
    csv->line = csv->next_line;
    csv->count = 0;
    for (;;) {
        char *field, end;

        if (csv->count == CSV_FIELDS) {
            *ret_fault = "too many fields";
            return -1;
        }
        if (*csv->at == '"') {
            csv->at++;
            field = quoted(csv);
            if (field == NULL) {
                *ret_fault = "a quotation mark is not closed";
                return -1;
            }
        } else {
            field = csv->at;
            csv->at += strcspn(csv->at, ",\"\r\n");
        }
        csv->fields[csv->count++] = field;
        end = *csv->at;
        if (end == '\r' && csv->at[1] == '\n') {
            *csv->at++ = '\0';
            end = '\n';
        }
        if (end != ',' && end != '\n' && end != '\0') {
            *ret_fault = end == '"' ? "a quotation mark inside a field" : "something follows a quoted field";
            return -1;
        }
        if (end == '\0')
            return 1;
        *csv->at++ = '\0';
        if (end == '\n') {
            csv->next_line++;
            return 1;
        }
    }
}
