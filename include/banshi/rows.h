/* SPDX-License-Identifier: MIT */
/* Rows: what every read and every write answers with; typed records described by a shape.
 *
 * A record is a plain C struct (struct banshi_ticket …) and its shape says which member holds which column, so that
 * one decoder, one JSON writer and one table printer serve every concept.
 *
 * The struct in the header is the one list of a record: shapes are made of it. What stands in brackets behind a member is
 * its label in tables, a message id (of several members one each); a banshi_word_… there is the vocabulary of its codes. */
#ifndef BANSHI_ROWS_H
#define BANSHI_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Microseconds since 1970-01-01 00:00 UTC; 0 is "none". */
typedef int64_t banshi_time;
/* A calendar day as the number yyyymmdd, for instance 20261124; 0 is "none". */
typedef int32_t banshi_date;

enum banshi_type {
    BANSHI_TEXT, /* const char *, UTF-8, never NULL ("" is none) */
    BANSHI_INT,  /* int64_t, 0 is none */
    BANSHI_BOOL, /* bool */
    BANSHI_TIME, /* banshi_time */
    BANSHI_DATE, /* banshi_date */
    BANSHI_JSON  /* const char *, JSON text, "" is none */
};

/* A code that records hold, and what it is called. */
struct banshi_word {
    const char *code;
    const char *message;  /* English message id */
    const char *document; /* Chinese, as documents print it; "": none does */
    const char *also;     /* what imports take for it, too, with spaces between */
};

struct banshi_field {
    const char *name;  /* the column's and the JSON member's name */
    const char *label; /* English message id for table heads, NULL keeps it out of tables */
    enum banshi_type type;
    size_t offset;
    const struct banshi_word *words; /* of a text: the codes it may hold; NULL: any text */
};

struct banshi_shape {
    const char *name; /* the concept: "ticket" */
    size_t size;      /* sizeof the record */
    size_t count;     /* number of fields */
    const struct banshi_field *fields;
};

/* Read-only records of one shape; strings inside live as long as the rows. Reference counted, one thread. */
struct banshi_rows {
    const struct banshi_shape *shape;
    size_t count;
    const void *items;
};

/* The i-th record of rows, whatever it is. Records lie as far apart as the library that made them has them large: a record
 * may have grown since the program was built. */
static inline const void *banshi_rows_at(const struct banshi_rows *rows, size_t i)
{
    return (const char *)rows->items + i * rows->shape->size;
}
/* The same as TYPE: banshi_row(struct banshi_ticket, rows, 0)->number */
#define banshi_row(type, rows, i) ((const type *)banshi_rows_at(rows, i))

/* Keep rows beyond the callback that lent them, and let go of them again; NULL is fine for free. */
struct banshi_rows *banshi_rows_ref(const struct banshi_rows *rows);
void banshi_rows_free(const struct banshi_rows *rows);

/* Some of the records, by their indices and in that order, as rows of their own with their own texts; NULL when out of memory. */
struct banshi_rows *banshi_rows_copy(const struct banshi_shape *shape, const void *items, const size_t *which,
                                     size_t count);

/* Rows after some of them were read again: the records of these ids (the first member, an int64_t) go, and those of `read` come
 * that belong among them (NULL: all do), each at its place by `order` as in qsort(3); without an order in the place of the one
 * before, or at the end. NULL when out of memory. */
typedef bool banshi_belongs_fn(const void *record);
typedef int banshi_order_fn(const void *a, const void *b);
struct banshi_rows *banshi_rows_renew(const struct banshi_rows *rows, const int64_t *ids, size_t count,
                                      const struct banshi_rows *read, banshi_belongs_fn *belongs,
                                      banshi_order_fn *order);

/* The rows as JSON, UTF-8: an array of objects, or one object with `single` (null when there is none). Times are
 * RFC 3339 in UTC, dates ISO 8601. The caller frees the text with free(); NULL when out of memory. */
char *banshi_rows_json(const struct banshi_rows *rows, bool single);
/* Texts NAME=VALUE as a JSON object of texts; malloced. NULL when out of memory, or with *ret_wrong for one without '=' or
 * that is not UTF-8. */
char *banshi_json_object(const char *const *pairs, size_t count, const char **ret_wrong);

#endif
