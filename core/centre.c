/* SPDX-License-Identifier: MIT */
/* Settings of the centre, and its departments. */
#include <config.h>

#include <banshi/centre.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_centre_set(struct banshi *b, const char *opid, const char *json, banshi_done_fn *fn,
                                    void *closure)
{
    return db_call(b, "centre_set", &banshi_centre_shape, fn, closure, "os", opid, json);
}

struct banshi_op *banshi_centre_show(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_centre_show, &banshi_centre_shape, fn, closure, "");
}

struct banshi_op *banshi_department_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_department_list, &banshi_department_shape, fn, closure, "");
}
