/* SPDX-License-Identifier: MIT */
/* The register of documents. */
#include <config.h>

#include <banshi/document.h>
#include <banshi/register.h>

#include "db/db.h"
#include "sql.h"

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
