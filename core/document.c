/* SPDX-License-Identifier: MIT */
/* Documents: reading them, and recording that they were printed. */
#include <config.h>

#include <banshi/document.h>

#include "db.h"
#include "sql.h"

static const struct banshi_field document_fields[] = {
    FIELD(struct banshi_document, id, "Id", BANSHI_INT),
    FIELD(struct banshi_document, case_id, NULL, BANSHI_INT),
    FIELD(struct banshi_document, case_number, "Case", BANSHI_TEXT),
    FIELD(struct banshi_document, kind, NULL, BANSHI_TEXT),
    FIELD(struct banshi_document, title, "Title", BANSHI_TEXT),
    FIELD(struct banshi_document, number, "Number", BANSHI_TEXT),
    FIELD(struct banshi_document, state, "State", BANSHI_TEXT),
    FIELD(struct banshi_document, content, NULL, BANSHI_TEXT),
    FIELD(struct banshi_document, hash, NULL, BANSHI_TEXT),
    FIELD(struct banshi_document, staff_name, "Clerk", BANSHI_TEXT),
    FIELD(struct banshi_document, copies, "Copies", BANSHI_INT),
    FIELD(struct banshi_document, prints, "Printed", BANSHI_INT),
    FIELD(struct banshi_document, issued_at, "Issued", BANSHI_TIME),
};
SHAPE(document, struct banshi_document, document_fields);

struct banshi_op *banshi_document_list(struct banshi *b, int64_t case_id, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_document_list, &banshi_document_shape, fn, closure, "i", case_id);
}

struct banshi_op *banshi_document_show(struct banshi *b, int64_t id, const char *number, banshi_done_fn *fn,
                                       void *closure)
{
    return db_call(b, "document_show", &banshi_document_shape, fn, closure, "oIS", (const char *)NULL, id, number);
}

struct banshi_op *banshi_document_printed(struct banshi *b, const char *opid, int64_t id, const char *destination,
                                          banshi_done_fn *fn, void *closure)
{
    return db_call(b, "document_printed", &banshi_document_shape, fn, closure, "ois", opid, id, destination);
}
