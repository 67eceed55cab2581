/* SPDX-License-Identifier: MIT */
/* Documents: reading, issuing and voiding them, recording that they were printed; and their layouts. */
#include <config.h>

#include <banshi/document.h>

#include <string.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_document_list(struct banshi *b, int64_t case_id, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_document_list, &banshi_document_shape, fn, closure, "i", case_id);
}

struct banshi_op *banshi_document_show(struct banshi *b, int64_t id, const char *number, banshi_done_fn *fn,
                                       void *closure)
{
    return db_call(b, "document_show", &banshi_document_shape, fn, closure, "oIS", (const char *)NULL, id, number);
}

enum banshi_paper_size banshi_paper_size_of(const char *kind)
{
    for (const char *const *slip = sql_slips; *slip; slip++)
        if (strcmp(*slip, kind) == 0)
            return BANSHI_80;
    return BANSHI_A4;
}

struct banshi_paper banshi_document_paper(const struct banshi_document *document, char check[BANSHI_PAPER_CHECK_SIZE])
{
    banshi_paper_check(document->hash, check);
    return (struct banshi_paper){.content = document->content,
                                 .size = banshi_paper_size_of(document->kind),
                                 .number = document->number,
                                 .check = check,
                                 .voided = strcmp(document->state, "voided") == 0,
                                 .time = document->issued_at};
}

struct banshi_op *banshi_document_printed(struct banshi *b, const char *opid, int64_t id, const char *destination,
                                          banshi_done_fn *fn, void *closure)
{
    return db_call(b, "document_printed", &banshi_document_shape, fn, closure, "ois", opid, id, destination);
}

struct banshi_op *banshi_document_void(struct banshi *b, const char *opid, int64_t id, const char *reason, bool again,
                                       banshi_done_fn *fn, void *closure)
{
    return db_call(b, "document_void", &banshi_document_shape, fn, closure, "oisb", opid, id, reason, (int)again);
}

struct banshi_op *banshi_document_issue(struct banshi *b, const char *opid, const char *kind, int64_t case_id,
                                        int64_t item, const char *values, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "document_write", &banshi_document_shape, fn, closure, "osIIS", opid, kind, case_id, item,
                   values);
}

struct banshi_op *banshi_document_serve(struct banshi *b, const char *opid, int64_t id, const char *values,
                                        banshi_done_fn *fn, void *closure)
{
    return db_call(b, "document_serve", &banshi_document_shape, fn, closure, "ois", opid, id, values);
}

struct banshi_op *banshi_document_print_list(struct banshi *b, int64_t id, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_document_print_list, &banshi_document_print_shape, fn, closure, "i", id);
}

struct banshi_op *banshi_document_verify(struct banshi *b, const char *number, const char *check, banshi_done_fn *fn,
                                         void *closure)
{
    return db_call(b, "document_verify", &banshi_document_proof_shape, fn, closure, "ss", number, check);
}

struct banshi_op *banshi_document_preview(struct banshi *b, const char *kind, int64_t case_id, int64_t item,
                                          int64_t ticket, const char *values, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "document_preview", &banshi_document_preview_shape, fn, closure, "sIIIS", kind, case_id, item,
                   ticket, values);
}

struct banshi_op *banshi_layout_list(struct banshi *b, const char *kind, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_layout_list, &banshi_layout_shape, fn, closure, "S", kind);
}

struct banshi_op *banshi_layout_check(struct banshi *b, const char *kind, const char *body, banshi_done_fn *fn,
                                      void *closure)
{
    return db_call(b, "layout_check", &banshi_layout_shape, fn, closure, "ss", kind, body);
}

struct banshi_op *banshi_layout_set(struct banshi *b, const char *opid, const char *kind, const char *body,
                                    banshi_done_fn *fn, void *closure)
{
    return db_call(b, "layout_set", &banshi_layout_shape, fn, closure, "oss", opid, kind, body);
}
