/* SPDX-License-Identifier: MIT */
/* Inside of the import: a file that is being read and checked, and the batch that it becomes.
 *
 * A kind is a reader in <kind>.c, a line in import.c, and a function rule.import_<kind> in the database. The
 * batch is {path, …, records: [{line, …}], warnings: [{line, key, reason}]}. */
#ifndef BANSHI_CORE_IMPORT_H
#define BANSHI_CORE_IMPORT_H

#include <banshi/import.h>
#include <banshi/word.h>

#include <stdio.h>

#include <jansson.h>

struct import {
    const char *path; /* as given, for messages */
    const char *text; /* the file's bytes, without a byte-order mark; not NUL-terminated */
    size_t size;
    FILE *batch;                  /* where records go */
    size_t records;               /* written so far */
    json_t *about;                /* object: members of the batch beside records and warnings */
    json_t *warnings;             /* array */
    json_t *unknown;              /* set of unknown members already warned of */
    json_t *seen;                 /* set of keys, each with its line, to find duplicates */
    banshi_progress_fn *progress; /* may be NULL */
    void *closure;
    struct banshi_error *error;
};

/* The readers: 0 or what they put into error. */
int import_catalogue_read(struct import *in);
int import_counters_read(struct import *in);
int import_staff_read(struct import *in);
int import_calendar_read(struct import *in);

/* Refuse the file because of a line (0: none): BANSHI_EIMPORT, "path:line · …". */
int import_refuse(struct import *in, size_t line, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Add a warning to the report. 0 or BANSHI_ENOMEM. */
int import_warn(struct import *in, size_t line, const char *key, const char *reason);
/* Refuse a key that came before; `what` names the key's kind ("duplicate code"). */
int import_once(struct import *in, size_t line, const char *what, const char *key);
/* Write a record to the batch with its line; `consumed` bytes of the text are done with. */
int import_record(struct import *in, size_t line, json_t *record, size_t consumed);
/* Is the text (with its name for the message) fit to be stored? */
int import_text(struct import *in, size_t line, const char *name, const char *s);

/* A member that a JSON object may have. */
enum import_type {
    IMPORT_TEXT,  /* one line of text; spaces around it are dropped */
    IMPORT_LINES, /* text of several lines or an array of texts, joined by ； */
    IMPORT_COUNT, /* an integer from 0 to `most` */
    IMPORT_FLAG,  /* true or false */
    IMPORT_OTHER  /* known; read by the caller */
};
struct import_member {
    const char *name; /* in the file */
    const char *as;   /* in the batch */
    enum import_type type;
    bool required; /* present and not empty */
    json_int_t most;
    const struct banshi_word *words; /* of which it is one, as people write them; NULL: any text */
};

/* Call fn for each object of the file's array, in `text` from its first line. */
typedef int import_object_fn(struct import *in, size_t line, json_t *object, size_t consumed);
int import_json_array(struct import *in, import_object_fn *fn);
/* The whole file as one JSON object of at most 1 MiB. */
int import_json_object(struct import *in, json_t **ret_object);
/* Copy the members of an object from the file into one of the batch, checking each; null is the same as absent. `where`
 * stands before names in messages ("materials[2]."). Members that are not listed are warned of, once each. */
int import_json_members(struct import *in, size_t line, const char *where, json_t *from, json_t *to,
                        const struct import_member *members, size_t count);

#endif
