/* SPDX-License-Identifier: MIT */
/* Counters and queues. */
#include <config.h>

#include <banshi/counter.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_counter_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_counter_list, &banshi_counter_shape, fn, closure, "");
}

struct banshi_op *banshi_counter_pause(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                       void *closure)
{
    return db_call(b, "counter_pause", &banshi_counter_shape, fn, closure, "os", opid, reason);
}

struct banshi_op *banshi_counter_resume(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "counter_resume", &banshi_counter_shape, fn, closure, "o", opid);
}

struct banshi_op *banshi_queue_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_queue_list, &banshi_queue_shape, fn, closure, "");
}
