/* SPDX-License-Identifier: MIT */
/* Extended hours: closing the day, what goes on, who is asked to stay. */
#include <config.h>

#include <banshi/extension.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field extension_fields[] = {
    FIELD(struct banshi_extension, id, NULL, BANSHI_INT),
    FIELD(struct banshi_extension, day, "Day", BANSHI_DATE),
    FIELD(struct banshi_extension, number, "Number", BANSHI_TEXT),
    FIELD(struct banshi_extension, queue_name, "Queue", BANSHI_TEXT),
    FIELD(struct banshi_extension, item_name, "Item", BANSHI_TEXT),
    FIELD(struct banshi_extension, case_number, "Case", BANSHI_TEXT),
    FIELD(struct banshi_extension, state, "State", BANSHI_TEXT),
    FIELD(struct banshi_extension, department, "Department", BANSHI_TEXT),
    FIELD(struct banshi_extension, counter_label, "Counter", BANSHI_TEXT),
    FIELD(struct banshi_extension, staff_name, "Staff", BANSHI_TEXT),
    FIELD(struct banshi_extension, started_at, "From", BANSHI_TIME),
    FIELD(struct banshi_extension, ended_at, "Until", BANSHI_TIME),
    FIELD(struct banshi_extension, minutes, "Minutes", BANSHI_INT),
    FIELD(struct banshi_extension, reason, "Reason", BANSHI_TEXT),
    FIELD(struct banshi_extension, outcome, "Outcome", BANSHI_TEXT),
    FIELD(struct banshi_extension, helpers, "Cooperating", BANSHI_TEXT),
    FIELD(struct banshi_extension, coordinator, "Coordinator", BANSHI_TEXT),
};
SHAPE(extension, struct banshi_extension, extension_fields);

static const struct banshi_field extension_hours_fields[] = {
    FIELD(struct banshi_extension_hours, day, "Day", BANSHI_DATE),
    FIELD(struct banshi_extension_hours, staff, NULL, BANSHI_INT),
    FIELD(struct banshi_extension_hours, staff_name, "Staff", BANSHI_TEXT),
    FIELD(struct banshi_extension_hours, department, "Department", BANSHI_TEXT),
    FIELD(struct banshi_extension_hours, started_at, "From", BANSHI_TIME),
    FIELD(struct banshi_extension_hours, ended_at, "Until", BANSHI_TIME),
    FIELD(struct banshi_extension_hours, minutes, "Minutes", BANSHI_INT),
    FIELD(struct banshi_extension_hours, visits, "Visits", BANSHI_INT),
};
SHAPE(extension_hours, struct banshi_extension_hours, extension_hours_fields);

static const struct banshi_field extension_request_fields[] = {
    FIELD(struct banshi_extension_request, id, "Request", BANSHI_INT),
    FIELD(struct banshi_extension_request, day, NULL, BANSHI_DATE),
    FIELD(struct banshi_extension_request, kind, "Kind", BANSHI_TEXT),
    FIELD(struct banshi_extension_request, state, "State", BANSHI_TEXT),
    FIELD(struct banshi_extension_request, number, "Number", BANSHI_TEXT),
    FIELD(struct banshi_extension_request, asker_counter, NULL, BANSHI_TEXT),
    FIELD(struct banshi_extension_request, asker_name, "Coordinator", BANSHI_TEXT),
    FIELD(struct banshi_extension_request, asked, "Asked", BANSHI_TEXT),
    FIELD(struct banshi_extension_request, reason, "Reason", BANSHI_TEXT),
    FIELD(struct banshi_extension_request, answer_name, "Answered by", BANSHI_TEXT),
    FIELD(struct banshi_extension_request, answer_counter, "Counter", BANSHI_TEXT),
    FIELD(struct banshi_extension_request, answer, "Answer", BANSHI_TEXT),
    FIELD(struct banshi_extension_request, asked_at, NULL, BANSHI_TIME),
    FIELD(struct banshi_extension_request, answered_at, NULL, BANSHI_TIME),
    FIELD(struct banshi_extension_request, done_at, NULL, BANSHI_TIME),
    FIELD(struct banshi_extension_request, mine, NULL, BANSHI_BOOL),
};
SHAPE(extension_request, struct banshi_extension_request, extension_request_fields);

struct banshi_op *banshi_extension_begin(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                         void *closure)
{
    return db_call(b, "extension_begin", &banshi_extension_shape, fn, closure, "os", opid, reason);
}

struct banshi_op *banshi_extension_sweep(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "extension_sweep", &banshi_extension_shape, fn, closure, "o", opid);
}

struct banshi_op *banshi_extension_withdraw(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                            void *closure)
{
    return db_call(b, "extension_withdraw", &banshi_extension_shape, fn, closure, "os", opid, reason);
}

struct banshi_op *banshi_extension_list(struct banshi *b, banshi_date from, banshi_date until, banshi_done_fn *fn,
                                        void *closure)
{
    return db_read(b, &query_extension_list, &banshi_extension_shape, fn, closure, "dd", from, until);
}

struct banshi_op *banshi_extension_hours(struct banshi *b, banshi_date from, banshi_date until, banshi_done_fn *fn,
                                         void *closure)
{
    return db_read(b, &query_extension_hours, &banshi_extension_hours_shape, fn, closure, "dd", from, until);
}

struct banshi_op *banshi_extension_request_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_extension_request_list, &banshi_extension_request_shape, fn, closure, "");
}

struct banshi_op *banshi_extension_ask(struct banshi *b, const char *opid, int64_t counter, int64_t department,
                                       int64_t ticket, const char *reason, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "extension_ask", &banshi_extension_request_shape, fn, closure, "oIIIs", opid, counter, department,
                   ticket, reason);
}

struct banshi_op *banshi_extension_answer(struct banshi *b, const char *opid, int64_t request, bool accept,
                                          const char *answer, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "extension_answer", &banshi_extension_request_shape, fn, closure, "oibs", opid, request,
                   (int)accept, answer);
}

struct banshi_op *banshi_extension_done(struct banshi *b, const char *opid, int64_t request, banshi_done_fn *fn,
                                        void *closure)
{
    return db_call(b, "extension_done", &banshi_extension_request_shape, fn, closure, "oi", opid, request);
}
