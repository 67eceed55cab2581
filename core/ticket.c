/* SPDX-License-Identifier: MIT */
/* Tickets: taking a number, calling it, and what becomes of it. */
#include <config.h>

#include <banshi/ticket.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field ticket_fields[] = {
    FIELD(struct banshi_ticket, id, NULL, BANSHI_INT),
    FIELD(struct banshi_ticket, number, "Number", BANSHI_TEXT),
    FIELD(struct banshi_ticket, day, NULL, BANSHI_DATE),
    FIELD(struct banshi_ticket, queue, NULL, BANSHI_INT),
    FIELD(struct banshi_ticket, queue_name, "Queue", BANSHI_TEXT),
    FIELD(struct banshi_ticket, state, "State", BANSHI_TEXT),
    FIELD(struct banshi_ticket, purpose, "Purpose", BANSHI_TEXT),
    FIELD(struct banshi_ticket, priority, NULL, BANSHI_TEXT),
    FIELD(struct banshi_ticket, priority_name, "Priority", BANSHI_TEXT),
    FIELD(struct banshi_ticket, proof, NULL, BANSHI_TEXT),
    FIELD(struct banshi_ticket, item, NULL, BANSHI_INT),
    FIELD(struct banshi_ticket, item_name, "Item", BANSHI_TEXT),
    FIELD(struct banshi_ticket, phone, "Telephone", BANSHI_TEXT),
    FIELD(struct banshi_ticket, counter, NULL, BANSHI_INT),
    FIELD(struct banshi_ticket, counter_label, "Counter", BANSHI_TEXT),
    FIELD(struct banshi_ticket, staff, NULL, BANSHI_INT),
    FIELD(struct banshi_ticket, staff_name, "Staff", BANSHI_TEXT),
    FIELD(struct banshi_ticket, reason, "Reason", BANSHI_TEXT),
    FIELD(struct banshi_ticket, calls, "Calls", BANSHI_INT),
    FIELD(struct banshi_ticket, ahead, "Ahead", BANSHI_INT),
    FIELD(struct banshi_ticket, estimate, "Estimate (s)", BANSHI_INT),
    FIELD(struct banshi_ticket, counters, "Served at", BANSHI_TEXT),
    FIELD(struct banshi_ticket, issued_at, "Issued", BANSHI_TIME),
    FIELD(struct banshi_ticket, sort_at, NULL, BANSHI_TIME),
    FIELD(struct banshi_ticket, called_at, "Called", BANSHI_TIME),
    FIELD(struct banshi_ticket, serving_at, NULL, BANSHI_TIME),
    FIELD(struct banshi_ticket, ended_at, NULL, BANSHI_TIME),
};
SHAPE(ticket, struct banshi_ticket, ticket_fields);

static const struct banshi_field ticket_reason_fields[] = {
    FIELD(struct banshi_ticket_reason, line, NULL, BANSHI_INT),
    FIELD(struct banshi_ticket_reason, fact, "Fact", BANSHI_TEXT),
    FIELD(struct banshi_ticket_reason, value, "Value", BANSHI_TEXT),
    FIELD(struct banshi_ticket_reason, detail, "Detail", BANSHI_TEXT),
};
SHAPE(ticket_reason, struct banshi_ticket_reason, ticket_reason_fields);

static const struct banshi_field priority_fields[] = {
    FIELD(struct banshi_priority, code, "Code", BANSHI_TEXT),
    FIELD(struct banshi_priority, name, "Name", BANSHI_TEXT),
    FIELD(struct banshi_priority, letter, NULL, BANSHI_TEXT),
    FIELD(struct banshi_priority, proof, "Proof", BANSHI_TEXT),
    FIELD(struct banshi_priority, head_start, "Head start (s)", BANSHI_INT),
};
SHAPE(priority, struct banshi_priority, priority_fields);

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
    return db_announce(db_call(b, "ticket_call_next", &banshi_ticket_shape, fn, closure, "o", opid),
                       BANSHI_CONCEPT_TICKET);
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
