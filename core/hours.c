/* SPDX-License-Identifier: MIT */
/* Opening hours. */
#include <config.h>

#include <banshi/hours.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_hours_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_hours_list, &banshi_hours_shape, fn, closure, "");
}

struct banshi_op *banshi_hours_set(struct banshi *b, const char *opid, banshi_date day, int64_t weekday,
                                   const char *session, const char *opens, const char *closes, banshi_done_fn *fn,
                                   void *closure)
{
    return db_call(b, "hours_set", &banshi_hours_shape, fn, closure, "odIsSS", opid, day, weekday, session, opens,
                   closes);
}

struct banshi_op *banshi_hours_now(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_hours_now, &banshi_hours_now_shape, fn, closure, "");
}
