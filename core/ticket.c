/* SPDX-License-Identifier: MIT */
/* Tickets: taking a number, calling it, and what becomes of it. */
#include <config.h>

#include <banshi/ticket.h>

#include <string.h>

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

struct banshi_op *banshi_ticket_changed(struct banshi *b, const int64_t *ids, size_t count, banshi_done_fn *fn,
                                        void *closure)
{
    return db_read(b, &query_ticket_mine_changed, &banshi_ticket_shape, fn, closure, "a", ids, count);
}

struct banshi_op *banshi_ticket_line_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_my_line_list, &banshi_ticket_line_shape, fn, closure, "");
}

static bool waits(const void *record)
{
    return strcmp(((const struct banshi_ticket *)record)->state, "waiting") == 0;
}

static int by_place(const void *a, const void *b)
{
    const struct banshi_ticket *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

/* Of the same line: of a queue, or sent to one counter. */
static bool same_line(const struct banshi_ticket *a, const struct banshi_ticket *b)
{
    return a->counter == b->counter && (a->counter || a->queue == b->queue);
}

struct banshi_rows *banshi_ticket_line_renew(const struct banshi_rows *waiting, const int64_t *ids, size_t count,
                                             const struct banshi_rows *read, const struct banshi_rows *lines)
{
    struct banshi_rows *renewed = banshi_rows_renew(waiting, ids, count, read, waits, by_place);
    /* they are ours until they are handed over */
    struct banshi_ticket *tickets = renewed ? (struct banshi_ticket *)(uintptr_t)renewed->items : NULL;
    for (size_t i = 0; renewed && i < renewed->count; i++) {
        struct banshi_ticket *t = &tickets[i];
        t->ahead = 0;
        for (size_t before = i; before > 0 && !t->ahead; before--)
            if (same_line(&tickets[before - 1], t))
                t->ahead = tickets[before - 1].ahead + 1;
        for (size_t l = 0; lines && l < lines->count; l++) {
            const struct banshi_ticket_line *line = banshi_row(struct banshi_ticket_line, lines, l);
            if (line->queue == t->queue)
                t->estimate = line->pace < 0 ? -1 : (t->ahead * line->pace + 999) / 1000;
            if (line->queue == t->queue && !t->counter)
                t->counters = line->counters;
        }
    }
    return renewed;
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
