/* SPDX-License-Identifier: MIT */
/* Import of real data: a file is read, checked whole, and applied in one transaction, repeatable without duplicates.
 *
 * Kinds: catalogue (JSON array of items: {department, group, name, code, task_type} and, in the full format,
 * {subject, conditions, legal_basis, statutory:{n,unit}, promised:{n,unit}, fee, fee_basis, queue, materials:[{name,
 * form, originals, copies, required, standard, source}]}), counters (JSON array of {department, name, counter, zone}),
 * staff (CSV: login,name,department,role,party_member; UTF-8 or GB 18030), calendar (holiday-cn JSON), phrases and
 * layouts (see data/README.md). */
#ifndef BANSHI_IMPORT_H
#define BANSHI_IMPORT_H

#include <banshi/session.h>

/* One line of the report: what happened to a record. */
struct banshi_import_line {
    const char *outcome; /* [Outcome] one of banshi_word_import_line_outcome */
    int64_t line;        /* [Line] in the file, 0 unknown; for total: the count */
    const char *key;     /* [Key] code, number, login … */
    const char *reason;  /* [Reason] message */
};
extern const struct banshi_shape banshi_import_line_shape;

/* Progress of long work: done of total (0 unknown), in records. Called from banshi_process or the starting call. */
typedef void banshi_progress_fn(void *closure, size_t done, size_t total);

/* Read the file and check it without a server: BANSHI_EIMPORT with path:line: what, or BANSHI_EIO, _ETEXT. On success
 * *ret_json is the batch as JSON text (malloced) for banshi_import. Files over 64 MiB are refused. */
int banshi_import_read(const char *kind, const char *path, banshi_progress_fn *progress, void *closure, char **ret_json,
                       struct banshi_error *error);
/* Apply a batch: all of it or nothing. A record that contradicts another or names something unknown makes the batch
 * fail with BANSHI_EIMPORT (nothing changed); what is merely incomplete is a warning. Rows: import lines, totals first. */
struct banshi_op *banshi_import(struct banshi *b, const char *opid, const char *kind, const char *json,
                                banshi_done_fn *fn, void *closure);

#endif
