/* SPDX-License-Identifier: MIT */
/* Counters and queues. */
#include <config.h>

#include <banshi/counter.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field counter_fields[] = {
    FIELD(struct banshi_counter, id, NULL, BANSHI_INT),
    FIELD(struct banshi_counter, number, NULL, BANSHI_TEXT),
    FIELD(struct banshi_counter, label, "Counter", BANSHI_TEXT),
    FIELD(struct banshi_counter, name, "Name", BANSHI_TEXT),
    FIELD(struct banshi_counter, department, "Department", BANSHI_TEXT),
    FIELD(struct banshi_counter, state, "State", BANSHI_TEXT),
    FIELD(struct banshi_counter, reason, "Reason", BANSHI_TEXT),
    FIELD(struct banshi_counter, since, "Since", BANSHI_TIME),
    FIELD(struct banshi_counter, staff, NULL, BANSHI_INT),
    FIELD(struct banshi_counter, staff_name, "Staff", BANSHI_TEXT),
    FIELD(struct banshi_counter, queues, "Queues", BANSHI_TEXT),
    FIELD(struct banshi_counter, ticket, "Number", BANSHI_TEXT),
    FIELD(struct banshi_counter, waiting, "Waiting", BANSHI_INT),
};
SHAPE(counter, struct banshi_counter, counter_fields);

static const struct banshi_field queue_fields[] = {
    FIELD(struct banshi_queue, id, NULL, BANSHI_INT),
    FIELD(struct banshi_queue, code, "Code", BANSHI_TEXT),
    FIELD(struct banshi_queue, name, "Queue", BANSHI_TEXT),
    FIELD(struct banshi_queue, counters, "Counters", BANSHI_TEXT),
    FIELD(struct banshi_queue, open, "Open", BANSHI_INT),
    FIELD(struct banshi_queue, waiting, "Waiting", BANSHI_INT),
    FIELD(struct banshi_queue, longest, "Longest wait (s)", BANSHI_INT),
    FIELD(struct banshi_queue, estimate, "Estimate (s)", BANSHI_INT),
};
SHAPE(queue, struct banshi_queue, queue_fields);

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
