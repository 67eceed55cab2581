/* SPDX-License-Identifier: MIT */
/* The register of documents. */
#include <config.h>

#include <banshi/document.h>
#include <banshi/register.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field register_fields[] = {
    FIELD(struct banshi_register, id, NULL, BANSHI_INT),
    FIELD(struct banshi_register, issued_at, "Issued", BANSHI_TIME),
    FIELD(struct banshi_register, case_number, "Case", BANSHI_TEXT),
    FIELD(struct banshi_register, item_name, "Item", BANSHI_TEXT),
    FIELD(struct banshi_register, applicant_name, "Applicant", BANSHI_TEXT),
    FIELD(struct banshi_register, title, "Title", BANSHI_TEXT),
    FIELD(struct banshi_register, number, "Number", BANSHI_TEXT),
    FIELD(struct banshi_register, state, "State", BANSHI_TEXT),
    FIELD(struct banshi_register, prints, "Printed", BANSHI_INT),
    FIELD(struct banshi_register, staff_name, "Clerk", BANSHI_TEXT),
    FIELD(struct banshi_register, counter_label, "Counter", BANSHI_TEXT),
};
SHAPE(register, struct banshi_register, register_fields);

struct banshi_op *banshi_register_list(struct banshi *b, banshi_date first, banshi_date last, banshi_done_fn *fn,
                                       void *closure)
{
    return db_read(b, &query_register_list, &banshi_register_shape, fn, closure, "dd", first, last);
}

struct banshi_op *banshi_register_paper(struct banshi *b, banshi_date first, banshi_date last, banshi_done_fn *fn,
                                        void *closure)
{
    return db_call(b, "register_paper", &banshi_document_preview_shape, fn, closure, "dd", first, last);
}
