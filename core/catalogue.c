/* SPDX-License-Identifier: MIT */
/* Service items and their materials. */
#include <config.h>

#include <banshi/catalogue.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_item_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_item_list, &banshi_item_shape, fn, closure, "");
}

struct banshi_op *banshi_item_show(struct banshi *b, int64_t id, const char *code, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_item_show, &banshi_item_shape, fn, closure, "IS", id, code);
}

struct banshi_op *banshi_material_list(struct banshi *b, int64_t item, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_material_list, &banshi_material_shape, fn, closure, "i", item);
}
