/* SPDX-License-Identifier: MIT */
/* Extended hours: closing the day, what goes on, who is asked to stay. */
#include <config.h>

#include <banshi/extension.h>

#include "db/db.h"
#include "sql.h"

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
