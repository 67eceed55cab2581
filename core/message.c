/* SPDX-License-Identifier: MIT */
/* Short messages to counters. */
#include <config.h>

#include <banshi/message.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_message_list(struct banshi *b, banshi_date day, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_message_list, &banshi_message_shape, fn, closure, "d", day);
}

struct banshi_op *banshi_message_unread(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_message_unread, &banshi_message_shape, fn, closure, "");
}

struct banshi_op *banshi_message_send(struct banshi *b, const char *opid, int64_t counter, const char *zone,
                                      const char *text, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "message_send", &banshi_message_shape, fn, closure, "oISs", opid, counter, zone, text);
}

struct banshi_op *banshi_message_read(struct banshi *b, const char *opid, int64_t message, banshi_done_fn *fn,
                                      void *closure)
{
    return db_call(b, "message_read", &banshi_message_shape, fn, closure, "oi", opid, message);
}
