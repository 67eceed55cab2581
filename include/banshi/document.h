/* SPDX-License-Identifier: MIT */
/* Documents: receipts and decisions handed to the applicant. Norm 6.4; Licensing Law art. 32; GB/T 9704-2012 7.2.5.
 *
 * The content is made from the layout once, when issued, in the same transaction that takes the number; it never
 * changes. Content is lines of a directive and its arguments, separated by tabs; see data/layout/README.md. */
#ifndef BANSHI_DOCUMENT_H
#define BANSHI_DOCUMENT_H

#include <banshi/session.h>

struct banshi_document {
    int64_t id;
    int64_t case_id;
    const char *case_number;
    const char *kind; /* receipt 收件凭证, acceptance 受理通知书, not_required 不受理告知书, refusal 不予受理决定书,
                           supplement 补正告知书 */
    const char *title;
    const char *number; /* 官政服受〔2026〕1号 */
    const char *state;  /* issued, voided */
    const char *content;
    const char *hash; /* SHA-256 of the content, hexadecimal */
    const char *staff_name;
    int64_t copies, prints;
    banshi_time issued_at;
};
extern const struct banshi_shape banshi_document_shape;

struct banshi_op *banshi_document_list(struct banshi *b, int64_t case_id, banshi_done_fn *fn, void *closure);
/* By id or, with id 0, by number. */
struct banshi_op *banshi_document_show(struct banshi *b, int64_t id, const char *number, banshi_done_fn *fn,
                                       void *closure);
/* Record that it was printed, and where to. Rows: one document. */
struct banshi_op *banshi_document_printed(struct banshi *b, const char *opid, int64_t id, const char *destination,
                                          banshi_done_fn *fn, void *closure);
/* Lay the content out as text of `columns` terminal columns (40 to 200), lines ending in \n; malloced, NULL when out
 * of memory. */
char *banshi_document_text(const char *content, int columns);
/* Write the text of a document to a new file (never overwriting: BANSHI_EIO), or "-" for standard output, or
 * "|command" to a pipe run without the shell's expansion of any document text. Flushed to disk before success. */
int banshi_document_write(const char *text, const char *destination, struct banshi_error *error);

#endif
