/* SPDX-License-Identifier: MIT */
/* Tickets: taking a number, calling it, and what becomes of it. */
#include <config.h>

#include <banshi/ticket.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_priority_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_priority_list, &banshi_priority_shape, fn, closure, "");
}

struct banshi_op *banshi_ticket_issue(struct banshi *b, const char *opid, const struct banshi_ticket_order *order,
                                      banshi_done_fn *fn, void *closure)
{
    return db_call(b, "ticket_issue", &banshi_ticket_shape, fn, closure, "oIISSSS", opid, order->queue, order->item,
                   order->purpose, order->priority, order->proof, order->phone);
}

struct banshi_op *banshi_ticket_list(struct banshi *b, enum banshi_ticket_scope scope, banshi_done_fn *fn,
                                     void *closure)
{
    static const struct db_query *const queries[] = {
        [BANSHI_TICKET_WAITING] = &query_ticket_waiting, [BANSHI_TICKET_CURRENT] = &query_ticket_current,
        [BANSHI_TICKET_HELD] = &query_ticket_held,       [BANSHI_TICKET_SKIPPED] = &query_ticket_skipped,
        [BANSHI_TICKET_ALL] = &query_ticket_all,
    };
    struct banshi_error error = {0};

    if ((size_t)scope >= sizeof(queries) / sizeof(queries[0])) {
        error_set(&error, BANSHI_EINVALID, "scope · %d", (int)scope);
        return db_fail(b, fn, closure, &error);
    }
    return db_read(b, queries[scope], &banshi_ticket_shape, fn, closure, "");
}

struct banshi_op *banshi_ticket_show(struct banshi *b, int64_t id, const char *number, banshi_done_fn *fn,
                                     void *closure)
{
    return db_read(b, &query_ticket_show, &banshi_ticket_shape, fn, closure, "IS", id, number);
}

struct banshi_op *banshi_ticket_why(struct banshi *b, int64_t ticket, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_ticket_why, &banshi_ticket_reason_shape, fn, closure, "i", ticket);
}

struct banshi_op *banshi_ticket_call_next(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "ticket_call_next", &banshi_ticket_shape, fn, closure, "o", opid);
}

struct banshi_op *banshi_ticket_call(struct banshi *b, const char *opid, int64_t ticket, const char *reason,
                                     banshi_done_fn *fn, void *closure)
{
    return db_call(b, "ticket_call", &banshi_ticket_shape, fn, closure, "ois", opid, ticket, reason);
}

struct banshi_op *banshi_ticket_recall(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "ticket_recall", &banshi_ticket_shape, fn, closure, "o", opid);
}

struct banshi_op *banshi_ticket_serve(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "ticket_serve", &banshi_ticket_shape, fn, closure, "o", opid);
}

struct banshi_op *banshi_ticket_skip(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "ticket_skip", &banshi_ticket_shape, fn, closure, "o", opid);
}

struct banshi_op *banshi_ticket_restore(struct banshi *b, const char *opid, int64_t ticket, banshi_done_fn *fn,
                                        void *closure)
{
    return db_call(b, "ticket_restore", &banshi_ticket_shape, fn, closure, "oi", opid, ticket);
}

struct banshi_op *banshi_ticket_void(struct banshi *b, const char *opid, int64_t ticket, const char *reason,
                                     banshi_done_fn *fn, void *closure)
{
    return db_call(b, "ticket_void", &banshi_ticket_shape, fn, closure, "ois", opid, ticket, reason);
}

struct banshi_op *banshi_ticket_hold(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                     void *closure)
{
    return db_call(b, "ticket_hold", &banshi_ticket_shape, fn, closure, "os", opid, reason);
}

struct banshi_op *banshi_ticket_resume(struct banshi *b, const char *opid, int64_t ticket, banshi_done_fn *fn,
                                       void *closure)
{
    return db_call(b, "ticket_resume", &banshi_ticket_shape, fn, closure, "oi", opid, ticket);
}

struct banshi_op *banshi_ticket_transfer(struct banshi *b, const char *opid, int64_t queue, int64_t counter,
                                         bool keep_place, const char *reason, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "ticket_transfer", &banshi_ticket_shape, fn, closure, "oIIbs", opid, queue, counter,
                   (int)keep_place, reason);
}

struct banshi_op *banshi_ticket_return(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                       void *closure)
{
    return db_call(b, "ticket_return", &banshi_ticket_shape, fn, closure, "os", opid, reason);
}

struct banshi_op *banshi_ticket_leave(struct banshi *b, const char *opid, int64_t ticket, banshi_done_fn *fn,
                                      void *closure)
{
    return db_call(b, "ticket_leave", &banshi_ticket_shape, fn, closure, "oi", opid, ticket);
}

struct banshi_op *banshi_ticket_done(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "ticket_done", &banshi_ticket_shape, fn, closure, "o", opid);
}
